"""A dictionary from texts to short lists, in plain arrays that may lie in a mapped file: nothing of it is read before it is asked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

import numpy as np
import pyarrow as pa

from aboveboard.names.mapped import flat

__all__ = ["ARRAYS", "Item", "Shelf", "shelved"]

ARRAYS = 4
"""Arrays of one shelf."""

Item = tuple[int, str]


def shelved(items: Iterable[tuple[str, int, str]]) -> dict[str, list[Item]]:
    """Return (key, number, text) as a dictionary in memory, which is several times as fast to look into."""
    found: dict[str, list[Item]] = {}
    for key, number, text in items:
        found.setdefault(key, []).append((number, text))
    return found


class Shelf(NamedTuple):
    """Numbers and texts under keys. Keys are kept as 64 bits of a digest, in order: among a million, two meet by chance once in 37 million shelves."""

    digests: np.ndarray
    numbers: np.ndarray
    starts: np.ndarray
    data: np.ndarray

    @classmethod
    def of(cls, items: Iterable[tuple[str, int, str]]) -> Self:
        """Make a shelf of (key, number, text); what stands under one key keeps its order."""
        rows = list(items)
        digests = np.array([_digest(key) for key, _, _ in rows], np.uint64)
        order = np.argsort(digests, kind="stable")
        numbers = np.array([n for _, n, _ in rows], np.int32)[order]
        return cls(digests[order], numbers, *flat(pa.array([rows[i][2] for i in order.tolist()], pa.string())))

    def get(self, key: str, default: Sequence[Item] = ()) -> Sequence[Item]:
        """Return the (number, text) under a key, in the order they were given; `default` where there is none."""
        wanted = np.uint64(_digest(key))
        first = int(self.digests.searchsorted(wanted))
        last = first
        while last < len(self.digests) and self.digests[last] == wanted:
            last += 1
        return [self._item(n) for n in range(first, last)] if last > first else default

    def __contains__(self, key: object) -> bool:
        """Tell whether anything stands under a key."""
        wanted = np.uint64(_digest(str(key)))
        first = int(self.digests.searchsorted(wanted))
        return first < len(self.digests) and bool(self.digests[first] == wanted)

    def _item(self, row: int) -> Item:
        text = self.data[self.starts[row] : self.starts[row + 1]].tobytes().decode("utf-8", "surrogatepass")
        return int(self.numbers[row]), text


def _digest(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
