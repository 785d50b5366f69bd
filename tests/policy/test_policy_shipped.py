from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from policy_worlds import AS_OF, accounts_of, findings_of, policy_text, rule_text

from aboveboard.core import ACTIONS, VIOLATIONS
from aboveboard.policy import INPUTS, check_policy, default_policy, load_policy, propose, uncovered

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "policies").glob("*.toml"))
POLICIES = {"default": default_policy, **{f.stem: lambda f=f: load_policy(f) for f in FILES}}


def test_there_are_samples_beside_the_default():
    assert {f.stem for f in FILES} >= {"strict-marketplace", "small-forum"}


@pytest.mark.parametrize("name", POLICIES)
def test_a_shipped_policy_does_what_its_worked_cases_say(name):
    assert [r.message for r in check_policy(POLICIES[name]()) if not r.held] == []


@pytest.mark.parametrize("name", POLICIES)
def test_every_rule_of_a_shipped_policy_has_a_worked_case(name):
    assert uncovered(POLICIES[name]()) == []


@pytest.mark.parametrize("violation", VIOLATIONS)
def test_the_default_sends_a_likely_finding_of_any_violation_to_somebody(violation):
    findings = findings_of({"violation": violation, "score": 0.95, "classes": ["profile", "behaviour"], "group": None})
    (decision,) = propose(default_policy(), findings, accounts_of({"account_id": "a1"}), AS_OF).to_pylist()
    assert decision["rule"] is not None
    assert ACTIONS.index(decision["action"]) <= ACTIONS.index("remove")
    assert decision["review"] or decision["action"] == "label"


def test_the_default_leaves_the_long_silent_alone_until_two_kinds_of_evidence_agree():
    rows = [
        {"violation": "zombie", "tier": "possible", "score": 0.4, "classes": ["behaviour"], "account_id": f"a{n}"}
        for n in range(50)
    ]
    decisions = propose(default_policy(), findings_of(*rows), accounts_of(size=50), AS_OF)
    assert set(decisions["action"].to_pylist()) == {"none"}
    assert set(decisions["review"].to_pylist()) == {False}


def case_text(**over):
    keys = {
        "given": '{ violation = "zombie", tier = "likely", classes = ["profile", "graph"] }',
        "then": '"label"',
        "rule": '"r"',
        **over,
    }
    return "[[case]]\n" + "".join(f"{k} = {v}\n" for k, v in keys.items())


@pytest.mark.parametrize(
    ("over", "message"),
    [
        ({"then": '"verify"'}, 'expected "verify", the policy says "label" (Because.)'),
        ({"rule": '""'}, 'expected the rule "", it was "r"'),
        ({"review": "true"}, "expected review = true, it is false"),
        (
            {"given": '{ violation = "zombie", tier = "likely", classes = ["graph"] }'},
            'the policy says "none" (A person decides',
        ),
    ],
)
def test_a_worked_case_that_does_not_hold_says_what_differs_and_where(over, message):
    policy = load_policy(policy_text(rule_text(action="label"), case_text(**over)))
    (result,) = check_policy(policy)
    assert not result.held
    assert message in result.message
    assert result.message.startswith(f"policy:{policy.cases[0].line}: case 1: ")


def test_a_worked_case_and_a_finding_alike_get_the_same_decision():
    default = default_policy()
    for case in default.cases:
        if case.given["ring_size"] or case.given["challenges"] or case.given["idle_days"] != INPUTS["idle_days"].sample:
            continue
        shared = {k: case.given[k] for k in ("violation", "tier", "score", "classes", "subject_kind")}
        shared["last_at"] = AS_OF + timedelta(days=case.given["days_left"], hours=1)
        named = case.given["detectors"] or [case.given["detector"] or "posing_name"]
        findings = findings_of(*({**shared, "detector": d} for d in named))
        accounts = accounts_of(
            {
                "account_id": "a1",
                "kind": case.given["account_kind"],
                "status": case.given["account_status"],
                "verified_org_id": "o" if case.given["verified"] else None,
            }
        )
        (decision,) = propose(default, findings, accounts, AS_OF).to_pylist()
        assert (decision["action"], decision["rule"] or "") == (case.then, case.rule)


def test_a_policy_without_cases_checks_to_nothing():
    assert check_policy(replace(default_policy(), cases=())) == []


@pytest.mark.parametrize("name", INPUTS)
def test_the_reference_explains_every_input(name):
    page = (ROOT / "docs" / "reference" / "policy.md").read_text(encoding="utf-8")
    assert f"| `{name}` | {INPUTS[name].type} | {INPUTS[name].kind} | {INPUTS[name].about}" in page


def test_the_example_rule_of_the_guide_loads():
    page = (ROOT / "docs" / "howto" / "write-a-policy.md").read_text(encoding="utf-8")
    blocks = [b.split("```")[0].replace("\n   ", "\n") for b in page.split("```toml\n")[1:]]
    policy = load_policy(policy_text(*blocks))
    assert [r.held for r in check_policy(policy)] == [True]
