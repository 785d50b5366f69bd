"""Who asks: from what a request carries to a caller, cheaply, and how often a machine may ask."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from aboveboard.staff import links, tokens
from aboveboard.staff.folding import Token
from aboveboard.staff.keys import digest
from aboveboard.staff.permissions import Caller, held
from aboveboard.staff.roster import Roster, person_named
from aboveboard.staff.sessions import session_of, touch
from aboveboard.store.entries import microseconds

__all__ = ["Bucket", "Callers", "caller_of"]

_FRESH_US = timedelta(seconds=1) // timedelta(microseconds=1)
_MOST_KEPT = 10_000
_SECOND = 1_000_000


@dataclass(slots=True)
class Bucket:
    """A token bucket: `burst` at once, then `per_second`."""

    per_second: int
    burst: int
    level: float
    at_us: int

    def wait(self, now_us: int) -> float:
        """Take one and return 0, or take none and return after how many seconds there is one. A clock that is set back gives nothing and takes nothing."""
        if now_us > self.at_us:
            self.level = min(float(self.burst), self.level + (now_us - self.at_us) * self.per_second / _SECOND)
        self.at_us = now_us
        if self.level < 1:
            return (1 - self.level) / self.per_second
        self.level -= 1
        return 0.0


def caller_of(roster: Roster, authorization: str | None, session: str | None, at: datetime) -> Caller | None:
    """Return who asks, by the header `Authorization` (`Bearer` and a machine token or the link of a notice) or else the session's cookie; None for nobody.

    A header that is not valid is nobody: the cookie is not looked at then.
    """
    if authorization is not None:
        secret = _bearer(authorization)
        if secret.startswith(links.PREFIX):
            return links.holder_of(roster.keys, secret, at)
        token = tokens.token_of(roster, secret, at)
        return None if token is None else Caller(token.name, "token", frozenset(token.permissions))
    return None if session is None else _person(roster, session, at)


def _bearer(authorization: str) -> str:
    scheme, _, secret = authorization.partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def _person(roster: Roster, secret: str, at: datetime) -> Caller | None:
    session = session_of(roster, secret, at)
    if session is None:
        return None
    with roster.ledger.store.reading() as connection:
        person = person_named(connection, session.person)
    if person is None or person.state != "active":
        return None
    touch(roster, secret, session, at)
    return Caller(person.name, "person", held(person.roles), person.scope, session=session.id)


@dataclass(slots=True)
class Callers:
    """Who asks, for a service that is asked often: a machine token is looked up once a second, its bucket stays. Threads may share it."""

    roster: Roster
    _kept: OrderedDict[str, tuple[int, Token]] = field(default_factory=OrderedDict[str, "tuple[int, Token]"])
    _buckets: dict[str, Bucket] = field(default_factory=dict[str, Bucket])
    _lock: Lock = field(default_factory=Lock)

    def of(self, authorization: str | None, session: str | None, at: datetime) -> Caller | None:
        """Return who asks, as `caller_of` does; what it says of a machine token may be a second old."""
        secret = "" if authorization is None else _bearer(authorization)
        if not secret.startswith(tokens.PREFIX):
            return caller_of(self.roster, authorization, session, at)
        token = self._token(secret, at)
        return None if token is None else Caller(token.name, "token", frozenset(token.permissions))

    def _token(self, secret: str, at: datetime) -> Token | None:
        key, now = digest(secret), microseconds(at)
        with self._lock:
            since, token = self._kept.get(key, (0, None))
        if token is not None and 0 <= now - since < _FRESH_US and now < token.expires_at_us:
            return token
        token = tokens.token_of(self.roster, secret, at)
        with self._lock:
            self._kept.pop(key, None)
            if token is not None:  # what strangers make up is not kept: it would have no end
                self._kept[key] = (now, token)
                self._bucket(token, now)
                if len(self._kept) > _MOST_KEPT:
                    self._kept.popitem(last=False)
        return token

    def _bucket(self, token: Token, now: int) -> None:
        there = self._buckets.get(token.name)
        if there is None or (there.per_second, there.burst) != (token.per_second, token.burst):
            self._buckets[token.name] = Bucket(token.per_second, token.burst, float(token.burst), now)

    def wait(self, caller: Caller, at: datetime) -> float:
        """Take one request of a machine's allowance and return 0, or return after how many seconds to come again. People and holders have none to take."""
        if caller.kind != "token":
            return 0.0
        with self._lock:
            bucket = self._buckets.get(caller.name)
            return 0.0 if bucket is None else bucket.wait(microseconds(at))
