"""Write the dates of accounts that have come: a limit that ends, a closure whose time to appeal is over, an erasure that was announced."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from aboveboard.cases import Account, Event, apply, due
from aboveboard.cases.periods import Periods
from aboveboard.store.lives import ACCOUNTS, entry_of
from aboveboard.work.dates import catch_up, due_accounts, note
from aboveboard.work.jobs import Job
from aboveboard.work.kind import Again, Kind, Tools
from aboveboard.work.signs import note_signs

__all__ = ["expire_measures"]

_MOST: Final = 200


def _apply(tools: Tools, connection: sa.Connection, _job: Job, _prepared: None, at: datetime) -> Again | None:
    if note_signs(connection, tools.ledger, at):
        return Again(at)
    more = catch_up(connection, tools.ledger, tools.periods, at)
    accounts = due_accounts(connection, "date_us", at, _MOST)
    after, events = list[Account](), list[Event]()
    for account in accounts:
        produced = due(account, at, tools.periods)
        after.append(_after(account, produced, tools.periods))
        events += produced
    tools.ledger.within(connection, ACCOUNTS, [entry_of(e) for e in events], at)
    note(connection, after, tools.periods)
    return Again(at) if more or len(accounts) == _MOST else None


def _after(account: Account, events: tuple[Event, ...], _periods: Periods) -> Account:
    for event in events:
        account = apply(account, event)
    return account


expire_measures = Kind(
    name="expire_measures",
    about="Writes into the ledger what falls due on accounts by its date.",
    apply=_apply,
    every=timedelta(minutes=1),
)
