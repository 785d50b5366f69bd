"""Tails and discoveries against what SciPy and the definition say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from aboveboard.graph.chance import discoveries, log_tail


@given(st.integers(0, 300), st.floats(1e-6, 200))
def test_the_tail_is_that_of_a_poisson_count(seen, mean):
    expected = poisson.logsf(seen - 1, mean) if seen else 0.0
    if expected > -600:
        assert log_tail(np.array([float(seen)]), np.array([mean]))[0] == pytest.approx(expected, abs=1e-6, rel=1e-6)


def test_a_tail_beyond_the_reach_of_floats_is_bounded_from_above():
    found = log_tail(np.array([5000.0]), np.array([1.0]))[0]
    first = poisson.logpmf(5000, 1.0)
    assert first <= found <= first + 0.001


def test_discoveries_are_those_of_benjamini_and_hochberg():
    p = np.array([0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216])
    assert discoveries(np.log(p), 0.05).tolist() == [True, True] + [False] * 8
    assert discoveries(np.log(p), 0.05, 100).sum() == 0  # as the smallest of a hundred they are what chance brings


def test_without_tests_nothing_is_discovered():
    assert discoveries(np.empty(0), 0.01).tolist() == []
