"""Tokens of machines: made once, shown once, kept as digests, and never more than a platform needs."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from contextlib import suppress
from datetime import datetime, timedelta

import sqlalchemy as sa

from aboveboard.errors import InputError, StoreError
from aboveboard.staff import proofs
from aboveboard.staff.folding import Token
from aboveboard.staff.keys import digest, fresh
from aboveboard.staff.permissions import PERMISSIONS, TOKENS_MAY
from aboveboard.staff.roster import Roster, alive, alone, note, person_named, plain_name, token_named
from aboveboard.store.entries import microseconds
from aboveboard.store.staff_tables import TOKENS

__all__ = ["PREFIX", "last_used", "make_token", "revoke_token", "token_of"]

PREFIX = "ab_"
_LONGEST_DAYS = 400
_LONGEST_SECRET = 100
_MOST = 100_000


def make_token(
    roster: Roster,
    name: str,
    permissions: Collection[str],
    by: str,
    at: datetime,
    *,
    days: int = 365,
    per_second: int = 200,
    burst: int = 400,
) -> str:
    """Make a token and return it, this once. It may do what is named, for so many days, so many times a second, and `burst` times at once.

    Raises `InputError` on a name that is none or taken, a permission that no machine may have, and a number out of range.
    """
    _permitted(permissions)
    for value, most, what in (
        (days, _LONGEST_DAYS, "days"),
        (per_second, _MOST, "per second"),
        (burst, _MOST, "burst"),
    ):
        if not 1 <= value <= most:
            raise InputError(f"{what}: {value} is not between 1 and {most}")
    ends_at, secret, id_ = at + timedelta(days=days), fresh(PREFIX), f"tok_{secrets.token_hex(8)}"
    body = {
        "name": plain_name(name),
        "permissions": sorted(set(permissions)),
        "by": by,
        "per_second": per_second,
        "burst": burst,
    }
    with roster.ledger.store.writing() as connection:
        alone(connection)
        if token_named(connection, name) is not None or person_named(connection, name) is not None:
            raise InputError(f"the name {name} is taken")
        note(roster, connection, f"token:{id_}", "token_made", body | {"expires_at_us": microseconds(ends_at)}, at)
        proofs.keep(connection, "token", digest(secret), id_, at, ends_at=ends_at)
    return secret


def _permitted(permissions: Collection[str]) -> None:
    bad = sorted(set(permissions) - TOKENS_MAY)
    if bad or not permissions:
        told = ", ".join(p[:40] if p in PERMISSIONS else f"{p[:40]!r}, which does not exist" for p in bad) or "nothing"
        raise InputError(f"a token cannot be made for {told}; it may have {', '.join(sorted(TOKENS_MAY))}")


def revoke_token(roster: Roster, name: str, by: str, at: datetime) -> None:
    """Take a token back; every process knows within a second. Raises `InputError` where there is no live one of this name."""
    with roster.ledger.store.writing() as connection:
        alone(connection)
        token = token_named(connection, plain_name(name))
        if token is None or token.state != "live":
            raise InputError(f"there is no live token of the name {name}")
        proofs.drop(connection, token.id)
        note(roster, connection, f"token:{token.id}", "token_revoked", {"by": by}, at)


def token_of(roster: Roster, secret: str, at: datetime) -> Token | None:
    """Return the live token of a secret and write down the day; None where there is none. One that is found to have run out is taken out, so that a clock set back does not bring it to life."""
    if not secret.startswith(PREFIX) or len(secret) > _LONGEST_SECRET:
        return None
    store, key, today = roster.ledger.store, digest(secret), at.date().isoformat()
    with store.reading() as connection:
        row = proofs.kept(connection, "token", key)
        token = None if row is None else _by_id(connection, row["owner"])
    if row is None or token is None or token.state != "live":
        return None
    if not alive(row["made_at_us"], token.expires_at_us, microseconds(at)):
        if microseconds(at) >= token.expires_at_us:
            _expire(roster, token, at)
        return None
    if (row["used_day"] or "") < today:
        with suppress(StoreError), store.writing(waits=False) as connection:  # else with the next request
            proofs.used_today(connection, "token", key, at)
    return token


def _by_id(connection: sa.Connection, id_: str) -> Token | None:
    name = connection.execute(sa.select(TOKENS.c.name).where(TOKENS.c.id == id_)).scalar_one_or_none()
    return None if name is None else token_named(connection, name)


def _expire(roster: Roster, token: Token, at: datetime) -> None:
    with suppress(StoreError), roster.ledger.store.writing(waits=False) as connection:  # else when it is tried again
        now = token_named(connection, token.name)
        if now is not None and now.state == "live":
            proofs.drop(connection, token.id)
            note(roster, connection, f"token:{token.id}", "token_expired", {}, at)


def last_used(connection: sa.Connection, token: Token) -> str | None:
    """Return the day on which a token was last used, as an ISO date; None where never."""
    return next((row["used_day"] for row in proofs.of_owner(connection, token.id, "token")), None)
