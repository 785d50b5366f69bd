"""The parts of a name index: each is built once and only ever loses entries, and is kept in a file as plain arrays."""

from __future__ import annotations

import json
import os
from bisect import bisect_left
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.errors import InputError

__all__ = ["Segment", "letters_of", "read", "rows_of", "segment", "write"]

_MOST = 1 << 24
_MAGIC = b"ABNAMES2"
_ALIGNED = 64
_FEW = 1000
_ARRAYS = 10


class Segment(NamedTuple):
    """Letters of all words and where each begins, variants sorted and where each bucket begins, who is not removed.

    `order` holds the rows by their ids, so that one is found without looking at all.
    """

    letters: np.ndarray
    offsets: np.ndarray
    entries: np.ndarray
    buckets: np.ndarray
    alive: np.ndarray
    order: np.ndarray
    ids: pa.Array
    keys: pa.Array

    @property
    def shift(self) -> int:
        """Return by how many bits a hash is shifted to become the number of its bucket."""
        return 65 - (len(self.buckets) - 1).bit_length()

    def without(self, ids: pa.Array) -> Segment:
        """Return the part with the entries of `ids` no longer alive."""
        rows = rows_of(ids, self.ids, self.order)
        if not self.alive[rows].any():
            return self
        alive = self.alive.copy()
        alive[rows] = False
        return self._replace(alive=alive)

    def entries_left(self) -> tuple[pa.Array, pa.Array]:
        """Return keys and ids that are alive."""
        left = pa.array(np.asarray(self.alive))
        return self.keys.filter(left), self.ids.filter(left)


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
    from aboveboard.names import index_kernels

    if len(keys) != len(ids):
        raise InputError(f"{len(keys)} keys and {len(ids)} ids: an index needs one id for each key")
    letters, offsets, rows = letters_of(keys)
    if len(rows) > _MOST:
        raise InputError(f"an index holds at most {_MOST:,} names, not {len(rows):,}")
    entries = np.empty(index_kernels.count(offsets, most), np.uint64)
    index_kernels.emit(letters, offsets, most, entries)
    entries.sort()
    at = pa.array(rows)
    ids, keys = pc.fill_null(ids.take(at).cast(pa.string()), ""), keys.take(at).cast(pa.string())
    order = pc.array_sort_indices(ids).to_numpy().astype(np.int32)
    return Segment(letters, offsets, entries, _buckets(entries), np.ones(len(rows), np.bool_), order, ids, keys)


def _buckets(entries: np.ndarray) -> np.ndarray:
    from aboveboard.names import index_kernels

    bits = max(4, len(entries).bit_length() - 3)
    starts = np.empty((1 << bits) + 1, np.uint32)
    index_kernels.bound(entries, 64 - bits, starts)
    return starts


def write(parts: list[Segment], path: Path) -> None:
    """Write parts as one file, whole or not at all: a reader sees the old file or the new one."""
    arrays = [np.ascontiguousarray(a) for part in parts for a in _flat(part)]
    at, layout = 0, list[tuple[str, int, int]]()
    for array in arrays:
        layout.append((array.dtype.str, len(array), at))
        at += -(-array.nbytes // _ALIGNED) * _ALIGNED
    head = json.dumps(layout).encode()
    lead = _MAGIC + np.array([len(head), crc32(head)], "<u8").tobytes() + head
    staging = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        with staging.open("wb") as file:
            file.write(lead + b"\0" * (-len(lead) % _ALIGNED))
            for array in arrays:
                file.write(array.data)
                file.write(b"\0" * (-array.nbytes % _ALIGNED))
            file.flush()
            os.fsync(file.fileno())
        staging.replace(path)
    finally:
        staging.unlink(missing_ok=True)


def _flat(part: Segment) -> list[np.ndarray]:
    return [*part[:6], *_text(part.ids), *_text(part.keys)]


def _text(strings: pa.Array) -> tuple[np.ndarray, np.ndarray]:
    """Return a string array without nulls as where each begins and its bytes."""
    starts = np.frombuffer(strings.buffers()[1], np.int32)[strings.offset : strings.offset + len(strings) + 1]
    data = strings.buffers()[2]
    return starts - starts[0], np.frombuffer(data, np.uint8)[starts[0] : starts[-1]] if data else np.empty(0, np.uint8)


def read(path: Path) -> list[Segment]:
    """Map the parts of a file into memory. Raises `InputError` where it is missing, cut short or something else."""
    try:
        return _mapped(np.asarray(np.memmap(path, np.uint8, "r")))
    except (OSError, ValueError, TypeError, KeyError, IndexError, pa.ArrowInvalid) as error:
        raise InputError(f"{path}: not a name index that can be read: {error}") from error


def _mapped(file: np.ndarray) -> list[Segment]:
    start = len(_MAGIC) + 16
    if file[: len(_MAGIC)].tobytes() != _MAGIC or len(file) < start:
        raise ValueError("it does not begin as one")
    length, check = (int(n) for n in file[len(_MAGIC) : start].view("<u8"))
    head = file[start : start + length].tobytes()
    if crc32(head) != check:
        raise ValueError("its header is damaged")
    body = file[-(-(start + length) // _ALIGNED) * _ALIGNED :]
    arrays = [_array(body, *place) for place in json.loads(head)]
    return [_whole(arrays[n : n + _ARRAYS]) for n in range(0, len(arrays), _ARRAYS)]


def _array(body: np.ndarray, kind: str, length: int, at: int) -> np.ndarray:
    end = at + length * np.dtype(kind).itemsize
    if end > len(body):
        raise ValueError("it is cut short")
    return body[at:end].view(kind)


def _whole(arrays: list[np.ndarray]) -> Segment:
    letters, offsets, entries, buckets, alive, order, *text = arrays
    ids, keys = (
        pa.StringArray.from_buffers(len(alive), pa.py_buffer(a), pa.py_buffer(b)) for a, b in (text[:2], text[2:])
    )
    return Segment(letters, offsets, entries, buckets, alive, order, ids, keys)
