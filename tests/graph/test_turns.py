"""Turns: who hands over for weeks is named; who only has habits, or comes at the same time, is not."""

from random import Random

import numpy as np
import pytest

from aboveboard.graph.turns import stints_of, turns_of

HOUR, DAY = 3600, 86_400


def run(rows, accounts):
    account, target, at = (np.array(c, np.int64) for c in zip(*rows, strict=True))
    return turns_of(stints_of(account.astype(np.int32), target.astype(np.int32), at), accounts, 0.01)


def stint(who, target, begin, end):
    return [(who, target, int(t)) for t in np.linspace(begin, end, 12)]


def people(seed, accounts, spread, first=0):
    """Accounts that come daily to one target, each at an hour of its own, more or less."""
    rng = Random(seed)  # noqa: S311
    rows = []
    for who in range(first, first + accounts):
        usual = rng.uniform(0, 24)
        for day in range(40):
            begin = day * DAY + (usual + rng.gauss(0, spread)) * HOUR
            rows += stint(who, 9_999, begin, begin + rng.uniform(2, 7) * HOUR)
    return rows


def crew(weeks, target=9_999):
    rng = Random(1)  # noqa: S311
    rows = []
    for day in range(7 * weeks):
        for who in range(3):
            begin = day * DAY + (6 + 5 * who) * HOUR + rng.uniform(0, 900)
            rows += stint(who, target, begin, begin + 4.9 * HOUR)
    return rows


@pytest.mark.parametrize("seed", range(4))
def test_sixty_regulars_of_one_target_take_no_turns(seed):
    assert run(people(seed, 60, 1.0), 10_000) == []


def test_three_in_shifts_are_named_among_sixty_regulars_and_nobody_else():
    found = run(crew(4) + people(7, 60, 1.0, first=100), 10_000)
    assert [t.members.tolist() for t in found] == [[0, 1, 2]]
    assert found[0].weeks >= 4
    assert found[0].handovers.tolist()[1] > found[0].handovers.tolist()[0], "who works in the middle hands over twice"


def test_handovers_at_two_targets_at_once_count_once():
    one, two = (run(rows, 10_000)[0] for rows in (crew(4), crew(4) + crew(4, target=9_998)))
    assert one.handovers.tolist() == two.handovers.tolist()
    assert len(two.targets) == 2


def test_the_order_of_rows_changes_nothing():
    rows = crew(3) + people(7, 20, 1.0, first=100)
    mixed = rows.copy()
    Random(2).shuffle(mixed)  # noqa: S311
    assert [t.members.tolist() for t in run(rows, 10_000)] == [t.members.tolist() for t in run(mixed, 10_000)]


def test_a_week_is_not_enough():
    assert run([r for r in crew(1) if r[2] < 7 * DAY], 10_000) == []


def test_people_who_come_once_have_no_stints():
    assert run([(who, 9_999, 100 * who) for who in range(50)], 10_000) == []
