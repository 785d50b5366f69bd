"""What people and machines prove themselves by, as the store keeps it: hashes and public keys, never the thing itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from aboveboard.errors import AccessError
from aboveboard.staff.keys import digest, fresh
from aboveboard.staff.roster import alive
from aboveboard.store.entries import microseconds
from aboveboard.store.staff_tables import CEREMONIES, SECRETS

__all__ = ["begin", "drop", "invite_link", "invited", "keep", "kept", "of_owner", "taken", "used_today"]

_LINK_DAYS = 3
_CEREMONY = timedelta(minutes=10)


def keep(
    connection: sa.Connection,
    kind: str,
    key: str,
    owner: str,
    at: datetime,
    *,
    value: str = "",
    counter: int = 0,
    ends_at: datetime | None = None,
) -> None:
    """Keep one proof, in the place of the one of the same kind and key."""
    connection.execute(sa.delete(SECRETS).where(SECRETS.c.kind == kind, SECRETS.c.key == key))
    expires = None if ends_at is None else microseconds(ends_at)
    row = {"kind": kind, "key": key, "owner": owner, "value": value, "counter": counter, "expires_at_us": expires}
    connection.execute(sa.insert(SECRETS).values(row | {"made_at_us": microseconds(at)}))


def kept(connection: sa.Connection, kind: str, key: str, *, alone: bool = False) -> Mapping[Any, Any] | None:
    """Return one proof as its row; None where there is none. With `alone` nobody else has it until the transaction ends."""
    query = sa.select(SECRETS).where(SECRETS.c.kind == kind, SECRETS.c.key == key)
    return connection.execute(query.with_for_update() if alone else query).mappings().one_or_none()


def of_owner(connection: sa.Connection, owner: str, *kinds: str) -> list[Mapping[Any, Any]]:
    """Return the proofs of a person or token, of these kinds or of all."""
    query = sa.select(SECRETS).where(SECRETS.c.owner == owner).order_by(SECRETS.c.kind, SECRETS.c.key)
    return list(connection.execute(query.where(SECRETS.c.kind.in_(kinds)) if kinds else query).mappings())


def drop(connection: sa.Connection, owner: str, *kinds: str) -> int:
    """Forget the proofs of a person or token, of these kinds or all, and return how many there were."""
    which = sa.delete(SECRETS).where(SECRETS.c.owner == owner)
    return connection.execute(which.where(SECRETS.c.kind.in_(kinds)) if kinds else which).rowcount


def used_today(connection: sa.Connection, kind: str, key: str, at: datetime) -> None:
    """Write down the day on which a proof was last used: no finer, as nobody's hours are kept."""
    day = at.astimezone(UTC).date().isoformat()
    connection.execute(sa.update(SECRETS).where(SECRETS.c.kind == kind, SECRETS.c.key == key).values(used_day=day))


def invite_link(connection: sa.Connection, name: str, at: datetime) -> str:
    """Return the secret of a new link for a person, good once within three days; an earlier one is void."""
    drop(connection, name, "link")
    secret = fresh()
    keep(connection, "link", digest(secret), name, at, ends_at=at + timedelta(days=_LINK_DAYS))
    return secret


def invited(connection: sa.Connection, secret: str, at: datetime, *, use: bool) -> str:
    """Return whom a link is for, and with `use` void it. Raises `AccessError` (`link`) where it is used up, too old or none of ours."""
    row = kept(connection, "link", digest(secret))
    if row is None or not alive(row["made_at_us"], row["expires_at_us"], microseconds(at)):
        raise AccessError("link", "this link was used already, is too old, or was replaced: ask for a new one")
    if use:
        gone = connection.execute(sa.delete(SECRETS).where(SECRETS.c.kind == "link", SECRETS.c.key == row["key"]))
        if gone.rowcount != 1:
            raise AccessError("link", "this link was used already")
    return row["owner"]


def begin(connection: sa.Connection, kind: str, person: str, at: datetime) -> str:
    """Begin a log-in of two steps and return the secret that the browser holds meanwhile: challenges, states and nonces are derived from it."""
    secret = fresh()
    times = {"made_at_us": microseconds(at), "ends_at_us": microseconds(at + _CEREMONY)}
    connection.execute(sa.insert(CEREMONIES).values(digest=digest(secret), kind=kind, person=person, **times))
    return secret


def taken(connection: sa.Connection, kind: str, secret: str, at: datetime) -> str | None:
    """End what was begun, whatever comes of it, and return the person it was begun for (empty for nobody yet).

    None where nothing of this kind was begun with the secret, it was taken before, or it was begun too long ago. The caller lets the
    transaction stand, so that what was taken stays taken.
    """
    row = (
        connection.execute(sa.select(CEREMONIES).where(CEREMONIES.c.digest == digest(secret))).mappings().one_or_none()
    )
    gone = connection.execute(sa.delete(CEREMONIES).where(CEREMONIES.c.digest == digest(secret))).rowcount
    if row is None or gone != 1 or row["kind"] != kind:
        return None
    return row["person"] if alive(row["made_at_us"], row["ends_at_us"], microseconds(at)) else None
