"""Handles a machine makes come from one mould; handles people choose do not."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.mould import mould


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
