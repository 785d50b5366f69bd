"""No published table of counts lets anybody work out a small cell, whatever they add and subtract."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog

from aboveboard.privacy.smallcells import hidden, merged, rounded, solved

K = 10


def span(counts, mask, cell):
    """The least and greatest value that a hidden cell can have, by linear programming over all that is published."""
    places = [tuple(p) for p in np.argwhere(mask)]
    open_ = np.where(mask, 0, counts)
    lines = [(1, r, counts.sum(1)[r] - open_.sum(1)[r]) for r in range(counts.shape[0])]
    lines += [(0, c, counts.sum(0)[c] - open_.sum(0)[c]) for c in range(counts.shape[1])]
    matrix = [[1.0 if p[1 - axis] == at else 0.0 for p in places] for axis, at, _ in lines]
    goal = np.array([1.0 if p == cell else 0.0 for p in places])
    ends = [linprog(sign * goal, A_eq=matrix, b_eq=[rest for *_, rest in lines], bounds=(0, None), method="highs").fun * sign for sign in (1, -1)]  # fmt: skip
    return ends[0], ends[1]


def fitting(counts):
    """The same table with classes that are too few put together."""
    for axis in (0, 1):
        names = merged({str(n): int(c) for n, c in enumerate(counts.sum(1 - axis))}, K)
        groups = sorted(set(names.values()))
        folded = np.zeros((len(groups), counts.shape[1 - axis]), np.int64)
        for n, name in names.items():
            folded[groups.index(name)] += counts[int(n)] if axis == 0 else counts[:, int(n)]
        counts = folded if axis == 0 else folded.T
    return counts


tables = st.tuples(st.integers(1, 6), st.integers(1, 6)).flatmap(
    lambda shape: arrays(np.int64, shape, elements=st.integers(0, 3) | st.integers(0, 40) | st.just(0))
)


@settings(max_examples=60)
@given(tables)
def test_every_small_cell_keeps_more_than_one_possible_value(drawn):
    counts = fitting(drawn)
    if 0 < counts.sum() < K:
        return
    mask = hidden(counts, K)
    small = (counts > 0) & (counts < K)
    assert mask[small].all()
    for cell in map(tuple, np.argwhere(small)):
        low, high = span(counts, mask, cell)
        assert high - low > 0.5, (counts, mask, cell)
    for axis in (0, 1):
        sums = np.where(mask, counts, 0).sum(axis)
        assert not ((sums > 0) & (sums < K)).any()
    if not small.any():
        assert not mask.any(), "nothing is hidden without need"


@settings(max_examples=40)
@given(tables, st.integers(0, 2**32 - 1))
def test_what_is_called_solved_is_what_linear_programming_finds_fixed(counts, seed):
    mask = np.random.default_rng(seed).random(counts.shape) < 0.6
    for cell in map(tuple, np.argwhere(mask)):
        low, high = span(counts, mask, cell)
        assert solved(counts, mask, *cell) == (high - low < 0.5)


def test_hiding_one_cell_hides_others_since_the_sums_would_give_it_away():
    counts = np.array([[3, 40, 50], [60, 70, 80], [20, 90, 99]])
    mask = hidden(counts, K)
    assert mask.sum() == 4
    assert mask[0, 0]
    assert all(n in (0, 2) for n in [*mask.sum(0), *mask.sum(1)])


def test_a_zero_beside_small_cells_gives_them_away_so_it_is_hidden_too():
    counts = np.array([[3, 12], [12, 0]])
    with pytest.raises(ValueError, match="a sum is below k"):
        hidden(np.array([[3, 7], [6, 0]]), K)
    assert hidden(counts, K).all()
    assert solved(counts, np.array([[True, True], [True, False]]), 0, 0)


def test_classes_with_too_few_go_together_and_never_stand_alone():
    assert merged({"a": 50, "b": 6, "c": 7, "d": 0}, K) == {"a": "a", "b": "other", "c": "other", "d": "d"}
    assert merged({"a": 50, "b": 20, "c": 2}, K) == {"a": "a", "b": "other", "c": "other"}
    assert merged({"a": 2, "b": 3}, K) == {"a": "other", "b": "other"}
    assert merged({}, K) == {}


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 30), max_size=8))
def test_no_class_that_is_published_has_too_few_unless_all_together_have(totals):
    sums: dict[str, int] = {}
    for name, put in merged(totals, K).items():
        sums[put] = sums.get(put, 0) + totals[name]
    assert all(n == 0 or n >= K for n in sums.values()) or sum(totals.values()) < K


def test_rounding_is_to_the_nearest_and_keeps_what_is_hidden_hidden():
    assert rounded([0, 2, 3, 7, 8, None], 5) == [0, 0, 5, 5, 10, None]
    assert rounded([11, 12, None], 1) == [11, 12, None]
