import random
from datetime import datetime, timedelta

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from policy_worlds import AS_OF, accounts_of, findings_of, policy_of, rule_text

from aboveboard.core import DECISIONS
from aboveboard.errors import InputError
from aboveboard.policy import counts, diff, propose
from aboveboard.policy.conditions import compiled

ACCOUNTS = accounts_of({"account_id": "a1"}, {"account_id": "a2"}, size=50)


def decided(policy, findings, accounts=ACCOUNTS):
    return propose(policy, findings, accounts, AS_OF).to_pylist()


def rules_that_speak(when, **finding):
    """Whether a rule with this condition matches one finding about a1."""
    accounts = finding.pop("accounts", ACCOUNTS)
    (decision,) = decided(policy_of(rule_text(when=when)), findings_of(finding), accounts)
    return decision["rule"] == "r" and "could not be applied" not in decision["why"]


def test_the_first_rule_that_matches_wins():
    policy = policy_of(rule_text("one", "score > 0.95"), rule_text("two", "score > 0.5"), rule_text("three"))
    got = decided(policy, findings_of({"score": 0.9}))
    assert got[0]["rule"] == "two"


def test_no_findings_give_an_empty_table_in_the_contracts_schema():
    got = propose(policy_of(rule_text()), findings_of(), ACCOUNTS, AS_OF)
    assert (got.num_rows, got.schema) == (0, DECISIONS)


def test_a_finding_no_rule_speaks_of_is_listed_without_an_action():
    (got,) = decided(policy_of(rule_text(when="score > 0.95")), findings_of({}))
    assert (got["action"], got["rule"], got["review"]) == ("none", None, False)
    assert got["why"] == "No rule of the policy speaks about this."


def test_one_row_an_account_and_violation():
    findings = findings_of({}, {}, {"violation": "zombie"}, {"account_id": "a2"})
    got = decided(policy_of(rule_text()), findings)
    assert [(d["account_id"], d["violation"], d["finding_ids"]) for d in got] == [
        ("a1", "impersonation", ["f0000", "f0001"]),
        ("a1", "zombie", ["f0002"]),
        ("a2", "impersonation", ["f0003"]),
    ]


def test_findings_about_a_topic_are_gathered_by_their_subject():
    topic = {"violation": "trend_hijack", "subject_kind": "topic", "subject_id": "t1"}
    findings = findings_of({**topic, "account_id": "a1"}, {**topic, "account_id": "a2"}, {**topic, "subject_id": "t2"})
    got = decided(policy_of(rule_text(when='subject_kind == "topic"')), findings)
    assert sorted((str(d["account_id"]), d["finding_ids"]) for d in got) == [
        ("None", ["f0000", "f0001"]),
        ("a1", ["f0002"]),
    ]


@pytest.mark.parametrize(
    ("when", "finding"),
    [
        ("findings == 1 && class_count == 2 && ring_size == 0", {}),
        ("ring_size == 1", {"group": "g"}),
        ('detector == "posing_name" && "posing_name" in detectors', {}),
        ('account_kind == "unknown" && account_status == "unknown" && !verified', {}),
        ("account_age_days == 400", {}),
    ],
)
def test_an_input_says_what_is_known(when, finding):
    assert rules_that_speak(when, **finding)


def test_facts_of_the_account_reach_the_rule():
    accounts = accounts_of(
        {
            "account_id": "a1",
            "kind": "game",
            "status": "dormant",
            "verified_org_id": "o1",
            "followers": 7,
            "last_active_at": AS_OF - timedelta(days=9, hours=23),
        }
    )
    when = 'verified && account_kind == "game" && account_status == "dormant" && followers == 7 && idle_days == 9'
    assert rules_that_speak(when, accounts=accounts)


def test_the_largest_ring_and_the_strongest_finding_speak_for_the_account():
    findings = findings_of(
        {"group": "g", "detector": "weak", "score": 0.2, "tier": "possible"},
        {"group": "h", "detector": "strong", "score": 0.8},
        {"account_id": "a2", "group": "h"},
    )
    policy = policy_of(rule_text(when='ring_size == 2 && detector == "strong" && score == 0.8 && tier == "likely"'))
    assert decided(policy, findings)[0]["rule"] == "r"


@pytest.mark.parametrize(
    "when", ["followers < 10", "followers >= 10", "idle_days > 100", "posts == 0 || following > 5"]
)
def test_a_rule_that_needs_what_nobody_knows_goes_to_a_person(when):
    (got,) = decided(policy_of(rule_text(when=when), rule_text("next")), findings_of({}))
    assert (got["action"], got["review"], got["rule"]) == ("none", True, "r")
    assert "is not known" in got["why"]


def test_an_account_found_twice_in_a_ring_is_one_member():
    findings = findings_of({"group": "g"}, {"group": "g"}, {"group": "g", "account_id": "a2"})
    assert decided(policy_of(rule_text(when="ring_size == 2")), findings)[0]["rule"] == "r"


def test_an_unknown_that_cannot_matter_changes_nothing():
    policy = policy_of(rule_text(when='violation == "zombie" && followers < 10'), rule_text("next"))
    assert decided(policy, findings_of({}))[0]["rule"] == "next"


def test_an_error_while_deciding_means_no_action_and_a_person():
    policy = policy_of(rule_text(when="10 / (findings - 2) < 0 || 10 / (findings - 2) > 0"), rule_text("next"))
    (got,) = decided(policy, findings_of({}, {}))
    assert (got["action"], got["review"], got["rule"]) == ("none", True, "r")
    assert "divide by zero" in got["why"]


def test_a_created_time_that_lies_ahead_is_not_an_age():
    accounts = accounts_of({"account_id": "a1", "created_at": AS_OF + timedelta(days=1)})
    assert not rules_that_speak("account_age_days < 5", accounts=accounts)


def test_row_order_changes_no_byte():
    generator = random.Random(7)  # noqa: S311  (a shuffle, not a secret)
    rows = [
        {"account_id": f"a{n % 9}", "score": (n % 5 + 1) / 5, "finding_id": f"f{n}", "group": f"g{n % 3}"}
        for n in range(40)
    ]
    policy = policy_of(rule_text(cap="{ per_day = 4, share = 1 }"))
    first = propose(policy, findings_of(*rows), ACCOUNTS, AS_OF)
    for _ in range(4):
        generator.shuffle(rows)
        again = propose(policy, findings_of(*rows), ACCOUNTS.take(list(reversed(range(ACCOUNTS.num_rows)))), AS_OF)
        assert again.equals(first)


def test_the_id_of_a_decision_follows_everything_that_made_it():
    base = decided(policy_of(rule_text()), findings_of({}))[0]["decision_id"]
    others = [
        decided(policy_of(rule_text("q")), findings_of({})),
        decided(policy_of(rule_text()), findings_of({"account_id": "a2"})),
        decided(policy_of(rule_text()), findings_of({"violation": "zombie"})),
        decided(policy_of(rule_text()), findings_of({"finding_id": "g"})),
    ]
    ids = [base, *(o[0]["decision_id"] for o in others)]
    assert len(set(ids)) == len(ids)
    assert decided(policy_of(rule_text()), findings_of({}))[0]["decision_id"] == base


def test_what_people_write_and_where_they_live_changes_no_decision():
    findings = findings_of({}, {"account_id": "a2", "score": 0.4})
    policy = policy_of(rule_text(when="score > 0.5 && account_age_days > 1"), rule_text("rest", action="label"))
    plain = accounts_of({"account_id": "a1"}, {"account_id": "a2"})
    spoken = accounts_of(
        {
            "account_id": "a1",
            "bio": "I vote for the blue party",
            "language": "ug",
            "location": "Here",
            "display_name": "教徒",
        },
        {
            "account_id": "a2",
            "bio": "I vote for the red party",
            "language": "en",
            "location": "There",
            "url": "https://x.test",
        },
    )
    assert propose(policy, findings, plain, AS_OF).equals(propose(policy, findings, spoken, AS_OF))


def test_renaming_every_account_renames_the_decisions_and_nothing_else():
    rows = [{"account_id": f"a{n}", "score": (n + 1) / 9, "group": "g"} for n in range(8)]
    policy = policy_of(rule_text(when="score > 0.4 && ring_size == 8", cap="{ per_day = 3, share = 1 }"))
    renamed = [{**r, "account_id": f"b{r['account_id']}"} for r in rows]
    left = [(d["action"], d["review"], d["why"]) for d in decided(policy, findings_of(*rows))]
    assert left == [(d["action"], d["review"], d["why"]) for d in decided(policy, findings_of(*renamed))]


def test_a_naive_time_is_one_clear_error():
    with pytest.raises(InputError, match="has no time zone"):
        propose(policy_of(rule_text()), findings_of({}), ACCOUNTS, datetime(2026, 1, 1))  # noqa: DTZ001  (the fault under test)


def test_accounts_may_come_with_the_id_alone():
    accounts = pa.table({"account_id": ["a1"]})
    (got,) = decided(policy_of(rule_text(when="!verified")), findings_of({}), accounts)
    assert got["action"] == "verify"


def test_progress_is_told_and_ends_at_its_total():
    told = []
    propose(policy_of(rule_text()), findings_of({}), ACCOUNTS, AS_OF, lambda *a: told.append(a))
    assert told == [("rules", 0, 1), ("rules", 1, 1)]


CONDITIONS = (
    "score > 0.5 && findings >= 2",
    "score >= 0.5 || ring_size < 2 && score < 0.25",
    "score == 0.5 || 0.75 <= score",
    "1.0 - score > 0.5",
    "score > 0.25 + 0.25",
    "score * 2.0 > 1.0 && score < 0.75",
    "score > -0.5 && score <= 0.5",
    '(score > 0.5) == (tier == "likely")',
    'violation == "zombie" ? score > 0.75 : score < 0.25',
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([0.1, 0.25, 0.3, 0.5, 0.6, 0.75, 1.0]), st.sampled_from(["likely", "possible"])),
        min_size=1,
    ),
    st.sampled_from(CONDITIONS),
)
def test_deciding_in_bulk_agrees_with_asking_one_by_one(rows, when):
    findings = findings_of(*({"account_id": f"a{n:03}", "score": s, "tier": t} for n, (s, t) in enumerate(rows)))
    got = [d["rule"] == "r" for d in decided(policy_of(rule_text(when=when)), findings)]
    fixed = {"findings": 1, "ring_size": 0, "violation": "impersonation"}
    assert got == [compiled(when).evaluate({**fixed, "score": s, "tier": t}) for s, t in rows]


def test_a_diff_names_whose_decision_changes_from_what_to_what():
    findings = findings_of({"account_id": "a1"}, {"account_id": "a2", "score": 0.3})
    before = propose(policy_of(rule_text("old", "score > 0.2")), findings, ACCOUNTS, AS_OF)
    after = propose(policy_of(rule_text("new", "score > 0.5")), findings, ACCOUNTS, AS_OF)
    (change,) = diff(before, after).to_pylist()
    assert (change["account_id"], change["before_action"], change["after_action"]) == ("a2", "verify", "none")
    assert (change["before_rule"], change["after_rule"]) == ("old", None)
    assert change["before_expires_at"] == AS_OF + timedelta(days=30)


def test_a_decision_on_one_side_only_is_a_change():
    findings = findings_of({"account_id": "a1"}, {"account_id": "a2"})
    both = propose(policy_of(rule_text()), findings, ACCOUNTS, AS_OF)
    (change,) = diff(both.slice(0, 1), both).to_pylist()
    assert (change["account_id"], change["before_action"], change["after_action"]) == ("a2", None, "verify")


def test_a_later_end_is_a_change():
    before = propose(policy_of(rule_text()), findings_of({}), ACCOUNTS, AS_OF)
    after = propose(policy_of(rule_text(expires='"60d"')), findings_of({}), ACCOUNTS, AS_OF)
    (change,) = diff(before, after).to_pylist()
    assert change["after_expires_at"] - change["before_expires_at"] == timedelta(days=30)


def test_a_policy_differs_from_itself_in_nothing():
    topic = {"violation": "trend_hijack", "subject_kind": "topic", "account_id": None}
    findings = findings_of({}, {**topic, "subject_id": "t1"}, {**topic, "subject_id": "t2"})
    decisions = propose(policy_of(rule_text()), findings, ACCOUNTS, AS_OF)
    assert diff(decisions, decisions).num_rows == 0


def test_counts_list_every_action_mildest_first():
    findings = findings_of({"account_id": "a1"}, {"account_id": "a2", "classes": ["profile"]})
    table = counts(propose(policy_of(rule_text()), findings, ACCOUNTS, AS_OF)).to_pylist()
    assert [r["action"] for r in table][:3] == ["none", "label", "verify"]
    assert [(r["proposed"], r["for_review"]) for r in table][:3] == [(0, 1), (0, 0), (1, 0)]
