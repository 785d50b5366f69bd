"""The console over the service itself: cases from real proposals, decided into the ledger, appealed and overturned."""

from datetime import timedelta

import msgspec
import pytest
import sqlalchemy as sa

from aboveboard.app.admitting import admit
from aboveboard.console.uploads import taken
from aboveboard.console.verbs import Looked, NotHereError, Ruling
from aboveboard.console.views.appeals import Answer
from aboveboard.console.views.cases import Wanted
from aboveboard.console.views.frame import Care
from aboveboard.errors import AccessError, CaseError, InputError
from aboveboard.intake import Batch, keep
from aboveboard.store import verify
from aboveboard.store.console_tables import CASE_LINES

FINE = Ruling("none", "", 0, 0, "namesake", looked=Looked(40, ("facts-1",), ("a", "b")))
REASON = "It was decided on a name that two people share; we looked at both accounts."


def rows(stage, name="heron", **wanted):
    return stage.verbs.queue(stage.me(name), Wanted(**wanted), stage.clock.at).rows


def a_row(stage, violation, name="heron"):
    return next(r for r in rows(stage, name) if r.violation == violation)


def claimed(stage, row, name="heron"):
    me = stage.me(name)
    version = stage.verbs.case(me, row.id, Wanted(), stage.clock.at).version
    return me, stage.verbs.claim(me, row.id, version, stage.clock.at)


def ruled(stage, row, ruling=FINE, name="heron", key="a key", *, leave=True):
    me, version = claimed(stage, row, name)
    made = stage.verbs.decide(me, row.id, version, ruling, key, stage.clock.at)
    if leave:
        stage.clock.on(seconds=11)
        stage.verbs.settle(stage.clock.at)
    return made


def limit(stage, row, **more):
    view = stage.verbs.case(stage.me("heron"), row.id, Wanted(), stage.clock.at)
    rule = next(r for r in view.form.rules if r.action == "limit")
    return Ruling("limit", rule.id, 1, 30, "agrees", notice="What we decided, and why.", **more)


def kinds(stage, account, stream="decisions"):
    return [e.kind for e in stage.desk.ledger.of_subject(account) if e.stream == stream]


def test_a_case_tells_what_the_proposal_rested_on_and_that_somebody_looked(stage):
    row = a_row(stage, "reincarnation")
    view = stage.verbs.case(stage.me("heron"), row.id, Wanted(), stage.clock.at)
    (finding,) = view.findings
    assert finding.weights
    assert finding.derivation
    assert finding.mistakes
    assert view.favour
    assert view.twin.closed.account_id != row.account_id
    assert {e.kind for e in view.edges} & {"device", "phone", "email", "payment"}
    assert view.proposal.action in {r.action for r in view.form.rules}
    assert view.next_id
    looks = [e for e in stage.desk.ledger.of_stream("reads") if e.kind == "revealed"]
    assert [(e.subject, e.body["by"], e.body["purpose"], e.body["case"]) for e in looks] == [
        (row.account_id, "person:heron", "case", row.id)
    ]


def test_a_case_says_of_tokens_rings_and_what_was_looked_at_what_the_whole_world_says(stage):
    row = next(r for r in rows(stage, violation="fake_follower") if "shares a device" in r.says)
    view = stage.verbs.case(stage.me("heron"), row.id, Wanted(), stage.clock.at)
    (burst,) = [f for f in view.findings if f.detector == "registration_burst"]
    assert not any(said.blanks.get("kind") == {"t": "value.device"} for said in view.favour)
    assert not {"posts", "actions"} & set(burst.unlooked)
    later = stage.verbs.later(stage.me("heron"), row.id, stage.clock.at)
    (used,) = [m for m in later.moments if m.table == "tokens" and m.told.blanks["kind"] == {"t": "value.device"}]
    assert used.told.blanks["others"] >= 11  # the others of its burst
    assert {c.before for changes in later.changes.values() for c in changes} == {"limit"}


def test_a_decision_leaves_after_ten_seconds_and_not_before(stage):
    row = a_row(stage, "minor_unprotected")
    made = ruled(stage, row, limit(stage, row), leave=False)
    assert made.leaves_at == stage.clock.at + timedelta(seconds=10)
    assert "decided" not in kinds(stage, row.account_id)
    assert row.id not in {r.id for r in rows(stage)} | {r.id for r in rows(stage, "wren")}
    stage.clock.on(seconds=11)
    stage.verbs.settle(stage.clock.at)
    assert kinds(stage, row.account_id)[-3:] == ["decided", "reviewed", "notice_written"]
    assert kinds(stage, row.account_id, "actions")[:1] == ["action_due"]
    (reviewed,) = [e.body for e in stage.desk.ledger.of_subject(row.account_id) if e.kind == "reviewed"]
    assert reviewed["because"] == "agrees"
    assert reviewed["agreed"] == (row.proposed == "limit")


def test_an_undone_decision_was_never_made(stage):
    row = a_row(stage, "minor_unprotected")
    made = ruled(stage, row, limit(stage, row), leave=False)
    with pytest.raises(NotHereError):
        stage.verbs.undo(stage.me("wren"), made.id, stage.clock.at)
    assert stage.verbs.undo(stage.me("heron"), made.id, stage.clock.on(seconds=4)) == row.id
    stage.clock.on(minutes=1)
    assert row.id in {r.id for r in rows(stage)}
    assert "decided" not in kinds(stage, row.account_id)
    assert kinds(stage, row.account_id, "actions") == []
    again = ruled(stage, row, key="another")
    with pytest.raises(CaseError, match="left already"):
        stage.verbs.undo(stage.me("heron"), again.id, stage.clock.at)


def test_the_same_key_decides_once(stage):
    row = a_row(stage, "account_trade")
    first = ruled(stage, row, leave=False)
    me = stage.me("heron")
    assert stage.verbs.decide(me, row.id, 1, FINE, "a key", stage.clock.at) == first
    stage.clock.on(seconds=30)
    assert stage.verbs.decide(stage.me("heron"), row.id, 1, FINE, "a key", stage.clock.at) == first
    assert kinds(stage, row.account_id).count("decided") == 1


def test_two_browsers_on_one_case(stage):
    row = a_row(stage, "impersonation")
    _, version = claimed(stage, row)
    wren = stage.me("wren")
    with pytest.raises(CaseError, match=r"heron is working on case|has changed: claimed by person:heron"):
        stage.verbs.claim(wren, row.id, version, stage.clock.at)
    assert stage.verbs.claim(stage.me("heron"), row.id, version, stage.clock.at) == version
    with pytest.raises(CaseError):
        stage.verbs.decide(wren, row.id, version - 1, FINE, "theirs", stage.clock.at)
    stage.clock.on(minutes=11)
    assert stage.verbs.claim(wren, row.id, version, stage.clock.at) == version + 1
    with pytest.raises(CaseError, match="over"):
        stage.verbs.heartbeat(stage.me("heron"), row.id, stage.clock.at)


def test_the_second_person_decides_blind_and_on_the_same_day_count(stage):
    row = a_row(stage, "orphaned_institution")
    view = stage.verbs.case(stage.me("heron"), row.id, Wanted(), stage.clock.at)
    suspend = Ruling("suspend", view.form.rules[0].id, 4, 30, "documents", notice="Out of use.")
    first = ruled(stage, row, suspend)
    assert first.second
    assert row.id not in {r.id for r in rows(stage)}, "who gave their word does not see it again"
    blind = next(r for r in rows(stage, "wren") if r.id == row.id)
    assert blind.state == "second"
    stage.clock.on(hours=30)
    again = ruled(stage, blind, suspend, "wren", "second key")
    assert not again.second
    decided = [e.body for e in stage.desk.ledger.of_subject(row.account_id) if e.kind == "decided"]
    assert [(d["by"], d["second"]) for d in decided] == [("person:heron", "person:wren")]
    (kappa,) = stage.verbs.audit(stage.me("owl"), _all(), stage.clock.at).agreement
    assert kappa[1] == 1


def _all():
    from aboveboard.console.views.rooms import AuditWanted

    return AuditWanted()


def test_cases_are_held_escalated_skipped_and_handed_over(stage):
    first, second, third, fourth = rows(stage)[:4]
    for row, how in ((first, "hold"), (second, "escalate"), (third, "skip"), (fourth, "hand_over")):
        me, version = claimed(stage, row)
        stage.verbs.pass_on(me, row.id, version, how, "not mine", "wren", 2, stage.clock.at)
    mine = {r.id: r for r in rows(stage)}
    assert first.id not in mine
    assert second.id not in mine
    assert third.id in mine
    assert mine[fourth.id].by == "wren"
    assert {r.id: r.state for r in rows(stage, "wren")}[second.id] == "escalated"
    stage.clock.on(days=3)
    assert first.id in {r.id for r in rows(stage)}
    with pytest.raises(InputError):
        stage.verbs.pass_on(stage.me("wren"), first.id, 3, "burn", "why not", "", 1, stage.clock.at)


def test_what_somebody_may_not_do_is_refused(stage):
    row = rows(stage)[0]
    for name in ("owl", "robin"):
        with pytest.raises(AccessError):
            stage.verbs.claim(stage.me(name), row.id, 1, stage.clock.at)
        with pytest.raises(AccessError):
            stage.verbs.decide(stage.me(name), row.id, 1, FINE, "k", stage.clock.at)
    with pytest.raises(AccessError):
        stage.verbs.audit(stage.me("heron"), _all(), stage.clock.at)
    with pytest.raises(AccessError):
        stage.verbs.appeals(stage.me("heron"), stage.clock.at)
    with pytest.raises(NotHereError):
        stage.verbs.case(stage.me("heron"), "cas_nothing", Wanted(), stage.clock.at)


def test_an_appeal_goes_from_the_link_of_the_notice_to_overturned(stage):
    row = a_row(stage, "minor_unprotected")
    made = ruled(stage, row, limit(stage, row))
    link = stage.verbs.link(row.account_id, made.id, stage.clock.at)
    notice = stage.verbs.notice(link, stage.clock.at)
    assert (notice.action, notice.text, notice.by_person) == ("limit", "What we decided, and why.", True)
    assert notice.evidence
    assert stage.verbs.standing(link, stage.clock.at).open[0][0] == "limit"
    files = taken([("../<b>my.pdf", b"%PDF-1.7 all of it")])
    got = stage.verbs.appeal(link, "This is not my account at all.", files, "one", stage.clock.at)
    assert stage.verbs.appeal(link, "This is not my account at all.", files, "one", stage.clock.at) == got
    with pytest.raises(CaseError):
        stage.verbs.appeal(link, "This is not my account at all.", files, "two", stage.clock.at)
    assert stage.verbs.appealed(link, stage.clock.at).state == "received"
    (waits,) = stage.verbs.appeals(stage.me("lark"), stage.clock.at)
    view = stage.verbs.appeal_case(stage.me("lark"), waits.id, stage.clock.at)
    assert view.text == "This is not my account at all."
    assert view.findings[0].violation == row.violation
    assert [f.name for f in view.files] == ["<b>my.pdf"]
    assert stage.verbs.document(stage.me("lark"), waits.id, 0, stage.clock.at).body == b"%PDF-1.7 all of it"
    done = stage.verbs.answer(stage.me("lark"), waits.id, view.version, Answer("overturned", REASON), stage.clock.at)
    assert done == 1
    state = stage.verbs.appealed(link, stage.clock.at)
    assert (state.state, state.answer) == ("granted", REASON)
    assert stage.verbs.notice(link, stage.clock.at).reversed_at
    assert stage.verbs.standing(link, stage.clock.at).open == ()
    with pytest.raises(CaseError):
        stage.verbs.answer(stage.me("lark"), waits.id, view.version, Answer("upheld", REASON), stage.clock.at)


def test_an_appeal_can_be_answered_with_something_milder_and_never_by_who_decided(stage):
    row = a_row(stage, "minor_unprotected")
    made = ruled(stage, row, limit(stage, row))
    link = stage.verbs.link(row.account_id, made.id, stage.clock.at)
    stage.verbs.appeal(link, "It went too far, and for too long.", (), "one", stage.clock.at)
    (waits,) = stage.verbs.appeals(stage.me("lark"), stage.clock.at)
    with pytest.raises(AccessError):
        stage.verbs.answer(stage.me("heron"), waits.id, 1, Answer("upheld", REASON), stage.clock.at)
    milder = Answer("changed", REASON, "verify", 20)
    assert stage.verbs.answer(stage.me("lark"), waits.id, 1, milder, stage.clock.at) == 1
    assert stage.verbs.appealed(link, stage.clock.at).state == "partly"
    assert [o[0] for o in stage.verbs.standing(link, stage.clock.at).open] == ["verify"]


def test_a_link_that_is_over_or_of_somebody_else_shows_nothing(stage):
    row = a_row(stage, "minor_unprotected")
    made = ruled(stage, row, limit(stage, row))
    link = stage.verbs.link(row.account_id, made.id, stage.clock.at)
    other = stage.verbs.link("acc-somebody", made.id, stage.clock.at)
    for wrong in (other, link[:-2], "ln_", ""):
        with pytest.raises(NotHereError):
            stage.verbs.notice(wrong, stage.clock.at)
    with pytest.raises(NotHereError):
        stage.verbs.institution(link, stage.clock.at)
    with pytest.raises(NotHereError):
        stage.verbs.notice(link, stage.clock.on(days=184))


def test_a_body_claims_an_orphaned_account_and_it_stands_in_its_life(stage):
    row = a_row(stage, "orphaned_institution")
    ruled(stage, row, Ruling("label", "", 0, 30, "documents", notice="Nobody acts for it."))
    link = stage.verbs.link(row.account_id, "body", stage.clock.at)
    told = stage.verbs.institution(link, stage.clock.at)
    assert told.name
    asked = (
        "The Body",
        "a@body.example",
        "transfer",
        "We follow it, by the law of last year.",
        (),
        "key",
        stage.clock.at,
    )
    got = stage.verbs.claim_institution(link, *asked)
    assert stage.verbs.claim_institution(link, *asked) == got
    assert kinds(stage, row.account_id, "accounts")[-1] == "claimed"
    assert kinds(stage, row.account_id)[-1] == "claim_filed"
    with pytest.raises(InputError):
        stage.verbs.claim_institution(
            link, "The Body", "a@body.example", "burn", "We follow it, by law.", (), "k2", stage.clock.at
        )
    handed = stage.verbs.claim_imitated(
        "an_account", "Me Myself", "me@me.example", "That account poses as me.", (), "k3", stage.clock.at
    )
    assert handed.reference


def test_twenty_agreements_in_three_minutes_are_shown_to_the_auditor_and_the_team(stage):
    chosen, me, fast = rows(stage)[:20], stage.me("heron"), Looked(2, (), ())
    rules = stage.verbs.case(me, chosen[0].id, Wanted(), stage.clock.at).form.rules
    for n, row in enumerate(chosen):
        ruling = Ruling("none", "", 0, 0, "mistaken", looked=fast)
        if row.proposed != "none":
            rule = next(r for r in rules if r.action == row.proposed)
            ruling = Ruling(row.proposed, rule.id, rule.severity, 30, "agrees", notice="It is so.", looked=fast)
        version = stage.verbs.claim(me, row.id, 1, stage.clock.at)
        stage.verbs.decide(me, row.id, version, ruling, f"key {n}", stage.clock.at)
        stage.clock.on(seconds=3)
        stage.verbs.settle(stage.clock.at)
    stage.clock.on(seconds=30)
    found = stage.verbs.audit(stage.me("owl"), _all(), stage.clock.at).concerns
    assert [(c.kind, c.who) for c in found if c.kind == "rubber_stamp"] == [("rubber_stamp", "heron")]
    assert [c.who for c in stage.verbs.home(stage.me("wren"), stage.clock.at).concerns] == ["heron"]
    assert stage.verbs.home(stage.me("heron"), stage.clock.at).concerns == ()


def test_lines_of_the_queue_can_be_written_again_and_say_the_same(stage):
    first, store = rows(stage), stage.desk.store
    with store.writing() as connection:
        kept = connection.execute(sa.select(CASE_LINES).order_by(CASE_LINES.c.case_id)).all()
        connection.execute(sa.delete(CASE_LINES))
    assert rows(stage) == first
    with store.reading() as connection:
        assert connection.execute(sa.select(CASE_LINES).order_by(CASE_LINES.c.case_id)).all() == kept
    seen = stage.verbs.case(stage.me("heron"), first[0].id, Wanted(), stage.clock.at)
    assert (seen.tier, seen.due_at, seen.subject.name) == (first[0].tier, first[0].due_at, first[0].name)


def test_pages_follow_each_other_and_each_order_is_kept(stage):
    for order, key in (("due", lambda r: r.due_at), ("surest", lambda r: -r.score), ("oldest", lambda r: r.opened_at)):
        every = [r for n in (1, 2) for r in rows(stage, order=order, page=n)]
        assert len({r.id for r in every}) == len(every) > 50
        assert [key(r) for r in every] == sorted(key(r) for r in every)
    middle = every[30]
    seen = stage.verbs.case(stage.me("heron"), middle.id, Wanted(order="oldest"), stage.clock.at)
    assert (seen.place, seen.previous_id, seen.next_id) == (31, every[29].id, every[31].id)


def test_a_search_finds_names_in_any_case(stage):
    row = next(r for r in rows(stage) if r.name and r.name.upper() != r.name)
    assert row.id in {r.id for r in rows(stage, text=row.name.upper())}
    assert rows(stage, text="no such % account_") == ()


def test_saved_queues_and_care_are_ones_own(stage):
    saved = stage.verbs.save_queue(
        stage.me("heron"), "minors first", Wanted(violation="minor_unprotected"), stage.clock.at
    )
    assert saved.count == len(rows(stage, queue=saved.id)) > 0
    assert "minors first" not in {q.name for q in stage.verbs.queue(stage.me("wren"), Wanted(), stage.clock.at).queues}
    with pytest.raises(NotHereError):
        stage.verbs.forget_queue(stage.me("wren"), saved.id, stage.clock.at)
    stage.verbs.forget_queue(stage.me("heron"), saved.id, stage.clock.at)
    assert "minors first" not in {q.name for q in stage.verbs.queue(stage.me("heron"), Wanted(), stage.clock.at).queues}
    from dataclasses import replace

    stage.verbs.on = replace(stage.verbs.on, care=Care(theme="auto", rest_minutes=20, grey=False))
    assert (stage.me("wren").care.rest_minutes, stage.me("heron").care.grey) == (20, False), "the operator's word"
    stage.verbs.set_care(stage.me("heron"), replace(stage.me("heron").care, blur=False, theme="dark"), stage.clock.at)
    assert stage.me("heron").care.theme == "dark"
    assert stage.me("wren").care.theme == "auto"
    stage.verbs.on = replace(stage.verbs.on, care=Care(theme="light"))
    assert (stage.me("heron").care.theme, stage.me("wren").care.theme) == ("dark", "light"), "one's own over it"
    stage.verbs.on = replace(stage.verbs.on, care=Care())


def test_all_that_a_day_leaves_is_a_whole_ledger(stage):
    row = a_row(stage, "minor_unprotected")
    made = ruled(stage, row, limit(stage, row))
    link = stage.verbs.link(row.account_id, made.id, stage.clock.at)
    stage.verbs.appeal(link, "It went too far, and for too long.", (), "one", stage.clock.at)
    assert stage.verbs.verify(stage.me("owl"), stage.clock.at).faults == ()
    assert verify(stage.desk.store).breaks == ()
    lines = list(stage.verbs.export(stage.me("owl"), _all(), stage.clock.at))
    assert len(lines) > 10
    assert row.account_id.encode() not in b"".join(lines)


def test_who_reported_an_account_learns_the_outcome_and_nothing_else(stage):
    row = a_row(stage, "minor_unprotected")
    told = {
        "account_id": "a-reporter",
        "at": stage.clock.at.isoformat(),
        "verb": "report",
        "object_id": row.account_id,
        "target_account_id": row.account_id,
    }
    facts, rejects = admit("actions", [msgspec.Raw(msgspec.json.encode(told))], stage.clock.at)
    assert rejects == []
    with stage.desk.store.writing() as connection:
        keep(connection, stage.desk.ledger, [Batch("actions", tuple(facts), (), "platform", stage.clock.at)])
    link = stage.verbs.link("a-reporter", f"report:{row.account_id}", stage.clock.at)
    assert stage.verbs.outcome(link, stage.clock.at).state == "open"
    stage.clock.on(minutes=1)
    ruled(stage, row, limit(stage, row))
    outcome = stage.verbs.outcome(link, stage.clock.at)
    assert outcome.state == "acted"
    assert outcome.why
    stranger = stage.verbs.link("a-stranger", f"report:{row.account_id}", stage.clock.at)
    for wrong in (stranger, stage.verbs.link(row.account_id, "body", stage.clock.at)):
        with pytest.raises(NotHereError):
            stage.verbs.outcome(wrong, stage.clock.at)
