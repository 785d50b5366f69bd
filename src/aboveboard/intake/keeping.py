"""Rows into the store: each once, with one entry of the ledger for the batch it came in, in one transaction."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

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

    They take as few statements as one. A row that is there already is not kept again. Accounts that are seen for the first time begin their life in the ledger.
    """
    at = max(b.at for b in batches)
    entries = ledger.within(connection, INTAKE, [_entry(b) for b in batches], at)
    new = _added(connection, batches)
    _ = _begin(connection, ledger, batches, new, at)
    named = [n for table, facts in _by_table(new).items() for n in names_said(connection, table, facts)]
    if named:
        ledger.within(connection, NAMES, named, at)
    return [
        Receipt(len(fresh), len(batch.facts) - len(fresh), batch.rejects, entry.position)
        for batch, fresh, entry in zip(batches, new, entries, strict=True)
    ]


def _entry(batch: Batch) -> New:
    refused = Counter(r.column or "row" for r in batch.rejects)
    body = {"rows": len(batch.facts), "refused": dict(sorted(refused.items())), "source": batch.source}
    return New("rows_taken", "", {"table": batch.table, **body}, batch.key if batch.facts else None)


def _added(connection: sa.Connection, batches: Sequence[Batch]) -> list[list[Fact]]:
    """Insert what is not there yet, for all batches at once, and return the new facts of each; who holds the head of the stream is the only one who inserts.

    A row that several batches hold is new in the first of them.
    """
    known = _known(connection, {f.id for b in batches for f in b.facts})
    rows, new = list[dict[str, Any]](), list[list[Fact]]()
    for batch in batches:
        key, fresh = batch.key, list[Fact]()
        for fact in batch.facts:
            if fact.id not in known:
                known.add(fact.id)
                fresh.append(fact)
                rows.append({**fact._asdict(), "batch": key})
        new.append(fresh)
    if rows:
        connection.execute(sa.insert(FACTS), rows)
    return new


def _known(connection: sa.Connection, ids: Collection[str]) -> set[str]:
    wanted, known = sorted(ids), set[str]()
    for start in range(0, len(wanted), _LOOKUP):
        query = sa.select(FACTS.c.id).where(FACTS.c.id.in_(wanted[start : start + _LOOKUP]))
        known.update(connection.execute(query).scalars())
    return known


def _by_table(new: Sequence[Sequence[Fact]]) -> dict[str, list[Fact]]:
    """Return the new facts by their table, in the order in which they came."""
    found = dict[str, list[Fact]]()
    for fact in (f for fresh in new for f in fresh):
        found.setdefault(fact.source, []).append(fact)
    return found


class _Begun(msgspec.Struct):
    created_at: datetime | None = None


def _begin(
    connection: sa.Connection, ledger: Ledger, batches: Sequence[Batch], new: Sequence[Sequence[Fact]], at: datetime
) -> list[Entry]:
    """Write that accounts registered and were let in: the platform did both before it told us.

    The ledger lets an account in when it is told of it. So its terms, such as that of a long silence, begin then, and nobody who
    registered years ago is owed a reminder for the years before.
    """
    begun = list[New]()
    for batch, fact in ((b, f) for b, fresh in zip(batches, new, strict=True) if b.table == "accounts" for f in fresh):
        since = msgspec.json.decode(fact.body, type=_Begun).created_at or moment(fact.at_us)
        for kind, when in (("registered", since), ("admitted", max(since, batch.at))):
            begun.append(
                entry_of(Event(fact.account_id, when, kind, by="policy:platform"), f"{kind}:{fact.account_id}")
            )
    return ledger.within(connection, ACCOUNTS, begun, at) if begun else []
