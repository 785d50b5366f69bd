"""Shares above a service's own: what the test must keep to."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.series.excess import exceeding, tail, usual

ASSUMED, FAITH, SPREAD, FEWEST = 0.1, 20, 0.05, 5
OTHERS = {
    "people with a title or two": lambda rng, many: rng.geometric(0.85, many),
    "publishers": lambda rng, many: rng.integers(5, 60, many),
    "both": lambda rng, many: np.where(rng.random(many) < 0.9, rng.geometric(0.8, many), rng.integers(5, 200, many)),
}


def drawn(rng, trials, share, spread=SPREAD):
    """Draw hits of accounts whose own shares scatter around `share`."""
    strength = 1 / spread - 1
    return rng.binomial(trials, rng.beta(share * strength, (1 - share) * strength, len(trials))).astype(float)


def service(seed, size, farms, others):
    """Draw a service of which a share of the accounts are farms: hits, trials, and which are farms."""
    rng = np.random.default_rng(seed)
    lure = np.arange(size) < round(size * farms)
    trials = np.where(lure, rng.integers(4, 30, size), OTHERS[others](rng, size))
    return np.where(lure, drawn(rng, trials, 0.8), drawn(rng, trials, 0.13)), trials.astype(float), lure


@given(st.integers(1, 60), st.floats(0.01, 0.9), st.floats(0.01, 0.5))
def test_a_tail_is_a_probability_and_falls_as_more_is_asked(trials, share, spread):
    tails = [tail(k, trials, share, spread) for k in range(trials + 1)]
    assert tails[0] == pytest.approx(1)
    assert all(a >= b - 1e-12 for a, b in pairwise(tails))


def test_with_hardly_any_spread_it_is_the_binomial_tail():
    assert tail(2, 3, 0.1, 1e-6) == pytest.approx(3 * 0.01 * 0.9 + 0.001, rel=1e-3)


def test_the_usual_share_is_not_moved_by_a_tenth_of_outliers():
    hits, trials = np.array([1.0] * 900 + [10.0] * 100), np.full(1000, 10.0)
    assert usual(hits, trials, 0.01, 20, SPREAD) == pytest.approx(0.1, abs=0.01)


def test_few_accounts_hardly_move_the_assumed_share():
    assert usual(np.array([5.0]), np.array([5.0]), 0.1, 20, SPREAD) < 0.15


def test_no_accounts_leave_the_assumed_share():
    assert usual(np.empty(0), np.empty(0), 0.1, 0, SPREAD) == 0.1


def test_where_everybody_is_alike_nobody_exceeds():
    chance, share = exceeding(np.full(200, 6.0), np.full(200, 8.0), 0.1, 20, 0.05)
    assert share > 0.65
    assert chance.min() > 0.1


@pytest.mark.parametrize("others", OTHERS)
@pytest.mark.parametrize("farms", [0.01, 0.1, 0.3])
@pytest.mark.parametrize("size", [300, 10_000])
def test_the_usual_share_is_not_made_of_farms_however_many_there_are(size, farms, others):
    hits, trials, lure = service(size, size, farms, others)
    honest = (hits / trials)[~lure].mean()
    assert usual(hits, trials, ASSUMED, FAITH, SPREAD) == pytest.approx(max(honest, ASSUMED), abs=0.03)


@pytest.mark.parametrize("others", OTHERS)
@pytest.mark.parametrize(("size", "farms"), [(300, 0.3), (3000, 0.1), (30_000, 0.01), (30_000, 0.3)])
def test_most_farms_exceed_and_hardly_anybody_else_does(size, farms, others):
    hits, trials, lure = service(7, size, farms, others)
    chance, _ = exceeding(hits, trials, ASSUMED, FAITH, SPREAD, FEWEST)
    found = (chance <= 0.01) & (2 * hits >= trials)
    assert found[lure & (trials >= FEWEST)].mean() > 0.6
    assert found[~lure].sum() <= max(1, 0.02 * found.sum())


@pytest.mark.parametrize("others", OTHERS)
def test_one_farm_in_a_thousand_accounts_is_found_where_others_write_little(others):
    hits, trials, lure = service(7, 30_000, 0.001, others)
    chance, _ = exceeding(hits, trials, ASSUMED, FAITH, SPREAD, FEWEST)
    least = {"people with a title or two": 0.8, "both": 0.4, "publishers": 0.2}[others]
    assert (chance <= 0.01)[lure & (trials >= FEWEST)].mean() > least


def test_where_all_who_write_much_are_farms_those_who_write_little_say_what_is_usual():
    rng = np.random.default_rng(3)
    trials = np.concatenate([np.full(70, 12), np.ones(4000, int)])
    hits = np.concatenate([drawn(rng, trials[:70], 0.8), drawn(rng, trials[70:], 0.17)])
    chance, share = exceeding(hits, trials.astype(float), ASSUMED, FAITH, SPREAD, FEWEST)
    assert share == pytest.approx(0.17, abs=0.02)
    assert (chance[:70] <= 0.01).mean() > 0.75
    assert chance[70:].min() == 1


@pytest.mark.parametrize(("share", "spread"), [(0.5, 0.05), (0.8, 0.05), (0.8, 0.2), (0.95, 0.05)])
def test_among_thousands_of_tabloids_none_exceeds(share, spread):
    rng = np.random.default_rng(5)
    trials = rng.integers(5, 60, 10_000)
    chance, _ = exceeding(drawn(rng, trials, share, spread), trials.astype(float), ASSUMED, FAITH, SPREAD, FEWEST)
    assert (chance <= 0.01).mean() <= 0.001


@pytest.mark.parametrize("size", [3, 5, 30, 300])
def test_on_its_own_shares_alone_hardly_any_tabloid_among_tabloids_exceeds(size):
    rng = np.random.default_rng(size)
    trials = rng.integers(5, 60, size)
    chance, _ = exceeding(drawn(rng, trials, 0.8), trials.astype(float), ASSUMED, 0, SPREAD, FEWEST)
    assert (chance > 0.01).all()


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=30), st.randoms())
def test_the_order_of_accounts_changes_nothing(pairs, random):
    shuffled = random.sample(pairs, len(pairs))
    shares = [
        usual(*(np.array(c, float) for c in zip(*((min(k, n + 1), n + 1) for k, n in some), strict=True)), 0.1, 5, 0.05)
        for some in (pairs, shuffled)
    ]
    assert shares[0] == shares[1]
