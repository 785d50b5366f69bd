"""Approximate look-up of names among a million: every entry within two edits of a folded name, without a scan.

The kernels are compiled on first use and kept; `index_kernels` says how they work.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.errors import InputError

__all__ = ["DISTANCE", "Index"]

DISTANCE = 2
"""The most edits an index can find: its neighbourhoods are built for so many."""

_MOST = 1 << 24
_MERGE = 4


class _Segment(NamedTuple):
    """One immutable part: letters of all words, where each begins, neighbourhoods sorted, where each bucket begins."""

    letters: np.ndarray
    offsets: np.ndarray
    entries: np.ndarray
    buckets: np.ndarray
    ids: pa.Array
    keys: pa.Array

    @property
    def shift(self) -> int:
        return 64 - (len(self.buckets) - 1).bit_length() + 1


class Index:
    """Folded names and their ids. Entries can be added and removed at any time; a large side part is merged by itself.

    Distances are of optimal string alignment (insert, drop, replace, swap neighbours), over the first 64 letters. Names are
    compared as they are given: fold them first, queries too.
    """

    def __init__(
        self, segments: list[_Segment], removed: frozenset[str] = frozenset(), folder: Path | None = None
    ) -> None:
        self._segments = segments
        self._removed = removed
        self._folder = folder

    @classmethod
    def build(cls, keys: pa.Array, ids: pa.Array) -> Self:
        """Build an index of `keys` (strings) with as many `ids` (strings). Null keys are left out. At most 16,777,216 names."""
        return cls([_segment(keys, ids)])

    def __len__(self) -> int:
        return sum(len(s.ids) - _gone(s, self._removed) for s in self._segments)

    def search(self, keys: pa.Array, distance: int = DISTANCE) -> pa.Table:
        """Return (row, id, key, distance) for every key and every entry within `distance`, nearest first for each row."""
        if not 0 <= distance <= DISTANCE:
            raise InputError(f"an index finds names within 0 to {DISTANCE} edits, not {distance}")
        asked, at, rows = _letters_of(keys)
        tables = [_found(s, asked, at, rows, distance) for s in self._segments if len(s.ids)]
        table = pa.concat_tables([_EMPTY, *tables])
        if self._removed:
            table = table.filter(
                pc.invert(pc.is_in(table["id"], value_set=pa.array(sorted(self._removed), pa.string())))
            )
        return table.sort_by(
            [("row", "ascending"), ("distance", "ascending"), ("key", "ascending"), ("id", "ascending")]
        )

    def check(self, key: str, distance: int = DISTANCE) -> list[tuple[str, str, int]]:
        """Return (id, key, distance) for one name, nearest first."""
        table = self.search(pa.array([key], pa.string()), distance)
        return list(zip(*(table[c].to_pylist() for c in ("id", "key", "distance")), strict=True))

    def add(self, keys: pa.Array, ids: pa.Array) -> None:
        """Add entries. An id that was there before, or was removed, is replaced."""
        self.remove(ids)
        new = _segment(keys, ids)
        self._segments = [*self._without(ids), new]
        self._removed -= frozenset(ids.to_pylist())
        if len(self._segments) > _MERGE:
            self._merge()

    def _without(self, ids: pa.Array) -> list[_Segment]:
        """Return the segments, those that hold one of `ids` rebuilt without it: a replaced entry must not come back."""
        gone = frozenset(ids.to_pylist())
        return [_kept(s, gone) if _gone(s, gone) else s for s in self._segments]

    def _merge(self) -> None:
        """Make one segment of all small ones."""
        first, *side = [_kept(s, self._removed) if _gone(s, self._removed) else s for s in self._segments]
        keys, ids = (pa.concat_arrays([getattr(s, what) for s in side]) for what in ("keys", "ids"))
        self._segments, self._removed = [first, _segment(keys, ids)], frozenset()

    def remove(self, ids: pa.Array) -> None:
        """Remove entries by id; an unknown id is no error."""
        self._removed |= frozenset(ids.drop_null().to_pylist())

    def save(self, path: Path) -> None:
        """Write the index as the folder `path`, whole or not at all; an older one is replaced."""
        staging = path.with_name(path.name + ".partial")
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
        for number, segment in enumerate(self._segments):
            _write(segment, staging / str(number))
        about = {"format": 1, "segments": len(self._segments), "removed": sorted(self._removed)}
        (staging / "index.json").write_text(json.dumps(about), "utf-8")
        shutil.rmtree(path, ignore_errors=True)
        staging.rename(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a saved index. Its arrays stay on disk and are read as they are needed. Raises `InputError` if damaged."""
        try:
            about = json.loads((path / "index.json").read_text("utf-8"))
            return cls([_read(path / str(n)) for n in range(about["segments"])], frozenset(about["removed"]), path)
        except (OSError, ValueError, KeyError, pa.ArrowInvalid) as error:
            raise InputError(f"{path}: not a name index that can be read: {error}") from error


_EMPTY = pa.table(
    {
        "row": pa.array([], pa.int32()),
        "id": pa.array([], pa.string()),
        "key": pa.array([], pa.string()),
        "distance": pa.array([], pa.int8()),
    }
)


def _letters_of(keys: pa.Array) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the code points of all keys, where each begins, and their rows; null and empty keys are left out."""
    there = pc.fill_null(pc.greater(pc.binary_length(keys), 0), False)
    rows = np.flatnonzero(there.to_numpy(zero_copy_only=False)).astype(np.int32)
    kept = keys.filter(there)
    letters = np.frombuffer("".join(kept.to_pylist()).encode("utf-32-le"), np.uint32)
    lengths = pc.utf8_length(kept).to_numpy(zero_copy_only=False)
    return letters, np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64), rows


def _segment(keys: pa.Array, ids: pa.Array) -> _Segment:
    from aboveboard.names import index_kernels

    letters, offsets, rows = _letters_of(keys)
    if len(rows) > _MOST:
        raise InputError(f"an index holds at most {_MOST:,} names, not {len(rows):,}")
    entries = np.empty(index_kernels.count(offsets, DISTANCE), np.uint64)
    index_kernels.emit(letters, offsets, DISTANCE, entries)
    entries.sort()
    bits = max(4, len(entries).bit_length() - 2)
    starts = np.searchsorted(entries, np.arange(1 << bits, dtype=np.uint64) << np.uint64(64 - bits))
    buckets = np.append(starts, len(entries)).astype(np.uint32)
    at = pa.array(rows)
    return _Segment(letters, offsets, entries, buckets, ids.take(at).cast(pa.string()), keys.take(at).cast(pa.string()))


def _found(segment: _Segment, asked: np.ndarray, at: np.ndarray, rows: np.ndarray, distance: int) -> pa.Table:
    from aboveboard.names import index_kernels

    query, word, far = index_kernels.search(
        asked, at, segment.letters, segment.offsets, segment.entries, segment.buckets, segment.shift, distance
    )
    which = pa.array(word)
    return pa.table(
        {
            "row": pa.array(rows[query]),
            "id": segment.ids.take(which),
            "key": segment.keys.take(which),
            "distance": pa.array(far),
        }
    )


def _gone(segment: _Segment, ids: frozenset[str]) -> int:
    return pc.sum(pc.is_in(segment.ids, value_set=pa.array(sorted(ids), pa.string()))).as_py() or 0 if ids else 0


def _kept(segment: _Segment, gone: frozenset[str]) -> _Segment:
    stay = pc.invert(pc.is_in(segment.ids, value_set=pa.array(sorted(gone), pa.string())))
    return _segment(segment.keys.filter(stay), segment.ids.filter(stay))


_ARRAYS = ("letters", "offsets", "entries", "buckets")


def _write(segment: _Segment, folder: Path) -> None:
    folder.mkdir()
    for name in _ARRAYS:
        np.save(folder / f"{name}.npy", getattr(segment, name))
    table = pa.table({"id": segment.ids, "key": segment.keys})
    with pa.OSFile(str(folder / "names.arrow"), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)


def _read(folder: Path) -> _Segment:
    letters, offsets, entries, buckets = (np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS)
    table = pa.ipc.open_file(pa.memory_map(str(folder / "names.arrow"))).read_all()
    ids, keys = (table[c].combine_chunks() for c in ("id", "key"))
    return _Segment(letters, offsets, entries, buckets, ids, keys)
