"""Compiled kernels of the name index: deletion neighbourhoods, their look-up, and the exact distance that decides.

Method: two words within d edits share a string that each reaches by at most d deletions (the symmetric delete method of Garbe,
SymSpell). Only the first `PREFIX` letters enter the neighbourhood; the distance is taken over whole words.
"""

from __future__ import annotations

import numba as nb
import numpy as np
from numpy.typing import NDArray

__all__ = ["CAP", "PREFIX", "count", "emit", "search"]

PREFIX = 10
CAP = 64
"""Letters of a word that are compared; the rest is not looked at."""

Letters = Buckets = NDArray[np.uint32]
Places = NDArray[np.int64]
Entries = NDArray[np.uint64]
Numbers = NDArray[np.int32]
Small = NDArray[np.int8]

_ID_BITS = 24
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)

_Letters = nb.types.Array(nb.uint32, 1, "C", readonly=True)
_Offsets = nb.types.Array(nb.int64, 1, "C", readonly=True)
_Buckets = nb.types.Array(nb.uint32, 1, "C", readonly=True)
_Entries = nb.types.Array(nb.uint64, 1, "C", readonly=True)


@nb.njit(nb.uint64(_Letters, nb.int64, nb.int64, nb.int64, nb.int64), cache=True)
def _hash(letters: Letters, start: int, length: int, a: int, b: int) -> np.uint64:
    """Hash `length` letters from `start` without those at places a and b (-1 for none)."""
    h = np.uint64(1469598103934665603)
    for i in range(length):
        if i not in (a, b):
            h = (h ^ np.uint64(letters[start + i])) * _MULTIPLIER
            h ^= h >> np.uint64(29)
    h *= _MIX
    return h ^ (h >> np.uint64(32))


@nb.njit(nb.int64(_Offsets, nb.int64), cache=True)
def count(offsets: Places, distance: int) -> int:
    """Return how many entries the neighbourhoods of all words have together."""
    total = 0
    for w in range(len(offsets) - 1):
        n = min(PREFIX, offsets[w + 1] - offsets[w])
        total += 1 + (n if distance > 0 else 0) + (n * (n - 1) // 2 if distance > 1 else 0)
    return total


@nb.njit(nb.void(_Letters, _Offsets, nb.int64, nb.uint64[::1]), cache=True)
def emit(letters: Letters, offsets: Places, distance: int, out: Entries) -> None:
    """Write one entry a variant: the upper 40 bits of its hash, and the number of its word."""
    at = 0
    low = np.uint64((1 << _ID_BITS) - 1)
    for w in range(len(offsets) - 1):
        start = offsets[w]
        n = min(PREFIX, offsets[w + 1] - start)
        for a in range(-1, n if distance > 0 else 0):
            for b in range(-1, max(a, 0) if distance > 1 else 0):
                out[at] = (_hash(letters, start, n, a, b) & ~low) | np.uint64(w)
                at += 1


@nb.njit(nb.int64(_Letters, nb.int64, nb.int64, _Letters, nb.int64, nb.int64, nb.int64), cache=True)
def _distance(s: Letters, s0: int, n: int, t: Letters, t0: int, m: int, most: int) -> int:
    """Return the distance of optimal string alignment, or most + 1 where it is beyond `most`."""
    n, m = min(n, CAP), min(m, CAP)
    if abs(n - m) > most:
        return most + 1
    before, row, above = np.empty(m + 1, np.int64), np.empty(m + 1, np.int64), np.arange(m + 1)
    for i in range(1, n + 1):
        row[0] = i
        least = i
        for j in range(1, m + 1):
            same = s[s0 + i - 1] == t[t0 + j - 1]
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (0 if same else 1))
            if i > 1 and j > 1 and s[s0 + i - 1] == t[t0 + j - 2] and s[s0 + i - 2] == t[t0 + j - 1]:
                cost = min(cost, before[j - 2] + 1)
            row[j] = cost
            least = min(least, cost)
        if least > most:
            return most + 1
        before, above, row = above, row, before
    return above[m]


@nb.njit(nb.int32[::1](nb.int32[::1], nb.int64), cache=True)
def _longer(values: Numbers, room: int) -> Numbers:
    longer = np.empty(room, np.int32)
    longer[: len(values)] = values
    return longer


@nb.njit(nb.int8[::1](nb.int8[::1], nb.int64), cache=True)
def _longer8(values: Small, room: int) -> Small:
    longer = np.empty(room, np.int8)
    longer[: len(values)] = values
    return longer


@nb.njit(
    nb.types.Tuple((nb.int32[::1], nb.int32[::1], nb.int8[::1]))(
        _Letters, _Offsets, _Letters, _Offsets, _Entries, _Buckets, nb.int64, nb.int64
    ),
    cache=True,
)
def search(
    asked: Letters,
    asked_at: Places,
    letters: Letters,
    offsets: Places,
    entries: Entries,
    buckets: Buckets,
    shift: int,
    distance: int,
) -> tuple[Numbers, Numbers, Small]:
    """Return (query, word, distance) of every pair within `distance`, in the order of queries."""
    room = max(16, len(asked_at))
    query, word, far = np.empty(room, np.int32), np.empty(room, np.int32), np.empty(room, np.int8)
    seen = np.full(len(offsets) - 1, -1, np.int32)
    low = np.uint64((1 << _ID_BITS) - 1)
    found = 0
    for q in range(len(asked_at) - 1):
        start, whole = asked_at[q], asked_at[q + 1] - asked_at[q]
        n = min(PREFIX, whole)
        for a in range(-1, n if distance > 0 else 0):
            for b in range(-1, max(a, 0) if distance > 1 else 0):
                high = _hash(asked, start, n, a, b) & ~low
                bucket = np.int64(high >> np.uint64(shift))
                for e in range(np.int64(buckets[bucket]), np.int64(buckets[bucket + 1])):
                    w = np.int64(entries[e] & low)
                    if (entries[e] & ~low) != high or seen[w] == q:
                        continue
                    seen[w] = q
                    d = _distance(asked, start, whole, letters, offsets[w], offsets[w + 1] - offsets[w], distance)
                    if d > distance:
                        continue
                    if found == room:
                        room *= 2
                        query, word, far = _longer(query, room), _longer(word, room), _longer8(far, room)
                    query[found], word[found], far[found] = q, w, d
                    found += 1
    return query[:found].copy(), word[:found].copy(), far[:found].copy()
