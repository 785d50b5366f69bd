"""Rivals for one place share its probability."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.linkage.rivals import settled


def settle(odds, left, right, sides=(1000, 1000)):
    return settled(np.array(odds, float), np.array(left), np.array(right), sides)


def test_a_pair_without_rivals_keeps_its_odds():
    assert settle([3.0], [0], [0]) == pytest.approx([0.75])


def test_where_accounts_return_once_two_equal_rivals_share_what_one_would_have():
    """Two hundred clear returns teach that nobody comes back twice."""
    odds = [1e6] * 200 + [4.0, 4.0]
    rows = [*range(200), 200, 201], [*range(200), 200, 200]
    found = settle(odds, *rows, (400, 400))
    assert 4 / 9 < found[200] < 0.6, "four to one alone, four to five beside its equal"
    assert found[200] == found[201]
    assert found[:200].min() > 0.99


def test_where_accounts_return_twice_both_are_believed():
    odds = [1e6] * 400
    found = settle(odds, np.arange(400), np.repeat(np.arange(200), 2), (4000, 2000))
    assert found.min() > 0.9


@given(st.lists(st.tuples(st.floats(1e-6, 1e6), st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=12))
def test_rivals_never_make_a_pair_surer(pairs):
    odds, left, right = (np.array(c) for c in zip(*pairs, strict=True))
    found = settled(odds, left, right, (50, 50))
    assert (found <= odds / (1 + odds) + 1e-12).all()
    assert (found >= 0).all()
