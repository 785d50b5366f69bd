"""Letter by letter: an edit of a name is no more than that of its key."""

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from aboveboard.names.spelled import spelled

LETTERS = "abrnmlI1oO0cdvw5s张日曰аеéñ"


def key(name):
    return spelled(pa.array([name], pa.string()))[0].as_py()


@settings(deadline=None, max_examples=60)
@given(st.text(LETTERS, min_size=2, max_size=12), st.data())
def test_one_edit_of_a_name_is_at_most_one_of_its_key(name, data):
    at, letter = data.draw(st.integers(0, len(name) - 1)), data.draw(st.sampled_from(LETTERS))
    for other in (name[:at] + letter + name[at:], name[:at] + name[at + 1 :], name[:at] + letter + name[at + 1 :]):
        if not key(name).isdigit() and not key(other).isdigit():
            assert OSA.distance(key(name), key(other)) <= 1


def test_look_alikes_digits_and_marks_are_read_as_one_letter_and_separators_dropped():
    assert key("Наrbour_Ta1es") == key("harbour tales") == key("Härbour-Tales") == "harbourtales"
    assert key("barn") != key("bam")
    assert key("人民曰报") == key("人民日报")


def test_a_name_of_digits_keeps_them_and_no_name_is_empty():
    assert spelled(pa.array(["2024", None, "...", ""], pa.string())).to_pylist() == ["2024", "", "", ""]
