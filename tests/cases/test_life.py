"""One life at a time: what may happen when, who may do it, and what the holder can do meanwhile."""

import json
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pyarrow as pa
import pytest

from aboveboard.cases import (
    Account,
    Periods,
    advance,
    apply,
    due,
    fold,
    fold_table,
    may,
    statement,
    take,
    to_send,
)
from aboveboard.cases.batch import EVENTS, event_table
from aboveboard.cases.drawing import drawing
from aboveboard.cases.effects import effect
from aboveboard.cases.finding import recipients
from aboveboard.cases.kinds import KINDS, ROLES, ways
from aboveboard.cases.notices import NOTICES
from aboveboard.cases.periods import dated
from aboveboard.cases.states import ACTS, GROUNDS, HOLDS, PLANS, STATES, opened
from aboveboard.cases.timers import timers
from aboveboard.errors import CaseError
from lives import ANNA, BORIS, CHEN, HOLDER, RULE, Diary, against, begun, day, event

RULES = Path(__file__).parents[3] / "shared" / "design" / "dsa_statement_rules.json"


def refused(account, new):
    with pytest.raises(CaseError) as error:
        apply(account, new)
    return str(error.value).partition(": ")[2].partition(": ")[2]


# ---- registration


def test_who_asks_is_let_in_or_refused_with_a_way_back():
    asked = fold([event(0, "registered", by=HOLDER)])
    assert asked.state == "proposed"
    assert not may(asked, "publish")
    assert apply(asked, event(1, "admitted")).state == "active"
    turned_away = apply(asked, against(1, "refused", "d1", 190))
    assert (turned_away.state, turned_away.owed[0].notice) == ("closed", "statement")
    heard = apply(apply(turned_away, event(2, "appealed", "d1", HOLDER)), event(3, "appeal_granted", "d1", CHEN))
    assert heard.state == "proposed"


def test_who_is_asked_to_show_something_before_being_let_in_may_publish_nothing_meanwhile_or_after():
    asked = fold([event(0, "registered", by=HOLDER), against(1, "verification_asked", "d1", 15)])
    assert asked.state == "verification_due"
    assert not may(asked, "publish")
    missed = advance(apply(asked, event(2, "notice_sent", "d1", scope="verification")), day(30))
    assert missed.state == "limited"
    assert not may(missed, "comment")
    assert refused(missed, event(31, "admitted")).startswith("that can only be while proposed")
    assert apply(apply(missed, event(31, "verified", "d1")), event(32, "admitted")).state == "active"


# ---- measures


def test_the_gravest_of_what_is_open_is_the_state_and_each_ends_at_its_own_date():
    diary = Diary(against(1, "suspended", "d1", 10), against(2, "limited", "d2", 30, scope="comment"))
    assert diary.state == "suspended"
    assert diary.on(10).state == "limited"
    assert (may(diary.account, "comment"), may(diary.account, "publish")) == (False, True)
    assert diary.on(30).state == "active"
    assert [(e.kind, e.id, e.at) for e in diary.entries[-2:]] == [("ended", "d1", day(10)), ("ended", "d2", day(30))]


def test_who_does_not_answer_in_fourteen_days_from_the_notice_publishes_nothing_until_they_do():
    diary = Diary(against(1, "verification_asked", "d1", 3))
    assert diary.on(50).state == "verification_due"
    diary.live(64)
    assert diary.state == "verification_due"
    diary.live(65)
    assert diary.state == "limited"
    assert (may(diary.account, "publish"), may(diary.account, "read")) == (False, True)
    assert diary.add(event(70, "verified", "d1")).state == "active"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (against(1, "suspended", "d1"), "it needs `until`"),
        (against(1, "suspended", "d1", 9, evidence=""), "it needs `evidence`"),
        (event(1, "confirmed", by="body:x", party="x"), "somebody of the operator's names the first custodian"),
        (against(1, "suspended", "d1", 1), "it would end before it begins"),
        (against(1, "suspended", "d1", 9, by=HOLDER), "`holder` may not do that; person or policy may"),
        (against(1, "suspended", "d1", 9, ground="mood"), "ground `mood`; a decision rests on law or terms"),
        (against(1, "suspended", "d1", 9, severity=5), "severity 5; 0 to 4 are known"),
        (against(1, "limited", "d1", 9, scope="opinion"), "`opinion` is nothing that can be limited"),
        (event(1, "ended", "d1", "timer"), "there is no such measure d1"),
        (event(1, "sang"), "there is no such kind of event"),
        (event(1, "admitted"), "that can only be while proposed, verification_due"),
        (event(1, "notice_sent", "d1", scope="song"), "there is no notice `song`"),
        (event(1, "notice_sent", "d1", scope="statement"), "nothing asks for it"),
        (event(1, "appealed", "d9", HOLDER), "there is no decision d9"),
        (event(1, "appeal_granted", "d9", CHEN), "no appeal about d9 waits"),
        (event(1, "verified", "d9"), "nothing was asked under that id"),
        (event(1, "held", "h1", scope="whim"), "there is no hold `whim`"),
        (event(1, "released", "h1"), "there is no hold h1"),
        (event(1, "plan_proposed", "p1", ANNA, scope="sell"), "there is no plan `sell`"),
        (event(1, "plan_approved", "p1", ANNA), "there is no plan p1"),
        (event(1, "slept", "sleep@", "timer"), "it was used since"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_one_line_and_kept_by_the_fold(wrong, why):
    account = fold(begun())
    assert refused(account, wrong) == why
    kept = fold([*begun(), wrong])
    assert (kept.state, [f.why for f in kept.faults]) == ("active", [why])
    assert str(kept.faults[0]).startswith(f"account a1: {wrong.kind}")


def test_a_decision_counts_once_and_on_other_evidence_once_it_was_overturned():
    first = against(1, "limited", "d1", 9, scope="comment", evidence="e1")
    diary = Diary(first)
    assert refused(diary.account, first._replace(at=day(2))) == "`d1` has been decided already"
    diary.add(event(3, "reversed", "d1", CHEN))
    assert refused(diary.account, first._replace(at=day(4), id="d2")).endswith("it needs new evidence")
    assert apply(diary.account, first._replace(at=day(4), id="d2", evidence="e2")).state == "limited"


def test_an_event_that_comes_late_is_refused_one_by_one_and_takes_its_place_in_a_fold():
    diary = Diary(event(5, "seen", by=HOLDER))
    late = against(3, "limited", "d1", 9, scope="comment")
    assert "fold all events again" in refused(diary.account, late)
    assert fold([*diary.entries, late]).state == "limited"


MAY = {
    "holder": "registered seen left erasure_asked returned appealed",
    "body": "confirmed claimed appealed",
    "policy": (
        "registered admitted credential_set refused limited verification_asked suspended credential_revoked closing_announced verified "
        "reversed held released notice_sent"
    ),
    "person": (
        "registered admitted confirmed credential_set refused limited verification_asked suspended credential_revoked orphaned plan_proposed "
        "plan_approved plan_withdrawn closing_announced closed verified appeal_refused appeal_granted reversed held released notice_sent"
    ),
    "timer": "released ended verification_missed field_paused slept plan_done quarantined purged",
}


@pytest.mark.parametrize("role", MAY)
def test_who_may_do_what(role):
    assert set(MAY) == set(ROLES)
    for kind in KINDS.values():
        account = Account("a1", kind.within[0])
        told = refused_or_none(account, event(1, kind.name, by=role))
        assert (f"`{role}` may not do that" in told) == (kind.name not in MAY[role].split()), kind.name


def refused_or_none(account, new):
    try:
        apply(account, new)
    except CaseError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    "again",
    [
        against(2, "verification_asked", "d1", 9),
        against(2, "credential_revoked", "d1", scope="law"),
        against(2, "closing_announced", "d1"),
        event(2, "orphaned", "d1", ANNA, evidence="e"),
        event(2, "plan_proposed", "d1", ANNA, scope="close"),
        event(2, "left", "d1", HOLDER, until=9),
        event(2, "erasure_asked", "d1", HOLDER, until=40),
        against(2, "closed", "d1", 200, ANNA, second=BORIS, scope="imminent"),
    ],
    ids=lambda e: e.kind,
)
def test_one_id_decides_one_thing(again):
    diary = Diary(against(1, "limited", "d1", 9, scope="comment"))
    assert refused(diary.account, again) == "`d1` has been decided already"


@pytest.mark.parametrize(
    ("life", "early", "why"),
    [
        ([against(1, "suspended", "d1", 9)], event(8, "ended", "d1", "timer"), "it is too early"),
        ([against(1, "verification_asked", "d1", 9)], event(8, "verification_missed", "d1", "timer"), "it is too early"),
        ([against(1, "verification_asked", "d1", 9)], event(10, "verification_missed", "d1", "timer"), "notice `verification` has not been sent"),
        ([event(1, "credential_set", scope="law", until=9)], event(8, "field_paused", "x", "timer", scope="law"), "no qualification of that field has run out"),
        ([event(1, "credential_set", scope="law", until=9)], event(9, "field_paused", "x", "timer", scope="law"), "notice `credential_30` has not been sent"),
        ([], event(9, "field_paused", "x", "timer", scope="law"), "no qualification of that field has run out"),
        ([event(1, "left", "d1", HOLDER, until=31)], event(30, "quarantined", "d1", "timer", until=200), "it is too early"),
        ([event(1, "left", "d1", HOLDER, until=31)], event(31, "quarantined", "d1", "timer"), "only an institution's handle is withheld for good; it needs `until`"),
        ([event(1, "left", "d1", HOLDER, until=31)], event(90, "purged", "d1", "timer"), "notice `goodbye` has not been sent"),
        ([event(1, "left", "d1", HOLDER, until=31), event(2, "notice_sent", "d1", scope="goodbye")], event(90, "purged", "d1", "timer"), "it is too early"),
        ([event(1, "erasure_asked", "d1", HOLDER, until=31), event(2, "notice_sent", "d1", scope="goodbye")], event(30, "purged", "d1", "timer"), "it is too early"),
        ([event(1, "erasure_asked", "d1", HOLDER, until=31), event(2, "notice_sent", "d1", scope="goodbye")], event(31, "purged", "d1", "timer"), "notice `erasure` has not been sent"),
        ([event(1, "erasure_asked", "d1", HOLDER, until=31)], event(2, "erasure_asked", "d2", HOLDER, until=40), "that was asked already"),
        ([event(1, "held", "h1", scope="legal", until=9)], event(8, "released", "h1", "timer"), "it is too early"),
        ([event(1, "plan_proposed", "p1", ANNA, scope="close")], event(90, "plan_done", "p1", "timer", until=300), "notice `public` has not been sent"),
        ([event(1, "plan_proposed", "p1", ANNA, scope="close")], event(90, "plan_done", "p1", "timer", until=200), "an appeal must stay open for 183 days"),
        ([event(1, "plan_proposed", "p1", ANNA, scope="close")], event(2, "plan_withdrawn", "p2", ANNA), "there is no plan p2"),
        ([event(1, "plan_proposed", "p1", ANNA, scope="close")], event(2, "plan_proposed", "p2", ANNA, scope="close"), "plan p1 is under way"),
        ([against(1, "verification_asked", "d1", 9)], event(2, "admitted"), "it has been let in already"),
        ([against(1, "verification_asked", "d1", 9)], against(2, "refused", "d2", 190), "it has been let in already"),
        ([against(1, "closed", "d1", 190, ANNA, second=BORIS, scope="imminent")], event(2, "returned", "d1", HOLDER), "the holder did not ask for that"),
        ([event(1, "left", "d1", HOLDER, until=31)], event(2, "reversed", "d1", ANNA), "the holder asked for it; only they can take it back"),
        ([against(1, "suspended", "d1", 9, root="d0")], event(2, "reversed", "d1", root="d9"), "only a person undoes it, unless what it rests on was overturned"),
        ([against(1, "suspended", "d1", 9)], event(2, "appealed", "d1", "body:x"), "only the holder can appeal against that"),
    ],
)  # fmt: skip
def test_no_date_is_entered_before_it_comes_and_nothing_is_undone_by_who_may_not(life, early, why):
    assert refused(fold(begun(*life)), early) == why


# ---- closing


@pytest.fixture
def announced():
    return Diary(against(1, "closing_announced", "d1"))


def closing(at=20, by=ANNA, until=None, **more):
    return against(at, "closed", "d1", until or at + 183, by, **more)


def test_nobody_is_closed_unheard(announced):
    assert refused(announced.account, closing()) == "notice `hearing` has not been sent"
    announced.send(14)
    assert refused(announced.account, closing()).startswith("notices allow it from")
    assert apply(announced.account, closing(22)).state == "closed"
    assert refused(announced.account, closing(200)) == "notice `hearing` has not been sent"


def test_only_a_person_closes_and_the_way_back_stays_open_for_six_months(announced):
    announced.send(2)
    assert refused(announced.account, closing(by=RULE)) == "`policy:default/3` may not do that; person may"
    assert refused(announced.account, closing(until=202)) == "an appeal must stay open for 183 days"


def test_where_harm_cannot_wait_two_people_close_and_hear_afterwards():
    account = fold(begun())
    assert refused(account, closing(scope="imminent")) == "that takes a second person"
    assert refused(account, closing(scope="imminent", second=ANNA)) == "that takes a second person"
    assert apply(account, closing(scope="imminent", second=BORIS)).state == "closed"


def test_an_account_that_many_follow_takes_two_people(announced):
    announced.add(event(2, "held", "h1", scope="four_eyes"))
    announced.send(3)
    assert refused(announced.account, closing()) == "that takes a second person"
    assert apply(announced.account, closing(second=BORIS)).state == "closed"


def test_an_appeal_is_judged_by_somebody_else_answered_in_writing_and_heard_again_only_on_new_evidence(announced):
    announced.send(2)
    announced.add(closing(second=BORIS)).add(event(30, "appealed", "d1", HOLDER))
    for judge in (ANNA, BORIS):
        assert refused(announced.account, event(31, "appeal_refused", "d1", judge)).startswith("who decided may not")
    assert refused(announced.account, event(31, "appealed", "d1", HOLDER)) == "an appeal about it waits already"
    assert "appeal_waits" in announced.send(44)
    announced.add(event(45, "appeal_refused", "d1", CHEN))
    assert announced.send(45) == ["answer"]
    assert refused(announced.account, event(46, "appealed", "d1", HOLDER)).endswith("another needs new evidence")
    announced.add(event(46, "appealed", "d1", HOLDER, evidence="passport-check"))


def test_after_six_months_the_handle_is_withheld_and_after_six_more_all_is_erased(announced):
    announced.send(2)
    announced.add(closing())
    assert announced.on(203).state == "quarantined"
    assert refused(announced.account, event(204, "appealed", "d1", HOLDER)) == "the time to appeal is over"
    assert announced.live(383) == [(203, "statement"), (353, "erasure")]
    assert announced.account == Account("a1", "purged", day(383))


def test_an_appeal_at_the_last_moment_stops_the_clock(announced):
    announced.send(2)
    announced.add(closing()).add(event(203, "appealed", "d1", HOLDER))
    assert announced.on(600).state == "closed"
    assert [t.waits for t in timers(announced.account) if t.event.kind == "quarantined"] == [("an appeal",)]
    assert announced.add(event(601, "appeal_refused", "d1", CHEN)).on(602).state == "quarantined"


def test_a_court_that_asks_to_keep_it_stops_erasure(announced):
    announced.send(2)
    announced.add(closing()).add(event(30, "held", "h1", scope="legal", until=900))
    announced.live(900, step=7)
    assert announced.state == "quarantined"
    announced.live(901)
    assert announced.state == "purged"


def test_no_clock_runs_against_who_was_closed_by_mistake():
    diary = Diary(against(1, "verification_asked", "v1", 20))
    diary.send(1)
    diary.add(closing(10, scope="imminent", second=BORIS))
    assert diary.live(100)[-1] == (10, "statement")
    diary.add(event(110, "reversed", "d1", CHEN))
    assert (diary.state, opened(diary.account)[0].until) == ("verification_due", day(120))
    assert diary.live(119) == [(110, "restored")]
    assert diary.state == "verification_due"


def test_who_left_can_come_back_for_a_while():
    diary = Diary(event(1, "left", "l1", HOLDER, until=31))
    assert diary.state == "closed"
    assert apply(diary.account, event(20, "returned", "l1", HOLDER)).state == "active"
    assert refused(diary.account, event(20, "appealed", "l1", HOLDER)) == "the holder asked for it and can return"


# ---- sleep, holds, notices


def test_three_reminders_then_sleep_then_a_sign_of_life_wakes_it():
    diary = Diary()
    assert diary.live(370) == [(305, "sleep_60"), (336, "sleep_30"), (360, "sleep_7"), (368, "asleep")]
    assert diary.state == "dormant"
    assert diary.add(event(371, "seen", by=HOLDER)).state == "active"
    assert diary.live(600) == []


def test_reminders_that_start_late_still_leave_sixty_days():
    diary = Diary()
    assert diary.live(900)[0] == (305, "sleep_60")
    late = Diary()
    late.on(800)
    assert late.send(800) == ["sleep_60"]
    assert late.live(862)[-1] == (855, "sleep_7")
    assert late.state == "active"
    late.live(863)
    assert late.state == "dormant"


def test_what_is_for_a_minor_goes_to_the_guardian_too():
    diary = Diary(against(1, "limited", "d1", 20, scope="comment"))
    assert recipients(diary.account, "statement") == ("holder",)
    diary.add(event(2, "held", "h1", scope="guardian"))
    assert recipients(diary.account, "statement") == ("holder", "guardian")
    assert recipients(diary.account, "appeal_waits") == ("appeals desk",)


@pytest.mark.parametrize("kind", ["memorial", "subscription", "archive", "guardian", "seasonal"])
def test_some_accounts_never_sleep(kind):
    diary = Diary(event(1, "held", "h1", scope=kind))
    assert diary.live(800, step=10) == []
    assert diary.state == "active"


def test_a_custodian_is_asked_every_year_and_silence_alone_orphans_nobody():
    diary = Diary(event(1, "confirmed", by=ANNA, party="bureau"), event(2, "held", "h1", scope="seasonal"))
    assert diary.live(800, step=3) == [(368, "heartbeat")]
    assert diary.state == "active"
    assert refused(diary.account, event(801, "confirmed", by="body:other", party="other")).startswith(
        "its custodian is bureau"
    )
    assert diary.add(event(801, "confirmed", by="body:bureau", party="bureau")).live(1200, step=3) == [
        (1167, "heartbeat")
    ]


@pytest.mark.parametrize(
    ("life", "owed"),
    [
        ([against(1, "limited", "d1", 9, scope="comment")], ["statement"]),
        ([against(1, "credential_revoked", "d1", scope="law")], ["statement"]),
        ([event(1, "orphaned", "d1", ANNA, evidence="e")], ["orphan"]),
        (
            [event(1, "plan_proposed", "p1", ANNA, scope="close"), event(2, "plan_withdrawn", "p1", ANNA)],
            ["plan_withdrawn"],
        ),
        (
            [against(1, "verification_asked", "d1", 9), event(2, "verified", "d1")],
            ["verification", "verified"],
        ),
        ([event(1, "left", "d1", HOLDER, until=31)], ["goodbye"]),
        (
            [
                against(1, "verification_asked", "d1", 9),
                event(2, "notice_sent", "d1", scope="verification"),
                event(16, "verification_missed", "d1", "timer"),
            ],
            ["statement"],
        ),
    ],
)
def test_whoever_is_concerned_is_owed_a_notice(life, owed):
    account = fold(begun(*life))
    assert ([o.notice for o in account.owed], account.faults) == (owed, ())


def test_a_notice_is_owed_until_it_is_sent():
    diary = Diary(against(1, "suspended", "d1", 8))
    diary.on(400)
    assert [(o.notice, o.about) for o in to_send(diary.account, day(400)) if not o.notice.startswith("sleep")] == [
        ("statement", "d1"), ("restored", "d1"),
    ]  # fmt: skip


def test_taking_an_event_enters_the_dates_before_it():
    account, entries = take(fold(begun(against(1, "suspended", "d1", 8))), event(9, "seen", by=HOLDER))
    assert [e.kind for e in entries] == ["ended", "seen"]
    assert account.state == "active"
    assert due(account, day(20)) == ()


def test_a_period_may_be_longer_than_asked_for_but_not_shorter():
    patient = Periods(quarantine=timedelta(days=400))
    diary = Diary(event(1, "left", "l1", HOLDER, until=31))
    (quarantined,) = due(diary.account, day(40), patient)
    assert quarantined.until == day(431)
    with pytest.raises(CaseError, match="period appeal: 30 days; at least 183 are needed"):
        Periods(appeal=timedelta(days=30))


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        ("verification_asked", 14),
        ("closed", 183),
        ("refused", 183),
        ("left", 30),
        ("erasure_asked", 30),
        ("seen", None),
    ],
)
def test_an_event_is_dated_by_the_period_of_its_kind_and_keeps_a_date_it_has(kind, days):
    assert dated(event(1, kind, "d1")).until == (None if days is None else day(1 + days))
    assert dated(event(1, kind, "d1", until=500)).until == day(500)


# ---- the tables


def test_every_row_speaks_of_what_there_is():
    for kind in KINDS.values():
        assert set(kind.within) <= set(STATES), kind.name
        assert set(kind.by) <= set(ROLES), kind.name
        assert not kind.state or kind.state in STATES, kind.name
    for notice in NOTICES.values():
        assert {*notice.after, notice.before} - {""} <= set(KINDS), notice.name
        assert notice.after or notice.ahead is not None, notice.name
    assert {act for s in STATES.values() for act in s.acts} == set(ACTS)
    assert all(m for table in (GROUNDS, HOLDS, PLANS, ROLES, ACTS) for m in table.values())


def test_every_state_but_the_last_can_be_left_and_every_one_be_reached():
    left = {s for k in KINDS.values() for s in k.within}
    assert set(STATES) - left == {"purged"}
    opened_by_a_kind = {k.state for k in KINDS.values()}
    assert set(STATES) - opened_by_a_kind == {"unknown", "proposed", "active", "quarantined", "purged"}


def test_every_decision_against_a_holder_owes_a_statement_and_every_event_has_an_effect():
    owing = set(NOTICES["statement"].after)
    confined = {
        k.name
        for k in KINDS.values()
        if k.state in ("limited", "suspended") or (k.state == "closed" and "ground" in k.needs)
    }
    assert confined <= owing
    assert effect(Account("a1"), event(0, "closing_announced", "d1")) == Account("a1")


def test_the_picture_is_drawn_from_the_table(monkeypatch):
    before = drawing()
    monkeypatch.setattr("aboveboard.cases.drawing.ways", lambda: {("active", "suspended"): ("sung",)})
    assert "comes by: sung" in drawing()
    assert "comes by: sung" not in before


def test_the_picture_shows_every_state_and_every_kind_that_leads_from_one_to_another():
    root = ET.fromstring(drawing())  # noqa: S314 - our own picture
    text = " ".join("".join(t.itertext()) for t in root.iter("{http://www.w3.org/2000/svg}text"))
    assert not [s for s in STATES if s != "unknown" and s.replace("_", " ") not in text]
    assert not [k for kinds in ways().values() for k in kinds if k.replace("_", " ") not in text]


# ---- many at once, and out


def test_a_table_of_many_lives_folds_as_each_alone():
    diaries = [Diary(against(1, "limited", "d1", 9, scope="comment"), name=f"a{n}").on(20) for n in range(5)]
    entries = [e for d in diaries for e in d.entries]
    table = event_table(reversed(entries))
    assert table.schema == EVENTS
    assert fold_table(table) == {f"a{n}": d.account for n, d in enumerate(diaries)}
    assert fold_table(event_table([])) == {}
    with pytest.raises(CaseError, match="events lack ground"):
        fold_table(table.drop_columns(["ground"]))
    with pytest.raises(CaseError, match="a time"):
        fold_table(table.set_column(1, "at", pa.nulls(table.num_rows, EVENTS.field("at").type)))


def decided():
    diary = Diary(
        against(1, "limited", "d1", 9, scope="comment"),
        against(2, "suspended", "d2", 12, by=ANNA, ground="law"),
        against(3, "verification_asked", "d3", 30),
        against(4, "closed", "d4", 190, ANNA, second=BORIS, scope="imminent"),
        event(5, "erasure_asked", "bye", HOLDER, until=40),
    )
    return {m.id: statement(m) for m in diary.account.measures}


def test_a_statement_names_what_was_decided_until_when_and_by_whom():
    told = decided()
    assert told["d1"]["decision_visibility"] == ["DECISION_VISIBILITY_OTHER"]
    assert told["d1"]["automated_decision"] == "AUTOMATED_DECISION_FULLY"
    assert told["d2"]["end_date_account_restriction"] == "2026-01-13"
    assert told["d2"]["decision_ground"] == "DECISION_GROUND_ILLEGAL_CONTENT"
    assert "end_date_account_restriction" not in told["d4"]
    assert told["bye"] == {}


@pytest.mark.real
def test_a_statement_says_only_what_the_database_knows():
    if not RULES.is_file():
        pytest.skip(f"no rules at {RULES}")
    rules = json.loads(RULES.read_text(encoding="utf-8"))
    for told in decided().values():
        for field, value in told.items():
            assert field in rules["fields"]
            known = rules["enums"].get(rules["fields"][field].get("enum"))
            assert known is None or {*([value] if isinstance(value, str) else value)} <= set(known), field
