"""Accounts that offered an account, and whether they are used at other hours since: compared with accounts as busy that offered nothing."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from aboveboard.detector import Groups, Sql, Step
from aboveboard.series.chance import adjusted
from aboveboard.series.hours import Contrast, as_far, contrast, fullest
from aboveboard.tables import ARROW, Type

__all__ = ["FEWEST", "OFFERED_HOURS", "PEERS"]

FEWEST, PEERS = 8, 60
"""Fewest days of use on either side, and fewest accounts to compare with."""

_RATE, _KEPT = 0.1, 20_000

_LISTED = "SELECT account_id, CAST(floor(epoch(min(at)) / 3600) AS BIGINT) AS cut, count(at) AS offers FROM account_offers GROUP BY account_id"

_ACTS = """
SELECT DISTINCT account_id, CAST(floor(epoch(at) / 3600) AS BIGINT) AS hour FROM (
  SELECT account_id, started_at AS at FROM sessions UNION ALL SELECT account_id, at FROM actions
) AS e WHERE at <= $as_of
"""

_SPANS = """
SELECT s.account_id, s.low, s.high, s.hours, l.cut, l.offers, 1 AS world
FROM (SELECT account_id, min(hour) AS low, max(hour) AS high, count(*) AS hours FROM acts GROUP BY account_id) AS s
LEFT JOIN listed AS l ON l.account_id = s.account_id
"""

_CUTS: Mapping[str, Type] = {"account_id": "string", "cut": "int", "offers": "int"}

_USED = """
SELECT a.account_id, a.hour, c.cut, c.offers, 1 AS world FROM acts AS a JOIN cuts AS c ON c.account_id = a.account_id
WHERE abs(a.hour - c.cut) <= 24 * $days
"""

_CHANGED: Mapping[str, Type] = {
    "account_id": "string", "offers": "int", "days_before": "int", "days_since": "int", "before": "string", "since": "string",
    "before_share": "int", "since_share": "int", "as_far": "int", "peers": "int", "first_at": "time", "last_at": "time",
}  # fmt: skip


def _cuts(spans: pa.Table) -> pa.Table:
    """Return where to cut what each account did: at its first offer, or in the middle for some of those that offered nothing."""
    low, high, hours = (spans[n].to_numpy() for n in ("low", "high", "hours"))
    offers = spans["offers"].fill_null(0).to_numpy()
    able = hours >= 2 * FEWEST
    idle = np.flatnonzero(able & (offers == 0))
    idle = idle[np.argsort(spans["account_id"].to_numpy(zero_copy_only=False)[idle], kind="stable")]
    rows = np.append(np.flatnonzero(able & (offers > 0)), idle[:: 1 + len(idle) // _KEPT])
    cut = np.where(offers > 0, spans["cut"].fill_null(0).to_numpy(), (low + high) // 2)
    made = {"account_id": spans["account_id"].take(pa.array(rows)), "cut": cut[rows], "offers": offers[rows]}
    return pa.table(
        {
            n: pa.array(made[n]).cast(ARROW[t]) if isinstance(made[n], np.ndarray) else made[n].cast(ARROW[t])
            for n, t in _CUTS.items()
        }
    )


def _changed(used: pa.Table) -> pa.Table:
    """Return the accounts that offered one and are used at other hours since, beyond what idle ones do (columns `_CHANGED`)."""
    told = used["account_id"].combine_chunks().dictionary_encode()
    owner, hour, cut = told.indices.to_numpy().astype(np.int64), used["hour"].to_numpy(), used["cut"].to_numpy()
    one = np.zeros(len(told.dictionary), np.int64)
    one[owner] = np.arange(len(owner))
    offers = used["offers"].to_numpy()[one]
    seen = contrast(owner, hour // 24, hour % 24, hour >= cut, len(one))
    far, peers = _measured(seen, offers)
    kept = np.flatnonzero(_sure(far, peers, offers))
    (first, full), (later, since) = fullest(seen.usual[kept]), fullest(seen.since[kept])
    last = np.zeros(len(one), np.int64)
    np.maximum.at(last, owner, hour)
    made = {
        "account_id": told.dictionary.take(pa.array(kept)), "offers": offers[kept], "days_before": seen.before[kept], "days_since": seen.after[kept],
        "before": _clock(first), "since": _clock(later), "before_share": full, "since_share": since, "as_far": far[kept], "peers": peers[kept],
        "first_at": _time(cut[one][kept]), "last_at": _time(last[kept]),
    }  # fmt: skip
    return pa.table({n: pa.array(made[n]).cast(ARROW[t]) for n, t in _CHANGED.items()})


def _measured(seen: Contrast, offers: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Compare within strata of how many days tell (the harmonic mean of both sides): with few days, chance alone goes far."""
    enough = np.minimum(seen.before, seen.after) >= FEWEST
    telling = 2 * seen.before * seen.after / np.maximum(seen.before + seen.after, 1)
    stratum = np.where(enough, np.floor(2 * np.log2(np.maximum(telling, 1))).astype(np.int64), -1)
    far, peers = as_far(seen.distance, stratum, offers == 0)
    return far, np.where(enough, peers, 0)


def _sure(
    far: npt.NDArray[np.int64], peers: npt.NDArray[np.int64], offers: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    asked = (offers > 0) & (peers >= PEERS)
    made = np.zeros(len(far), bool)
    made[asked] = adjusted((1 + far[asked]) / (1 + peers[asked])) <= _RATE
    return made


def _time(hour: npt.NDArray[np.int64]) -> pa.Array:
    return pa.array(hour * 3_600_000_000).cast(ARROW["time"])


def _clock(first: npt.NDArray[np.int64]) -> list[str]:
    return [f"{h:02d} to {(h + 6) % 24:02d}" for h in first.tolist()]


OFFERED_HOURS: tuple[Step, ...] = (
    Sql("listed", _LISTED),
    Sql("acts", _ACTS),
    Sql("spans", _SPANS),
    Groups("cuts", "spans", ("world",), _cuts, _CUTS),
    Sql("used", _USED),
    Groups("changed", "used", ("world",), _changed, _CHANGED),
)
"""Steps from `account_offers`, sessions and actions to `changed`: accounts whose hours since their first offer differ from those before, more than
those of nearly all accounts with as many days that offered nothing, at a false-discovery rate of 10 % (Benjamini and Hochberg 1995)."""
