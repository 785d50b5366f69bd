"""Approximate look-up of names among a million: every entry within two edits of a folded name, without a scan.

The kernels are compiled on first use and kept; `index_kernels` says how they work.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.errors import InputError
from aboveboard.names.index_segments import Segment, letters_of, read, segment, write

__all__ = ["DISTANCE", "Index"]

DISTANCE = 2
"""The most edits an index can find: its neighbourhoods are built for so many."""

_SIDES = 8
_ORDER = [("row", "ascending"), ("distance", "ascending"), ("key", "ascending"), ("id", "ascending")]


class Index:
    """Folded names and their ids, as one large part and a few small ones that hold what was added later.

    Distances are of optimal string alignment (insert, drop, replace, swap neighbours), over the first 64 letters. An entry
    bears one edit for every three of its own letters, however many the query kept: a two-letter name is found only as it
    is, since with one letter changed it is another name, and a six-letter name is found with two letters missing.
    Names are compared as they are given: fold them first, queries too, letter by letter. A fold that joins letters (rn to
    m, ll to l) makes one edit of the name two or three of its key.
    """

    def __init__(self, parts: list[Segment]) -> None:
        self._parts = parts

    @classmethod
    def build(cls, keys: pa.Array, ids: pa.Array) -> Self:
        """Build an index of `keys` (strings) with as many `ids`. Null and empty keys are left out.

        Keys and ids may repeat. Raises `InputError` where lengths differ, or beyond 16,777,216 names.
        """
        return cls([segment(keys, ids, DISTANCE)])

    def __len__(self) -> int:
        return sum(int(p.alive.sum()) for p in self._parts)

    def search(self, keys: pa.Array, distance: int = DISTANCE, *, threads: int = 1) -> pa.Table:
        """Return (row int32, id, key, distance int8) for every key and every entry within `distance` of it.

        By row, then distance, key and id, on any number of `threads`. Raises `InputError` where `distance` is not 0, 1 or 2.
        """
        letters, at, rows = letters_of(keys)
        cuts = np.linspace(0, len(rows), max(1, min(threads, len(rows))) + 1).astype(np.int64)
        runs = [(p, first, last) for p in self._parts for first, last in pairwise(cuts.tolist())]
        with ThreadPoolExecutor(threads) as pool:
            found = pool.map(
                lambda r: _table(r[0], rows[r[1] :], *_pairs(r[0], letters, at[r[1] : r[2] + 1], distance)), runs
            )
            return pa.concat_tables(found).sort_by(_ORDER)

    def check(self, key: str, distance: int = DISTANCE) -> list[tuple[str, str, int]]:
        """Return (id, key, distance) for one name, nearest first: `search` without the cost of tables."""
        letters = np.frombuffer(key.encode("utf-32-le", "surrogatepass"), np.uint32)
        at = np.array([0, len(letters)])
        found: list[tuple[str, str, int]] = []
        for part in self._parts if key else ():
            _, words, far = _pairs(part, letters, at, distance)
            which = pa.array(words)
            found += zip(part.ids.take(which).to_pylist(), part.keys.take(which).to_pylist(), far.tolist(), strict=True)
        return sorted(found, key=lambda f: (f[2], f[1], f[0]))

    def add(self, keys: pa.Array, ids: pa.Array) -> None:
        """Add entries. What an id stood for before is replaced. Small parts are merged once there are several."""
        new = segment(keys, ids, DISTANCE)
        self.remove(ids)
        self._parts.append(new)
        if len(self._parts) > _SIDES:
            left = [p.entries_left() for p in self._parts[1:]]
            keys, ids = (pa.concat_arrays(a) for a in zip(*left, strict=True))
            self._parts[1:] = [segment(keys, ids, DISTANCE)]

    def remove(self, ids: pa.Array) -> None:
        """Remove entries by id; an unknown id is no error."""
        gone = pc.fill_null(ids.cast(pa.string()), "")
        self._parts = [p.without(gone) for p in self._parts]

    def save(self, path: Path) -> None:
        """Write the index as the file `path`, whole or not at all; an older one is replaced."""
        write(self._parts, path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a saved index: its arrays stay in the file and are read as they are needed. Raises `InputError` if damaged."""
        return cls(read(path))


def _pairs(part: Segment, letters: np.ndarray, at: np.ndarray, distance: int) -> tuple[np.ndarray, ...]:
    if not 0 <= distance <= DISTANCE:
        raise InputError(f"an index finds names within 0 to {DISTANCE} edits, not {distance}")
    query, word, far = part.words.near(letters, at, distance)
    left = part.alive[word]
    return query[left], word[left], far[left]


def _table(part: Segment, rows: np.ndarray, query: np.ndarray, word: np.ndarray, far: np.ndarray) -> pa.Table:
    which = pa.array(word)
    return pa.table(
        {
            "row": pa.array(rows[query], pa.int32()),
            "id": part.ids.take(which),
            "key": part.keys.take(which),
            "distance": pa.array(far, pa.int8()),
        }
    )
