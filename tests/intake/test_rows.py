"""A row is kept as it is or refused with one sentence; what it says is never repeated in the sentence."""

import json
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.errors import InputError
from aboveboard.intake import read
from aboveboard.tables import TABLES

AT = datetime(2026, 3, 1, tzinfo=UTC)
LIKE = {"account_id": "a1", "at": "2026-02-01T00:00:00Z", "verb": "like", "object_id": "o1"}


def rows(*given):
    return [msgspec.Raw(json.dumps(row).encode()) for row in given]


def test_a_row_of_every_table_can_be_handed_in_but_of_labels():
    for name, table in TABLES.items():
        row = {c.name: _example(c) for c in table.columns}
        if name == "labels":
            with pytest.raises(InputError, match="no table of that name"):
                read(name, rows(row), AT)
        else:
            kept, refused = read(name, rows(row), AT)
            assert (len(kept), refused) == (1, []), name


def _example(column):
    if column.choices:
        return column.choices[0]
    return {"string": "x", "int": 3, "float": 0.5, "bool": True, "time": "2026-01-01T00:00:00Z", "date": "2026-01-01", "list": ["x"]}[column.type]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ({"account_id": "a1"}, "", "missing required field `handle`"),
        ({"account_id": "a1", "handle": 3}, "handle", "Expected `str`"),
        ({"account_id": "a1", "handle": "h", "kind": "+4915112345678"}, "kind", "none of the values"),
        ({"account_id": "a1", "handle": "h", "phone": "+4915112345678"}, "", "unknown field `phone`"),
        ({"account_id": " ", "handle": "h"}, "account_id", "empty"),
        ({"account_id": "a\x00", "handle": "h"}, "account_id", "null"),
        ({"account_id": "a1", "handle": "h", "created_at": "2026-01-01T00:00:00"}, "created_at", "zone"),
        ({"account_id": "a1", "handle": "h", "created_at": "2030-01-01T00:00:00Z"}, "created_at", "future"),
        ({"account_id": "a1", "handle": "h" * 70_000}, "", "bytes"),
        (["a1"], "", "Expected `object`"),
    ],
)
def test_a_row_that_cannot_be_kept_is_named_with_its_place_column_and_reason(row, column, reason):
    good = {"account_id": "a2", "handle": "h"}
    kept, refused = read("accounts", rows(good, row, good), AT)
    assert [(r.place, r.column) for r in refused] == [(1, column)]
    assert reason in refused[0].reason
    assert "4915112345678" not in refused[0].reason
    assert len(kept) == 2


def test_a_plan_may_lie_in_the_future():
    kept, refused = read(
        "accounts", rows({"account_id": "a", "handle": "h", "barred_until": "2031-01-01T00:00:00Z"}), AT
    )
    assert len(kept) == 1
    assert refused == []


def test_the_same_row_has_the_same_id_whatever_the_order_of_its_columns_and_when_it_comes():
    backwards = dict(reversed(LIKE.items()))
    first, _ = read("actions", rows(LIKE), AT)
    again, _ = read("actions", rows(backwards), AT.replace(month=4))
    assert first == again


def test_two_equal_rows_of_a_batch_are_two_events_where_rows_may_repeat_and_one_where_the_table_has_a_key():
    likes, _ = read("actions", rows(LIKE, LIKE), AT)
    assert len({f.id for f in likes}) == 2
    accounts, _ = read("accounts", rows(*[{"account_id": "a", "handle": "h"}] * 2), AT)
    assert len({f.id for f in accounts}) == 1


@given(st.lists(st.recursive(st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x), max_leaves=8), max_size=6), st.sampled_from(sorted(set(TABLES) - {"labels"})))  # fmt: skip
def test_whatever_comes_each_row_is_kept_or_refused_and_nothing_is_lost(given_rows, table):
    kept, refused = read(table, rows(*given_rows), AT)
    assert len(kept) + len(refused) == len(given_rows)
