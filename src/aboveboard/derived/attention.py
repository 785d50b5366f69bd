"""What attention explains of the growth of audiences, period by period, and the stretch of each account it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Derived, Groups, Sql
from aboveboard.series.chance import Floats
from aboveboard.series.growth import Gains, Jumps, explain, jumps, odd_digits
from aboveboard.series.strata import Ints
from aboveboard.tables import Type

__all__ = ["ATTENTION"]

_MOST = 0.1
_LEAST = 30.0
_DAYS = {"day": 1, "week": 7, "month": 30}
_COUNTS = ("gained", "lost", "views", "mentions")

_PERIODS = """
SELECT account_id, coalesce(period, 'day') AS period, epoch(day) AS start_s, followers, gained, lost, views, mentions, 1 AS world
FROM audience WHERE epoch(day) <= epoch($as_of)
"""

_EXPLAINED: Mapping[str, Type] = {
    "account_id": "string", "period": "string", "start_s": "int", "end_s": "int", "gained": "float", "lost": "float",
    "usual": "float", "explained": "float", "known": "int", "inside": "int", "jump_gained": "float", "jump_expected": "float",
    "steps": "int", "churned": "float", "even": "int", "odd": "int", "chance": "float",
}  # fmt: skip


def _explained(periods: pa.Table) -> pa.Table:
    periods = periods.sort_by([("account_id", "ascending"), ("period", "ascending"), ("start_s", "ascending")])
    if not periods.num_rows:
        return pa.table({n: pa.array([], pa.string()) for n in _EXPLAINED})
    kind = periods["period"].combine_chunks()
    series = _numbered(periods["account_id"].combine_chunks(), kind)
    start = periods["start_s"].cast(pa.int64(), safe=False).combine_chunks().to_numpy()
    rows = replace(
        _gains(periods, series), when=pc.index_in(kind, pa.array(list(_DAYS))).to_numpy() + len(_DAYS) * start
    )
    expected = explain(rows)
    length = np.array([_DAYS[p] for p in ("day", "week", "month")])[pc.index_in(kind, pa.array(list(_DAYS))).to_numpy()]
    made = {
        "account_id": periods["account_id"], "period": kind, "start_s": start, "end_s": start + length * 86_400,
        "gained": rows.gained, "lost": rows.lost, "usual": expected.usual, "explained": expected.explained,
        "known": expected.known.astype(np.int64), "odd": odd_digits(rows).astype(np.int64)[series], **_marked(jumps(rows, expected, _LEAST, _MOST), series),
    }  # fmt: skip
    return pa.table({n: made[n] for n in _EXPLAINED})


def _numbered(account: pa.Array, period: pa.Array) -> Ints:
    """Return a number for each run of one account and period."""
    changed = pc.or_(pc.not_equal(account[1:], account[:-1]), pc.not_equal(period[1:], period[:-1]))
    return np.concatenate([[0], np.cumsum(changed.to_numpy(zero_copy_only=False))]).astype(np.int64)


def _gains(periods: pa.Table, series: Ints) -> Gains:
    """Return the counts as numbers; a gain that is not told is taken from the followers of this period and the last."""
    gained, lost, views, mentions = (_floats(periods, n) for n in _COUNTS)
    followers = _floats(periods, "followers")
    net = np.concatenate([[0.0], np.diff(followers)])
    net[np.concatenate([[True], series[1:] != series[:-1]])] = 0.0
    gained = np.where(np.isnan(gained), np.maximum(net + np.nan_to_num(lost), 0.0), gained)
    return Gains(series, np.nan_to_num(gained), np.nan_to_num(lost), views, mentions, followers)


def _floats(periods: pa.Table, name: str) -> Floats:
    return pc.fill_null(periods[name].cast(pa.float64()), np.nan).combine_chunks().to_numpy()


def _marked(found: Jumps, series: Ints) -> dict[str, np.ndarray]:
    """Spread what is known of each series' stretch over its rows; rows inside the stretch are marked."""
    count, rows = int(series[-1]) + 1, np.arange(len(series))
    place = np.full(count, -1)
    place[found.series] = np.arange(len(found.series))
    at = place[series]
    has = at >= 0
    inside = has.copy()
    inside[has] = (rows[has] >= found.start[at[has]]) & (rows[has] < found.stop[at[has]])

    def told(values: np.ndarray, otherwise: float = 0.0) -> np.ndarray:
        full = np.full(len(series), otherwise)
        full[has] = values[at[has]]
        return full

    return {
        "inside": inside.astype(np.int64), "jump_gained": told(found.gained), "jump_expected": told(found.expected),
        "steps": told(found.steps).astype(np.int64), "churned": told(found.churned),
        "even": told(found.even.astype(float)).astype(np.int64), "chance": told(found.chance, 1.0),
    }  # fmt: skip


ATTENTION = Derived(
    name="attention",
    about=(
        "One row a period of `audience`: what was gained, what is usual for the account, and how much of the gain views and "
        "mentions explain (`known` is 0 where neither is told). Rows `inside` belong to the account's most surprising "
        "stretch of unexplained growth; `chance` is its p-value adjusted over all accounts."
    ),
    reads={"audience": "account_id day period? followers? gained? lost? views? mentions?"},
    columns=_EXPLAINED,
    steps=(Sql("periods", _PERIODS), Groups("explained", "periods", ("world",), _explained, _EXPLAINED)),
)
