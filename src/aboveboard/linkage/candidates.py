"""Candidate pairs by shared keys: two records meet where they bear a key that few bear. Nothing is ever scanned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["Coded", "Ints", "Keys", "coded", "meetings"]

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Keys:
    """One key of every record on both sides (strings, null where a record has none); equal keys make a candidate pair."""

    left: pa.Array
    right: pa.Array
    most: int = 50
    """A key on more records than this, both sides together, makes no candidates: it is a crowd's."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A key as numbers, -1 is none; how many of `everyone` on both sides bear each (`bearers`), and the most that may meet.

    Values that nobody can meet share the last number, which a crowd bears.
    """

    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    bearers: Ints
    most: int
    everyone: int


def coded(keys: Keys, rows: Ints) -> Coded:
    """Give a number to each distinct key of the right side and of the left side's `rows`: nobody asks for others."""
    asked = pc.unique(pa.chunked_array([keys.right, keys.left.take(pa.array(rows))], pa.string())).drop_null()
    left, right = (_numbers(side, asked) for side in (keys.left, keys.right))
    bearers = np.bincount(left[left >= 0], minlength=len(asked) + 1) + np.bincount(
        right[right >= 0], minlength=len(asked) + 1
    )
    bearers[-1] = np.iinfo(np.int64).max
    return Coded(left, right, bearers, keys.most, len(left) + len(right))


def _numbers(side: pa.Array, asked: pa.Array) -> npt.NDArray[np.int32]:
    found = pc.fill_null(pc.index_in(side, asked), len(asked)).to_numpy(zero_copy_only=False)
    if side.null_count:
        found = np.where(side.is_valid().to_numpy(zero_copy_only=False), found, np.int32(-1))
    return found


def meetings(keys: Sequence[Coded], crowded: Sequence[Coded] = (), hints: Sequence[Coded] = ()) -> Ints:
    """Return the distinct pairs of rows that share a key with few enough bearers, sorted: left row × right size + right row.

    Those that share a `crowded` key are only met where they share a hint too, if there are any hints.
    """
    found = np.concatenate([*(_meet(k) for k in keys), *(_hinted(_meet(k), len(k.right), hints) for k in crowded)])
    found.sort()
    return found[np.diff(found, prepend=-1) > 0]


def _hinted(pairs: Ints, size: int, hints: Sequence[Coded]) -> Ints:
    if not hints:
        return pairs
    left, right = np.divmod(pairs, size)
    kept = np.zeros(len(pairs), bool)
    for hint in hints:
        code = hint.right[right]
        kept |= (hint.left[left] == code) & (code >= 0)
    return pairs[kept]


def _meet(keys: Coded) -> Ints:
    fine = np.append(keys.bearers <= keys.most, False)
    rows = np.flatnonzero(fine[keys.right])
    rows = rows[np.argsort(keys.right[rows], kind="stable")]
    count = np.bincount(keys.right[rows], minlength=len(keys.bearers) + 1)
    start = np.cumsum(count) - count
    here = np.flatnonzero(fine[keys.left] & (count[keys.left] > 0))
    times = count[keys.left[here]]
    first = np.repeat(start[keys.left[here]] - (np.cumsum(times) - times), times)
    return np.repeat(here.astype(np.int64), times) * len(keys.right) + rows[first + np.arange(times.sum())]
