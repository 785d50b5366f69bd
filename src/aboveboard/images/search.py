"""Exact search for hashes that differ in few bits, by multi-index hashing (Norouzi, Punjani, Fleet: CVPR 2012).

Each hash is cut into parts and filed under each. Two hashes within 31 bits differ little in some part, or all parts
together would make 32. With 16 parts of 16 bits some part differs in one bit at most: 272 buckets hold every answer, and none
is missed. Among millions those buckets grow full, so there are 12 parts of 21 or 22 bits, and 8 of them are looked up with
all that differs in up to two bits: ten times the buckets, with a twentieth of the hashes in all.
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

_BLOCK, _ROOM, _BITS = 2048, 1 << 14, 256
_FEW, _HANDFUL, _AT_ONCE = 1 << 22, 1 << 16, 1 << 18
"""Comparisons, and filed hashes, up to which all are compared with all; comparisons at once, 8 MB of them."""

_SMALL, _LARGE, _MANY = 16, 12, 1 << 20
"""Parts of a hash among few and among many, and how many are many."""
_FILES = ("hashes", "starts", "order", "places")

_SURELY = 15
"""Bits within which a quick search finds all."""

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]


def _cuts(parts: int) -> Longs:
    """Return where each part of a hash begins, and where the last one ends; the first ones are a bit wider."""
    short, wider = divmod(_BITS, parts)
    return np.concatenate([[0], np.cumsum([short + 1] * wider + [short] * (parts - wider))]).astype(np.int64)


def _reaches(parts: int, distance: int) -> Longs:
    """Return in how many bits each part may differ, so that one of them does where hashes are within `distance`; -1 for none.

    If all differed in more, they would differ in `distance` + 1 bits together.
    """
    least, more = divmod(distance + 1, parts)
    return np.array([least - (part >= more) for part in range(parts)], np.int64)


def _sorted(words: Words) -> tuple[Ints, Ints]:
    """File hashes under 16 parts of 16 bits, without a compiled kernel: where each bucket begins, and who is in it."""
    parts = words.view(np.uint16).reshape(-1, _SMALL)
    order = np.empty((_SMALL, len(words)), np.int32)
    starts = np.zeros((_SMALL, (1 << _BITS // _SMALL) + 1), np.int32)
    for part in range(_SMALL):
        order[part] = np.argsort(parts[:, part], kind="stable")
        starts[part, 1:] = np.cumsum(np.bincount(parts[:, part], minlength=starts.shape[1] - 1))
    return starts.reshape(-1), order


def _compiled(words: Words, parts: int) -> tuple[Ints, Ints]:
    """File hashes under any number of parts, as `_sorted` does."""
    from aboveboard.images.probing import file

    cuts = _cuts(parts)
    ends = np.cumsum([(1 << int(width)) + 1 for width in np.diff(cuts)])
    starts, order = np.empty(ends[-1], np.int32), np.empty((parts, len(words)), np.int32)
    for part, end in enumerate(ends.tolist()):
        begin = int(ends[part - 1]) if part else 0
        file(words, cuts[part], cuts[part + 1], starts[begin:end], order[part])
    return starts, order


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
        filed = _compiled(words, _LARGE) if len(words) > _MANY else _sorted(words)
        return Pictures(words, *filed, places, ids)

    def search(self, hashes: pa.Array, distance: int = DISTANCE, *, threads: int = 1) -> pa.Table:
        """Return every filed hash within `distance` bits (0 to 31) of each of `hashes`, nearest first, then as filed.

        Exact, and the same on any number of `threads`. Raises `ValueError` on a distance beyond 31.
        """
        words, good = as_words(hashes)
        asked = np.flatnonzero(good).astype(np.int32)
        found = self.pairs(words[asked], distance, threads=threads)
        ids = self.ids.take(pa.array(self.places[found[:, 1]]))
        return pa.table([asked[found[:, 0]], ids, found[:, 2].astype(np.int16)], schema=FOUND)

    def pairs(
        self, queries: Words, distance: int = DISTANCE, *, threads: int = 1, quick: bool = False, compiled: bool = False
    ) -> Ints:
        """Return (query, filed hash, bits apart) rows, sorted by query, distance and filed hash.

        `compiled` uses the kernel even among a few thousand, where it only pays in a process that has it loaded. `quick` looks at a small share of it: all within 15 bits are found, and by chance at least 9 of 10 at 31.
        """
        if not 0 <= distance <= DISTANCE:
            raise ValueError(f"distance {distance} is not within 0 to {DISTANCE}")
        if not compiled and len(self.hashes) <= _HANDFUL and len(queries) * len(self.hashes) <= _FEW:
            return self._every(queries, distance)
        cuts = _cuts(len(self.order))
        reaches = _reaches(len(self.order), distance)
        if quick:
            reaches = np.maximum(np.maximum(reaches - 1, 0), _reaches(len(self.order), min(distance, _SURELY)))
        blocks = [queries[start : start + _BLOCK] for start in range(0, len(queries), _BLOCK)]
        if threads == 1 or len(blocks) == 1:
            made = [self._block(block, distance, cuts, reaches) for block in blocks]
        else:
            with ThreadPoolExecutor(threads) as pool:
                made = list(pool.map(lambda block: self._block(block, distance, cuts, reaches), blocks))
        for number, found in enumerate(made):
            found[:, 0] += number * _BLOCK
        return np.concatenate([np.empty((0, 3), np.int32), *made])

    def _every(self, queries: Words, distance: int) -> Ints:
        """Compare all with all: for few it is as fast, and needs no compiled kernel, which alone takes 100 MB."""
        made = [np.empty((0, 3), np.int64)]
        block = max(1, _AT_ONCE // max(1, len(self.hashes)))
        for start in range(0, len(queries), block):
            apart = np.bitwise_count(queries[start : start + block, None, :] ^ self.hashes[None]).sum(
                axis=2, dtype=np.int32
            )
            row, filed = np.nonzero(apart <= distance)
            made.append(np.stack([row + start, filed, apart[row, filed]], axis=1))
        found = np.concatenate(made).astype(np.int32)
        return found[np.lexsort((found[:, 1], found[:, 2], found[:, 0]))]

    def _block(self, queries: Words, distance: int, cuts: Longs, reaches: Longs) -> Ints:
        from aboveboard.images.probing import probe

        asked, starts = np.ascontiguousarray(queries), self.starts.reshape(-1)
        out = np.empty((_ROOM, 3), np.int32)
        found = probe(asked, self.hashes, starts, self.order, cuts, reaches, distance, out)
        if found > len(out):
            out = np.empty((found, 3), np.int32)
            probe(asked, self.hashes, starts, self.order, cuts, reaches, distance, out)
        out = out[:found]
        return out[np.lexsort((out[:, 1], out[:, 2], out[:, 0]))]

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
