"""The densest block of a follow graph, with popular targets worth less, so that camouflage does not pay.

What is maximised: over sets of followers R and targets C, the weights of the follows between them over |R| + |C|, a follow of target t
weighing 1 / ln(followers of t + 5). The greedy peel of Hooi and others (FRAUDAR, KDD 2016) is within half of the optimum and, as
implemented here, removes the node that adds least, rows and low numbers first, and keeps the best moment.

Pruned first. While the mean is g, a node that adds less than g is removed before the best moment by any greedy peel, whatever the
order; what is left when none adds less than some mark is a state of every greedy peel, so its mean is such a g. Rising marks give
the best g, all nodes below it go at once, and only the rest is peeled. Weights are whole numbers of 2**-32, so that sums depend
on no order.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_matrix

from aboveboard.graph.compiled import loop
from aboveboard.graph.follows import Ints, Longs

__all__ = ["Block", "densest"]

_UNIT, _NEVER = 1 << 32, 1 << 62
_STEP, _WORTH = 1.05, 0.9
"""How fast marks rise, and how few edges a pass over all of them must leave to be followed by another."""


class Block(NamedTuple):
    """Rows and columns of a block, and its mean weight: weights inside over rows and columns together."""

    rows: Longs
    columns: Longs
    mean: float


def densest(follower: Ints, target: Ints, rows: int, columns: int, followers: Longs | None = None) -> Block:
    """Return the block that the greedy peel of the whole graph would keep. Pairs are distinct; numbers below `rows`, `columns`.

    `followers` are the targets' degrees that set the weights, where the edges given are only some of a graph's.
    """
    degree = np.bincount(target, minlength=columns) if followers is None else followers
    weight = np.rint(_UNIT / np.log(degree + 5.0)).astype(np.int64)
    graph = _graph(*_sifted(follower, target, weight, rows), weight)
    graph = _above(graph, _bound(graph))
    if not len(graph.one):
        return Block(np.empty(0, np.int64), np.empty(0, np.int64), 0.0)
    order, steps = np.empty(len(graph.weight), np.int32), 8 * len(graph.one)
    starts, other = graph.neighbours()
    gone, mean = loop("peel", steps)(starts, other, len(graph.row), graph.weight, _minima(graph.sums()), order)
    left = np.ones(len(graph.weight), bool)
    left[order[:gone]] = False
    return Block(graph.row[left[: len(graph.row)]], graph.column[left[len(graph.row) :]], mean / _UNIT)


class _Graph(NamedTuple):
    """Nodes are `row`, then `column` (names in the whole graph); edges go from `one` to `other`; `weight` is 0 for rows."""

    row: Longs
    column: Longs
    one: Ints
    other: Ints
    weight: Longs

    def neighbours(self) -> tuple[Ints, Ints]:
        """Return where each node's neighbours start, and the neighbours."""
        nodes = len(self.weight)
        ends = np.append(self.one, self.other), np.append(self.other, self.one)
        both = coo_matrix((np.ones(len(ends[0]), np.int8), ends), (nodes, nodes)).tocsr()
        return both.indptr.astype(np.int32), both.indices.astype(np.int32)

    def sums(self) -> Longs:
        """Return what each node adds."""
        sums = np.zeros(len(self.weight), np.int64)
        loop("degrees", len(self.one))(self.one, self.other, self.weight, sums, sums)
        return sums


def _graph(follower: Ints, target: Ints, weight: Longs) -> _Graph:
    """Number the nodes that have edges anew."""
    row, column = (np.flatnonzero(np.bincount(n, minlength=1)) for n in (follower, target))
    place = np.zeros(int(max(row.max(initial=0), column.max(initial=0))) + 1, np.int32)
    place[row] = np.arange(len(row))
    one = place[follower]
    place[column] = len(row) + np.arange(len(column))
    return _Graph(row, column, one, place[target], np.concatenate([np.zeros(len(row), np.int64), weight[column]]))


def _sifted(follower: Ints, target: Ints, weight: Longs, rows: int) -> tuple[Ints, Ints]:
    """Drop what adds less than the mean of the rest while that drops many edges."""
    kept = np.ones(rows, bool), np.ones(len(weight), bool)
    best, before = 0.0, 2 * len(follower)
    while len(follower) and len(follower) < _WORTH * before:
        sums = np.zeros(rows, np.int64), np.zeros(len(weight), np.int64)
        total = loop("degrees", len(follower))(follower, target, weight, *sums)
        best, first = max(best, total / int(kept[0].sum() + kept[1].sum())), before > len(follower) * 1.99
        for k, s in zip(kept, sums, strict=True):
            k &= s >= best
        if first:
            follower, target = follower.copy(), target.copy()
        before = len(follower)
        left = loop("sift", len(follower))(follower, target, *kept)
        follower, target = follower[:left], target[:left]
    return follower, target


def _bound(graph: _Graph) -> float:
    """Return the best mean of the states that rising marks leave."""
    sums, (starts, other) = graph.sums(), graph.neighbours()
    queue, best, mark = np.empty(len(sums), np.int32), 0.0, 0.0
    while (nodes := int((sums >= 0).sum())) and len(graph.one):
        mean = float(sums[sums >= 0].sum()) / 2 / nodes
        best, mark = max(best, mean), max(mark * _STEP, mean)
        loop("erode", len(other))(starts, other, graph.weight, sums, mark, queue)
    return best


def _above(graph: _Graph, mark: float) -> _Graph:
    """Return what is left when nodes that add less than `mark` are gone."""
    sums, (starts, other) = graph.sums(), graph.neighbours()
    loop("erode", len(other))(starts, other, graph.weight, sums, mark, np.empty(len(sums), np.int32))
    kept = (sums >= 0)[graph.one] & (sums >= 0)[graph.other]
    rows = len(graph.row)
    weight = np.zeros(int(graph.column.max(initial=0)) + 1, np.int64)
    weight[graph.column] = graph.weight[rows:]
    return _graph(graph.row[graph.one[kept]].astype(np.int32), graph.column[graph.other[kept] - rows].astype(np.int32), weight)


def _minima(sums: Longs) -> Longs:
    """Return a complete binary tree over `sums`, each inner place holding the less of the two below."""
    base = 1 << max(len(sums) - 1, 1).bit_length()
    tree = np.full(2 * base, _NEVER, np.int64)
    tree[base : base + len(sums)] = sums
    while base > 1:
        low, base = base, base // 2
        tree[base:low] = np.minimum(tree[low : 2 * low : 2], tree[low + 1 : 2 * low : 2])
    return tree
