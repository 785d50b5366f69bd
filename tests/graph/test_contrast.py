"""A ring beside chance and beside others: meetings counted one by one, chance as the pairs' own, others as busy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from aboveboard.graph.acts import acts_of, firsts
from aboveboard.graph.chance import discoveries, log_q
from aboveboard.graph.coacts import REACH, WINDOWS, tied
from aboveboard.graph.contrast import alike, asked, fellows_of, likely_among, likely_spread, met_among, spread_of

rows = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3), st.integers(0, 200)), max_size=40)
some = st.lists(st.integers(0, 5), min_size=1, max_size=6, unique=True).map(lambda who: np.array(sorted(who), np.int32))
chances = st.lists(st.floats(1e-12, 1.0), min_size=1, max_size=30).map(np.array)


def acts_from(drawn):
    account, thing, at = (np.array([r[i] for r in drawn], np.int64) for i in range(3))
    return firsts(acts_of(account.astype(np.int32), thing.astype(np.int32), at, 6, 4))


@given(rows, some, st.integers(0, 60), st.integers(1, 40))
def test_members_meet_as_often_as_one_counts_by_hand(drawn, who, window, reach):
    acts = acts_from(drawn)
    met = met_among(acts, fellows_of(acts, who, np.arange(len(acts.at))), window, reach)
    expected = np.zeros((len(who), len(who)), int)
    for i in range(len(acts.at)):
        for j in range(i + 1, min(i + reach, len(acts.at) - 1) + 1):
            a, b = acts.account[i], acts.account[j]
            if acts.thing[i] == acts.thing[j] and acts.at[j] - acts.at[i] <= window and {a, b} <= set(who):
                x, y = np.searchsorted(who, [a, b])
                expected[x, y] += 1
                expected[y, x] += 1
    assert met.tolist() == expected.tolist()


def busy_world(seed=1):
    luck = np.random.default_rng(seed)
    account, thing = luck.integers(0, 40, 3000), luck.integers(0, 30, 3000)
    at = thing * 5000 + luck.integers(0, 40_000, 3000)
    return firsts(acts_of(account.astype(np.int32), thing.astype(np.int32), at, 40, 30))


def test_a_ring_meets_and_is_likely_to_meet_as_its_pairs_are():
    acts = busy_world()
    planted = acts_of(
        np.concatenate([acts.account, np.repeat(np.arange(37, 40, dtype=np.int32), 12)]),
        np.concatenate([acts.thing, np.tile(np.arange(30, 42, dtype=np.int32), 3)]),
        np.concatenate([acts.at, np.tile(np.arange(12) * 7000, 3) + np.repeat(np.arange(3) * 3, 12)]), 40, 42,
    )  # fmt: skip
    pairs = tied(planted, 0.01, 3)
    fellows = fellows_of(planted, np.arange(37, 40, dtype=np.int32), np.arange(len(planted.at)))
    inside = np.flatnonzero(pairs.left >= 37)
    assert len(inside) == 3
    for p in inside:
        row = WINDOWS.index(int(pairs.window[p]))
        a, b = pairs.left[p] - 37, pairs.right[p] - 37
        assert met_among(planted, fellows, WINDOWS[row], REACH)[a, b] == pairs.seen[p]
        assert likely_among(planted, fellows, pairs.per[row])[a, b] == pytest.approx(pairs.expected[p])


@given(st.lists(st.integers(0, 9), min_size=2, max_size=40).map(lambda n: np.array(n, np.int64)), st.data())
def test_those_beside_a_ring_are_others_each_once_and_the_nearest_in_number(activity, data):
    members = np.array(sorted(data.draw(st.sets(st.integers(0, len(activity) - 1), min_size=1))), np.int32)
    taken = np.isin(np.arange(len(activity)), members)
    beside = alike(activity, members, asked(activity, taken))
    free = np.flatnonzero(~taken & (activity > 0))
    assert len(set(beside.tolist())) == len(beside) == min(len(members), len(free))
    assert set(beside.tolist()) <= set(free.tolist())
    if sorted(activity[members]) == sorted(activity[free]):
        assert sorted(activity[beside]) == sorted(activity[members])


def test_accounts_just_as_busy_are_chosen_where_there_are_any():
    activity = np.array([3, 3, 9, 1, 3, 9, 2, 3, 50], np.int64)
    members = np.array([0, 1, 2], np.int32)
    assert sorted(activity[alike(activity, members, asked(activity, np.arange(9) < 3))].tolist()) == [3, 3, 9]


@given(st.lists(st.floats(0, 5), min_size=1, max_size=5), st.integers(1, 8))
def test_chance_spreads_pairs_as_poisson_counts_do(means, most):
    many = len(means) + 1
    likely = np.zeros((many, many))
    likely[0, 1:] = likely[1:, 0] = means
    spread = likely_spread(likely, most)
    pairs = many * (many - 1) // 2
    flat = [*means, *[0.0] * (pairs - len(means))]
    assert spread.sum() == pytest.approx(pairs)
    assert spread[:-1] == pytest.approx([sum(poisson.pmf(k, m) for m in flat) for k in range(most)], abs=1e-9)


@given(rows, some, st.integers(1, 4))
def test_every_pair_is_counted_in_one_bar(drawn, who, most):
    acts = acts_from(drawn)
    met = met_among(acts, fellows_of(acts, who, np.arange(len(acts.at))), 60, REACH)
    assert spread_of(met, most).sum() == len(who) * (len(who) - 1) // 2


@given(chances, st.floats(0.001, 0.5), st.integers(0, 100))
def test_a_q_value_is_the_least_rate_at_which_a_test_is_a_discovery(p, rate, more):
    tests = len(p) + more
    ordered = np.sort(p)
    steps = rate * np.arange(1, len(p) + 1)
    least, most = (max(ordered[ordered * tests <= steps * slack], default=-1.0) for slack in (1 - 1e-9, 1 + 1e-9))
    q = np.exp(log_q(np.log(p), tests))
    assert (q >= p * (1 - 1e-9)).all()
    assert (np.diff(q[np.argsort(p, kind="stable")]) >= -1e-15).all()
    found = discoveries(np.log(p), rate, tests)
    assert found[p <= least].all()
    assert not found[p > most].any()
    assert (q[found] <= rate * (1 + 1e-9)).all()
    assert (q[~found] >= rate * (1 - 1e-9)).all()
