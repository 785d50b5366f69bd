"""The people and tokens of one store: each change is an entry first, and the tables are what the fold makes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from pwdlib import PasswordHash

from aboveboard.errors import InputError
from aboveboard.staff.folding import Person, Token, people_of, person_after, token_after, tokens_of
from aboveboard.staff.keys import Keys
from aboveboard.staff.permissions import Scope
from aboveboard.store import Ledger, New
from aboveboard.store.entries import Entry, canonical
from aboveboard.store.schema import HEADS
from aboveboard.store.staff_tables import PEOPLE, TOKENS

__all__ = [
    "MACHINE",
    "PROVIDER",
    "STREAM",
    "Roster",
    "alive",
    "alone",
    "note",
    "people",
    "person_named",
    "plain_name",
    "rebuild",
    "token_named",
    "tokens",
]

STREAM = "staff"
MACHINE, PROVIDER = "machine", "provider"
"""Who acts where no person does: somebody at the machine itself, and the outside log-in service."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*")
_LONGEST_NAME = 40
_TOLERANCE = timedelta(minutes=5) // timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Roster:
    """The staff of one service: the ledger that they stand in, the keys of this room, how passwords are hashed, and when log-ins end."""

    ledger: Ledger
    keys: Keys
    hasher: PasswordHash
    idle: timedelta = timedelta(minutes=30)
    longest: timedelta = timedelta(hours=12)


def alive(made_us: int, ends_us: int, now_us: int) -> bool:
    """Say whether something lives at a time. What was made in the future was made before the clock was set back: it lives no longer."""
    return made_us - _TOLERANCE <= now_us < ends_us


def plain_name(text: str) -> str:
    """Return a name as it is. Raises `InputError` unless it is 2 to 40 small letters and digits, with single dots and hyphens between them."""
    if not _NAME.fullmatch(text) or not 2 <= len(text) <= _LONGEST_NAME or text in {MACHINE, PROVIDER}:  # noqa: PLR2004
        raise InputError(
            f"{text[:60]!r} is no name here: 2 to {_LONGEST_NAME} small letters and digits, with single dots and hyphens between, "
            f"and neither {MACHINE} nor {PROVIDER}"
        )
    return text


def note(roster: Roster, connection: sa.Connection, subject: str, kind: str, body: Mapping[str, Any], at: datetime) -> Entry:  # fmt: skip
    """Write down what happened to `person:…`, `token:…` or nobody (empty), and bring the tables up to it, in the caller's transaction."""
    [entry] = roster.ledger.within(connection, STREAM, [New(kind, subject, body)], at)
    _project(connection, entry)
    return entry


def alone(connection: sa.Connection) -> None:
    """Let nobody else change the staff until the transaction ends, so that what was looked up first still holds."""
    connection.execute(sa.select(HEADS.c.number).where(HEADS.c.stream == STREAM).with_for_update())


def _project(connection: sa.Connection, entry: Entry) -> None:
    of, _, key = entry.subject.partition(":")
    if of == "person":
        before = person_named(connection, key)
        _put(connection, PEOPLE, PEOPLE.c.name == key, before, person_after(before, entry))
    elif of == "token":
        row = connection.execute(sa.select(TOKENS).where(TOKENS.c.id == key)).mappings().one_or_none()
        token = None if row is None else _token(row)
        _put(connection, TOKENS, TOKENS.c.id == key, token, token_after(token, entry))


def _put(
    connection: sa.Connection,
    table: sa.Table,
    where: sa.ColumnElement[bool],
    before: Person | Token | None,
    after: Person | Token | None,
) -> None:
    if after is None or after == before:
        return
    values = _values(after)
    connection.execute(sa.insert(table).values(values) if before is None else sa.update(table).where(where).values(values))  # fmt: skip


def _values(of: Person | Token) -> dict[str, Any]:
    return {
        name: value if value is None or isinstance(value, str | int) else _listed(value)
        for name, value in asdict(of).items()
    }


def _listed(value: Any) -> str:  # noqa: ANN401  (names in a row, or a scope)
    return canonical(value) if isinstance(value, dict) else json.dumps(list(value), separators=(",", ":"))


def _person(row: Mapping[Any, Any]) -> Person:
    scope = Scope(**{part: tuple(named) for part, named in json.loads(row["scope"]).items()})
    values: dict[str, Any] = {**row, "roles": tuple(json.loads(row["roles"])), "scope": scope}
    return Person(**values)


def _token(row: Mapping[Any, Any]) -> Token:
    values: dict[str, Any] = {**row, "permissions": tuple(json.loads(row["permissions"]))}
    return Token(**values)


def person_named(connection: sa.Connection, name: str) -> Person | None:
    """Return a person; None where there never was one."""
    row = connection.execute(sa.select(PEOPLE).where(PEOPLE.c.name == name)).mappings().one_or_none()
    return None if row is None else _person(row)


def token_named(connection: sa.Connection, name: str) -> Token | None:
    """Return a machine token by its name, whatever its state; None where there never was one."""
    row = connection.execute(sa.select(TOKENS).where(TOKENS.c.name == name)).mappings().one_or_none()
    return None if row is None else _token(row)


def people(connection: sa.Connection) -> list[Person]:
    """Return everybody, those who left too, by name."""
    return [_person(row) for row in connection.execute(sa.select(PEOPLE).order_by(PEOPLE.c.name)).mappings()]


def tokens(connection: sa.Connection) -> list[Token]:
    """Return every machine token, those that are revoked too, by name."""
    return [_token(row) for row in connection.execute(sa.select(TOKENS).order_by(TOKENS.c.name)).mappings()]


def rebuild(roster: Roster) -> tuple[Sequence[Person], Sequence[Token]]:
    """Write the tables anew from the ledger alone and return what they hold. Secrets are none of it and stay."""
    entries = list(roster.ledger.of_stream(STREAM))
    with roster.ledger.store.writing() as connection:
        for table, found in ((PEOPLE, people_of(entries)), (TOKENS, tokens_of(entries))):
            connection.execute(sa.delete(table))
            if found:
                connection.execute(sa.insert(table), [_values(one) for one in found.values()])
        return people(connection), tokens(connection)
