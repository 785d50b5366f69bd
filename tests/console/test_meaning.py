"""Whether a review meant something (scenario S11), and how far two people agree."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.console.meaning import Act, agreement, rubber_stamped

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def acts(count, pace, by="Heron", *, opened=0, agreed=True):
    return [Act(by, NOON + timedelta(seconds=pace * n), 600, opened, agreed) for n in range(count)]


def test_sixty_cases_in_two_minutes_all_as_the_machine_says_are_flagged():
    (found,) = rubber_stamped(acts(60, 2))
    assert (found.by, found.count, found.seconds) == ("Heron", 60, 2.0)
    assert (found.first_at, found.last_at) == (NOON, NOON + timedelta(seconds=118))


def test_what_the_page_says_of_the_time_it_was_open_is_not_believed():
    assert all(a.seconds == 600 for a in acts(60, 2))
    assert rubber_stamped(acts(60, 2))


@pytest.mark.parametrize(
    "calm",
    [acts(60, 45), acts(15, 2), acts(60, 2, opened=2), acts(60, 2, agreed=False)],
    ids=["takes its time", "a few easy ones", "opens the evidence", "disagrees"],
)
def test_who_looks_or_disagrees_is_left_alone(calm):
    assert rubber_stamped(calm) == ()


def test_two_people_are_never_taken_for_one():
    both = [a for n, a in enumerate(acts(30, 2))]
    mixed = [Act("Heron" if n % 2 else "Wren", a.at, a.seconds, a.opened, a.agreed) for n, a in enumerate(both)]
    assert rubber_stamped(mixed) == ()


def test_a_break_ends_a_run():
    first, second = acts(12, 2), [Act("Heron", a.at + timedelta(minutes=10), 600, 0, agreed=True) for a in acts(12, 2)]
    assert rubber_stamped([*first, *second]) == ()


def test_agreement_is_what_the_papers_say():
    # Gwet's worked example of high agreement: kappa collapses, AC1 does not.
    pairs = [("+", "+")] * 118 + [("+", "-")] * 5 + [("-", "+")] * 2
    kappa, ac1 = agreement(pairs)
    assert kappa == pytest.approx(-0.0234, abs=1e-3)
    assert ac1 == pytest.approx(0.9408, abs=1e-3)


@given(st.lists(st.sampled_from("abc"), min_size=1))
def test_who_always_agree_agree_wholly(answers):
    assert agreement([(a, a) for a in answers]) == (1.0, 1.0)


def test_no_pair_is_no_agreement():
    with pytest.raises(ValueError, match="no pair"):
        agreement([])
