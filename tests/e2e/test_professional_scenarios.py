"""Scenario S9 of the design: one small world, scanned at four times.

S9: a doctor's licence expires. A month and a week before, the holder is told; the day after, the medical field is paused and nothing
else is: the account's other field goes on. What only the service can show is the sending of the notices and the pause itself.
"""

from datetime import datetime

import pyarrow.parquet as pq
import pytest
from scenario_world import World, account

from aboveboard.app.scanning import scan

ENDS = "2025-12-01T00:00:00Z"
DETECTORS = (
    "claimed_profession,repeated_advice,lent_credential,lapsed_credential,credential_ending,renamed_professional"
)
TIMES = {
    "d40": "2025-10-22T00:00:00Z",
    "d30": "2025-11-01T00:00:00Z",
    "d7": "2025-11-24T12:00:00Z",
    "after": "2025-12-02T00:00:00Z",
}


def credential(name, field, until, **more):
    return {"account_id": name, "field": field, "issuer": "Register of Professions", "valid_from": "2015-12-01T00:00:00Z",
            "valid_until": until, "status": "valid", "checked_at": "2024-12-01T00:00:00Z", **more}  # fmt: skip


def practice(world):
    """A doctor who also teaches, a doctor who renewed, a patient, and somebody who only calls himself a doctor."""
    doctor = {"kind": "professional", "bio": "Licensed physician and certified teacher"}
    world.add("accounts", account("s9_doctor", "2019-01-01T00:00:00Z", display_name="Dr. Mara Quill", **doctor))
    world.add("accounts", account("s9_renewed", "2019-01-01T00:00:00Z", display_name="Dr. Oren Vale", **doctor))
    world.add("accounts", account("s9_patient", "2019-01-01T00:00:00Z", display_name="Ina Reed", bio="Gardener"))
    for name in ("s9_doctor", "s9_renewed"):
        world.add(
            "credentials", credential(name, "medicine", ENDS), credential(name, "education", "2030-01-01T00:00:00Z")
        )
    world.add("credentials", credential("s9_renewed", "medicine", "2035-12-01T00:00:00Z", valid_from=ENDS))
    for day in range(1, 6):
        at = f"2025-10-{day:02d}T08:00:00Z"
        for name, text in (("s9_doctor", "As a doctor I remind you: bring your letter"), ("s9_patient", "My doctor says all is well"),
                           ("s9_renewed", "As a doctor I remind you: office hours")):  # fmt: skip
            world.post(name, at)
            world.rows["posts"][-1]["text"] = f"{text} {day}"


@pytest.fixture(scope="module")
def scans(tmp_path_factory):
    """Findings and decisions of each account at each time: (what, account) rows by the time's name."""
    folder, world = tmp_path_factory.mktemp("s9"), World()
    practice(world)
    world.write(folder / "world")
    told = {}
    for name, at in TIMES.items():
        out = folder / name
        scan(folder / "world", out, as_of=datetime.fromisoformat(at), detectors=DETECTORS.split(","))
        told[name] = [pq.read_table(out / f"{n}.parquet").to_pylist() for n in ("findings", "decisions")]
    return told


def proposed(scans, time, account="s9_doctor"):
    """What is proposed for the account: (scope, action, rule, review)."""
    return [(d["scope"], d["action"], d["rule"], d["review"]) for d in scans[time][1] if d["account_id"] == account]


def test_forty_days_before_nothing_is_said(scans):
    assert [f for f in scans["d40"][0] if f["account_id"].startswith("s9")] == []
    assert proposed(scans, "d40") == []


def test_thirty_days_before_the_first_notice_goes_out_and_takes_nothing(scans):
    assert proposed(scans, "d30") == [("medicine", "none", "credential_ends_in_a_month", False)]


def test_seven_days_before_the_second_notice_goes_out_and_takes_nothing(scans):
    assert proposed(scans, "d7") == [("medicine", "none", "credential_ends_in_a_week", False)]


def test_the_notices_accuse_nobody(scans):
    for time in ("d30", "d7"):
        (finding,) = [f for f in scans[time][0] if f["account_id"] == "s9_doctor"]
        assert (finding["violation"], finding["tier"], finding["detector"]) == (
            "stale_check",
            "inconclusive",
            "credential_ending",
        )
        assert "nothing changes until then" in finding["says"]


def test_the_two_notices_are_two_decisions(scans):
    ids = {d["decision_id"] for time in ("d30", "d7") for d in scans[time][1] if d["account_id"] == "s9_doctor"}
    assert len(ids) == 2


def test_the_day_after_the_medical_field_rests_and_the_rest_of_the_account_works(scans):
    assert proposed(scans, "after") == [("medicine", "limit", "credential_has_ended", False)]
    (decision,) = [d for d in scans["after"][1] if d["account_id"] == "s9_doctor"]
    assert decision["expires_at"] is not None
    assert "The rest of your account works" in decision["why"]


def test_the_day_after_both_the_register_and_the_doctors_own_words_are_evidence(scans):
    found = {f["detector"]: f for f in scans["after"][0] if f["account_id"] == "s9_doctor"}
    assert set(found) == {"lapsed_credential", "claimed_profession"}
    assert {f["scope"] for f in found.values()} == {"medicine"}
    assert {f["tier"] for f in found.values()} == {"likely"}


def test_who_renewed_and_who_is_a_patient_hear_nothing_at_any_time(scans):
    for time in TIMES:
        assert proposed(scans, time, "s9_renewed") == proposed(scans, time, "s9_patient") == []
