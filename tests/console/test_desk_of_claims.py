"""Claims from outside over the service: an imitated party's and a body's, decided by two people, told by link, and what they lead to."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from aboveboard.cases.timers import advance
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.cases import Wanted
from aboveboard.console.views.claims import ClaimSaid
from aboveboard.console.views.outside import Upload
from aboveboard.deciding.histories import history
from aboveboard.errors import AccessError, CaseError, InputError
from aboveboard.store.deciding_tables import CLAIMS

WORDS = "This account uses our name and our logo; it is not ours."
ANSWER = "We compared both accounts with the register."
PAPER = Upload("register.txt", "text/plain", b"extract of the register")


def row_of(stage, violation):
    rows = stage.verbs.queue(stage.me("heron"), Wanted(), stage.clock.at).rows
    return next(r for r in rows if r.violation == violation)


def filed(stage, row, *, key="one"):
    return stage.verbs.claim_imitated(
        f"@{row.handle}", "The real bank", "a@example.org", WORDS, (PAPER,), key, stage.clock.at
    )


def said(stage, name, outcome, account="", text=ANSWER, number=0):
    me = stage.me(name)
    claim = stage.verbs.claims(me, stage.clock.at)[number]
    view = stage.verbs.claim_case(me, claim.id, stage.clock.at)
    return stage.verbs.answer_claim(me, claim.id, view.version, ClaimSaid(outcome, text, account), stage.clock.at)


def told(stage, received):
    return stage.verbs.claim_state(received.link.rpartition("/")[2], stage.clock.at)


def body_claims(stage, wish, key="b", row=None):
    row = row or row_of(stage, "orphaned_institution")
    link = stage.verbs.link(row.account_id, "body", stage.clock.at)
    text = "We are the office that took over its duties in 2024."
    return row, stage.verbs.claim_institution(
        link, "The successor office", "o@example.org", wish, text, (), key, stage.clock.at
    )


def test_two_people_say_the_same_of_an_imitated_party_and_the_account_is_asked_who_it_is(stage):
    row = row_of(stage, "impersonation")
    received = filed(stage, row)
    assert told(stage, received).state == "open"
    (claim,) = stage.verbs.claims(stage.me("wren"), stage.clock.at)
    assert (claim.kind, claim.who, claim.about, claim.files) == ("imitated", "The real bank", f"@{row.handle}", 1)
    view = stage.verbs.claim_case(stage.me("wren"), claim.id, stage.clock.at)
    assert (view.text, [a.account_id for a in view.accounts]) == (WORDS, [row.account_id])
    assert said(stage, "wren", "verify", row.account_id, "The first one's words.") == "second"
    blind = stage.verbs.claim_case(stage.me("starling"), claim.id, stage.clock.at)
    assert "wren" not in repr(blind)
    assert "first one's words" not in repr(blind)
    assert told(stage, received).state == "open"
    assert said(stage, "starling", "verify", row.account_id) == "decided"
    state = told(stage, received)
    assert (state.state, state.answer) == ("verify", ANSWER)
    (made,) = [e.body for e in stage.desk.ledger.of_subject(row.account_id) if e.kind == "decided"]
    assert (made["by"], made["second"], made["action"], made["violation"]) == (
        "person:wren",
        "person:starling",
        "verify",
        "impersonation",
    )
    link = stage.verbs.link(row.account_id, made["decision"], stage.clock.at)
    assert stage.verbs.notice(link, stage.clock.at).action == "verify"
    assert stage.verbs.appeal(link, "We are a fan club and say so.", (), "x", stage.clock.at).reference


def test_who_differs_leaves_it_to_a_third(stage):
    row = row_of(stage, "impersonation")
    filed(stage, row)
    assert said(stage, "wren", "refused") == "second"
    assert said(stage, "starling", "label", row.account_id) == "second"
    with pytest.raises(CaseError, match="already"):
        said(stage, "wren", "label", row.account_id)
    assert "decided" not in [e.kind for e in stage.desk.ledger.of_subject(row.account_id)]


def test_a_claim_decides_about_no_other_account_and_ends_none(stage):
    row, other = row_of(stage, "impersonation"), row_of(stage, "reincarnation")
    filed(stage, row)
    with pytest.raises(InputError, match="handle that was named"):
        said(stage, "wren", "verify", other.account_id)
    with pytest.raises(CaseError, match="which account"):
        said(stage, "wren", "close", row.account_id)
    with pytest.raises(CaseError, match="which account"):
        said(stage, "wren", "verify")
    with pytest.raises(AccessError):
        stage.verbs.claims(stage.me("heron"), stage.clock.at)


def test_a_body_gets_the_account_by_two_people_and_thirty_days_of_public_notice(stage):
    row, received = body_claims(stage, "transfer")
    assert said(stage, "wren", "transfer") == "second"
    with stage.verbs.sitting(stage.clock.at) as s:
        assert history(s, row.account_id).account.plan is None, "one person plans nothing"
    assert said(stage, "starling", "transfer") == "decided"
    state = told(stage, received)
    assert (state.state, state.notice_until) == ("transfer", (stage.clock.at + timedelta(days=30)).date())
    with stage.verbs.sitting(stage.clock.at) as s:
        life = history(s, row.account_id).account
        assert (life.plan.what, life.plan.by, life.plan.approved_by) == ("transfer", "person:wren", "person:starling")
        early = advance(life, stage.clock.at + timedelta(days=40), s.periods)
        assert early.plan is not None, "no notice went out, so its thirty days have not begun"


def test_an_objection_holds_a_plan_up_and_two_people_answer_it(stage):
    row, _ = body_claims(stage, "archive")
    said(stage, "wren", "archive"), said(stage, "starling", "archive")
    _, objected = body_claims(stage, "object", "o", row)
    with stage.verbs.sitting(stage.clock.at) as s:
        life = history(s, row.account_id).account
        assert [a.id for a in life.appeals] == [life.plan.id]
    number = [c.wish for c in stage.verbs.claims(stage.me("wren"), stage.clock.at)].index("object")
    assert said(stage, "wren", "withdraw", number=number) == "second"
    assert said(stage, "starling", "withdraw", number=number) == "decided"
    assert told(stage, objected).state == "withdraw"
    with stage.verbs.sitting(stage.clock.at) as s:
        assert history(s, row.account_id).account.plan is None


def test_documents_are_handed_to_staff_and_that_is_written_down(stage):
    filed(stage, row_of(stage, "impersonation"))
    wren = stage.me("wren")
    (claim,) = stage.verbs.claims(wren, stage.clock.at)
    assert stage.verbs.claim_document(wren, claim.id, 0, stage.clock.at).body == PAPER.body
    assert [e.kind for e in stage.desk.ledger.of_stream("reads")][-1] == "document_opened"
    with pytest.raises(NotHereError):
        stage.verbs.claim_document(wren, claim.id, 1, stage.clock.at)
    with pytest.raises(NotHereError):
        stage.verbs.claim_case(wren, "clm_none", stage.clock.at)


def test_claims_can_be_rebuilt_from_the_ledger(stage):
    from aboveboard.deciding.projecting import rebuild

    body_claims(stage, "merge")
    filed(stage, row_of(stage, "impersonation"))
    said(stage, "wren", "merge")
    said(stage, "starling", "merge")
    with stage.desk.store.writing() as connection:
        before = connection.execute(sa.select(CLAIMS).order_by(CLAIMS.c.claim_id)).all()
        assert {r.status for r in before} == {"open", "decided"}
        rebuild(connection)
        assert connection.execute(sa.select(CLAIMS).order_by(CLAIMS.c.claim_id)).all() == before


def test_the_demo_decides_claims_by_two_people_too(demo, clock, me, other):
    row = next(r for r in demo.book.rows.values() if r.violation == "orphaned_institution")
    made = demo.claim_institution(
        demo.link(row.id, "b"), "A body", "b@example.org", "archive", "We took over in 2024.", (), "k", clock.at
    )
    claim = demo.claims(me, clock.at)[0]
    assert demo.answer_claim(me, claim.id, 1, ClaimSaid("archive", ANSWER), clock.at) == "second"
    with pytest.raises(CaseError):
        demo.answer_claim(me, claim.id, 2, ClaimSaid("archive", ANSWER), clock.at)
    assert demo.answer_claim(other, claim.id, 2, ClaimSaid("archive", ANSWER), clock.at) == "decided"
    state = demo.claim_state(made.link.rpartition("/")[2], clock.at)
    assert (state.state, state.notice_until) == ("archive", (clock.at + timedelta(days=30)).date())
