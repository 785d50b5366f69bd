"""Long texts changed as arrays are the same as Python's own functions make them."""

from __future__ import annotations

import re

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.names import affixes
from aboveboard.names.characters import exchanged, table
from aboveboard.names.exchange import Exchange, singled, where_again
from aboveboard.names.ordering import words_in_order

LETTERS = "aabll1m \n报報人人民ﷺмΊö\u200b😀が"
TEXTS = st.text(st.one_of(st.sampled_from(LETTERS), st.characters(exclude_categories=["Cs"])), max_size=60)
TABLE = {"a": "b", "人": None, "報": "报", "m": "rn", "😀": "smile", "\u200b": "", "ﷺ": "صلى الله"}


@pytest.mark.parametrize("times", [1, 9])
@given(text=TEXTS)
def test_an_exchange_is_a_translation(times: int, text: str) -> None:
    rows = str.maketrans(TABLE)
    assert Exchange(rows)(text * times) == (text * times).translate(rows)
    long = (LETTERS + text) * 20 * times
    assert Exchange(rows)(long) == long.translate(rows)
    assert exchanged()(long) == long.translate(table())


@given(text=TEXTS)
def test_letters_that_follow_themselves_are_written_once(text: str) -> None:
    long = (text + LETTERS + text) * 9
    assert singled(text) == re.sub(r"([a-z])\1+", r"\1", text)
    assert singled(long) == re.sub(r"([a-z])\1+", r"\1", long)


@given(text=st.text(st.sampled_from("人民报a\n"), max_size=40))
def test_runs_that_follow_themselves_are_written_once(text: str) -> None:
    run = re.compile(r"([^\n\x00-\x7f]{1,4}?)\1+")
    long = "\n".join([text, "人民网"] * 60)
    assert where_again(run, long, 4) == run.sub(r"\1", long)
    assert where_again(run, text, 4) == run.sub(r"\1", text)


@given(
    names=st.lists(st.lists(st.sampled_from(["bank", "of", "the", "acme", "zoo"]), min_size=1, max_size=4), max_size=9)
)
def test_words_come_by_the_alphabet_and_small_ones_only_where_there_are_no_others(names: list[list[str]]) -> None:
    small = {"of", "the"}
    meant = [" ".join(sorted([w for w in words if w not in small] or words)) for words in names]
    assert words_in_order(pa.array([" ".join(w) for w in names], pa.string())).to_pylist() == meant


WORDS = [
    "acme",
    "official",
    "support",
    "123",
    "7",
    "2 0",
    "中国银行",
    "官方",
    "客服",
    "vip",
    "acmesupport",
    "theacme",
    "is back",
    "ii",
]


@given(names=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), min_size=1, max_size=30))
def test_affixes_come_off_many_names_as_they_come_off_few(names: list[list[str]]) -> None:
    texts = [sign.join(words) for words in names for sign in (" ", "")]
    some = pa.array(texts, pa.string())
    many = pa.array(texts * 40, pa.string())
    assert affixes.stripped(many).to_pylist() == affixes.stripped(some).to_pylist() * 40
