"""The compiled loops of the picture search. Apart from the rest, so that numba is imported only where they run.

Each step is one loop over many buckets or hashes: the reads of one loop do not wait for one another, and memory answers
many at once.
"""

# pyright: reportMissingParameterType=false
# a kernel is typed by the signature in its decorator
from __future__ import annotations

import numpy as np

from aboveboard.numbered import numba as nb

__all__ = ["file", "probe"]

_Hashes = nb.types.Array(nb.uint64, 2, "C", readonly=True)
_Starts = nb.types.Array(nb.int32, 1, "C", readonly=True)
_Order = nb.types.Array(nb.int32, 2, "C", readonly=True)
_Cuts = nb.types.Array(nb.int64, 1, "C", readonly=True)
_WORD = 64


@nb.njit(nb.uint64(nb.uint64), cache=True, inline="always")
def _ones(word):  # noqa: ANN001, ANN202  (compiled; its signature stands above)
    word = word - ((word >> np.uint64(1)) & np.uint64(0x5555555555555555))
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return (word * np.uint64(0x0101010101010101)) >> np.uint64(56)


@nb.njit(nb.uint64(_Hashes, nb.int64, nb.int64, nb.int64), cache=True)
def _part(hashes, row, first, last):  # noqa: ANN001, ANN202  (compiled)
    """Return the bits of a hash from `first` up to `last`, at most 32 of them."""
    word, low = first // _WORD, first % _WORD
    value = hashes[row, word] >> np.uint64(low)
    if low + last - first > _WORD:
        value |= hashes[row, word + 1] << np.uint64(_WORD - low)
    return value & ((np.uint64(1) << np.uint64(last - first)) - np.uint64(1))


@nb.njit(nb.void(_Hashes, nb.int64, nb.int64, nb.int32[::1], nb.int32[::1]), cache=True, nogil=True)
def file(hashes, first, last, starts, order):  # noqa: ANN001, ANN201  (compiled)
    """File all hashes under the part from bit `first` up to `last`: where each bucket begins, and who is in it, as they stand."""
    starts[:] = 0
    for row in range(len(hashes)):
        starts[np.int64(_part(hashes, row, first, last)) + 1] += 1
    for bucket in range(1, len(starts)):
        starts[bucket] += starts[bucket - 1]
    for row in range(len(hashes)):
        bucket = np.int64(_part(hashes, row, first, last))
        order[starts[bucket]] = row
        starts[bucket] += 1
    for bucket in range(len(starts) - 1, 0, -1):
        starts[bucket] = starts[bucket - 1]
    starts[0] = 0


@nb.njit(nb.int64(nb.uint64, nb.int64, nb.int64, nb.int64[::1]), cache=True)
def _around(value, width, reach, out):  # noqa: ANN001, ANN202  (compiled)
    """Write the values that differ from `value` in at most `reach` (0 to 2) of `width` bits; return how many."""
    out[0], made = value, 1
    for a in range(width if reach > 0 else 0):
        one = value ^ (np.uint64(1) << np.uint64(a))
        out[made] = one
        made += 1
        for b in range(a + 1, width if reach > 1 else 0):
            out[made] = one ^ (np.uint64(1) << np.uint64(b))
            made += 1
    return made


@nb.njit(nb.int64(_Starts, nb.int64, nb.int64[::1], nb.int64, nb.int64[:, ::1]), cache=True)
def _spans(starts, base, buckets, many, spans):  # noqa: ANN001, ANN202  (compiled)
    """Write where each bucket begins and ends; return how many hashes they hold."""
    held = 0
    for i in range(many):
        spans[i, 0], spans[i, 1] = starts[base + buckets[i]], starts[base + buckets[i] + 1]
        held += spans[i, 1] - spans[i, 0]
    return held


@nb.njit(
    nb.int64(_Hashes, nb.int64, _Hashes, _Order, nb.int64, nb.int64[:, ::1], nb.int64, nb.int64[:, ::1]),
    cache=True,
)
def _near(queries, q, hashes, order, part, spans, distance, near):  # noqa: ANN001, ANN202  (compiled)
    """Write hash and bits apart of those in the buckets that are within `distance`; return how many."""
    held, found = 0, 0
    for i in range(len(spans)):
        for place in range(spans[i, 0], spans[i, 1]):
            near[held, 0] = order[part, place]
            held += 1
    a, b, c, d = queries[q, 0], queries[q, 1], queries[q, 2], queries[q, 3]
    for i in range(held):
        h = near[i, 0]
        apart = _ones(a ^ hashes[h, 0]) + _ones(b ^ hashes[h, 1]) + _ones(c ^ hashes[h, 2]) + _ones(d ^ hashes[h, 3])
        near[found, 0], near[found, 1] = h, apart
        found += np.int64(np.int64(apart) <= distance)
    return found


@nb.njit(nb.boolean(_Hashes, nb.int64, _Hashes, nb.int64, _Cuts, _Cuts, nb.int64), cache=True)
def _told(queries, q, hashes, h, cuts, reaches, part):  # noqa: ANN001, ANN202  (compiled)
    """Tell whether an earlier part has shown this pair."""
    for earlier in range(part):
        first, last = cuts[earlier], cuts[earlier + 1]
        apart = _part(queries, q, first, last) ^ _part(hashes, h, first, last)
        if np.int64(_ones(apart)) <= reaches[earlier]:
            return True
    return False


@nb.njit(
    nb.int64(_Hashes, _Hashes, _Starts, _Order, _Cuts, _Cuts, nb.int64, nb.int32[:, ::1]),
    cache=True,
    nogil=True,
)
def probe(queries, hashes, starts, order, cuts, reaches, distance, out):  # noqa: ANN001, ANN201  (compiled)
    """Write (query, hash, bits apart) of every pair within `distance` to `out`; return how many there are.

    A pair is counted even where `out` is full, so that the caller can come again with more room. Looked at is every hash
    with some part that differs from the query's in at most its `reaches` bits; a pair is told at the first such part.
    """
    found, near = 0, np.empty((1024, 2), np.int64)
    buckets, spans = np.empty(1024, np.int64), np.empty((1024, 2), np.int64)
    for q in range(len(queries)):
        base = 0
        for part in range(len(reaches)):
            width = cuts[part + 1] - cuts[part]
            if reaches[part] >= 0:
                many = _around(_part(queries, q, cuts[part], cuts[part + 1]), width, reaches[part], buckets)
                held = _spans(starts, base, buckets, many, spans)
                if held >= len(near):
                    near = np.empty((2 * held, 2), np.int64)
                for i in range(_near(queries, q, hashes, order, part, spans[:many], distance, near)):
                    if not _told(queries, q, hashes, near[i, 0], cuts, reaches, part):
                        if found < len(out):
                            out[found, 0], out[found, 1], out[found, 2] = q, near[i, 0], near[i, 1]
                        found += 1
            base += (1 << width) + 1
    return found
