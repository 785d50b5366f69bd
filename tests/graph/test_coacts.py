"""Pairs and rings of accounts that act together: counted right, named where planted, silent where chance alone acts."""

import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.derived.coaction_rings import _names
from aboveboard.graph import act_loops, loops
from aboveboard.graph.acts import acts_of, firsts, ordered
from aboveboard.graph.coacts import meetings, tied
from aboveboard.graph.compiled import _compiled
from aboveboard.graph.crews import Crew, apart, crews_of
from aboveboard.graph.habits import habits

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from coaction_worlds import Ring, dealt_out, planted, shares

rows = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3), st.integers(0, 200)), max_size=40)


def acts_from(drawn):
    account, thing, at = (np.array([r[i] for r in drawn], np.int64) for i in range(3))
    return acts_of(account.astype(np.int32), thing.astype(np.int32), at, 6, 4)


def counted(drawn, window):
    """Pairs within the window, one by one."""
    count = {}
    for (a, o, s), (b, p, t) in combinations(drawn, 2):
        if a != b and o == p and abs(s - t) <= window:
            count[min(a, b), max(a, b)] = count.get((min(a, b), max(a, b)), 0) + 1
    return count


def told(met, window):
    return {
        (int(a), int(b)): int(c[window]) for a, b, c in zip(met.left, met.right, met.counts, strict=True) if c[window]
    }


@given(rows)
def test_every_meeting_is_counted_once_in_every_window_that_holds_it(drawn):
    met = meetings(acts_from(drawn), (10, 60), 10**6, np.ones(6, bool), 1)
    assert [told(met, w) for w in (0, 1)] == [counted(drawn, 10), counted(drawn, 60)]
    assert met.meetings.sum(axis=1).tolist() == [sum(counted(drawn, w).values()) for w in (10, 60)]


@given(rows, st.randoms())
def test_the_order_of_rows_changes_nothing(drawn, luck):
    shuffled = drawn.copy()
    luck.shuffle(shuffled)
    one, two = (firsts(acts_from(d)) for d in (drawn, shuffled))
    assert all(np.array_equal(a, b) for a, b in zip(one, two, strict=True))


@given(rows)
def test_acts_are_collected_by_account_in_their_order(drawn):
    acts = acts_from(drawn)
    order, begins = ordered(acts)
    assert order.tolist() == np.argsort(acts.account, kind="stable").tolist()
    assert [acts.account[order[a:b]].tolist() for a, b in pairwise(begins)] == [
        [n] * c for n, c in enumerate(np.bincount(acts.account, minlength=acts.accounts))
    ]


@given(rows)
def test_of_repeated_acts_on_one_object_the_first_counts(drawn):
    kept = firsts(acts_from(drawn))
    first = {}
    for a, o, s in sorted(drawn, key=lambda r: r[2]):
        first.setdefault((o, a), s)
    base = min((r[2] for r in drawn), default=0)
    assert sorted(zip(kept.thing.tolist(), kept.account.tolist(), (kept.at + base).tolist(), strict=True)) == sorted(
        (o, a, s) for (o, a), s in first.items()
    )


@given(rows)
def test_the_loops_give_the_same_compiled_and_as_they_stand(drawn):
    acts = acts_from(drawn)
    made = []
    for run in (lambda n: getattr(act_loops, n), _compiled):
        seen, lower, keys = (
            np.zeros((2, int(acts.when.max(initial=0)) + 1), np.int64),
            np.zeros(6, np.int64),
            np.zeros(2000, np.int64),
        )
        wide, chosen = np.array([10, 60], np.int64), np.ones(6, bool)
        run("met")(acts.account, acts.at, acts.when, acts.starts, wide, 30, chosen, seen, lower)
        begins = np.concatenate([[0], np.cumsum(lower)])
        many = run("meet")(acts.account, acts.at, acts.starts, wide, 30, chosen, 0, 6, 6, begins[:-1].copy(), keys)
        (_compiled("settle") if run is _compiled else loops.settle)(keys, begins)
        assert keys[:many].tolist() == sorted(keys[:many].tolist())
        pair, counts = np.zeros(2000, np.int64), np.zeros((2000, 2), np.int32)
        pairs = run("runs")(keys[:many], 1, pair, counts)
        made.append((seen.tolist(), lower.tolist(), keys.tolist(), pair[:pairs].tolist(), counts[:pairs].tolist()))
    assert made[0] == made[1]


def test_two_who_meet_in_a_large_world_are_told_before_a_loop_is_compiled_as_after():
    account = np.array([90_000, 99_999], np.int32)
    for run in (act_loops.meet, _compiled("meet")):
        keys = np.zeros(1, np.int64)
        at, starts, windows = np.zeros(2, np.int64), np.array([0, 2], np.int64), np.array([60], np.int64)
        room = np.zeros(100_000, np.int64)
        run(account, at, starts, windows, 30, np.ones(100_000, bool), 0, 100_000, 100_000, room, keys)
        assert divmod(int(keys[0]) >> 2, 100_000) == (90_000, 99_999)


@pytest.fixture(scope="module")
def background():
    return shares(seed=1, accounts=3000, acts=20_000, days=40)


@pytest.mark.parametrize("seed", range(3))
def test_chance_alone_names_nobody(background, seed):
    crews, pairs = crews_of(firsts(dealt_out(background, seed)), 0.01, 3, 3)
    assert (len(crews), int(pairs.sure.sum())) == (0, 0)


@pytest.mark.parametrize("tempo", [5, 60, 600, 3600])
@pytest.mark.parametrize("size", [4, 12])
def test_a_ring_at_twenty_objects_is_named_whole_and_alone(background, size, tempo):
    drawn, truth = planted(background, Ring(size=size, jobs=20, tempo=tempo), seed=2, rings=3)
    crews, _ = crews_of(firsts(drawn), 0.01, 3, 3)
    named = sorted(c.members.tolist() for c in crews if c.members[-1] >= background.accounts)
    assert named == sorted(t.tolist() for t in truth)


def test_ten_accounts_at_three_objects_are_named_though_no_pair_is_sure(background):
    drawn, truth = planted(background, Ring(size=10, jobs=3, tempo=60, turn=1), seed=3, rings=1)
    acts = firsts(drawn)
    crews, _ = crews_of(acts, 0.01, 3, 3)
    assert truth[0].tolist() in [c.members.tolist() for c in crews]
    assert not tied(acts, 0.01, 3).sure.all()


def test_a_queue_is_told_from_a_crowd(background):
    orders = []
    for queue in (True, False):
        drawn, _ = planted(background, Ring(size=6, jobs=20, tempo=600, queue=queue), seed=4, rings=1)
        acts = firsts(drawn)
        ring = next(c for c in crews_of(acts, 0.01, 3, 3)[0] if c.members[-1] >= background.accounts)
        orders.append(habits(acts, ring))
    assert orders[0].order > 0.8
    assert orders[0].chance < 1e-9
    assert orders[1].order < 0.4
    assert orders[1].chance > 1e-3


def crew(*members):
    none = np.empty(0, np.int64)
    return Crew(np.array(members, np.int32), none, none.astype(float), none, 0, 60, -20.0, 1.0)


def test_a_ring_met_twice_with_almost_the_same_members_is_one_and_a_ring_within_a_crowd_is_its_own():
    crowd, again, small, aside = crew(*range(40)), crew(*range(1, 40)), crew(3, 4, 5), crew(*range(30, 60))
    assert apart([crowd, again, aside, small]) == [crowd, aside, small]


def test_rings_with_the_same_first_member_have_names_of_their_own():
    ids = pa.array([f"a{n}" for n in range(60)])
    assert _names(ids, [crew(1, 2, 3, 4), crew(2, 3), crew(1, 9)]) == ["ring of a1", "ring of a2", "ring 2 of a1"]


def test_a_small_world_is_searched_without_numba():
    code = """
import sys
import numpy as np
from aboveboard.graph.acts import acts_of, firsts, ordered
from aboveboard.graph.crews import crews_of
rng = np.random.default_rng(1)
crews_of(firsts(acts_of(rng.integers(0, 50, 400).astype(np.int32), rng.integers(0, 90, 400).astype(np.int32), rng.integers(0, 10**6, 400), 50, 90)), 0.01, 3, 3)
print("numba" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
