"""Bars in the ledger: an event of `cases.bars` as an entry of the stream `bars`, and the bar ledger as its fold."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from aboveboard.cases.bars import BarEvent, Ledger, fold_bars
from aboveboard.store.entries import Entry, New, microseconds, moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES

__all__ = ["BARS", "bar_entry_of", "bar_event_of", "bars"]

BARS = "bars"
"""The stream of who may not come back; its subjects are decisions, as a bar outlives the account."""

_TIMES = ("at", "until")


def bar_entry_of(event: BarEvent, key: str | None = None) -> New:
    """Return the entry that says what happened to a bar: its kind, its decision, and the columns that are filled."""
    body: dict[str, Any] = {
        name: microseconds(value) if name in _TIMES else list(value) if name == "tokens" else value
        for name, value in event._asdict().items()
        if value and name not in ("id", "kind")
    }
    return New(event.kind, event.id, body, key)


def bar_event_of(entry: Entry) -> BarEvent:
    """Return what happened to a bar, from its entry."""
    body = {name: moment(value) if name in _TIMES else value for name, value in entry.body.items()}
    return BarEvent(**{**body, "id": entry.subject, "kind": entry.kind, "tokens": tuple(body.get("tokens", ()))})


def bars(connection: sa.Connection) -> Ledger:
    """Return every bar as its events left it."""
    return fold_bars(bar_event_of(e) for e in read_entries(connection, ENTRIES.c.stream == BARS))
