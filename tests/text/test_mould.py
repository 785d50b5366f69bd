"""Handles a machine makes come from one mould; handles people choose do not."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.mould import _TURNS, _mould, mould, spelling


def shape(handle):
    return mould(pa.array([handle], pa.string())).to_pylist()[0]


@pytest.mark.parametrize(
    ("handle", "expected"),
    [
        ("mary83920174", "a00000000"),
        ("bo10000001", "a00000000"),
        ("first.last", "a.a"),
        ("小王2024", "文0000"),
        ("été_1", "a_0"),
        ("ＡＢ１２", "a00"),
        ("k3j9x2", "~6"),
        ("q7w8e9r", "~7"),
        ("a1b", "a0a"),
        ("نور55", "a00"),
        ("", ""),
        (None, None),
    ],
)
def test_a_handle_has_its_mould(handle, expected):
    assert shape(handle) == expected


@given(st.from_regex(r"\A[a-z]{1,12}[0-9]{4}\Z"))
def test_names_of_any_length_share_a_mould_and_digits_are_counted(handle):
    assert shape(handle) == "a0000"


@given(st.lists(st.none() | st.text()))
def test_rows_do_not_touch_each_other(handles):
    assert mould(pa.array(handles, pa.string())).to_pylist() == [shape(h) for h in handles]


HANDLES = st.lists(st.none() | st.text("aZ09_.\x01é人９ａ", max_size=8) | st.text(max_size=5))


@given(st.lists(HANDLES, max_size=3), st.integers(0, 2))
def test_handles_of_ascii_have_the_moulds_and_counts_of_all_others(chunks, skipped):
    handles = pa.chunked_array([pa.array(c, pa.string()).slice(min(skipped, len(c))) for c in chunks], pa.string())
    plain = pc.utf8_normalize(handles, form="NFKC")
    assert mould(handles).to_pylist() == _mould(plain).to_pylist()
    letters, digits, turns = spelling(handles)
    assert letters.to_pylist() == pc.count_substring_regex(plain, pattern=r"\p{L}").to_pylist()
    assert digits.to_pylist() == pc.count_substring_regex(plain, pattern=r"\p{N}").to_pylist()
    assert turns.to_pylist() == pc.match_substring_regex(plain, pattern=_TURNS).to_pylist()
