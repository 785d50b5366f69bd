"""The hands of every account that has sessions, and what is measured of who plays it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.derived.account_hands import named, time_of
from aboveboard.detector import Derived, Groups, Sql
from aboveboard.graph.follows import Longs
from aboveboard.graph.hands import sessions_of
from aboveboard.graph.ids import in_order
from aboveboard.graph.played import Hand, concerned, crowds, played
from aboveboard.tables import ARROW, Type

__all__ = ["MEASURED", "PLAYED_HANDS"]

_SEEN = """
SELECT account_id, device_token, network_token, region, CAST(floor(epoch(started_at)) AS BIGINT) AS begin_s,
  CAST(floor(least(epoch(coalesce(ended_at, started_at)), epoch(started_at) + 43200, epoch($as_of))) AS BIGINT) AS end_s, 1 AS world
FROM sessions WHERE started_at <= $as_of
"""

MEASURED = (
    "exits", "fan", "once", "hands", "lasting", "regions", "near", "switches", "close", "turns", "stay", "quiet", "apart", "before", "after",
    "weeks", "pace", "length", "mixed",
)  # fmt: skip
"""What is measured of an account, all numbers; null where there is too little to tell. See `graph.played`."""

_HANDS: Mapping[str, Type] = {
    "account_id": "string", "main": "bool", "taken": "bool",
    "first_at": "time", "last_at": "time", "homes": "list", "owners": "list", **dict.fromkeys(MEASURED, "float"),
}  # fmt: skip


def _hands(seen: pa.Table) -> pa.Table:
    """Return one row for each hand; what is measured of its account stands on each."""
    ids, account = in_order(seen["account_id"])
    _, device = in_order(seen["device_token"])
    networks, network = in_order(seen["network_token"])
    many = crowds(account, network)
    rows = concerned(account, device)
    kept = seen.take(pa.array(rows))
    _, region = in_order(kept["region"])
    begin, end = (kept[n].to_numpy() for n in ("begin_s", "end_s"))
    known, account = np.unique(account[rows], return_inverse=True)
    sessions = sessions_of(account.astype(np.int32), device[rows], network[rows], region, begin, end)
    found = played(sessions, many[sessions.network], len(known))
    ids = ids.take(pa.array(known))
    hand, who = found.hand, found.hand.account
    made = {
        "account_id": named(ids, who), "main": hand.main, "taken": hand.taken,
        "first_at": time_of(hand.first), "last_at": time_of(hand.last),
        "homes": _listed(found.dweller, found.network, networks, hand), "owners": _listed(found.guest, found.owner, ids, hand),
    }  # fmt: skip
    made |= {n: pa.array(found.of[n][who], from_pandas=True) for n in MEASURED}
    return pa.table({n: pa.array(made[n]).cast(ARROW[t]) for n, t in _HANDS.items()})


def _listed(account: Longs, number: Longs, names: pa.Array, hand: Hand) -> pa.Array:
    """Return for each main hand the names that its account has, for other hands none."""
    order = np.lexsort((number, account))
    held = np.bincount(account, minlength=int(hand.account.max(initial=-1)) + 1)
    start = np.append(0, np.cumsum(held))
    length = np.where(hand.main, held[hand.account], 0)
    ends = np.append(0, np.cumsum(length))
    rows = np.repeat(start[hand.account] - ends[:-1], length) + np.arange(ends[-1])
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), names.take(pa.array(number[order][rows])))


PLAYED_HANDS = Derived(
    name="played_hands",
    about=(
        "One row for each hand of an account that several devices use, and of accounts on those devices: a part of its devices and networks that "
        "meet, networks of many left out. With it what is measured of the account: how much strangers play, how many, from where, at which hours, "
        "in how long stays."
    ),
    reads={"sessions": "account_id started_at ended_at? device_token network_token region?"},
    steps=(Sql("seen", _SEEN), Groups("hands", "seen", ("world",), _hands, _HANDS)),
    columns=_HANDS,
)
