"""How rare a folded name is against a background of common words, names, letters and ideographs.

The measure is bits: a name of b bits is met by chance once in 2**b names. A key is read in the likeliest way: as words
and names known to be common, or letter by letter by how often one letter follows another in English words.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import pyarrow as pa

from aboveboard.names.everyday import BODIES, GIVEN_SIGNS, NAMES, PLACES, SURNAMES
from aboveboard.names.folding import fold

__all__ = ["bits", "common", "rarity"]

_NAME, _PLACE = 8.0, 10.0
_LONGEST_WORD = 16
_HEAD = 4
"""Letters of a year, and letters by which a longer word is known to begin."""
_LONGEST = 64
_OTHER_LETTER, _SYLLABLE, _SIGN = 4.0, 7.0, 13.0
"""Bits of a letter of another alphabet, a Hangul syllable, an ideograph in no common phrase. Their logarithms of use, rounded."""

_DIGIT, _SAME = 3.3, 1.0
_KANA = 5.0
_JOIN = 1.0
_SURNAME, _SURNAME_STEP = 3.8, 1.05
"""The commonest Chinese surname is borne by 7 % of people; each further rank by a little fewer."""

_GIVEN = 5.5
_GIVEN_LONGEST = 3
_YEAR = re.compile(r"(?:19|20|l9|2o)[0-9lo]{2}")
_YEAR_BITS = 6.0


class _Background(NamedTuple):
    words: dict[str, float]
    pairs: dict[str, float]
    signs: dict[str, float]


def _folded(word: str) -> str:
    return word.replace("m", "rn").replace("i", "l").replace("1", "l").replace("0", "o")


@cache
def _background() -> _Background:
    text = files("aboveboard.names").joinpath("data/rarity.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    words = {_folded(w): int(b) / 10 for kind, w, b in rows if kind == "word"}
    pairs = {w: int(b) / 10 for kind, w, b in rows if kind == "pair"}
    signs = {c: int(b) / 10 for kind, w, b in rows if kind == "sign" for c in w}
    listed = [(w, _NAME) for w in NAMES.split()] + [(w, _PLACE) for w in PLACES.split()]
    listed += [(w, float(b)) for b, text in BODIES.items() for w in text.split()]
    keys = fold(pa.array([w for w, _ in listed], pa.string())).key.to_pylist()
    for key, (_, price) in zip(keys, listed, strict=True):
        words[key] = min(price, words.get(key, price))
    return _Background(words, pairs, signs)


def common(word: str) -> bool:
    """Tell whether a word in lower-case Latin letters (unfolded or folded) is a common word, name or place."""
    return _folded(word) in _background().words


def rarity(keys: pa.Array) -> pa.Array:
    """Return the background rarity of folded names (`Folded.key`) in bits, float64; null for a null key."""
    coded = keys.dictionary_encode()
    priced = [bits(key) for key in coded.dictionary.to_pylist()]
    return pa.array(priced, pa.float64()).take(coded.indices)


@lru_cache(maxsize=1 << 16)
def bits(key: str) -> float:
    """Return the bits of one folded name; what follows the 64th letter adds nothing."""
    short = key[:_LONGEST]
    return round(min(_read(short), _person(short)), 3)


def _read(key: str) -> float:
    """Return the bits of the likeliest reading as words and letters."""
    words, heads = _background().words, _heads()
    best = [0.0, *[math.inf] * len(key)]
    for start in range(len(key)):
        paid, head = best[start], key[start : start + _HEAD]
        best[start + 1] = min(best[start + 1], paid + _letter(key, start))
        for end in range(start + 2, min(len(key), start + (_LONGEST_WORD if head in heads else _HEAD - 1)) + 1):
            known = words.get(key[start:end])
            if known is not None:
                best[end] = min(best[end], paid + known + _JOIN * (start > 0))
        if _YEAR.fullmatch(head):
            best[start + _HEAD] = min(best[start + _HEAD], paid + _YEAR_BITS)
    return best[-1]


@cache
def _heads() -> frozenset[str]:
    """Return the first letters of the longer words: where none begins, only short ones are looked up."""
    return frozenset(word[:_HEAD] for word in _background().words if len(word) >= _HEAD)


def _letter(key: str, place: int) -> float:
    char, before = key[place], key[place - 1] if place else "^"
    if char == before:
        return _SAME
    if char.isascii():
        pair = _background().pairs.get(before + char)
        return pair if pair is not None else _DIGIT if char.isdigit() else _OTHER_LETTER
    return _other(char)


def _other(char: str) -> float:
    if "\u3400" <= char <= "\u9fff" or char >= "\U00020000":
        return _background().signs.get(char, _SIGN)
    if "\uac00" <= char <= "\ud7af":
        return _SYLLABLE
    return _KANA if "\u3040" <= char <= "\u30ff" else _OTHER_LETTER


@cache
def _surnames() -> dict[str, float]:
    return {c: _SURNAME + _SURNAME_STEP * math.log2(1 + rank / 4) for rank, c in enumerate(SURNAMES)}


def _person(key: str) -> float:
    """Return the bits of a Chinese person's name, a surname and one or two more characters; infinite for any other."""
    if not 1 < len(key) <= _GIVEN_LONGEST or key[0] not in _surnames():
        return math.inf
    given = [min(_GIVEN if c in GIVEN_SIGNS else math.inf, _other(c)) for c in key[1:]]
    return _surnames()[key[0]] + sum(given)
