"""The hands that an account has been in: parts of its sessions that share no device and no network, and how rare that is here."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from aboveboard.detector import Derived, Groups, Sql
from aboveboard.graph.further import by_chance
from aboveboard.graph.hands import Hands, hands_of, sessions_of
from aboveboard.graph.ids import in_order
from aboveboard.ordered import distinct
from aboveboard.tables import ARROW, Type

__all__ = ["ACCOUNT_HANDS", "GUESTS", "HOPS", "REGIONS", "named", "time_of"]

REGIONS, HOPS, GUESTS = 4, 3, 3
"""Fewest strange regions of one account, days of swift turns, and homes whose accounts one device plays for days."""

_RATE, _SECOND = 0.01, 1_000_000

_SEEN = """
SELECT account_id, device_token, network_token, region, CAST(floor(epoch(started_at)) AS BIGINT) AS begin_s,
  CAST(floor(epoch(coalesce(ended_at, started_at))) AS BIGINT) AS end_s, 1 AS world
FROM sessions WHERE started_at <= $as_of
"""

_HANDS: Mapping[str, Type] = {
    "account_id": "string", "hand": "int", "device": "string", "region": "string", "owner": "string", "main": "bool", "lasting": "bool", "strange": "bool",
    "stays": "bool", "sessions": "int", "days": "int", "first_at": "time", "last_at": "time", "visits": "int",
    "regions": "int", "roving": "bool", "roving_chance": "float", "hops": "int", "hopping": "bool", "hop_chance": "float",
    "guests": "int", "hired": "bool", "hire_chance": "float", "swift": "int",
}  # fmt: skip

Longs = npt.NDArray[np.int64]


def _hands(seen: pa.Table) -> pa.Table:
    """Return one row for each hand of each account that is in two hands or more."""
    ids, account = in_order(seen["account_id"])
    devices, device = in_order(seen["device_token"])
    _, network = in_order(seen["network_token"])
    regions, region = in_order(seen["region"])
    begin, end = (seen[n].to_numpy() for n in ("begin_s", "end_s"))
    hands = hands_of(sessions_of(account, device, network, region, begin, end))
    told = _measured(hands, len(ids), len(devices))
    several = np.bincount(hands.account, minlength=len(ids))[hands.account] > 1
    made = {
        "account_id": named(ids, hands.account), "device": named(devices, hands.device), "region": named(regions, hands.region),
        "owner": named(ids, hands.owner), "main": hands.main, "lasting": hands.lasting, "strange": hands.strange, "stays": hands.stays,
        "sessions": hands.sessions, "days": hands.days, "first_at": time_of(hands.first), "last_at": time_of(hands.last), "swift": hands.swift, **told,
    }  # fmt: skip
    table = pa.table({n: pa.array(made[n]).cast(t) for n, t in ((n, ARROW[_HANDS[n]]) for n in _HANDS)})
    return table.filter(pa.array(several))


def _measured(hands: Hands, accounts: int, devices: int) -> dict[str, npt.NDArray[np.generic]]:
    """Return what is counted of accounts and devices, told of each hand."""
    who, many = hands.account, np.bincount(hands.account, hands.sessions, accounts).astype(np.int64)
    strange = who[hands.strange].astype(np.int64) << 32 | hands.region[hands.strange]
    regions = np.bincount(distinct(strange) >> 32, minlength=accounts)
    hops = np.zeros(accounts, np.int64)
    np.maximum.at(hops, who, hands.swift)
    guests = _guests(hands, accounts, devices)
    hired = _tested(("guests", "hired", "hire_chance"), guests, np.full(devices, GUESTS), GUESTS, hands.device)
    hired["hired"] = np.logical_and(hired["hired"], ~_together(hands, devices)[hands.device])
    first = np.append(True, np.diff(who) != 0)[: len(who)]
    return {
        "hand": np.arange(len(who)) - np.maximum.accumulate(np.where(first, np.arange(len(who)), 0)), "visits": many[who],
        **_tested(("regions", "roving", "roving_chance"), regions, many, REGIONS, who),
        **_tested(("hops", "hopping", "hop_chance"), hops, many, HOPS, who),
        **hired,
    }  # fmt: skip


def _guests(hands: Hands, accounts: int, devices: int) -> Longs:
    """Count the homes from which accounts stay with each device: homes differ in network and in device."""
    lived = np.full(accounts, -1, np.int64)
    lived[hands.account[hands.main]] = hands.device[hands.main]
    stays = hands.stays & (hands.house >= 0)
    device = hands.device[stays].astype(np.int64) << 32
    homes = (distinct(device | home) for home in (hands.house[stays], lived[hands.account[stays]]))
    houses, own = (np.bincount(h >> 32, minlength=devices) for h in homes)
    return np.minimum(houses, own)


def _together(hands: Hands, devices: int) -> npt.NDArray[np.bool_]:
    """Return at which devices the guests stay together, over most of the same days, as people do who share a computer where they live."""
    device, first, last = (a[hands.stays] for a in (hands.device, hands.first, hands.last))
    begin, end = np.full(devices, np.iinfo(np.int64).max), np.zeros(devices, np.int64)
    np.minimum.at(begin, device, first)
    np.maximum.at(end, device, last)
    there, guests = np.bincount(device, last - first, devices), np.bincount(device, minlength=devices)
    return (guests > 0) & (2 * there > guests * (end - np.minimum(begin, end)))


def _tested(
    names: tuple[str, str, str], count: Longs, exposure: Longs, fewest: int, of: npt.NDArray[np.int32]
) -> dict[str, npt.NDArray[np.generic]]:
    chance, sure = by_chance(count, exposure, fewest, _RATE)
    return dict(zip(names, (count[of], sure[of], chance[of]), strict=True))


def named(names: pa.Array, number: npt.NDArray[np.int32] | Longs) -> pa.Array:
    """Return the name of each number, null for -1."""
    return names.take(pa.array(number, mask=number < 0))


def time_of(second: Longs) -> pa.Array:
    """Return seconds since 1970 as times."""
    return pa.array(second * _SECOND).cast(pa.timestamp("us", tz="UTC"))


ACCOUNT_HANDS = Derived(
    name="account_hands",
    about=(
        "One row for each hand of each account that is in two hands or more. A hand is a part of an account's sessions that no device and no "
        "network ties to the rest; what is rare is judged against this world, at a false-discovery rate of 1 %."
    ),
    reads={"sessions": "account_id started_at ended_at? device_token network_token region"},
    steps=(Sql("seen", _SEEN), Groups("hands", "seen", ("world",), _hands, _HANDS)),
    columns=_HANDS,
)
