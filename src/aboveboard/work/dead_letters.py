"""What could not be taken in is set aside with its reason, under seal, until a person replays or discards it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from aboveboard.errors import InputError
from aboveboard.store import Ledger, New, forget, seal, unseal
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.work_tables import DEAD_LETTERS
from aboveboard.work.jobs import WORK
from aboveboard.work.refusals import NotThereError, TooLateError

__all__ = ["DeadLetter", "Refusals", "Take", "dead_letters", "discard", "replay", "set_aside"]

Refusals = Sequence[tuple[int, str]]
Take = Callable[[str, list[dict[str, Any]], str], Refusals]
"""A table, rows of it and where they came from in; once the rest is durable, out come the rows that were refused, each by its index and the reason.

A reason does not repeat a value. Raises `InputError` where no row can ever be taken, such as for an unknown table; any other error means later.
"""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An event that could not be taken in: where it came from, why, the digest of its sealed payload, and `state`: waiting, replayed or discarded."""

    id: str
    source: str
    reason: str
    digest: str
    state: str
    at: datetime
    ended_at: datetime | None


def set_aside(
    connection: sa.Connection, ledger: Ledger, source: str, reason: str, payload: Mapping[str, Any], at: datetime
) -> str:
    """Keep an event that cannot be taken in and return its id; one from the same `source` (a place in a stream) is kept once.

    The `reason` must not repeat the payload, which is sealed and can be forgotten.
    """
    ledger.within(connection, WORK, [], at)
    made = f"dlt_{hashlib.sha256(source.encode()).hexdigest()[:26]}"
    if connection.execute(sa.select(DEAD_LETTERS.c.id).where(DEAD_LETTERS.c.id == made)).first():
        return made
    digest = seal(connection, made, payload)
    row = {
        "id": made,
        "source": source,
        "reason": reason,
        "digest": digest,
        "state": "waiting",
        "at_us": microseconds(at),
    }
    connection.execute(sa.insert(DEAD_LETTERS).values(row))
    body = {"letter": made, "source": source, "reason": reason, "sealed": digest}
    ledger.within(connection, WORK, [New("letter_set_aside", "", body)], at)
    return made


def dead_letters(
    connection: sa.Connection, *, state: str | None = "waiting", before: datetime | None = None, most: int = 100
) -> list[DeadLetter]:
    """Return what was set aside, the newest first, up to a time."""
    query = sa.select(DEAD_LETTERS).order_by(DEAD_LETTERS.c.at_us.desc(), DEAD_LETTERS.c.id).limit(most)
    if state:
        query = query.where(DEAD_LETTERS.c.state == state)
    if before:
        query = query.where(DEAD_LETTERS.c.at_us < microseconds(before))
    return [_letter(row) for row in connection.execute(query).mappings()]


def replay(ledger: Ledger, letter_id: str, take: Take, at: datetime, by: str) -> DeadLetter:
    """Give an event to `take` once more and note that it was taken. Raises `InputError` where it still cannot be, or is not there to replay.

    Its rows are known by their keys, so that being replayed twice does not double them.
    """
    with ledger.store.reading() as connection:
        found = _waiting(connection, letter_id)
        payload = unseal(connection, found.digest)
    if payload is None or not isinstance(payload.get("table"), str) or not isinstance(payload.get("rows"), list):
        raise InputError(f"{letter_id} holds no rows of a table; it can only be discarded")
    refused = take(payload["table"], payload["rows"], found.source)
    if refused:
        raise InputError(f"{letter_id}: row {refused[0][0]} is still refused: {refused[0][1]}")
    return _end(ledger, letter_id, "replayed", at, by)


def discard(ledger: Ledger, letter_id: str, at: datetime, by: str) -> DeadLetter:
    """Forget an event's payload for good. Raises `NotThereError` or `TooLateError` where it is not there to discard."""
    return _end(ledger, letter_id, "discarded", at, by)


def _end(ledger: Ledger, letter_id: str, state: str, at: datetime, by: str) -> DeadLetter:
    with ledger.store.writing() as connection:
        ledger.within(connection, WORK, [], at)
        _waiting(connection, letter_id)
        forget(connection, letter_id)
        ledger.within(connection, WORK, [New(f"letter_{state}", "", {"letter": letter_id, "by": by})], at)
        change = {"state": state, "ended_at_us": microseconds(at)}
        connection.execute(sa.update(DEAD_LETTERS).where(DEAD_LETTERS.c.id == letter_id).values(change))
        return _get(connection, letter_id)


def _get(connection: sa.Connection, letter_id: str) -> DeadLetter:
    row = connection.execute(sa.select(DEAD_LETTERS).where(DEAD_LETTERS.c.id == letter_id)).mappings().one_or_none()
    if row is None:
        raise NotThereError(f"nothing was set aside under {letter_id}")
    return _letter(row)


def _waiting(connection: sa.Connection, letter_id: str) -> DeadLetter:
    found = _get(connection, letter_id)
    if found.state != "waiting":
        raise TooLateError(f"{letter_id} was {found.state} already")
    return found


def _letter(row: Mapping[Any, Any]) -> DeadLetter:
    ended = row["ended_at_us"]
    return DeadLetter(
        row["id"],
        row["source"],
        row["reason"],
        row["digest"],
        row["state"],
        moment(row["at_us"]),
        None if ended is None else moment(ended),
    )
