"""Compiled loops say what the loops say as they stand, and no sequence is passed over that has a batch."""

import numpy as np

from aboveboard.series import arrivals, compiled, loops, windows
from aboveboard.series.windows import SHORTEST, Counts, best_windows, clumping_of, promising


def rows(seed, size=900):
    rng = np.random.default_rng(seed)
    born = rng.integers(0, 10**8, size)
    at = born + rng.integers(1, 10**7, size)
    bare = (rng.random(size) < 0.2) | (np.arange(size) < 30)
    at[:30] = 5 * 10**7 + np.arange(30)
    target = np.where(np.arange(size) < 30, 3, rng.integers(0, 12, size))
    return arrivals.Arrivals(target, rng.permutation(size), at, born, at - born < 30 * 86_400, bare, bare)


def test_every_loop_that_can_be_compiled_is_there_uncompiled():
    assert set(compiled._SIGNATURES) == set(loops.__all__)


def test_compiled_or_not_the_batches_are_the_same(monkeypatch):
    plain = arrivals.batches(rows(1), 0.1)
    monkeypatch.setattr(compiled, "_FEW", 0)
    quick = arrivals.batches(rows(1), 0.1)
    assert len(plain.size) > 0
    for name in ("target", "size", "chance", "expected", "row", "traits"):
        assert np.array_equal(getattr(plain, name), getattr(quick, name))


def test_a_sequence_that_is_passed_over_has_no_window_worth_naming():
    rng = np.random.default_rng(2)
    hits = rng.random((2, 2000)) < 0.3
    hits[:, 100:120] = True
    expected = np.full((2, 2000), 0.3, np.float32)
    offsets, trials = np.arange(0, 2001, 100), np.ones_like(hits)
    some, tests = promising(hits, trials, expected, offsets, 0.1)
    best = best_windows(Counts.of(hits, trials, expected), offsets, clumping_of(hits, trials, expected, offsets))
    assert SHORTEST <= 100
    assert tests == 20
    assert some[1]
    assert not some.all()
    assert best.surprise[~some].max() < best.surprise[1]


def test_follows_are_told_apart_from_what_is_told_of_accounts(monkeypatch):
    rng = np.random.default_rng(3)
    one, other = rng.integers(0, 40, 900).astype(np.int32), rng.integers(-3, 60, 900).astype(np.int32)
    number = np.where(other == -3, rng.integers(0, 4, 900), rng.integers(0, 10**9, 900))
    born, until, shape = (
        {a: n for a, k, n in zip(one, other, number, strict=True) if k == kind} for kind in (-1, -2, -3)
    )
    rows = [(k, a, n) for a, k, n in zip(one, other, number, strict=True) if k >= 0 and a in born]
    assert 0 < len(rows) < (other >= 0).sum()
    for few in (10**6, 0):
        monkeypatch.setattr(compiled, "_FEW", few)
        made = arrivals.arrivals_of(one, other, number, 40)
        assert list(zip(made.target, made.follower, made.at, strict=True)) == rows
        assert made.born.tolist() == [born[a] for _, a, _ in rows]
        assert made.fresh.tolist() == [n <= until.get(a, 0) for _, a, n in rows]
        assert made.hollow.tolist() == [shape.get(a, 0) & 1 > 0 for _, a, _ in rows]
        assert made.idle.tolist() == [shape.get(a, 0) & 2 > 0 for _, a, _ in rows]


def test_the_sample_says_of_clumping_what_all_running_sums_say(monkeypatch):
    rng = np.random.default_rng(5)
    sizes = rng.integers(1, 90, 300)
    offsets = np.append(0, np.cumsum(sizes))
    hits = rng.random((3, offsets[-1])) < np.repeat(rng.random(300), sizes)
    trials = rng.random((3, offsets[-1])) < 0.9
    expected = rng.random((3, offsets[-1])).astype(np.float32)
    monkeypatch.setattr(windows, "_SAMPLE", 40)
    monkeypatch.setattr(windows, "_WITNESSES", 5)
    tilings = [(o, low, high) for o, low, high in windows._tilings(offsets) if len(o) and high[0] - low[0] >= 16]
    some = [np.isin(o, np.unique(o)[:: 1 + len(o) // 40]) for o, _, _ in tilings]
    kept = [tuple(column[s] for column in tiling) for tiling, s in zip(tilings, some, strict=True)]
    plain = windows._clumping(Counts.of(hits, trials, expected), offsets, kept)
    assert plain.max() > 0
    for few in (10**9, 0):
        monkeypatch.setattr(compiled, "_FEW", few)
        assert np.allclose(clumping_of(hits, trials, expected, offsets), plain, rtol=1e-9)
