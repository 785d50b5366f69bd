"""What a policy proposes becomes a decision, a case or nothing; once, capped, and never on what was found wrong."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from deciding_worlds import ANNA, BORIS, CHEN, POLICY, RULES, day, finding, found, opened

from aboveboard.deciding.appealing import appeal, judge
from aboveboard.deciding.halting import halt, resume
from aboveboard.deciding.histories import history
from aboveboard.deciding.proposing import propose_from
from aboveboard.deciding.ruling import decide
from aboveboard.deciding.sitting import sit
from aboveboard.deciding.values import Order
from aboveboard.errors import CaseError, PolicyError
from aboveboard.policy import load_policy
from aboveboard.store import verify


def of_kind(ledger, stream, kind):
    return [e for e in ledger.of_stream(stream) if e.kind == kind]


def test_a_proposal_becomes_a_decision_an_event_of_the_account_and_one_action(ledger, store):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        done = propose_from(s, found(finding("a1")), policy)
        life = history(s, "a1").account
    (decision,) = done.decisions
    assert decision.startswith("dec_")
    assert len(decision) == 30
    assert (life.state, life.measures[0].id, life.measures[0].scope) == ("limited", decision, "follow")
    (due,) = of_kind(ledger, "actions", "action_due")
    assert (due.subject, due.key, due.body["action"]) == ("a1", decision, "limit")
    assert verify(store).breaks == ()


def test_the_same_scan_again_changes_nothing(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        propose_from(s, found(finding("a1"), finding("a2", "impersonation")), policy)
    before = sum(1 for _ in ledger.all())
    with sit(ledger, day(1)) as s:
        again = propose_from(s, found(finding("a1"), finding("a2", "impersonation")), policy)
    assert (again.decisions, again.cases, dict(again.skipped)) == ((), (), {"proposed already": 2})
    assert sum(1 for _ in ledger.all()) == before


def test_a_new_version_of_the_policy_decides_nothing_again_on_the_same_findings(ledger):
    policy = opened(ledger)
    newer = load_policy(RULES.replace('version = "1"', 'version = "2"'))
    with sit(ledger, day(0)) as s:
        propose_from(s, found(finding("a1"), finding("a2", "impersonation")), policy)
        live(s, newer)
        again = propose_from(s, found(finding("a1"), finding("a2", "impersonation")), newer)
    assert dict(again.skipped) == {"decided already": 1, "waits for a person already": 1}


def live(s, policy):
    """Write down that a version is live, as its steps would."""
    from aboveboard.store import New
    from aboveboard.store.entries import microseconds

    body = {
        "policy": policy.name,
        "version": policy.version,
        "stage": "live",
        "by": ANNA,
        "ends": microseconds(day(300)),
    }
    s.write("policies", [New("went_live", "", body)])


def test_a_policy_that_is_not_in_force_is_not_asked(ledger):
    with sit(ledger, day(0)) as s, pytest.raises(PolicyError, match="there is no version 1"):
        propose_from(s, found(finding("a1")), POLICY)
    opened(ledger)
    with sit(ledger, day(301)) as s, pytest.raises(PolicyError, match="has ended"):
        propose_from(s, found(finding("a1")), POLICY)


def test_above_a_cap_a_proposal_becomes_a_case_and_the_cap_counts_over_scans(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        first = propose_from(s, found(*(finding(f"a{n}") for n in range(20))), policy)
        second = propose_from(s, found(*(finding(f"b{n}") for n in range(20))), policy)
    assert (len(first.decisions), len(second.decisions), len(second.cases)) == (20, 10, 10)
    with sit(ledger, day(0)) as s:
        assert "the cap of the rule" in s.case(second.cases[0])["why"]
    with sit(ledger, day(1)) as s:
        assert len(propose_from(s, found(*(finding(f"c{n}") for n in range(20))), policy).decisions) == 20


def test_a_cap_holds_when_many_propose_at_once(ledger):
    policy = opened(ledger)

    def some(group):
        with sit(ledger, day(0)) as s:
            return len(propose_from(s, found(*(finding(f"{group}-{n}") for n in range(6))), policy).decisions)

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(some, range(8)))
    assert sum(made) == 30
    assert len(of_kind(ledger, "actions", "action_due")) == 30


def test_a_share_caps_a_small_service(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        done = propose_from(s, found(*(finding(f"a{n}") for n in range(20)), population=20), policy)
    assert len(done.decisions) == 10


def test_a_halt_takes_effect_before_the_next_decision_and_two_people_end_it(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        assert halt(s, "made_to_follow", ANNA, "it hits a school")
        assert not halt(s, "made_to_follow", BORIS, "again")
    with sit(ledger, day(0)) as s:
        done = propose_from(s, found(finding("a1"), finding("a2", "coordination")), policy)
        assert (len(done.decisions), len(done.cases)) == (1, 1)
        assert "it hits a school" in s.case(done.cases[0])["why"]
    with sit(ledger, day(1)) as s:
        assert not resume(s, "made_to_follow", BORIS, "fixed")
    with sit(ledger, day(1)) as s, pytest.raises(CaseError, match="takes a second person"):
        resume(s, "made_to_follow", BORIS, "fixed")
    with sit(ledger, day(1)) as s:
        assert resume(s, "made_to_follow", CHEN, "I saw it too")
        assert len(propose_from(s, found(finding("a3")), policy).decisions) == 1


def test_a_rule_that_acts_far_more_often_than_usual_halts_itself(ledger):
    policy = opened(ledger, RULES.replace("per_day = 30", "per_day = 900").replace("per_day = 40", "per_day = 900"))
    for n in range(10):
        with sit(ledger, day(n)) as s:
            propose_from(s, found(*(finding(f"d{n}-{k}") for k in range(8))), policy)
    with sit(ledger, day(10)) as s:
        done = propose_from(s, found(*(finding(f"e{k}") for k in range(60))), policy)
        assert len(done.decisions) == 24
        assert len(done.cases) == 36
        assert "99th percentile" in s.case(done.cases[-1])["why"]
    assert [e.body["rule"] for e in of_kind(ledger, "policies", "halted")] == ["made_to_follow"]


def test_s4_bought_followers_are_removed_and_their_target_keeps_a_clean_record(ledger):
    policy = opened(ledger)
    bought = finding("x", "inflated_audience", related=[f"f{n}" for n in range(5000)])
    with sit(ledger, day(0)) as s:
        done = propose_from(s, found(bought), policy)
        life = history(s, "x").account
        removed = s.unseal(s.said("actions", done.decisions[0])[1]["detail"])["removed"]
    assert (life.state, life.measures, life.owed) == ("active", (), ())
    assert len(removed) == 5000


def test_s6_reports_in_concert_shield_their_target(ledger):
    policy = opened(ledger)
    shield = finding(
        None, "report_abuse", subject_kind="object", subject_id="t", tier="inconclusive", classes=["behaviour"]
    )
    with sit(ledger, day(0)) as s:
        done = propose_from(s, found(shield, finding("t", "coordination")), policy)
        assert done.decisions == ()
        assert [s.case(c)["level"] for c in done.cases] == ["senior"]
    with sit(ledger, day(20)) as s:
        assert propose_from(s, found(finding("t", "coordination", 2), at=20), policy).decisions == ()
    with sit(ledger, day(40)) as s:
        assert len(propose_from(s, found(finding("t", "coordination", 3), at=40), policy).decisions) == 1


def test_s8_a_cloners_claim_reaches_a_person_before_anything_is_done_to_the_victim(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        done = propose_from(s, found(finding("victim", "impersonation")), policy)
        (case,) = done.cases
        ruled = decide(s, case, Order("none"), ANNA, "the one who reports renamed yesterday", 1)
        assert ruled.status == "decided"
        assert history(s, "victim").account.measures == ()
        again = propose_from(s, found(finding("victim", "impersonation")), policy)
    assert (again.cases, dict(again.skipped)) == ((), {"proposed already": 1})
    assert of_kind(ledger, "actions", "action_due") == []


def test_what_was_found_wrong_decides_nothing_again_without_new_evidence(ledger):
    policy = opened(ledger)
    two = [finding("a1"), finding("a1", number=2)]
    with sit(ledger, day(0)) as s:
        (decision,) = propose_from(s, found(*two), policy).decisions
        case = appeal(s, decision, "holder:link", "I am one person")
        judge(s, case, "overturned", BORIS, "a fan club", 1)
    with sit(ledger, day(9)) as s:
        assert dict(propose_from(s, found(finding("a1"), at=9), policy).skipped) == {
            "found wrong on the same evidence": 1
        }
        fresh = propose_from(s, found(*two, finding("a1", number=3), at=9), policy)
    assert len(fresh.decisions) == 1


def test_an_account_that_is_closed_gets_no_more_proposals(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        (case,) = propose_from(s, found(finding("a1", "impersonation")), policy).cases
        assert decide(s, case, Order("close", imminent=True), ANNA, "a bank's name", 1).status == "second"
        assert decide(s, case, Order("close", imminent=True), BORIS, "asks for passwords", 2).status == "decided"
        done = propose_from(s, found(finding("a1")), policy)
    assert dict(done.skipped) == {"closed already": 1}


def test_an_action_is_put_off_by_a_time_drawn_from_its_id_where_the_rule_asks(ledger):
    text = RULES.replace("cap = { per_day = 30, share = 0.5 }", 'cap = { per_day = 30, share = 0.5 }\nspread = "6h"')
    policy = opened(ledger, text)
    with sit(ledger, day(0)) as s:
        propose_from(s, found(*(finding(f"a{n}") for n in range(20))), policy)
    waits = [e.body["not_before"] / 3.6e9 - e.at.timestamp() / 3600 for e in of_kind(ledger, "actions", "action_due")]
    assert 0 <= min(waits) < 2
    assert 4 < max(waits) <= 6
    assert len(set(waits)) == 20
