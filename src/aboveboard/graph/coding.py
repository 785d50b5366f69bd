"""Ids of accounts as numbers, in the order of the ids, so that nothing depends on the order of rows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.graph.acts import Acts, acts_of
from aboveboard.graph.follows import Follows, Ints, Longs, follows_of
from aboveboard.graph.ids import coded_ids, in_order

__all__ = ["Numbered", "Read", "busy", "coded", "read_acts", "read_follows", "read_numbered"]

_SECOND = 1_000_000


def coded(follower: pa.ChunkedArray, target: pa.ChunkedArray) -> tuple[pa.Array, Ints, Ints]:
    """Return the distinct ids (strings) of both columns in order, and each row's numbers among them."""
    ids, numbers = _numbered(pa.chunked_array([*follower.chunks, *target.chunks], follower.type))
    return ids, numbers[: len(follower)], numbers[len(follower) :]


def busy(table: pa.Table, column: str, least: int) -> pa.Table:
    """Return the rows whose `column` (strings) has a value that `least` rows have: a cheap look before all are read.

    Raises `ValueError` where a row has none.
    """
    if table[column].null_count:
        raise ValueError(f"a row has no {column}")
    number = coded_ids(table[column]).number
    kept = (np.bincount(number, minlength=1) >= least)[number]
    return table if kept.all() else table.take(pa.array(np.flatnonzero(kept)))


def _numbered(column: pa.ChunkedArray) -> tuple[pa.Array, Ints]:
    """Return the distinct ids of a column in order, and each row's number among them."""
    ids, number = in_order(column)
    return ids.cast(pa.string()), number


def read_follows(table: pa.Table) -> tuple[pa.Array, Follows, int]:
    """Return ids, follows and the first second, from `follower_id`, `target_id` and `at` (UTC or null).

    Of follows between the same two accounts the first counts. Where any time is known, follows without one are left out: they
    would all seem to have come at once.
    """
    table = _dated(table, "at")
    ids, follower, target = coded(table["follower_id"], table["target_id"])
    micros = table["at"].cast(pa.timestamp("us", tz="UTC")).cast(pa.int64())
    return ids, *_placed(follower, target, None if micros.null_count else micros.to_numpy() // _SECOND, len(ids))


class Numbered(NamedTuple):
    """Follows between the accounts that have any, and of each of these its number, or where it has none its id; then the first second."""

    follows: Follows
    number: pa.Array
    stranger: pa.Array
    since: int


def read_numbered(table: pa.Table) -> Numbered:
    """Read rows of `numbered_follows` as `read_follows` does. Accounts without follows take no part, lest anything depend on them."""
    table = _dated(table, "at_s")
    ids = pc.unique(
        pa.chunked_array([*table["follower_id"].chunks, *table["target_id"].chunks], pa.string())
    ).drop_null()
    ids = ids.take(pc.sort_indices(ids))
    known = 1 + max((pc.max(table[n]).as_py() or 0 for n in ("follower", "target")), default=0)
    follower, target = (_told(table[n], table[f"{n}_id"], ids, known) for n in ("follower", "target"))
    there = np.zeros(known + len(ids), bool)
    there[follower], there[target] = True, True
    number = np.flatnonzero(there)
    if len(number) < len(there):
        place = np.cumsum(there, dtype=np.int32) - 1
        follower, target = place[follower], place[target]
    at = None if table["at_s"].null_count else np.require(table["at_s"].to_numpy(), np.int64, ["C", "W"])
    strange = number >= known
    named = ids.take(pa.array(np.where(strange, number - known, 0), mask=~strange))
    follows, since = _placed(follower, target, at, len(number))
    return Numbered(follows, pa.array(number, mask=strange), named, since)


def _told(number: pa.ChunkedArray, name: pa.ChunkedArray, strangers: pa.Array, known: int) -> Ints:
    if number.null_count:
        number = pc.coalesce(number, pc.add(pc.index_in(name, value_set=strangers), known))
    return np.require(
        number.to_numpy(), np.int32, ["C", "W"]
    )  # compiled loops take no array that may not be written to


def _dated(table: pa.Table, at: str) -> pa.Table:
    """Return the follows whose time is known, or all where none is."""
    some = 0 < table[at].null_count < table.num_rows
    return table.filter(pc.is_valid(table[at])) if some else table


def _placed(follower: Ints, target: Ints, at: Longs | None, accounts: int) -> tuple[Follows, int]:
    return follows_of(follower, target, at, accounts), int(at.min()) if at is not None and len(at) else 0


class Read(NamedTuple):
    """Acts with the ids of accounts and objects their numbers stand for, each object's owner (-1: unknown), and the first second."""

    acts: Acts
    ids: pa.Array
    objects: pa.Array
    owner: Ints
    since: int


def read_acts(table: pa.Table) -> Read:
    """Read `account_id`, `object` and `owner` (strings, the owner may be null) and `at` (UTC) as acts.

    An object's owner is read of the last of its rows that tells one: ids of all rows would take as long as all else.
    """
    objects, thing = _numbered(table["object"])
    known = np.flatnonzero(pc.is_valid(table["owner"]).to_numpy())
    last = np.full(len(objects), -1, np.int64)
    last[thing[known]] = known
    owned = np.flatnonzero(last >= 0)
    ids, account, owner = coded(table["account_id"], table["owner"].take(pa.array(last[owned])))
    owners = np.full(len(objects), -1, np.int32)
    owners[owned] = owner
    at = table["at"].cast(pa.timestamp("us", tz="UTC")).cast(pa.int64()).to_numpy() // _SECOND
    since = int(at.min()) if len(at) else 0
    return Read(acts_of(account, thing, at, len(ids), len(objects)), ids, objects, owners, since)
