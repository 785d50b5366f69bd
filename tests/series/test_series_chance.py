"""Chances are bounds: never smaller than the exact tail, and adjusted ones hold the false-discovery rate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, combine_pvalues, false_discovery_control, poisson

from aboveboard.series.chance import adjusted, clumped, combined, surprise, surprise_of_count, widened


@given(st.integers(1, 400), st.floats(0.001, 0.999), st.data())
def test_surprise_never_overstates_a_binomial_excess(trials, rate, data):
    hits = data.draw(st.integers(0, trials))
    bound = np.exp(-surprise(np.array([hits]), np.array([trials]), np.array([rate * trials])))[0]
    assert bound >= binom.sf(hits - 1, trials, rate) * (1 - 1e-9)


@given(st.integers(0, 3000), st.floats(0.01, 500))
def test_surprise_never_overstates_a_count(seen, mean):
    bound = np.exp(-surprise_of_count(np.array([float(seen)]), np.array([mean])))[0]
    assert bound >= poisson.sf(seen - 1, mean) * (1 - 1e-9)


@given(st.lists(st.floats(1e-12, 1.0), min_size=4, max_size=4))
def test_surprises_are_combined_as_fisher_does(chances):
    sums = -np.log(np.array(chances)).sum()
    assert combined(np.array([sums]), 4)[0] == pytest.approx(combine_pvalues(chances).pvalue, rel=1e-6)


@given(st.lists(st.floats(0.0, 1.0), min_size=1, max_size=60))
def test_adjusting_is_benjamini_and_hochberg(chances):
    assert adjusted(np.array(chances)) == pytest.approx(false_discovery_control(chances))


def groups_of(rng, alike, size=40, groups=1500):
    """Counts of `size` rows at one in five; each group has a rate of its own, so that two of its rows are `alike`."""
    rate = rng.beta(0.2 * (1 / alike - 1), 0.8 * (1 / alike - 1), groups) if alike else np.full(groups, 0.2)
    owner = np.repeat(np.arange(groups), 3)
    hits = rng.binomial(size, rate[owner]).astype(float)
    return hits, np.full(len(owner), float(size)), np.full(len(owner), 0.2 * size), owner


@pytest.mark.parametrize("alike", [0.0, 0.03, 0.1])
def test_how_alike_the_rows_of_a_group_are_is_measured(alike):
    found, groups = clumped(*groups_of(np.random.default_rng(3), alike))
    assert found == pytest.approx(alike, abs=0.01)
    assert groups == 1500


def test_a_few_planted_groups_do_not_make_rows_alike_however_many_counts_they_have():
    hits, trials, expected, owner = groups_of(np.random.default_rng(3), 0.03)
    more = np.full(6000, 40.0)
    planted = (hits, more, 0), (trials, more, 0), (expected, more * 0.2, 0), (owner, np.arange(6000) % 60, 0)
    found, _ = clumped(*(np.concatenate(p[:2]) for p in planted))
    assert 0.03 < found < 0.05


def test_the_variance_of_like_rows_grows_with_their_number():
    assert widened(np.array([0.0, 1.0, 101.0]), 0.03) == pytest.approx([1.0, 1.0, 4.0])


def test_cases_that_were_not_tested_make_nobody_more_suspicious():
    assert adjusted(np.array([0.2, *np.ones(99)]), 1)[0] == 0.2
    assert adjusted(np.array([0.2, *np.ones(99)]), 1)[1] == 1.0
