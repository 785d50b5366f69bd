"""The profile model on generated worlds, which it has not learned from: shells stand out, quiet people do not."""

import pyarrow.parquet as pq
import pytest

from aboveboard.connectors.files import read_world
from aboveboard.detectors.machine_account import MACHINE_ACCOUNT
from aboveboard.engines.base import run
from aboveboard.engines.duck import DuckEngine
from aboveboard.engines.finish import finish
from aboveboard.worlds import make_world

SIZE = 6000


def scanned(folder, only):
    """Return who is claimed, at which tier, and who was planted."""
    make_world(folder / "w", SIZE, 41, only)
    engine = DuckEngine(threads=1)
    found = finish(MACHINE_ACCOUNT, run(MACHINE_ACCOUNT, engine, read_world(folder / "w", staging=folder / "read")))
    engine.close()
    labels = pq.read_table(folder / "w" / "labels.parquet").to_pylist()
    planted = {r["account_id"] for r in labels if r["violation"] == "fake_follower" and r["value"]}
    claimed = {r["account_id"]: r["tier"] for r in found.to_pylist() if r["tier"] != "inconclusive"}
    return claimed, planted


@pytest.fixture(scope="module")
def bought(tmp_path_factory):
    return scanned(tmp_path_factory.mktemp("bought"), ("fake_follower",))


def test_the_hollowest_of_the_bought_followers_are_found(bought):
    claimed, planted = bought
    assert len(planted & claimed.keys()) >= len(planted) / 10


def test_nobody_else_is_likely_and_hardly_anybody_possible(bought):
    claimed, planted = bought
    others = [tier for account, tier in claimed.items() if account not in planted]
    assert "likely" not in others
    assert len(others) <= 0.001 * SIZE


def test_among_innocents_nobody_is_likely_and_hardly_anybody_possible(tmp_path):
    claimed, _ = scanned(tmp_path, ("none",))
    assert "likely" not in claimed.values()
    assert len(claimed) <= 0.001 * SIZE
