"""Whether a name is another's with one word exchanged for a real one: Northgate Band is not Northgate Bank misspelled.

Slips and disguises make words that no language has; people who name a band, a bakery or a joke use words that it has.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from aboveboard.names.rarity import common

__all__ = ["another_word"]

_SHORTEST = 3


@cache
def _words() -> frozenset[str]:
    text = files("aboveboard.names").joinpath("data/words.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def _real(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isascii() and (word in _words() or common(word))


@lru_cache(maxsize=16_384)
def another_word(name: str, model: str) -> bool:
    """Tell whether `name` differs from `model` (words in small letters, parted by spaces) in one word, which is a real one."""
    mine, theirs = name.split(" "), model.split(" ")
    if len(mine) == len(theirs):
        other = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
        return len(other) == 1 and _real(other[0][0]) and _one_spelling(other[0][0]) != _one_spelling(other[0][1])
    bare = "".join(mine)
    return any(_stands_for(bare, "".join(theirs[:n]), "".join(theirs[n + 1 :])) for n in range(len(theirs)))


_SPELLINGS = (
    ("our", "or"), ("tre", "ter"), ("bre", "ber"), ("ise", "ize"), ("isa", "iza"), ("yse", "yze"), ("ogue", "og"), ("ll", "l"), ("ence", "ense"), ("ae", "e"), ("oe", "e"), ("mme", "m"), ("grey", "gray"),
)  # fmt: skip
"""British and American spellings of one word."""


def _one_spelling(word: str) -> str:
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word


def _stands_for(bare: str, before: str, after: str) -> bool:
    """Whether a real word stands in a name written as one, between what the model has before and after."""
    fits = bare.startswith(before) and bare.endswith(after) and len(bare) > len(before) + len(after)
    return fits and _real(bare[len(before) : len(bare) - len(after)])
