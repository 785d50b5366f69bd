"""The parts of a name index: each is built once and only ever loses entries, and is kept in a file as plain arrays."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.errors import InputError
from aboveboard.names.index_sizes import ID_BITS
from aboveboard.names.mapped import flat, open_arrays, save_arrays, strings

__all__ = ["Segment", "Words", "by_id", "letters_of", "read", "rows_of", "segment", "without", "write"]

_MOST = 1 << ID_BITS
_FEW = 1000
_ARRAYS = 10


class Words(NamedTuple):
    """What is searched: letters of all words and where each begins, variants sorted and where each bucket begins."""

    letters: np.ndarray
    offsets: np.ndarray
    entries: np.ndarray
    buckets: np.ndarray

    @staticmethod
    def of(letters: np.ndarray, offsets: np.ndarray, most: int) -> Words:
        """Make words (see `letters_of`) findable within `most` edits. Raises `InputError` beyond 16,777,216 of them."""
        from aboveboard.names import index_kernels

        if len(offsets) > _MOST + 1:
            raise InputError(f"an index holds at most {_MOST:,} names, not {len(offsets) - 1:,}")
        entries = np.empty(index_kernels.count(offsets, most), np.uint64)
        index_kernels.emit(letters, offsets, most, entries)
        entries.sort()
        bits = max(4, len(entries).bit_length() - 3)
        starts = np.empty((1 << bits) + 1, np.uint32)
        index_kernels.bound(entries, 64 - bits, starts)
        return Words(letters, offsets, entries, starts)

    def near(self, letters: np.ndarray, at: np.ndarray, distance: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return (query, word, distance) for each query and word within `distance`, at most what the words were made for."""
        from aboveboard.names import index_kernels

        shift = 65 - (len(self.buckets) - 1).bit_length()
        return index_kernels.search(letters, at, *self, shift, distance)


class Segment(NamedTuple):
    """Words, who of them is not removed, the rows in the order of their ids, ids and keys."""

    words: Words
    alive: np.ndarray
    order: np.ndarray
    ids: pa.Array
    keys: pa.Array

    def without(self, ids: pa.Array) -> Segment:
        """Return the part with the entries of `ids` no longer alive."""
        rows = rows_of(ids, self.ids, self.order)
        return self._replace(alive=without(self.alive, rows)) if self.alive[rows].any() else self

    def entries_left(self) -> tuple[pa.Array, pa.Array]:
        """Return keys and ids that are alive."""
        left = pa.array(np.asarray(self.alive))
        return self.keys.filter(left), self.ids.filter(left)


def without(alive: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return marks of who is alive, without those in `rows`; what was given stays as it is."""
    left = alive.copy()
    left[rows] = False
    return left


def rows_of(wanted: pa.Array, ids: pa.Array, order: np.ndarray) -> np.ndarray:
    """Return the rows of `ids` that are any of `wanted` (no nulls in either); `order` holds the rows by their ids."""
    if len(wanted) > _FEW:
        return np.flatnonzero(pc.is_in(ids, value_set=wanted).to_numpy(zero_copy_only=False))
    found = [np.empty(0, np.int32)]
    for one in set(wanted.to_pylist()):
        first = last = bisect_left(range(len(order)), one, key=lambda place: ids[int(order[place])].as_py())
        while last < len(order) and ids[int(order[last])].as_py() == one:
            last += 1
        found.append(order[first:last])
    return np.concatenate(found)


def letters_of(keys: pa.Array) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the code points of all keys, where each begins, and their rows; null and empty keys are left out."""
    there = pc.fill_null(pc.greater(pc.binary_length(keys), 0), False)
    rows = np.flatnonzero(there.to_numpy(zero_copy_only=False))
    kept = keys.filter(there)
    letters = np.frombuffer("".join(kept.to_pylist()).encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = pc.utf8_length(kept).to_numpy(zero_copy_only=False)
    return letters, np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64), rows


def segment(keys: pa.Array, ids: pa.Array, most: int) -> Segment:
    """Build a part that finds names within `most` edits. Raises `InputError` beyond 16,777,216 names."""
    if len(keys) != len(ids):
        raise InputError(f"{len(keys)} keys and {len(ids)} ids: an index needs one id for each key")
    letters, offsets, rows = letters_of(keys)
    words, at = Words.of(letters, offsets, most), pa.array(rows)
    ids, keys = pc.fill_null(ids.take(at).cast(pa.string()), ""), keys.take(at).cast(pa.string())
    return Segment(words, np.ones(len(rows), np.bool_), by_id(ids), ids, keys)


def by_id(ids: pa.Array) -> np.ndarray:
    """Return the rows in the order of their ids (no nulls)."""
    return pc.array_sort_indices(ids).to_numpy().astype(np.int32)


def write(parts: list[Segment], path: Path) -> None:
    """Write parts as one file, whole or not at all: a reader sees the old file or the new one."""
    save_arrays([a for p in parts for a in (*p.words, p.alive, p.order, *flat(p.ids), *flat(p.keys))], path)


def read(path: Path) -> list[Segment]:
    """Map the parts of a file into memory. Raises `InputError` where it is missing, cut short or something else."""
    arrays = open_arrays(path, _ARRAYS)
    return [_whole(arrays[n : n + _ARRAYS]) for n in range(0, len(arrays), _ARRAYS)]


def _whole(arrays: list[np.ndarray]) -> Segment:
    alive, order, *text = arrays[4:]
    return Segment(Words(*arrays[:4]), alive, order, strings(*text[:2]), strings(*text[2:]))
