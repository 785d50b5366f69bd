"""New keys in the place of old ones, by two people; and what is still kept under the old ones.

Tokens name their key's version, so that nothing has to be made anew at once: the old key goes on reading. What was tokenised
under it comes under the new one when the platform sends it again; bars come under the new one with the day's work, as far as rows still
hold what they were made of, and else run out under the old one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from aboveboard.errors import CaseError
from aboveboard.privacy.guard import columns_watched
from aboveboard.privacy.keyring import PURPOSES, Ring, load_ring, save_ring, version_of
from aboveboard.store import Entry, Ledger, New
from aboveboard.store.bars_written import bars
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, METADATA
from aboveboard.tables import TABLES

__all__ = ["PRIVACY", "Asked", "ask", "confirm", "left_under", "tokens_left", "waiting"]

PRIVACY = "privacy"
"""The stream of what was done with keys, and of what was purged, restricted, erased and handed out."""

ACTS = ("rotate", "retire")
OPEN_FOR = timedelta(days=7)
"""How long a request waits for its second person."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody asks for a new key (`rotate`), or for an old version to end (`retire`), and waits for a second person."""

    id: str
    act: str
    purpose: str
    version: int
    by: str
    at: datetime


def ask(connection: sa.Connection, ledger: Ledger, wanted: Asked, ring: Ring) -> Entry:
    """Write down that a change of keys is wanted. Raises `CaseError` where it cannot be, such as ending the key that makes tokens."""
    if wanted.act not in ACTS or wanted.purpose not in PURPOSES:
        raise CaseError(f"a key is rotated or retired, of one of {', '.join(PURPOSES)}")
    states = {k.version: k.state for k in ring.keys[wanted.purpose]}
    if wanted.act == "retire" and states.get(wanted.version) != "reading":
        raise CaseError(f"{wanted.purpose} has no version {wanted.version} that only reads: rotate first")
    body = {"id": wanted.id, "act": wanted.act, "purpose": wanted.purpose, "version": wanted.version, "by": wanted.by}
    (entry,) = ledger.within(connection, PRIVACY, [New("asked_second", "", body, f"keys:{wanted.id}")], wanted.at)
    return entry


def waiting(connection: sa.Connection, at: datetime) -> list[Asked]:
    """Return the changes of keys that wait for a second person, oldest first."""
    found: dict[str, Asked] = {}
    for e in read_entries(connection, ENTRIES.c.stream == PRIVACY, ENTRIES.c.kind.in_(("asked_second", "confirmed"))):
        if e.kind == "confirmed":
            found.pop(e.body["id"], None)
        elif e.at + OPEN_FOR > at:
            b = e.body
            found[b["id"]] = Asked(b["id"], b["act"], b["purpose"], b["version"], b["by"], e.at)
    return list(found.values())


def confirm(connection: sa.Connection, ledger: Ledger, data: Path, asked: str, by: str, at: datetime) -> Ring:
    """Carry out what somebody else asked for, write it down with the number of tokens left under a key that ends, and return the ring.

    The keys are written before the transaction ends: if it fails, the new key is there and unused, and confirming again makes another.
    Raises `CaseError` where nobody asked, or the same person did.
    """
    wanted = next((w for w in waiting(connection, at) if w.id == asked), None)
    if wanted is None:
        raise CaseError("no such change of keys waits for a second person")
    if wanted.by == by:
        raise CaseError("who asked for it cannot be the second person")
    old = load_ring(data)
    ring = old.rotated(wanted.purpose) if wanted.act == "rotate" else old.retired(wanted.purpose, wanted.version)
    version = ring.primary(wanted.purpose).version if wanted.act == "rotate" else wanted.version
    left = tokens_left(connection, wanted.purpose, version) if wanted.act == "retire" else 0
    body = {"id": asked, "act": wanted.act, "purpose": wanted.purpose, "version": version, "by": by, "left": left}
    ledger.within(connection, PRIVACY, [New("confirmed", "", body, f"keys:{asked}:confirmed")], at)
    save_ring(data, ring)
    return ring


def left_under(tokens: Iterable[str]) -> dict[int, int]:
    """Return how many of these tokens are under each version of a key; those that are under none of ours count as 0."""
    return dict(sorted(Counter(version_of(t) or 0 for t in tokens).items()))


def tokens_left(connection: sa.Connection, purpose: str, version: int) -> int:
    """Return how many tokens at most are kept under a version of a key: those of linking in rows, those of bars in force.

    Tokens that the platform made with its own key name no version; one in 255 of them looks as if it did, hence at most. The other
    purposes keep no tokens.
    """
    if purpose == "bars":
        return sum(version_of(t) == version for b in bars(connection).bars.values() if b.keyed for t in b.tokens)
    table = METADATA.tables.get("facts")
    if purpose != "linking" or table is None:
        return 0
    names = sorted({c for t in TABLES for c, kind in columns_watched(t).items() if kind == "token"})
    marks = (table.c.body.contains(f'"{name}":"{version:02x}') for name in names)
    query = sa.select(sa.func.count()).select_from(table).where(sa.or_(*marks))
    return connection.execute(query).scalar_one()
