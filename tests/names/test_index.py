from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from aboveboard.errors import InputError
from aboveboard.names.index import Index

WORDS = st.lists(
    st.one_of(st.none(), st.text("ab张三李", max_size=13), st.text("abc", min_size=60, max_size=68)), max_size=30
)


def strings(values):
    return pa.array(values, pa.string())


def index_of(keys):
    return Index.build(strings(keys), strings([f"i{n}" for n in range(len(keys))]))


def rows(table):
    return [tuple(r.values()) for r in table.to_pylist()]


def brute(asked, keys, distance):
    found = []
    for row, one in enumerate(asked):
        for n, key in enumerate(keys):
            if one and key:
                far = OSA.distance(one[:64], key[:64])
                if far <= min(distance, len(key) // 3):
                    found.append((row, f"i{n}", key, far))
    return sorted(found, key=lambda f: (f[0], f[3], f[2], f[1]))


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS, st.integers(0, 2))
def test_finds_exactly_what_comparing_everything_finds(keys, asked, distance):
    assert rows(index_of(keys).search(strings(asked), distance)) == brute(asked, keys, distance)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.text("ab张三李", max_size=13))
def test_one_check_says_what_a_search_says(keys, key):
    index = index_of(keys)
    assert index.check(key) == [r[1:] for r in rows(index.search(strings([key])))]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 6), st.one_of(st.none(), st.text("abc", min_size=3, max_size=6))), max_size=14)
)
def test_added_and_removed_entries_are_as_if_built_anew(changes):
    index, now = index_of([]), {}
    for number, key in changes:
        name = f"i{number}"
        if key is None:
            index.remove(strings([name]))
            now.pop(name, None)
        else:
            index.add(strings([key]), strings([name]))
            now[name] = key
    built = Index.build(strings(list(now.values())), strings(list(now)))
    asked = strings(["abc", "aaaaaa", "cab"])
    assert rows(index.search(asked)) == rows(built.search(asked))
    assert len(index) == len(now)


def test_a_saved_index_answers_the_same_and_can_still_change(tmp_path):
    index = index_of(["anna bell", "人民日报社", "", None, "anna bell"])
    index.add(strings(["otto karl"]), strings(["new"]))
    index.remove(strings(["i0"]))
    index.save(tmp_path / "names")
    opened = Index.open(tmp_path / "names")
    asked = strings(["ana bell", "人民曰报社", "oto karl"])
    assert rows(opened.search(asked)) == rows(index.search(asked)) != []
    opened.remove(strings(["new"]))
    opened.add(strings(["vera lund"]), strings(["i1"]))
    opened.save(tmp_path / "names")
    assert [r[0] for r in Index.open(tmp_path / "names").check("vera lund")] == ["i1"]
    assert Index.open(tmp_path / "names").check("oto karl") == []
    assert [p.name for p in Path(tmp_path).iterdir()] == ["names"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda b: b[:0],
        lambda b: b"PK\3\4" + b[4:],
        lambda b: b[:40],
        lambda b: b[:-200],
        lambda b: b[:30] + b"x" + b[31:],
    ],
)
def test_a_damaged_file_gives_one_clear_error(tmp_path, damage):
    path = tmp_path / "names"
    index_of(["anna", "bell"]).save(path)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(InputError, match="names: not a name index that can be read"):
        Index.open(path)


def test_a_missing_file_gives_one_clear_error(tmp_path):
    with pytest.raises(InputError, match="not a name index"):
        Index.open(tmp_path / "none")


def test_an_impossible_distance_is_refused():
    with pytest.raises(InputError, match="within 0 to 2 edits, not 3"):
        index_of(["anna"]).search(strings(["anna"]), 3)


def test_keys_and_ids_must_be_as_many():
    with pytest.raises(InputError, match="2 keys and 1 ids"):
        Index.build(strings(["a", "b"]), strings(["1"]))


def test_any_number_of_threads_says_the_same():
    keys = [f"{a}{b}harbour{c}" for a in "abcde" for b in "fghij" for c in "klmno"]
    index = index_of(keys)
    assert rows(index.search(strings(keys), threads=3)) == rows(index.search(strings(keys)))
    assert index.search(strings([]), threads=3).num_rows == 0


def test_thousands_go_at_once_as_they_go_one_by_one():
    keys = [f"name{n}" for n in range(3000)]
    at_once, one_by_one = index_of(keys), index_of(keys)
    gone = [f"i{n}" for n in range(3000) if n % 2]
    at_once.remove(strings([*gone, "unknown"]))
    for start in range(0, len(gone), 500):
        one_by_one.remove(strings(gone[start : start + 500]))
    assert len(at_once) == len(one_by_one) == 1500
    assert rows(at_once.search(strings(["name7", "name8"]))) == rows(one_by_one.search(strings(["name7", "name8"])))


def test_a_block_of_queries_with_thousands_of_answers_loses_none():
    """The buffers grow: 200 times the same query, each with 300 answers."""
    index = index_of(["harbour"] * 300)
    assert index.search(strings(["harbuor"] * 200)).num_rows == 60_000


@pytest.mark.parametrize(
    ("entry", "asked", "found"),
    [
        ("google", "gogle", True),
        ("google", "ogle", True),
        ("apple", "aple", True),
        ("apple", "ple", False),
        ("li", "la", False),
    ],
)
def test_how_many_edits_are_borne_is_counted_by_the_letters_of_the_entry(entry, asked, found):
    assert bool(index_of([entry]).check(asked)) == found
