"""Names with their words, or their signs, in a fixed order: what is written in another order has the same key."""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.expansions import SMALL, halves_turned, rotations, runs_turned
from aboveboard.names.translated import body_at

__all__ = [
    "cuts",
    "in_order",
    "rotated",
    "same_runs",
    "same_signs",
    "same_words",
    "signs_in_order",
    "turned_round",
    "words_in_order",
]

_FEW = 32
"""Names up to which one by one is faster."""

_TWO = r"^(?P<first>[^ ]+) (?P<second>[^ ]+)$"


def words_in_order(words: pa.Array) -> pa.Array:
    """Return the words of each name (`letters.letters`) by the alphabet, without small ones unless all are small, and without Arabic articles."""
    with_article = pc.fill_null(pc.match_substring(words, _ARTICLE), False)
    if pc.any(with_article).as_py():
        bare = pc.replace_substring_regex(words.filter(with_article), rf"(^|[ ]){_ARTICLE}(\p{{Arabic}}{{3}})", r"\1\2")
        words = pc.replace_with_mask(words, with_article, bare)
    if len(words) <= _FEW:
        return pa.array([in_order(w) for w in words.to_pylist()], pa.string())
    halves = pc.extract_regex(words, _TWO)
    two = pc.is_valid(halves)
    first, second = (pc.struct_field(halves, n) for n in ("first", "second"))
    rest = pa.array([in_order(w) for w in words.filter(pc.invert(two)).to_pylist()], pa.string())
    return pc.replace_with_mask(_of_two(first, second), pc.invert(two), rest)


def _of_two(first: pa.Array, second: pa.Array) -> pa.Array:
    small = pa.array(sorted(SMALL))
    less, more = (pc.is_in(half, small) for half in (first, second))
    early = pc.less_equal(first, second)
    both = pc.binary_join_element_wise(pc.if_else(early, first, second), pc.if_else(early, second, first), " ")
    return pc.if_else(pc.equal(less, more), both, pc.if_else(less, second, first))


def in_order(words: str) -> str:
    """Return `words_in_order` of one name."""
    every = _without_articles(words).split(" ")
    return " ".join(sorted([w for w in every if w not in SMALL] or every))


_ARTICLE = "l\u0644"
"""The Arabic article as it is read (`letters.letters`): an adjective beside a name has it or not as that has."""

_BEFORE = re.compile(f"(?:(?<= )|^){_ARTICLE}(?=\\w{{3}})")


def _without_articles(words: str) -> str:
    return _BEFORE.sub("", words) if _ARTICLE in words else words


def signs_in_order(words: pa.Array) -> pa.Array:
    """Return the characters of each name in the order of their code points, spaces left out."""
    return pa.array(["".join(sorted(w.replace(" ", ""))) for w in words.to_pylist()], pa.string())


def same_words(name: str, model: str) -> bool:
    """Tell whether a name has the model's words in another order, its small words aside, parted or written as one."""
    if " " not in model:
        return False
    mine, theirs = (sorted(w for w in _without_articles(words).split(" ") if w not in SMALL) for words in (name, model))
    glued = bool(theirs) and _glued(name.replace(" ", ""), tuple(model.split(" ")))
    return glued or (mine == theirs and len(theirs) > 1)


def same_runs(name: str, model: str) -> bool:
    """Tell whether a name has the model's runs of Latin letters and of signs in another order."""
    return name.replace(" ", "") in runs_turned(model)


def rotated(name: str, model: str) -> bool:
    """Tell whether a name is the model, or one of its words, cut in two and put together the other way round."""
    bare, meant = name.replace(" ", ""), model.replace(" ", "")
    if len(bare) == len(meant) and bare in f"{meant}{meant}" and bare in rotations(meant):
        return True
    return " " in model and _word_turned(name.split(" "), model.split(" "))


def _word_turned(words: list[str], meant: list[str]) -> bool:
    """Tell whether one of several words is the model's cut in two and put together the other way round: Faxbriar Insurance."""
    other = [(a, b) for a, b in zip(words, meant, strict=False) if a != b]
    return len(words) == len(meant) > 1 and len(other) == 1 and other[0][0] in halves_turned(other[0][1])


def turned_round(name: str) -> list[str]:
    """Return a name of another script with its words, or a word of four to eight kana or syllables, the other way round."""
    words = [w for w in name.split() if any(map(str.isalnum, w))]
    if len(words) in _TURNED and len(name) <= _LONGEST_TURNED and not _HAN.search(name):
        ways = {tuple(words[n:] + words[:n]) for n in range(1, len(words))} | {tuple(words[::-1])}
        return sorted(" ".join(way) for way in ways)
    if at := cuts(name):
        return sorted({name[n:] + name[:n] for n in at})
    return rotations(name) if len(name) <= _LONGEST_TURNED // 3 and _SYLLABLES.fullmatch(name) else []


def cuts(name: str) -> tuple[int, ...]:
    """Return where a name of four to eight ideographs may be cut in two, to be put together the other way round: 银行海港."""
    if not _SIGNS_TURNED.fullmatch(name):
        return ()
    return tuple(dict.fromkeys((2, len(name) - 2, *(() if (at := body_at(name)) is None else (at,)))))


_SIGNS_TURNED = re.compile("[\u3400-\u9fff]{4,8}")

_TURNED, _LONGEST_TURNED = (2, 3), 27
_HAN, _SYLLABLES = re.compile("[\u3400-\u9fff]"), re.compile("[\u3041-\u30ff\uac00-\ud7a3]{4,}")

_MOST_WORDS = 6


def _glued(letters_of: str, words: tuple[str, ...]) -> bool:
    """Tell whether letters are all of these words in some order; small words may lack."""
    if not letters_of or len(words) > _MOST_WORDS:
        return not letters_of and all(w in SMALL for w in words)
    rest = ((letters_of[len(w) :], words[:n] + words[n + 1 :]) for n, w in enumerate(words) if letters_of.startswith(w))
    return any(_glued(*left) for left in rest)


_SIGNS = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{3,}")


def same_signs(name: str, model: str) -> bool:
    """Tell whether a name has the model's ideographs, kana or syllables in another order."""
    mine, theirs = name.replace(" ", ""), model.replace(" ", "")
    return sorted(mine) == sorted(theirs) and mine != theirs and bool(_SIGNS.fullmatch(theirs))
