"""Texts that are nearly alike, in groups around one text each: a chain of small steps does not make two texts one.

Each text points to the strongest one it is paired with, the one nearest to all it is paired with together, and so on upwards to a
text none of whose pairs is stronger: the middle of those that lead to it. It gathers those that are near it; what is left is
taken up again, until nothing is tied. So each member of a group is near its middle. All middles are found at once, as in
mode seeking (Koontz, Narendra and Fukunaga, IEEE Transactions on Computers 25, 1976): cost grows with pairs, not with groups.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from aboveboard.text.neardup import ALIKE, Floats, Longs, Near

__all__ = ["Groups", "grouped"]

_ROUNDS = 64


class Groups(NamedTuple):
    """For each row its group, named by the distinct text at its middle (-1 for none), and the row's Jaccard index with that text."""

    middle: Longs
    alike: Floats


def grouped(near: Near, least: float = ALIKE) -> Groups:
    """Return groups of rows: texts near one middle, and texts that occur more than once."""
    count = len(near.sets.begins)
    copies = np.bincount(near.text[near.text >= 0], minlength=count).astype(np.int64)
    home, alike = np.full(count, -1, np.int64), np.ones(count)
    left, right, score = near.left, near.right, near.alike
    for _ in range(_ROUNDS):
        if len(left) == 0:
            break
        nodes, middle = _middles(left, right, score, copies)
        close = near.to(nodes, middle)
        kept = close >= least
        home[nodes[kept]], alike[nodes[kept]] = middle[kept], close[kept]
        free = (home[left] < 0) & (home[right] < 0)
        left, right, score = left[free], right[free], score[free]
    alone = (home < 0) & (copies > 1)
    home[alone] = np.flatnonzero(alone)
    some = near.text >= 0
    return Groups(np.where(some, home[near.text], -1), np.where(some, alike[near.text], 0.0)) if count else _none(near)


def _none(near: Near) -> Groups:
    return Groups(np.full(len(near.text), -1, np.int64), np.zeros(len(near.text)))


def _middles(left: Longs, right: Longs, score: Floats, copies: Longs) -> tuple[Longs, Longs]:
    """Return the texts that pairs tie, and the middle each leads to; of equals the first is the stronger."""
    tied = np.zeros(len(copies), bool)
    tied[left] = tied[right] = True
    nodes, number = np.flatnonzero(tied), np.cumsum(tied) - 1
    a, b, own = number[left], number[right], copies[tied]
    strength = np.bincount(a, score * own[b], len(nodes)) + np.bincount(b, score * own[a], len(nodes)) + own - 1
    weakest_first = np.lexsort((-nodes, strength))
    place = np.empty(len(nodes), np.int64)
    place[weakest_first] = np.arange(len(nodes))
    best = place.copy()
    np.maximum.at(best, a, place[b])
    np.maximum.at(best, b, place[a])
    return nodes, nodes[_top(weakest_first[best])]


def _top(above: Longs) -> Longs:
    """Follow what each points to until nothing changes."""
    while not np.array_equal(above, further := above[above]):
        above = further
    return above
