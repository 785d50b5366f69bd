"""People and machine tokens as the entries of the stream `staff` make them: pure folds, no database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from aboveboard.staff.permissions import Scope
from aboveboard.store.entries import Entry, microseconds

__all__ = ["Person", "Token", "people_of", "person_after", "token_after", "tokens_of"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here: `state` is `invited`, `active` or `left`. Times are microseconds since 1970."""

    name: str
    state: str
    roles: tuple[str, ...]
    scope: Scope
    added_by: str
    added_at_us: int
    joined_at_us: int | None = None
    left_at_us: int | None = None
    used_at_us: int | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A machine token without its secret: `state` is `live`, `expired` or `revoked`; `flagged_at_us` is when whoever made it left."""

    id: str
    name: str
    permissions: tuple[str, ...]
    made_by: str
    made_at_us: int
    expires_at_us: int
    per_second: int
    burst: int
    state: str
    flagged_at_us: int | None = None


def _scope(body: Mapping[str, Any]) -> Scope:
    return Scope(*(tuple(body.get(part, ())) for part in ("queues", "languages", "regions")))


def person_after(person: Person | None, entry: Entry) -> Person | None:
    """Return a person as an entry about them leaves them; what says nothing of them changes nothing."""
    at_us, body = microseconds(entry.at), entry.body
    if entry.kind == "person_invited":
        name = entry.subject.partition(":")[2]
        return Person(name, "invited", tuple(body["roles"]), _scope(body), body["by"], at_us)
    change = _OF_A_PERSON.get(entry.kind)
    if person is None or change is None or person.state == "left":  # who left comes back by an invitation only
        return person
    return replace(person, **change(body, at_us))


def token_after(token: Token | None, entry: Entry) -> Token | None:
    """Return a token as an entry about it leaves it."""
    at_us, body = microseconds(entry.at), entry.body
    if entry.kind == "token_made":
        permissions, made = tuple(body["permissions"]), entry.subject.partition(":")[2]
        limits = body["expires_at_us"], body["per_second"], body["burst"]
        return Token(made, body["name"], permissions, body["by"], at_us, *limits, "live")
    change = _OF_A_TOKEN.get(entry.kind)
    return token if token is None or change is None else replace(token, **change(at_us))


_OF_A_PERSON: Mapping[str, Callable[[Mapping[str, Any], int], dict[str, Any]]] = {
    "person_joined": lambda _, at_us: {"state": "active", "joined_at_us": at_us},
    "roles_changed": lambda body, _: {"roles": tuple(body["roles"]), "scope": _scope(body)},
    "person_left": lambda _, at_us: {"state": "left", "roles": (), "left_at_us": at_us},
    "logged_in": lambda _, at_us: {"used_at_us": at_us},
}
_OF_A_TOKEN: Mapping[str, Callable[[int], dict[str, Any]]] = {
    "token_revoked": lambda _: {"state": "revoked"},
    "token_expired": lambda _: {"state": "expired"},
    "token_flagged": lambda at_us: {"flagged_at_us": at_us},
}


def people_of(entries: Iterable[Entry]) -> dict[str, Person]:
    """Return everybody, by name, as the entries of the stream `staff` make them."""
    return _folded(entries, "person", person_after)


def tokens_of(entries: Iterable[Entry]) -> dict[str, Token]:
    """Return every machine token, by id, as the entries of the stream `staff` make them."""
    return _folded(entries, "token", token_after)


def _folded(entries: Iterable[Entry], of: str, after: Callable[[_T | None, Entry], _T | None]) -> dict[str, _T]:
    found: dict[str, _T] = {}
    for entry in entries:
        kind, _, name = entry.subject.partition(":")
        if kind == of and (made := after(found.get(name), entry)) is not None:
            found[name] = made
    return found
