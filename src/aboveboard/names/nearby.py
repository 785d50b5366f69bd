"""Names of one list that are within a few edits of names of another, by the cheaper of two ways."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from aboveboard.errors import InputError
from aboveboard.names.index import DISTANCE, Index
from aboveboard.workers import allowed

__all__ = ["nearby"]

_FEW, _BLOCK = 200_000_000, 512
_LONGEST, _PER_EDIT = 64, 3
"""Letters that are compared, and letters of an entry for each edit it bears: both as in `Index`."""


def nearby(names: pa.Array, entries: pa.Array, distance: int = DISTANCE) -> pa.Table:
    """Return (row, key, distance) for every one of `names` and every one of `entries` (distinct, no nulls) within `distance` of it.

    The same as `Index.build(entries, entries).search(names, distance)`, by row, distance and key. Where both lists are short all
    are compared with all: as fast, and the compiled kernels of the index, which alone take 100 MB, stay unloaded.
    """
    if not 0 <= distance <= DISTANCE:
        raise InputError(f"an index finds names within 0 to {DISTANCE} edits, not {distance}")
    if len(names) * len(entries) > _FEW:
        return (
            Index.build(entries, entries).search(names, distance, threads=allowed()).select(["row", "key", "distance"])
        )
    return _every(names.to_pylist(), entries, distance)


def _every(names: list[str], entries: pa.Array, distance: int) -> pa.Table:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    models = [e[:_LONGEST] for e in entries.to_pylist()]
    allowed = np.minimum(distance, np.array([len(m) for m in models], np.int64) // _PER_EDIT)
    found = [np.empty((0, 3), np.int64)]
    for start in range(0, len(names) if models else 0, _BLOCK):
        block = [n[:_LONGEST] for n in names[start : start + _BLOCK]]
        apart = cdist(block, models, scorer=OSA.distance, score_cutoff=distance, dtype=np.uint8)
        there = np.array([len(n) > 0 for n in block], np.bool_)[:, None]
        row, entry = np.nonzero((apart <= allowed) & there)
        found.append(np.stack([row + start, entry, apart[row, entry]], axis=1))
    row, entry, far = np.concatenate(found).T
    table = pa.table(
        {"row": pa.array(row, pa.int32()), "key": entries.take(pa.array(entry)), "distance": pa.array(far, pa.int8())}
    )
    return table.sort_by([("row", "ascending"), ("distance", "ascending"), ("key", "ascending")])
