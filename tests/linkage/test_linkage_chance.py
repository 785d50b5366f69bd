"""Audience migration against chance."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.linkage.chance import expected, migration_bits


def bits(again, early, chance):
    return float(migration_bits(*(np.array([v], float) for v in (again, early, chance)))[0])


def test_chance_is_the_audience_s_share_of_everyone_times_kinship():
    assert expected(np.array([50.0]), np.array([100.0]), np.array([10_000.0]), 5.0) == pytest.approx([2.5])


def test_a_share_is_never_more_than_all():
    assert expected(np.array([50.0]), np.array([900.0]), np.array([1000.0]), 5.0) == pytest.approx([50])


def test_an_audience_that_moved_weighs_much():
    assert bits(41, 60, 0.3) > 200


def test_what_chance_expects_weighs_nothing():
    assert bits(3, 60, 3.0) == 0
    assert bits(1, 60, 3.0) == 0
    assert bits(20, 20, 20.0) == 0


@given(st.integers(10, 200), st.integers(0, 8), st.floats(0.01, 1))
def test_each_more_who_is_there_again_weighs_more(early, again, chance):
    assert bits(again + 1, early, chance) >= bits(again, early, chance)


def test_three_of_three_weigh_by_hand():
    moved, chance = (1 / 20) / (1 / 2), (0.1 / 3) ** 3
    assert bits(3, 3, 0.1) == pytest.approx(np.log2(moved / chance))
