"""What nobody needs any more is forgotten: tries of yesterday, log-ins that ended or were never finished, links that were not used."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from aboveboard.staff.roster import Roster
from aboveboard.store.entries import microseconds
from aboveboard.store.staff_tables import CEREMONIES, SECRETS, SESSIONS, TRIES

__all__ = ["tidy"]

_DAY = timedelta(days=1)


def tidy(roster: Roster, at: datetime) -> int:
    """Forget what ended a day ago or more and return how many rows that were; a session that stood idle too long has ended."""
    old = microseconds(at - _DAY)
    unused = microseconds(at - _DAY - roster.idle)
    gone = (
        sa.delete(TRIES).where(TRIES.c.last_at_us < old, TRIES.c.until_us < old),
        sa.delete(CEREMONIES).where(CEREMONIES.c.ends_at_us < old),
        sa.delete(SESSIONS).where(sa.or_(SESSIONS.c.ends_at_us < old, SESSIONS.c.seen_at_us < unused)),
        sa.delete(SECRETS).where(SECRETS.c.kind == "link", SECRETS.c.expires_at_us < old),
    )
    with roster.ledger.store.writing() as connection:
        return sum(connection.execute(statement).rowcount for statement in gone)
