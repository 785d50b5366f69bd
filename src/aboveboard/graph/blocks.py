"""Many dense blocks of one graph, each denser than its accounts' activity and its targets' fame explain.

One peel finds one block, and hubs drown the rest. So followers are looked at in bands of activity, each twice the one before and overlapping
the next, and a block's follows are taken out before the next peel. A block stays where its follows exceed the expectation of
Chung and Lu by more than the choice among all blocks of its size can explain: log of the Poisson tail, plus the log of how many sets of so
many followers and so many targets there are, must be below the log of the false-discovery rate.
"""

from __future__ import annotations

import numpy as np

from aboveboard.graph.chance import log_tail
from aboveboard.graph.follows import Follows, Longs
from aboveboard.graph.peeling import Block, densest

__all__ = ["blocks_of"]

_EACH, _LOWEST = 24, 4


def blocks_of(follows: Follows, most: int, rate: float) -> list[Block]:
    """Return gated blocks, band by band, `most` a band at the most. Rows and columns are accounts."""
    found = list[Block]()
    target = np.repeat(np.arange(follows.accounts, dtype=np.int32), np.diff(follows.starts))
    low = _LOWEST
    while low <= int(follows.activity.max(initial=0)):
        band = (follows.activity >= low) & (follows.activity < _EACH * low)
        inside = band[follows.follower]
        found += _band(follows, follows.follower[inside], target[inside], most, rate)
        low *= _EACH // 2
    return found


def _band(follows: Follows, follower: np.ndarray, target: np.ndarray, most: int, rate: float) -> list[Block]:
    found, size, fame = list[Block](), follows.accounts, np.diff(follows.starts)
    for _ in range(most):
        block = densest(follower, target, size, size, fame)
        rows, columns = np.zeros(size, bool), np.zeros(size, bool)
        rows[block.rows], columns[block.columns] = True, True
        inside = rows[follower] & columns[target]
        if not inside.any() or not _beyond(follows, block, int(inside.sum()), rate):
            break
        found.append(block)
        follower, target = follower[~inside], target[~inside]
    return found


def _beyond(follows: Follows, block: Block, edges: int, rate: float) -> bool:
    """Return whether a block's follows are more than chance and the choice of the block explain."""
    expected = _expected(follows, block)
    fame = follows.starts[block.columns + 1] - follows.starts[block.columns]
    ways = _ways(len(block.rows), int((follows.activity > 0).sum())) + _ways(
        len(fame), int((np.diff(follows.starts) > 0).sum())
    )
    tail = log_tail(np.array([float(edges)]), np.array([expected]))[0]
    return bool(tail + ways < np.log(rate))


def _expected(follows: Follows, block: Block) -> float:
    fame: Longs = follows.starts[block.columns + 1] - follows.starts[block.columns]
    return float(follows.activity[block.rows].sum()) * float(fame.sum()) / max(len(follows.follower), 1)


def _ways(chosen: int, among: int) -> float:
    """Return an upper bound of the log of how many sets of `chosen` there are `among` all: chosen (1 + ln(among / chosen))."""
    return chosen * (1.0 + np.log(max(among, 1) / max(chosen, 1))) if chosen else 0.0
