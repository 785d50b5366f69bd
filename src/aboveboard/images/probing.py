"""The compiled loop of the picture search. Apart from the rest, so that numba is imported only where it runs."""

from __future__ import annotations

import numba as nb
import numpy as np
import numpy.typing as npt

__all__ = ["probe"]

_SIGNATURE = nb.types.int64(
    nb.types.Array(nb.uint64, 2, "C", readonly=True),
    nb.types.Array(nb.uint64, 2, "C", readonly=True),
    nb.types.Array(nb.int32, 2, "C", readonly=True),
    nb.types.Array(nb.int32, 2, "C", readonly=True),
    nb.int64,
    nb.int64,
    nb.int32[:, ::1],
)


@nb.njit(nb.uint64(nb.uint64), cache=True, inline="always")
def _ones(word: np.uint64) -> np.uint64:
    word = word - ((word >> np.uint64(1)) & np.uint64(0x5555555555555555))
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return (word * np.uint64(0x0101010101010101)) >> np.uint64(56)


@nb.njit(nb.uint64(nb.uint64, nb.int64), cache=True, inline="always")
def _part(word: np.uint64, place: int) -> np.uint64:
    return (word >> np.uint64(16 * place)) & np.uint64(0xFFFF)


@nb.njit(_SIGNATURE, cache=True, nogil=True)
def probe(
    queries: npt.NDArray[np.uint64],
    hashes: npt.NDArray[np.uint64],
    starts: npt.NDArray[np.int32],
    order: npt.NDArray[np.int32],
    distance: int,
    reach: int,
    out: npt.NDArray[np.int32],
) -> int:
    """Write (query, hash, bits apart) of every pair within `distance` to `out`; return how many there are.

    A pair is counted even where `out` is full, so that the caller can come again with more room. Every hash that has
    one of its 16 parts within `reach` bits of the query's is looked at; a pair is told at the first such part.
    """
    found = 0
    for q in range(len(queries)):
        a, b, c, d = queries[q, 0], queries[q, 1], queries[q, 2], queries[q, 3]
        for part in range(16):
            value = _part(queries[q, part // 4], part % 4)
            for flip in range(1 + 16 * reach):
                bucket = np.int64(value) if flip == 0 else np.int64(value ^ np.uint64(1 << (flip - 1)))
                for place in range(starts[part, bucket], starts[part, bucket + 1]):
                    h = order[part, place]
                    apart = _ones(a ^ hashes[h, 0]) + _ones(b ^ hashes[h, 1])
                    apart += _ones(c ^ hashes[h, 2]) + _ones(d ^ hashes[h, 3])
                    if apart > distance:
                        continue
                    first = True
                    for earlier in range(part):
                        word = earlier // 4
                        near = _part(queries[q, word] ^ hashes[h, word], earlier % 4)
                        first = first and np.int64(_ones(near)) > reach
                    if first:
                        if found < len(out):
                            out[found, 0] = q
                            out[found, 1] = h
                            out[found, 2] = apart
                        found += 1
    return found
