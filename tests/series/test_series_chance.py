"""Chances are bounds: never smaller than the exact tail, and adjusted ones hold the false-discovery rate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, combine_pvalues, false_discovery_control, poisson

from aboveboard.series.chance import adjusted, combined, spread, surprise, surprise_of_count


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


def test_a_few_planted_excesses_do_not_widen_the_spread():
    rng = np.random.default_rng(3)
    mean = np.full(4000, 20.0)
    honest = rng.poisson(mean).astype(float)
    planted = honest + np.where(np.arange(4000) % 20 == 0, 200, 0)
    assert spread(honest, mean, mean) == pytest.approx(1.0, abs=0.15)
    assert spread(planted, mean, mean) == pytest.approx(1.1, abs=0.2)
    assert spread(rng.negative_binomial(2, 2 / 22, 4000).astype(float), mean, mean) > 5


def test_cases_that_were_not_tested_make_nobody_more_suspicious():
    assert adjusted(np.array([0.2, *np.ones(99)]), 1)[0] == 0.2
    assert adjusted(np.array([0.2, *np.ones(99)]), 1)[1] == 1.0
