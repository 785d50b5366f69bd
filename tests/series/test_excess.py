"""Shares above a service's own: what the test must keep to."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.series.excess import exceeding, tail, usual


@given(st.integers(1, 60), st.floats(0.01, 0.9), st.floats(0.01, 0.5))
def test_a_tail_is_a_probability_and_falls_as_more_is_asked(trials, share, spread):
    tails = [tail(k, trials, share, spread) for k in range(trials + 1)]
    assert tails[0] == pytest.approx(1)
    assert all(a >= b - 1e-12 for a, b in pairwise(tails))


def test_with_hardly_any_spread_it_is_the_binomial_tail():
    assert tail(2, 3, 0.1, 1e-6) == pytest.approx(3 * 0.01 * 0.9 + 0.001, rel=1e-3)


def test_the_usual_share_is_not_moved_by_a_tenth_of_outliers():
    hits, trials = np.array([1.0] * 900 + [10.0] * 100), np.full(1000, 10.0)
    assert usual(hits, trials, 0.01, 20) == pytest.approx(0.1, abs=0.01)


def test_few_accounts_hardly_move_the_assumed_share():
    assert usual(np.array([5.0]), np.array([5.0]), 0.1, 20) < 0.15


def test_where_everybody_is_alike_nobody_exceeds():
    chance, share = exceeding(np.full(200, 6.0), np.full(200, 8.0), 0.1, 20, 0.05)
    assert share > 0.65
    assert chance.min() > 0.1
