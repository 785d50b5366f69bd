"""Compiled kernels of the name index: deletion neighbourhoods, their look-up, and the exact distance that decides.

Method: two words within d edits share a string that each reaches by at most d deletions (symmetric delete, W. Garbe). That
holds for their first `PREFIX` letters too, so only those enter the neighbourhood; the distance is taken over whole words.
"""

# pyright: reportMissingParameterType=false
# a kernel is typed by the signature in its decorator
from __future__ import annotations

import numba as nb
import numpy as np

__all__ = ["CAP", "ID_BITS", "PREFIX", "count", "emit", "search"]

PREFIX = 10
_VARIANTS = 1 + PREFIX + PREFIX * (PREFIX - 1) // 2
CAP = 64
"""Letters of a word that are compared; the rest is not looked at."""

ID_BITS = 24
_LOW = np.uint64((1 << ID_BITS) - 1)
_SEED = np.uint64(0xCBF29CE484222325)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)

_Letters = nb.types.Array(nb.uint32, 1, "C", readonly=True)
_Offsets = nb.types.Array(nb.int64, 1, "C", readonly=True)
_Entries = nb.types.Array(nb.uint64, 1, "C", readonly=True)


@nb.njit(nb.int64(nb.int64, nb.int64), cache=True)
def _limit(length, most):  # noqa: ANN001, ANN202  (compiled; its signature stands above)
    """Return how many edits a word of this length can bear and still be itself: one for every three letters."""
    return min(most, length // 3)


@nb.njit(nb.uint64(_Letters, nb.uint64, nb.int64, nb.int64, nb.int64), cache=True)
def _hash(letters, h, start, end, skip):  # noqa: ANN001, ANN202  (compiled; its signature stands above)
    """Carry hash `h` on over the letters from `start` to `end`, without the one at `skip`."""
    for i in range(start, end):
        if i != skip:
            h = (h ^ np.uint64(letters[i])) * _MULTIPLIER
            h ^= h >> np.uint64(29)
    return h


@nb.njit(nb.int64(_Letters, nb.int64, nb.int64, nb.int64, nb.uint64[::1]), cache=True)
def _variants(letters, start, whole, most, out):  # noqa: ANN001, ANN202  (compiled; its signature stands above)
    """Write the 40-bit hashes of a word's first letters without 0, 1 or 2 of them; return how many."""
    end, d, made = start + min(PREFIX, whole), _limit(whole, most), 1
    head = _SEED
    out[0] = _hash(letters, head, start, end, -1)
    for first in range(start, end if d > 0 else start):
        for second in range(first, end if d > 1 else first + 1):
            out[made] = _hash(letters, head, first + 1, end, second)
            made += 1
        head = _hash(letters, head, first, first + 1, -1)
    for i in range(made):
        h = out[i] * _MIX
        out[i] = (h ^ (h >> np.uint64(32))) & ~_LOW
    return made


@nb.njit(nb.int64(_Offsets, nb.int64), cache=True)
def count(offsets, most):  # noqa: ANN001, ANN201  (compiled; its signature stands above)
    """Return how many entries the neighbourhoods of all words have together."""
    total = 0
    for w in range(len(offsets) - 1):
        whole = offsets[w + 1] - offsets[w]
        n, d = min(PREFIX, whole), _limit(whole, most)
        total += 1 + (n if d > 0 else 0) + (n * (n - 1) // 2 if d > 1 else 0)
    return total


@nb.njit(nb.void(_Letters, _Offsets, nb.int64, nb.uint64[::1]), cache=True)
def emit(letters, offsets, most, out):  # noqa: ANN001, ANN201  (compiled; its signature stands above)
    """Write one entry a variant: the upper 40 bits of its hash, and the number of its word."""
    at, made = 0, np.empty(_VARIANTS, np.uint64)
    for w in range(len(offsets) - 1):
        many = _variants(letters, offsets[w], offsets[w + 1] - offsets[w], most, made)
        for i in range(many):
            out[at] = made[i] | np.uint64(w)
            at += 1


@nb.njit(nb.int64(_Letters, nb.int64, nb.int64, _Letters, nb.int64, nb.int64, nb.int64, nb.int64[:, ::1]), cache=True)
def _distance(s, s0, n, t, t0, m, most, rows):  # noqa: ANN001, ANN202  (compiled; one loop nest is what it is)
    """Return the distance of optimal string alignment, or most + 1 where it is beyond `most`."""
    n, m = min(n, CAP), min(m, CAP)
    if abs(n - m) > most:
        return most + 1
    for j in range(m + 1):
        rows[0, j] = j
    for i in range(1, n + 1):
        now, above, before = i % 3, (i - 1) % 3, (i - 2) % 3
        rows[now, 0] = least = i
        for j in range(1, m + 1):
            same = s[s0 + i - 1] == t[t0 + j - 1]
            cost = min(rows[above, j] + 1, rows[now, j - 1] + 1, rows[above, j - 1] + (0 if same else 1))
            if i > 1 and j > 1 and s[s0 + i - 1] == t[t0 + j - 2] and s[s0 + i - 2] == t[t0 + j - 1]:
                cost = min(cost, rows[before, j - 2] + 1)
            rows[now, j] = cost
            least = min(least, cost)
        if least > most:
            return most + 1
    return rows[n % 3, m]


@nb.njit(nb.int64[::1](nb.int64[::1], nb.int64), cache=True)
def _longer(values, room):  # noqa: ANN001, ANN202  (compiled)
    longer = np.empty(room, np.int64)
    longer[: len(values)] = values
    return longer


@nb.njit(
    nb.types.Tuple((nb.int64[::1], nb.int64))(
        _Letters, nb.int64, nb.int64, _Entries, _Offsets, nb.int64, nb.int64, nb.int64[::1]
    ),
    cache=True,
)
def _near(asked, start, whole, entries, buckets, shift, most, near):  # noqa: ANN001, ANN202  (compiled)
    """Return the words that share a variant with one query, in a buffer that may have grown, and how many they are."""
    made, found = np.empty(_VARIANTS, np.uint64), 0
    for i in range(_variants(asked, start, whole, most, made)):
        bucket = np.int64(made[i] >> np.uint64(shift))
        for e in range(buckets[bucket], buckets[bucket + 1]):
            if (entries[e] & ~_LOW) == made[i]:
                if found == len(near):
                    near = _longer(near, 2 * found)
                near[found] = np.int64(entries[e] & _LOW)
                found += 1
    return near, found


@nb.njit(
    nb.types.Tuple((nb.int64[::1], nb.int64[::1], nb.int64[::1]))(
        _Letters, _Offsets, _Letters, _Offsets, _Entries, _Offsets, nb.int64, nb.int64
    ),
    cache=True,
)
def search(asked, asked_at, letters, offsets, entries, buckets, shift, most):  # noqa: ANN001, ANN201  (compiled)
    """Return (query, word, distance) of every pair within `most`, by query and word."""
    room, found = 16 + len(asked_at), 0
    query, word, far = np.empty(room, np.int64), np.empty(room, np.int64), np.empty(room, np.int64)
    near, rows = np.empty(256, np.int64), np.empty((3, CAP + 1), np.int64)
    for q in range(len(asked_at) - 1):
        start, whole = asked_at[q], asked_at[q + 1] - asked_at[q]
        near, many = _near(asked, start, whole, entries, buckets, shift, most, near)
        near[:many].sort()
        for i in range(many):
            w = near[i]
            if i > 0 and w == near[i - 1]:
                continue
            length = offsets[w + 1] - offsets[w]
            allowed = _limit(min(whole, length), most)
            d = _distance(asked, start, whole, letters, offsets[w], length, allowed, rows)
            if d <= allowed:
                if found == room:
                    room *= 2
                    query, word, far = _longer(query, room), _longer(word, room), _longer(far, room)
                query[found], word[found], far[found] = q, w, d
                found += 1
    return query[:found].copy(), word[:found].copy(), far[:found].copy()
