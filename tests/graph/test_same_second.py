"""The same second shows a program only beyond what a hurrying crowd does, and only where the clock tells seconds."""

import numpy as np

from aboveboard.graph.acts import acts_of
from aboveboard.graph.habits import same_second


def told(at):
    """Ask of acts given as times[object][account]."""
    things = np.repeat(np.arange(len(at)), [len(a) for a in at])
    who = np.concatenate([np.arange(len(a)) for a in at])
    acts = acts_of(who.astype(np.int32), things.astype(np.int32), np.concatenate(at).astype(np.int64), int(who.max()) + 1, len(at))  # fmt: skip
    return same_second(acts, np.arange(len(acts.at)), acts.thing.astype(np.int64))


def test_five_accounts_in_one_second_at_six_objects_are_a_program():
    assert told([np.full(5, 777 * n + n * n) for n in range(1, 7)]) == 6


def test_forty_voters_within_half_a_minute_share_seconds_by_chance():
    rng = np.random.default_rng(1)
    assert told([1000 * n + rng.integers(0, 30, 40) for n in range(1, 9)]) == 0


def test_one_by_one_within_minutes_is_no_program():
    assert told([1000 * n + 17 * np.arange(6) for n in range(1, 9)]) == 0


def test_a_clock_of_whole_minutes_tells_nothing():
    assert told([np.full(5, 6000 * n) for n in range(1, 7)]) == 0
