"""When something next falls due on each account: kept beside the ledger, so that a timer need not look at every account.

`catch_up` reads what was written since it was last called. The table can be emptied at any time: it fills itself from the ledger again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final, Literal

import sqlalchemy as sa

from aboveboard.cases import Account, fold, to_send
from aboveboard.cases.periods import Periods
from aboveboard.cases.timers import timers
from aboveboard.store import Entry, Ledger
from aboveboard.store.aliases import about, subjects
from aboveboard.store.entries import microseconds
from aboveboard.store.ledger import read_entries
from aboveboard.store.lives import ACCOUNTS, event_of
from aboveboard.store.schema import ENTRIES, ITS_STREAM
from aboveboard.store.work_tables import ACCOUNT_DATES, CURSORS

__all__ = ["catch_up", "due_accounts", "lives", "note", "rebuild_dates"]

_CURSOR: Final = "account_dates"
_FAR: Final = datetime.max.replace(tzinfo=UTC)
_MOST: Final = 500
"""Entries of one transaction: whoever else writes waits for it."""
_ASKED: Final = 500


def catch_up(connection: sa.Connection, ledger: Ledger, periods: Periods, at: datetime) -> bool:
    """Note the dates of accounts that something happened to since the last call, and say whether there are more to read.

    The stream `accounts` is held until the transaction ends, so that nothing happens to an account between reading and writing.
    """
    ledger.within(connection, ACCOUNTS, [], at)
    last = connection.execute(sa.select(CURSORS.c.number).where(CURSORS.c.name == _CURSOR)).scalar_one_or_none()
    new = (
        sa.select(ENTRIES.c.number, ENTRIES.c.subject)  # an alias, see known_as()
        .where(ENTRIES.c.stream == ACCOUNTS, ENTRIES.c.number > (last or 0))
        .order_by(ENTRIES.c.number)
        .limit(_MOST)
    )
    rows = connection.execute(new).all()
    if not rows:
        return False
    living = subjects(connection, {r.subject for r in rows})  # whom the ledger has forgotten nothing falls due for
    note(connection, lives(connection, sorted(living.values())), periods)
    if last is None:
        connection.execute(sa.insert(CURSORS).values(name=_CURSOR, number=rows[-1].number))
    else:
        connection.execute(sa.update(CURSORS).where(CURSORS.c.name == _CURSOR).values(number=rows[-1].number))
    return len(rows) == _MOST


def due_accounts(
    connection: sa.Connection, column: Literal["date_us", "notice_us"], at: datetime, most: int
) -> list[Account]:
    """Return accounts on which a date (or a notice) is due, those first that have waited longest."""
    found = ACCOUNT_DATES.c[column]
    query = sa.select(ACCOUNT_DATES.c.account_id).where(found <= microseconds(at)).order_by(found).limit(most)
    return lives(connection, list(connection.execute(query).scalars()))


def lives(connection: sa.Connection, ids: Sequence[str]) -> list[Account]:
    """Return accounts as their events left them."""
    found = list[Account]()
    for start in range(0, len(ids), _ASKED):
        asked = ids[start : start + _ASKED]
        events = defaultdict[str, list[Entry]](list)
        for entry in read_entries(connection, about(*asked), ITS_STREAM == ACCOUNTS):
            events[entry.subject].append(entry)
        found += [fold(map(event_of, events[i]))._replace(account_id=i) for i in asked]
    return found


def note(
    connection: sa.Connection, accounts: Iterable[Account], periods: Periods, sent: datetime | None = None
) -> None:
    """Write when something next falls due on accounts; notices due up to `sent` have been handed over and are not waited for again."""
    rows = [_row(account, periods, sent) for account in accounts]
    if rows:
        gone = ACCOUNT_DATES.c.account_id.in_([r["account_id"] for r in rows])
        connection.execute(sa.delete(ACCOUNT_DATES).where(gone))
        connection.execute(sa.insert(ACCOUNT_DATES), rows)


def _row(account: Account, periods: Periods, sent: datetime | None) -> dict[str, str | int | None]:
    dates = [t.event.at for t in timers(account, periods) if not t.unsent and not t.waits]
    notices = [o.due_at for o in to_send(account, _FAR, periods) if sent is None or o.due_at > sent]
    return {
        "account_id": account.account_id,
        "date_us": microseconds(min(dates)) if dates else None,
        "notice_us": microseconds(min(notices)) if notices else None,
    }


def rebuild_dates(connection: sa.Connection, ledger: Ledger, periods: Periods, at: datetime) -> None:
    """Make the table anew from the ledger alone."""
    connection.execute(sa.delete(ACCOUNT_DATES))
    connection.execute(sa.delete(CURSORS).where(CURSORS.c.name == _CURSOR))
    while catch_up(connection, ledger, periods, at):
        pass
