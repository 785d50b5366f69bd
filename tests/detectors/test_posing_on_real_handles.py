import csv
import gzip
from datetime import UTC, datetime

import pyarrow as pa
import pytest

from aboveboard.detectors.posing_name import POSING_NAME
from aboveboard.engines.base import run
from aboveboard.tables import Source, World

pytestmark = pytest.mark.real


def public_bodies(folder):
    with (folder / "names/us_dotgov/current-full.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = [[r["Organization name"], *filter(None, [r["Suborganization name"]])] for r in rows]
    return [(first, [*others, r["Domain name"]]) for (first, *others), r in zip(names, rows, strict=True)]


def companies(folder):
    with (folder / "names/cn_ashare_companies/stock_basic.csv").open(encoding="utf-8") as file:
        return [(r["name"], []) for r in csv.DictReader(file)]


def world(handles, organisations):
    names, aliases = zip(*organisations, strict=True)
    tables = {
        "accounts": pa.table({"account_id": [f"a{i}" for i in range(len(handles))], "handle": handles}),
        "organisations": pa.table(
            {"org_id": [f"o{i}" for i in range(len(names))], "name": names, "aliases": pa.array(aliases)}
        ),
    }
    sources = {n: Source(t.num_rows, frozenset(t.column_names), memory=t) for n, t in tables.items()}
    return World(sources, datetime(2026, 1, 1, tzinfo=UTC))


def test_real_handles_are_hardly_ever_taken_for_public_bodies_or_companies(real_data, duck):
    with gzip.open(real_data / "names/npm_usernames/usernames.txt.gz", "rt", encoding="utf-8") as file:
        handles = file.read().split()
    organisations = public_bodies(real_data) + companies(real_data)
    assert len(handles) > 190_000
    assert len(organisations) > 20_000
    found = run(POSING_NAME, duck, world(handles, organisations))
    assert found.num_rows <= len(handles) / 1000
    assert "likely" not in found.column("tier").to_pylist()
