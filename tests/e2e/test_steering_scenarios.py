"""Scenarios S6 and S12 of the design, told to the real command line.

S6: five hundred correlated accounts report one account within ten minutes. A scan shows that reports are evidence against nobody, that
the account is to be shielded and is proposed nothing, that whoever called them is found with the call, that those who reported are to be
warned, by a person and with nothing taken from them, and that those who replied are at most asked about. Only the service can hold the
queue of reports while they come in and switch the shield on: that is issue 7's part.
S12: a policy that asks what somebody feels about something is refused before anything is read or written. What only the service can
show is that a refused draft never reaches its store of policies.
"""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from scenario_world import World, account, everyone

from aboveboard.policy import default_policy

PROGRAM = Path(sys.executable).parent / "aboveboard"
REPORTERS, REPLIERS = 500, 60


def mobbed(world):
    """S6: a caller sends five hundred followers to report an account; sixty of them also reply to it."""
    world.add("accounts", account("s6_target", "2020-05-01T00:00:00Z"), account("s6_boss", "2019-05-01T00:00:00Z"))
    called = "2025-11-20T18:00:00Z"
    world.add("posts", {"post_id": "s6_call", "account_id": "s6_boss", "at": called, "kind": "post", "target_id": "",
                        "text": "Everyone go to @h_s6_target now and report it"})  # fmt: skip
    for n in range(REPORTERS):
        name, second = f"s6_r{n}", n * 600 // REPORTERS
        at = f"2025-11-20T18:{20 + second // 60}:{second % 60:02d}Z"
        world.add("accounts", account(name, f"{2018 + n % 7}-{1 + n % 12:02d}-{1 + n % 28:02d}T00:00:00Z"))
        world.add(
            "follows",
            {
                "follower_id": name,
                "target_id": "s6_boss",
                "at": f"2025-0{1 + n % 9}-{1 + n % 28:02d}T{n % 24:02d}:{n % 60:02d}:00Z",
            },
        )
        world.add("actions", {"account_id": name, "at": at, "verb": "report", "object_id": "s6_target", "target_account_id": "s6_target"})  # fmt: skip
        if n % (REPORTERS // REPLIERS) == 0:
            world.post(name, at, "s6_target", "reply")


@pytest.fixture(scope="module")
def scanned(tmp_path_factory):
    """What `aboveboard scan` says of the world: findings and decisions, as rows."""
    folder, world = tmp_path_factory.mktemp("mobbed"), World()
    everyone(world)
    mobbed(world)
    world.write(folder / "world")
    subprocess.run([PROGRAM, "scan", folder / "world", "--out", folder / "out", "--as-of", "2025-12-10T00:00:00Z"], check=True, capture_output=True)  # fmt: skip
    return [pq.read_table(folder / "out" / f"{n}.parquet").to_pylist() for n in ("findings", "decisions")]


def test_s6_the_reported_account_is_to_be_shielded_and_is_proposed_nothing(scanned):
    findings, decisions = scanned
    (finding,) = [f for f in findings if f["account_id"] == "s6_target"]
    assert (finding["violation"], finding["tier"]) == ("pile_on", "inconclusive")
    assert "filter" in json.loads(finding["facts"])["shield"]
    assert {d["action"] for d in decisions if d["account_id"] == "s6_target"} <= {"none"}
    assert not any(d["review"] for d in decisions if d["account_id"] == "s6_target")


def test_s6_who_called_is_found_with_the_call_and_a_person_decides(scanned):
    findings, decisions = scanned
    (finding,) = [f for f in findings if f["account_id"] == "s6_boss" and f["violation"] == "pile_on"]
    assert (finding["tier"], finding["related"]) == ("likely", ["s6_target"])
    assert json.loads(finding["facts"])["post_id"] == "s6_call"
    assert [
        (d["action"], d["review"]) for d in decisions if d["account_id"] == "s6_boss" and d["violation"] == "pile_on"
    ] == [("label", True)]


def test_s6_a_reply_alone_is_at_most_asked_about(scanned):
    findings, decisions = scanned
    came = {f["account_id"]: f for f in findings if f["account_id"] and f["account_id"].startswith("s6_r") and f["violation"] == "pile_on"}  # fmt: skip
    assert came, "those who replied"
    assert {f["tier"] for f in came.values()} == {"possible"}
    assert all(int(name[4:]) % (REPORTERS // REPLIERS) == 0 for name in came), "who only reported did not reply"
    assert {d["action"] for d in decisions if d["account_id"] in came and d["violation"] == "pile_on"} == {"none"}


def test_s6_the_reporters_are_found_together_and_a_person_may_warn_them(scanned):
    findings, decisions = scanned
    found = [f for f in findings if f["violation"] == "report_abuse" and f["account_id"]]
    assert {f["account_id"] for f in found} == {f"s6_r{n}" for n in range(REPORTERS)}
    assert {f["tier"] for f in found} == {"possible"}, "to follow a call is no proof of bad faith"
    assert "follow one account" in found[0]["says"]
    proposed = [d for d in decisions if d["violation"] == "report_abuse" and d["account_id"]]
    assert len(proposed) == REPORTERS
    assert {(d["action"], d["rule"], d["review"]) for d in proposed} == {("label", "warn_reporters", True)}


def test_s6_the_shield_names_the_target_and_no_decision_about_reports_does(scanned):
    findings, decisions = scanned
    (shield,) = [f for f in findings if f["violation"] == "report_abuse" and not f["account_id"]]
    assert (shield["subject_kind"], shield["subject_id"], shield["tier"]) == ("object", "s6_target", "inconclusive")
    assert "no action" in json.loads(shield["facts"])["shield"]
    assert {d["action"] for d in decisions if shield["finding_id"] in d["finding_ids"]} == {"none"}
    assert not [d for d in decisions if d["account_id"] == "s6_target" and d["violation"] == "report_abuse"]


SENTIMENT = """
[[rule]]
name = "dislikes_the_mayor"
when = 'sentiment_toward(entity) < 0'
action = "label"
expires = "7d"
why = "No."
"""


def drafted(folder, rule):
    """A policy that is the shipped one but for one rule more at its end."""
    text = (Path(sys.modules[type(default_policy()).__module__].__file__).parent / "default.toml").read_text("utf-8")
    (folder / "draft.toml").write_text(text + rule, "utf-8")
    return folder / "draft.toml", len(text.splitlines())


def test_s12_a_policy_that_asks_for_feelings_about_somebody_is_refused_with_its_line(tmp_path):
    draft, before = drafted(tmp_path, SENTIMENT)
    done = subprocess.run([PROGRAM, "policy", "check", draft], check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "sentiment_toward" in done.stdout + done.stderr
    assert f":{before + 4}" in done.stdout + done.stderr or f"line {before + 4}" in done.stdout + done.stderr


def test_s12_nothing_is_scanned_with_it(tmp_path):
    draft, _ = drafted(tmp_path, SENTIMENT)
    (tmp_path / "world").mkdir()
    (tmp_path / "world" / "accounts.csv").write_text("account_id,handle\na,anna\n", "utf-8")
    done = subprocess.run([PROGRAM, "scan", tmp_path / "world", "--out", tmp_path / "out", "--policy", draft], check=False, capture_output=True, text=True)  # fmt: skip
    assert done.returncode != 0
    assert "sentiment_toward" in done.stderr
    assert not (tmp_path / "out").exists()


def test_s12_the_same_policy_without_that_rule_passes(tmp_path):
    draft, _ = drafted(tmp_path, "")
    assert subprocess.run([PROGRAM, "policy", "check", draft], check=False, capture_output=True).returncode == 0
