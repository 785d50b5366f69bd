"""What lifts most similar accounts at once is granted to each; what fewer than half buy is not."""

import numpy as np
import pytest

from aboveboard.series.together import together


def periods(rng, accounts=200, count=12, usual=40.0):
    """Gains of many accounts over a few periods, their usual gain, and the number of each row's period."""
    gained = rng.poisson(usual, (accounts, count)).astype(float)
    return gained, np.full(accounts * count, usual), np.tile(np.arange(count), accounts)


def test_a_week_that_lifts_most_is_granted_with_its_spread():
    gained, usual, when = periods(np.random.default_rng(1))
    gained[:, 5] *= np.random.default_rng(2).lognormal(1.5, 0.4, 200)
    lift = together(gained.ravel(), usual, when).reshape(-1, 12)
    assert (lift[:, 5] * 40 >= gained[:, 5]).mean() > 0.97
    assert np.delete(lift, 5, axis=1) == pytest.approx(1.0, abs=0.15)


def test_what_a_third_buy_in_one_week_is_not_granted():
    gained, usual, when = periods(np.random.default_rng(1))
    usual = usual + np.random.default_rng(4).random(len(usual))
    gained[:66, 5] += 400
    assert together(gained.ravel(), usual, when).max() < 1.2


def test_only_large_accounts_are_lifted_where_only_they_were():
    gained, _, when = periods(np.random.default_rng(3), accounts=300)
    usual = np.repeat(np.where(np.arange(300) < 100, 400.0, 40.0), 12)
    gained[:100] += 360
    gained[:100, 5] *= 4
    lift = together(gained.ravel(), usual, when).reshape(-1, 12)
    assert lift[:100, 5].min() > 3.5
    assert lift[100:].max() < 1.2


def test_nineteen_accounts_lift_nobody():
    gained, usual, when = periods(np.random.default_rng(1), accounts=19)
    gained[:, 5] *= 4
    assert together(gained.ravel(), usual, when).tolist() == [1.0] * 228
