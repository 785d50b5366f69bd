"""The loops for many texts give the letters, and the places of terms, that whole arrays give for few."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.derived.term_reading import read_letters, ways_of
from aboveboard.text import terms
from aboveboard.text.streams import stream
from aboveboard.text.terms import Term, find, find_in, lexicon, match_of

LETTERS = st.text(st.sampled_from("xXaAbBl1!|+€*_ .0人黑à\u200b\u0301ﬁ"), max_size=40)
ASCII = st.text(st.sampled_from("xXaAbBl1!|+*_ .0"), max_size=40)
WORDS = ("abba", "bal", "黑人", "xaxa", "a1", "lablab")


@given(texts=st.lists(LETTERS, min_size=1) | st.lists(ASCII, min_size=1))
@settings(max_examples=150, deadline=None)
def test_a_stream_has_the_same_letters_either_way(texts):
    joined = "".join(f"{t}\n" for t in texts)
    symbols = {c: n for n, c in enumerate("abxl人黑", 2)}
    few, many = (stream(joined, read_letters, symbols, many=m) for m in (False, True))
    assert [column.tolist() for column in few] == [column.tolist() for column in many]


@given(texts=st.lists(LETTERS, min_size=1), match=st.sampled_from(["word", "substring", "exact"]))
@settings(max_examples=100, deadline=None)
def test_terms_are_found_in_the_same_places_either_way(texts, match):
    words = lexicon([Term(t, "list", "", match_of(t, match)) for t in WORDS], read_letters, ways_of)
    held = terms._MANY, terms._ROOM
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(terms, "ready", lambda *_: False)
        few = find(pa.array(texts, pa.string()), words)
    try:
        terms._MANY, terms._ROOM = -1, 1
        assert find(pa.array(texts, pa.string()), words) == few
    finally:
        terms._MANY, terms._ROOM = held
    one_by_one = [c._replace(row=n) for n, t in enumerate(texts) for c in find_in(t, words)]
    assert one_by_one == few
