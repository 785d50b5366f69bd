"""Lives of accounts in the ledger: an event of `cases` as an entry of the stream `accounts`, and an account as its fold."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from aboveboard.cases import Account, Event, fold
from aboveboard.store.aliases import known_as
from aboveboard.store.entries import Entry, New, microseconds, moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, ITS_STREAM

__all__ = ["ACCOUNTS", "account", "entry_of", "event_of"]

ACCOUNTS = "accounts"
"""The stream of what happened to accounts."""

_TIMES = ("at", "until")


def entry_of(event: Event, key: str | None = None) -> New:
    """Return the entry that says what happened: its kind, its account, and the columns that are filled."""
    body: dict[str, Any] = {
        name: microseconds(value) if name in _TIMES else value
        for name, value in event._asdict().items()
        if value and name not in ("account_id", "kind")
    }
    return New(event.kind, event.account_id, body, key)


def event_of(entry: Entry) -> Event:
    """Return what happened, from its entry."""
    body: dict[str, Any] = {name: moment(value) if name in _TIMES else value for name, value in entry.body.items()}
    return Event(account_id=entry.subject, kind=entry.kind, **body)


def account(connection: sa.Connection, account_id: str) -> Account:
    """Return an account as its events left it; one without any is `unknown`."""
    found = read_entries(connection, ENTRIES.c.subject == known_as(account_id), ITS_STREAM == ACCOUNTS)
    return fold(event_of(e) for e in found)._replace(account_id=account_id)
