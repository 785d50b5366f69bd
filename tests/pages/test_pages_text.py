"""Text that strangers chose, made visible and safe; interface words in two languages."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.core import ACTIONS, CLASSES, TIERS, VIOLATIONS
from aboveboard.evaluation.strings import WORDS as EVALUATION
from aboveboard.pages import embed, fill, visible, words_of
from aboveboard.pages.words import FRAME
from aboveboard.report.strings import WORDS as REPORT

ANY = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("pay\u200bpal", "pay⟨U+200B⟩pal"),
        ("\u202egnp", "⟨U+202E⟩gnp"),
        ("a\x00b", "a⟨U+0000⟩b"),
        ("a\u200b\u200b\u200bb", "a⟨U+200B ×3⟩b"),
        ("\U000e0041x", "⟨U+E0041⟩x"),
        ("\u2068Ann\u2069", "Ann"),
        ("\ud800", "\ufffd"),
    ],
)
def test_hidden_characters_are_written_out(hidden, shown):
    assert visible(hidden) == shown


@pytest.mark.parametrize("name", ["می‌خواهم", "👩‍👩‍👧", "क्‍ष", "人民日报", "وزارة الصحة", "Zoë O'Neil-Ünsal"])
def test_names_people_really_have_stay_as_they_are(name):
    assert visible(name) == name


def test_a_long_text_is_cut_where_it_is_told():
    assert visible("x" * 900, most=10) == "x" * 10 + "…"


@given(ANY)
def test_embedded_json_never_holds_markup_and_reads_back(text):
    raw = str(embed({"t": text}))
    assert not re.search("[<>&\u2028\u2029]", raw)
    assert json.loads(raw)["t"] == re.sub("[\ud800-\udfff]", "\ufffd", text)
    raw.encode("utf-8")


@given(ANY)
def test_what_is_shown_can_always_be_written_to_a_file(text):
    visible(text).encode("utf-8")


def test_a_blank_picks_its_form_by_number():
    words = words_of(REPORT)
    assert fill(words, "found", {"n": 1}) == "1 finding"
    assert fill(words, "found", {"n": 1200}) == "1,200 findings"
    assert fill(
        words, "chart_label", {"violation": {"t": "violation.zombie"}, "total": 2, "most": 1, "peak": "2026-01-05"}
    ).startswith("Dormant account: 2 findings")


@pytest.mark.parametrize("own", [REPORT, EVALUATION])
def test_every_word_has_both_languages_and_the_same_blanks(own):
    for key, word in words_of(own).items():
        assert word.en.strip(), key
        assert word.zh.strip(), key
        assert set(re.findall(r"\{(\w+)", word.zh)) <= set(re.findall(r"\{(\w+)", word.en)), key
        assert set(re.findall(r"\{(\w+)\}", word.en)) <= set(re.findall(r"\{(\w+)\}", word.zh)), key


@pytest.mark.parametrize("own", [REPORT, EVALUATION])
def test_no_page_redefines_a_word_of_the_frame(own):
    assert not set(own) & set(FRAME)


def test_every_name_of_the_vocabulary_has_a_word():
    words = words_of()
    for kind, names in {"violation": VIOLATIONS, "tier": TIERS, "class": CLASSES, "action": ACTIONS}.items():
        assert all(f"{kind}.{name}" in words for name in names)
