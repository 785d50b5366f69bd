"""Hashes of 256 bits written as 64 hex digits, many at a time: as words, their distance, their turned forms."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from aboveboard.images.pdq import TURNS, turn

__all__ = ["Words", "as_text", "as_words", "dihedral", "distance", "ones"]

Words = npt.NDArray[np.uint64]
"""One row of four words a hash."""

_DIGITS, _SIDE = 64, 16


def _values() -> npt.NDArray[np.uint8]:
    made = np.full(256, 255, np.uint8)
    for value, digit in enumerate("0123456789abcdef"):
        made[ord(digit)] = made[ord(digit.upper())] = value
    return made


_VALUES = _values()


def as_words(hashes: pa.Array | pa.ChunkedArray) -> tuple[Words, npt.NDArray[np.bool_]]:
    """Return the words of every hash and whether it is one; nulls and text that is no 64 hex digits are not."""
    whole = hashes.combine_chunks() if isinstance(hashes, pa.ChunkedArray) else hashes
    texts = whole.cast(pa.large_string())
    good = _sized(texts)
    values = _VALUES[_bytes(texts.filter(pa.array(good))).reshape(-1, _DIGITS)]
    readable = (values < _SIDE).all(axis=1)
    good[np.flatnonzero(good)[~readable]] = False
    pairs = values[readable]
    words = np.zeros((len(texts), 4), np.uint64)
    words[good] = np.ascontiguousarray((pairs[:, ::2] << 4) | pairs[:, 1::2]).view(">u8").astype(np.uint64)
    return words, good


def _sized(texts: pa.Array) -> npt.NDArray[np.bool_]:
    """Tell which are 64 bytes of text; a byte that is no digit is seen to when they are read."""
    ends = np.frombuffer(texts.buffers()[1], np.int64)[texts.offset : texts.offset + len(texts) + 1]
    sized = np.diff(ends) == _DIGITS if len(texts) else np.zeros(0, bool)
    return sized & texts.is_valid().to_numpy(zero_copy_only=False)


def _bytes(texts: pa.Array) -> npt.NDArray[np.uint8]:
    """Return the letters of all texts in a row, as they lie in memory."""
    ends, held = np.frombuffer(texts.buffers()[1] or b"", np.int64), texts.buffers()[2]
    if not len(texts) or held is None:
        return np.zeros(0, np.uint8)
    return np.frombuffer(held, np.uint8)[ends[texts.offset] : ends[texts.offset + len(texts)]]


def as_text(words: Words) -> pa.Array:
    """Write words as 64 hex digits each."""
    data = words.astype(">u8").tobytes().hex()
    return pa.array([data[i : i + _DIGITS] for i in range(0, len(data), _DIGITS)], pa.string())


def ones(words: Words) -> npt.NDArray[np.int64]:
    """Count the bits that are set. A hash has 128; far from that, its picture was nearly one flat surface."""
    return np.bitwise_count(words).sum(axis=1).astype(np.int64)


def distance(a: pa.Array, b: pa.Array) -> pa.Array:
    """Return the number of bits (0 to 256, int16) in which each hash of `a` differs from that of `b`; null where one is none."""
    (left, good), (right, fine) = as_words(a), as_words(b)
    return pa.array(ones(left ^ right).astype(np.int16), mask=~(good & fine))


def dihedral(words: Words) -> dict[str, Words]:
    """Return the hashes of the turned and mirrored pictures, by how they were turned.

    From the hash alone, so within a few bits: the median of the frequencies is taken for zero.
    """
    bits = np.unpackbits(words.astype(">u8").view(np.uint8).reshape(-1, 32), axis=1)[:, ::-1]
    grid = bits.reshape(-1, _SIDE, _SIDE).astype(np.int8) * 2 - 1
    signs = np.where(np.arange(_SIDE) % 2 == 0, -1, 1).astype(np.int8)
    return {name: _packed(turn(grid, how, signs)) for name, how in TURNS.items()}


def _packed(grid: npt.NDArray[np.int8]) -> Words:
    bits = (grid > 0).reshape(-1, _SIDE * _SIDE)[:, ::-1]
    return np.packbits(bits, axis=1).view(">u8").astype(np.uint64)
