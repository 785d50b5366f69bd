"""People come by a link, have roles and a part of the work, and leave at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from aboveboard.errors import AccessError, InputError
from aboveboard.staff import lockout, passwords, proofs
from aboveboard.staff.folding import Person
from aboveboard.staff.permissions import ROLES, Scope, clash
from aboveboard.staff.roster import (  # fmt: skip
    MACHINE,
    PROVIDER,
    Roster,
    alone,
    note,
    people,
    person_named,
    plain_name,
    token_named,
    tokens,
)
from aboveboard.staff.sessions import end_sessions, open_session, sessions
from aboveboard.store.entries import microseconds

__all__ = [
    "Reviewed",
    "change",
    "first_link",
    "invite",
    "join",
    "join_by_password",
    "leave",
    "log_out",
    "new_link",
    "review",
]

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}")
_MOST_WORDS = 100
_UNUSED = timedelta(days=90) // timedelta(microseconds=1)
_FIRST = "admin"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One person as a review of access sees them: how they can log in, how many sessions were not ended, which live tokens they made, and whether 90 days went by unused."""

    person: Person
    ways: tuple[str, ...]
    sessions: int
    tokens: tuple[str, ...]
    unused: bool


def _checked_roles(roles: Collection[str]) -> list[str]:
    unknown = sorted(set(roles) - set(ROLES))
    if unknown or not roles:
        raise InputError(
            f"no such role: {', '.join(r[:40] for r in unknown) or 'none given'}; there are {', '.join(ROLES)}"
        )
    if why := clash(roles):
        raise InputError(f"{why}: these are two people's roles")
    return [role for role in ROLES if role in set(roles)]


def _checked_scope(scope: Scope) -> dict[str, list[str]]:
    named = {part: sorted(set(words)) for part, words in asdict(scope).items()}
    for part, words in named.items():
        bad = [w for w in words if not _WORD.fullmatch(w)]
        if bad or len(words) > _MOST_WORDS:
            raise InputError(f"{part}: {bad[0][:60]!r} is no name of letters, digits and _ . : -" if bad else f"{part}: more than {_MOST_WORDS}")  # fmt: skip
    return named


def invite(roster: Roster, name: str, roles: Collection[str], scope: Scope, by: str, at: datetime) -> str:
    """Add a person, or take one back who left, and return the secret of the link that they come in by: good once, within three days.

    Raises `InputError` on a name, role or scope that is none, and where the name is taken.
    """
    body = {"roles": _checked_roles(roles), **_checked_scope(scope), "by": by}
    with roster.ledger.store.writing() as connection:
        alone(connection)
        there = person_named(connection, plain_name(name))
        if (there is not None and there.state != "left") or token_named(connection, name) is not None:
            raise InputError(f"the name {name} is taken")
        note(roster, connection, f"person:{name}", "person_invited", body, at)
        return proofs.invite_link(connection, name, at)


def new_link(roster: Roster, name: str, by: str, at: datetime) -> str:
    """Return the secret of a new link for somebody who lost theirs, or cannot log in: with it they set a new password or passkey. Earlier links are void, and they may try again at once.

    Raises `InputError` where nobody of this name works here.
    """
    with roster.ledger.store.writing() as connection:
        _working(connection, name)
        lockout.forgive_person(connection, roster.keys, name)
        note(roster, connection, f"person:{name}", "link_made", {"by": by}, at)
        return proofs.invite_link(connection, name, at)


def first_link(roster: Roster, at: datetime) -> str | None:
    """Return the secret of the link that the first administrator comes in by; None once there is one. An earlier link is void."""
    with roster.ledger.store.reading() as connection:
        everybody = people(connection)
    if _administrators(everybody):
        return None
    waiting = [p.name for p in everybody if p.state == "invited" and "administrator" in p.roles]
    if waiting:
        return new_link(roster, waiting[0], MACHINE, at)
    free = next(n for i in range(1, 1000) if (n := _FIRST if i == 1 else f"{_FIRST}{i}") not in {p.name for p in everybody if p.state != "left"})  # fmt: skip
    return invite(roster, free, ["administrator"], Scope(), MACHINE, at)


def join(roster: Roster, connection: sa.Connection, name: str, way: str, at: datetime) -> None:
    """Let somebody in who came by a link that was used just now; for whoever was in already, what they had before ends: sessions, password and passkeys."""
    person = person_named(connection, name)
    if person is None or person.state == "left":
        raise AccessError("link", "whom this link was for does not work here any more")
    if person.state == "active":
        end_sessions(roster, connection, name, name, at)
        proofs.drop(connection, name, "password", "passkey")
    note(roster, connection, f"person:{name}", "person_joined", {"way": way}, at)


def join_by_password(roster: Roster, secret: str, password: str, at: datetime) -> str:
    """Come in by a link, with a password of one's own choice; return the secret of the first session. Raises `AccessError` (`link`), `InputError` on a weak password."""
    store = roster.ledger.store
    with store.reading() as connection:
        name = proofs.invited(connection, secret, at, use=False)
    passwords.check_new(name, password)
    hashed = passwords.hash_of(roster, password)
    with store.writing() as connection:
        name = proofs.invited(connection, secret, at, use=True)
        join(roster, connection, name, "password", at)
        passwords.set_password(roster, connection, name, hashed, at)
        return open_session(roster, connection, name, "password", at)


def change(roster: Roster, name: str, roles: Collection[str], scope: Scope, by: str, at: datetime) -> None:
    """Give a person other roles or another part of the work, from their next request on.

    Raises `InputError` as `invite` does; `AccessError` (`forbidden`) on one's own roles, and on the last administrator's.
    """
    body = {"roles": _checked_roles(roles), **_checked_scope(scope), "by": by}
    with roster.ledger.store.writing() as connection:
        person = _working(connection, name)
        _may_change(connection, person, by, keeps="administrator" in roles)
        if (person.roles, person.scope) != (
            tuple(body["roles"]),
            Scope(*(tuple(body[p]) for p in ("queues", "languages", "regions"))),
        ):
            note(roster, connection, f"person:{name}", "roles_changed", body, at)


def leave(roster: Roster, name: str, by: str, at: datetime) -> Sequence[str]:
    """Cut a person off at once: sessions, links, passwords and passkeys are gone; their outside log-in is known and stays refused. Return the names of live tokens they made, which are flagged for somebody to look at.

    Raises as `change` does.
    """
    with roster.ledger.store.writing() as connection:
        person = _working(connection, name)
        _may_change(connection, person, by, keeps=False)
        end_sessions(roster, connection, name, by, at)
        proofs.drop(connection, name, "password", "passkey", "link")
        note(roster, connection, f"person:{name}", "person_left", {"by": by}, at)
        made = [t for t in tokens(connection) if t.made_by == name and t.state == "live"]
        for token in made:
            note(roster, connection, f"token:{token.id}", "token_flagged", {"because": f"{name} left"}, at)
        return [token.name for token in made]


def log_out(roster: Roster, name: str, by: str, at: datetime) -> int:
    """End every session of a person and return how many there were. Raises `InputError` where nobody of this name works here."""
    with roster.ledger.store.writing() as connection:
        return end_sessions(roster, connection, _working(connection, name).name, by, at)


def review(roster: Roster, at: datetime) -> list[Reviewed]:
    """Return everybody who works here as a review of access needs to see them."""
    with roster.ledger.store.reading() as connection:
        made = tokens(connection)
        return [
            Reviewed(
                person,
                tuple(sorted({row["kind"] for row in proofs.of_owner(connection, person.name)} - {"link"})),
                len(sessions(connection, person.name)),
                tuple(t.name for t in made if t.made_by == person.name and t.state == "live"),
                microseconds(at) - (person.used_at_us or person.added_at_us) > _UNUSED,
            )
            for person in people(connection)
            if person.state != "left"
        ]


def _working(connection: sa.Connection, name: str) -> Person:
    """Return somebody who works here, with nobody else changing the staff meanwhile."""
    alone(connection)
    person = person_named(connection, plain_name(name))
    if person is None or person.state == "left":
        raise InputError(f"nobody of the name {name} works here")
    return person


def _administrators(everybody: Sequence[Person]) -> list[str]:
    return [p.name for p in everybody if p.state == "active" and "administrator" in p.roles]


def _may_change(connection: sa.Connection, person: Person, by: str, *, keeps: bool) -> None:
    if by == MACHINE:
        return
    if by == person.name:
        raise AccessError("forbidden", "nobody changes their own roles: another administrator does")
    if by != PROVIDER and not keeps and _administrators(people(connection)) == [person.name]:
        raise AccessError("forbidden", f"{person.name} is the last administrator; at the machine itself it can be done")
