"""Rows at the door: well formed, and with nothing raw where a keyed hash or an id belongs."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import datetime

import msgspec

from aboveboard.intake import Fact, Reject, read
from aboveboard.privacy.guard import columns_watched, guard

__all__ = ["admit"]


def admit(table: str, rows: Sequence[msgspec.Raw], at: datetime) -> tuple[list[Fact], list[Reject]]:
    """Return the rows of a table that may be kept, and those that may not with their places, in order.

    Raises `InputError` on a table that cannot be handed in.
    """
    facts, refused = read(table, rows, at)
    watched = columns_watched(table)
    if not facts or not watched:
        return facts, refused
    raw = {found.place: found for found in guard(table, _watched(table, facts))}
    if not raw:
        return facts, refused
    gone = {r.place for r in refused}
    places = [place for place in range(len(rows)) if place not in gone]
    more = [Reject(places[n], found.column, found.why) for n, found in raw.items()]
    return [f for n, f in enumerate(facts) if n not in raw], sorted([*refused, *more])


def _watched(table: str, facts: Sequence[Fact]) -> list[dict[str, str | None]]:
    decoder = _decoder(table)
    return [msgspec.structs.asdict(decoder.decode(fact.body)) for fact in facts]


@functools.cache
def _decoder(table: str) -> msgspec.json.Decoder[msgspec.Struct]:
    columns = [(name, str | None, None) for name in columns_watched(table)]
    return msgspec.json.Decoder(msgspec.defstruct(f"watched_of_{table}", columns))
