"""Names a letter, a word or a joke away from an organisation's are left alone, but for the few that nothing tells from a slip."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hard_negatives import CLUSTERS, handles, shown

from aboveboard.app.scanning import scan

NAMES = [*((None, n) for n in shown()), *((h, None) for h in handles())]
MOST = 0.045
"""Of names chosen to be one letter away: Marie for Mairie, Claudport for Cloudport. All are possible only, never likely."""


@pytest.fixture(scope="module")
def accused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Scan a world of them; return the names that were taken for an impostor's, and the tier."""
    world: Path = tmp_path_factory.mktemp("hard") / "world"
    world.mkdir()
    orgs = {"org_id": [f"o{n}" for n in range(len(CLUSTERS))], "name": [c.name for c in CLUSTERS]}
    aliases = pa.array([c.aliases for c in CLUSTERS], pa.list_(pa.string()))
    pq.write_table(pa.table({**orgs, "aliases": aliases}), world / "organisations.parquet")
    accounts = {
        "account_id": [f"a{n}" for n in range(len(NAMES))],
        "handle": [h or f"u{n * 7919 % 999983:06d}x" for n, (h, _) in enumerate(NAMES)],
        "display_name": pa.array([d for _, d in NAMES], pa.string()),
        "created_at": pa.array([datetime(2025, 1, 1, tzinfo=UTC)] * len(NAMES)),
    }
    pq.write_table(pa.table(accounts), world / "accounts.parquet")
    scan(world, world.parent / "out", detectors=["posing_name"])
    found = pq.read_table(world.parent / "out" / "findings.parquet")
    return {
        next(filter(None, NAMES[int(a[1:])][::-1])): t
        for a, t in zip(found["account_id"].to_pylist(), found["tier"].to_pylist(), strict=True)
    }


def test_there_are_some_hundreds_in_many_scripts():
    assert len(NAMES) >= 500
    assert len(CLUSTERS) >= 60


def test_few_are_accused_and_none_is_likely(accused):
    assert len(accused) <= MOST * len(NAMES), accused
    assert set(accused.values()) <= {"possible"}


@pytest.mark.parametrize(
    "name",
    [
        "Northgate Band",
        "Meridian Past",
        "Library",
        "Tidewater Crust",
        "Maple Loaf Telecom",
        "우리항공",
        "가온시청",
        "龙泉时报",
        "云海银行",
        "Northgate Bank Memes",
        "Кедровый парк",
    ],
)
def test_words_branches_neighbours_and_jokes_are_silent(accused, name):
    assert name not in accused
