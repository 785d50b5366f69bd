"""Rows into the store: each once, with one entry of the ledger for the batch it came in, in one transaction."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from aboveboard.cases import Event
from aboveboard.intake.naming import NAMES, names_said
from aboveboard.intake.rows import Fact, Reject
from aboveboard.store import Entry, Ledger, New
from aboveboard.store.entries import moment
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.lives import ACCOUNTS, entry_of

__all__ = ["INTAKE", "Batch", "Receipt", "keep"]

INTAKE = "intake"
"""The stream of what was handed in: one entry a batch, with counts and a digest, never a row."""


_LOOKUP = 1_000


class Batch(NamedTuple):
    """Rows of one table that came together from one source; `at` is when."""

    table: str
    facts: tuple[Fact, ...]
    rejects: tuple[Reject, ...]
    source: str
    at: datetime

    @property
    def key(self) -> str:
        """The key of its entry: the same rows from the same source are the same batch."""
        whole = hashlib.sha256(self.source.encode())
        for fact in self.facts:
            whole.update(fact.id.encode())
        return f"{self.table}:{whole.hexdigest()[:32]}"


class Receipt(NamedTuple):
    """What became of a batch: how many rows are new, how many were there already, which were refused, and where it stands in the ledger."""

    accepted: int
    known: int
    rejects: tuple[Reject, ...]
    position: int


def keep(connection: sa.Connection, ledger: Ledger, batches: Sequence[Batch]) -> list[Receipt]:
    """Keep several batches in a transaction of the caller's, and return their receipts in order.

    A row that is there already is not kept again. Accounts that are seen for the first time begin their life in the ledger.
    """
    entries = ledger.within(connection, INTAKE, [_entry(b) for b in batches], max(b.at for b in batches))
    receipts = list[Receipt]()
    for batch, entry in zip(batches, entries, strict=True):
        new = _added(connection, batch)
        fresh = [f for f in batch.facts if f.id in new]
        if batch.table == "accounts" and fresh:
            _begin(connection, ledger, fresh, batch.at)
        named = names_said(connection, batch.table, fresh)
        if named:
            ledger.within(connection, NAMES, named, batch.at)
        receipts.append(Receipt(len(new), len(batch.facts) - len(new), batch.rejects, entry.position))
    return receipts


def _entry(batch: Batch) -> New:
    refused = Counter(r.column or "row" for r in batch.rejects)
    body = {"rows": len(batch.facts), "refused": dict(sorted(refused.items())), "source": batch.source}
    return New("rows_taken", "", {"table": batch.table, **body}, batch.key if batch.facts else None)


def _added(connection: sa.Connection, batch: Batch) -> set[str]:
    """Insert what is not there yet and return its ids; who holds the head of the stream is the only one who inserts."""
    ids = list({f.id for f in batch.facts})
    known = set[str]()
    for start in range(0, len(ids), _LOOKUP):
        query = sa.select(FACTS.c.id).where(FACTS.c.id.in_(ids[start : start + _LOOKUP]))
        known.update(connection.execute(query).scalars())
    key = batch.key
    rows = {f.id: {**f._asdict(), "batch": key} for f in batch.facts if f.id not in known}
    if rows:
        connection.execute(sa.insert(FACTS), list(rows.values()))
    return set(rows)


class _Begun(msgspec.Struct):
    created_at: datetime | None = None


def _begin(connection: sa.Connection, ledger: Ledger, facts: Sequence[Fact], at: datetime) -> list[Entry]:
    """Write that accounts registered and were let in: the platform did both before it told us.

    The ledger lets an account in when it is told of it. So its terms, such as that of a long silence, begin then, and nobody who
    registered years ago is owed a reminder for the years before.
    """
    begun = list[New]()
    for fact in facts:
        since = msgspec.json.decode(fact.body, type=_Begun).created_at or moment(fact.at_us)
        for kind, when in (("registered", since), ("admitted", max(since, at))):
            begun.append(
                entry_of(Event(fact.account_id, when, kind, by="policy:platform"), f"{kind}:{fact.account_id}")
            )
    return ledger.within(connection, ACCOUNTS, begun, at)
