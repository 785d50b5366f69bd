"""Detectors side by side find what they find one after the other, and what fails in one lane is told as ever."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from aboveboard.app.choosing import choose
from aboveboard.app.looking import look
from aboveboard.connectors.files import read_world
from aboveboard.detector import Derived, Rows, Sql
from aboveboard.engines.duck import DuckEngine
from aboveboard.errors import DetectorError
from aboveboard.tables import Source, World
from aboveboard.worlds import make_world

NAMES = "posing_name,returning_account,registration_burst,coaction_ring,copied_text,follower_batch,dormant,closed_institution"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("looking")
    make_world(folder / "world", 1500, seed=11)
    return read_world(folder / "world", staging=folder / "staging")


@pytest.fixture
def two():
    engine = DuckEngine(threads=2)
    yield engine
    engine.close()


def test_two_lanes_find_the_same_and_say_what_each_detector_cost(world, duck, two):
    told = []
    alone = look(world, duck, choose(NAMES.split(",")), lanes=1)
    beside = look(world, two, choose(NAMES.split(",")), lambda *step: told.append(step), lanes=2)
    assert list(beside.findings) == list(alone.findings)
    assert all(beside.findings[name].equals(alone.findings[name]) for name in alone.findings)
    assert sum(table.num_rows for table in alone.findings.values()) > 50
    assert beside.skipped == alone.skipped
    assert beside.shared.keys() == alone.shared.keys()
    assert all(cost.seconds > 0 and cost.peak_mb > 0 for cost in beside.costs.values())
    assert told[-1] == ("looking", told[-1][2], told[-1][2])
    assert {"looking with dormant", "looking at folded names"} <= {label for label, _, _ in told}


def test_a_small_world_takes_one_lane_and_a_large_one_what_the_engine_likes(monkeypatch, two):
    lanes = []
    monkeypatch.setattr("aboveboard.app.looking.side_by_side", lambda _, count, **__: lanes.append(count))
    for rows in (299_999, 300_000):
        look(World({"follows": Source(rows, frozenset())}, datetime(2025, 1, 1, tzinfo=UTC)), two, [])
    assert lanes == [1, 2]


ACROSS = ", ".join(f"accounts AS {name}" for name in "abcdefgh")
FOREVER = (
    f"SELECT max(lower(concat({', '.join(f'{name}.account_id' for name in 'abcdefgh')}))) AS account_id FROM {ACROSS}"
)


def unreadable(table):
    raise ValueError(f"{table.num_rows} rows cannot be read")


def test_a_fault_in_one_lane_is_told_with_its_step_and_stops_a_query_that_would_run_for_ever(world, two):
    columns, reads = {"account_id": "string"}, {"accounts": "account_id"}
    slow = Derived("slow", "a test", reads, (Sql("slow", FOREVER),), columns)
    bad = Derived("bad", "a test", reads, (Rows("bad", "accounts", unreadable, columns),), columns)
    whole = choose(["dormant"])[0]
    detector = replace(
        whole, reads={**whole.reads, "slow": "account_id", "bad": "account_id"}, derives=(*whole.derives, slow, bad)
    )
    with pytest.raises(DetectorError, match=r"bad, step bad, failed: .* rows cannot be read"):
        look(world, two, [detector], lanes=2)
