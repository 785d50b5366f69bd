"""Picture files to hashes, many at a time. A file without a usable hash says why."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from aboveboard.images.decoding import decode_file, quiet
from aboveboard.images.pdq import QUALITY, pdq
from aboveboard.progress import Progress, silent

__all__ = ["HASHED", "Hashed", "hash_file", "hash_files"]

HASHED = pa.schema([("path", pa.string()), ("hash", pa.string()), ("quality", pa.int16()), ("reason", pa.string())])
"""What `hash_files` returns: one row a file; `hash` is null where `reason` is not empty."""

_STEP = 500


class Hashed(NamedTuple):
    """One file: `hash` (64 hex digits) or None, `quality` 0 to 100, `reason` empty or one of `decoding.REASONS`."""

    hash: str | None
    quality: int
    reason: str


def hash_file(path: Path | str) -> Hashed:
    """Hash one picture file. Never raises for what is in the file."""
    with quiet():
        return _hashed(Path(path))


def hash_files(paths: Sequence[Path | str], *, threads: int | None = None, progress: Progress = silent) -> pa.Table:
    """Hash many picture files, in their order; `threads` is every core by default, and does not change a bit."""
    rows: list[Hashed] = []
    with quiet(), ThreadPoolExecutor(threads or os.cpu_count() or 1) as pool:
        for start in range(0, len(paths), _STEP):
            progress("hashing pictures", start, len(paths))
            rows += pool.map(_hashed, map(Path, paths[start : start + _STEP]))
    progress("hashing pictures", len(paths), len(paths))
    columns = zip(*rows, strict=True) if rows else ((), (), ())
    return pa.table([[str(p) for p in paths], *map(list, columns)], schema=HASHED)


def _hashed(path: Path) -> Hashed:
    decoded = decode_file(path)
    if decoded.luma is None:
        return Hashed(None, 0, decoded.reason)
    made = pdq(decoded.luma, decoded.shape)
    return Hashed(made.hash, made.quality, "") if made.quality > QUALITY else Hashed(None, made.quality, "low quality")
