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

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.body_terms import COUNTRIES, TERMS
from aboveboard.names.body_terms_more import ALSO, LANDS_ABROAD, MORE_COUNTRIES, MORE_TERMS
from aboveboard.names.expansions import SMALL

__all__ = ["bodies_in_english", "may_be_bodies", "may_be_body", "put_into_english"]

_MOST, _LONGEST = 24, 5
_PACKED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


class _Tongue(NamedTuple):
    """The words for bodies of one language, each with its English, and the words for countries in it; those of a name that has none."""

    terms: dict[str, tuple[str, ...]]
    lands: dict[str, tuple[str, ...]]
    own: tuple[str, ...]


@cache
def _tongues() -> tuple[_Tongue, ...]:
    lands = {**COUNTRIES, **MORE_COUNTRIES}
    return tuple(
        _Tongue(
            _table(f"{ALSO.get(code, '')} {terms}"),
            _table(f"{LANDS_ABROAD.get(code, '')} {lands[code][0]}"),
            _ways(lands[code][1]),
        )
        for code, terms in {**TERMS, **MORE_TERMS}.items()
    )


def _ways(words: str) -> tuple[str, ...]:
    return tuple(w.replace("|", " ") for w in words.split("/") if w)


def _table(words: str) -> dict[str, tuple[str, ...]]:
    pairs = (pair.split("=") for pair in words.split())
    return {_plain(said.replace("|", " ")): _ways(english) for said, english in pairs}


def _plain(text: str) -> str:
    """Return words in small letters without marks and apostrophes, parted by single spaces."""
    marked = unicodedata.normalize("NFD", _ELIDED.sub(" ", text.casefold()))
    bare = "".join(c for c in marked if not unicodedata.combining(c) or c > _INDIC).translate(_STROKES)
    kept = "".join(
        c if c.isalnum() or unicodedata.category(c)[0] == "M" else "" if c in "'’ʼ״\"" else " " for c in bare
    )
    return " ".join(unicodedata.normalize("NFC", kept).split())


_word_plain = lru_cache(maxsize=16_384)(_plain)
"""The same of single words, of which many names have the same."""

_ELIDED = re.compile(r"\b(?:d|l|dell|all|nell)['\u2019](?=\w)")
_INDIC, _STROKES = "\u0900", str.maketrans("ıđłø", "idlo")
"""From here on marks are letters of their own; letters with a stroke, which have no mark to drop."""


@lru_cache(maxsize=65_536)
def bodies_in_english(name: str) -> tuple[str, ...]:
    """Return the ways to put a public body's name into English, in small letters, at most 24; none for any other name."""
    read = _read(name)
    return tuple(dict.fromkeys(islice(_said(*read), _MOST))) if read else ()


@lru_cache(maxsize=65_536)
def put_into_english(name: str) -> tuple[str, ...]:
    """Return the ways to say in English what a name of two words or more says: its words, and with its language's country, as `bodies_in_english`."""
    read = _read(name)
    if not read:
        return ()
    parts, tongue = read
    said = [tongue.terms.get(part) or tongue.lands[part] for part in parts]
    plain = (" ".join(way) for way in islice(product(*said), _BODIES))
    return tuple(dict.fromkeys((*bodies_in_english(name), *(way for way in plain if " " in way))))


def may_be_bodies(names: pa.Array) -> pa.Array:
    """Tell which names `may_be_body` has to look at: for names in ASCII it tells the same."""
    other = pc.fill_null(pc.invert(pc.string_is_ascii(names)), False)
    spaced = pc.fill_null(pc.and_(pc.invert(other), pc.match_substring(names, " ")), False)
    first = pc.struct_field(pc.extract_regex(names.filter(spaced), "^(?P<first>[A-Za-z0-9]+)[^A-Za-z0-9]*[ ]"), "first")
    known = pc.fill_null(pc.is_in(pc.utf8_lower(first), pa.array(sorted(_beginning()))), False)
    return pc.or_(other, pc.replace_with_mask(spaced, spaced, known))


def may_be_body(name: str) -> bool:
    """Tell whether a name begins as one that may have an English here: few do, and nothing else of them is read."""
    if name.isascii() and " " not in name:
        return False
    first = name[:1] if _PACKED.match(name) else _word_plain(name.split(" ", 1)[0])
    return first in _beginning()


def _read(name: str) -> tuple[list[str], _Tongue] | None:
    """Return a name cut into words and expressions that are known, and their language; None where one is not."""
    text = _plain(name)
    words = text.split(" ")
    first = text[:1] if _PACKED.search(text) else next((w for w in words if w not in _small()), words[0])
    for tongue in dict.fromkeys((*_beginning().get(first, ()), *_beginning().get(words[0], ()))):
        parts = _parts(text, _tongues()[tongue])
        if parts:
            return parts, _tongues()[tongue]
    return None


@cache
def _beginning() -> dict[str, tuple[int, ...]]:
    """Return the languages, by number, in which an expression begins with a word, or with a sign in scripts without spaces."""
    found: dict[str, dict[int, None]] = {}
    for number, tongue in enumerate(_tongues()):
        for said in (*tongue.terms, *tongue.lands):
            found.setdefault(said[:1] if _PACKED.search(said) else said.split(" ")[0], {})[number] = None
    return {first: tuple(numbers) for first, numbers in found.items()}


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
    """Return words, or signs, as expressions that are known, the longest from the left that leave nothing over; empty where there are none."""
    if not pieces:
        return []
    for size in range(min(_LONGEST if sign else _LONGEST_PACKED, len(pieces)), 0, -1):
        run = sign.join(pieces[:size])
        if run not in tongue.terms and run not in tongue.lands:
            continue
        if size == len(pieces):
            return [run]
        if rest := _cut(pieces[size:], tongue, sign):
            return [run, *rest]
    return []


_LONGEST_PACKED = 26


def _said(parts: list[str], tongue: _Tongue) -> list[str]:
    """Return the English of the parts, with the country they name or that of the language."""
    lands = [p for p in parts if p in tongue.lands]
    bodies = [tongue.terms[p] for p in parts if p not in tongue.lands]
    countries = tongue.lands[lands[0]] if lands else tongue.own
    if not bodies or len(lands) > 1:
        return []
    every = (" ".join(way) for way in islice(product(*bodies), _BODIES))
    return [
        f"{land} {way}"
        for way in every
        for land in countries
        if " " in way or way in _ONE_EACH or (way, land) == ("bank", countries[0])
    ]


_NAMED = "police post railways gendarmerie customs university metro subway airport parliament army polytechnic"
_ONE_EACH = frozenset(_NAMED.split())
"""Bodies of one word of which a country, or a town, has one; of banks only one is called by its country's name: the Bank of Japan."""

_BODIES = 6
"""Ways to say the bodies themselves."""
