"""Approximate look-up: everything within two edits is found, nothing else, and nothing is lost by adding, removing or saving."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from aboveboard.errors import InputError
from aboveboard.names.index import Index

words = st.lists(st.text("ab人民日曰", min_size=1, max_size=14), min_size=1, max_size=25, unique=True)


def strings(values):
    return pa.array(values, pa.string())


def found(index, keys, distance=2):
    table = index.search(strings(keys), distance)
    return {(r["row"], r["id"], r["distance"]) for r in table.to_pylist()}


def expected(keys, entries, distance):
    near = ((i, e, OSA.distance(k, e)) for i, k in enumerate(keys) for e in entries)
    return {(i, e, d) for i, e, d in near if d <= distance}


@given(words, words, st.integers(0, 2))
@settings(max_examples=150, deadline=None)
def test_it_finds_exactly_what_is_within_the_distance(keys, entries, distance):
    assert found(Index.build(strings(entries), strings(entries)), keys, distance) == expected(keys, entries, distance)


@given(words, words, words)
@settings(max_examples=60, deadline=None)
def test_entries_added_and_removed_are_there_and_gone(first, second, gone):
    index = Index.build(strings(first), strings(first))
    index.add(strings(second), strings(second))
    index.remove(strings(gone))
    stay = ({*first} | {*second}) - {*gone}
    assert found(index, first + second) == expected(first + second, stay, 2)
    assert len(index) == len(stay)


def test_a_replaced_entry_has_its_new_name_only():
    index = Index.build(strings(["paypal"]), strings(["o1"]))
    for n in range(6):
        index.add(strings([f"harbour{n}"]), strings(["o1"]))
    assert index.check("paypal") == []
    assert index.check("harbour5", 0) == [("o1", "harbour5", 0)]
    assert len(index) == 1


def test_a_saved_index_answers_the_same_from_disk(tmp_path):
    index = Index.build(strings(["人民日报", "paypal", None, ""]), strings(["o1", "o2", "o3", "o4"]))
    index.add(strings(["amazon"]), strings(["o5"]))
    index.remove(strings(["o2"]))
    index.save(tmp_path / "names")
    opened = Index.open(tmp_path / "names")
    assert opened.check("人民曰报") == index.check("人民曰报") == [("o1", "人民日报", 1)]
    assert opened.check("paypal") == []
    assert opened.check("amazn") == [("o5", "amazon", 1)]
    opened.add(strings(["paypal"]), strings(["o2"]))
    assert opened.check("paypal", 0) == [("o2", "paypal", 0)]


def test_a_damaged_index_is_one_clear_error(tmp_path):
    Index.build(strings(["paypal"]), strings(["o1"])).save(tmp_path / "names")
    (tmp_path / "names" / "0" / "entries.npy").write_bytes(b"nothing")
    with pytest.raises(InputError, match="not a name index that can be read"):
        Index.open(tmp_path / "names")
    with pytest.raises(InputError, match="not a name index"):
        Index.open(tmp_path / "nowhere")


def test_an_empty_index_and_an_impossible_distance():
    assert Index.build(strings([]), strings([])).check("paypal") == []
    with pytest.raises(InputError, match="0 to 2 edits, not 3"):
        Index.build(strings([]), strings([])).search(strings(["paypal"]), 3)
