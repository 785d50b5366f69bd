"""Ids of accounts as numbers, in the order of the ids, so that nothing depends on the order of rows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.graph.acts import Acts, acts_of
from aboveboard.graph.follows import Follows, Ints, follows_of

__all__ = ["Read", "coded", "read_acts", "read_follows"]

_SECOND = 1_000_000


def coded(follower: pa.ChunkedArray, target: pa.ChunkedArray) -> tuple[pa.Array, Ints, Ints]:
    """Return the distinct ids (strings) of both columns in order, and each row's numbers among them."""
    ids, numbers = _numbered(pa.chunked_array([*follower.chunks, *target.chunks], follower.type))
    return ids, numbers[: len(follower)], numbers[len(follower) :]


def _numbered(column: pa.ChunkedArray) -> tuple[pa.Array, Ints]:
    """Return the distinct ids of a column in order, and each row's number among them.

    The chunks are put together first: to unify a dictionary for each of fifty took ten times as long.
    """
    whole = pa.chunked_array([c.cast(pa.large_string()) for c in column.chunks], pa.large_string()).combine_chunks()
    whole = whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole
    told = whole.dictionary_encode()
    order = pc.sort_indices(told.dictionary)
    number = np.empty(len(order), np.int32)
    number[order.to_numpy()] = np.arange(len(order), dtype=np.int32)
    return told.dictionary.take(order).cast(pa.string()), number[told.indices.to_numpy()]


def read_follows(table: pa.Table) -> tuple[pa.Array, Follows, int]:
    """Return ids, follows and the first second, from `follower_id`, `target_id` and `at` (UTC or null).

    Of follows between the same two accounts the first counts. Where any time is known, follows without one are left out: they
    would all seem to have come at once.
    """
    if pc.any(pc.is_valid(table["at"])).as_py():
        table = table.filter(pc.is_valid(table["at"]))
    ids, follower, target = coded(table["follower_id"], table["target_id"])
    timed = table.num_rows > 0 and table["at"].null_count == 0
    at = table["at"].cast(pa.timestamp("us", tz="UTC")).cast(pa.int64()).to_numpy() // _SECOND if timed else None
    kept = _firsts(follower.astype(np.int64) * len(ids) + target, at)
    if kept is not None:
        follower, target, at = follower[kept], target[kept], None if at is None else at[kept]
    return ids, follows_of(follower, target, at, len(ids)), int(at.min()) if at is not None and len(at) else 0


class Read(NamedTuple):
    """Acts with the ids of accounts and objects their numbers stand for, each object's owner (-1: unknown), and the first second."""

    acts: Acts
    ids: pa.Array
    objects: pa.Array
    owner: Ints
    since: int


def read_acts(table: pa.Table) -> Read:
    """Read `account_id`, `object` and `owner` (strings, the owner may be null) and `at` (UTC) as acts."""
    ids, account, owner = coded(table["account_id"], pc.coalesce(table["owner"], table["account_id"]))
    objects, thing = _numbered(table["object"])
    at = table["at"].cast(pa.timestamp("us", tz="UTC")).cast(pa.int64()).to_numpy() // _SECOND
    known = pc.is_valid(table["owner"]).to_numpy()
    owners = np.full(len(objects), -1, np.int32)
    owners[thing[known]] = owner[known]
    since = int(at.min()) if len(at) else 0
    return Read(acts_of(account, thing, at, len(ids), len(objects)), ids, objects, owners, since)


def _firsts(pair: np.ndarray, at: np.ndarray | None) -> np.ndarray | None:
    """Return the first row of each pair, or None where all differ."""
    ordered = np.sort(pair)
    if not (ordered[1:] == ordered[:-1]).any():
        return None
    order = np.argsort(pair, kind="stable") if at is None else np.lexsort((at, pair))
    return order[np.append(True, np.diff(pair[order]) != 0)]
