"""Groups are the same rows in the same order, whether their keys are looked for or sorted."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.engines import duck

KEYS = st.one_of(st.lists(st.integers(-3, 3), max_size=40), st.lists(st.sampled_from(["b", "a", "é"]), max_size=40))


@given(KEYS)
def test_few_keys_are_looked_for_as_they_would_be_sorted(keys):
    table = pa.table(
        {
            "key": pa.array(keys, pa.string() if keys and isinstance(keys[0], str) else pa.int64()),
            "row": range(len(keys)),
        }
    )
    sorted_ = list(duck._by_key(table.sort_by([("key", "ascending")]), ("key",)))
    assert [p.to_pylist() for p in duck._parts(table, ("key",))] == [p.to_pylist() for p in sorted_]


def test_many_keys_are_sorted_and_rows_without_one_are_a_group(monkeypatch):
    table = pa.table({"key": pa.array([2, None, 1, 2]), "row": range(4)})
    assert [p["row"].to_pylist() for p in duck._parts(table, ("key",))] == [[2], [0, 3], [1]]
    monkeypatch.setattr(duck, "_FEW", 1)
    assert [p["row"].to_pylist() for p in duck._parts(table.slice(2), ("key",))] == [[2], [3]]
