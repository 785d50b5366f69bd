"""What stands in quotation marks, in any language's marks, and whether published words hold it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.quotations import differing, held, outside, quotes_in, words_of

WORDS = "The library in Northmere will be closed on Monday for repairs, entry costs 1,200 coins."


@pytest.mark.parametrize(
    "text",
    [
        'they said "the words" today',
        "they said “the words” today",
        "sie sagten „the words“ heute",
        "ils disent « the words » ici",
        "sie sagten »the words« heute",
        "he sagde 'the words' i dag",
        "他们说「the words」了",
        "他们说『the words』了",
        "他们说“the words”了",
        "don't say ‘the words’ now, it's late",
    ],
)
def test_every_system_of_marks_is_read(text):
    assert [q.words.strip() for q in quotes_in(text)] == ["the words"]


@pytest.mark.parametrize("text", ["it's the dogs' dinner", "5' 10\" tall", "nothing at all", "an open “mark"])
def test_apostrophes_and_lone_marks_quote_nothing(text):
    assert quotes_in(text) == []


def test_a_quotation_within_a_quotation_is_part_of_it():
    assert [q.words for q in quotes_in("«a «b» c» and “d”")] == ["a «b» c", "d"]


@pytest.mark.parametrize(
    "quote",
    [
        "THE LIBRARY in Northmere",
        "the library … closed on Monday",
        "the library [there] will be closed",
        "entry costs 1200 coins",
        "the librery in Northmere",
        "ｔｈｅ　ｌｉｂｒａｒｙ　ｉｎ　Ｎｏｒｔｈｍｅｒｅ",
    ],
)
def test_published_words_hold_a_quotation_of_them(quote):
    assert held(quote, [words_of(WORDS)])


@pytest.mark.parametrize(
    "quote",
    ["closed on Monday … the library", "entry costs 1300 coins", "will be closed on Sunday", "the museum in Northmere"],
)
def test_they_hold_no_other_order_number_or_word(quote):
    assert not held(quote, [words_of(WORDS)])


def test_the_words_that_differ_stand_side_by_side():
    found = differing("entry costs 90 coins", [(WORDS, words_of(WORDS)), ("else", words_of("something else"))])
    assert (found.said, found.published) == (("90",), ("1200",))


@given(st.text(max_size=80))
def test_any_text_can_be_read_and_holds_itself(text):
    quotes = quotes_in(text)
    assert all(0 <= q.start < q.stop <= len(text) for q in quotes)
    assert len(outside(text, quotes)) <= len(text) + len(quotes)
    assert not words_of(text) or held(" ".join(words_of(text)), [words_of(text)])
