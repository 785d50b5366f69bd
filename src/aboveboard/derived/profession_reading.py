"""Texts as a reader takes them, with their capitals: look-alikes undone, parted letters together, signs between ideographs dropped."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from aboveboard.derived.offer_reading import seen_as
from aboveboard.text.professions import Titles, titles

__all__ = ["read_as", "shipped"]

_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff])[ ._\-*·/|~+^`'＂](?=[\u3400-\u9fff])")
_PARTED = re.compile(r"(?<![A-Za-z])(?:[A-Za-z][ ._*-]){3,}[A-Za-z](?![A-Za-z])")
_DRESSED = re.compile(r"(?<![\w@.#])(?=[a-z013457@$]*[a-z]{2})[a-z013457@$]*[013457@$][a-z013457@$]*(?![\w])", re.IGNORECASE)
_FIGURES = (dict(zip("013457@$", "oieastas", strict=True)), dict(zip("013457@$", "oleastas", strict=True)))


def read_as(text: str) -> str:
    """Return a text as it is read. Figures are letters only where that makes a word of a title."""
    seen = "".join(map(_cased, unicodedata.normalize("NFC", text)))
    joined = _BETWEEN.sub("", seen)
    joined = _PARTED.sub(lambda m: re.sub(r"[ ._*-]", "", m.group()), joined)
    return _DRESSED.sub(lambda m: _undressed(m.group()), joined) if re.search(r"[013457@$]", joined) else joined


@cache
def _cased(char: str) -> str:
    code = seen_as(ord(char))
    read = chr(code) if code else ""
    return read.upper() if char.isupper() else read


def _undressed(word: str) -> str:
    for figures in _FIGURES:
        plain = word.lower().translate(str.maketrans(figures))
        if plain in _single():
            return plain
    return word


@cache
def _single() -> frozenset[str]:
    """Return the words of all titles, and of a licence."""
    known = {w for term in shipped().known for w in term.lower().split() if w.isascii()}
    return frozenset(w for w in known if len(w) > 3) | {"licensed", "certified", "registered", "chartered", "practising", "practicing"}  # noqa: PLR2004


@cache
def shipped() -> Titles:
    """Return the shipped titles."""
    return titles(_simply)


def _simply(word: str) -> str:
    return "".join(map(_cased, unicodedata.normalize("NFC", word)))
