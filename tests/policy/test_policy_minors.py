"""A policy that punishes a minor is refused before it is ever run."""

import pytest
from policy_worlds import AS_OF, accounts_of, findings_of, policy_of, policy_text, rule_text

from aboveboard.errors import PolicyError
from aboveboard.policy import load_policy, propose
from aboveboard.tables import TABLES

HARSH = ("remove", "suspend", "close", "bar")


@pytest.mark.parametrize("action", HARSH)
def test_an_action_beyond_limit_on_a_minor_is_refused_with_its_line(action):
    text = policy_text(rule_text(when='violation == "minor_unprotected" && tier == "likely"', action=action))
    with pytest.raises(PolicyError) as caught:
        load_policy(text)
    [fault] = caught.value.faults
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith("action"))
    assert fault.startswith(f"policy:{line}:10: ")
    assert (
        f'"{action}" would fall on somebody who is not to blame for minor_unprotected; it allows none, label, verify, limit'
        in fault
    )


@pytest.mark.parametrize(
    "when",
    [
        'violation in ["account_trade", "minor_unprotected"] && score > 0.9',
        'violation == "minor_unprotected" && "play_out_of_hours" in detectors && challenges < 3',
        '"minor_unprotected" == violation && detector == "minor_pattern"',
        'tier == "likely" && (violation == "account_sharing" || violation == "minor_unprotected")',
    ],
)
def test_it_is_refused_however_it_is_written(when):
    with pytest.raises(PolicyError, match="not to blame for minor_unprotected"):
        policy_of(rule_text(when=when, action="suspend"))


@pytest.mark.parametrize(
    ("when", "action"),
    [
        ('violation == "minor_unprotected"', "limit"),
        ('violation != "minor_unprotected" && tier == "likely"', "suspend"),
        ('violation == "account_trade" && "lent_to_minor" in detectors', "suspend"),
    ],
)
def test_protecting_a_minor_and_acting_on_a_lessor_are_not_refused(when, action):
    assert policy_of(rule_text(when=when, action=action)).rules


def test_followers_may_not_be_held_against_whom_they_follow_either():
    with pytest.raises(PolicyError, match="not to blame for inflated_audience; it allows none, label, remove"):
        policy_of(rule_text(when='violation == "inflated_audience"', action="suspend"))


def asked(*times):
    schema = TABLES["attestations"].schema
    return schema.empty_table().from_pylist(
        [
            {"account_id": "a1", "kind": k, "result": r, "at": AS_OF.replace(year=y, month=m, day=d)}
            for k, r, y, m, d in times
        ],
        schema=schema,
    )


def test_challenges_are_counted_for_thirty_days_whatever_came_of_them():
    policy = policy_of(
        rule_text(when="challenges >= 3", action="none"), rule_text("s", when="challenges < 3", action="verify")
    )
    three = [("age", "pass", 2025, 12, 5), ("real_name", "none", 2025, 12, 6), ("guardian", "fail", 2025, 12, 31)]
    twice = [
        *three[:2],
        ("age", "pass", 2025, 12, 2),
        ("organisation", "pass", 2025, 12, 7),
        ("age", "pass", 2026, 1, 2),
        ("real_name", "pass", 2025, 12, 5),
    ]
    for rows, action in ((three, "none"), (twice, "verify"), ([], "verify")):
        [decision] = propose(
            policy, findings_of({}), accounts_of({"account_id": "a1"}), AS_OF, attestations=asked(*rows)
        ).to_pylist()
        assert decision["action"] == action
    [decision] = propose(policy, findings_of({}), accounts_of({"account_id": "a1"}), AS_OF).to_pylist()
    assert decision["action"] == "verify"
