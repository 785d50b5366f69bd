"""From a detector's last table to findings and rings."""

import json

import pyarrow as pa
import pytest

from aboveboard.core import FINDINGS
from aboveboard.detectors.dormant import DORMANT
from aboveboard.engines.finish import finish, rings

LAST = {
    "account_id": ["a"],
    "handle": ["anna"],
    "days": [400],
    "last_at": pa.array([1_700_000_000_000_000], pa.timestamp("us", "UTC")),
    "score": [0.5],
    "tier": ["possible"],
    "classes": [["behaviour", None]],
}


def finished(**changes):
    return finish(DORMANT, pa.table({**LAST, **changes})).to_pylist()[0]


def test_a_finding_is_filled_from_the_last_table():
    row = finished()
    assert row["says"] == "anna shows no sign of life for 400 days; the last one was on 2023-11-14"
    assert json.loads(row["facts"]) == {"days": 400, "handle": "anna"}
    assert (row["subject_kind"], row["subject_id"], row["related"], row["classes"]) == (
        "account",
        "a",
        [],
        ["behaviour"],
    )


def test_likely_needs_two_classes_and_confirmed_belongs_to_people():
    assert finished(tier=["likely"])["tier"] == "possible"
    assert finished(tier=["likely"], classes=[["behaviour", "behaviour"]])["tier"] == "possible"
    assert finished(tier=["likely"], classes=[["behaviour", "profile"]])["tier"] == "likely"
    assert finished(tier=["confirmed"], classes=[["behaviour", "profile"]])["tier"] == "likely"


@pytest.mark.parametrize(("score", "kept"), [(2.0, 1.0), (0.0, 0.0001), (0.123456, 0.1235)])
def test_a_score_is_a_probability_above_nought(score, kept):
    assert finished(score=[score])["score"] == kept


def test_direction_marks_and_line_ends_never_reach_a_sentence():
    row = finished(handle=["an\u202ena\u2028\nb\u200bc"])
    assert row["says"].startswith("annabc shows")


def test_right_to_left_names_are_isolated_and_long_ones_cut():
    assert finished(handle=["ليلى"])["says"].startswith("\u2068ليلى\u2069 shows")
    assert finished(handle=["x" * 500])["says"].startswith("x" * 120 + "… shows")


def test_an_id_depends_on_what_is_claimed_and_on_nothing_else():
    assert finished()["finding_id"] == finished()["finding_id"] != finished(account_id=["b"])["finding_id"]


def ring_rows():
    rows = []
    for account, net in (("a", "n1"), ("b", "n1"), ("c", "n2")):
        rows.append(dict.fromkeys(FINDINGS.names) | {
            "finding_id": account, "violation": "fake_follower", "detector": "burst", "account_id": account,
            "group": "burst:1", "says": f"{account} came in a burst", "related": [], "classes": ["profile"],
            "facts": json.dumps({"network": net, "hosts": [net, "h"], "mould": None}),
        })  # fmt: skip
    rows.append(rows[0] | {"group": "burst:2", "finding_id": "lone"})
    return pa.Table.from_pylist(rows, schema=FINDINGS)


def test_a_ring_lists_members_and_what_ties_them():
    made = rings(ring_rows(), {"burst": ("network", "hosts", "mould")}).to_pylist()
    assert [(r["group"], r["size"], r["members"]) for r in made] == [("burst:1", 3, ["a", "b", "c"])]
    ties = {(t["kind"], t["value"]): t["members"] for t in json.loads(made[0]["evidence"])["links"]}
    assert ties == {("hosts", "h"): ["a", "b", "c"], ("hosts", "n1"): ["a", "b"], ("network", "n1"): ["a", "b"]}


def test_no_findings_make_no_rings():
    assert rings(FINDINGS.empty_table(), {}).num_rows == 0
