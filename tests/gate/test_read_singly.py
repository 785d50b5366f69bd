"""What the gate reads text by text is what a scan reads from arrays: terms, contacts, whatever the letters."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.derived.contact_spans import Text
from aboveboard.derived.profile_spans import TEXT_COLUMNS, lexicons_of, spans_in, spans_of
from aboveboard.derived.term_reading import read_letters, ways_of
from aboveboard.text.terms import Term, find, find_in, lexicon

LISTED = (
    ("casino", "gambling", "en", None), ("ass", "rude", "en", "substring"), ("代开发票", "forgery", None, None), ("fuck", "rude", None, "word"),
    ("exact name", "held", None, "exact"), ("казино", "gambling", "ru", None), ("casinovella", "allow", None, None), ("博彩", "gambling", None, None),
)  # fmt: skip
PIECES = (
    "casino", "CA5IN0", "c.a.s.i.n.o", "caasino", "BigCasinoKing", "ass", "pass", "代开发票", "代開发丶票", "daikaifapiao", "代开法票", "fuck", "f*ck", "fuuuck!",
    "exact name", "казино", "casinovella", "博彩", "xXcasinoXx", "Hell!", "€", "+", "加薇❤xiaoli_88", "薇芯: xiaoli_88", "vx_83945105", "l38OO138OOO",
    "138 0013 8000", "一三九零零一三八零零零", "shop dot com", "evil[.]com", "WhatsApp +44 20 7946 0958", "add me", "t e l e g r a m", "扣扣 12345678",
    "\u202eonisac", "ﾗｲﾝ", "ｶﾞ", "e\u0301", "\u200b", "\ufe0f", "\r\n", " ", "_", ".", "7", "Ⓒ", "🅰", "tea", "Rain", "雨茶", "비와 차", "\u0345",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1, max_size=6).map("".join).filter(bool)
LEXICON = lexicon(
    [
        Term("casino", "l", "", "word"),
        Term("ass", "l", "", "substring"),
        Term("exact name", "l", "", "exact"),
        Term("boom", "l", "", "word"),
        Term("发票", "l", "", "substring"),
    ],
    read_letters,
    ways_of,
)


@settings(max_examples=120, deadline=None)
@given(TEXTS.map(lambda t: t.replace("\n", " ").replace("\r", " ")))
def test_one_text_holds_the_terms_that_many_hold(text):
    assert find_in(text, LEXICON) == find(pa.array([text]), LEXICON)


@pytest.mark.parametrize(
    "text", ["", "\u200b", "a", "ASSes casino boom boom bom", "x" * 600 + " casino", "exact  name"]
)
def test_edges_of_a_text_are_read_alike(text):
    assert find_in(text, LEXICON) == find(pa.array([text]), LEXICON)


def test_a_term_beyond_the_dense_part_of_the_trie_is_found_by_its_key():
    words = lexicon([Term(f"{a}{b}{c}", "l", "", "substring") for a in "丁七万丈三" for b in "丁七万丈三" for c in "上下不与"], read_letters)  # fmt: skip
    width = len(words.dense) // 2
    object.__setattr__(words, "dense", words.dense[:width].copy())
    text = "丁七上三三不万"
    assert [c.start for c in find_in(text, words)] == [0, 3]
    assert find_in(text, words) == find(pa.array([text]), words)


ROWS = st.tuples(st.sampled_from(("handle", "display_name", "bio", "url")), TEXTS, st.sampled_from((None, "organisation")), st.sampled_from((None, "en", "sv")))  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=5))
def test_spans_of_a_few_texts_are_those_of_a_scan(rows):
    texts = [
        Text(str(n), field, text, None, "anna_shop", "https://anna.example", kind, language)
        for n, (field, text, kind, language) in enumerate(rows)
    ]
    terms = [dict(zip(("term", "list", "language", "match"), row, strict=True)) for row in LISTED]
    schema = pa.schema([(c, pa.int64() if c == "shard" else pa.string()) for c in TEXT_COLUMNS])
    batch = pa.Table.from_pylist([{"shard": 0, **t._asdict()} for t in texts] + terms, schema=schema)
    assert [s._asdict() for s in spans_in(texts, lexicons_of(LISTED))] == spans_of(batch).to_pylist()
