"""A few names are looked at one by one: the patterns mean what they mean to RE2."""

import random

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from aboveboard.names import claims, cues, hearing, rewriting, romanising, singly
from aboveboard.names.few import FEW, pattern_of, searched, searched_any

PATTERNS = [
    *(pattern for pattern, _ in rewriting.REWRITTEN),
    singly.HAN, singly.KANA, singly.MIXTURE, singly.FOREIGN, singly.CAMEL, singly.DIGITS, singly.PACKED, hearing._ODD, claims._MASKED, claims._prefilter(), cues._BADGES, r"^\d+$",
]  # fmt: skip


def texts():
    random_ = random.Random(3)  # noqa: S311  (made-up texts)
    blocks = [
        (0x20, 0x3000, 1),
        (0x3000, 0xA000, 17),
        (0xAC00, 0xD7A3, 97),
        (0x1F100, 0x1F200, 1),
        (0x1D400, 0x1D800, 9),
    ]
    pool = [chr(c) for first, last, step in blocks for c in range(first, last, step)]
    mixed = ["".join(random_.choices(pool, k=random_.randint(1, 5))) for _ in range(3000)]
    plain = ["".join(random_.choices("aAiIbB013@$ .ſK_éÉ", k=random_.randint(1, 8))) for _ in range(3000)]
    return [*mixed, *plain, "ends in a line\n", ""]


@pytest.mark.parametrize("pattern", PATTERNS, ids=range(len(PATTERNS)))
def test_a_pattern_finds_in_a_few_texts_what_it_finds_in_many(pattern):
    some = texts()
    search = pattern_of(pattern).search
    many = pc.match_substring_regex(pa.array(some), pattern).to_pylist()
    assert [search(t) is not None for t in some] == many


@pytest.mark.parametrize("many", [1, FEW + 1])
def test_any_of_many_patterns_is_found_as_by_one_that_joins_them(many):
    patterns = tuple(f"word{n}(?:x{{{n % 5}}})[a-f]+{'o' * 60}?$" for n in range(90))
    texts = pa.array([None, "", *(f"a word{n}{'x' * (n % 3)}fed" for n in range(90))] * many)
    assert searched_any(texts, patterns).equals(searched(texts, "|".join(patterns)))
    assert searched_any(texts[:FEW], patterns).equals(searched(texts[:FEW], "|".join(patterns)))


def test_a_null_among_a_few_texts_stays_one():
    assert searched(pa.array(["a1", None]), r"\d").to_pylist() == [True, None]
    assert searched(pa.array(["a1"] * (FEW + 1)), r"\d").to_pylist() == [True] * (FEW + 1)


def test_what_can_be_said_as_pinyin_is_told_of_one_name_as_of_many():
    random_ = random.Random(5)  # noqa: S311  (made-up names)
    pieces = ["zhong", "guo", "an", "a", "ban", "n", "g", "x", "o", "v", "uu", "shi", "ren", "q"]
    names = ["".join(random_.choices(pieces, k=random_.randint(1, 7))) for _ in range(4000)]
    many = pc.match_substring_regex(pa.array(names), romanising._spoken()).to_pylist()
    assert [romanising._sayable(n) for n in names] == many
    assert 100 < sum(many) < 3900
