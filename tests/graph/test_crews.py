"""Who is of a ring, and who only passed by."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.graph import loops
from aboveboard.graph.acts import Acts, acts_of, firsts
from aboveboard.graph.crews import crews_of

RING, PASSER_BY = (0, 1, 2, 3, 4), 5
EVERYDAY, OBJECTS, DAY = 400, 600, 86_400


def world(visits: int) -> Acts:
    """Five accounts at the same 24 objects within a minute; a sixth at the first `visits` of them; others here and there for two months."""
    chance = np.random.default_rng(17)
    rows = [(a, o, o * DAY // 2 + 11 * a) for o in range(24) for a in RING]
    rows += [(PASSER_BY, o, o * DAY // 2 + 30) for o in range(visits)]
    rows += [(PASSER_BY, 24 + o, o * DAY) for o in range(20)]
    many = 8_000
    crowd = zip(
        chance.integers(PASSER_BY + 1, EVERYDAY, many).tolist(),
        chance.integers(0, OBJECTS, many).tolist(),
        chance.integers(0, 60 * DAY, many).tolist(),
        strict=True,
    )
    account, thing, at = zip(*rows, *crowd, strict=True)
    columns = np.array(account, np.int32), np.array(thing, np.int32), np.array(at, np.int64)
    return firsts(acts_of(*columns, EVERYDAY, OBJECTS))


def members(visits: int) -> list[list[int]]:
    return [crew.members.tolist() for crew in crews_of(world(visits), 0.01, 3, 3)[0]]


def test_one_who_came_along_a_few_times_is_no_member():
    assert members(visits=4) == [list(RING)]


def test_one_who_took_a_fair_part_is():
    assert members(visits=12) == [[*RING, PASSER_BY]]


@given(st.lists(st.lists(st.integers(0, 50), max_size=40), max_size=6))
def test_each_run_of_keys_is_put_in_order_and_no_key_leaves_its_run(runs: list[list[int]]):
    keys = np.array([key for run in runs for key in run], np.int64)
    begins = np.concatenate([[0], np.cumsum([len(run) for run in runs])]).astype(np.int64)
    loops.settle(keys, begins)
    assert keys.tolist() == [key for run in runs for key in sorted(run)]
