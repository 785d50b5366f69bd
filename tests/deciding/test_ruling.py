"""People decide: on what they saw, two where it takes two, after the holder could answer; and what they decided can be taken back."""

from datetime import timedelta

import pytest
from deciding_worlds import ANNA, BORIS, CHEN, DANA, account, day, finding, found, opened

from aboveboard.cases import Event, take
from aboveboard.deciding.appealing import appeal, judge
from aboveboard.deciding.handling import claim, escalate, hand_over, heartbeat, hold, queue, skip
from aboveboard.deciding.histories import histories, history
from aboveboard.deciding.pairs import agreed
from aboveboard.deciding.proposing import propose_from
from aboveboard.deciding.ruling import blind, decide
from aboveboard.deciding.sitting import sit
from aboveboard.deciding.undoing import reverse
from aboveboard.deciding.values import Order
from aboveboard.errors import CaseError
from aboveboard.store.bars_written import bars

TOKENS = ("ab" * 32,)
NOW = Order("close", imminent=True)


def a_case(s, policy, name="a1", violation="impersonation", **facts):
    more = {"related": facts.pop("related")} if "related" in facts else {}
    number = facts.pop("number", 1)
    at = round((s.at - day(0)) / timedelta(days=1))
    return propose_from(
        s, found(finding(name, violation, number, **more), accounts=[account(name, **facts)], at=at), policy
    ).cases[0]


def closed(s, policy, name="a1", order=NOW, violation="impersonation", tokens=(), **facts):
    """Close an account at once, by two people."""
    case = a_case(s, policy, name, violation, **facts)
    decide(s, case, order, ANNA, "seen", 1, tokens)
    return decide(s, case, order, BORIS, "seen too", 2, tokens).decision


def send(s, name, notice, about):
    """Write down that a notice went out, as the work on notices does."""
    life = history(s, name).account
    _, events = take(life, Event(name, s.at, "notice_sent", about, "policy:notices", scope=notice))
    s.live([(e, None) for e in events])


def test_two_people_decide_one_case_and_the_second_is_told_who_was_faster(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        case = a_case(s, policy)
        decide(s, case, Order("verify"), ANNA, "ask first", 1)
    with sit(ledger, day(0.1)) as s, pytest.raises(CaseError, match=r"was decided by person:anna at 2026-03-02T09:00"):
        decide(s, case, Order("none"), BORIS, "leave it", 1)
    with sit(ledger, day(0.2)) as s:
        assert history(s, "a1").account.state == "verification_due"


def test_a_case_that_changed_since_it_was_read_must_be_read_again(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        case = a_case(s, policy)
        escalate(s, case, ANNA, 1, "a bank is named")
        with pytest.raises(CaseError, match=r"has changed: escalated by person:anna at .*; look again"):
            decide(s, case, Order("verify"), BORIS, "ask", 1)


def test_a_claim_keeps_others_out_until_nothing_is_heard_of_it(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        case = a_case(s, policy)
        assert claim(s, case, ANNA, 1)["version"] == 2
        assert queue(s, BORIS, ("reviewer",)) == []
        with pytest.raises(CaseError, match="person:anna is working on case"):
            decide(s, case, Order("verify"), BORIS, "ask", 2)
    later = day(0) + timedelta(minutes=9)
    with sit(ledger, later) as s:
        assert heartbeat(s, case, ANNA) == later + timedelta(minutes=10)
    with sit(ledger, later + timedelta(minutes=11)) as s:
        with pytest.raises(CaseError, match="is over; claim it again"):
            heartbeat(s, case, ANNA)
        assert [c["case_id"] for c in queue(s, BORIS, ("reviewer",))] == [case]
        assert claim(s, case, BORIS, 2)["claimed_by"] == BORIS


def test_cases_are_handed_over_held_escalated_and_skipped_each_with_a_reason(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        case = a_case(s, policy)
        hand_over(s, case, ANNA, 1, CHEN, "I know the holder")
        with pytest.raises(CaseError, match="person:chen is working"):
            skip(s, case, ANNA, 2, "x")
        assert hold(s, case, CHEN, 2, day(3), "waits for the bank")["status"] == "held"
        assert queue(s, CHEN, ("reviewer",)) == []
        with pytest.raises(CaseError, match="needs a reason"):
            escalate(s, case, CHEN, 3, " ")
    with sit(ledger, day(4)) as s:
        assert [c["case_id"] for c in queue(s, CHEN, ("reviewer",))] == [case]
        assert escalate(s, case, CHEN, 3, "no answer")["level"] == "senior"
        assert "waits for the bank" not in str([dict(e.body) for e in ledger.of_subject("a1")])


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"followers": 20_000}, "followed by"),
        ({"verified_org_id": "bank"}, "verified"),
        ({"kind": "organisation"}, "institution"),
    ],
)
def test_an_account_above_the_tier_is_suspended_by_two_who_did_not_see_what_the_other_said(ledger, facts, why):
    policy = opened(ledger)
    order = Order("suspend", until=day(20))
    with sit(ledger, day(0)) as s:
        case = a_case(s, policy, **facts)
        first = decide(s, case, order, ANNA, "it asks for passwords", 1)
        assert first.status == "second"
        assert why in first.why
        seen = blind(s, case)
        assert seen["findings"][0]["says"] == "a sentence"
        assert ANNA not in str(seen)
        assert "passwords" not in str(seen)
        assert "suspend" not in str(seen)
        with pytest.raises(CaseError, match="takes a second person"):
            decide(s, case, order, ANNA, "again", 2)
        made = decide(s, case, order, BORIS, "the same", 2)
        assert made.status == "decided"
        measure = history(s, "a1").account.measures[0]
    assert (measure.by, measure.second, measure.state) == (ANNA, BORIS, "suspended")


def test_where_two_disagree_a_third_settles_it(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        case = a_case(s, policy, verified_org_id="bank")
        assert decide(s, case, Order("suspend", until=day(9)), ANNA, "bad", 1).status == "second"
        assert decide(s, case, Order("suspend", until=day(30)), BORIS, "worse", 2).status == "second"
        done = decide(s, case, Order("suspend", until=day(9)), CHEN, "bad", 3)
        assert done.status == "decided"
        assert history(s, "a1").account.measures[0].until == day(9)


def test_a_holder_is_heard_before_a_closure(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        case = a_case(s, policy)
        asked = decide(s, case, Order("close"), ANNA, "a copy", 1)
        assert asked.status == "hearing"
        assert history(s, "a1").account.state == "active"
        assert queue(s, ANNA, ("reviewer",)) == []
        send(s, "a1", "hearing", asked.decision)
    with sit(ledger, day(3)) as s, pytest.raises(CaseError, match="notices allow it from"):
        decide(s, case, Order("close"), ANNA, "no answer", 2)
    with sit(ledger, day(8)) as s:
        assert [c["case_id"] for c in queue(s, ANNA, ("reviewer",))] == [case]
        assert decide(s, case, Order("close"), ANNA, "no answer", 2).status == "decided"
        assert history(s, "a1").account.state == "closed"


def test_a_bar_needs_tokens_and_a_long_one_two_people(ledger):
    policy = opened(ledger)
    short, long = Order("bar", until=day(20), imminent=True), Order("bar", until=day(200), imminent=True)
    with sit(ledger, day(0)) as s, pytest.raises(CaseError, match="needs the tokens"):
        closed(s, policy, order=short)
    with sit(ledger, day(0)) as s:
        decision = closed(s, policy, "a2", order=long, tokens=TOKENS)
        assert list(bars(s.connection).bars) == [decision]
        reverse(s, decision, CHEN, "the wrong person")
        assert not bars(s.connection).bars


def test_s3_when_the_root_falls_so_do_the_closures_that_rest_on_it(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        root = closed(s, policy, "root")
        linked = [closed(s, policy, f"r{n}", violation="reincarnation", related=["root"]) for n in range(3)]
        other = closed(s, policy, "other")
        again = closed(s, policy, "rr", violation="reincarnation", related=["r0"])
        assert {history(s, f"r{n}").account.measures[0].root for n in range(3)} == {root}
    with sit(ledger, day(5)) as s:
        filed = appeal(s, root, "holder:link", "it was not me")
        done = judge(s, filed, "overturned", CHEN, "a mistaken identity", 1)
        assert done.decisions == (root,)
        assert set(done.fallen) == {*linked, again}
        lives = {n: h.account for n, h in histories(s, ["root", "r0", "r1", "r2", "rr", "other"]).items()}
    assert {n: a.state for n, a in lives.items()} == {
        **dict.fromkeys(["root", "r0", "r1", "r2", "rr"], "active"),
        "other": "closed",
    }
    assert all("restored" in [o.notice for o in lives[n].owed] for n in ("r0", "r1", "r2", "rr"))
    undone = {e.body.get("undoes") for e in ledger.of_stream("actions")} - {None}
    assert undone == {root, *linked, again}
    assert other not in undone


def test_whoever_had_a_part_in_a_decision_does_not_judge_its_appeal(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        case = a_case(s, policy)
        decide(s, case, Order("close", imminent=True), DANA, "mine", 1)
        decide(s, case, NOW._replace(ground="law"), ANNA, "by law", 2)
        decision = decide(s, case, NOW, BORIS, "mine too", 3).decision
        filed = appeal(s, decision, "holder:link", "why?")
        for who in (ANNA, BORIS, DANA):
            with pytest.raises(CaseError, match="who decided may not judge"):
                judge(s, filed, "upheld", who, "it stands", 1)
        with pytest.raises(CaseError, match="a person may"):
            judge(s, filed, "upheld", "policy:small", "it stands", 1)
        assert judge(s, filed, "upheld", CHEN, "it stands", 1) is None
        with pytest.raises(CaseError, match="was decided by person:chen"):
            judge(s, filed, "overturned", "person:emil", "it falls", 1)
        with pytest.raises(CaseError, match="needs new evidence"):
            appeal(s, decision, "holder:link", "again")
        assert appeal(s, decision, "holder:link", "a letter", "cd" * 32) != filed


def test_an_appeal_can_put_a_milder_decision_in_the_place_of_a_hard_one(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        decision = closed(s, policy)
        filed = appeal(s, decision, "holder:link", "I corrected it")
        with pytest.raises(CaseError, match="to a milder one"):
            judge(s, filed, "changed", CHEN, "no", 1, Order("bar"))
        judge(s, filed, "changed", CHEN, "corrected", 1, Order("limit", until=day(20)))
        life = history(s, "a1").account
        assert (life.state, life.measures[0].scope, life.measures[0].by) == ("limited", "change_profile", CHEN)
        with pytest.raises(CaseError, match="was taken back already"):
            appeal(s, decision, "holder:link", "again")


def test_a_label_can_be_appealed_too(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        (decision,) = propose_from(s, found(finding("a1", "coordination")), policy).decisions
        filed = appeal(s, decision, "holder:link", "we are a union")
        with pytest.raises(CaseError, match="waits already"):
            appeal(s, decision, "holder:link", "again")
        judge(s, filed, "overturned", ANNA, "they are", 1)
    undone = [e.body for e in ledger.of_stream("actions") if e.body.get("undoes")]
    assert [b["undoes"] for b in undone] == [decision]


def test_a_rule_whose_decisions_are_appealed_too_often_halts_itself(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        made = propose_from(s, found(*(finding(f"a{n}") for n in range(30))), policy).decisions
        for decision in made[:9]:
            appeal(s, decision, "holder:link", "no")
    assert not [e for e in ledger.of_stream("policies") if e.kind == "halted"]
    with sit(ledger, day(1)) as s:
        appeal(s, made[9], "holder:link", "no")
    assert [e.body["rule"] for e in ledger.of_stream("policies") if e.kind == "halted"] == ["made_to_follow"]


def test_two_people_for_a_register_must_ask_for_the_same_and_a_request_lapses(ledger):
    with sit(ledger, day(0)) as s:
        assert agreed(s, "register", "bank", {"name": "First Bank", "reason": "new"}, ANNA) is None
        with pytest.raises(CaseError, match="takes a second person"):
            agreed(s, "register", "bank", {"name": "First Bank"}, ANNA)
        with pytest.raises(CaseError, match="asked for something else"):
            agreed(s, "register", "bank", {"name": "Fist Bank"}, BORIS)
        assert agreed(s, "register", "bank", {"name": "First Bank", "reason": "yes"}, BORIS) == ANNA
        assert agreed(s, "register", "bank", {"name": "First Bank"}, BORIS) is None
    with sit(ledger, day(8)) as s:
        assert agreed(s, "register", "bank", {"name": "First Bank"}, CHEN) is None


def test_a_reversal_twice_is_refused(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        decision = closed(s, policy)
        reverse(s, decision, CHEN, "wrong")
        with pytest.raises(CaseError, match="was taken back already"):
            reverse(s, decision, CHEN, "wrong")
        with pytest.raises(CaseError, match="there is no decision dec_x"):
            reverse(s, "dec_x", CHEN, "wrong")
