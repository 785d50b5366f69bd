"""One account's record: nothing of it is left out, what speaks for it is told, and so is what would change the proposal."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from aboveboard.app import explain, scan
from aboveboard.dossier.lanes import WIDE, lanes
from aboveboard.dossier.timeline import _QUERIES, _any
from aboveboard.errors import InputError
from aboveboard.tables import TABLES

PROGRAM = str(Path(sys.executable).parent / "aboveboard")


def sentences(record):
    return {f"{e['at'] or e['until']} {e['says']}" for e in record["timeline"]}


def test_every_table_that_speaks_of_an_account_is_told():
    named = {table for table, *_ in _QUERIES}
    speaking = {n for n, t in TABLES.items() if "account_id" in {c.name for c in t.columns}} - {"labels"}
    assert [n for n in speaking - named if not _any(TABLES[n])] == []


def test_the_record_tells_an_account_s_time_in_order(told):
    record = told["new"].record
    times = [e["at"] or e["until"] for e in record["timeline"]]
    assert times == sorted(times)
    assert sentences(record) >= {
        "2025-06-03 00:00 signed up as river_lee2",
        "2025-06-03 00:00 used a device (aaaaaaaa…) that 1 other account used",
        "2025-06-03 00:00 used a phone (bbbbbbbb…) that no other account used",
        "2025-06-03 00:00 likes: 40 times in this time",
        "2025-06-04 00:00 followed 1 account",
        "2025-08-01 00:00 unfollowed 1 account",
        "2025-06-05 00:00 gained 1 follower",
        "2025-07-02 00:00 in this month gained 7 and lost 1 followers, with 150 views",
        "2025-07-03 00:00 wrote: post ×1 “back again with the new account”",
        "2025-07-03 00:00 a post was rated 0.31 for Insult and abuse by ours 2",
        "2025-07-04 00:00 1 post was removed",
        "2025-07-04 00:00 1 answer from 1 account",
        "2025-07-05 00:00 likes: 1 time on 1 object",
        "2025-07-05 00:00 likes received: 1 from 1 account",
        "2025-07-05 00:00 1 session on 1 device and 1 network GB",
        "2025-08-02 00:00 let postly act for it (publishing)",
        "2025-09-01 00:00 was told of: Forbidden name; this was taken back",
        "2025-12-30 00:00 was active for the last time",
    }
    assert any(e["kind"] == "finding" and "looks like the return of river_lee" in e["says"] for e in record["timeline"])


def test_a_closed_account_and_an_institution_s_are_told_too(told):
    assert "2025-06-01 00:00 was closed, on the ground of the platform's terms, for: Coordination" in sentences(
        told["old"].record
    )
    assert sentences(told["calm"].record) >= {
        "2021-01-01 00:00 was the official account of Reading Society",
        "2021-01-01 00:00 Ada North held the office of Reading Society",
        "2024-01-01 00:00 credential in law by Bar Council: valid",
        "2025-01-01 00:00 real-name check by desk: passed, adult",
        "2024-01-01 00:00 must stay as it is: what it said must stay readable",
    }


def test_what_speaks_for_an_account_holds_at_that_time_only(told):
    assert {f["says"] for f in told["calm"].record["favour"]} >= {
        "It was 2,192 days old when the first of this began.",
        "It passed the real-name check by desk, valid until 2027-01-01.",
        "It holds a valid credential in law, issued by Bar Council.",
        "It is the official account of Reading Society.",
        "It must stay as it is: what it said must stay readable.",
    }
    assert not any("age check" in f["says"] for f in told["calm"].record["favour"])
    assert "Of its 1 phone token, 1 is used by no other account." in {f["says"] for f in told["new"].record["favour"]}


def test_a_finding_comes_with_what_could_make_it_innocent_and_what_would_change_the_proposal(told):
    (finding,) = told["new"].record["findings"]
    assert finding["detector"] == "returning_account"
    assert finding["mistakes"]
    assert set(finding["lacks"]).isdisjoint(finding["classes"])
    asked = dict(finding["changes"])
    assert asked["without"]["after"] == {"action": "none", "review": False, "rule": None}
    (proposal,) = told["new"].record["proposals"]
    assert asked["without"]["before"]["action"] == proposal["action"] != "none"
    assert [m["account_id"] for m in told["old"].record["mentions"]] == ["new"]


def test_nothing_found_is_said_so(told):
    assert told["calm"].record["findings"] == told["calm"].record["proposals"] == []
    assert "Nothing was found about this account" in told["calm"].page


def test_a_handle_names_its_account_and_a_scan_is_made_where_none_is_named(folder):
    record = explain(folder, "river_lee2").record
    assert record["account"]["account_id"] == "new"
    assert {f["detector"] for f in record["findings"]} >= {"returning_account"}


def test_an_unknown_account_and_a_scan_of_another_time_are_refused(folder, scanned, tmp_path):
    with pytest.raises(InputError, match="no account has the id or the handle nobody"):
        explain(folder, "nobody", scan=scanned)
    scan(folder, tmp_path / "later", detectors=["dormant"], as_of=pq.read_table(folder / "accounts.parquet")["last_active_at"][2].as_py())  # fmt: skip
    with pytest.raises(InputError, match="is a scan of world as of 2025-12-31"):
        explain(folder, "new", scan=tmp_path / "later")


def test_the_picture_has_a_line_for_each_kind_and_stays_within_its_frame():
    events = [
        {"at": 0, "until": 50, "kind": "finding", "table": "findings"},
        {"at": 100, "until": None, "kind": "signed_up", "table": "accounts"},
        {"at": 40, "until": 45, "kind": "row", "table": "a_new_table"},
        {"at": 200, "until": None, "kind": "hold", "table": "holds"},
    ]
    assert [(made.name, made.dots, made.bars, made.many) for made in lanes(events, 0, 100)] == [
        ("accounts", f"M{WIDE} 7h0", "", 1),
        ("other", "M240 7h0", "", 1),
        ("finding", "", "M0.0 7H300.0", 1),
    ]


def test_the_command_prints_it_and_writes_json_and_a_page(folder, scanned, tmp_path):
    page = tmp_path / "page.html"
    line = [PROGRAM, "explain", str(folder), "new", "--scan", str(scanned), "--page", str(page)]
    said = subprocess.run(line, capture_output=True, text=True, check=True).stdout
    assert "looks like the return of river_lee" in said
    assert "could be innocent: " in said
    assert "without this finding: " in said
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    told = json.loads(subprocess.run([*line, "--json"], capture_output=True, text=True, check=True).stdout)
    assert told["account"]["handle"] == "river_lee2"
