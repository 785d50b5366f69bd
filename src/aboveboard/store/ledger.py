"""The ledger: entries are added to a stream and read back; nothing is ever changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from aboveboard.store.entries import FIRST, Entry, New, canonical, hashed, microseconds, moment, named
from aboveboard.store.opening import Store
from aboveboard.store.schema import ENTRIES, HEADS

__all__ = ["Ledger", "read_entries"]

_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Ledger:
    """Entries of one store."""

    store: Store

    def append(self, stream: str, new: Sequence[New], at: datetime) -> list[Entry]:
        """Write entries down, all or none, and return them once they are durable.

        `at` is when they are written; a clock that was set back does not bring a stream out of order. An entry whose key the stream
        already has is returned as it stands there. Raises `ValueError` on a naive time or a body that is no JSON, `StoreError` where
        the store cannot be used.
        """
        with self.store.writing() as connection:
            return self.within(connection, stream, new, at)

    def within(self, connection: sa.Connection, stream: str, new: Sequence[New], at: datetime) -> list[Entry]:
        """Write entries down in a transaction of the caller's, so that they and what else it changes are kept together."""
        head = _held(connection, named(stream))
        known = _known(connection, stream, [n.key for n in new if n.key is not None])
        rows: dict[int, dict[str, Any]] = {}
        fresh: dict[str, int] = {}
        for place, entry in enumerate(new):
            if entry.key is not None and (entry.key in known or entry.key in fresh):
                continue
            rows[place] = head = _row(stream, head, entry, max(microseconds(at), head["at_us"]))
            if entry.key is not None:
                fresh[entry.key] = place
        written = _written(connection, list(rows.values()))
        _move(connection, head) if written else None
        by_place = dict(zip(rows, written, strict=True))
        return [by_place[p] if p in by_place else known.get(n.key or "") or by_place[fresh[n.key or ""]] for p, n in enumerate(new)]  # fmt: skip

    def of_stream(self, stream: str, after: int = 0) -> Iterator[Entry]:
        """Yield the entries of a stream whose number is above `after`, in order, as the store was when the first was asked for."""
        yield from self._read(ENTRIES.c.stream == stream, ENTRIES.c.number > after)

    def of_subject(self, subject: str) -> Iterator[Entry]:
        """Yield the entries about a subject, in the order they were written."""
        yield from self._read(ENTRIES.c.subject == subject)

    def all(self, after: int = 0) -> Iterator[Entry]:
        """Yield every entry whose position is above `after`, in the order they were written."""
        yield from self._read(ENTRIES.c.position > after)

    def _read(self, *conditions: sa.ColumnElement[bool]) -> Iterator[Entry]:
        with self.store.reading() as connection:
            yield from read_entries(connection, *conditions)


def read_entries(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> Iterator[Entry]:
    """Yield the entries that meet the conditions, in the order they were written, within a transaction of the caller's."""
    query = sa.select(ENTRIES).where(*conditions).order_by(ENTRIES.c.position)
    for row in connection.execute(query, execution_options={"yield_per": _BATCH}).mappings():
        yield _entry(row)


def _entry(row: Mapping[Any, Any]) -> Entry:
    return Entry(
        row["position"], row["stream"], row["number"], moment(row["at_us"]), row["kind"], row["subject"], row["key"],
        json.loads(row["body"]), row["before"], row["hash"],
    )  # fmt: skip


def _held(connection: sa.Connection, stream: str) -> dict[str, Any]:
    """Return the head of a stream, locked until the transaction ends; a new stream has one at 0."""
    start = {"stream": stream, "number": 0, "at_us": -(1 << 62), "hash": FIRST}
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert
    connection.execute(insert(HEADS).values(start).on_conflict_do_nothing())
    query = sa.select(HEADS).where(HEADS.c.stream == stream).with_for_update()
    return dict(connection.execute(query).mappings().one())


def _known(connection: sa.Connection, stream: str, keys: Sequence[str]) -> dict[str, Entry]:
    """Return the entries that a stream already has under these keys."""
    found: dict[str, Entry] = {}
    for start in range(0, len(keys), _BATCH):
        query = sa.select(ENTRIES).where(ENTRIES.c.stream == stream, ENTRIES.c.key.in_(keys[start : start + _BATCH]))
        found |= {row["key"]: _entry(row) for row in connection.execute(query).mappings()}
    return found


def _row(stream: str, head: Mapping[str, Any], new: New, at_us: int) -> dict[str, Any]:
    body, number = canonical(new.body), head["number"] + 1
    made = hashed(stream, number, at_us, new.kind, new.subject, new.key, body, head["hash"])
    return {
        "stream": stream, "number": number, "at_us": at_us, "kind": new.kind, "subject": new.subject, "key": new.key, "body": body,
        "before": head["hash"], "hash": made,
    }  # fmt: skip


def _written(connection: sa.Connection, rows: list[dict[str, Any]]) -> list[Entry]:
    if not rows:
        return []
    placed = connection.execute(
        sa.insert(ENTRIES).returning(ENTRIES.c.position, sort_by_parameter_order=True), rows
    ).scalars()
    return [_entry({**row, "position": position}) for row, position in zip(rows, placed, strict=True)]


def _move(connection: sa.Connection, head: Mapping[str, Any]) -> None:
    values = {name: head[name] for name in ("number", "at_us", "hash")}
    connection.execute(sa.update(HEADS).where(HEADS.c.stream == head["stream"]).values(values))
