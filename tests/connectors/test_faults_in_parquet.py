"""Parquet that could be used where it lies, but for one cell: every sort of fault is seen, and costs its row only."""

from __future__ import annotations

from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

AT = datetime(2024, 5, 1, tzinfo=UTC)
GOOD = {"account_id": "a1", "at": AT, "verb": "like", "object_id": "o1", "amount": 1.5}
SCHEMA = pa.schema({
    "account_id": pa.string(), "at": pa.timestamp("us", "UTC"), "verb": pa.string(), "object_id": pa.string(), "amount": pa.float64(),
})  # fmt: skip
FAR = 400_000 * 366 * 86_400 * 1_000_000 // 10

FAULTS = [
    ("account_id", None, "required cell is empty"),
    ("account_id", "", "required cell is empty"),
    ("at", None, "required cell is empty"),
    ("at", FAR, "time out of range"),
    ("verb", None, "required cell is empty"),
    ("verb", "dance", "not one of "),
    ("object_id", "o\0one", "NUL byte"),
    ("object_id", "o" * 1_000_001, "cell above 1,000,000 bytes"),
    ("amount", float("inf"), "not a finite number"),
    ("amount", float("nan"), "not a finite number"),
]


@pytest.mark.parametrize(("column", "value", "reason"), FAULTS)
def test_one_bad_cell_is_seen(bench, column, value, reason):
    rows = [
        GOOD,
        GOOD | {column: value, "object_id": value if column == "object_id" else "o2"},
        GOOD | {"object_id": "o3"},
    ]
    table = pa.table({c: pa.array([r[c] for r in rows], SCHEMA.field(c).type) for c in SCHEMA.names})
    pq.write_table(table, bench.world / "actions.parquet")
    found = bench.reasons(as_of=AT)
    assert [(file, row, of) for file, row, of, _ in found] == [("actions.parquet", 2, column)]
    assert found[0][3].startswith(reason)
    assert bench.read(as_of=AT).sources["actions"].rows == 2


def test_the_same_without_a_bad_cell_is_used_where_it_lies(bench):
    path = bench.world / "actions.parquet"
    pq.write_table(pa.Table.from_pylist([GOOD, GOOD | {"object_id": "o3", "amount": None}], SCHEMA), path)
    assert bench.read(as_of=AT).sources["actions"].files == (path,)
