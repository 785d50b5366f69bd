"""Coming in and going out by the staff's own sessions, and how one works."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from aboveboard.console.service.ground import Ground
from aboveboard.console.views.frame import Care, Me
from aboveboard.errors import AccessError, InputError
from aboveboard.staff.callers import caller_of
from aboveboard.staff.passwords import login
from aboveboard.staff.sessions import end_session, session_of
from aboveboard.store.console_tables import OWN
from aboveboard.store.entries import canonical, moment

__all__ = ["Door", "forget_own", "keep_own", "own"]

_HERE = "console"


class Door(Ground):
    """The verbs of the door. A passkey or an outside log-in comes in by the service's own page; its session holds here too."""

    def enter(self, name: str, password: str, at: datetime) -> str:
        """Return the secret of a session."""
        try:
            return login(self.on.roster, name, password, _HERE, at)
        except AccessError as error:
            raise InputError(str(error)) from error

    def leave(self, me: Me, at: datetime) -> None:
        """End the session."""
        end_session(self.on.roster, me.name, me.session, me.name, at)

    def me(self, session: str | None, at: datetime) -> Me | None:
        """Return who holds a session of the staff."""
        self.settle(at)
        caller = caller_of(self.on.roster, None, session or None, at)
        found = session_of(self.on.roster, session or "", at)
        if caller is None or found is None:
            return None
        with self.reading() as connection:
            kept = own(connection, caller.name, "care").get("")
        care = _care(json.loads(kept), self.on.care) if kept else self.on.care
        return Me(caller.name, caller.permissions, moment(found.made_at_us), care, session=caller.session)

    def set_care(self, me: Me, care: Care, at: datetime) -> None:
        """Keep how somebody works."""
        del at
        with self.on.ledger.store.writing() as connection:
            keep_own(connection, me.name, "care", "", asdict(care))


def _care(kept: Mapping[str, Any], usual: Care) -> Care:
    """Return how somebody works over what is usual; what a former version kept, such as a switch that went away, is left out."""
    return replace(usual, **{f.name: kept[f.name] for f in fields(Care) if f.name in kept})


def own(connection: sa.Connection, person: str, kind: str) -> dict[str, str]:
    """Return what somebody keeps of a kind, by name, as JSON."""
    query = sa.select(OWN.c.name, OWN.c.body).where(OWN.c.person == person, OWN.c.kind == kind).order_by(OWN.c.name)
    return {row[0]: row[1] for row in connection.execute(query)}


def forget_own(connection: sa.Connection, person: str, kind: str, name: str) -> bool:
    """Forget something that somebody keeps; return whether it was there."""
    there = sa.and_(OWN.c.person == person, OWN.c.kind == kind, OWN.c.name == name)
    return connection.execute(sa.delete(OWN).where(there)).rowcount > 0


def keep_own(connection: sa.Connection, person: str, kind: str, name: str, body: dict[str, Any]) -> None:
    """Keep something of somebody's in the place of what was there."""
    _ = forget_own(connection, person, kind, name)
    connection.execute(sa.insert(OWN).values(person=person, kind=kind, name=name, body=canonical(body)))
