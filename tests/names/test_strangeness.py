"""How far a handle is from anything said."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.names.strangeness import strangeness


def bits(*handles):
    return strangeness(pa.array(handles)).to_pylist()


def test_letters_at_random_cost_more_than_names_of_many_languages():
    names = bits(
        "anna_berg", "giovanni.rossi", "kowalczyk", "yamamoto", "nguyenthi", "olufemi", "ahmedhassan", "wangxiaoming"
    )
    drawn = bits("qxzvkjwpt", "xkqvzhwjr", "zqjxfvk684")
    assert max(names) < 6.5
    assert min(drawn) > 7


def test_too_few_letters_other_alphabets_and_nothing_say_nothing():
    assert bits("abc", "李小龙2024", "иванова", "a1b2c3d4", "", None) == [None] * 6


def test_no_handle_is_read_into_its_neighbour():
    assert bits("annaberg", "qxzvkjwp") == bits("annaberg") + bits("qxzvkjwp")


@given(st.lists(st.one_of(st.none(), st.text(max_size=20)), max_size=8))
def test_every_handle_has_one_answer_and_case_changes_none(handles):
    told = strangeness(pa.array(handles, pa.string())).to_pylist()
    assert len(told) == len(handles)
    assert all(t is None or 0 < t < 20 for t in told)
