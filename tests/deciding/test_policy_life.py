"""A policy goes from draft to live step by step, its author never approves it, and every past decision can be worked out again."""

import pyarrow as pa
import pytest
import sqlalchemy as sa
from deciding_worlds import ANNA, BORIS, POLICY, RULES, account, day, finding, found, opened

from aboveboard.deciding.appealing import appeal, judge
from aboveboard.deciding.backtesting import backtest
from aboveboard.deciding.evidence import Found
from aboveboard.deciding.policy_life import (
    adopt,
    canary,
    draft,
    end_policies,
    go_live,
    note_backtest,
    policy_of,
    shadow,
    text_of,
    withdraw,
)
from aboveboard.deciding.policy_states import chosen_for, in_force, standing, version_of
from aboveboard.deciding.proposing import propose_from
from aboveboard.deciding.replaying import replay
from aboveboard.deciding.ruling import decide
from aboveboard.deciding.sitting import sit
from aboveboard.deciding.values import Order
from aboveboard.errors import CaseError, PolicyError
from aboveboard.policy import load_policy
from aboveboard.store import Ledger, forget, open_store
from aboveboard.store.schema import CONTENTS

SECOND = RULES.replace('version = "1"', 'version = "2"')
HERE = {"bulk_accounts": "1"}


def steps(s, text=SECOND, upto="live"):
    policy = load_policy(text)
    made = (policy.name, policy.version)
    draft(s, text, ANNA, "fewer mistakes", day(100))
    note_backtest(s, *made, ANNA, backtest(s, policy))
    shadow(s, *made, ANNA)
    if upto in ("canary", "live"):
        canary(s, *made, BORIS, 0.25)
    if upto == "live":
        go_live(s, *made, BORIS)
    return policy


def test_each_step_comes_after_the_one_before_and_the_author_approves_nothing(ledger):
    opened(ledger)
    with sit(ledger, day(0)) as s:
        draft(s, SECOND, ANNA, "fewer mistakes", day(100))
        with pytest.raises(PolicyError, match="shadow comes after backtested"):
            shadow(s, "small", "2", ANNA)
        note_backtest(s, "small", "2", ANNA, {"snapshots": 0})
        shadow(s, "small", "2", ANNA)
        with pytest.raises(PolicyError, match="live comes after canary"):
            go_live(s, "small", "2", BORIS)
        with pytest.raises(PolicyError, match="wrote version 2 of small and may not approve"):
            canary(s, "small", "2", ANNA, 0.1)
        canary(s, "small", "2", BORIS, 0.1)
        with pytest.raises(PolicyError, match="may not approve"):
            go_live(s, "small", "2", ANNA)
        assert go_live(s, "small", "2", BORIS).stage == "live"
        assert [(p.version, p.stage) for p in in_force(s)] == [("2", "live")]
    kinds = [e.kind for e in ledger.of_stream("policies")]
    assert kinds == ["went_live", "drafted", "backtested", "shadowed", "canaried", "went_live", "expired"]


def test_a_version_has_one_text_and_an_end(ledger):
    with sit(ledger, day(0)) as s:
        with pytest.raises(PolicyError, match="a policy ends"):
            draft(s, SECOND, ANNA, "why", day(900))
        with pytest.raises(PolicyError, match="unknown action"):
            draft(s, SECOND.replace('action = "label"', 'action = "hide"'), ANNA, "why", day(100))
        draft(s, SECOND, ANNA, "why", day(100))
        with pytest.raises(PolicyError, match="with another text"):
            draft(s, SECOND.replace("0.5", "0.6"), BORIS, "why", day(100))
        assert draft(s, SECOND, BORIS, "again", day(100)).author == ANNA
        assert text_of(s, "small", "2") == SECOND
        assert adopt(s, RULES, day(100)) is None


def test_a_policy_is_over_at_its_end_or_when_somebody_takes_it_back(ledger):
    opened(ledger)
    with sit(ledger, day(0)) as s:
        steps(s)
    with sit(ledger, day(100)) as s:
        assert [p.version for p in end_policies(s)] == ["2"]
        assert end_policies(s) == []
        with pytest.raises(PolicyError, match="expired already"):
            withdraw(s, "small", "2", ANNA, "late")
    with sit(ledger, day(101)) as s:
        draft(s, RULES.replace('version = "1"', 'version = "3"'), ANNA, "why", day(200))
        assert withdraw(s, "small", "3", ANNA, "wrong").stage == "withdrawn"


def test_a_text_that_was_changed_beside_the_ledger_is_not_used(ledger, store):
    opened(ledger)
    with store.writing() as connection:
        connection.execute(sa.update(CONTENTS).values(body=CONTENTS.c.body + " "))
    with sit(ledger, day(0)) as s, pytest.raises(ValueError, match="is not what was sealed"):
        policy_of(s, "small", "1")


def test_a_policy_in_the_shade_is_counted_and_does_nothing(ledger):
    opened(ledger)
    with sit(ledger, day(0)) as s:
        policy = steps(s, upto="shadow")
        done = propose_from(s, found(finding("a1"), finding("a2")), policy)
        assert propose_from(s, found(finding("a1"), finding("a2")), policy).decisions == ()
    assert (done.shadowed, done.decisions, done.cases) == (2, (), ())
    assert len([e for e in ledger.of_stream("proposals") if e.kind == "shadow_proposed"]) == 2
    assert not list(ledger.of_stream("actions"))


def test_a_canary_acts_on_its_share_of_accounts_always_the_same(ledger):
    opened(ledger)
    names = [f"a{n}" for n in range(400)]
    with sit(ledger, day(0)) as s:
        policy = steps(s, upto="canary")
        state = standing(s, "small", "2")
        chosen = {n for n in names if chosen_for(s, state, n)}
        assert 70 < len(chosen) < 130
        done = propose_from(s, found(*(finding(n, "coordination") for n in names[:40])), policy)
    assert {e.subject for e in ledger.of_stream("actions")} == chosen & set(names[:40])
    assert done.skipped["not in the canary"] == 40 - len(done.decisions)


def test_a_backtest_holds_a_draft_against_what_people_ruled(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        people = [
            account(f"p{n}", language="ar" if n < 4 else "en", created_at=day(-3 if n < 2 else -400)) for n in range(10)
        ]
        cases = propose_from(
            s, found(*(finding(a["account_id"], "impersonation") for a in people), accounts=people), policy
        ).cases
        for n, case in enumerate(cases):
            decide(s, case, Order("verify" if n < 6 else "none"), ANNA, "seen", 1)
        (auto,) = propose_from(s, found(finding("f1")), policy).decisions
        judge(s, appeal(s, auto, "holder:link", "no"), "overturned", BORIS, "a fan", 1)
        report = backtest(s, load_policy(SECOND))
        mild = backtest(
            s,
            load_policy(
                SECOND.replace(
                    """when = 'violation == "fake_follower"'""",
                    """when = 'violation == "fake_follower" && ring_size > 4'""",
                )
            ),
        )
    assert (report["snapshots"], report["ruled"]) == (11, 11)
    assert report["would"]["close"] == 10
    assert report["precision"]["value"] == pytest.approx(6 / 11)
    assert report["precision"]["low"] < 6 / 11 < report["precision"]["high"]
    assert report["recall"]["value"] == 1
    assert mild["precision"]["value"] == pytest.approx(6 / 10)
    assert report["hit"]["language"] == {"ar": 4, "en": 6, "unknown": 1}
    assert report["hit"]["age"]["under a week"] == 2
    assert mild["looked_at"]["language"] == report["looked_at"]["language"]


def test_a_past_decision_is_worked_out_again_bit_for_bit_after_the_store_was_opened_again(ledger, address, tmp_path):
    policy = opened(ledger)
    rich = finding("a1", group="ring", score=0.1 + 0.2, facts='{"x": "é"}')
    with sit(ledger, day(0)) as s:
        ring = [finding(f"b{n}", group="ring") for n in range(7)]
        made = propose_from(s, found(rich, finding("a1", number=2), *ring), policy).decisions
        asked = pa.Table.from_pylist(
            [{"account_id": "c1", "kind": "age", "at": day(-2), "result": "failed"}], schema=attestations()
        )
        told = found(finding("c1"), accounts=[account("c1", language="fr", followers=3)])
        made += propose_from(s, Found(*told[:3], asked, 50), policy).decisions
        (case,) = propose_from(s, found(finding("d1", "impersonation")), policy).cases
        ruled = decide(s, case, Order("verify"), ANNA, "ask", 1).decision
        steps(s)
    again = open_store(tmp_path, url=address)
    with sit(Ledger(again), day(50)) as s:
        assert {replay(s, d, HERE) for d in (*made, ruled)} == {replay(s, made[0], HERE)}
        assert replay(s, made[0], HERE).same
        assert len(made) == 9
        older = replay(s, made[0], {"bulk_accounts": "2"})
        assert (older.same, older.missing) == (True, ("bulk_accounts 1 is not installed; 2 is",))
        assert replay(s, made[0], {}).missing == ("bulk_accounts 1 is not installed; no version is",)
    again.close()


def attestations():
    from aboveboard.tables import TABLES

    return TABLES["attestations"].schema


def test_a_replay_names_what_differs_and_says_when_the_evidence_is_gone(ledger, store, monkeypatch):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        (made,) = propose_from(s, found(finding("a1")), policy).decisions
        other = load_policy(
            RULES.replace('action = "limit"', 'action = "suspend"', 1).replace("limit = {", "suspend = {")
        )
        with monkeypatch.context() as patched:
            patched.setattr("aboveboard.deciding.replaying.policy_of", lambda *_: other)
            assert replay(s, made, HERE).differs == ("decision: action",)
        with pytest.raises(CaseError, match="there is no proposal behind dec_x"):
            replay(s, "dec_x", HERE)
    with store.writing() as connection:
        forget(connection, "a1")
    with sit(ledger, day(0)) as s:
        gone = replay(s, made, HERE)
    assert not gone.same
    assert "was erased" in gone.why


def test_s10_a_draft_that_would_close_an_eighth_of_one_script_is_stopped_in_its_canary(ledger):
    opened(ledger)
    names = [account(f"b{n}", display_name="محمد" if n < 100 else "Maria") for n in range(1500)]
    hit = [finding(f"b{n}", "impersonation") for n in range(12)]
    with sit(ledger, day(0)) as s:
        policy = steps(s, upto="canary")
        done = propose_from(s, found(*hit, accounts=names, population=0), policy)
        assert standing_of(s) == "withdrawn"
        fair = propose_from(
            s,
            found(
                *hit[:2], *(finding(f"b{n}", "impersonation") for n in range(100, 240)), accounts=names, population=0
            ),
            POLICY,
        )
    assert (done.decisions, done.cases) == ((), ())
    assert done.skipped == {
        "the canary is stopped: it hits 12.0% of the accounts of script Arabic, and 0.0% of the others": 12
    }
    assert len(fair.cases) == 142
    with sit(ledger, day(1)) as s:
        live = propose_from(s, found(*hit, accounts=names, population=0, at=1), POLICY)
        assert "The rule is halted: it hits 12.0%" in s.case(live.cases[0])["why"]


def standing_of(s):
    return version_of(s, "small", "2").stage
