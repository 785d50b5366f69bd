"""Different ids of a column as numbers, in the order of the ids or of the rows: by Arrow, or where there are many by compiled loops."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.graph.compiled import loop

__all__ = ["Coded", "coded_ids", "in_order"]

_MANY = 500_000
"""Ids from which compiled loops pay for their import. Arrow's own table of so many waits for memory at each id: thrice as long."""
_SLOTS, _HEADS = 1 << 16, 3
"""Places of a table to begin with, and words of eight bytes of an id that are compared as whole numbers."""

Ints = npt.NDArray[np.int32]


class Coded(NamedTuple):
    """The different ids of a column, and for each row the number of its own among them, -1 where it is null."""

    ids: pa.LargeStringArray
    number: Ints


def coded_ids(column: pa.ChunkedArray) -> Coded:
    """Return the ids (strings) of a column in the order in which they first come.

    The chunks are put together first: to unify a dictionary for each of fifty took ten times as long.
    """
    parts = [chunk.cast(pa.large_string()) for chunk in column.chunks]
    whole = pa.concat_arrays(parts) if parts else pa.array([], pa.large_string())
    if whole.null_count and len(whole) >= _MANY:
        number = np.full(len(whole), -1, np.int32)
        ids, number[pc.is_valid(whole).to_numpy(zero_copy_only=False)] = coded_ids(
            pa.chunked_array([whole.drop_null()])
        )
        return Coded(ids, number)
    if len(whole) < _MANY:
        told = whole.dictionary_encode()
        return Coded(told.dictionary, pc.fill_null(told.indices, -1).to_numpy())
    data, starts = _flat(whole)
    hashes, firsts, number = (
        np.empty(len(whole), np.uint64),
        np.empty(len(whole), np.int32),
        np.empty(len(whole), np.int32),
    )
    loop("digest", len(whole))(data, starts, hashes)
    many = loop("number", len(whole))(data, starts, hashes, np.zeros(_SLOTS, np.uint64), firsts, number)
    return Coded(whole.take(pa.array(firsts[:many])), number)


def in_order(column: pa.ChunkedArray) -> Coded:
    """Return the ids (strings) of a column in the order of their letters."""
    told = coded_ids(column)
    order = _sorted(told.ids)
    place = np.empty(len(order) + 1, np.int32)
    place[order], place[-1] = np.arange(len(order), dtype=np.int32), -1
    return Coded(told.ids.take(pa.array(order)), place[told.number])


def _flat(texts: pa.LargeStringArray) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """Return the bytes of texts, none null, and where each begins, and the last one ends."""
    _, offsets, data = texts.buffers()
    starts = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
    held = np.frombuffer(data, np.uint8) if data is not None else np.empty(0, np.uint8)
    return np.require(held, requirements=["C", "W"]), np.require(starts, requirements=["C", "W"])


def _sorted(ids: pa.LargeStringArray) -> npt.NDArray[np.int64]:
    """Return the order of different ids. Most are told apart by their first letters, as whole numbers; only the others are compared as strings."""
    if len(ids) < _MANY or ids.null_count:
        return pc.sort_indices(ids).to_numpy().astype(np.int64)
    keys = np.empty((_HEADS, len(ids)), np.uint64)
    loop("heads", len(ids))(*_flat(ids), np.arange(len(ids), dtype=np.int32), keys)
    telling = [line for line in keys if (line != line[:1]).any()] or [keys[0]]
    order = np.argsort(telling[0], kind="stable") if len(telling) == 1 else np.lexsort(telling[::-1])
    new = np.zeros(len(order), bool)
    new[:1] = True
    for line in telling:
        new[1:] |= line[order[1:]] != line[order[:-1]]
    return _settled(ids, order, new)


def _settled(
    ids: pa.LargeStringArray, order: npt.NDArray[np.int64], new: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64]:
    """Return the order with runs of ids that begin alike put in order; `new` says where a run begins."""
    alike = ~new
    alike[:-1] |= ~new[1:]
    place = np.flatnonzero(alike)
    if not len(place):
        return order
    ranked = pc.sort_indices(ids.take(pa.array(order[place]))).to_numpy()
    rank = np.empty(len(place), np.int64)
    rank[ranked] = np.arange(len(place))
    run = np.cumsum(new)[place]
    order[place] = order[place][np.lexsort((rank, run))]
    return order
