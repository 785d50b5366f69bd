"""Growth is explained by those who looked; what nobody saw is found, at every scale, with twelve points."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.series.growth import FEWEST, Gains, explain, jumps, odd_digits


def series(*accounts, views=200.0, mentions=1.0):
    """One series an account: (gains, views by period or none)."""
    n = np.array([len(g) for g, _ in accounts])
    gained = np.concatenate([np.asarray(g, float) for g, _ in accounts])
    seen = np.full(len(gained), views)
    for (_, told), start in zip(accounts, np.cumsum(n) - n, strict=True):
        for period, value in told.items():
            seen[start + period] = value
    still = np.zeros(len(gained))
    return Gains(
        np.repeat(np.arange(len(n)), n),
        gained,
        still,
        seen,
        np.full(len(gained), mentions),
        np.full(len(gained), np.nan),
    )


def found(rows):
    return jumps(rows, explain(rows), 30, 0.01)


def quiet(rng, periods=40):
    return rng.poisson(4, periods), {}


def test_a_burst_that_nobody_saw_is_found_where_it_is():
    rng = np.random.default_rng(1)
    gains = rng.poisson(4, 40)
    gains[17] += 300
    made = found(series((gains, {}), quiet(rng)))
    assert (made.series.tolist(), made.start.tolist(), made.stop.tolist()) == ([0], [17], [18])


def test_a_drip_too_thin_for_any_day_is_found_over_weeks():
    rng = np.random.default_rng(2)
    gains = rng.poisson(4, 80) + np.where((np.arange(80) >= 30) & (np.arange(80) < 46), 14, 0)
    made = found(series((gains, {}), quiet(rng, 80)))
    assert made.series.tolist() == [0]
    assert made.stop[0] - made.start[0] >= 8
    assert made.steps[0] <= 2


def dripped(seed, views=200.0):
    """Sixty periods at four each, of which sixteen have seven more."""
    rng = np.random.default_rng(seed)
    there = (np.arange(60) >= 24) & (np.arange(60) < 40)
    told = dict.fromkeys(np.flatnonzero(there).tolist(), views)
    return series((rng.poisson(4, 60) + np.where(there, 7, 0), told), *(quiet(rng, 60) for _ in range(20)))


def test_a_drip_that_raises_the_usual_itself_is_found_beside_the_rest():
    assert sum(0 in found(dripped(seed)).series for seed in range(20)) >= 18


def test_what_the_rest_is_expected_to_bring_is_told():
    made = found(dripped(1))
    assert made.gained[0] > 2 * made.expected[0]
    assert made.expected[0] >= 4 * (made.stop[0] - made.start[0]) * 0.8


def test_weeks_of_newcomers_who_looked_are_no_drip():
    assert not any(0 in found(dripped(seed, views=270.0)).series for seed in range(20))


def test_a_migration_that_lifts_nobody_alike_accuses_nobody():
    for seed in range(5):
        rng = np.random.default_rng(seed)
        gains = rng.poisson(rng.lognormal(2, 1, (300, 1)) * rng.lognormal(-0.1, 0.5, (300, 24))).astype(float)
        gains[:, 12] *= rng.uniform(4, 10) * rng.lognormal(0, 0.4, 300)
        rows = series(*((np.round(g), {}) for g in gains))
        rows = Gains(
            rows.series, rows.gained, rows.lost, rows.views, rows.mentions, rows.followers, np.tile(np.arange(24), 300)
        )
        made = found(rows)
        assert not ((made.start % 24 <= 12) & ((made.stop - 1) % 24 >= 12)).any()


def test_views_explain_a_viral_day_and_its_echo():
    rng = np.random.default_rng(3)
    gains = rng.poisson(4, 40)
    gains[[17, 18, 19]] += [300, 140, 60]
    assert not len(found(series((gains, {17: 900.0}), quiet(rng))).series)


def test_twelve_points_are_enough_and_eleven_are_not():
    gains = [4.0] * 5 + [400.0] + [4.0] * 6
    assert len(found(series((gains, {}))).series) == 1
    assert FEWEST == 12
    assert not len(found(series((gains[:11], {}))).series)


def test_a_staircase_is_counted_and_its_even_steps_are_noted():
    gains = np.full(40, 4.0)
    gains[[5, 15, 25, 35]] = 504
    made = found(series((gains, {})))
    assert made.steps.tolist() == [4]
    assert made.even.tolist() == [True]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.2, 200))
def test_steady_growth_is_never_a_finding(seed, mean):
    rng = np.random.default_rng(seed)
    made = found(series(*[(rng.poisson(mean, 60), {}) for _ in range(20)]))
    assert len(made.series) <= 1


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_attention_explains_growth_and_never_less_than_none(seed):
    rng = np.random.default_rng(seed)
    told = explain(series(quiet(rng), (rng.poisson(50, 30), {3: 5000.0})))
    assert (told.explained >= 0).all()
    assert told.explained[43] == 4800
    assert told.usual[43] > 5 * told.usual[50], "so many views usually bring more"


def test_first_digits_off_benfords_law_are_noted():
    rng = np.random.default_rng(4)
    honest = np.floor(10 ** rng.uniform(0, 4, 300))
    made = np.where(np.arange(300) % 2, 500.0, np.floor(10 ** rng.uniform(0, 4, 300)))
    assert odd_digits(series((honest, {}), (made, {}))).tolist() == [False, True]


def test_without_rows_nothing_is_found():
    rows = series((np.zeros(0), {}))
    assert not len(odd_digits(rows)) or not odd_digits(rows).any()
    assert explain(series(([4.0] * 12, {}))).usual == pytest.approx(np.full(12, 4.0))


def noisy(rng, extra_gain=0, extra_views=0.0, lost=(), size=300):
    """Three hundred accounts whose views swing by a fifth; in the first, something happens in period 20."""
    gains, views = rng.poisson(4, (size, 40)).astype(float), 400.0 * rng.gamma(25, 1 / 25, (size, 40))
    gone = np.zeros((size, 40))
    gains[0, 20] += extra_gain
    views[0, 20] += extra_views
    for period, count in lost:
        gone[0, period] += count
    return Gains(
        np.repeat(np.arange(size), 40), gains.ravel(), gone.ravel(), views.ravel(), np.zeros(size * 40), np.full(size * 40, np.nan)
    )  # fmt: skip


def accused(seed, **what):
    return 0 in found(noisy(np.random.default_rng(seed), **what)).series


def test_newcomers_whose_views_hide_in_the_usual_swings_are_left_alone():
    assert sum(accused(seed, extra_gain=60, extra_views=90.0) for seed in range(20)) <= 4


def test_more_newcomers_than_the_swings_can_hide_are_found():
    assert all(accused(seed, extra_gain=600) for seed in range(20))


def test_people_who_come_back_after_a_mistaken_purge_are_no_purchase():
    assert accused(1, extra_gain=600)
    assert not accused(1, extra_gain=600, lost=[(19, 620)])


def test_followers_who_leave_after_they_came_do_not_excuse_their_coming():
    assert accused(1, extra_gain=600, lost=[(22, 300)])
