import csv
import gzip
from datetime import UTC, datetime

import pyarrow as pa
import pytest

from aboveboard.detectors.prohibited_profile import PROHIBITED_PROFILE
from aboveboard.engines.base import run
from aboveboard.tables import Source, World

pytestmark = pytest.mark.real


def harsh_terms(folder):
    """English words that their raters call surely offensive, matched as words: many are also surnames."""
    with (folder / "marketing/cuss/terms.csv").open(encoding="utf-8") as file:
        return [r["term"] for r in csv.DictReader(file) if r["language"] == "en" and r["rating"] == "2"]


def chinese_terms(folder):
    return [t for t in (folder / "marketing/ldnoobw/zh").read_text("utf-8").split("\n") if t]


def found(duck, column, names, terms):
    accounts = {"account_id": [f"a{n}" for n in range(len(names))], "handle": names, column: names}
    tables = {
        "accounts": pa.table(accounts),
        "protected_terms": pa.table({"term": terms, "list": ["harsh"] * len(terms)}),
    }
    sources = {n: Source(t.num_rows, frozenset(t.column_names), memory=t) for n, t in tables.items()}
    return run(PROHIBITED_PROFILE, duck, World(sources, datetime(2026, 1, 1, tzinfo=UTC)))


def test_a_harsh_list_flags_hardly_any_real_handle(real_data, duck):
    with gzip.open(real_data / "names/npm_usernames/usernames.txt.gz", "rt", encoding="utf-8") as file:
        handles = file.read().split()
    flagged = found(duck, "handle", handles, harsh_terms(real_data))
    assert len(handles) > 190_000
    assert 0 < flagged.num_rows <= len(handles) / 2000
    assert set(flagged.column("tier").to_pylist()) == {"possible"}


def test_a_chinese_list_flags_no_real_company(real_data, duck):
    with (real_data / "names/cn_ashare_companies/stock_basic.csv").open(encoding="utf-8") as file:
        companies = [r["name"] for r in csv.DictReader(file)]
    assert len(companies) > 3_600
    assert found(duck, "display_name", companies, chinese_terms(real_data)).num_rows <= len(companies) / 1000
