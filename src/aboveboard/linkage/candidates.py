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
    """A key as numbers, -1 is none; how many of `everyone` on both sides bear each (`bearers`), and the most that may meet."""

    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    bearers: Ints
    most: int
    everyone: int


def coded(keys: Keys) -> Coded:
    """Give each distinct key of both sides a number, in the order they are met."""
    both = pa.chunked_array([keys.left, keys.right], pa.string()).combine_chunks().dictionary_encode()
    codes = pc.fill_null(both.indices, -1).to_numpy()
    bearers = np.bincount(codes[codes >= 0], minlength=len(both.dictionary))
    return Coded(codes[: len(keys.left)], codes[len(keys.left) :], bearers, keys.most, len(keys.left) + len(keys.right))


def meetings(keys: Sequence[Coded]) -> Ints:
    """Return the distinct pairs of rows that share a key with few enough bearers, sorted: left row × right size + right row."""
    found = np.sort(np.concatenate([_meet(k) for k in keys]))
    return found[np.diff(found, prepend=-1) > 0]


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
