"""Exact search for hashes that differ in few bits, by multi-index hashing (Norouzi, Punjani, Fleet: CVPR 2012).

Each hash is cut into 16 parts of 16 bits and filed under each. Two hashes within 31 bits agree in some part but for one
bit, since 16 parts of two differences each would make 32; within 15 bits some part is equal. So 272 buckets (or 16) hold
every answer, and none is missed.
"""

from __future__ import annotations

import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from aboveboard.images.hashes import Words, as_words
from aboveboard.images.pdq import DISTANCE

__all__ = ["FOUND", "Pictures"]

FOUND = pa.schema([("row", pa.int32()), ("id", pa.string()), ("distance", pa.int16())])
"""What a search returns: the row of the query, the id it was filed under, the bits in which they differ."""

_PARTS, _BUCKETS, _BLOCK, _ROOM = 16, 1 << 16, 2048, 1 << 14
_FEW = 1 << 22
_FILES = ("hashes", "starts", "order", "places")

Ints = npt.NDArray[np.int32]


class Pictures(NamedTuple):
    """An index of hashes. The arrays may lie in memory or in a mapped file; searching changes none of them."""

    hashes: Words
    starts: Ints
    order: Ints
    places: Ints
    ids: pa.Array

    @staticmethod
    def build(hashes: pa.Array, ids: pa.Array) -> Pictures:
        """File every hash (64 hex digits) under its id. Nulls and texts that are no hash are left out."""
        words, good = as_words(hashes)
        kept = np.flatnonzero(good).astype(np.int32)
        return Pictures.of(words[kept], kept, ids.cast(pa.string()))

    @staticmethod
    def of(words: Words, places: Ints, ids: pa.Array) -> Pictures:
        """File hashes given as words; `places` says for each which of the `ids` is its."""
        parts = words.view(np.uint16).reshape(-1, _PARTS)
        order = np.empty((_PARTS, len(words)), np.int32)
        starts = np.zeros((_PARTS, _BUCKETS + 1), np.int32)
        for part in range(_PARTS):
            order[part] = np.argsort(parts[:, part], kind="stable")
            starts[part, 1:] = np.cumsum(np.bincount(parts[:, part], minlength=_BUCKETS))
        return Pictures(words, starts, order, places, ids)

    def search(self, hashes: pa.Array, distance: int = DISTANCE, *, threads: int = 1) -> pa.Table:
        """Return every filed hash within `distance` bits (0 to 31) of each of `hashes`, nearest first, then as filed.

        Exact, and the same on any number of `threads`. Raises `ValueError` on a distance beyond 31.
        """
        words, good = as_words(hashes)
        asked = np.flatnonzero(good).astype(np.int32)
        found = self.pairs(words[asked], distance, threads=threads)
        ids = self.ids.take(pa.array(self.places[found[:, 1]]))
        return pa.table([asked[found[:, 0]], ids, found[:, 2].astype(np.int16)], schema=FOUND)

    def pairs(self, queries: Words, distance: int = DISTANCE, *, threads: int = 1, quick: bool = False) -> Ints:
        """Return (query, filed hash, bits apart) rows, sorted by query, distance and filed hash.

        `quick` looks only where a part is equal: all within 15 bits are found, and by chance at least 9 of 10 at 31.
        """
        if not 0 <= distance <= DISTANCE:
            raise ValueError(f"distance {distance} is not within 0 to {DISTANCE}")
        if len(queries) * len(self.hashes) <= _FEW:
            return self._every(queries, distance)
        reach = int(distance >= _PARTS and not quick)
        blocks = range(0, len(queries), _BLOCK)
        with ThreadPoolExecutor(threads) as pool:
            made = list(pool.map(lambda start: self._block(queries, start, distance, reach), blocks))
        return np.concatenate([np.empty((0, 3), np.int32), *made])

    def _every(self, queries: Words, distance: int) -> Ints:
        """Compare all with all: for few it is as fast, and needs no compiled kernel, which alone takes 100 MB."""
        made = [np.empty((0, 3), np.int64)]
        for start in range(0, len(queries), _BLOCK):
            apart = np.bitwise_count(queries[start : start + _BLOCK, None, :] ^ self.hashes[None]).sum(
                axis=2, dtype=np.int32
            )
            row, filed = np.nonzero(apart <= distance)
            made.append(np.stack([row + start, filed, apart[row, filed]], axis=1))
        found = np.concatenate(made).astype(np.int32)
        return found[np.lexsort((found[:, 1], found[:, 2], found[:, 0]))]

    def _block(self, queries: Words, start: int, distance: int, reach: int) -> Ints:
        from aboveboard.images.probing import probe

        block = np.ascontiguousarray(queries[start : start + _BLOCK])
        out = np.empty((_ROOM, 3), np.int32)
        found = probe(block, self.hashes, self.starts, self.order, distance, reach, out)
        if found > len(out):
            out = np.empty((found, 3), np.int32)
            probe(block, self.hashes, self.starts, self.order, distance, reach, out)
        out = out[:found]
        out = out[np.lexsort((out[:, 1], out[:, 2], out[:, 0]))]
        out[:, 0] += start
        return out

    def save(self, path: Path) -> None:
        """Write the index to the folder `path`, whole or not at all. Raises `FileExistsError` where something else lies there."""
        if path.exists() and any(path.iterdir()) and not (path / "hashes.npy").is_file():
            raise FileExistsError(f"{path}: holds other files and is left alone")
        partial = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
        for name, array in zip(_FILES, self[:4], strict=True):
            np.save(partial / f"{name}.npy", array)
        with pa.OSFile(str(partial / "ids.arrow"), "wb") as sink:
            table = pa.table({"id": self.ids})
            with pa.ipc.new_file(sink, table.schema) as writer:
                writer.write_table(table)
        shutil.rmtree(path, ignore_errors=True)
        partial.rename(path)

    @staticmethod
    def open(path: Path) -> Pictures:
        """Open a saved index. Nothing is read before it is searched: the files are mapped into memory."""
        ids = pa.ipc.open_file(pa.memory_map(str(path / "ids.arrow"))).read_all()["id"].combine_chunks()
        hashes, starts, order, places = (np.load(path / f"{name}.npy", mmap_mode="r") for name in _FILES)
        return Pictures(hashes, starts, order, places, ids)
