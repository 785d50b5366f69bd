"""Bursts of one target: windows of hours to months in which it gained far beyond its own rate.

Method: Kulldorff's scan statistic (Communications in Statistics 26, 1997) over time, per target, against an even rate. By Chernoff's
bound the chance of a window is at most exp(-likelihood ratio); times twice the number of disjoint windows of its length it
bounds the chance of the best one. Benjamini and Hochberg (1995) over the targets decide. A burst accuses nobody: fame comes in bursts.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.graph.chance import discoveries
from aboveboard.graph.compiled import loop
from aboveboard.graph.follows import Follows, Ints, Longs

__all__ = ["SCALES", "Bursts", "bursts_of"]

SCALES = (21_600 * 2 ** np.arange(9)).astype(np.int64)
"""Lengths of windows in seconds: 6 hours to 64 days, each twice the one before, so that none is missed by more than half."""

_ROUNDS, _LEAST = 6, 3.0


class Bursts(NamedTuple):
    """Sets of followers, one after another: `member[starts[b]:starts[b + 1]]` came to `target[b]` from `first[b]` to `last[b]`."""

    target: Longs
    first: Longs
    last: Longs
    starts: Longs
    member: Ints
    edge: Longs

    when: npt.NDArray[np.float32]


def bursts_of(follows: Follows, fewest: int, rate: float) -> Bursts:
    """Return the bursts of at least `fewest` followers at the false-discovery `rate`."""
    edges = len(follows.at)
    scales = SCALES[follows.span > SCALES]
    burst, rows = np.full(edges, -1, np.int32), np.zeros((edges // max(fewest, 1) + 1, 6))
    rest = np.empty((2, int(np.diff(follows.starts).max(initial=0))), np.int64)
    made = loop("scan", edges * len(SCALES))(
        follows.at, follows.starts, scales, follows.span, fewest, _LEAST, _ROUNDS, rest, burst, rows
    )
    rows = rows[:made]
    tried = int((np.diff(follows.starts) >= fewest).sum())
    kept = discoveries(-rows[:, 5] + np.log(max(len(scales), 1)), rate, tried)
    return _sets(follows, burst, rows, kept)


def _sets(follows: Follows, burst: Ints, rows: npt.NDArray[np.float64], kept: npt.NDArray[np.bool_]) -> Bursts:
    number = np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)
    starts = np.concatenate([[0], np.cumsum(rows[kept, 3])]).astype(np.int64)
    edge = np.empty(int(starts[-1]), np.int64)
    loop("order", len(burst))(burst, number, starts.copy(), edge)
    target, first, last = rows[kept, :3].astype(np.int64).T
    when = _standard(follows.at[edge].astype(np.float64), np.diff(starts))
    return Bursts(target, first, last, starts, follows.follower[edge], edge, when)


def _standard(at: npt.NDArray[np.float64], sizes: Longs) -> npt.NDArray[np.float32]:
    """Return times less the mean of their burst, in its standard deviations."""
    which = np.repeat(np.arange(len(sizes)), sizes)
    at = at - (np.bincount(which, at, len(sizes)) / np.maximum(sizes, 1))[which]
    deviation = np.sqrt(np.bincount(which, at * at, len(sizes)) / np.maximum(sizes, 1))
    return (at / np.maximum(deviation, 1.0)[which]).astype(np.float32)
