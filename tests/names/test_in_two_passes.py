"""Many names read in two passes are read as each one is by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aboveboard.names.letters import lettered, lettering
from aboveboard.names.loosely import loosened, loosened_all
from aboveboard.names.otherwise import spelled_as_heard

NAMES = st.lists(
    st.one_of(st.text(max_size=12), st.text("abm1l0 .\n\r岚港ÄéЖ😀\u0301\u2028\x85", max_size=12)), max_size=8
)


@given(NAMES)
def test_letters_of_many_are_those_of_each(names: list[str]) -> None:
    assert lettered(names) == [lettering(n) or "" for n in names]


@given(NAMES)
def test_loose_keys_of_many_are_those_of_each(names: list[str]) -> None:
    words = [w for n in names if (w := lettering(n))]
    assert loosened_all(words) == [loosened(w) for w in words]


def test_a_name_spelled_otherwise_is_known_and_another_is_not() -> None:
    assert spelled_as_heard("ngan hang xao duong", "Ngân hàng Sao Dương")
    assert not spelled_as_heard("ngan hang sao bang", "Ngân hàng Sao Dương")
    assert not spelled_as_heard("", "Ngân hàng Sao Dương")
