"""One sitting: a transaction in which things are decided. Sittings come one after another, so nothing that one counts can change under it."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from aboveboard.cases import Event, Periods
from aboveboard.cases.periods import PERIODS
from aboveboard.deciding.projecting import project
from aboveboard.deciding.values import Limits
from aboveboard.errors import CaseError
from aboveboard.store import Entry, Ledger, New, seal, unseal
from aboveboard.store.deciding_tables import CASES
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.lives import ACCOUNTS, entry_of
from aboveboard.store.schema import ENTRIES, HEADS

__all__ = ["Sitting", "sit", "watch"]

DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A transaction that holds the head of `decisions`; `at` is the time that all of it carries."""

    connection: sa.Connection
    ledger: Ledger
    at: datetime
    limits: Limits
    periods: Periods

    def write(self, stream: str, new: Sequence[New]) -> list[Entry]:
        """Write entries and bring the tables up to date with those that are new."""
        if not new:
            return []
        before = self.connection.execute(sa.select(HEADS.c.number).where(HEADS.c.stream == stream)).scalar() or 0
        entries = self.ledger.within(self.connection, stream, new, self.at)
        fresh = {e.number: e for e in entries if e.number > before}
        project(self.connection, fresh.values())
        return entries

    def live(self, events: Iterable[tuple[Event, str | None]]) -> None:
        """Write what happened to accounts, each with its key."""
        self.write(ACCOUNTS, [entry_of(event, key) for event, key in events])

    def seal(self, subject: str, body: Mapping[str, Any]) -> str:
        """Keep personal data beside the ledger and return its digest; nothing gives an empty one."""
        return seal(self.connection, subject, body) if any(body.values()) else ""

    def unseal(self, digest: str) -> dict[str, Any] | None:
        """Return what was sealed; None once it was forgotten."""
        return unseal(self.connection, digest) if digest else None

    def said(self, stream: str, key: str) -> tuple[str, dict[str, Any]] | None:
        """Return the subject and body of the entry under a key; None where there is none."""
        found = list(read_entries(self.connection, ENTRIES.c.stream == stream, ENTRIES.c.key == key))
        return (found[0].subject, dict(found[0].body)) if found else None

    def case(self, case_id: str) -> dict[str, Any]:
        """Return a case as it stands. Raises `CaseError` where there is none."""
        row = self.connection.execute(sa.select(CASES).where(CASES.c.case_id == case_id)).mappings().one_or_none()
        if row is None:
            raise CaseError(f"there is no case {case_id}")
        return dict(row)


@contextmanager
def sit(ledger: Ledger, at: datetime, limits: Limits | None = None, periods: Periods = PERIODS) -> Generator[Sitting]:
    """Open a sitting: everything in it is kept, or nothing. `at` is no earlier than the sitting before, whatever the clock says.

    Raises `StoreError` where the store cannot be used.
    """
    with ledger.store.writing() as connection:
        ledger.within(connection, DECISIONS, [], at)
        yield _sitting(connection, ledger, at, limits, periods)


@contextmanager
def watch(ledger: Ledger, at: datetime, limits: Limits | None = None, periods: Periods = PERIODS) -> Generator[Sitting]:
    """Open a sitting that only looks: it sees one state of the store and waits for nobody who decides.

    Raises `StoreError` where something is written in it after all, or the store cannot be used.
    """
    with ledger.store.reading() as connection:
        yield _sitting(connection, ledger, at, limits, periods)


def _sitting(
    connection: sa.Connection, ledger: Ledger, at: datetime, limits: Limits | None, periods: Periods
) -> Sitting:
    head = connection.execute(sa.select(HEADS.c.at_us).where(HEADS.c.stream == DECISIONS)).scalar()
    now = microseconds(at)
    return Sitting(connection, ledger, moment(now if head is None else max(head, now)), limits or Limits(), periods)
