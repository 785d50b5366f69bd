"""Signs of life: an account whose acts are handed in was seen, at most once a day, or it would be reminded of its silence after a year.

The rows are read where the dates of accounts are looked at, a part at a time and each once; taking rows in does not wait for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Final

import msgspec
import sqlalchemy as sa

from aboveboard.cases import Event
from aboveboard.cases.states import LIVE
from aboveboard.store import Ledger
from aboveboard.store.aliases import said_of
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.lives import ACCOUNTS, entry_of
from aboveboard.store.privacy_tables import ALIASES
from aboveboard.store.schema import ENTRIES, ITS_STREAM
from aboveboard.store.work_tables import CURSORS
from aboveboard.work.dates import lives

__all__ = ["ACTS", "note_signs"]

ACTS: Final = ("actions", "follows", "posts", "profile_changes", "sessions")
"""The tables whose rows are something that the account itself did, at the row's time."""

_CURSOR: Final = "signs_of_life"
_MOST: Final = 1_000
"""Rows of one transaction: whoever hands rows in waits for it."""
_ASKED: Final = 500
_OVER: Final = ("closed", "erasure_asked", "left", "purged", "quarantined", "refused")


class _Profile(msgspec.Struct):
    last_active_at: datetime | None = None


class _Counted(msgspec.Struct):
    count: int = 0
    until: datetime | None = None


def note_signs(connection: sa.Connection, ledger: Ledger, at: datetime) -> bool:
    """Write down who was seen since the last call, and say whether there are more rows to read: dates wait for that.

    A sign counts from when the ledger let the account in; one that is not known, was erased or is closed is not seen.
    """
    last = connection.execute(sa.select(CURSORS.c.number).where(CURSORS.c.name == _CURSOR)).scalar_one_or_none()
    newest = connection.execute(sa.select(sa.func.max(FACTS.c.position))).scalar() or 0
    if newest <= (last or 0):
        return False
    end = min(newest, (last or 0) + _MOST)
    new = (FACTS.c.position > (last or 0), FACTS.c.position <= end)
    signs = _signs(connection, new, microseconds(at))
    _ = ledger.within(connection, ACCOUNTS, [entry_of(e, key) for e, key in _seen(connection, signs)], at)
    if last is None:
        connection.execute(sa.insert(CURSORS).values(name=_CURSOR, number=end))
    else:
        connection.execute(sa.update(CURSORS).where(CURSORS.c.name == _CURSOR).values(number=end))
    return end < newest


def _signs(connection: sa.Connection, new: Iterable[sa.ColumnElement[bool]], now: int) -> dict[str, int]:
    """Return when each account last gave a sign in some rows, in microseconds and no later than now."""
    acts = sa.select(FACTS.c.account_id, sa.func.max(FACTS.c.at_us)).where(*new, FACTS.c.source.in_(ACTS))
    found = {row[0]: min(row[1], now) for row in connection.execute(acts.group_by(FACTS.c.account_id))}
    told = sa.select(FACTS.c.source, FACTS.c.account_id, FACTS.c.body).where(
        *new, FACTS.c.source.in_(("accounts", "activity"))
    )
    for source, account, body in connection.execute(told):
        since = _active(body) if source == "accounts" else _counted(body)
        if since is not None:
            found[account] = max(found.get(account, 0), min(microseconds(since), now))
    return found


def _active(body: str) -> datetime | None:
    return msgspec.json.decode(body, type=_Profile).last_active_at


def _counted(body: str) -> datetime | None:
    row = msgspec.json.decode(body, type=_Counted)
    return row.until if row.count else None


def _seen(connection: sa.Connection, signs: Mapping[str, int]) -> list[tuple[Event, str]]:
    """Return the sign of life of each account that lives, under the key of its day."""
    admitted, over = _known(connection, list(signs))
    gone = {a.account_id for a in lives(connection, sorted(over)) if a.state not in LIVE}
    return [
        (Event(account, when, "seen", by="holder:acts"), f"seen:{account}:{when.date().isoformat()}")
        for account, since in admitted.items()
        if signs[account] > since and account not in gone
        for when in (moment(signs[account]),)
    ]


def _known(connection: sa.Connection, named: Collection[str]) -> tuple[dict[str, int], set[str]]:
    """Return when the ledger let each of these accounts in, and which of them ever ended."""
    wanted, admitted, over = sorted(named), dict[str, int](), set[str]()
    for start in range(0, len(wanted), _ASKED):
        query = (
            sa.select(ALIASES.c.subject, ENTRIES.c.kind, sa.func.max(ENTRIES.c.at_us))
            .select_from(said_of())
            .where(ALIASES.c.subject.in_(wanted[start : start + _ASKED]), ITS_STREAM == ACCOUNTS)
            .where(ENTRIES.c.kind.in_(("admitted", *_OVER)))
            .group_by(ALIASES.c.subject, ENTRIES.c.kind)
        )
        for subject, kind, at_us in connection.execute(query):
            admitted.update({subject: at_us}) if kind == "admitted" else over.add(subject)
    return admitted, over
