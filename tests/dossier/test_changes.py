"""What would change a proposal is told of the proposal that rests on the finding, not of another of the same violation."""

from datetime import UTC, datetime

import pyarrow as pa
import pytest

from aboveboard.core import FINDINGS
from aboveboard.dossier import changes
from aboveboard.policy import default_policy
from aboveboard.tables import TABLES

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)


def finding(number, detector, scope, **more):
    return {
        "finding_id": f"f{number}", "violation": "unqualified_professional", "detector": detector, "detector_version": "1", "account_id": "a1",
        "subject_kind": "account", "subject_id": "a1", "related": [], "group": None, "scope": scope, "score": 0.9, "tier": "likely",
        "classes": ["document", "profile"], "says": "x", "facts": "{}", **more,
    }  # fmt: skip


@pytest.fixture(scope="module")
def asked():
    """Answers by finding and question: a doctor's licence ended, twice told, and a lawyer's never was."""
    rows = [
        finding(1, "lapsed_credential", "medicine"),
        finding(2, "claimed_profession", "law"),
        finding(3, "lapsed_credential", "medicine", score=0.8),
    ]
    account = pa.Table.from_pylist([{"account_id": "a1", "handle": "a1"}], schema=TABLES["accounts"].schema)
    found = changes(default_policy(), pa.Table.from_pylist(rows, schema=FINDINGS), account, {}, AS_OF)
    return {(c["finding_id"], c["kind"]): (c["before"]["action"], c["after"]["action"]) for c in found}


def test_each_field_of_a_professional_has_its_own_proposal(asked):
    assert asked["f1", "surer"] == ("limit", "limit")
    assert asked["f2", "surer"] == ("verify", "verify")


def test_without_its_only_finding_a_proposal_falls_and_without_one_of_two_it_stays(asked):
    assert asked["f2", "without"] == ("verify", "none")
    assert asked["f1", "without"] == asked["f3", "without"] == ("limit", "limit")


def test_a_ring_counts_those_whose_findings_are_not_asked_about():
    burst = {"violation": "fake_follower", "group": "r1", "classes": ["behaviour", "profile"]}
    rows = pa.Table.from_pylist([finding(1, "registration_burst", None, **burst)], schema=FINDINGS)
    account = pa.Table.from_pylist([{"account_id": "a1", "handle": "a1"}], schema=TABLES["accounts"].schema)
    by_size = {n: changes(default_policy(), rows, account, {}, AS_OF, rings={"r1": n}) for n in (1, 12)}
    assert [{(c["kind"], c["before"]["action"]) for c in by_size[n]} for n in (1, 12)] == [
        {("without", "none"), ("surer", "none")},
        {("without", "limit"), ("surer", "limit")},
    ]


def test_no_cap_of_a_day_counts_the_proposals_on_one_account_against_each_other():
    rows = [finding(1, "claimed_profession", "law"), finding(2, "claimed_profession", "medicine", score=0.8)]
    account = pa.Table.from_pylist([{"account_id": "a1", "handle": "a1"}], schema=TABLES["accounts"].schema)
    found = changes(default_policy(), pa.Table.from_pylist(rows, schema=FINDINGS), account, {}, AS_OF)
    assert {c["before"]["action"] for c in found} == {"verify"}
