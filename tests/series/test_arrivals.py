"""Batches are found where they are, at the rate promised, and an honest crowd has none."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.series.arrivals import Arrivals, batches
from aboveboard.series.strata import expected_share
from aboveboard.series.windows import SHORTEST, Counts, best_windows

DAY = 86_400


def crowd(rng, targets=60, each=80, hollow=0.2, idle=0.3):
    """Honest follows: people made at any time follow at any later time."""
    n = targets * each
    born = rng.integers(0, 2000 * DAY, n)
    at = born + rng.integers(1, 800 * DAY, n)
    fresh = at - born <= 30 * DAY
    return Arrivals(
        np.repeat(np.arange(targets), each),
        rng.permutation(n),
        at,
        born,
        fresh,
        rng.random(n) < idle,
        rng.random(n) < hollow,
    )


def joined(one, *others):
    names = ("target", "follower", "at", "born", "fresh", "idle", "hollow")
    return Arrivals(*(np.concatenate([getattr(a, n) for a in (one, *others)]) for n in names))


def bought(rng, target, size, at=1500 * DAY, made=1480 * DAY):
    ids = 1_000_000 + target * 10_000 + np.arange(size)
    came, born = at + rng.integers(0, DAY, size), made + rng.integers(0, DAY // 8, size)
    true = np.ones(size, bool)
    return Arrivals(np.full(size, target), ids, came, born, came - born <= 30 * DAY, true, rng.random(size) < 0.8)


def test_a_bought_batch_is_found_with_its_members_and_what_is_odd_about_it():
    rng = np.random.default_rng(1)
    rows = joined(crowd(rng), bought(rng, 7, 40))
    found = batches(rows, 0.01)
    assert found.target.tolist() == [7]
    fake = rows.follower[found.row] >= 1_000_000
    assert fake.sum() >= 38
    assert fake.mean() > 0.85
    assert found.clear[0].tolist() == [True, False, True, True]
    assert found.expected[0, 3] < 15 < found.hits[0, 3]


def test_an_old_batch_is_told_by_its_neighbours_birthdays():
    rng = np.random.default_rng(2)
    rows = joined(crowd(rng), bought(rng, 3, 40, made=200 * DAY))
    found = batches(rows, 0.01)
    assert found.target.tolist() == [3]
    assert found.clear[0, 1]


def test_two_batches_of_one_target_are_two():
    rng = np.random.default_rng(4)
    rows = joined(
        crowd(rng, each=160),
        bought(rng, 5, 40, at=900 * DAY, made=890 * DAY),
        bought(rng, 5, 40, at=2200 * DAY, made=2190 * DAY),
    )
    rows.follower[-40:] += 5000
    found = batches(rows, 0.01)
    assert found.target.tolist() == [5, 5]
    assert sorted(found.first // DAY // 500) == [1, 4]


def test_honest_crowds_have_batches_no_more_often_than_promised():
    found = [len(batches(crowd(np.random.default_rng(seed), targets=40), 0.05).size) for seed in range(20)]
    assert sum(f > 0 for f in found) <= 3


def test_newcomers_who_follow_everybody_are_nobodys_batch():
    rng = np.random.default_rng(5)
    moved = [bought(rng, t, 40) for t in range(40)]
    assert not len(batches(joined(crowd(rng), *moved), 0.01).size)


def test_row_order_changes_nothing():
    rng = np.random.default_rng(6)
    rows = joined(crowd(rng), bought(rng, 7, 40))
    mixed = rows.take(rng.permutation(len(rows.at)))
    one, two = batches(rows, 0.01), batches(mixed, 0.01)
    assert one.chance.tolist() == two.chance.tolist()
    assert rows.follower[one.row].tolist() == mixed.follower[two.row].tolist()


def test_nobody_follows_anybody():
    nothing = np.zeros(0, np.int64)
    assert not len(batches(Arrivals(*[nothing] * 7), 0.01).size)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 90), min_size=1, max_size=6), st.integers(0, 10_000))
def test_the_best_window_lies_within_its_sequence_and_is_never_worth_less_than_any_that_was_tried(sizes, seed):
    rng = np.random.default_rng(seed)
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    hits = rng.random(offsets[-1]) < 0.3
    counts = Counts.of([hits], [np.ones(len(hits), bool)], [np.full(len(hits), 0.1)])
    best = best_windows(counts, offsets)
    for k, size in enumerate(sizes):
        assert (best.tried[k] > 0) == (size >= SHORTEST)
        if best.surprise[k] > 0:
            assert offsets[k] <= best.start[k] <= best.stop[k] - SHORTEST
            assert best.stop[k] <= offsets[k + 1]
            assert hits[best.start[k] : best.stop[k]].mean() > 0.1 + 1 / 3 - 0.01


@given(st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_the_share_to_expect_is_that_of_the_others(seed):
    rng = np.random.default_rng(seed)
    sizes = rng.integers(3, 5, 5)
    group = np.repeat(np.arange(5), sizes)
    stratum, hit = np.arange(len(group)) % 3, rng.random(len(group)) < 0.5
    share = expected_share(
        hit, np.ones(len(group), bool), stratum, np.concatenate([[0], np.cumsum(sizes)]), np.ones(len(group))
    )
    for row in range(len(group)):
        others = group != group[row]
        alike = others & (stratum == stratum[row])
        overall = (hit[others].sum() + 1) / (others.sum() + 2)
        assert share[row] == pytest.approx((hit[alike].sum() + 10 * overall) / (alike.sum() + 10), rel=1e-5)


def test_a_few_groups_full_of_planted_rows_do_not_make_them_usual():
    sizes = [2] * 60 + [400, 400]
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    hit = np.arange(offsets[-1]) >= 120
    everyone, one = np.ones(len(hit), bool), np.zeros(len(hit), np.int64)
    assert expected_share(hit, everyone, one, offsets, np.ones(len(hit)))[-1] < 0.1


def test_what_a_batch_leaves_too_short_to_test_is_no_batch():
    rng = np.random.default_rng(8)
    rows = joined(crowd(rng), bought(rng, 7, 40))
    found = batches(rows, 0.1)
    assert 7 in found.target.tolist()
    assert found.size.min() >= SHORTEST
