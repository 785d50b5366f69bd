"""Who a verified outside log-in is here: a person whose link it closed, one who came before, or a new one whose groups have a role."""

from __future__ import annotations

import secrets
from datetime import datetime

import sqlalchemy as sa

from aboveboard.errors import AccessError
from aboveboard.staff import proofs
from aboveboard.staff.oidc import Provider, Told
from aboveboard.staff.people import join
from aboveboard.staff.permissions import clash
from aboveboard.staff.roster import PROVIDER, Roster, note, person_named
from aboveboard.staff.sessions import end_sessions, open_session

__all__ = ["begin_outside", "finish_outside", "take_outside"]

_NO_ROLE = "your log-in is valid, but gives you no role here: ask an administrator"
_SCOPE: dict[str, list[str]] = {"queues": [], "languages": [], "regions": []}


def begin_outside(roster: Roster, link: str, at: datetime) -> str:
    """Begin a log-in by the outside service, and return the secret for the browser's cookie; with a `link` it is how that person comes in. Raises `AccessError` (`link`)."""
    with roster.ledger.store.writing() as connection:
        person = proofs.invited(connection, link, at, use=False) if link else ""
        return proofs.begin(connection, "oidc", person, at)


def take_outside(roster: Roster, secret: str, at: datetime) -> str:
    """End what was begun, before the outside service is asked: the same answer cannot come twice. Return the person whose link it closes (empty for none). Raises `AccessError` (`refused`)."""
    with roster.ledger.store.writing() as connection:
        person = proofs.taken(connection, "oidc", secret, at)
    if person is None:
        raise AccessError("refused", "this log-in was not begun here, was ended already, or took too long: begin again")
    return person


def finish_outside(roster: Roster, provider: Provider, told: Told, person: str, at: datetime, old: str = "") -> str:
    """Log in whoever the outside service vouched for and return the secret of a new session. The subject is kept as a keyed digest.

    Where groups have roles, a person has those of their groups, from this log-in on; who has none is refused, and what they had here ends.
    Raises `AccessError` (`refused`, `link`).
    """
    key = roster.keys.hidden("oidc", f"{provider.issuer}\n{told.subject}")
    roles = provider.roles_of(told.groups)
    vouched = provider.roles is None or (bool(roles) and clash(roles) is None)
    with roster.ledger.store.writing() as connection:
        known = proofs.kept(connection, "oidc", key)
        if vouched and person:
            _come_in(roster, connection, key, person, at)
        elif vouched and known is None and provider.roles is not None:
            person = _new(roster, connection, key, roles, at)
        else:
            person = "" if known is None else known["owner"]
        if vouched and _active(connection, person):
            _follow(roster, connection, provider, person, roles, at)
            return open_session(roster, connection, person, "oidc", at, old)
        end_sessions(roster, connection, person, PROVIDER, at)
        note(roster, connection, f"person:{person}" if person else "", "login_failed", {"way": "oidc"}, at)
    raise AccessError("refused", _NO_ROLE)


def _come_in(roster: Roster, connection: sa.Connection, key: str, person: str, at: datetime) -> None:
    """Close a link by an outside log-in; the link itself is used up with it."""
    there = proofs.kept(connection, "oidc", key)
    taken = there is not None and there["owner"] != person and _active(connection, there["owner"])
    if taken or not proofs.drop(connection, person, "link"):
        raise AccessError("link", "this link was used already, or this outside log-in is somebody else's here")
    join(roster, connection, person, "oidc", at)
    proofs.keep(connection, "oidc", key, person, at)


def _active(connection: sa.Connection, name: str) -> bool:
    person = person_named(connection, name)
    return person is not None and person.state == "active"


def _new(roster: Roster, connection: sa.Connection, key: str, roles: tuple[str, ...], at: datetime) -> str:
    """Add somebody whom nobody invited but whose groups have a role, under a pseudonym that says nothing."""
    name = f"p-{secrets.token_hex(5)}"
    body = {"roles": list(roles), **_SCOPE, "by": PROVIDER}
    note(roster, connection, f"person:{name}", "person_invited", body, at)
    note(roster, connection, f"person:{name}", "person_joined", {"way": "oidc"}, at)
    proofs.keep(connection, "oidc", key, name, at)
    return name


def _follow(roster: Roster, connection: sa.Connection, provider: Provider, name: str, roles: tuple[str, ...], at: datetime) -> None:  # fmt: skip
    person = person_named(connection, name)
    if provider.roles is None or person is None or person.roles == roles:
        return
    scope = {part: list(getattr(person.scope, part)) for part in _SCOPE}
    note(roster, connection, f"person:{name}", "roles_changed", {"roles": list(roles), **scope, "by": PROVIDER}, at)
