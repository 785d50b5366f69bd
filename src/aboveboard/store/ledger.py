"""The ledger: entries are added to a stream and read back; nothing is ever changed. Whom one is about stands there as an alias."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from aboveboard.store.aliases import aliases, hidden, known_as, shown
from aboveboard.store.entries import FIRST, Entry, New, canonical, hashed, microseconds, moment, named
from aboveboard.store.inserting import insert_into
from aboveboard.store.opening import Store
from aboveboard.store.privacy_tables import ALIASES
from aboveboard.store.schema import ENTRIES, HEADS
from aboveboard.store.veiling import unveil, veil

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
        whose = aliases(
            connection, {n.subject for n in new}
        )  # before the head: who waits for a name must hold nothing else
        head = _held(connection, named(stream))
        keys = [_key(n, whose) for n in new]
        known = _known(connection, stream, [k for k in keys if k is not None])
        rows: dict[int, dict[str, Any]] = {}
        fresh: dict[str, int] = {}
        for place, (entry, key) in enumerate(zip(new, keys, strict=True)):
            if key is not None and (key in known or key in fresh):
                continue
            said = _covered(entry, key, whose, veil(connection, stream, entry.subject, entry.body))
            rows[place] = head = _row(stream, head, said, max(microseconds(at), head["at_us"]))
            if key is not None:
                fresh[key] = place
        written = _written(connection, list(rows.values()), [new[place] for place in rows])
        _move(connection, head) if written else None
        by_place = dict(zip(rows, written, strict=True))
        return [
            by_place[p] if p in by_place else known.get(k or "") or by_place[fresh[k or ""]] for p, k in enumerate(keys)
        ]

    def of_stream(self, stream: str, after: int = 0) -> Iterator[Entry]:
        """Yield the entries of a stream whose number is above `after`, in order, as the store was when the first was asked for."""
        yield from self._read(ENTRIES.c.stream == stream, ENTRIES.c.number > after)

    def of_subject(self, subject: str) -> Iterator[Entry]:
        """Yield the entries about a subject, in the order they were written."""
        yield from self._read(ENTRIES.c.subject == known_as(subject))

    def all(self, after: int = 0) -> Iterator[Entry]:
        """Yield every entry whose position is above `after`, in the order they were written."""
        yield from self._read(ENTRIES.c.position > after)

    def _read(self, *conditions: sa.ColumnElement[bool]) -> Iterator[Entry]:
        with self.store.reading() as connection:
            yield from read_entries(connection, *conditions)


_WHOLE = sa.select(ENTRIES, ALIASES.c.subject.label("whose")).join(
    ALIASES, ENTRIES.c.subject == ALIASES.c.alias, isouter=True
)


def read_entries(
    connection: sa.Connection, *conditions: sa.ColumnElement[bool], most: int | None = None
) -> Iterator[Entry]:
    """Yield the entries that meet the conditions, in the order they were written, within a transaction of the caller's; `most` of them at most.

    A condition on `ENTRIES.c.subject` compares it with `known_as(subject)`: the column itself holds aliases.
    """
    query = _WHOLE.where(*conditions).order_by(ENTRIES.c.position).limit(most)
    with connection.execute(query, execution_options={"yield_per": _BATCH}) as found:  # closed too by who stops early
        for part in found.mappings().partitions():
            yield from (_entry(row, row["whose"]) for row in unveil(connection, part))


def _entry(row: Mapping[Any, Any], whose: str | None, subject: str | None = None) -> Entry:
    said: dict[str, Any] = {**row, **shown(row, whose)} if whose is not None else dict(row)
    said["subject"] = said["subject"] if subject is None else subject
    return Entry(
        row["position"], row["stream"], row["number"], moment(row["at_us"]), row["kind"], said["subject"], said["key"],
        json.loads(said["body"]), row["before"], row["hash"],
    )  # fmt: skip


def _key(new: New, whose: Mapping[str, str]) -> str | None:
    return hidden(new.key, new.subject, whose[new.subject]) if new.key and new.subject else new.key


def _covered(
    new: New, key: str | None, whose: Mapping[str, str], said: Mapping[str, Any]
) -> tuple[str, str, str | None, str]:
    """Return kind, subject, key and body as they are written: with the alias in the subject's place."""
    body = canonical(said)
    if not new.subject:
        return new.kind, "", key, body
    alias = whose[new.subject]
    return new.kind, alias, key, hidden(body, new.subject, alias, whole=True)


def _held(connection: sa.Connection, stream: str) -> dict[str, Any]:
    """Return the head of a stream, locked until the transaction ends; a new stream has one at 0."""
    query = sa.select(HEADS).where(HEADS.c.stream == stream).with_for_update()
    head = connection.execute(query).mappings().one_or_none()
    if head is None:
        start = {"stream": stream, "number": 0, "at_us": -(1 << 62), "hash": FIRST}
        connection.execute(insert_into(connection, HEADS).values(start).on_conflict_do_nothing())
        head = connection.execute(query).mappings().one()  # another program may have been first
    return dict(head)


def _known(connection: sa.Connection, stream: str, keys: Sequence[str]) -> dict[str, Entry]:
    """Return the entries that a stream already has under these keys."""
    found: dict[str, Entry] = {}
    for start in range(0, len(keys), _BATCH):
        query = _WHOLE.where(ENTRIES.c.stream == stream, ENTRIES.c.key.in_(keys[start : start + _BATCH]))
        rows = unveil(connection, connection.execute(query).mappings())
        found |= {row["key"]: _entry(row, row["whose"]) for row in rows}
    return found


def _row(stream: str, head: Mapping[str, Any], said: tuple[str, str, str | None, str], at_us: int) -> dict[str, Any]:
    number = head["number"] + 1
    kind, subject, key, body = said
    made = hashed(stream, number, at_us, kind, subject, key, body, head["hash"])
    return {
        "stream": stream, "number": number, "at_us": at_us, "kind": kind, "subject": subject, "key": key, "body": body,
        "before": head["hash"], "hash": made,
    }  # fmt: skip


def _written(connection: sa.Connection, rows: list[dict[str, Any]], new: Sequence[New]) -> list[Entry]:
    """Insert rows, and return the entries as they were handed in."""
    if not rows:
        return []
    # SQLite numbers rows as they are listed; asked for an order, SQLAlchemy would write them there one by one
    ordered = connection.dialect.name != "sqlite"
    told = sa.insert(ENTRIES).returning(ENTRIES.c.number, ENTRIES.c.position, sort_by_parameter_order=ordered)
    placed = {row[0]: row[1] for row in connection.execute(told, rows)}
    return [
        _entry({**row, "position": placed[row["number"]], "key": n.key, "body": canonical(n.body)}, None, n.subject)
        for row, n in zip(rows, new, strict=True)
    ]


def _move(connection: sa.Connection, head: Mapping[str, Any]) -> None:
    values = {name: head[name] for name in ("number", "at_us", "hash")}
    connection.execute(sa.update(HEADS).where(HEADS.c.stream == head["stream"]).values(values))
