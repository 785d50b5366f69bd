"""Six acceptance scenarios of the design, told to the real command line in one world and read from what it writes."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from scenario_world import whole

from aboveboard.detectors.posing_name import POSING_NAME

PROGRAM = Path(sys.executable).parent / "aboveboard"
NEWER = pytest.mark.skipif(POSING_NAME.version == "1", reason="version 1 of posing_name read no renames")
HARSH = {"limit", "remove", "suspend", "close", "bar"}


@pytest.fixture(scope="module")
def scanned(tmp_path_factory):
    """What `aboveboard scan` says of the world: findings and decisions, as rows."""
    folder = tmp_path_factory.mktemp("scenarios")
    world = whole().write(folder / "world")
    subprocess.run([PROGRAM, "scan", world, "--out", folder / "out", "--as-of", "2025-12-10T00:00:00Z"], check=True, capture_output=True)  # fmt: skip
    return [pq.read_table(folder / "out" / f"{n}.parquet").to_pylist() for n in ("findings", "decisions")]


@pytest.fixture
def about(scanned):
    """Findings of a violation about an account."""

    def rows(name, violation):
        return [f for f in scanned[0] if f["account_id"] == name and f["violation"] == violation]

    return rows


@pytest.fixture
def decided(scanned):
    """Decisions about an account."""
    return lambda name: [d for d in scanned[1] if d["account_id"] == name]


def test_s1_a_sibling_on_the_same_network_and_console_is_never_above_possible_and_nothing_is_blocked(about, decided):
    assert {f["tier"] for f in about("s1_new", "reincarnation")} <= {"possible", "inconclusive"}
    assert not HARSH & {d["action"] for d in decided("s1_new")}


def test_s2_a_returner_is_likely_goes_to_a_person_and_the_evidence_shows_the_letters_and_the_audience(about, decided):
    (finding,) = about("s2_new", "reincarnation")
    assert finding["tier"] == "likely"
    assert set(finding["related"]) == {"s2_old"}
    assert {"profile", "device", "graph"} <= set(finding["classes"])
    assert "曰" in finding["says"]
    assert "日" in finding["says"]
    assert "near shape" in finding["says"] + finding["facts"]
    assert "12 of" in finding["says"], "who came back"
    assert "1.2 expected" in finding["says"], "and how many would have come by chance"
    assert [d["review"] for d in decided("s2_new")] == [True]


def test_s3_closures_that_rested_on_an_overturned_one_are_named_and_bar_nobody(scanned, about):
    overdue = [f for f in scanned[0] if f["violation"] == "stale_check" and "s3_root" in f["related"]]
    assert {f["account_id"] for f in overdue} == {"s3_1", "s3_2", "s3_3"}
    assert all("found wrong" in f["says"] for f in overdue)
    assert not about("s3_back", "reincarnation")
    assert not about("s3_root", "reincarnation")


@NEWER
def test_s7_a_verified_account_that_takes_a_banks_name_goes_to_a_person_and_the_bank_is_left_alone(about, decided):
    findings = about("s7_shop", "impersonation")
    assert "likely" in {f["tier"] for f in findings}
    assert any("Tidewater Bakery" in f["says"] + json.dumps(json.loads(f["facts"])) for f in findings)
    assert any(d["review"] for d in decided("s7_shop") if d["violation"] == "impersonation")
    assert not about("s7_bank", "impersonation")


@NEWER
def test_s8_who_had_the_name_first_is_not_the_impostor_of_a_clone_renamed_yesterday(about, decided):
    assert not about("s8_victim", "impersonation")
    assert not decided("s8_victim")


@NEWER
def test_s8_the_claim_of_a_clone_is_refused_on_first_use_and_its_badge_does_not_help(about, decided):
    (finding,) = about("s8_clone", "report_abuse")
    assert (finding["tier"], finding["related"]) == ("possible", ["s8_victim"])
    assert "refuse the claim on first use" in finding["says"]
    assert {d["action"] for d in decided("s8_clone") if d["violation"] == "report_abuse"} == {"none"}


def test_s19_a_fan_club_of_a_closed_singer_is_no_return(about, decided):
    assert not about("s19_fans", "reincarnation")
    assert not about("s19_fans", "impersonation")
    assert not HARSH & {d["action"] for d in decided("s19_fans")}
