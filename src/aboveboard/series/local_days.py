"""Spans of time as they lie on the days of the places where people live: zones, summer time, midnight."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["DAY", "MINUTE", "cut", "joined", "local"]

MINUTE: Final = 60_000_000
DAY: Final = 1440 * MINUTE
"""In microseconds, like every time here."""

Ints = npt.NDArray[np.int64]


def local(at: pa.Array, zone: pa.Array) -> pa.Array:
    """Return what clocks showed (microseconds since 1970, local) at UTC times `at` in `zone`; null where no such zone is known."""
    shown = np.zeros(len(at), np.int64)
    known = np.zeros(len(at), bool)
    zones = zone.dictionary_encode()
    codes = pc.fill_null(zones.indices, -1).to_numpy(zero_copy_only=False)
    for code, name in enumerate(zones.dictionary.to_pylist()):
        rows = np.flatnonzero(codes == code)
        try:
            there = pc.local_timestamp(at.take(pa.array(rows)).cast(pa.timestamp("us", name)))
        except pa.ArrowInvalid:  # Arrow knows a zone by trying it
            continue
        shown[rows] = pc.fill_null(there.cast(pa.int64()), 0).to_numpy(zero_copy_only=False)
        known[rows] = pc.is_valid(there).to_numpy(zero_copy_only=False)
    return pa.array(shown, mask=~known)


def joined(key: Ints, start: Ints, end: Ints) -> tuple[Ints, Ints, Ints]:
    """Return (key, start, end) of the same time without overlaps: spans of one key that meet become one. Sorted by key and start.

    `key` are whole numbers from 0; every `end` is after its `start`.
    """
    order = np.lexsort((end, start, key))
    key, start, end = key[order], start[order], end[order]
    if len(key) == 0:
        return key, start, end
    times, rank = np.unique(end, return_inverse=True)
    reach = np.maximum.accumulate(key * len(times) + rank)
    fresh = np.ones(len(key), bool)
    fresh[1:] = (key[1:] != key[:-1]) | (start[1:] > times[reach[:-1] % len(times)])
    last = np.append(np.flatnonzero(fresh)[1:] - 1, len(key) - 1)
    return key[fresh], start[fresh], times[reach[last] % len(times)]


def cut(start: Ints, end: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Return (number of the span, day since 1970, start and end in the day) of local spans cut at every midnight."""
    first, last = start // DAY, (end - 1) // DAY
    count = np.maximum(last - first + 1, 0)
    span = np.repeat(np.arange(len(start)), count)
    day = first[span] + np.arange(len(span)) - np.repeat(np.cumsum(count) - count, count)
    low = np.maximum(start[span] - day * DAY, 0)
    return span, day, low, np.minimum(end[span] - day * DAY, DAY)
