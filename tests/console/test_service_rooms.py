"""Rings in bulk, and a policy by two people, over the service itself."""

from datetime import UTC, datetime, timedelta

import pytest

from aboveboard.console.service import audit
from aboveboard.console.views.rooms import Concern
from aboveboard.console.words import NAMED
from aboveboard.errors import AccessError, CaseError, PolicyError
from aboveboard.privacy.anomalies import KINDS


def ring_of(stage, violation="fake_follower"):
    return next(r for r in stage.verbs.rings(stage.me("wren"), stage.clock.at) if r.violation == violation)


def test_a_ring_is_tried_run_and_taken_back_whole(stage):
    wren = stage.me("wren")
    ring = ring_of(stage)
    view = stage.verbs.ring(wren, ring.id, stage.clock.at)
    assert view.innocent
    assert view.edges
    own = sorted(a for a, *_, found in view.members if found)
    tried = stage.verbs.try_batch(wren, ring.id, "limit", 30, stage.clock.at)
    assert tried.count == len(own) > 5
    assert {a for a, *_ in tried.sample} <= set(own)
    batch = stage.verbs.run_batch(wren, tried.id, "They follow in step.", "k", stage.clock.at)
    assert stage.verbs.run_batch(wren, tried.id, "They follow in step.", "k", stage.clock.at) == batch
    assert stage.verbs.batch(wren, batch, stage.clock.at).done == 1, "one goes first"
    stage.clock.on(hours=25)
    told = stage.verbs.batch(wren, batch, stage.clock.at)
    assert (told.state, told.done, told.ring, told.reason) == ("done", len(own), ring.id, "They follow in step.")
    assert stage.verbs.ring(wren, ring.id, stage.clock.at).batch == batch
    stage.verbs.reverse_batch(wren, batch, "It was a class of a school.", stage.clock.at)
    told = stage.verbs.batch(wren, batch, stage.clock.at)
    assert (told.state, told.restored) == ("reversed", len(own))
    for account in own:
        kinds = [e.kind for e in stage.desk.ledger.of_subject(account) if e.stream == "decisions"]
        assert (kinds.count("decided"), kinds.count("reversed")) == (1, 1)


def test_an_account_of_a_batch_can_appeal_with_the_evidence_beside_it(stage):
    wren, ring = stage.me("wren"), ring_of(stage)
    tried = stage.verbs.try_batch(wren, ring.id, "suspend", 30, stage.clock.at)
    batch = stage.verbs.run_batch(wren, tried.id, "They follow in step.", "k", stage.clock.at)
    first = next(
        e for e in stage.desk.ledger.of_stream("decisions") if e.kind == "decided" and e.body.get("batch") == batch
    )
    link = stage.verbs.link(first.subject, first.body["decision"], stage.clock.at)
    stage.verbs.appeal(link, "We are a class and follow our school.", (), "one", stage.clock.at)
    (waits,) = stage.verbs.appeals(stage.me("lark"), stage.clock.at)
    view = stage.verbs.appeal_case(stage.me("lark"), waits.id, stage.clock.at)
    assert view.findings[0].violation == "fake_follower"
    assert stage.verbs.appeal_case(stage.me("owl"), waits.id, stage.clock.at).text == view.text


def test_a_policy_goes_from_draft_to_live_by_two_people(stage):
    robin, finch = stage.me("robin"), stage.me("finch")
    (shipped,) = stage.verbs.policies(robin, stage.clock.at)
    old = stage.verbs.policy(robin, shipped.name, shipped.version, stage.clock.at)
    assert old.checked.faults == ()
    text = old.text.replace(f'version = "{shipped.version}"', 'version = "2"', 1)
    assert stage.verbs.check_policy(robin, text + "\nnonsense = [").faults
    ends = (stage.clock.at + timedelta(days=90)).date()
    with pytest.raises(PolicyError):
        stage.verbs.draft_policy(robin, "nothing", "a try", ends, stage.clock.at)
    made = stage.verbs.draft_policy(robin, text, "The same, dated anew.", ends, stage.clock.at)
    assert (made.stage, made.author) == ("draft", "robin")
    tried = stage.verbs.backtest(robin, made.name, "2", stage.clock.at)
    assert sum(then for _, _, then in tried.actions) > 0
    assert tried.changed == 0
    stage.verbs.step_policy(robin, made.name, "2", "shadow", stage.clock.at)
    for step in ("canary", "live"):
        with pytest.raises(AccessError):
            stage.verbs.step_policy(robin, made.name, "2", step, stage.clock.at)
        assert step in stage.verbs.policy(finch, made.name, "2", stage.clock.on(minutes=1)).steps
        stage.verbs.step_policy(finch, made.name, "2", step, stage.clock.at)
    told = {r.version: (r.stage, r.approver) for r in stage.verbs.policies(robin, stage.clock.at)}
    assert told == {"2": ("live", "finch"), shipped.version: ("ended", "shipped")}
    view = stage.verbs.policy(robin, made.name, "2", stage.clock.at)
    assert ("+", 'version = "2"') in view.difference
    assert view.backtest
    with pytest.raises(CaseError):
        stage.verbs.step_policy(robin, made.name, "2", "burn", stage.clock.at)


def test_each_kind_of_odd_look_has_a_word_of_its_own_and_one_evening_is_one_line():
    at = datetime(2026, 3, 2, 22, tzinfo=UTC)
    named = {audit._KINDS[kind] for kind in KINDS}
    assert len(named) == len(KINDS)
    assert len({NAMED[f"concern: {n}"].en for n in (*named, "rubber_stamp")}) == len(KINDS) + 1
    odd = [Concern("after_hours", "anna", at + timedelta(minutes=9 * n), f"looked at 22:{9 * n:02}") for n in range(3)]
    gathered = audit._gathered([*odd, Concern("after_hours", "anna", at + timedelta(days=1), "looked at 22:00")])
    assert [(c.says, c.times) for c in gathered] == [("looked at 22:00", 3), ("looked at 22:00", 1)]
