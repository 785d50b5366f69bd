"""Texts that are nearly alike, in groups around one text each: a chain of small steps does not make two texts one.

Whatever pairs tie together is a component. Its medoid, the text nearest to all others together, gathers those that are near it;
what is left is taken up again, until nothing is tied. So each member of a group is near its medoid.
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
    """Return groups of rows: texts near one medoid, and texts that occur more than once."""
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
    """Return the texts that pairs tie, and the medoid of each one's component; of equals the first."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    nodes = np.unique(np.concatenate([left, right]))
    a, b = np.searchsorted(nodes, left), np.searchsorted(nodes, right)
    graph = coo_array((np.ones(len(a), np.int8), (a, b)), shape=(len(nodes), len(nodes)))
    _, part = connected_components(graph.tocsr(), directed=False)
    own = copies[nodes]
    strength = np.bincount(a, score * own[b], len(nodes)) + np.bincount(b, score * own[a], len(nodes)) + own - 1
    order = np.lexsort((nodes, -strength, part))
    first = np.append(True, np.diff(part[order]) != 0)
    best = np.empty(int(part.max()) + 1, np.int64)
    best[part[order][first]] = nodes[order][first]
    return nodes, best[part]
