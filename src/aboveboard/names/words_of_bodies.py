"""Single words of names of bodies: the kind of body that one says, in any language, the country, and whether it says anything of bodies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from aboveboard.names.letters import read_letters
from aboveboard.names.meanings import CODE, KINDS, Known, Parts, expressions, plainly, said, small_words, taken

__all__ = [
    "country_said",
    "expressions_of_kinds",
    "is_known",
    "kind_of_signs",
    "kind_said",
    "kinds_said",
    "tells",
    "unmarked",
]

_ENDING, _LEAST_STEM, _INDIC = 3, 3, "\u0900"
"""Letters of an ending, and of a stem before it; and where letters begin whose marks are letters of their own."""


@lru_cache(maxsize=65_536)
def kind_said(text: str) -> str:
    """Return the kind of body that an expression says and nothing else, such as `bank` for банк (`worded_plainly`); empty for none."""
    return _one_kind(taken(text, " ", text.count(" ") + 1))


@lru_cache(maxsize=16_384)
def kind_of_signs(text: str) -> str:
    """Return `kind_said` of signs written without spaces: `bank` for 银行."""
    plain = plainly(text).replace(" ", "")
    return _one_kind(taken(plain, "", len(text))) or kind_said(plain)


@lru_cache(maxsize=65_536)
def kinds_said(text: str) -> tuple[str, ...]:
    """Return every kind of body that an expression, or signs without spaces, may say: `kind_said`, and those that need a proper name beside them."""
    first = kind_of_signs(text) if _PACKED.search(text) else kind_said(text)
    more = _more_kinds().get(text, ())
    return tuple(dict.fromkeys((first, *more))) if first else more


_PACKED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@cache
def _more_kinds() -> dict[str, tuple[str, ...]]:
    """Return expressions as they are read, without small words, and the kinds of bodies that they say beside a proper name."""
    found: dict[str, tuple[str, ...]] = {}
    for line in files("aboveboard.names").joinpath("data/kinds.tsv").read_text("utf-8").splitlines():
        kind, _, texts = line.partition("\t")
        for text in map(said, texts.split("/")) if line[0] != "#" else ():
            key = text.replace(" ", "") if _PACKED.search(text) else text
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), kind)))
    return found


def expressions_of_kinds() -> Iterator[tuple[str, bool]]:
    """Yield every expression that says a kind of body and nothing else, as it is read, and whether an ending may follow."""
    yield from ((text, False) for text in _more_kinds())
    for bent, table in ((False, expressions().words), (False, expressions().signs), (True, expressions().stems)):
        yield from ((text, bent) for text, ways in table.items() if _one_kind(ways))


def _one_kind(ways: Iterable[Parts]) -> str:
    return next((way[0] for way in ways if len(way) == 1 and way[0] in KINDS), "")


@lru_cache(maxsize=65_536)
def country_said(word: str) -> bool:
    """Tell whether a word (`worded_plainly`) is a country's, in any language; a town is none."""
    return any(len(part) <= CODE and part[0] == "@" for way in taken(word, " ", 1) for part in way)


@lru_cache(maxsize=65_536)
def is_known(word: str) -> bool:
    """Tell whether a word, as it stands or as it is read (`letters.letters`), is said of bodies in any language, or says nothing."""
    return bool(_as_read(word)) or word in small_words()


def tells(word: str) -> bool:
    """Tell whether such a word says a kind of body, or a country."""
    return any(p in KINDS or (p[0] == "@" and len(p) <= CODE) for way in _as_read(word) for p in way)


@lru_cache(maxsize=65_536)
def _as_read(word: str) -> tuple[Parts, ...]:
    """Return the ways to take one word in which letters of other alphabets may be read as Latin ones: эctohᴎᴎ is Эстонии."""
    if word.isascii() or taken(word, " ", 1):
        return taken(word, " ", 1)
    listed, bare = _known_as_read(), unmarked(word)
    ends = (bare[: len(bare) - cut] for cut in range(_ENDING + 1) if len(bare) - cut >= _LEAST_STEM)
    return listed.words.get(bare) or next((listed.stems[end] for end in ends if end in listed.stems), ())


@cache
def _known_as_read() -> Known:
    """Return the expressions of one word in other alphabets, as they are read."""
    words, stems = (
        {unmarked(read_letters(w)).strip(): ways for w, ways in table.items() if " " not in w and not w.isascii()}
        for table in (expressions().words, expressions().stems)
    )
    return Known(words, {}, stems)


def unmarked(text: str) -> str:
    """Return text without the marks of Latin, Greek and Cyrillic letters."""
    split = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in split if not (c < _INDIC and unicodedata.combining(c))))
