"""How ideographs are read aloud: toneless Mandarin syllables, every reading of a polyphone, and what is heard alike."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["blur", "fuzzy", "readings"]


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    text = files("aboveboard.names").joinpath("data/sounds.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {char: tuple(sounds.split(" ")) for sounds, chars in rows for char in chars}


def readings(char: str) -> tuple[str, ...]:
    """Return the toneless pinyin readings of one ideograph, commonest first; empty for any other character."""
    return _readings().get(char, ())


_HEARD = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("ng", "n"),
    ("l", "n"),
    ("r", "n"),
    ("h", "f"),
    ("v", "u"),
    ("uo", "o"),
)
"""Pairs that many speakers do not part: zh/z, ch/c, sh/s, final ng/n, initial l/n/r, h/f, and ü typed as v or u."""


def blur(letters: str) -> str:
    """Return romanised text with what is heard alike written alike; for Latin letters of any length.

    Works on letters, not on syllables, so that pinyin typed without spaces (`renminribao`) meets the ideographs' own.
    """
    for pair, one in _HEARD:
        letters = letters.replace(pair, one)
    return letters


@cache
def fuzzy(syllable: str) -> str:
    """Return one toneless syllable blurred: `zhang` and `zan` are the same."""
    return blur(syllable)
