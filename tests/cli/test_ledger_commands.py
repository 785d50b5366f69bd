"""The commands of the ledger, as an operator types them."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from aboveboard.store import Ledger, New, open_store

PROGRAM = str(Path(sys.executable).parent / "aboveboard")


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.delenv("ABOVEBOARD_DATABASE_URL", raising=False)
    monkeypatch.delenv("ABOVEBOARD_LEDGER_KEY", raising=False)
    store = open_store(tmp_path / "data")
    Ledger(store).append("events", [New("seen", f"a{n}", {"n": n}) for n in range(3)], datetime(2026, 1, 1, tzinfo=UTC))
    store.close()
    return tmp_path / "data"


def run(*words):
    return subprocess.run([PROGRAM, "ledger", *map(str, words)], capture_output=True, text=True, check=False)


def test_a_whole_ledger_verifies_against_a_checkpoint_kept_elsewhere(data, tmp_path):
    made = run("checkpoint", "--data", data, "--out", tmp_path / "kept.json")
    key = made.stdout.split()[-1]
    told = run("verify", "--data", data, "--checkpoint", tmp_path / "kept.json", "--key", key)
    assert (told.returncode, told.stdout.split("\n")[-2]) == (0, "whole")


def test_an_edited_ledger_is_named_with_its_place_and_the_exit_says_so(data):
    store = open_store(data)
    with store.writing() as connection:
        for name in (
            connection.execute(sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        ):
            connection.execute(sa.text(f"DROP TRIGGER {name}"))
        connection.execute(sa.text("UPDATE entries SET subject = 'a7' WHERE number = 2"))
    store.close()
    told = run("verify", "--data", data)
    assert told.returncode == 1
    assert "stream events, entry 2: entry 2 is not what was written down" in told.stderr
    assert json.loads(run("verify", "--data", data, "--json").stdout)["breaks"][0]["number"] == 2


def test_entries_are_printed_a_line_each_and_a_role_gets_its_sql(data):
    told = [json.loads(line) for line in run("entries", "--data", data, "--subject", "a1").stdout.splitlines()]
    assert [(e["number"], e["body"]) for e in told] == [(2, {"n": 1})]
    assert "GRANT SELECT, INSERT ON entries TO service;" in run("role", "service").stdout
    assert run("role", "x;y").returncode == 2


def test_a_file_that_is_no_checkpoint_is_one_clear_error(data, tmp_path):
    (tmp_path / "none.json").write_text("{}")
    told = run("verify", "--data", data, "--checkpoint", tmp_path / "none.json")
    assert told.returncode == 2
    assert told.stderr.startswith("error: this is no checkpoint")
