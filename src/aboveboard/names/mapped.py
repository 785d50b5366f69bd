"""Plain arrays in one file, written whole or not at all and mapped into memory: opening reads a header and nothing else."""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
import pyarrow as pa

from aboveboard.errors import InputError

__all__ = ["flat", "open_arrays", "placed", "save_arrays", "strings"]

_MAGIC = b"ABNAMES3"
_ALIGNED = 64


def save_arrays(arrays: Sequence[np.ndarray], path: Path) -> None:
    """Write arrays of one axis as the file `path`: a reader sees the old file or the new one."""
    whole = [np.ascontiguousarray(a) for a in arrays]
    at, layout = 0, list[tuple[str, int, int]]()
    for array in whole:
        layout.append((array.dtype.str, len(array), at))
        at += -(-array.nbytes // _ALIGNED) * _ALIGNED
    head = json.dumps(layout).encode()
    lead = _MAGIC + np.array([len(head), crc32(head)], "<u8").tobytes() + head
    staging = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        with staging.open("wb") as file:
            file.write(lead + b"\0" * (-len(lead) % _ALIGNED))
            for array in whole:
                file.write(array.data)
                file.write(b"\0" * (-array.nbytes % _ALIGNED))
            file.flush()
            os.fsync(file.fileno())
        staging.replace(path)
    finally:
        staging.unlink(missing_ok=True)


def open_arrays(path: Path, groups: int = 1, least: int = 0, *, warm: bool = False) -> list[np.ndarray]:
    """Map the arrays of a file: whole `groups` of them, and at `least` so many. `warm` reads all of it at once.

    Raises `InputError` where it is missing, cut short or something else.
    """
    try:
        arrays = _mapped(_bytes(path, warm=warm))
    except (OSError, ValueError, TypeError, KeyError, IndexError) as error:
        raise InputError(f"{path}: not a name index that can be read: {error}") from error
    if len(arrays) % groups or len(arrays) < least:
        raise InputError(f"{path}: not a name index that can be read: it holds something else")
    return arrays


def _bytes(path: Path, *, warm: bool) -> np.ndarray:
    """Map a file. Where the system can, `warm` also readies every page, so that no later read waits for one."""
    with path.open("rb") as file:
        if warm and hasattr(mmap, "MAP_POPULATE"):
            flags = mmap.MAP_SHARED | mmap.MAP_POPULATE
            return np.frombuffer(mmap.mmap(file.fileno(), 0, flags=flags, prot=mmap.PROT_READ), np.uint8)
        return np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), np.uint8)


def _mapped(file: np.ndarray) -> list[np.ndarray]:
    start = len(_MAGIC) + 16
    if file[: len(_MAGIC)].tobytes() != _MAGIC or len(file) < start:
        raise ValueError("it does not begin as one")
    length, check = (int(n) for n in file[len(_MAGIC) : start].view("<u8"))
    head = file[start : start + length].tobytes()
    if crc32(head) != check:
        raise ValueError("its header is damaged")
    body = file[-(-(start + length) // _ALIGNED) * _ALIGNED :]
    return [_array(body, *place) for place in json.loads(head)]


def _array(body: np.ndarray, kind: str, length: int, at: int) -> np.ndarray:
    end = at + length * np.dtype(kind).itemsize
    if end > len(body):
        raise ValueError("it is cut short")
    return body[at:end].view(kind)


def flat(texts: pa.Array) -> tuple[np.ndarray, np.ndarray]:
    """Return a string array without nulls as where each begins and its bytes."""
    starts = np.frombuffer(texts.buffers()[1], np.int32)[texts.offset : texts.offset + len(texts) + 1]
    if not len(texts):
        return np.zeros(1, np.int32), np.empty(0, np.uint8)
    data = texts.buffers()[2]
    return starts - starts[0], np.frombuffer(data, np.uint8)[starts[0] : starts[-1]] if data else np.empty(0, np.uint8)


def placed(texts: pa.Array) -> tuple[np.ndarray, np.ndarray]:
    """Return where each string of an array begins and ends, and the bytes that those places count from, without a copy."""
    if not len(texts):
        return np.zeros(1, np.int32), np.empty(0, np.uint8)
    _, starts, data = texts.buffers()
    return (
        np.frombuffer(starts, np.int32)[texts.offset : texts.offset + len(texts) + 1],
        np.frombuffer(data, np.uint8) if data else np.empty(0, np.uint8),
    )


def strings(starts: np.ndarray, data: np.ndarray) -> pa.Array:
    """Return what `flat` took apart, without a copy."""
    return pa.StringArray.from_buffers(len(starts) - 1, pa.py_buffer(starts), pa.py_buffer(data))
