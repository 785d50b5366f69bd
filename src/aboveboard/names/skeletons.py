"""Skeletons with the derivation kept: for every letter of a key, which character it came from, and what kinds of characters there were.

Method: the look-alike skeleton of Unicode Technical Standard #39 with case folding, character by character, as gathers from a
table over code points. `folding.fold` gives the same keys where no combining mark or phrase is at work, and is what detectors
join on; this is for showing, and for looking at what a whole population of names is written with.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.characters import invisible, normal, simplified, table
from aboveboard.names.mapped import flat, strings
from aboveboard.names.units import swap
from aboveboard.ordered import distinct

__all__ = ["KIND_BITS", "Skeletons", "skeletons"]

KIND_BITS = {"hidden": 1, "styled": 2, "squared": 4, "radical": 8, "variant": 16, "homoglyph": 32, "separator": 64}
"""What the bits of `Skeletons.kinds` mean. A character sets them by itself: a name all in Cyrillic has letters that are read as
Latin ones, and is no disguise for that."""

_CODES = 0x110000


class Skeletons(NamedTuple):
    """Three arrays, one entry a name.

    `key` is the skeleton; `origin` (list of int32) the place in the name of the character each letter of the key came from;
    `kinds` (int32) the kinds of characters that were met, as bits of `KIND_BITS`.
    """

    key: pa.Array
    origin: pa.Array
    kinds: pa.Array


class _Pool:
    """What every code point met so far is read as: where its letters begin in `letters`, how many, and its kind."""

    def __init__(self) -> None:
        self.start = np.full(_CODES, -1, np.int32)
        self.length = np.zeros(_CODES, np.int32)
        self.kind = np.zeros(_CODES, np.int32)
        self.letters = np.empty(0, np.uint32)

    def learn(self, codes: np.ndarray) -> None:
        """Read the code points that are new."""
        fresh = distinct(codes[self.start[codes] < 0])
        texts = [_letters(chr(c)) for c in fresh]
        kinds = [
            _kind(chr(c), t) for c, t in zip(fresh, texts, strict=True)
        ]  # first: what fails here leaves nothing half learned
        lengths = np.array([len(t) for t in texts], np.int32)
        self.start[fresh] = len(self.letters) + np.cumsum(lengths) - lengths
        self.length[fresh] = lengths
        self.kind[fresh] = kinds
        self.letters = np.concatenate([self.letters, np.frombuffer("".join(texts).encode("utf-32-le"), np.uint32)])


@cache
def _pool() -> _Pool:
    return _Pool()


def _letters(char: str) -> str:
    return simplified(normal(char).translate(table())).replace(" ", "").replace("\n", "")


def _kind(char: str, letters: str) -> int:
    if invisible(ord(char)):
        return KIND_BITS["hidden"]
    if not letters:
        return KIND_BITS["separator"]
    plain = unicodedata.normalize("NFKC", char) == char
    if char.isascii() or (plain and letters == normal(char)):
        return 0
    return KIND_BITS.get(swap(char, letters, letters, letters) or "", 0)


def skeletons(names: pa.Array) -> Skeletons:
    """Return the skeletons of names (a string array, read as NFC); null stays null."""
    texts, text = _composed(pc.fill_null(names, "").cast(pa.string()))
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    pool = _pool()
    pool.learn(codes)
    begins = np.concatenate([[0], np.cumsum(pc.utf8_length(texts).to_numpy())])
    length = pool.length[codes]
    cuts = np.concatenate([[0], np.cumsum(length)])
    source, letters = _read(codes, length, cuts)
    ends = cuts[begins]
    gone = pc.is_null(names)
    kinds = np.bitwise_or.reduceat(np.append(pool.kind[codes], 0), begins[:-1]) if len(names) else np.empty(0, np.int32)
    kinds[np.diff(begins) == 0] = 0
    origin = source - np.repeat(begins[:-1].astype(np.int32), np.diff(ends))
    return Skeletons(
        pc.if_else(gone, pa.scalar(None, pa.string()), _keys(letters, ends)),
        pa.ListArray.from_arrays(pa.array(ends, pa.int32()), pa.array(origin), mask=gone),
        pa.array(kinds, pa.int32(), mask=gone.to_numpy(zero_copy_only=False)),
    )


def _composed(names: pa.Array) -> tuple[pa.Array, str]:
    """Return names in NFC, and all as one text. Whatever is cut out of a text in NFC is so too, so one look tells for all."""
    text = _whole(names)
    if unicodedata.is_normalized("NFC", text):
        return names, text
    composed = pc.utf8_normalize(names, "NFC")
    return composed, _whole(composed)


def _whole(names: pa.Array) -> str:
    starts, data = flat(names)
    return data[: starts[-1]].tobytes().decode()


def _read(codes: np.ndarray, length: np.ndarray, cuts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return, for every letter that is read, the place of the character it came from, and the letter."""
    pool = _pool()
    source = np.repeat(np.arange(len(codes), dtype=np.int32), length)
    first = pool.start[codes] - cuts[:-1].astype(np.int32)
    return source, pool.letters[first[source] + np.arange(len(source), dtype=np.int32)]


def _keys(letters: np.ndarray, ends: np.ndarray) -> pa.Array:
    """Cut letters into one text a name; `ends` begins with 0."""
    size = np.ones(len(letters), np.int8)
    for wide in (0x80, 0x800, 0x10000):
        size += letters >= wide
    starts = np.concatenate([[0], np.cumsum(size, dtype=np.int32)])[ends].astype(np.int32)
    return strings(starts, np.frombuffer(letters.tobytes().decode("utf-32-le").encode(), np.uint8))
