"""What the gate reads text by text is what a scan reads from arrays: terms, contacts, whatever the letters."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.derived import profile_spans
from aboveboard.derived.contact_spans import Text
from aboveboard.derived.likened_names import stretched, stretched_in
from aboveboard.derived.lookalike_hosts import host_in, host_of
from aboveboard.derived.profile_spans import TEXT_COLUMNS, lexicons_of, spans_in, spans_of
from aboveboard.derived.term_reading import read_letters, ways_of
from aboveboard.gate.barred import said_of
from aboveboard.gate.pictures import Shown
from aboveboard.images.hashes import as_words, dihedral
from aboveboard.names.claims import plain
from aboveboard.names.cues import claims, cues, labels
from aboveboard.names.folding import fold, folded
from aboveboard.names.likeness import compare, likenesses
from aboveboard.text.normal import normal, weight
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


@settings(max_examples=40, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=5), st.sampled_from((1, 2, 500)))
def test_no_text_that_has_a_span_is_passed_over_at_first(rows, at_once):
    terms = [dict(zip(("term", "list", "language", "match"), row, strict=True)) for row in LISTED]
    texts = [{"account_id": str(n), "field": field, "text": text} for n, (field, text, _, _) in enumerate(rows)]
    columns = ("account_id", "field", "text", "language", "term", "list", "match")
    asked = pa.Table.from_pylist(
        [*texts, {"account_id": "none"}, *terms], schema=pa.schema([(c, pa.string()) for c in columns])
    )
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(profile_spans, "_AT_ONCE", at_once)
        kept = profile_spans._worth_reading(asked).to_pylist()
    assert [t for t in texts if t in kept] == kept
    known = [Text(t["account_id"], t["field"], t["text"], None, "anna_shop", None, None, None) for t in texts]
    read = [k for k, t in zip(known, texts, strict=True) if t in kept]
    assert spans_in(read, lexicons_of(LISTED)) == spans_in(known, lexicons_of(LISTED))


BIOS = st.lists(st.text("skKSWwHTtp:/.@# aé薇\u017f\u212a7\u0301'`", max_size=20), min_size=1, max_size=4)


@settings(max_examples=100, deadline=None)
@given(BIOS)
def test_biographies_have_one_normal_form_however_many_are_asked_together(bios):
    said = normal(pa.array(bios, pa.string()))
    assert said_of(bios) == pc.if_else(pc.greater_equal(weight(said), 12), said, "").to_pylist()
    assert plain(pa.array(bios)).to_pylist() == [plain(pa.array([b]))[0].as_py() for b in bios]
    assert plain(pa.array([*bios, "é"])).to_pylist()[:-1] == plain(pa.array(bios)).to_pylist()


NAMES = st.lists(
    st.sampled_from(("official", "Rain", "fan of", "parody", "r4in", "0fficial", "官方", "雨茶", "bank", "客服", "Дождь", " ", "_", "page", "support", "memes", "—")),
    min_size=1,
    max_size=5,
).map(" ".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES, st.booleans()), min_size=33, max_size=40))
def test_names_are_read_one_by_one_as_all_together(rows):
    names, speaks = [n for n, _ in rows], [s for _, s in rows]
    words = fold(pa.array(names)).words
    read = cues(words)
    table = pa.table(
        {
            "account_id": [str(n) for n in range(len(rows))],
            "field": ["handle"] * len(rows),
            "name": names,
            "words": words,
            "claim": read.claim,
            "speaks": speaks,
        }
    )
    together = [(int(r["account_id"]), r["folded"]) for r in stretched(table).to_pylist()]
    assert together == [(n, run) for n, (name, s) in enumerate(rows) for run in stretched_in(name, speaks=s)]
    singly = [folded(n)[1] for n in names]
    assert read.claim.to_pylist() == [w is not None and claims(w) for w in singly]
    assert read.label.to_pylist() == [w is not None and labels(w) for w in singly]


HASHES = st.text("0123456789abcdefABCDEF", min_size=64, max_size=64) | st.sampled_from(
    ("", "5a", "g" * 64, "5a" * 31 + " 5", "\uff15" * 64)
)


@settings(max_examples=40, deadline=None)
@given(st.lists(HASHES, max_size=5))
def test_pictures_are_read_as_an_index_reads_them(texts):
    words, good = as_words(pa.array(texts, pa.string()))
    shown = Shown.of(texts)
    assert (shown.asked, shown.rows.tolist()) == (len(texts), np.flatnonzero(good).tolist())
    assert shown.straight.tolist() == words[good].tolist()
    turned = [w for way, made in dihedral(words[good]).items() if way != "same" for w in made.tolist()]
    assert shown.turned.tolist() == (turned if good.any() else [])


def test_a_pair_of_names_is_judged_alike_alone_and_among_many():
    names = ["Northgate Bank", "N0rthgate Bank", "Nothgate Bank", "雨茶官方", "Rain Tea", "ヤエオム"]
    pairs = [(a, b) for a in names for b in names]
    many = likenesses(*(pa.array(c) for c in zip(*pairs, strict=True))).to_pylist()
    few = [likenesses(pa.array([a]), pa.array([b])).to_pylist()[0] for a, b in pairs]
    assert many == few
    assert [r["says"] for r in many] == [compare(a, b).says for a, b in pairs]


LINKS = st.lists(
    st.sampled_from(("https://", "//", "HTTP://", "www.", "bank", "example.com", ".com", "@", ":8080", ":", "/path?x#y", "..", " ", "xn--bcher-kva", "ü", "\\", "%20", "1.2.3.4"))
    | st.text(max_size=3),
    max_size=6,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(LINKS)
def test_the_host_of_one_link_is_that_of_many(link):
    assert host_in(link) == host_of(pa.array([link], pa.string()))[0].as_py()
