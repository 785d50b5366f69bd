"""The densest block: the same as a peel without any pruning, whatever the graph."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.graph import loops
from aboveboard.graph.blocks import blocks_of
from aboveboard.graph.compiled import _compiled
from aboveboard.graph.follows import follows_of
from aboveboard.graph.peeling import densest


def plain(edges):
    """Peel by the book: weights as whole numbers, least first, rows before columns, the first best moment stays."""
    rows, columns = ({e[side] for e in edges} for side in (0, 1))
    degree = {t: sum(1 for e in edges if e[1] == t) for t in columns}
    weight = {t: int(np.rint(2**32 / np.log(d + 5.0))) for t, d in degree.items()}
    left, best = [*((0, r) for r in sorted(rows)), *((1, t) for t in sorted(columns))], None
    while left:
        inside = [e for e in edges if (0, e[0]) in left and (1, e[1]) in left]
        mean = sum(weight[t] for _, t in inside) / len(left)
        if best is None or mean > best[0]:
            best = mean, [n for s, n in left if s == 0], [n for s, n in left if s == 1]
        adds = {n: sum(weight[e[1]] for e in inside if e[n[0]] == n[1]) for n in left}
        left.remove(min(left, key=lambda n: (adds[n], n)))
    return best


@settings(deadline=None)
@given(st.sets(st.tuples(st.integers(0, 11), st.integers(0, 8)), min_size=1, max_size=60))
def test_pruning_first_keeps_the_block_of_the_whole_peel(edges):
    follower, target = (np.array(side, np.int32) for side in zip(*sorted(edges), strict=True))
    block = densest(follower, target, int(follower.max()) + 1, int(target.max()) + 1)
    mean, rows, columns = plain(sorted(edges))
    assert block.rows.tolist() == rows
    assert block.columns.tolist() == columns
    assert block.mean == pytest.approx(mean / 2**32)


def planted(rng, size=900, edges=6000):
    """A random graph with a block of 40 followers and 15 targets, numbered from 0."""
    pairs = {(int(a), int(b)) for a, b in zip(rng.integers(0, size, edges), rng.integers(0, size, edges), strict=True)}
    pairs |= {(a, b) for a in range(40) for b in range(15) if rng.random() < 0.8}
    return (np.array(side, np.int32) for side in zip(*sorted(pairs), strict=True))


def test_a_planted_block_is_found_and_camouflage_does_not_hide_it():
    follower, target = planted(np.random.default_rng(3))
    block = densest(follower, target, 900, 900)
    assert len(set(range(40)) & set(block.rows.tolist())) >= 38
    assert len(block.rows) <= 42
    assert block.columns.tolist() == list(range(15))


def test_banded_blocks_hold_the_planted_one_and_chance_holds_none():
    follower, target = planted(np.random.default_rng(4))
    found = blocks_of(follows_of(follower, target, None, 900), 3, 0.01)
    assert any(len(set(range(40)) & set(b.rows.tolist())) >= 35 for b in found)
    rng = np.random.default_rng(5)
    pair = np.unique(rng.integers(0, 900, 6000) * 900 + rng.integers(0, 900, 6000))
    chance = follows_of((pair // 900).astype(np.int32), (pair % 900).astype(np.int32), None, 900)
    assert blocks_of(chance, 3, 0.01) == []


def test_the_block_is_the_same_compiled(monkeypatch):
    follower, target = planted(np.random.default_rng(8), 300, 3000)
    said = densest(follower, target, 900, 900)
    monkeypatch.setattr("aboveboard.graph.compiled._FEW", 0)
    compiled = densest(follower, target, 900, 900)
    assert (said.rows.tolist(), said.columns.tolist()) == (compiled.rows.tolist(), compiled.columns.tolist())
    assert said.mean == compiled.mean


def test_a_graph_without_follows_has_no_block():
    nothing = np.empty(0, np.int32)
    assert densest(nothing, nothing, 3, 3).rows.tolist() == []


def test_a_compiled_loop_says_what_python_says():
    rng = np.random.default_rng(6)
    at = np.sort(rng.integers(0, 10**7, (40, 30)), axis=1).ravel()
    at[60:90] = np.sort(rng.integers(5 * 10**6, 5 * 10**6 + 40_000, 30))
    starts, scales = np.arange(0, 1201, 30), np.array([21_600, 86_400, 700_000])

    def windows(loop):
        burst, rows = np.full(1200, -1, np.int32), np.zeros((200, 6))
        made = loop(at, starts, scales, 10**7, 5, 3.0, 4, np.empty((2, 30), np.int64), burst, rows)
        return made, burst.tolist(), rows.tolist()

    assert windows(loops.scan) == windows(_compiled("scan"))


def test_sets_that_share_members_meet_in_a_band_alike_in_python_and_compiled():
    rng = np.random.default_rng(7)
    sets = [np.sort(rng.choice(400, 60, replace=False)) for _ in range(12)]
    sets[5] = np.sort(np.concatenate([sets[4][:30], np.setdiff1d(np.arange(400), sets[4])[:30]]))
    member, starts = np.concatenate(sets), np.arange(0, 721, 60)
    bands = np.arange(24) * 999_983

    def pairs(loop):
        left, right = np.zeros(300, np.int32), np.zeros(300, np.int32)
        made = loop(member, starts, bands, np.empty(400, np.int32), left, right)
        return list(zip(left[:made].tolist(), right[:made].tolist(), strict=True))

    assert (4, 5) in pairs(loops.sketch)
    assert pairs(loops.sketch) == pairs(_compiled("sketch"))
