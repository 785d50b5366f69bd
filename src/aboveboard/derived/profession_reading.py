"""Texts as a reader takes them, with their capitals: look-alikes undone, parted letters together, signs between ideographs dropped."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.offer_reading import folded, seen_as
from aboveboard.names.lines import joined, parted
from aboveboard.text.profession_advice import GATE
from aboveboard.text.profession_names import GATE as BORNE
from aboveboard.text.profession_practice import GATE as PRACTICE
from aboveboard.text.profession_standing import BIO_GATE, POST_GATE
from aboveboard.text.profession_words import GATE as MINE
from aboveboard.text.profession_words import LICENCE
from aboveboard.text.professions import Titles, titles

__all__ = ["in_small_letters", "read_as", "titles_with", "worth"]

Extra = tuple[tuple[str, str, str, str], ...]

_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff])[ ._\-*·/|~+^`'＂](?=[\u3400-\u9fff])")
_PARTED = re.compile(r"(?<![A-Za-z])(?:[A-Za-z][ ._*-]){3,}[A-Za-z](?![A-Za-z])")
_FIGURE = re.compile(r"[013457@$]")
_DRESSED = re.compile(
    r"(?<![\w@.#])(?=[a-z013457@$]*[a-z]{2})[a-z013457@$]*[013457@$][a-z013457@$]*(?![\w])", re.IGNORECASE
)
_FIGURES = tuple(str.maketrans("013457@$", as_) for as_ in ("oieastas", "oleastas"))
_ODD = r"(?:^|[^a-z])(?:[a-z][ ._*-]){3,}[a-z](?:[^a-z]|$)|(?:^|[_.-])(?:md|rn|cpa|cfa|cfp|esq)(?:$|[_.-])"
_MIXED = r"[a-z][013457@$][a-z]|(?:^|[ ,.(])[013457$][a-z]{3}|[a-z]{3}[013457$](?:$|[ ,.])"
_LICENCE = frozenset(("licensed", "certified", "registered", "chartered", "practising", "practicing"))
_SHORTEST = 4


def read_as(text: str, known: Titles) -> str:
    """Return a text as it is read. Figures are letters only where that makes a word of a title."""
    seen = "".join(map(_cased, unicodedata.normalize("NFC", text)))
    joined = _PARTED.sub(lambda m: re.sub(r"[ ._*-]", "", m.group()), _BETWEEN.sub("", seen))
    return _DRESSED.sub(lambda m: _undressed(m.group(), known), joined) if _FIGURE.search(joined) else joined


@cache
def _cased(char: str) -> str:
    code = seen_as(ord(char))
    read = chr(code) if code else ""
    return read.upper() if char.isupper() else read


def _undressed(word: str, known: Titles) -> str:
    spelled = (word.lower().translate(figures) for figures in _FIGURES)
    return next((s for s in spelled if len(s) >= _SHORTEST and (s in known.single or s in _LICENCE)), word)


@lru_cache(maxsize=4)
def titles_with(extra: Extra = ()) -> Titles:
    """Return the shipped titles and an operator's (title, field, kind, language)."""
    return titles(_simply, extra)


def _simply(word: str) -> str:
    return "".join(map(_cased, unicodedata.normalize("NFC", word)))


def in_small_letters(texts: pa.Array) -> pa.Array:
    """Return texts in small letters with look-alikes undone: what a cheap look at many texts reads. Null stays null."""
    plain = pc.fill_null(pc.string_is_ascii(texts), False)
    low = pc.replace_with_mask(texts, plain, pc.ascii_lower(texts.filter(plain)))
    other = pc.invert(pc.fill_null(plain, True))
    return pc.replace_with_mask(low, other, folded(texts.filter(other)))


def worth(texts: pa.Array, low: pa.Array, known: Titles, *, posts: bool) -> npt.NDArray[np.int64]:
    """Return the numbers of the texts that may claim or advise: a cheap look at all of them, and at their small letters `low`.

    Posts may advise or speak from a practice; profiles may name a profession by less, or by letters. Null is left out.
    """
    either = f"{known.gate}|{MINE}|{_ODD}"
    if posts:
        found = _has(low, f"{either}|{GATE}|{PRACTICE}|{POST_GATE}")
    else:
        found = pc.or_(_has(low, f"{either}|{known.named}|{BORNE}|{BIO_GATE}"), _has(texts, known.capitals))
    needing = pc.indices_nonzero(_has(low, known.licensed))
    licensed = needing.filter(pc.match_substring_regex(low.take(needing), LICENCE.pattern))
    mixed = pc.indices_nonzero(pc.and_(pc.invert(found), _has(low, _MIXED)))
    hidden = _hidden(low.take(mixed), known) if len(mixed) else mixed
    rows = [pc.indices_nonzero(found), licensed, mixed.take(hidden)]
    return np.unique(np.concatenate([r.to_numpy() for r in rows])).astype(np.int64)


def _has(texts: pa.Array, pattern: str) -> pa.Array:
    return pc.fill_null(pc.match_substring_regex(texts, pattern), False)


def _hidden(low: pa.Array, known: Titles) -> pa.Array:
    """Return the numbers of the texts that name a title once their figures are read as letters."""
    text = joined(pc.replace_substring(low, "\n", " "))
    read = pa.concat_arrays([parted(text.translate(figures)) for figures in _FIGURES])
    named = pc.match_substring_regex(read, f"{known.gate}|{known.licensed}")
    return pc.indices_nonzero(pc.or_(named[: len(low)], named[len(low) :]))
