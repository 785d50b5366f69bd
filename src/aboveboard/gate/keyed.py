"""A map from keys to rows in three plain arrays, which may lie in a mapped file: looked up by bisection, never scanned."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

__all__ = ["KEY", "Keyed", "key_of"]

Ints = npt.NDArray[np.int64]

KEY = "CAST('0x' || left(sha256({kind} || ':' || {text}), 16) AS UBIGINT)"
"""The key in DuckDB's dialect, of the columns `kind` and `text`."""


def key_of(kind: str, text: str) -> int:
    """Return the key of a text of one kind, 64 bits of its SHA-256: among three million keys, two meet by chance once in four million such maps."""
    return int.from_bytes(hashlib.sha256(f"{kind}:{text}".encode("utf-8", "surrogatepass")).digest()[:8], "big")


class Keyed(NamedTuple):
    """Keys in order, and the row of each; a key may have several rows."""

    keys: npt.NDArray[np.uint64]
    rows: Ints

    @classmethod
    def of(cls, keys: npt.NDArray[np.uint64], rows: Ints) -> Self:
        """Make a map of keys in any order."""
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], rows[order])

    def rows_of(self, key: int) -> list[int]:
        """Return the rows of a key, in the order they were given."""
        wanted = np.uint64(key)
        first = int(self.keys.searchsorted(wanted))
        last = first
        while last < len(self.keys) and self.keys[last] == wanted:
            last += 1
        return self.rows[first:last].tolist()

    def first(self, key: int, default: int) -> int:
        """Return the one row of a key, or `default`."""
        return next(iter(self.rows_of(key)), default)

    def firsts(self, keys: Sequence[int]) -> Ints:
        """Return the first row of each key, -1 where it has none."""
        wanted = np.array(keys, np.uint64)
        at = self.keys.searchsorted(wanted)
        found = np.full(len(wanted), -1, np.int64)
        if len(self.keys):
            there = np.minimum(at, len(self.keys) - 1)
            same = self.keys[there] == wanted
            found[same] = self.rows[there[same]]
        return found
