"""A planted term is found in every form it can be written in; innocent words never are."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.derived.term_reading import read_letters, ways_of
from aboveboard.text.innocents import WORDS, is_name
from aboveboard.text.spelling import marked, shown, spelling
from aboveboard.text.terms import Term, find, lexicon, match_of

INSULTS = ("muckwit", "slimeface", "glimmer pills", "moonleaf", "dungbrain")


def compiled(*terms, match=None):
    return lexicon([Term(t, "list", "", match_of(t, match)) for t in terms], read_letters, ways_of)


def spelled(text, term, match=None):
    """How `term` is spelled in `text`, once for each place; places where nobody would read it are left out."""
    words = compiled(term, match=match)
    places = find(pa.array([text]), words)
    told = (spelling(text, p.start, p.stop, term, read_letters, ways_of(term)) for p in places)
    return [t.how for t in told if t]


LEET = str.maketrans("aeiost", "431057")
WIDE = {n: n + 0xFEE0 for n in range(0x21, 0x7F)}
FORMS = {
    "same": lambda t: t,
    "case": str.swapcase,
    "wide": lambda t: t.translate(WIDE),
    "homoglyph": lambda t: t.translate(str.maketrans("aceopxi", "асеорхі")),
    "bold": lambda t: "".join(chr(0x1D41A + ord(c) - 97) if "a" <= c <= "z" else c for c in t),
    "squared": lambda t: "".join(chr(0x1F170 + ord(c) - 97) if "a" <= c <= "z" else c for c in t),
    "leet": lambda t: t.translate(LEET),
    "hidden": "\u200b".join,
    "strokes": "\u0336".join,
    "dots": lambda t: ".".join(t.replace(" ", "")),
    "hearts": lambda t: "♥".join(t.replace(" ", "")),
    "spaces": lambda t: " ".join(t.replace(" ", "")),
    "repeated": lambda t: t[:3] + t[2] * 3 + t[3:],
    "drawn": lambda t: t.replace("m", "rn"),
    "masked": lambda t: t.replace("i", "*", 1).replace("oo", "o*", 1),
    "glued": lambda t: t.replace(" ", "_"),
}


@pytest.mark.parametrize("form", FORMS)
@given(
    term=st.sampled_from(INSULTS),
    before=st.sampled_from(["", "the ", "King_", "x9 ", "王"]),
    match=st.sampled_from(["word", "substring"]),
)
@settings(max_examples=25, deadline=None)
def test_a_planted_term_is_found_in_every_form_and_shown(form, term, before, match):
    text = before + FORMS[form](term)
    found = find(pa.array([text]), compiled(term, match=match))
    assert any(p.start == len(before) for p in found)
    assert spelled(text, term, match)
    assert shown(text, found[0].start, found[0].stop).count("[") == 1


@pytest.mark.parametrize(
    ("text", "term", "how"),
    [
        ("sh1tpost", "shit", "1 read as i"),
        ("f*ck you", "fuck", "a letter masked"),
        ("саsino", "casino", "с read as c, а read as a"),
        ("CASlNO", "casino", "l read as i"),
        ("代開发票", "代开发票", "開 read as 开"),
        ("十尃彩", "博彩", "十尃 read as 博"),
        ("代开fapiao", "代开发票", "fa piao spelled for ideographs"),
        ("代の开の发の票", "代开发票", "の between its letters"),
        ("博\u200b彩", "博彩", "U+200B between its letters"),
        ("كازيـنو", "كازينو", "as written"),
        ("loan_shark", "loan shark", "as written"),
        ("glirnmerpills", "glimmerpills", None),
    ],
)
def test_the_path_says_what_was_done(text, term, how):
    assert spelled(text, term, "substring") == ([how] if how else [])


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Beet soup", "bet"),
        ("Tibet and Betty", "bet"),
        ("A.S.S. office", "ass"),
        ("route a55", "ass"),
        ("bus b37", "bet"),
        ("as if", "ass"),
        ("twinkle", "twinkie"),
        ("the pen is red", "penis"),
        ("cas.ino", "casino"),
        ("СОСА сола", "coca"),
        ("赌博 彩票", "博彩"),
        ("Phúc", "phuc"),
        ("tan94", "tanga"),
    ],
)
def test_accidents_initials_and_numbers_are_not_read_as_words(text, term):
    assert spelled(text, term, "word") == []


@given(
    st.sampled_from(WORDS),
    st.sampled_from(["shit", "cunt", "ass", "cock", "anal", "tit", "sex", "rape", "bet", "weed"]),
)
def test_a_word_term_is_never_found_inside_an_innocent_word(word, term):
    assert word == term or spelled(word, term, "word") == []


def test_words_end_where_words_end():
    words = compiled("bet", match="word")
    texts = ["BigBetKing", "big_bet", "bet88", "alphabet", "betty", "赌bet场", "abet", "BETA"]
    assert [texts[p.row] for p in find(pa.array(texts), words)] == ["BigBetKing", "big_bet", "bet88", "赌bet场"]


def test_exact_terms_fill_the_text():
    words = compiled("bet", match="exact")
    assert [p.row for p in find(pa.array(["bet", "Bet!", "bet now", "my bet", None, "B E T"]), words)] == [0, 1, 5]


def test_how_a_term_is_matched_without_a_word_from_the_operator():
    assert [match_of(t, None) for t in ("bet", "博彩", "彩", "カジノ", "การพนัน", "ставка", "도박")] == [
        "word", "substring", "word", "substring", "substring", "word", "word",
    ]  # fmt: skip
    assert match_of("博彩", "word") == "word"


@given(st.lists(st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n")), max_size=8))
@settings(deadline=None)
def test_rows_do_not_touch_each_other(texts):
    words = compiled("bet", "an", "ab", "a", match="substring")
    alone = [(n, p.term, p.start, p.stop) for n, t in enumerate(texts) for p in find(pa.array([t], pa.string()), words)]
    assert [tuple(p) for p in find(pa.array(texts, pa.string()), words)] == alone


def test_a_lexicon_without_terms_finds_nothing():
    assert find(pa.array(["anything"]), compiled()) == []
    assert find(pa.array(["anything"]), compiled("\u200b")) == []
    assert find(pa.array([], pa.string()), compiled("bet")) == []


@pytest.mark.parametrize(
    ("text", "word", "field", "name"),
    [
        ("Dick Cheney", "Dick", "display_name", True),
        ("dick head", "dick", "display_name", False),
        ("Big Dick", "Dick", "display_name", False),
        ("dick", "dick", "handle", False),
        ("Wong Fuk Shing", "Fuk", "display_name", True),
        ("Phuc", "Phuc", "display_name", True),
        ("james_tang", "tang", "handle", True),
        ("I met Dick Tracy", "Dick", "bio", True),
        ("suck my dick", "dick", "bio", False),
        ("casino", "casino", "display_name", False),
    ],
)
def test_a_name_beside_another_is_a_name(text, word, field, name):
    start = text.index(word)
    assert is_name(text, start, start + len(word), field) is name


def test_what_is_hidden_is_shown():
    assert marked("a\u200b\u202eb") == "aU+200BU+202Eb"
    assert shown("x" * 40 + "bad" + "y" * 40, 40, 43) == "…" + "x" * 24 + "[bad]" + "y" * 24 + "…"
