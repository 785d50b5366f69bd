"""What was handed in to the service is found by a scan as it would be in the files it came from."""

from datetime import UTC, datetime

import pyarrow.parquet as pq
import pytest

from aboveboard.app import make_world, scan
from aboveboard.app.filling import fill
from aboveboard.errors import InputError
from aboveboard.intake import write_world
from aboveboard.store import open_store, verify

AT = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    """The way in is the same on both stores, and the intake has its tests; one is enough here."""
    opened = open_store(tmp_path / "data")
    yield opened
    opened.close()


def test_a_world_that_went_through_the_service_is_judged_alike_to_the_byte(store, tmp_path):
    make_world(tmp_path / "world", 300, seed=3)
    rows = fill(store, tmp_path / "world", AT)
    assert fill(store, tmp_path / "world", AT) == rows
    (tmp_path / "kept").mkdir()
    assert write_world(store, tmp_path / "kept") == {n: c for n, c in rows.items() if c}
    chosen = ["coaction_ring", "dormant", "account_trade"]
    for name in ("world", "kept"):
        scan(tmp_path / name, tmp_path / f"{name}-found", detectors=chosen, as_of=AT)
    before, after = (pq.read_table(tmp_path / f"{n}-found" / "findings.parquet") for n in ("world", "kept"))
    assert before.num_rows > 0
    assert before.equals(after)
    assert verify(store).breaks == ()


def test_a_world_that_is_none_is_refused_in_one_line(store, tmp_path):
    with pytest.raises(InputError):
        fill(store, tmp_path / "nowhere", AT)
