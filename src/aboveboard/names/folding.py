"""Names folded to keys that two spellings of one name share, many at a time.

In this order: Unicode NFKC and case folding, default-ignorable characters dropped, UTS #39 look-alikes read as one
letter, Traditional Chinese written Simplified. A key is for finding, never for judging: over-folding is meant (m reads
rn, capital I and l and 1 are one), and `likeness` says what really differs between two names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.characters import exchanged, normal, simplified, table
from aboveboard.names.display import without_flags
from aboveboard.names.lines import joined, parted
from aboveboard.names.pasted import as_latin

__all__ = ["LONGEST", "Folded", "fold", "folded"]

LONGEST = 256
"""Characters of a name that are read; what follows is no name any more."""

_PASSES = 8
"""A mark may join the letter before a dropped separator, and letters may read as a pasted font once the spaces and digits
between them are gone: both are read anew; more than a few such are noise."""


class Folded(NamedTuple):
    """Two string arrays, one entry a name; null where a name is null or holds nothing visible.

    `key` has no separators (spaces, dots, underscores, hyphens, middle dots, other punctuation and symbols). `words`
    keeps word boundaries as single spaces. A name of symbols only keeps its symbols.
    """

    key: pa.Array
    words: pa.Array


def fold(names: pa.Array | pa.ChunkedArray) -> Folded:
    """Fold every name of a string array. Each distinct name is folded once."""
    if len(names) <= _FEW:
        read = [_NOTHING if n is None else folded(n) for n in names.to_pylist()]
        return Folded(*(pa.array([r[i] for r in read], pa.string()) for i in range(2)))
    whole = names.combine_chunks() if isinstance(names, pa.ChunkedArray) else names
    coded = whole.dictionary_encode()
    distinct = coded.dictionary.cast(pa.string())
    plain = pc.string_is_ascii(distinct)
    parts = [_ascii(distinct.filter(plain)), _unicode(distinct.filter(pc.invert(plain)))]
    ascii_first = plain.to_numpy(zero_copy_only=False)
    place = np.where(ascii_first, ascii_first.cumsum(), ascii_first.sum() + (~ascii_first).cumsum()) - 1
    back = pa.array(place).take(coded.indices)
    return Folded(*(pa.concat_arrays([part[i] for part in parts]).take(back) for i in range(2)))


_FEW = 32
"""Names up to which one by one is faster: every function over an array costs as much as many names."""

_NOTHING = (None, None)


@lru_cache(maxsize=16_384)
def folded(name: str) -> tuple[str | None, str | None]:
    """Return the key and the words of one name."""
    text = re.sub(r"[\r\n]", " ", name[:LONGEST])
    read = _read_ascii(text) if name.isascii() else _read(as_latin(without_flags(text)))
    words = _single_spaced(read)
    return _key(words) or _symbols(name), words or _symbols(name)


def _bytes_table() -> bytes:
    """Case, look-alikes and separators of ASCII in one table of 256 bytes; m is read as rn afterwards."""
    read = {ord(a): ord(b) for a, b in zip("i10\n", "llo\n", strict=True)}
    return bytes(
        read.get(code, code) if chr(code).isalnum() or code == ord("\n") else ord(" ")
        for code in (ord(chr(n).lower()) if n < 128 else n for n in range(256))  # noqa: PLR2004  (ASCII ends there)
    )


_ASCII = _bytes_table()


def _ascii(names: pa.Array) -> tuple[pa.Array, pa.Array]:
    return _keys_and_words(names, _read_ascii(_joined(names)))


def _read_ascii(text: str) -> str:
    return text.encode("ascii").translate(_ASCII, b"'").replace(b"m", b"rn").decode("ascii")


def _unicode(names: pa.Array) -> tuple[pa.Array, pa.Array]:
    return _keys_and_words(names, _read(as_latin(without_flags(_joined(names)))))


def _read(text: str) -> str:
    return simplified(exchanged()(normal(text)))


def _joined(names: pa.Array) -> str:
    """All names as one text, a line each: one pass over one string is far faster than a pass a name."""
    short = pc.replace_substring_regex(pc.utf8_slice_codeunits(names, 0, LONGEST), r"[\r\n]", " ")
    return joined(short)


def _keys_and_words(names: pa.Array, text: str) -> tuple[pa.Array, pa.Array]:
    if len(names) == 0:
        return pa.array([], pa.string()), pa.array([], pa.string())
    spaced = _single_spaced(text)
    return _lines(_key(spaced), names), _lines(spaced, names)


def _key(spaced: str) -> str:
    """Return words without the spaces between them."""
    key = spaced.replace(" ", "")
    for _ in range(_PASSES):
        latin = as_latin(key)
        if latin == key and unicodedata.is_normalized("NFKC", key):
            break
        key = _read(latin).replace(" ", "")
    return key


def _single_spaced(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace("\n ", "\n").replace(" \n", "\n").strip(" ")


def _lines(text: str, names: pa.Array) -> pa.Array:
    """One line a name again. A name without a letter or digit keeps what can be seen of it."""
    lines = parted(text)
    bare = pc.equal(lines, "")
    if not pc.any(bare).as_py():
        return lines
    seen = [_symbols(name) for name in names.filter(bare).to_pylist()]
    return pc.replace_with_mask(lines, bare, pa.array(seen, pa.string()))


def _symbols(name: str) -> str | None:
    return re.sub(r"\s+", "", "".join(c for c in normal(name[:LONGEST]) if table()[ord(c)])) or None
