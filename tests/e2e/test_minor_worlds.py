"""Young players and those who look like them, in made worlds with rules of play: what breaks a rule is found, what keeps it is not."""

from collections import defaultdict

import pyarrow.parquet as pq
import pytest

from aboveboard.app.scanning import scan
from aboveboard.core import silent
from aboveboard.worlds.attention import topics
from aboveboard.worlds.draft import stream
from aboveboard.worlds.generate import lived
from aboveboard.worlds.innocents import LOOKALIKES
from aboveboard.worlds.institutions import settle
from aboveboard.worlds.population import populate
from aboveboard.worlds.rings.games import minor_unprotected
from aboveboard.worlds.writer import store

DETECTORS = "lent_to_minor minor_pattern minor_spending play_out_of_hours play_without_attestation".split()  # noqa: SIM905
SIZE, BODIES, EACH = 1500, 40, 90
FOUND_BY = {
    "no_guardian": "play_without_attestation", "no_real_name": "play_without_attestation", "guest": "play_without_attestation",
    "lapsed_guardian": "play_without_attestation", "night_play": "play_out_of_hours", "school_day": "play_out_of_hours",
    "long_play": "play_out_of_hours", "long_week": "play_out_of_hours", "spending": "minor_spending", "borrowed_adult": "minor_pattern",
}  # fmt: skip
INNOCENT = {"guarded_minor", "holiday_player", "night_owl", "family_console", "allowed_minor", "grace_period", "came_of_age", "guest_player", "thrifty_minor"}  # fmt: skip


@pytest.fixture(scope="module")
def scanned(tmp_path_factory):
    """Findings by account, and labels by account, of a world of ninety who break a rule and ninety who only look like it."""
    folder, seed = tmp_path_factory.mktemp("young"), 17
    draft = populate(seed, SIZE, BODIES + 2 * EACH)
    settle(draft, seed, draft.hire(BODIES))
    topics(draft, seed)
    LOOKALIKES["guarded_minor"](draft, stream(seed, "guarded_minor"), draft.hire(EACH))
    minor_unprotected(draft, stream(seed, "minor_unprotected"), draft.hire(EACH))
    lived(draft, seed, silent)
    store(draft, folder / "world", seed, silent)
    scan(folder / "world", folder / "out", detectors=DETECTORS)
    findings = defaultdict(list)
    for row in pq.read_table(folder / "out" / "findings.parquet").to_pylist():
        findings[row["account_id"]].append(row)
    labels = [r for r in pq.read_table(folder / "world" / "labels.parquet").to_pylist() if r["violation"] == "minor_unprotected"]  # fmt: skip
    return findings, {r["account_id"]: r for r in labels}


def test_every_kind_is_there(scanned):
    kinds = {(r["class"], r["value"]) for r in scanned[1].values()}
    assert kinds == {(k, True) for k in FOUND_BY} | {(k, False) for k in INNOCENT}


def test_each_breach_is_found_by_the_detector_that_knows_it(scanned):
    findings, labels = scanned
    missed = [(a, r["class"]) for a, r in labels.items() if r["value"] and FOUND_BY[r["class"]] not in {f["detector"] for f in findings[a]}]  # fmt: skip
    assert missed == []


def test_whoever_keeps_the_rules_and_everybody_else_is_left_alone(scanned):
    findings, labels = scanned
    wrong = [f["says"] for a, rows in findings.items() for f in rows if a not in labels or not labels[a]["value"]]
    assert wrong == []


def test_an_adult_on_a_minors_device_is_never_more_than_possible(scanned):
    findings, labels = scanned
    borrowed = [f for a, r in labels.items() if r["class"] == "borrowed_adult" for f in findings[a]]
    assert {f["tier"] for f in borrowed} == {"possible"}
    assert {tuple(f["classes"]) for f in borrowed} == {("behaviour", "device")}
