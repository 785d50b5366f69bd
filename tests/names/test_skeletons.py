"""A skeleton is what each character is read as, and says for every letter which character it came from."""

import unicodedata

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.names.folding import fold
from aboveboard.names.skeletons import KIND_BITS, skeletons

NAMES = st.lists(
    st.one_of(st.none(), st.text(max_size=8), st.text("aIl0m㏂ﬁ①Аа日曰國é\u0301\u200b\u00ad \n_🅰", max_size=8)),
    max_size=8,
)


def made(names):
    return [column.to_pylist() for column in skeletons(pa.array(names, pa.string()))]


@settings(deadline=None)
@given(NAMES)
def test_each_letter_came_from_the_character_its_origin_names(names):
    for name, key, origin, kinds in zip(names, *made(names), strict=True):
        if name is None:
            assert (key, origin, kinds) == (None, None, None)
            continue
        read = [made([c])[0][0] for c in unicodedata.normalize("NFC", name)]
        assert key == "".join(read)
        assert origin == [place for place, letters in enumerate(read) for _ in letters]


@settings(deadline=None)
@given(NAMES)
def test_a_name_among_others_has_the_skeleton_it_has_alone(names):
    together = list(zip(*made(names), strict=True))
    assert together == [tuple(column[0] for column in made([name])) for name in names]


def test_a_skeleton_is_the_key_that_names_are_joined_on():
    names = pa.array(["Наrbour_Tales", "人民曰报", "ＡＣＭＥ bank", "國家 Nachrichten"])
    assert skeletons(names).key.to_pylist() == fold(names).key.to_pylist()


def test_the_kinds_of_characters_are_told_apart():
    names = ["plain", "Наr", "ａ", "a\u200bb", "a b", "國", "", "Москва"]
    kinds = [{k for k, bit in KIND_BITS.items() if told & bit} for told in made(names)[2]]
    assert kinds[:1] == [set()]
    assert kinds[1:5] == [{"homoglyph"}, {"styled"}, {"hidden"}, {"separator"}]
    assert kinds[5:] == [{"variant"}, set(), {"homoglyph"}]


def test_a_cut_of_a_longer_array_is_read_alone():
    assert skeletons(pa.array(["xx", "аb", "c"]).slice(1, 1)).key.to_pylist() == ["ab"]


def test_every_character_has_a_skeleton():
    """Among them ligatures that people write, such as the Armenian և, which are read as two letters."""
    every = [chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]
    assert len(made(every)[0]) == len(every)
    assert made(["և", "Ǉ"])[0] == ["եւ", "lj"]
