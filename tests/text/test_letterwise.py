"""What is written letter by letter for many texts is what the rules of Unicode make of each."""

import unicodedata

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aboveboard.text import normal
from aboveboard.text.letterwise import counted, spelled

LETTERS = st.characters(exclude_categories=["Cs"]) | st.sampled_from(
    "eéßςİﬁﷺ，ｈ각ᄀ\u1161\u11a8\u0301\u0345\u200d\ufe0f人かが\u3099ि़क👍🏽①"
)


@given(st.lists(st.none() | st.text(LETTERS, max_size=12), min_size=1), st.integers(0, 2))
@example(["e", "\u0301"], 0)
@example(["ß人", None, "", "e\u0301", "\U00016d63\U00016d67"], 1)
@settings(deadline=None, max_examples=300)
def test_texts_have_the_normal_form_that_unicode_gives_them(texts, skipped):
    some = pa.array(texts, pa.string()).slice(min(skipped, len(texts) - 1))
    assert spelled(some, normal._formed).to_pylist() == normal._formed(some).to_pylist()


def test_every_letter_is_written_alike_beside_any_other():
    """Each letter of Unicode that composes with none stands between two that do not either."""
    letters = [chr(n) for n in range(0x30000) if unicodedata.category(chr(n)) not in {"Cs", "Cn", "Co"}]
    texts = pa.array([f"é{c}人{c}{c}k" for c in letters], pa.string())
    assert spelled(texts, normal._formed).equals(normal._formed(texts))


@given(st.lists(st.none() | st.text(LETTERS, max_size=12), min_size=1))
@settings(deadline=None)
def test_ideographs_are_counted_as_the_pattern_counts_them(texts):
    some = pa.array(texts, pa.string())
    plain = pc.add(pc.utf8_length(some), pc.multiply(pc.count_substring_regex(some, normal._IDEOGRAPH), 2))
    assert counted(some, normal._IDEOGRAPH, 2).to_pylist() == plain.to_pylist()


@pytest.mark.parametrize("rows", [1, 40_000])
def test_many_texts_and_few_have_one_form_and_one_weight(rows):
    texts = pa.chunked_array([["Ｔｈｅ 价格, naïve ﬁne e\u0301", None, "plain"] * rows])
    forms = normal.normal(texts)
    assert forms.unique().to_pylist() == ["the价格naïvefineé", None, "plain"]
    assert normal.weight(forms).unique().to_pylist() == [19, None, 5]
