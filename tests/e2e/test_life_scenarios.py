"""Scenarios S3, S9, S13 and S17 of the design, told as lives of accounts: every entry goes in as the service will put it in.

What the service (issue 7) and the console (issue 8) add is that entries are stored, that notices really leave, and that people sign in.
"""

import pytest

from aboveboard.cases.bars import Bar, bar, due_bars, fold_bars, in_force
from aboveboard.cases.cascading import cascade
from aboveboard.cases.finding import custodian_of, measure_of
from aboveboard.cases.folding import apply, fold
from aboveboard.cases.ladder import strikes, weight
from aboveboard.cases.states import may, opened
from aboveboard.cases.timers import timers, to_send
from aboveboard.cases.values import Account, Event
from aboveboard.errors import CaseError
from lives import ANNA, BORIS, CHEN, HOLDER, Diary, against, day, event

PHONE, DEVICE = "a" * 64, "b" * 64
BUREAU, SUCCESSOR = "body:county-bureau", "body:city-bureau"


# ---- S9: a doctor's licence expires


@pytest.fixture
def doctor():
    """A doctor whose licence runs until day 100."""
    return Diary(event(1, "credential_set", scope="medicine", until=100))


def test_s9_thirty_and_seven_days_before_the_doctor_is_told_then_the_field_pauses_and_the_rest_works(doctor):
    assert doctor.live(110) == [(70, "credential_30"), (93, "credential_7"), (100, "statement")]
    assert doctor.state == "limited"
    assert not may(doctor.account, "publish", field="medicine")
    assert may(doctor.account, "publish")
    assert may(doctor.account, "publish", field="cooking")
    assert may(doctor.account, "comment")
    assert opened(doctor.account)[0].since == day(100)


def test_s9_a_renewed_licence_needs_no_pause_and_its_notices_begin_anew(doctor):
    doctor.live(80)
    doctor.add(event(81, "credential_set", scope="medicine", until=300))
    doctor.add(event(82, "seen", by=HOLDER))
    assert doctor.live(260) == []
    assert doctor.live(300) == [(270, "credential_30"), (293, "credential_7"), (300, "statement")]


def test_s9_a_licence_renewed_late_opens_the_field_again_and_the_pause_is_no_strike(doctor):
    doctor.live(120)
    doctor.add(event(121, "credential_set", scope="medicine", until=500))
    assert doctor.state == "active"
    assert may(doctor.account, "publish", field="medicine")
    assert strikes(doctor.account, day(121)) == ()


def test_s9_nothing_pauses_over_a_notice_that_was_not_sent(doctor):
    doctor.on(100.5)
    assert doctor.state == "active"
    (timer,) = [t for t in timers(doctor.account) if t.event.kind == "field_paused"]
    assert timer.unsent == ("credential_30", "credential_7")
    doctor.send(101)
    assert doctor.state == "limited"


def test_s9_the_register_was_wrong_and_the_doctors_appeal_opens_the_field_for_good(doctor):
    doctor.live(100)
    pause = opened(doctor.account)[0].id
    doctor.add(event(105, "appealed", pause, HOLDER)).add(event(106, "appeal_granted", pause, CHEN))
    assert doctor.live(130) == [(106, "receipt"), (106, "answer"), (106, "restored")]
    assert doctor.state == "active"


# ---- S3: a root ban is overturned


@pytest.fixture
def ring():
    """A root closed on day 10, two accounts closed for evading that, and a fourth for evading one of them; all under bars."""
    roots = {"root": "", "back1": "d_root", "back2": "d_root", "back3": "d_back2"}
    diaries = {name: closed(name, root, day_=10 + 20 * n) for n, (name, root) in enumerate(roots.items())}
    events = [
        bar(measure_of(d.account, f"d_{n}"), [f"{i:x}" * 64], weight(d.account, d.account.at))
        for i, (n, d) in enumerate(diaries.items(), 10)
    ]
    return diaries, events


def overturn(diaries, bars, at):
    """The root's holder appeals and is right; what that brings about is entered in one go."""
    diaries["root"].add(event(at - 10, "appealed", "d_root", HOLDER)).add(event(at, "appeal_granted", "d_root", CHEN))
    falls = cascade([d.account for d in diaries.values()], fold_bars(bars), "d_root", day(at))
    for e in falls.events:
        diaries[e.account_id].add(e)
    return falls


def closed(name, root, day_):
    """A diary of an account that was heard and then closed by two people."""
    more = {"violation": "reincarnation" if root else "coordination", "severity": 2}
    diary = Diary(against(day_, "closing_announced", f"d_{name}", **more), name=name)
    diary.send(day_)
    diary.add(against(day_ + 8, "closed", f"d_{name}", day_ + 200, ANNA, second=BORIS, root=root, **more))
    diary.send(day_ + 8)
    return diary


def test_s3_the_root_is_overturned_and_the_three_closures_that_rest_on_it_are_reversed_with_notices_in_one_go(ring):
    diaries, bars = ring
    falls = overturn(diaries, bars, 110)
    assert [e.account_id for e in falls.events] == ["back1", "back2", "back3"]
    assert {d.state for d in diaries.values()} == {"active"}
    for name in ("back1", "back2", "back3"):
        assert [o.notice for o in to_send(diaries[name].account, day(110))] == ["restored"]
        assert strikes(diaries[name].account, day(110)) == ()
    assert not fold_bars([*bars, *falls.bars]).bars
    assert not any(d.replayed().faults for d in diaries.values())


def test_s3_nothing_falls_while_the_root_still_stands(ring):
    diaries, bars = ring
    with pytest.raises(CaseError, match="account root: decision d_root still stands"):
        cascade([d.account for d in diaries.values()], fold_bars(bars), "d_root", day(110))


def test_s3_an_account_that_broke_another_rule_as_well_stays_closed_for_that(ring):
    diaries, bars = ring
    other = diaries["back1"]
    other.add(against(60, "closing_announced", "d_own", violation="account_trade"))
    other.send(60)
    other.add(against(70, "closed", "d_own", 260, ANNA, violation="account_trade"))
    overturn(diaries, bars, 110)
    assert [m.id for m in opened(other.account)] == ["d_own"]
    assert other.state == "closed"
    assert diaries["back3"].state == "active"


def test_s3_the_bar_of_an_account_that_is_erased_already_falls_too(ring):
    diaries, bars = ring
    diaries["back2"].account = Account("back2", "purged", day(90))
    falls = overturn(diaries, bars, 110)
    assert not fold_bars([*bars, *falls.bars]).bars
    assert [e.account_id for e in falls.events] == ["back1", "back3"]


# ---- S13: erasure with an active bar


def test_s13_who_is_erased_under_a_bar_leaves_only_tokens_ground_scope_and_dates_and_those_go_when_the_bar_ends():
    diary = closed("a1", "", 10)
    bars = [bar(measure_of(diary.account, "d_a1"), [PHONE, DEVICE], earlier=1.0)]
    diary.add(event(20, "erasure_asked", "bye", HOLDER, until=50))
    assert diary.live(60, step=1)[0] == (20, "goodbye")
    assert diary.account == Account("a1", "purged", day(50))

    ledger = fold_bars(bars)
    (left,) = in_force(ledger, [PHONE], day(60))
    assert left == Bar(
        "d_a1", (PHONE, DEVICE), "terms", 2, "registration", day(18), day(18 + 365), None, "", ANNA, BORIS, keyed=True,
    )  # fmt: skip
    assert in_force(ledger, ["c" * 64], day(60)) == ()
    assert in_force(ledger, [PHONE], day(18 + 365)) == ()

    after = fold_bars([*bars, *due_bars(ledger, day(400))])
    assert not after.bars
    assert not after.by_token


def test_s13_erasure_waits_while_an_appeal_is_open_and_the_person_can_take_it_back():
    diary = closed("a1", "", 10)
    diary.add(event(19, "appealed", "d_a1", HOLDER)).add(event(20, "erasure_asked", "bye", HOLDER, until=50))
    diary.live(80)
    assert diary.state == "closed"
    (timer,) = [t for t in timers(diary.account) if t.event.kind == "purged"]
    assert timer.waits == ("an appeal",)
    diary.add(event(81, "returned", "bye", HOLDER)).add(event(82, "appeal_granted", "d_a1", CHEN))
    assert diary.state == "active"


def test_s13_erasure_goes_on_once_the_appeal_is_refused():
    diary = closed("a1", "", 10)
    diary.add(event(19, "appealed", "d_a1", HOLDER)).add(event(20, "erasure_asked", "bye", HOLDER, until=50))
    diary.live(80)
    diary.add(event(81, "appeal_refused", "d_a1", CHEN))
    diary.live(90)
    assert diary.state == "purged"


# ---- S17: a merged county bureau


@pytest.fixture
def bureau():
    """The county bureau was merged into the city bureau; a person found that nobody acts for its account."""
    diary = Diary(event(1, "confirmed", by=ANNA, party="county-bureau"))
    diary.add(event(50, "orphaned", "o1", ANNA, evidence="register-extract"))
    diary.send(50)
    return diary


def test_s17_what_the_bureau_said_stays_readable_and_nobody_publishes(bureau):
    assert bureau.state == "orphaned"
    assert may(bureau.account, "read")
    assert not may(bureau.account, "publish")


def test_s17_the_successor_claims_two_people_agree_thirty_days_are_public_and_the_account_is_transferred(bureau):
    bureau.add(event(60, "plan_proposed", "p1", ANNA, scope="archive"))
    bureau.add(event(61, "plan_approved", "p1", BORIS))
    assert bureau.send(61) == ["public", "plan"]
    bureau.live(90)
    assert bureau.state == "orphaned"
    bureau.live(92)
    assert bureau.state == "limited"
    assert not may(bureau.account, "publish")

    bureau.add(event(100, "claimed", "k1", SUCCESSOR, party="city-bureau", evidence="merger-act"))
    bureau.add(event(101, "plan_proposed", "p2", ANNA, scope="transfer", party="city-bureau"))
    with pytest.raises(CaseError, match="who proposed it may not approve it"):
        apply(bureau.account, event(102, "plan_approved", "p2", ANNA))
    bureau.add(event(102, "plan_approved", "p2", CHEN))
    assert bureau.send(102) == ["claim", "public", "plan"]
    bureau.live(131)
    assert custodian_of(bureau.account) == "county-bureau"
    assert bureau.live(140) == [(133, "plan_done")]
    assert bureau.state == "active"
    assert custodian_of(bureau.account) == "city-bureau"
    assert bureau.replayed() == bureau.account
    assert not bureau.account.faults


def test_s17_an_objection_stops_the_plan_until_it_is_answered_by_somebody_else(bureau):
    bureau.add(event(60, "claimed", "k1", SUCCESSOR, party="city-bureau", evidence="merger-act"))
    bureau.add(event(61, "plan_proposed", "p1", ANNA, scope="transfer", party="city-bureau"))
    bureau.add(event(62, "plan_approved", "p1", BORIS))
    bureau.live(70)
    bureau.add(event(71, "appealed", "p1", "body:port-authority"))
    bureau.live(120)
    assert bureau.state == "orphaned"
    with pytest.raises(CaseError, match="who decided may not judge the appeal"):
        apply(bureau.account, event(121, "appeal_refused", "p1", BORIS))
    bureau.add(event(121, "appeal_refused", "p1", CHEN))
    bureau.live(122)
    assert bureau.state == "active"


def test_s17_a_plan_that_was_carried_out_wrongly_can_be_undone_and_the_old_custodian_is_back(bureau):
    before = bureau.account
    bureau.add(event(60, "claimed", "k1", SUCCESSOR, party="city-bureau", evidence="merger-act"))
    bureau.add(event(61, "plan_proposed", "p1", ANNA, scope="transfer", party="city-bureau"))
    bureau.add(event(62, "plan_approved", "p1", BORIS))
    bureau.live(93)
    assert custodian_of(bureau.account) == "city-bureau"
    bureau.add(event(120, "appealed", "p1", BUREAU)).add(event(130, "appeal_granted", "p1", CHEN))
    assert (bureau.account.custodians, opened(bureau.account)) == (before.custodians, opened(before))
    assert bureau.state == "orphaned"


def test_s17_undoing_a_plan_without_an_appeal_takes_two_people_as_well(bureau):
    bureau.add(event(60, "plan_proposed", "p1", ANNA, scope="archive")).add(event(61, "plan_approved", "p1", BORIS))
    bureau.live(92)
    with pytest.raises(CaseError, match="that takes a second person"):
        apply(bureau.account, event(100, "reversed", "p1", CHEN))
    assert apply(bureau.account, event(100, "reversed", "p1", CHEN, second=ANNA)).state == "orphaned"


@pytest.mark.parametrize("plan", ["merge", "close"])
def test_s17_a_merged_or_closed_institution_keeps_its_handle_withheld_for_good(bureau, plan):
    bureau.add(event(60, "claimed", "k1", SUCCESSOR, party="city-bureau", evidence="merger-act"))
    bureau.add(event(61, "plan_proposed", "p1", ANNA, scope=plan, party="city-bureau"))
    bureau.add(event(62, "plan_approved", "p1", BORIS))
    bureau.live(93)
    assert bureau.state == "closed"
    assert measure_of(bureau.account, "p1").party == "city-bureau"
    bureau.live(4000, step=40)
    assert bureau.state == "quarantined"
    assert timers(bureau.account) == ()


def test_s17_who_has_not_claimed_the_account_is_given_nothing(bureau):
    with pytest.raises(CaseError, match="`city-bureau` has not claimed the account"):
        apply(bureau.account, event(60, "plan_proposed", "p1", ANNA, scope="transfer", party="city-bureau"))


def test_the_ledger_read_backwards_tells_the_same_story(bureau):
    assert fold(reversed(bureau.entries)) == bureau.account
    assert all(isinstance(e, Event) for e in bureau.entries)
