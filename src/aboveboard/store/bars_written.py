"""Bars in the ledger: an event of `cases.bars` as an entry of the stream `bars`, and the bars as their fold."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from aboveboard.cases import BarEvent, fold_bars
from aboveboard.cases.bars import Ledger as Bars
from aboveboard.store.entries import Entry, New, microseconds, moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES

__all__ = ["BARS", "bar_entry", "bar_of", "bars"]

BARS = "bars"
"""The stream of who may not come back."""

_TIMES = ("at", "until")


def bar_entry(event: BarEvent) -> New:
    """Return the entry that says what happened to a bar: its subject is the bar's id, since a bar outlives its account."""
    body: dict[str, Any] = {
        name: microseconds(value) if name in _TIMES else list(value) if name == "tokens" else value
        for name, value in event._asdict().items()
        if value and name not in ("id", "kind")
    }
    return New(event.kind, event.id, body, f"{event.kind}:{event.id}:{body['at']}")


def bar_of(entry: Entry) -> BarEvent:
    """Return what happened to a bar, from its entry."""
    body: dict[str, Any] = {
        n: moment(v) if n in _TIMES else tuple(v) if n == "tokens" else v for n, v in entry.body.items()
    }
    return BarEvent(id=entry.subject, kind=entry.kind, **body)


def bars(connection: sa.Connection) -> Bars:
    """Return all bars as their events left them."""
    return fold_bars(bar_of(e) for e in read_entries(connection, ENTRIES.c.stream == BARS))
