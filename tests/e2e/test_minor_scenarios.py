"""Scenario S16 of the design, and what stands around it, told to the real command line.

S16: a man of sixty plays every night and was challenged three times this month. The fourth challenge is not sent: the budget holds it
back, and a person looks. Around him: a woman who was asked twice, a night owl near whom nobody is young, a child who plays on school
nights under China's rules, a guest, and a lessor on whose account a child's tablet plays.
"""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from scenario_world import World, account

from aboveboard.connectors.play_rules import import_play_rules
from aboveboard.core import ACTIONS

PROGRAM = Path(sys.executable).parent / "aboveboard"
DETECTORS = "lent_to_minor,minor_pattern,minor_spending,play_out_of_hours,play_without_attestation"
MIDNIGHT = datetime(2025, 12, 1, tzinfo=UTC)


def evening(world, who, device, day, hour, minutes=50, network=""):
    start = MIDNIGHT + timedelta(days=day - 1, hours=hour)
    end = start + timedelta(minutes=minutes)
    world.add("sessions", {"account_id": who, "started_at": start.isoformat(), "ended_at": end.isoformat(), "device_token": device, "network_token": network or device})  # fmt: skip


def check(world, who, kind, band, at="2025-01-10", result="pass"):
    world.add(
        "attestations", {"account_id": who, "kind": kind, "result": result, "age_band": band, "at": f"{at}T08:00:00Z"}
    )


def player(world, *names, region="", band="adult"):
    for name in names:
        world.add(
            "accounts",
            account(name, "2024-01-01T00:00:00Z", kind="game", region=region, zone="Asia/Shanghai" if region else ""),
        )
        check(world, name, "real_name", band)


def told():
    """Everybody of the scenario, in one world."""
    world = World()
    player(world, "sixty", "asked_twice", "owl", "lessor")
    player(world, "grandchild", "niece", "tenant", band="minor")
    player(world, "pupil", region="CN", band="minor")
    world.add("accounts", account("guest", "2024-01-01T00:00:00Z", kind="game", region="CN"))
    for at in ("2025-12-05", "2025-12-12", "2025-12-20"):
        check(world, "sixty", "age", "adult", at)
    for at in ("2025-11-05", "2025-12-12", "2025-12-20"):
        check(world, "asked_twice", "age", "adult", at)
    for day in range(1, 21):
        evening(world, "grandchild", "tablet", day, 11)
        evening(world, "sixty", "tablet", day, 12, 120)
        evening(world, "owl", "desk", day, 15, 200)
        evening(world, "guest", "cafe", day, 9)
    for day in range(1, 9):
        evening(world, "niece", "console", day, 11)
        evening(world, "asked_twice", "console", day, 12)
    for day in (1, 2, 3, 5, 6):
        evening(world, "pupil", "phone", day, 12)
    for day in (2, 3):
        evening(world, "tenant", "pad", day, 10, network="far")
    for day in (20, 21, 22):
        evening(world, "lessor", "pad", day, 16, network="far")
    world.add("posts", {"post_id": "p0", "account_id": "lessor", "at": "2025-12-10T00:00:00Z", "kind": "listing", "text": "Renting out my diamond account, $5 per hour, no face check, dm me"})  # fmt: skip
    world.add("accounts", *(account(f"by{n}", "2024-01-01T00:00:00Z") for n in range(1000)))  # caps are shares of all
    return world


@pytest.fixture(scope="module")
def scanned(tmp_path_factory):
    """Findings and decisions of the whole scenario, by account."""
    folder = tmp_path_factory.mktemp("minors")
    told().write(folder / "world")
    import_play_rules(["china-2021"], folder / "world")
    subprocess.run([PROGRAM, "scan", folder / "world", "--out", folder / "out", "--detectors", DETECTORS, "--as-of", "2025-12-24T00:00:00Z"], check=True, capture_output=True)  # fmt: skip
    return [
        {r["account_id"]: r for r in pq.read_table(folder / "out" / f"{n}.parquet").to_pylist()}
        for n in ("findings", "decisions")
    ]


def test_s16_the_fourth_challenge_in_thirty_days_is_not_sent_and_a_person_looks(scanned):
    findings, decisions = scanned
    assert (findings["sixty"]["detector"], findings["sixty"]["tier"]) == ("minor_pattern", "possible")
    assert "checked 3 times in 30 days" in findings["sixty"]["says"]
    decision = decisions["sixty"]
    assert (decision["action"], decision["review"], decision["rule"]) == ("none", True, "asked_often_enough")


def test_s16_the_third_challenge_may_be_sent_once_a_person_agrees(scanned):
    decision = scanned[1]["asked_twice"]
    assert (decision["action"], decision["review"], decision["rule"]) == ("verify", True, "who_is_playing")


def test_who_plays_every_night_where_nobody_is_young_is_not_even_asked(scanned):
    assert "owl" not in scanned[0]


def test_a_child_who_plays_on_school_nights_is_kept_to_the_hours_and_loses_nothing(scanned):
    findings, decisions = scanned
    says = findings["pupil"]["says"]
    assert "on 3 days, last on 2025-12-03, 150 min outside the hours" in says
    assert "国家新闻出版署" in says
    assert "cn_hours" in says
    assert (decisions["pupil"]["action"], decisions["pupil"]["review"]) == ("limit", True)


def test_a_guest_is_asked_for_a_check_where_the_rules_know_no_guests(scanned):
    findings, decisions = scanned
    assert findings["guest"]["detector"] == "play_without_attestation"
    assert decisions["guest"]["action"] == "verify"


def test_the_lessor_is_the_subject_and_the_child_is_named_nowhere(scanned):
    findings, decisions = scanned
    assert (findings["lessor"]["violation"], findings["lessor"]["tier"]) == ("account_trade", "likely")
    assert decisions["lessor"]["rule"] == "lends_to_minors"
    assert not {"tenant", "grandchild", "niece"} & set(findings)
    assert not any("tenant" in f["related"] for f in findings.values())


def test_nobody_is_proposed_more_than_a_limit(scanned):
    assert max(ACTIONS.index(d["action"]) for d in scanned[1].values()) <= ACTIONS.index("limit")
