"""Who is logged in: sessions that end by themselves, and the proof that a request came from our own page."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa

from aboveboard.errors import AccessError, StoreError
from aboveboard.staff.keys import derived, digest, fresh
from aboveboard.staff.roster import Roster, alive, note
from aboveboard.store.entries import microseconds
from aboveboard.store.staff_tables import SESSIONS

__all__ = [
    "SAFE",
    "Session",
    "cookie_name",
    "csrf_of",
    "end_session",
    "end_sessions",
    "from_here",
    "genuine",
    "open_session",
    "session_of",
    "sessions",
    "touch",
]

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""The methods that change nothing, and need no proof of where they come from."""

_TOUCH = timedelta(minutes=1) // timedelta(microseconds=1)
_SHOWN = 20
_LONGEST_SECRET = 200


@dataclass(frozen=True, slots=True)
class Session:
    """One log-in: `id` names it to people and is no secret; `way` is how they proved themselves. Times are microseconds since 1970."""

    id: str
    person: str
    way: str
    made_at_us: int
    seen_at_us: int
    ends_at_us: int


def cookie_name(*, secure: bool) -> str:
    """Return the name of the cookie: with the prefix that browsers hold to one host and to HTTPS, wherever there is HTTPS."""
    return "__Host-aboveboard" if secure else "aboveboard"


def open_session(roster: Roster, connection: sa.Connection, person: str, way: str, at: datetime, old: str = "") -> str:
    """Log a person in and return the new secret for their browser. What the browser held before (`old`) is void: nobody can plant a session."""
    if old:
        connection.execute(sa.delete(SESSIONS).where(SESSIONS.c.digest == digest(old)))
    secret = fresh()
    note(roster, connection, f"person:{person}", "logged_in", {"way": way}, at)
    made = microseconds(at)
    times = {"made_at_us": made, "seen_at_us": made, "ends_at_us": made + roster.longest // timedelta(microseconds=1)}
    connection.execute(sa.insert(SESSIONS).values(digest=digest(secret), person=person, way=way, **times))
    return secret


def session_of(roster: Roster, secret: str, at: datetime) -> Session | None:
    """Return the session of a secret; None where there is none, it stood idle too long, reached its end, or is of a time to come.

    One that is found dead is taken out, so that a clock that is set back does not bring it to life again.
    """
    if not secret or len(secret) > _LONGEST_SECRET:
        return None
    with roster.ledger.store.reading() as connection:
        query = sa.select(SESSIONS).where(SESSIONS.c.digest == digest(secret))
        row = connection.execute(query).mappings().one_or_none()
    session = None if row is None else _session(row)
    if session is None or _lives(roster, session, at):
        return session
    with suppress(StoreError), roster.ledger.store.writing(waits=False) as connection:  # else when it is tried again
        connection.execute(sa.delete(SESSIONS).where(SESSIONS.c.digest == digest(secret)))
    return None


def _lives(roster: Roster, session: Session, at: datetime) -> bool:
    idle_us = session.seen_at_us + roster.idle // timedelta(microseconds=1)
    return alive(session.seen_at_us, min(idle_us, session.ends_at_us), microseconds(at))


def _session(row: Mapping[Any, Any]) -> Session:
    named = ("person", "way", "made_at_us", "seen_at_us", "ends_at_us")
    return Session(f"ses_{row['digest'][:_SHOWN]}", *(row[name] for name in named))


def touch(roster: Roster, secret: str, session: Session, at: datetime) -> None:
    """Write down, at most once a minute, that a session was used; with the next request where somebody else is writing, as one who reads waits for nobody."""
    now = microseconds(at)
    if now - session.seen_at_us < _TOUCH:
        return
    with suppress(StoreError), roster.ledger.store.writing(waits=False) as connection:
        seen = sa.update(SESSIONS).where(SESSIONS.c.digest == digest(secret), SESSIONS.c.seen_at_us < now)
        connection.execute(seen.values(seen_at_us=now))


def sessions(connection: sa.Connection, person: str) -> list[Session]:
    """Return the sessions of a person that were not ended, the latest first; some may have run out."""
    query = sa.select(SESSIONS).where(SESSIONS.c.person == person)
    latest = query.order_by(SESSIONS.c.made_at_us.desc(), SESSIONS.c.digest)
    return [_session(row) for row in connection.execute(latest).mappings()]


def end_session(roster: Roster, person: str, id: str, by: str, at: datetime) -> bool:  # noqa: A002
    """End one session of a person; False where they have none of this id."""
    with roster.ledger.store.writing() as connection:
        rows = connection.execute(sa.select(SESSIONS).where(SESSIONS.c.person == person)).mappings().all()
        found = [row["digest"] for row in rows if _session(row).id == id]
        if found:
            connection.execute(sa.delete(SESSIONS).where(SESSIONS.c.digest.in_(found)))
            note(roster, connection, f"person:{person}", "logged_out", {"by": by, "sessions": len(found)}, at)
        return bool(found)


def end_sessions(roster: Roster, connection: sa.Connection, person: str, by: str, at: datetime) -> int:
    """End every session of a person and return how many there were."""
    many = connection.execute(sa.delete(SESSIONS).where(SESSIONS.c.person == person)).rowcount
    if many:
        note(roster, connection, f"person:{person}", "logged_out", {"by": by, "sessions": many}, at)
    return many


def csrf_of(secret: str) -> str:
    """Return the token that a page of this session sends with every change; it does not lead back to the secret."""
    return derived(secret, "csrf")


def genuine(method: str, secret: str, token: str | None, origin: str | None, allowed: Collection[str]) -> None:
    """Let a request by cookie through if it changes nothing, or comes from our own page with the session's token.

    `allowed` are the origins of the service, such as `https://aboveboard.example`. Raises `AccessError` (`forged`).
    """
    if method.upper() in SAFE:
        return
    if not from_here(origin, allowed):
        raise AccessError("forged", "this request does not come from the service's own page")
    given = (token or "").encode("utf-8", "surrogatepass")
    if not hmac.compare_digest(given, csrf_of(secret).encode()):
        raise AccessError("forged", "this request lacks the token of this log-in: load the page again")


def from_here(origin: str | None, allowed: Collection[str]) -> bool:
    """Say whether the header `Origin` (else the start of `Referer`) is one of ours. A browser sends one with every change; none is not ours."""
    try:
        parts = urlsplit(origin or "")
        found = f"{parts.scheme}://{parts.netloc}".lower()
    except ValueError:
        return False
    return bool(parts.netloc) and found in {a.lower().rstrip("/") for a in allowed}
