"""Compiled loops say what the loops say as they stand, and no sequence is passed over that has a batch."""

import numpy as np

from aboveboard.series import arrivals, compiled, loops
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
