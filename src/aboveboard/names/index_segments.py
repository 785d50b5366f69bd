"""The parts of a name index: each is built once and only ever loses entries, and is kept in a file as plain arrays."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.errors import InputError

__all__ = ["Segment", "letters_of", "read", "segment", "write"]

_MOST = 1 << 24
_MAGIC = b"ABNAMES1"
_ALIGNED = 64


class Segment(NamedTuple):
    """Letters of all words and where each begins, variants sorted and where each bucket begins, who is not removed."""

    letters: np.ndarray
    offsets: np.ndarray
    entries: np.ndarray
    buckets: np.ndarray
    alive: np.ndarray
    ids: pa.Array
    keys: pa.Array

    @property
    def shift(self) -> int:
        """Return by how many bits a hash is shifted to become the number of its bucket."""
        return 65 - (len(self.buckets) - 1).bit_length()

    def without(self, ids: pa.Array) -> Segment:
        """Return the part with the entries of `ids` no longer alive."""
        gone = pc.is_in(self.ids, value_set=ids).to_numpy(zero_copy_only=False)
        return self._replace(alive=self.alive & ~gone) if gone.any() else self

    def entries_left(self) -> tuple[pa.Array, pa.Array]:
        """Return keys and ids that are alive."""
        left = pa.array(np.asarray(self.alive))
        return self.keys.filter(left), self.ids.filter(left)


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
    kept = ids.take(at).cast(pa.string()), keys.take(at).cast(pa.string())
    return Segment(letters, offsets, entries, _buckets(entries), np.ones(len(rows), np.bool_), *kept)


def _buckets(entries: np.ndarray) -> np.ndarray:
    bits = max(4, len(entries).bit_length() - 3)
    first = np.arange(1 << bits, dtype=np.uint64) << np.uint64(64 - bits)
    return np.append(np.searchsorted(entries, first), len(entries)).astype(np.int64)


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
    return [*part[:5], *_text(part.ids), *_text(part.keys)]


def _text(strings: pa.Array) -> tuple[np.ndarray, np.ndarray]:
    """Return a string array as where each begins and its bytes; a null id is written as an empty one."""
    raw = [s.encode() for s in pc.fill_null(strings, "").to_pylist()]
    starts = np.concatenate([[0], np.cumsum([len(r) for r in raw])]).astype(np.int32)
    return starts, np.frombuffer(b"".join(raw), np.uint8)


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
    return [_whole(arrays[n : n + 9]) for n in range(0, len(arrays), 9)]


def _array(body: np.ndarray, kind: str, length: int, at: int) -> np.ndarray:
    end = at + length * np.dtype(kind).itemsize
    if end > len(body):
        raise ValueError("it is cut short")
    return body[at:end].view(kind)


def _whole(arrays: list[np.ndarray]) -> Segment:
    letters, offsets, entries, buckets, alive, *text = arrays
    ids, keys = (
        pa.StringArray.from_buffers(len(alive), pa.py_buffer(a), pa.py_buffer(b)) for a, b in (text[:2], text[2:])
    )
    return Segment(letters, offsets, entries, buckets, alive, ids, keys)
