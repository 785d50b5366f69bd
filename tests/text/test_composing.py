"""Texts in composed form stay, all others are composed as Arrow composes them."""

import re
import unicodedata

import pyarrow as pa
import pyarrow.compute as pc
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.composing import _STAYING, composed

FOLLOWERS = {
    int(d.split()[1], 16)
    for d in map(unicodedata.decomposition, map(chr, range(0x110000)))
    if re.fullmatch(r"[0-9A-F]+ [0-9A-F]+", d)
}
JAMO = {*range(0x1161, 0x1176), *range(0x11A8, 0x11C3)}
CHARACTERS = pa.array([chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF])


def test_what_is_said_to_stay_is_neither_changed_nor_joined_to_a_letter_before():
    staying = CHARACTERS.filter(pc.match_substring_regex(CHARACTERS, f"[{_STAYING}]")).to_pylist()
    assert len(staying) > 80_000
    assert all(unicodedata.is_normalized("NFC", c) and not unicodedata.combining(c) for c in staying)
    assert not (FOLLOWERS | JAMO) & set(map(ord, staying))


@given(
    st.lists(st.one_of(st.none(), st.text(), st.text("aåÅ\u030aé\u0301が\u3099각ᆨ\u212bﾊﾞ清", max_size=12)), max_size=8)
)
def test_texts_are_composed_as_arrow_composes_them(texts):
    array = pa.array(texts, pa.string())
    assert composed(array).equals(pc.utf8_normalize(array, form="NFC"))
