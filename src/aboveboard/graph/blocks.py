"""Many dense blocks of one graph, each denser than its accounts' activity and its targets' fame explain.

One peel finds one block, and hubs drown the rest. So followers are looked at in bands of activity, each twice the one before and overlapping
the next, and a block's follows are taken out before the next peel. A block stays where its follows exceed the expectation of
Chung and Lu by more than the choice among all blocks of its size can explain: log of the Poisson tail, plus the log of how many sets of so
many followers and so many targets there are, must be below the log of the false-discovery rate.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from aboveboard.graph.chance import log_tail
from aboveboard.graph.follows import Follows, Ints
from aboveboard.graph.peeling import Block, densest

__all__ = ["Whole", "banded", "blocks_of", "whole_of"]

_EACH, _LOWEST = 24, 4


class Whole(NamedTuple):
    """What is known of the whole graph where only some follows are at hand.

    `activity` is how many each follower follows, `fame` how many follow each target, by number; then how many follows there are in
    all, how many accounts that follow, and how many that are followed.
    """

    activity: Ints
    fame: Ints
    follows: int
    followers: int
    targets: int


def blocks_of(follows: Follows, most: int, rate: float) -> list[Block]:
    """Return gated blocks, band by band, `most` a band at the most. Rows and columns are accounts."""
    whole = whole_of(follows)
    target = np.repeat(np.arange(follows.accounts, dtype=np.int32), whole.fame)
    return list(banded(follows.follower, target, whole, most, rate))


def whole_of(follows: Follows) -> Whole:
    """Return what is known of a graph."""
    fame = np.diff(follows.starts).astype(np.int32)
    many = len(follows.follower), int((follows.activity > 0).sum()), int((fame > 0).sum())
    return Whole(follows.activity, fame, *many)


def banded(follower: Ints, target: Ints, whole: Whole, most: int, rate: float) -> Iterator[Block]:
    """Yield the gated blocks of some follows of a graph, band by band, `most` a band at the most, at the false-discovery `rate`."""
    low, high = _LOWEST, int(whole.activity[follower].max(initial=0))
    while low <= high:
        band = (whole.activity >= low) & (whole.activity < _EACH * low)
        inside = band[follower]
        yield from _band(follower[inside], target[inside], whole, most, rate)
        low *= _EACH // 2


def _band(follower: Ints, target: Ints, whole: Whole, most: int, rate: float) -> Iterator[Block]:
    size = len(whole.activity), len(whole.fame)
    for _ in range(most):
        block = densest(follower, target, *size, whole.fame)
        rows, columns = np.zeros(size[0], bool), np.zeros(size[1], bool)
        rows[block.rows], columns[block.columns] = True, True
        inside = rows[follower] & columns[target]
        if not inside.any() or not _beyond(whole, block, int(inside.sum()), rate):
            return
        yield block
        follower, target = follower[~inside], target[~inside]


def _beyond(whole: Whole, block: Block, edges: int, rate: float) -> bool:
    """Return whether a block's follows are more than chance and the choice of the block explain."""
    activity, fame = (float(n.sum()) for n in (whole.activity[block.rows], whole.fame[block.columns]))
    tail = log_tail(np.array([float(edges)]), np.array([activity * fame / max(whole.follows, 1)]))[0]
    return bool(
        tail + _ways(len(block.rows), whole.followers) + _ways(len(block.columns), whole.targets) < np.log(rate)
    )


def _ways(chosen: int, among: int) -> float:
    """Return an upper bound of the log of how many sets of `chosen` there are `among` all: chosen (1 + ln(among / chosen))."""
    return chosen * (1.0 + np.log(max(among, 1) / max(chosen, 1))) if chosen else 0.0
