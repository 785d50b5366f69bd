"""Texts that are nearly the same, and in what: few edits, told apart by what they leave alone."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.linkage.candidates import Ints, Keys

__all__ = ["KINDS", "SHORT", "nearness"]

SHORT, _OTHER, _NONE, _SAME = 1, 2, 3, 4
KINDS: Final = (SHORT, _OTHER, _NONE, _SAME)
"""A short text with one edit; longer ones whose numbers differ, that have none, or whose numbers are the same."""

_PART: Final = 5
"""One letter in so many may differ."""

_SHORTEST: Final = 3
_LONG: Final = 2
"""Digits from which a number says something."""


def nearness(keys: Keys, written: tuple[pa.Array, pa.Array] | None, left: Ints, right: Ints) -> npt.NDArray[np.int8]:
    """Return which of the `KINDS` each pair of rows is, 0 where the two texts of `keys` differ in more.

    Edits are insertions, deletions, substitutions and swaps of neighbours (optimal string alignment): one in five letters,
    or one in a text of three or four. Numbers are read in the texts as `written`.
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cpdist

    rows, places = zip(*(np.unique(side, return_inverse=True) for side in (left, right)), strict=True)
    texts = [side.take(pa.array(r)) for side, r in zip((keys.left, keys.right), rows, strict=True)]
    size, letters = ([made(t)[p] for t, p in zip(texts, places, strict=True)] for made in (_lengths, _letters))
    longest = np.maximum(*size)
    most = np.maximum(longest // _PART, longest >= _SHORTEST)
    shared = np.bitwise_count(letters[0] ^ letters[1]) <= 2 * most
    some = np.flatnonzero(shared & (abs(size[0] - size[1]) <= most) & (np.minimum(*size) > 0))
    pairs = [t.take(pa.array(p[some])).to_pylist() for t, p in zip(texts, places, strict=True)]
    edits = cpdist(*pairs, scorer=OSA.distance, dtype=np.int32, workers=1)
    some = some[edits <= most[some]]
    found = np.zeros(len(left), np.int8)
    found[some] = np.where(
        longest[some] < _PART, SHORT, _numbers(written or (keys.left, keys.right), left[some], right[some])
    )
    return found


def _lengths(texts: pa.Array) -> Ints:
    return pc.fill_null(pc.utf8_length(texts), 0).to_numpy(zero_copy_only=False).astype(np.int64)


def _letters(texts: pa.Array) -> npt.NDArray[np.uint64]:
    """Return which letters each text has, as a set of 64: one edit changes two of them at most."""
    size = _lengths(texts)
    whole = pa.ListArray.from_arrays(pa.array([0, len(texts)], pa.int32()), pc.fill_null(texts, ""))
    text = pc.binary_join(whole, "")[0].as_py()
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    found = np.zeros(len(texts) + 1, np.uint64)
    some = np.flatnonzero(size)
    if len(some):
        bit = np.uint64(1) << (codes * np.uint32(2654435769) >> np.uint32(26)).astype(np.uint64)
        found[some] = np.bitwise_or.reduceat(bit, (np.cumsum(size) - size)[some])
    return found[:-1]


def _numbers(written: tuple[pa.Array, pa.Array], left: Ints, right: Ints) -> npt.NDArray[np.int8]:
    """Tell whether the digits of each pair differ, are too few to tell, or are the same."""
    one, two = (
        pc.replace_substring_regex(side.take(pa.array(rows)), r"\D+", "")
        for side, rows in zip(written, (left, right), strict=True)
    )
    same = pc.equal(one, two).to_numpy(zero_copy_only=False)
    many = np.maximum(_lengths(one), _lengths(two)) >= _LONG
    return np.where(many, np.where(same, _SAME, _OTHER), _NONE).astype(np.int8)
