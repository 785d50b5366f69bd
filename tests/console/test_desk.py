"""What the console lets people do, asked of its verbs: one case, one decision, one time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from aboveboard.console.verbs import Looked, NotHereError, Ruling
from aboveboard.console.views.cases import Wanted
from aboveboard.console.views.rooms import AuditWanted
from aboveboard.errors import CaseError, InputError, PolicyError

EASY = Ruling("none", "", 0, 0, "namesake", looked=Looked(30, ("facts-1",), ("a", "b")))


def test_a_case_tells_all_that_the_scan_holds(demo, me, clock, a_case):
    row = a_case("reincarnation")
    view = demo.case(me, row.id, Wanted(), clock.at)
    (finding,) = [f for f in view.findings if f.detector == "returning_account"]
    assert sum(w.bits for w in finding.weights) > 0
    assert finding.derivation
    assert finding.innocent
    assert finding.mistakes
    assert view.favour
    assert view.twin.closed.account_id != view.subject.account_id
    assert any(same for *_, same in view.twin.rows)
    assert {e.kind for e in view.edges} & {"device", "phone", "email", "payment", "network"}
    assert all(e.rarity is None or e.rarity >= 2 for e in view.edges)
    assert view.proposal.action in {r.action for r in view.form.rules}


def test_a_decision_is_made_once_for_each_key(demo, me, clock, a_case):
    row = a_case()
    version = demo.claim(me, row.id, 1, clock.at)
    first = demo.decide(me, row.id, version, EASY, "same-key", clock.at)
    assert demo.decide(me, row.id, version, EASY, "same-key", clock.at) == first
    made = [e for e in demo.ledger.of_stream("decisions") if e.kind == "decided" and e.body["case"] == row.id]
    assert len(made) == 1
    assert made[0].body["ruled_out"] == 2


def test_who_comes_second_is_told_and_nothing_is_lost(demo, me, other, clock, a_case):
    row = a_case()
    demo.claim(me, row.id, 1, clock.at)
    with pytest.raises(CaseError, match="Heron works on this case"):
        demo.claim(other, row.id, 1, clock.at)
    with pytest.raises(CaseError, match="Heron works on this case"):
        demo.decide(other, row.id, 1, EASY, "theirs", clock.at)
    later = clock.at + timedelta(minutes=11)
    assert demo.claim(other, row.id, 1, later) == 1
    with pytest.raises(CaseError, match="Wren"):
        demo.heartbeat(me, row.id, later)
    demo.pass_on(other, row.id, 1, "release", "not for me", "", 1, later)
    with pytest.raises(CaseError, match="changed since"):
        demo.decide(me, row.id, 1, EASY, "old version", later)


def test_undo_works_for_ten_seconds_and_only_for_ones_own(demo, me, other, clock, a_case):
    row = a_case()
    made = demo.decide(me, row.id, 1, EASY, "undone", clock.at)
    with pytest.raises(NotHereError):
        demo.undo(other, made.id, clock.at)
    assert demo.undo(me, made.id, clock.at + timedelta(seconds=10)) == row.id
    assert demo.book.rows[row.id].state == "open"
    again = demo.decide(me, row.id, demo.book.versions[row.id], EASY, "late", clock.at)
    with pytest.raises(CaseError, match="left already"):
        demo.undo(me, again.id, clock.at + timedelta(seconds=11))


def test_two_people_decide_about_a_widely_followed_account_and_the_second_sees_no_answer(
    demo, me, other, clock, a_case, monkeypatch
):
    row = a_case()
    monkeypatch.setitem(demo.scan.rows[row.account_id], "followers", 50_000)
    grave = replace(EASY, action="suspend", severity=2, days=7, notice="Your account rests for a week.")
    first = demo.decide(me, row.id, 1, grave, "first", clock.at)
    assert first.second
    with pytest.raises(CaseError, match="gave your answer already"):
        demo.decide(me, row.id, 2, grave, "again", clock.at)
    seen = demo.case(other, row.id, Wanted(), clock.at)
    assert seen.second
    assert "Heron" not in str(seen)
    assert not demo.decide(other, row.id, seen.version, grave, "second", clock.at).second
    assert demo.book.rows[row.id].state == "decided"


def test_a_notice_with_a_gap_is_not_sent(demo, me, clock, a_case):
    row = a_case()
    gap = replace(EASY, action="verify", notice="Why: [say in your words why]")
    with pytest.raises(InputError, match="gap"):
        demo.decide(me, row.id, 1, gap, "gap", clock.at)


def test_filters_and_saved_queues_find_the_same_cases(demo, me, clock):
    wanted = Wanted(violation="impersonation", tier="likely", order="surest")
    page = demo.queue(me, wanted, clock.at)
    assert page.total > 0
    assert {(r.violation, r.tier) for r in page.rows} == {("impersonation", "likely")}
    assert [r.score for r in page.rows] == sorted((r.score for r in page.rows), reverse=True)
    kept = demo.save_queue(me, "Sure and posing", wanted, clock.at)
    assert demo.queue(me, Wanted(queue=kept.id), clock.at).total == page.total == kept.count


def test_a_batch_is_tried_counted_run_once_by_two_people_and_taken_back_whole(demo, me, other, clock):
    ring = demo.rings(me, clock.at)[0]
    tried = demo.try_batch(me, ring.id, "label", 30, clock.at)
    assert tried.count + sum(n for _, n in tried.left_out) >= tried.count > 0
    assert 0 < len(tried.sample) <= tried.count
    batch = demo.run_batch(me, tried.id, "copied word for word", "one", clock.at)
    assert demo.run_batch(me, tried.id, "copied word for word", "one", clock.at) == batch
    assert tried.second
    assert demo.batch(me, batch, clock.at + timedelta(days=1)).state == "waiting", "it is more than one person may do"
    assert [a.id for a in demo.asks(other)] == [batch]
    assert not demo.asks(me)
    with pytest.raises(CaseError):
        demo.agree_batch(me, batch, "I say so twice.", clock.at)
    seen = demo.batch(other, batch, clock.at)
    assert (seen.by, seen.reason, seen.ask.count) == ("", "", tried.count)
    demo.agree_batch(other, batch, "I looked too.", clock.at)
    assert demo.batch(me, batch, clock.at + timedelta(seconds=0.5)).state == "running"
    done = demo.batch(me, batch, clock.at + timedelta(seconds=60))
    assert (done.state, done.done) == ("done", tried.count)
    demo.reverse_batch(me, batch, "the copying was a public pledge", clock.at)
    back = demo.batch(me, batch, clock.at)
    assert (back.state, back.restored) == ("reversed", done.done)


def test_a_batch_can_be_stopped_and_what_is_left_is_not_done(demo, me, other, clock):
    ring = demo.rings(me, clock.at)[0]
    batch = demo.run_batch(me, demo.try_batch(me, ring.id, "label", 7, clock.at).id, "to be stopped", "stop", clock.at)
    demo.agree_batch(other, batch, "I looked too.", clock.at)
    demo.cancel_batch(me, batch, clock.at + timedelta(seconds=1))
    stopped = demo.batch(me, batch, clock.at + timedelta(hours=1))
    assert (stopped.state, stopped.done) == ("cancelled", min(stopped.count, 10))


SENTIMENT = """
[[rule]]
name = "they_say_bad_things"
when = 'sentiment_toward(entity) < 0'
action = "limit"
why = "You wrote against somebody."
expires = "7d"
cap = { per_day = 10, share = 0.001 }
"""


def test_a_policy_that_reads_opinions_is_refused_with_its_line(demo, me, clock):
    text = demo.policy(me, "default", "1", clock.at).text + SENTIMENT
    faults = demo.check_policy(me, text).faults
    lines = text.split("\n")
    assert any("sentiment_toward" in lines[line - 1] for line, _, _ in faults)
    with pytest.raises(PolicyError):
        demo.draft_policy(me, text, "to see it refused", date(2030, 1, 1), clock.at)


def test_a_policy_goes_from_draft_to_live_by_two_people(demo, me, other, clock):
    text = (
        demo.policy(me, "default", "1", clock.at)
        .text.replace('version = "1"', 'version = "2"')
        .replace("score >= 0.8", "score >= 0.7")
    )
    row = demo.draft_policy(me, text, "fewer are missed", (clock.at + timedelta(days=90)).date(), clock.at)
    assert ("+", 'version = "2"') in demo.policy(me, "default", "2", clock.at).difference
    assert demo.backtest(me, row.name, row.version, clock.at).actions
    demo.step_policy(me, "default", "2", "shadow", clock.at)
    with pytest.raises(CaseError, match="other than its author"):
        demo.step_policy(me, "default", "2", "live", clock.at)
    live = demo.step_policy(other, "default", "2", "live", clock.at)
    assert (live.author, live.approver, live.stage) == ("Heron", "Wren", "live")
    assert demo.policy(me, "default", "1", clock.at).row.stage == "ended"


def test_looking_is_written_down_and_the_ledger_is_whole(demo, me, clock, a_case):
    row = a_case()
    demo.case(me, row.id, Wanted(), clock.at)
    page = demo.audit(me, AuditWanted(subject=row.account_id, stream="reads"), clock.at)
    assert {(e.who, e.kind) for e in page.rows} >= {("Heron", "looked")}
    assert demo.verify(me, clock.at).faults == ()
    lines = list(demo.export(me, AuditWanted(days=0), clock.at))
    assert len(lines) == demo.verify(me, clock.at).entries


def test_sixty_decisions_in_two_minutes_are_shown_to_auditors(demo, other, clock):
    rows = [r for r in demo.book.rows.values() if r.state == "open" and r.proposed == "none"][:60]
    assert len(rows) == 60
    for n, row in enumerate(rows):
        at = clock.at + timedelta(days=1, seconds=2 * n)
        demo.decide(
            other, row.id, demo.book.versions.get(row.id, 1), replace(EASY, looked=Looked(600)), f"fast {n}", at
        )
    (concern,) = demo.audit(other, AuditWanted(), clock.at + timedelta(days=1, minutes=5)).concerns
    assert (concern.kind, concern.who) == ("rubber_stamp", "Wren")
    assert "60 cases in 2.0 s each" in concern.says
