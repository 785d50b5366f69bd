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
import numpy.typing as npt

from aboveboard.graph.compiled import loop
from aboveboard.graph.follows import Ints, Longs

__all__ = ["Block", "densest"]

_UNIT, _NEVER = 1 << 32, 1 << 62
_HIGH, _FALL, _STEP = 4.0, 0.7, 1.05

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


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
    graph = _core(follower, target, weight, rows)
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
        sizes = np.bincount(self.one, minlength=nodes) + np.bincount(self.other, minlength=nodes)
        starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
        near = np.empty(2 * len(self.one), np.int32)
        loop("adjoin", len(self.one))(self.one, self.other, starts.copy(), near)
        return starts, near

    def sums(self) -> Longs:
        """Return what each node adds."""
        sums = np.zeros(len(self.weight), np.int64)
        loop("degrees", len(self.one))(self.one, self.other, self.weight, sums, sums)
        return sums


def _graph(follower: Ints, target: Ints, weight: Longs) -> _Graph:
    """Give new numbers to the nodes that have edges."""
    row, column = (np.flatnonzero(np.bincount(n, minlength=1)) for n in (follower, target))
    place = np.zeros(int(max(row.max(initial=0), column.max(initial=0))) + 1, np.int32)
    place[row] = np.arange(len(row))
    one = place[follower]
    place[column] = len(row) + np.arange(len(column))
    return _Graph(row, column, one, place[target], np.concatenate([np.zeros(len(row), np.int64), weight[column]]))


def _core(follower: Ints, target: Ints, weight: Longs, rows: int) -> _Graph:
    """Return a part that holds every state of the peel from its best moment on, mostly little more than that.

    Marks fall from far above the mean until what they leave has a mean above the mark: then nothing below it matters.
    """
    sums = np.zeros(rows, np.int64), np.zeros(len(weight), np.int64)
    best = loop("degrees", len(follower))(follower, target, weight, *sums) / max(rows + len(weight), 1)
    mark, into = best * _HIGH, (np.empty_like(follower), np.empty_like(target))
    while True:
        kept = sums[0] >= mark, sums[1] >= mark
        graph = _graph(*_sifted(follower, target, weight, kept, mark, into), weight)
        left, mean = _eroded(graph, mark)
        best = max(best, mean)
        if best >= mark:
            return _part(graph, left, best)
        mark *= _FALL


def _sifted(
    follower: Ints, target: Ints, weight: Longs, kept: tuple[Flags, Flags], mark: float, into: tuple[Ints, Ints]
) -> tuple[Ints, Ints]:
    """Return the edges between kept nodes, once more cleared of those that then add less than `mark`."""
    left = loop("sift", len(follower))(follower, target, *kept, *into)
    follower, target = into[0][:left], into[1][:left]
    sums = np.zeros(len(kept[0]), np.int64), np.zeros(len(kept[1]), np.int64)
    loop("degrees", left)(follower, target, weight, *sums)
    again = loop("sift", left)(follower, target, sums[0] >= mark, sums[1] >= mark, *into)
    return into[0][:again], into[1][:again]


def _eroded(graph: _Graph, mark: float) -> tuple[Floats, float]:
    """Raise marks from `mark` on until nothing is left; return the last mark each node withstood (0: none), and the best mean."""
    sums, (starts, other) = graph.sums(), graph.neighbours()
    queue, best, gone = np.empty(len(sums), np.int32), 0.0, np.zeros(len(sums))
    while len(sums):
        loop("erode", len(other))(starts, other, graph.weight, sums, mark, queue)
        left = sums >= 0
        if not left.any():
            break
        gone[left] = mark
        best = max(best, float(sums[left].sum()) / 2 / int(left.sum()))
        mark = max(mark * _STEP, best)
    return gone, best


def _part(graph: _Graph, gone: Floats, best: float) -> _Graph:
    """Return the nodes that no mark up to `best` removed, with the edges between them."""
    passed = gone[gone <= best].max(initial=0.0)
    kept = gone >= passed if passed > 0 else gone > 0
    edges = kept[graph.one] & kept[graph.other]
    rows = len(graph.row)
    weight = np.zeros(int(graph.column.max(initial=0)) + 1, np.int64)
    weight[graph.column] = graph.weight[rows:]
    row, column = graph.row[graph.one[edges]], graph.column[graph.other[edges] - rows]
    return _graph(row.astype(np.int32), column.astype(np.int32), weight)


def _minima(sums: Longs) -> Longs:
    """Return a complete binary tree over `sums`, each inner place holding the less of the two below."""
    base = 1 << max(len(sums) - 1, 1).bit_length()
    tree = np.full(2 * base, _NEVER, np.int64)
    tree[base : base + len(sums)] = sums
    while base > 1:
        low, base = base, base // 2
        tree[base:low] = np.minimum(tree[low : 2 * low : 2], tree[low + 1 : 2 * low : 2])
    return tree
