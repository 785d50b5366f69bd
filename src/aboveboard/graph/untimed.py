"""Rings in a graph without times: tight crews, where nothing else is tight.

Times tell a ring from a community; without them only the shape is left. Crews come from pairs of targets that share more followers than
chance explains, and from dense blocks that the pairs missed. A crew stands apart where few others follow a quarter to a half as many of
its targets as its typical member: a community thins out. But a graph may be made of tight groups. Where crews that stand apart hold less
than `_MOST` of what all targets share beyond chance, people co-follow here anyway, and nothing is returned.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from aboveboard.graph.blocks import blocks_of
from aboveboard.graph.bursts import Bursts
from aboveboard.graph.cores import Crew, Least, components, crews
from aboveboard.graph.follows import Follows, Longs, spread
from aboveboard.graph.pairs import pairs_of
from aboveboard.graph.peeling import Block
from aboveboard.workers import allowed

__all__ = ["apart", "audiences", "tight"]

_MANY, _NEARLY = 8, 0.7
_MOST, _THIN, _LOW, _CLOSE, _FEWEST, _BLOCKS = 0.8, 0.1, 0.25, 0.15, 10, 3


def audiences(follows: Follows) -> Bursts:
    """Return every target's whole audience as if it were one burst: those of ten followers or more."""
    sizes = np.diff(follows.starts)
    target = np.flatnonzero(sizes >= _FEWEST)
    edge, _ = spread(follows.starts, target)
    starts = np.concatenate([[0], np.cumsum(sizes[target])]).astype(np.int64)
    never = np.zeros(len(target), np.int64)
    return Bursts(target, never, never, starts, follows.follower[edge], edge, np.zeros(len(edge), np.float32))


def tight(follows: Follows, sets: Bursts, least: Least, rate: float) -> list[Crew]:
    """Return the crews that stand apart, or none where other targets share too many followers as well.

    Dense blocks are looked for meanwhile, where a second thread may.
    """
    with ThreadPoolExecutor(1) as beside:
        blocks = beside.submit(blocks_of, follows, _BLOCKS, rate) if allowed() > 1 else None
        found = _paired(follows, sets, least, rate)
    if found is None:
        return []
    dense = blocks.result() if blocks else blocks_of(follows, _BLOCKS, rate)
    return found + list(_missed(follows, sets, found, dense, least))


def _paired(follows: Follows, sets: Bursts, least: Least, rate: float) -> list[Crew] | None:
    """Return the crews of pairs that stand apart; None where they hold too little of what all targets share."""
    pairs = pairs_of(sets.member, sets.when, sets.starts, follows.activity, rate)
    size = np.diff(sets.starts).astype(np.float64)
    close = pairs.common >= _CLOSE * np.sqrt(size[pairs.left] * size[pairs.right])
    groups = components(pairs.left[close], pairs.right[close], len(sets.target))
    found = [c for g in groups for c in crews(g, sets.starts, sets.member, least) if apart(sets, c)]
    left, right, common = pairs.left[close], pairs.right[close], pairs.common[close]
    held = np.isin(np.arange(len(sets.target)), np.concatenate([c.sets for c in found] or [np.empty(0, np.int64)]))
    if common[held[left] & held[right]].sum() < _MOST * common.sum():
        return None
    return found


def _missed(follows: Follows, sets: Bursts, found: list[Crew], dense: list[Block], least: Least) -> Iterator[Crew]:
    """Yield crews of dense blocks of which the pairs found nothing."""
    caught = np.zeros(follows.accounts, bool)
    for crew in found:
        caught[crew.members] = True
    for block in dense:
        group = np.flatnonzero(np.isin(sets.target, block.columns))
        for crew in crews(group, sets.starts, sets.member, least):
            if not caught[crew.members].any() and apart(sets, crew):
                caught[crew.members] = True
                yield crew


def apart(sets: Bursts, crew: Crew) -> bool:
    """Return whether the typical member shares many targets or most, and few others share a quarter to a half as many."""
    rows, _ = spread(sets.starts, crew.sets)
    count: Longs = np.unique(sets.member[rows], return_counts=True)[1]
    typical = float(np.median(crew.counts))
    if typical < min(_MANY, _NEARLY * len(crew.sets)):
        return False
    between = (count >= max(2.0, _LOW * typical)) & (count < typical / 2)
    return int(between.sum()) <= _THIN * len(crew.members)
