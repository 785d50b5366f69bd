"""What no policy can switch off."""

from dataclasses import replace
from datetime import timedelta

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from policy_worlds import AS_OF, accounts_of, findings_of, policy_of, rule_text

from aboveboard.core import ACTIONS, CLASSES, TIERS, VIOLATIONS
from aboveboard.policy import propose
from aboveboard.policy.corroboration import rule_on

STRONG = [a for a in ACTIONS if a != "none"]

rows = st.lists(
    st.fixed_dictionaries(
        {
            "account_id": st.sampled_from(["a1", "a2", "a3"]),
            "violation": st.sampled_from(["impersonation", "minor_unprotected", "zombie"]),
            "tier": st.sampled_from(TIERS),
            "score": st.floats(0.01, 1),
            "classes": st.lists(st.sampled_from([*CLASSES, None, "made up"]), max_size=3),
        }
    ),
    max_size=6,
)


def proposed(policy, findings, accounts=None):
    return propose(policy, findings, accounts or accounts_of(size=100), AS_OF).to_pylist()


@settings(max_examples=60, deadline=None)
@given(rows, st.sampled_from(STRONG))
def test_no_findings_ever_give_an_action_on_fewer_than_two_classes(rows, action):
    for decision in proposed(policy_of(rule_text(action=action)), findings_of(*rows)):
        if len(set(decision["classes"])) < 2:
            assert (decision["action"], decision["review"]) == ("none", True)
            assert decision["why"].startswith("A person decides: there is")


@settings(max_examples=60, deadline=None)
@given(rows, st.sampled_from(STRONG))
def test_a_decision_never_goes_beyond_its_tier_nor_lacks_its_end(rows, action):
    for decision in proposed(policy_of(rule_text(action=action)), findings_of(*rows)):
        done = decision["action"]
        assert done in ("none", action)
        assert not (decision["tier"] == "inconclusive" and done != "none")
        assert not (decision["tier"] == "possible" and ACTIONS.index(done) > ACTIONS.index("verify"))
        assert decision["tier"] != "confirmed"
        assert (decision["expires_at"] == AS_OF + timedelta(days=30)) == (done != "none")
        if done in ("close", "bar"):
            assert decision["review"]


@pytest.mark.parametrize("action", STRONG)
def test_two_independent_classes_at_likely_let_the_rule_speak(action):
    (decision,) = proposed(policy_of(rule_text(action=action)), findings_of({"classes": ["profile", "network"]}))
    assert (decision["action"], decision["why"]) == (action, "Because.")


def test_classes_of_several_findings_about_one_account_add_up():
    findings = findings_of(
        {"classes": ["profile"]}, {"classes": ["device"]}, {"classes": ["graph"], "violation": "zombie"}
    )
    by_violation = {d["violation"]: d for d in proposed(policy_of(rule_text()), findings)}
    assert by_violation["impersonation"]["classes"] == ["device", "profile"]
    assert [by_violation[v]["action"] for v in ("impersonation", "zombie")] == ["verify", "none"]


def test_the_same_class_twice_is_one_class():
    (decision,) = proposed(
        policy_of(rule_text()), findings_of({"classes": ["profile", "profile"]}, {"classes": ["profile"]})
    )
    assert (decision["action"], decision["classes"]) == ("none", ["profile"])


def test_a_shared_network_alone_is_never_above_possible():
    likely = policy_of(rule_text(when='tier == "likely"'))
    (decision,) = proposed(likely, findings_of({"classes": ["network"], "tier": "likely"}))
    assert (decision["tier"], decision["rule"], decision["action"]) == ("possible", None, "none")


def test_a_sibling_on_the_same_network_and_console_is_never_acted_on_beyond_a_question():
    findings = findings_of({"violation": "reincarnation", "tier": "possible", "classes": ["network", "device"]})
    got = [proposed(policy_of(rule_text(action=a)), findings)[0]["action"] for a in STRONG]
    assert set(got) <= {"none", "label", "verify"}


@pytest.mark.parametrize(
    ("violation", "action", "stands"),
    [
        ("minor_unprotected", "verify", True),
        ("minor_unprotected", "limit", True),
        ("minor_unprotected", "suspend", False),
        ("inflated_audience", "remove", True),
        ("inflated_audience", "limit", False),
        ("bought_audience", "limit", True),
    ],
)
def test_who_is_not_to_blame_is_not_punished(violation, action, stands):
    ruling = rule_on(action, violation, "likely", ["graph", "behaviour"], review=False)
    assert (ruling.action == action) == stands
    assert stands or ruling.review


@pytest.mark.parametrize("violation", ["orphaned_institution", "duplicate_institution"])
def test_an_institution_always_waits_for_a_person(violation):
    assert rule_on("label", violation, "likely", ["document", "profile"], review=False).review


@pytest.mark.parametrize(("tier", "review"), [("likely", False), ("possible", True)])
def test_a_merely_possible_finding_waits_for_a_person(tier, review):
    ruling = rule_on("verify", "zombie", tier, ["behaviour", "profile"], review=False)
    assert (ruling.action, ruling.review) == ("verify", review)


def test_only_evidence_that_the_contract_knows_counts():
    assert rule_on("label", "zombie", "likely", ["profile", "vibe", "rumour"], review=False).action == "none"


def test_a_policy_object_made_by_hand_meets_the_same_limits():
    policy = policy_of(rule_text(action="bar"))
    forced = replace(policy, rules=(replace(policy.rules[0], review=False, cap=None, expires=None),))
    (weak,) = proposed(forced, findings_of({"classes": ["profile"]}))
    (strong,) = proposed(forced, findings_of({}))
    assert (weak["action"], strong["action"], strong["review"]) == ("none", "bar", True)


def many(scores):
    return findings_of(*({"account_id": f"a{n:02}", "score": s} for n, s in enumerate(scores)))


def test_above_a_cap_the_surplus_goes_to_a_person_highest_scores_first():
    policy = policy_of(rule_text(cap="{ per_day = 2, share = 1 }"))
    got = proposed(policy, many([0.5, 0.9, 0.7, 0.7]))
    assert [d["action"] for d in got] == ["none", "verify", "verify", "none"]
    assert [d["review"] for d in got] == [True, False, False, True]
    assert got[3]["why"] == 'A person decides: the cap of the rule "r" allows 2 a day, and others come first.'
    assert [d["expires_at"] is None for d in got] == [True, False, False, True]


@pytest.mark.parametrize(("size", "allowed"), [(0, 0), (10, 1), (100, 2), (101, 3), (1000, 5)])
def test_a_share_is_counted_of_all_accounts_and_rounded_up(size, allowed):
    policy = policy_of(rule_text(cap="{ per_day = 5, share = 0.02 }"))
    got = propose(policy, many([0.9] * 8), accounts_of(size=size), AS_OF)
    assert got["action"].to_pylist().count("verify") == allowed


def test_the_policys_cap_holds_over_all_rules_together():
    head = "[caps]\nverify = { per_day = 3, share = 1 }\n"
    policy = policy_of(rule_text("high", "score > 0.8"), rule_text("rest"), head=head)
    got = proposed(policy, many([0.9, 0.85, 0.5, 0.6, 0.4]))
    assert [d["action"] for d in got] == ["verify", "verify", "none", "verify", "none"]
    assert "the policy's cap on" in got[2]["why"]


def test_proposals_taken_back_for_weak_evidence_use_up_no_cap():
    policy = policy_of(rule_text(cap="{ per_day = 1, share = 1 }"))
    findings = findings_of(
        {"account_id": "a1", "score": 1.0, "classes": ["profile"]}, {"account_id": "a2", "score": 0.5}
    )
    assert [d["action"] for d in proposed(policy, findings)] == ["none", "verify"]


def test_every_violation_and_every_class_pair_is_ruled_on():
    pairs = pa.array(
        [
            rule_on("label", v, "likely", [a, b], review=False).action
            for v in VIOLATIONS
            for a in CLASSES
            for b in CLASSES
        ]
    )
    expected = ["label" if a != b else "none" for _ in VIOLATIONS for a in CLASSES for b in CLASSES]
    assert pairs.to_pylist() == expected
