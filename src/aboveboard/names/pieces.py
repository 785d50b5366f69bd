"""The keys of distinct names, and the same for every row that bears them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["Piece", "keyed", "present", "spread"]


class Piece(NamedTuple):
    """Keys of one family: the place of the name among the distinct ones, the key, and whether affixes were stripped."""

    place: pa.Array
    family: str
    key: pa.Array
    core: bool


def keyed(rows: Iterable[tuple[int, str]], family: str, *, core: bool) -> Piece:
    """Return the piece of places and keys, in their order."""
    held = list(rows)
    return Piece(
        pa.array([place for place, _ in held], pa.int32()),
        family,
        pa.array([key for _, key in held], pa.string()),
        core,
    )


def present(place: pa.Array, keys: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Return the places and the keys of those that have one."""
    there = pc.is_valid(keys)
    return place.filter(there), keys.filter(there)


def spread(pieces: list[Piece], codes: pa.Array) -> pa.Table:
    """Return the pieces of the distinct names for every row that bears them."""
    place = np.concatenate([np.empty(0, np.int32), *(p.place.to_numpy() for p in pieces)])
    key = pa.concat_arrays([pa.array([], pa.string()), *(p.key for p in pieces)])
    family = np.repeat(np.arange(len(pieces)), [len(p.place) for p in pieces])
    rows = np.flatnonzero(pc.is_valid(codes).to_numpy(zero_copy_only=False))
    by_name = np.argsort(codes.drop_null().to_numpy(), kind="stable")
    count = np.bincount(codes.drop_null().to_numpy(), minlength=int(place.max(initial=-1)) + 1)
    start = np.cumsum(count) - count
    times = count[place]
    if (times == 1).all():  # each name is borne once: keys stay where they are
        row = rows[by_name[start[place]]]
    else:
        at = np.repeat(np.arange(len(place)), times)
        within = np.arange(len(at)) - np.repeat(np.cumsum(times) - times, times)
        row = rows[by_name[np.repeat(start[place], times) + within]]
        key, family = key.take(pa.array(at)), family[at]
    named = pa.array([p.family for p in pieces], pa.string())
    columns = {
        "row": pa.array(row, pa.int32()),
        "family": named.take(pa.array(family)),
        "key": key,
        "core": pa.array([p.core for p in pieces], pa.bool_()).take(pa.array(family)),
    }
    table = pa.table(columns)
    return table.filter(pc.fill_null(pc.greater(pc.binary_length(table["key"]), 0), False))
