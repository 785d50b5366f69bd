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

_UNIT = 1 << 32
_ROUGH, _HIGH, _FALL, _STEP, _SHRUNK = 1 << 20, 3.5, 0.7, 1.05, 0.75

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class Block(NamedTuple):
    """Rows and columns of a block, and its mean weight: weights inside over rows and columns together."""

    rows: Longs
    columns: Longs
    mean: float


def densest(follower: Ints, target: Ints, rows: int, columns: int, followers: Longs | Ints | None = None) -> Block:
    """Return the block that the greedy peel of the whole graph would keep. Pairs are distinct; numbers below `rows`, `columns`.

    `followers` are the targets' degrees that set the weights, where the edges given are only some of a graph's.
    """
    if not len(follower):
        return Block(np.empty(0, np.int64), np.empty(0, np.int64), 0.0)
    many = _counts(target, columns)
    graph = _core(follower, target, _weights(many if followers is None else followers), rows, many)
    order, gone, mean = _peeled(graph)
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

    def adjoined(self) -> tuple[Ints, Ints, Longs]:
        """Return where each node's neighbours start, the neighbours, and what each node adds."""
        nodes, edges = len(self.weight), len(self.one)
        sizes, sums = np.zeros(nodes, np.int32), np.zeros(nodes, np.int64)
        loop("degrees", edges)(self.one, self.other, self.weight, sizes, sums)
        sums += sizes * self.weight
        starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
        near = np.empty(2 * edges, np.int32)
        loop("adjoin", edges)(self.one, self.other, starts.copy(), near)
        return starts, near, sums


def _counts(numbers: Ints, size: int) -> Ints:
    """Return how often each number below `size` is there."""
    many = np.zeros(size, np.int32)
    loop("tally", len(numbers))(numbers, many)
    return many


class _Weights(NamedTuple):
    """Weights of targets: `exact`, in units of 2**-32, and `rough`, in units of `step` of these, rounded up.

    Rough sums are never too small, half the size of exact ones, and none overflows, for a row has each target once.
    """

    exact: Longs
    rough: npt.NDArray[np.uint16]
    step: int


def _weights(degree: Ints | Longs) -> _Weights:
    exact = np.rint(_UNIT / np.log(degree + 5.0)).astype(np.int64)
    step = max(_ROUGH, int(exact.max(initial=0)) * len(exact) // (_UNIT // 2) + 1)
    return _Weights(exact, (-(-exact // step)).astype(np.uint16), step)


def _core(follower: Ints, target: Ints, weights: _Weights, rows: int, many: Ints) -> _Graph:
    """Return a part that holds every state of the peel from its best moment on, mostly little more than that.

    Marks fall from far above the mean until what they leave has a mean above the mark: then nothing below it matters.
    """
    into = np.empty_like(follower), np.empty_like(target)
    sums = _rough(follower, target, weights, rows), many * weights.exact
    best = int(sums[1].sum()) / (rows + len(many))
    mark = best * _HIGH
    while True:
        graph = _sifted(follower, target, weights, sums, mark, into)
        withstood, mean = _eroded(graph, mark)
        best = max(best, mean)
        if best >= mark:
            return _part(graph, withstood, best)
        mark = max(mark * _FALL, best)


def _rough(follower: Ints, target: Ints, weights: _Weights, rows: int) -> npt.NDArray[np.uint32]:
    """Return what each row adds, in rough weights."""
    sums = np.zeros(rows, np.uint32)
    loop("weigh", len(follower))(follower, target, weights.rough, sums)
    return sums


def _sifted(
    follower: Ints,
    target: Ints,
    weights: _Weights,
    sums: tuple[npt.NDArray[np.uint32], Longs],
    mark: float,
    into: tuple[Ints, Ints],
) -> _Graph:
    """Return the nodes that add `mark` or more and the edges between them, sifted again while that takes many away."""
    while True:
        kept, before = (sums[0] >= mark / weights.step, sums[1] >= mark), len(follower)
        left = loop("sift", before)(follower, target, *kept, *into)
        follower, target = into[0][:left], into[1][:left]
        if left >= _SHRUNK * before or not left:
            return _graph(follower, target, weights.exact, kept)
        sums = _rough(follower, target, weights, len(kept[0])), _counts(target, len(kept[1])) * weights.exact


def _graph(follower: Ints, target: Ints, weight: Longs, kept: tuple[Flags, Flags]) -> _Graph:
    """Give new numbers to the nodes that were kept, and to the ends of the edges, in place."""
    row, column = (np.flatnonzero(k) for k in kept)
    weight = np.concatenate([np.zeros(len(row), np.int64), weight[column]])
    _rename(follower, row, np.arange(len(row)), len(kept[0]))
    _rename(target, column, np.arange(len(row), len(weight)), len(kept[1]))
    return _Graph(row, column, follower, target, weight)


def _rename(numbers: Ints, old: Longs, new: Longs, size: int) -> None:
    """Put new numbers in place of old ones, which are below `size`."""
    names = np.zeros(size, np.int32)
    names[old] = new
    loop("rename", len(numbers))(numbers, names)


def _eroded(graph: _Graph, mark: float) -> tuple[Floats, float]:
    """Raise marks from `mark` on until nothing is left; return the last mark each node withstood (0: none), and the best mean."""
    starts, other, sums = graph.adjoined()
    withstood, queue = np.zeros(len(sums)), np.empty(len(sums), np.int32)
    best = loop("erode", len(other))(starts, other, graph.weight, sums, mark, _STEP, queue, withstood)
    return withstood, best


def _part(graph: _Graph, withstood: Floats, best: float) -> _Graph:
    """Return the nodes that no mark up to `best` removed, with the edges between them, which take the place of the graph's."""
    passed = withstood[withstood <= best].max(initial=0.0)
    kept = withstood >= passed if passed > 0 else withstood > 0
    edges = loop("sift", len(graph.one))(graph.one, graph.other, kept, kept, graph.one, graph.other)
    one, other, old, rows = graph.one[:edges], graph.other[:edges], np.flatnonzero(kept), len(graph.row)
    for numbers in (one, other):
        _rename(numbers, old, np.arange(len(old)), len(kept))
    return _Graph(graph.row[kept[:rows]], graph.column[kept[rows:]], one, other, graph.weight[kept])


def _peeled(graph: _Graph) -> tuple[Ints, int, float]:
    """Return the nodes in the order in which they go, how many had gone at the best moment, and the mean then."""
    starts, other, sums = graph.adjoined()
    order, bits = np.empty(len(sums), np.int32), max(1, (len(sums).bit_length() + 2) // 3)
    few = _minima(sums, 1 << bits)
    many = _minima(few, 1 << bits)
    peel = loop("peel", 8 * len(graph.one))
    return order, *peel(starts, other, len(graph.row), graph.weight, sums, few, many, bits, order)


def _minima(values: Longs, wide: int) -> Longs:
    """Return the least of each `wide` values."""
    return np.minimum.reduceat(values, np.arange(0, len(values), wide))
