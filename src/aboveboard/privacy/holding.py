"""What forbids erasing an account or letting its rows run out: a hold, an appeal or a dispute that is open."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from aboveboard.cases.finding import kept_whole, waiting
from aboveboard.cases.folding import fold
from aboveboard.cases.values import Account, Event
from aboveboard.store.aliases import about
from aboveboard.store.bars_written import bars
from aboveboard.store.ledger import read_entries
from aboveboard.store.lives import ACCOUNTS, account, event_of
from aboveboard.store.schema import ENTRIES, ITS_STREAM

__all__ = ["OBSTACLES", "held_accounts", "obstacles"]

OBSTACLES = {
    "hold": "a court or an authority asked to keep it, or what it said must stay readable",
    "appeal": "an appeal is open",
    "bar_appeal": "an appeal against its bar is open",
    "dispute": "who may act for it is disputed",
    "undelivered": "the platform has not fetched yet what it is to do or to tell",
}
"""Why an account is restricted in place of erased, for as long as it lasts."""

_BEGIN = ("held", "appealed", "claimed", "plan_proposed")
_CHUNK = 1_000


def obstacles(connection: sa.Connection, account_id: str) -> tuple[str, ...]:
    """Return what forbids erasing an account now; nothing where nothing does."""
    return _obstacles(account(connection, account_id), _bars_appealed(connection))


def held_accounts(connection: sa.Connection) -> frozenset[str]:
    """Return the accounts whose data must stay whole now, in two queries however many there are."""
    appealed = _bars_appealed(connection)
    kinds = (*_BEGIN, *(("closed",) if appealed else ()))
    begun = read_entries(connection, ENTRIES.c.stream == ACCOUNTS, ENTRIES.c.kind.in_(kinds))
    names = sorted({e.subject for e in begun})
    found = set[str]()
    for start in range(0, len(names), _CHUNK):
        found |= {a.account_id for a in _folded(connection, names[start : start + _CHUNK]) if _obstacles(a, appealed)}
    return frozenset(found)


def _folded(connection: sa.Connection, names: list[str]) -> Iterable[Account]:
    events: dict[str, list[Event]] = {n: [] for n in names}
    for entry in read_entries(connection, ITS_STREAM == ACCOUNTS, about(*names)):
        events[entry.subject].append(event_of(entry))
    return [fold(e) for e in events.values() if e]


def _bars_appealed(connection: sa.Connection) -> frozenset[str]:
    """Return the decisions whose bar waits for the answer to an appeal."""
    return frozenset(b.id for b in bars(connection).bars.values() if b.appeal == "open")


def _obstacles(found: Account, bars_appealed: frozenset[str]) -> tuple[str, ...]:
    told = {
        "hold": kept_whole(found),
        "appeal": waiting(found),
        "bar_appeal": any(m.id in bars_appealed for m in found.measures),
        "dispute": bool(found.claims) or found.plan is not None,
    }
    return tuple(name for name, holds in told.items() if holds)
