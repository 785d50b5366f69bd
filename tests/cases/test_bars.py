"""The bar ledger and strikes: who may not come back, for how long, and what falls with a decision."""

import re
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.cases.bars import BAR_KINDS, BarEvent, bar, due_bars, fold_bars, in_force, reviews
from aboveboard.cases.cascading import cascade
from aboveboard.cases.ladder import LADDER, rung, strikes, weight
from aboveboard.cases.values import Account, Measure
from lives import ANNA, BORIS, CHEN, START, Diary, against, day

TOKEN, OTHER = "a" * 64, "b" * 64


def barred(decision, at=0, until=7, root="", tokens=(TOKEN,), **more):
    end = None if until is None else day(until)
    return BarEvent(day(at), "barred", decision, ANNA, BORIS, tokens, "terms", 1, "registration", end, root)._replace(
        **more
    )


def faults(*events):
    return [f.why for f in fold_bars(events).faults]


@pytest.mark.parametrize(
    ("severity", "earlier", "days"),
    [(1, 0, 7), (1, 0.5, 7), (1, 1, 30), (2, 0, 30), (2, 1.5, 365), (3, 0, 365), (4, 0, None), (1, 9, None)],
)
def test_a_bar_is_longer_the_graver_the_act_and_the_more_strikes_came_before(severity, earlier, days):
    shut = Measure("d1", "closed", "closed", START, day(190), "law", "coordination", severity, by=ANNA, second=BORIS)
    ledger = fold_bars([bar(shut, [TOKEN], earlier)])
    assert not ledger.faults
    assert ledger.bars["d1"].ends_at == (None if days is None else day(days))
    assert (ledger.bars["d1"].review_at is None) == (days is not None)


@given(st.integers(1, 4), st.floats(0, 10), st.integers(0, 3), st.floats(0, 5))
def test_the_ladder_never_goes_down(severity, earlier, graver, more):
    higher = LADDER.index(rung(min(4, severity + graver), earlier + more))
    assert higher >= LADDER.index(rung(severity, earlier))


def test_a_bar_ends_by_itself_and_then_nothing_of_it_is_kept():
    ledger = fold_bars([barred("d1", until=7)])
    assert in_force(ledger, [TOKEN], day(7) - timedelta(microseconds=1))
    assert not in_force(ledger, [TOKEN], day(7))
    assert due_bars(ledger, day(6)) == ()
    gone = fold_bars([barred("d1", until=7), *due_bars(ledger, day(9))])
    assert not gone.bars
    assert not gone.by_token


def rekeyed(decision, at, *tokens, by="timer"):
    return BarEvent(day(at), "rekeyed", decision, by, tokens=tokens, keyed=True)


def test_a_bar_that_came_under_a_newer_key_is_met_by_its_new_tokens_only_though_the_old_ones_are_forgotten():
    newest = "c" * 64
    for first in (barred("d1"), barred("d1", tokens=())):
        ledger = fold_bars([rekeyed("d1", 3, newest), rekeyed("d1", 1, OTHER), first])
        assert not ledger.faults
        assert ledger.by_token == {newest: ("d1",)}
        assert (ledger.bars["d1"].keyed, ledger.bars["d1"].ends_at) == (True, day(7))
        assert not fold_bars([rekeyed("d1", 3, newest), first, BarEvent(day(4), "lifted", "d1", CHEN)]).bars


def test_new_tokens_come_from_the_ring_of_keys_and_change_no_bar_that_came_later():
    assert faults(barred("d1"), rekeyed("d1", 1, OTHER, by=ANNA)) == ["new tokens come from the ring of keys"]
    assert faults(barred("d1"), rekeyed("d1", 1)) == ["new tokens come from the ring of keys"]
    assert faults(rekeyed("d1", 1, OTHER)) == ["there is no such bar"]
    again = fold_bars([barred("d1"), rekeyed("d1", 1, OTHER), BarEvent(day(2), "lifted", "d1", CHEN), barred("d1", 3)])
    assert again.by_token == {TOKEN: ("d1",)}


def test_a_bar_on_one_thing_leaves_the_others_open():
    ledger = fold_bars([barred("d1", scope="field:medicine")])
    assert in_force(ledger, [TOKEN], day(1), "field:medicine")
    assert not in_force(ledger, [TOKEN], day(1))


def test_a_subject_is_met_by_any_of_its_tokens_once():
    ledger = fold_bars([barred("d1", tokens=(OTHER, TOKEN)), barred("d2", until=9)])
    assert [b.id for b in in_force(ledger, [OTHER, TOKEN], day(1))] == ["d1", "d2"]
    assert [b.id for b in in_force(ledger, [OTHER], day(1))] == ["d1"]


@pytest.mark.parametrize(
    "tokens", [(), ("+86 138 0013 8000",), ("a@example.org",), ("A" * 64,), (TOKEN, "203.0.113.9")]
)
def test_an_identifier_that_is_no_token_is_refused_and_not_repeated(tokens):
    ledger = fold_bars([barred("d1", tokens=tokens)])
    assert not ledger.bars
    assert (
        str(ledger.faults[0])
        == "bar d1: barred at 2026-01-01T00:00:00+00:00: its subject must be tokens: 64 hex digits each"
    )


def test_a_bar_of_more_than_thirty_days_takes_two_people():
    assert faults(barred("d1", until=31, second="")) == ["longer than 30 days takes two people"]
    assert faults(barred("d1", until=31, second=ANNA)) == ["longer than 30 days takes two people"]
    assert faults(barred("d1", until=30, second="", by="policy:default/3")) == []


def test_a_bar_without_an_end_is_looked_at_every_year():
    first = barred("d1", until=None)
    assert not reviews(fold_bars([first]), day(364))
    assert [b.id for b in reviews(fold_bars([first]), day(365))] == ["d1"]
    looked = BarEvent(day(366), "reviewed", "d1", CHEN, until=day(730))
    assert not reviews(fold_bars([first, looked]), day(400))
    assert faults(first, looked._replace(by="policy:x")) == ["a person reviews what has no end, and says when again"]


def test_an_appeal_without_an_account_is_heard_by_somebody_else():
    events = [barred("d1"), BarEvent(day(1), "bar_appealed", "d1", "holder")]
    assert fold_bars(events).bars["d1"].appeal == "open"
    for judge in (ANNA, BORIS, "policy:default/3"):
        told = faults(*events, BarEvent(day(2), "bar_appeal_refused", "d1", judge))
        assert told == ["no appeal waits, or who decided may not judge it"]
    refused = fold_bars([*events, BarEvent(day(2), "bar_appeal_refused", "d1", CHEN)])
    assert refused.bars["d1"].appeal == "refused"
    lifted = BarEvent(day(3), "lifted", "d1", CHEN)
    assert not fold_bars([*events, lifted]).bars


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (barred("d1", by="holder"), "`holder` may not bar anybody"),
        (barred("d1", ground="mood"), "a bar rests on law or terms"),
        (barred("d1", at=8, until=7), "it would end before it begins"),
        (BarEvent(day(1), "lifted", "gone", CHEN), "there is no such bar"),
        (BarEvent(day(1), "forgiven", "d1", CHEN), "there is no such kind of event"),
        (BarEvent(day(1), "overturned", "d1"), "nobody overturned it"),
    ],
)
def test_what_cannot_be_is_kept_with_its_reason(wrong, why):
    assert faults(wrong) == [why]


def test_a_bar_that_would_expire_too_early_or_be_lifted_by_a_program_stands():
    assert faults(barred("d1"), BarEvent(day(3), "expired", "d1", "timer")) == ["it is too early"]
    assert faults(barred("d1"), BarEvent(day(3), "lifted", "d1", "policy:x")) == ["only a person lifts a bar"]


def test_nothing_rests_on_a_decision_that_was_overturned():
    fallen = BarEvent(day(1), "overturned", "root", CHEN)
    assert faults(fallen, barred("d1", 2, 8, root="root")) == ["what it rests on, root, was overturned"]
    assert faults(fallen, barred("root", 2, 8)) == ["`root` has been decided already"]


links = st.lists(st.tuples(st.integers(0, 11), st.integers(-1, 11)), max_size=12, unique_by=lambda pair: pair[0])


@settings(max_examples=60)
@given(links, st.integers(0, 11), st.randoms())
def test_all_that_rests_on_an_overturned_decision_falls_and_nothing_else(pairs, root, shuffler):
    events = [barred(f"d{n}", root=f"d{r}" if r >= 0 else "") for n, r in pairs]
    roots = dict(pairs)
    mixed = [*events, *events, BarEvent(day(5), "overturned", f"d{root}", CHEN)]
    shuffler.shuffle(mixed)
    left = fold_bars(mixed)
    assert set(left.bars) == {f"d{n}" for n in roots if root not in chain(n, roots)}
    assert left == fold_bars(sorted(mixed, key=str))
    assert {i for ids in left.by_token.values() for i in ids} == set(left.bars)


def chain(decision, roots):
    """A decision and all it rests on."""
    met = []
    while decision not in met and decision is not None:
        met.append(decision)
        decision = roots.get(decision)
    return met


@settings(max_examples=60)
@given(links, st.integers(0, 11))
def test_a_cascade_reaches_accounts_and_bars_through_each_other(pairs, root):
    roots = dict(pairs)
    accounts = [
        Account(f"a{n}", measures=(Measure(f"d{n}", "closed", "closed", START, None, root=f"d{r}" if r >= 0 else ""),))
        for n, r in pairs if n % 3 and n != root
    ]  # fmt: skip
    ledger = fold_bars([barred(f"d{n}", root=f"d{r}" if r >= 0 else "") for n, r in pairs if n % 3 != 1])
    falls = cascade(accounts, ledger, f"d{root}", day(9))
    resting = {n for n in roots if root in chain(roots[n], roots)}
    assert {e.id for e in falls.events} == {f"d{n}" for n in resting - {root} if n % 3}
    fallen = {e.id for e in falls.bars} - {f"d{root}"}
    assert fallen == {f"d{n}" for n in resting - {root} if n % 3 != 1}


def test_a_strike_weighs_one_then_half_then_nothing():
    diary = Diary(against(0.1, "suspended", "d1", 8, severity=1))
    assert [weight(diary.account, day(d)) for d in (0, 1, 90, 91, 365, 366)] == [0, 1, 1, 0.5, 0.5, 0]
    assert strikes(diary.account, day(50))[0].gone_at == day(365.1)


def test_a_warning_a_check_and_a_compromised_account_are_no_strikes():
    diary = Diary(
        against(1, "verification_asked", "d1", 20),
        against(2, "limited", "d2", 20, scope="comment", severity=0),
        against(3, "limited", "d3", 20, scope="comment", severity=2),
    )
    assert [s.id for s in strikes(diary.account, day(4))] == ["d3"]


def test_every_kind_of_event_of_the_ledger_says_what_it_is():
    assert all(re.fullmatch(r"[A-Z].+\.", about) for about in BAR_KINDS.values())
