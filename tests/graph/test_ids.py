"""Ids get the numbers, and the order, that Arrow gives them, however many they are."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.graph import compiled, ids
from aboveboard.graph.ids import coded_ids, in_order

HEADS = ("", "a", "like p", "comment p0415510", "https://news.example/2025/12/", "\0", "a\0", "é人")
NAMES = st.builds("{}{}".format, st.sampled_from(HEADS), st.text(max_size=3) | st.integers(0, 9))


@pytest.fixture(autouse=True, scope="module")
def _by_loops():
    held = ids._MANY, ids._SLOTS, compiled._FEW
    ids._MANY, ids._SLOTS, compiled._FEW = 0, 256, 0
    yield
    ids._MANY, ids._SLOTS, compiled._FEW = held


def check(column):
    whole = column.combine_chunks().cast(pa.large_string())
    plain = whole.dictionary_encode()
    told, ordered = coded_ids(column), in_order(column)
    assert told.ids.equals(plain.dictionary)
    assert told.number.tolist() == pc.fill_null(plain.indices, -1).to_pylist()
    assert ordered.ids.to_pylist() == sorted(plain.dictionary.to_pylist(), key=lambda t: t.encode())
    assert pc.take(ordered.ids, pa.array(ordered.number, mask=ordered.number < 0)).equals(whole)


@given(st.lists(st.lists(st.none() | NAMES), min_size=1, max_size=3))
@settings(deadline=None)
def test_ids_of_any_letters_and_none_are_numbered_as_arrow_does(chunks):
    check(pa.chunked_array([pa.array(c, pa.string()) for c in chunks], pa.string()))


def test_a_table_grows_with_its_ids():
    drawn = np.random.default_rng(1).integers(0, 3000, 9000)
    check(pa.chunked_array([[f"a{n:07}" for n in drawn], [f"share with friends p{n}" for n in drawn]], pa.string()))


def test_there_may_be_no_ids():
    assert in_order(pa.chunked_array([], pa.string())).number.tolist() == []
