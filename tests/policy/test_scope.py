"""What a finding says of one part of an account is proposed for that part only."""

from datetime import timedelta

import pytest
from policy_worlds import AS_OF, accounts_of, findings_of, policy_text, rule_text

from aboveboard.policy import load_policy
from aboveboard.policy.comparing import diff
from aboveboard.policy.groups import gathered
from aboveboard.policy.proposing import propose

LIKELY = {"violation": "unqualified_professional"}
POLICY = load_policy(policy_text(rule_text(action="limit", when='tier == "likely"')))


def proposed(*findings):
    rows = propose(POLICY, findings_of(*findings), accounts_of({"account_id": "a1"}), AS_OF).to_pylist()
    return [(d["scope"], d["action"]) for d in rows]


def test_two_fields_of_one_account_are_two_decisions_and_a_weak_one_is_not_pulled_up_by_a_strong_one():
    medicine, law = {**LIKELY, "scope": "medicine"}, {**LIKELY, "scope": "law", "tier": "possible"}
    assert proposed(medicine, law) == [("law", "none"), ("medicine", "limit")]


def test_findings_about_one_field_are_gathered_into_one_decision():
    both = propose(
        POLICY,
        findings_of({**LIKELY, "scope": "law"}, {**LIKELY, "scope": "law"}),
        accounts_of({"account_id": "a1"}, size=3),
        AS_OF,
    )
    assert both["finding_ids"].to_pylist() == [["f0000", "f0001"]]


def test_a_finding_about_the_whole_account_is_proposed_for_all_of_it():
    assert proposed(LIKELY) == [(None, "limit")]


def test_two_policies_are_compared_field_by_field():
    findings, people = (
        findings_of({**LIKELY, "scope": "law"}, {**LIKELY, "scope": "medicine"}),
        accounts_of({"account_id": "a1"}, size=3),
    )
    milder = load_policy(policy_text(rule_text(action="verify", when='tier == "likely"')))
    changed = diff(propose(POLICY, findings, people, AS_OF), propose(milder, findings, people, AS_OF)).to_pylist()
    assert [(c["scope"], c["before_action"], c["after_action"]) for c in changed] == [
        ("law", "limit", "verify"),
        ("medicine", "limit", "verify"),
    ]


@pytest.mark.parametrize(("ahead", "left"), [(timedelta(days=29, hours=23), 29), (timedelta(hours=1), 0), (timedelta(0), None), (timedelta(days=-3), None), (None, None)])  # fmt: skip
def test_days_left_counts_whole_days_to_an_end_that_lies_ahead(ahead, left):
    findings = findings_of({**LIKELY, "last_at": None if ahead is None else AS_OF + ahead})
    assert gathered(findings, accounts_of({"account_id": "a1"}), AS_OF)["days_left"].to_pylist() == [left]
