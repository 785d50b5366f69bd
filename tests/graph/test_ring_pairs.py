"""Pairs inside a ring are found without reading all pairs, and are the same."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.graph.crews import within
from aboveboard.graph.habits import _tick

ends = st.integers(0, 12)


@given(st.lists(st.tuples(ends, ends), max_size=40, unique=True), st.sets(ends, max_size=8))
def test_the_pairs_of_members_are_those_that_have_both_ends_among_them(pairs, members):
    left, right = (
        (np.array(side, np.int32) for side in zip(*sorted(pairs), strict=True))
        if pairs
        else (np.empty(0, np.int32),) * 2
    )
    own = np.array(sorted(members), np.int32)
    assert within(left, right, own).tolist() == np.flatnonzero(np.isin(left, own) & np.isin(right, own)).tolist()


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=30), st.sampled_from([1, 2, 5, 7, 60, 3600]))
def test_the_tick_of_a_clock_is_coarse_just_where_that_of_all_different_times_is(at, step):
    times = np.array(at, np.int64) * step
    apart = int(np.gcd.reduce(np.diff(np.unique(times)), initial=0))
    assert _tick(times) == apart or 0 < _tick(times) < 5 > apart
