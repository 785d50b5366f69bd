"""Names of public bodies in English, word for word: Міністерство охорони здоров'я України is the Ukrainian Ministry of Health.

Method: every word, or expression, of such a name must be known in its language; a name that holds another word has no English here
(`half_english` leaves a place as it is spoken). A name that says no country is its language's: 경찰청 is the Korean police. The
English must name the country, for every state has a ministry of health. Written down from general knowledge.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import islice, product
from typing import NamedTuple

from aboveboard.names.body_terms import COUNTRIES, TERMS
from aboveboard.names.expansions import SMALL

__all__ = ["bodies_in_english"]

_MOST, _LONGEST = 24, 5
_PACKED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


class _Tongue(NamedTuple):
    """The words for bodies of one language, each with its English, and the words for countries in it; those of a name that has none."""

    terms: dict[str, tuple[str, ...]]
    lands: dict[str, tuple[str, ...]]
    own: tuple[str, ...]


@cache
def _tongues() -> tuple[_Tongue, ...]:
    return tuple(_Tongue(_table(terms), _table(COUNTRIES[code][0]), _ways(COUNTRIES[code][1])) for code, terms in TERMS.items())


def _ways(words: str) -> tuple[str, ...]:
    return tuple(w.replace("|", " ") for w in words.split("/") if w)


def _table(words: str) -> dict[str, tuple[str, ...]]:
    pairs = (pair.split("=") for pair in words.split())
    return {_plain(said.replace("|", " ")): _ways(english) for said, english in pairs}


def _plain(text: str) -> str:
    """Return words in small letters without marks and apostrophes, parted by single spaces."""
    marked = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(c for c in marked if not unicodedata.combining(c) or c > _INDIC).translate(_STROKES)
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else "" if c in "'’ʼ״\"" else " " for c in bare)
    return " ".join(unicodedata.normalize("NFC", kept).split())


_INDIC, _STROKES = "\u0900", str.maketrans("ıđłø", "idlo")
"""From here on marks are letters of their own; letters with a stroke, which have no mark to drop."""


@lru_cache(maxsize=65_536)
def bodies_in_english(name: str) -> tuple[str, ...]:
    """Return the ways to put a public body's name into English, in small letters, at most 24; none for any other name."""
    text = _plain(name)
    for tongue in _tongues():
        parts = _parts(text, tongue)
        if parts:
            return tuple(dict.fromkeys(islice(_said(parts, tongue), _MOST)))
    return ()


def _parts(text: str, tongue: _Tongue) -> list[str]:
    """Return a name cut into words and expressions of one language; empty where one is not known."""
    if _PACKED.search(text):
        return _cut(list(text.replace(" ", "")), tongue, "")
    words = text.split(" ")
    return _cut(words, tongue, " ") or _cut([w for w in words if w not in _small()], tongue, " ")


@cache
def _small() -> frozenset[str]:
    return SMALL | {_plain(w) for w in SMALL}


def _cut(pieces: list[str], tongue: _Tongue, sign: str) -> list[str]:
    """Return words, or signs, as the longest expressions that are known, from the left; empty where one is not known."""
    found, at, longest = list[str](), 0, _LONGEST if sign else _LONGEST_PACKED
    while at < len(pieces):
        sizes = range(min(longest, len(pieces) - at), 0, -1)
        run = next((r for n in sizes if (r := sign.join(pieces[at : at + n])) in tongue.terms or r in tongue.lands), None)
        if run is None:
            return []
        found.append(run)
        at += run.count(" ") + 1 if sign else len(run)
    return found


_LONGEST_PACKED = 26


def _said(parts: list[str], tongue: _Tongue) -> list[str]:
    """Return the English of the parts, with the country they name or that of the language."""
    lands = [p for p in parts if p in tongue.lands]
    bodies = [tongue.terms[p] for p in parts if p not in tongue.lands]
    countries = tongue.lands[lands[0]] if lands else tongue.own
    if not bodies or len(lands) > 1:
        return []
    every = (" ".join(way) for way in islice(product(*bodies), _BODIES))
    return [f"{country} {way}" for way in every for country in countries if " " in way or way in _TOLD or country == countries[0]]


_TOLD = frozenset(("police", "post", "railways", "gendarmerie", "customs"))
"""Bodies of one word of which each country has one: the Polish police, but no Polish bank."""


_BODIES = 6
"""Ways to say the bodies themselves."""
