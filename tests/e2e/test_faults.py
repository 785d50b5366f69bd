"""Kills at every step: whatever was being done is done whole or not at all, and doing it again does it once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from aboveboard.store import Ledger, verify
from aboveboard.store.intake_tables import FACTS


@pytest.fixture(scope="module")
def killer():
    """Ask for a deed on a store, and for death at one of its steps."""
    script = Path(__file__).with_name("fault_steps.py")

    def ask(address, deed, step=0, **given):
        request = {"address": address, "deed": deed, "step": step, "given": given}
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    with subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield ask


def everywhere(killer, address, deed, kills, **given):
    """Do a deed to the end again and again, killed at a later step each time, until one is not killed; return how often it was."""
    for step in range(1, 200):
        told = killer(address, deed, step, **given)
        if "killed" not in told:
            assert "error" not in told, told["error"]
            kills.append(step - 1)
            return told["done"]
    raise AssertionError("it never came to its end")


def counted(store, table):
    with store.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar()


def test_rows_taken_in_are_kept_once_wherever_the_service_is_killed(killer, store, address):
    kills = []
    for number in range(2):
        assert everywhere(killer, address, "take_in", kills, number=number) == [1, 2]
        assert killer(address, "take_in", number=number)["done"] == [1, 2]
    assert sum(kills) >= 20
    assert counted(store, FACTS) == 2 * 3
    assert [e.kind for e in Ledger(store).of_stream("accounts")] == ["registered", "admitted"] * 2
    assert verify(store).breaks == ()
