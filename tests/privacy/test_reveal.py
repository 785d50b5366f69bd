"""Personal data is seen with a purpose, a case and for a short time; who looked is written down; what is unusual is asked about."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from aboveboard.errors import CaseError
from aboveboard.privacy.anomalies import KINDS, Habits, anomalies
from aboveboard.privacy.reveal import LASTS, grant, reveal, seen
from aboveboard.store import New
from planting import DAY, NOW, give

MINUTE = timedelta(minutes=1)
BERLIN = Habits(ZoneInfo("Europe/Berlin"))
MONDAY = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Europe/Berlin"))


def looks(ledger, *told):
    for by, account, at, known in told:
        body = {"by": by, "purpose": "case", "case": "c1", "known": known, "rows": 1, "grant": "rvl_x"}
        ledger.append("reads", [New("revealed", account, body)], at)


def asked(store, habits=BERLIN, followers=100_000):
    with store.reading() as c:
        return anomalies(c, MONDAY - 7 * DAY, MONDAY + 7 * DAY, habits, followers)


def test_a_look_takes_a_purpose_and_a_case_and_is_seen_by_peers_without_what_was_shown(store, ledger):
    with store.writing() as c:
        give(c, "accounts", "a1", {"bio": "+49 30 901820"}, NOW)
        given = grant(c, ledger, "a1", "person:ana", NOW, purpose="case", case="c1")
        (row,) = reveal(c, ledger, given.id, "person:ana", NOW + MINUTE)
        assert row["row"]["bio"] == "+49 30 901820"
        reveal(c, ledger, given.id, "person:ana", NOW + 2 * MINUTE)
        peers = seen(c, "a1")
    assert [(s.by, s.purpose, s.case, s.known, s.rows) for s in peers] == [("person:ana", "case", "c1", False, 1)] * 2
    told = list(ledger.of_stream("reads"))
    assert [e.kind for e in told] == ["reveal_granted", "revealed", "revealed"]
    assert "901820" not in str(told)


@pytest.mark.parametrize(("purpose", "case"), [("", "c1"), ("curiosity", "c1"), ("case", " ")])
def test_without_a_purpose_of_the_list_or_a_case_nothing_is_seen(store, ledger, purpose, case):
    with store.writing() as c, pytest.raises(CaseError, match="personal data is looked at for"):
        grant(c, ledger, "a1", "person:ana", NOW, purpose=purpose, case=case)
    assert list(ledger.all()) == []


def test_leave_is_one_person_s_and_runs_out(store, ledger):
    with store.writing() as c:
        given = grant(c, ledger, "a1", "person:ana", NOW, purpose="safety", case="c1", lasts=10 * DAY)
        assert given.until == NOW + LASTS
        for who, at, why in (
            ("person:ben", NOW, "no such leave of yours"),
            ("person:ana", NOW + LASTS, "is over"),
        ):
            with pytest.raises(CaseError, match=why):
                reveal(c, ledger, given.id, who, at)
        with pytest.raises(CaseError, match="no such leave"):
            reveal(c, ledger, "rvl_other", "person:ana", NOW)
    assert [e.kind for e in ledger.of_stream("reads")] == ["reveal_granted"]


def test_looks_without_their_case_out_of_hours_and_at_the_widely_followed_are_asked_about(store, ledger):
    with store.writing() as c:
        give(c, "accounts", "star", {"followers": 5}, NOW - DAY)
        give(c, "accounts", "star", {"followers": 2_000_000}, NOW)
        give(c, "accounts", "fan", {"followers": 12}, NOW)
    looks(
        ledger,
        ("ana", "fan", MONDAY, True),
        ("ana", "star", MONDAY + MINUTE, True),
        ("ana", "fan", MONDAY + 2 * MINUTE, False),
        ("ana", "fan", MONDAY + timedelta(hours=12), True),
        ("ana", "fan", MONDAY + 5 * DAY, True),
    )
    assert [(a.kind, a.account, a.says) for a in asked(store)] == [
        ("without_case", "fan", "named the case c1, which is not about this account"),
        ("widely_followed", "star", "looked at an account with 2,000,000 followers, for the case c1"),
        ("out_of_hours", "fan", "looked at 22:00 on a Monday"),
        ("out_of_hours", "fan", "looked at 10:00 on a Saturday"),
    ]


def test_many_looks_in_a_row_are_one_question_each_run(store, ledger):
    runs = [MONDAY + timedelta(seconds=30 * n) for n in range(25)] + [
        MONDAY + timedelta(hours=3, minutes=n / 2) for n in range(10)
    ]
    looks(ledger, *(("ana", f"a{n}", at, True) for n, at in enumerate(runs)))
    looks(ledger, *(("ben", f"a{n}", MONDAY + timedelta(hours=4, minutes=5 * n), True) for n in range(9)))
    found = [(a.by, a.at, a.looks) for a in asked(store) if a.kind == "in_a_row"]
    assert found == [("ana", MONDAY, 25), ("ana", MONDAY + timedelta(hours=3), 10)]


def test_one_person_who_looks_far_more_often_than_the_others_is_asked_about(store, ledger):
    every = [
        (by, f"a{n}", MONDAY + timedelta(minutes=30 * n), True)
        for by, most in (("ana", 4), ("ben", 3), ("cem", 20))
        for n in range(most)
    ]
    looks(ledger, *sorted(every, key=lambda t: t[2]))
    (one,) = [a for a in asked(store, Habits(BERLIN.zone, (0, 24))) if a.kind == "outlier"]
    assert (one.by, one.looks) == ("cem", 20)
    alone = [a for a in asked(store, Habits(BERLIN.zone, least=21)) if a.kind == "outlier"]
    assert alone == []


def test_every_kind_of_question_is_explained():
    assert list(KINDS) == ["without_case", "widely_followed", "out_of_hours", "in_a_row", "outlier"]
