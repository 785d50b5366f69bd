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
from aboveboard.names.units import swap

__all__ = ["KIND_BITS", "Skeletons", "skeletons"]

KIND_BITS = {"hidden": 1, "styled": 2, "squared": 4, "radical": 8, "variant": 16, "homoglyph": 32, "separator": 64}
"""What the bits of `Skeletons.kinds` mean. Letters of a language's own script set none: Cyrillic alone is no look-alike there."""

_CODES = 0x110000
_NEWLINE = 10


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
        fresh = np.unique(codes[self.start[codes] < 0])
        texts = [_letters(chr(c)) for c in fresh]
        lengths = np.array([len(t) for t in texts], np.int32)
        self.start[fresh] = len(self.letters) + np.cumsum(lengths) - lengths
        self.length[fresh] = lengths
        self.kind[fresh] = [_kind(chr(c), t) for c, t in zip(fresh, texts, strict=True)]
        self.letters = np.concatenate([self.letters, np.frombuffer("".join(texts).encode("utf-32-le"), np.uint32)])


@cache
def _pool() -> _Pool:
    return _Pool()


def _letters(char: str) -> str:
    return char if char == "\n" else simplified(normal(char).translate(table())).replace(" ", "")


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
    texts = pc.fill_null(pc.replace_substring(pc.utf8_normalize(names, "NFC"), "\n", " "), "")
    codes = (
        np.frombuffer(("\n".join(texts.to_pylist()) + "\n").encode("utf-32-le"), np.uint32)
        if len(names)
        else np.empty(0, np.uint32)
    )
    pool = _pool()
    pool.learn(codes)
    length = pool.length[codes]
    ends = np.cumsum(length)
    source = np.repeat(np.arange(len(codes), dtype=np.int32), length)
    within = np.arange(len(source), dtype=np.int32) - np.repeat(ends - length, length).astype(np.int32)
    letters = pool.letters[pool.start[codes][source] + within]
    breaks = np.flatnonzero(codes == _NEWLINE)
    first = np.concatenate([[0], breaks[:-1] + 1]) if len(breaks) else breaks
    return _cut(names, letters, source, (first, breaks), (ends, pool.kind[codes]))


def _cut(
    names: pa.Array,
    letters: np.ndarray,
    source: np.ndarray,
    spans: tuple[np.ndarray, np.ndarray],
    codes: tuple[np.ndarray, np.ndarray],
) -> Skeletons:
    """Cut letters and origins of all names at once into one entry a name."""
    (first, breaks), (ends, kind) = spans, codes
    if not len(names):
        return Skeletons(pa.array([], pa.string()), pa.array([], pa.list_(pa.int32())), pa.array([], pa.int32()))
    text = letters.astype("<u4").tobytes().decode("utf-32-le")
    keys = pa.array(text.split("\n")[:-1], pa.string())
    stay = letters != _NEWLINE
    number = np.repeat(np.arange(len(breaks), dtype=np.int32), breaks - first + 1)
    origin = (source - first[number[source]])[stay].astype(np.int32)
    per_name = ends[breaks] - 1 - np.concatenate([[0], ends[breaks[:-1]]])
    offsets = np.concatenate([[0], np.cumsum(per_name)]).astype(np.int32)
    kinds = np.bitwise_or.reduceat(kind, first).astype(np.int32)
    gone = pc.is_null(names)
    return Skeletons(
        pc.if_else(gone, pa.scalar(None, pa.string()), keys),
        pa.ListArray.from_arrays(pa.array(offsets), pa.array(origin), mask=gone),
        pc.if_else(gone, pa.scalar(None, pa.int32()), pa.array(kinds)),
    )
