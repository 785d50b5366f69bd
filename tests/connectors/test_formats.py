"""Each format reads back what was written, and canonical parquet is not copied."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aboveboard.connectors.files import read_world
from aboveboard.tables import TABLES

AS_OF = datetime(2024, 6, 1, tzinfo=UTC)
FIRST, LAST = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)  # noqa: DTZ001  (hypothesis adds the zone)

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
CELLS = {
    "string": TEXT,
    "int": st.integers(-(2**63), 2**63 - 1),
    "float": st.floats(allow_nan=False, allow_infinity=False),
    "bool": st.booleans(),
    "time": st.datetimes(FIRST, LAST, timezones=st.just(UTC)),
    "date": st.dates(date(1, 1, 1)),
    "list": st.lists(TEXT, max_size=3),
}


def _row(table):
    cells = {
        c.name: (
            (st.sampled_from(c.choices) if c.choices else CELLS[c.type])
            if c.required or c.name == "period"
            else st.none() | (st.sampled_from(c.choices) if c.choices else CELLS[c.type])
        )
        for c in table.columns
    }
    return st.fixed_dictionaries(cells)


@st.composite
def tables(draw):
    table = TABLES[draw(st.sampled_from(sorted(TABLES)))]
    unique = (lambda r: tuple(r[k] for k in table.key)) if table.key else None
    return table, draw(st.lists(_row(table), min_size=1, max_size=5, unique_by=unique))


def _text(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return json.dumps(value) if isinstance(value, list) else value


def _csv(table, rows):
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [c.name for c in table.columns])
    writer.writeheader()
    writer.writerows({k: _text(v) for k, v in r.items()} for r in rows)
    return out.getvalue().encode()


def _ndjson(_table, rows):
    shaped = ({k: v if isinstance(v, list | int) else _text(v) for k, v in r.items()} for r in rows)
    return "".join(json.dumps(r) + "\n" for r in shaped).encode()


def _parquet(table, rows):
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, table.schema), sink)
    return sink.getvalue()


WRITERS = {
    "csv": _csv,
    "csv.gz": lambda t, r: gzip.compress(_csv(t, r)),
    "ndjson": _ndjson,
    "ndjson.gz": lambda t, r: gzip.compress(_ndjson(t, r)),
    "parquet": _parquet,
}


@pytest.mark.parametrize("ending", WRITERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=tables())
def test_any_table_reads_back_equal(ending, made):
    table, rows = made
    with tempfile.TemporaryDirectory() as folder:
        world, staging = Path(folder, "world"), Path(folder, "staging")
        world.mkdir()
        (world / f"{table.name}.{ending}").write_bytes(WRITERS[ending](table, rows))
        found = read_world(world, staging=staging, as_of=AS_OF)
        source = found.sources[table.name]
        read = pa.concat_tables([pq.read_table(f) for f in source.files]).select([c.name for c in table.columns])
    assert found.rejected == {}
    assert source.rows == len(rows)
    assert read.cast(table.schema).to_pylist() == rows


def accounts(**more):
    return pa.table({"account_id": ["a1", "a2"], "handle": ["ann", "bob"], **more})


def test_canonical_parquet_is_used_where_it_lies(bench):
    path = bench.world / "accounts.parquet"
    pq.write_table(accounts(followers=pa.array([1, 2], pa.int32())), path)
    assert bench.read(as_of=AS_OF).sources["accounts"].files == (path,)
    assert list(bench.staging.iterdir()) == []


def test_parts_of_a_folder_are_one_table_used_where_they_lie(bench):
    (bench.world / "accounts").mkdir()
    paths = [bench.world / "accounts" / f"part-{i}.parquet" for i in range(3)]
    for i, path in enumerate(paths):
        pq.write_table(pa.table({"account_id": [f"a{i}"], "handle": ["x"]}), path)
    source = bench.read(as_of=AS_OF).sources["accounts"]
    assert (source.rows, source.files) == (3, tuple(paths))


def test_a_fault_in_one_part_names_the_part(bench):
    (bench.world / "accounts").mkdir()
    pq.write_table(pa.table({"account_id": ["a"], "handle": ["x"]}), bench.world / "accounts" / "p0.parquet")
    pq.write_table(pa.table({"account_id": ["b", "a"], "handle": ["y", "x"]}), bench.world / "accounts" / "p1.parquet")
    assert bench.reasons(as_of=AS_OF) == [
        ("accounts/p1.parquet", 2, "account_id", "duplicate key account_id; the first row is kept")
    ]


def test_parts_of_different_shapes_are_brought_to_one(bench):
    (bench.world / "accounts").mkdir()
    pq.write_table(pa.table({"account_id": [1], "handle": ["x"]}), bench.world / "accounts" / "p0.parquet")
    pq.write_table(
        pa.table({"account_id": ["b"], "handle": ["y"], "bio": ["z"]}), bench.world / "accounts" / "p1.parquet"
    )
    source = bench.read(as_of=AS_OF).sources["accounts"]
    assert pq.read_table(source.files[0]).to_pylist() == [
        {"account_id": "1", "handle": "x", "bio": None},
        {"account_id": "b", "handle": "y", "bio": "z"},
    ]


def test_whole_floats_become_ids_and_counts(bench):
    table = pa.table({"account_id": [7.0, 8.5], "handle": ["ann", "bob"], "followers": [3.0, 4.0]})
    pq.write_table(table, bench.world / "accounts.parquet")
    source = bench.read(as_of=AS_OF).sources["accounts"]
    assert pq.read_table(source.files[0]).to_pylist() == [{"account_id": "7", "handle": "ann", "followers": 3}]
    assert bench.rejected[0]["reason"] == "a fraction where text is due"


def test_columns_that_hold_nothing_and_so_have_no_type_are_as_good_as_absent(bench):
    nothing = {c: pa.nulls(1) for c in ("bio", "created_at", "followers", "status")}
    pq.write_table(pa.table({"account_id": ["a"], "handle": ["ann"], **nothing}), bench.world / "accounts.parquet")
    source = bench.read(as_of=AS_OF).sources["accounts"]
    assert source.rows == 1
    assert not source.columns & set(nothing)


def test_a_required_column_that_holds_nothing_is_a_fault(bench):
    pq.write_table(pa.table({"account_id": ["a"], "handle": pa.nulls(1)}), bench.world / "accounts.parquet")
    assert "handle" in bench.faults(as_of=AS_OF)[0]


def test_a_path_that_looks_like_a_pattern_is_taken_by_its_letters(tmp_path):
    world = tmp_path / "w[1]*"
    world.mkdir()
    pq.write_table(accounts(), world / "accounts.parquet")
    (world / "posts.csv").write_text("post_id,account_id,at\np1,a1,2024-01-01T00:00:00Z\n")
    found = read_world(world, staging=tmp_path / "staging")
    assert {n: s.rows for n, s in found.sources.items()} == {"accounts": 2, "posts": 1}


def test_tabs_jsonl_and_a_byte_order_mark_are_understood(bench):
    bench.write("accounts.tsv", "\ufeffaccount_id\thandle\na1\tann, the first\n")
    bench.write("organisations.jsonl", '{"org_id": 1, "name": "City", "aliases": ["Town", "Hall"]}\n')
    bench.write("official_accounts.csv", "\ufefforg_id,account_id\r\n1,a1\r\n")
    world = bench.read(as_of=AS_OF)
    assert {n: s.rows for n, s in world.sources.items()} == {
        "accounts": 1,
        "organisations": 1,
        "official_accounts": 1,
    }


def test_lists_in_csv_are_json_or_split_at_semicolons(bench):
    bench.write("organisations.csv", 'org_id,name,aliases\n1,a,"[""x; y"", ""z""]"\n2,b,x; y;\n3,c,\n4,d,[broken\n')
    world = bench.read(as_of=AS_OF)
    found = pq.read_table(world.sources["organisations"].files[0])["aliases"].to_pylist()
    assert found == [["x; y", "z"], ["x", "y"], None]
    assert bench.rejected[0]["reason"] == "not a list; write a JSON array of texts, or ; between values"


@pytest.mark.parametrize("word", ["true", "T", "1", "Yes", "y"])
def test_yes_is_written_in_many_ways(bench, word):
    bench.write("labels.csv", f"violation,value\nzombie,{word}\nzombie,no\nzombie,maybe\n")
    world = bench.read(as_of=AS_OF)
    assert pq.read_table(world.sources["labels"].files[0])["value"].to_pylist() == [True, False]
    assert bench.rejected[0]["reason"] == "neither true nor false"


def test_only_the_named_tables_are_read(bench):
    bench.write("accounts.csv", "account_id,handle\na1,ann\n")
    bench.write("posts.csv", b"")
    assert set(bench.read(as_of=AS_OF, only={"accounts"}).sources) == {"accounts"}


def test_progress_is_told_table_by_table(bench):
    bench.write("accounts.csv", "account_id,handle\na1,ann\n")
    told = []
    bench.read(as_of=AS_OF, progress=lambda *step: told.append(step))
    assert told == [("reading accounts", 0, 1), ("reading", 1, 1)]


def test_a_header_without_rows_is_an_empty_table(bench):
    bench.write("accounts.csv", "account_id,handle\n")
    source = bench.read(as_of=AS_OF).sources["accounts"]
    assert (source.rows, source.columns) == (0, {"account_id", "handle"})
