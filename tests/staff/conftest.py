"""A staff on each kind of store, with passwords that are hashed fast."""

import itertools
import uuid
from contextlib import closing, contextmanager
from dataclasses import dataclass

import pytest
import sqlalchemy as sa
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from staff_days import NOW
from starlette.testclient import TestClient

from aboveboard.api.asking import open_door
from aboveboard.api.desk import Desk
from aboveboard.api.program import create
from aboveboard.intake import Taker
from aboveboard.staff.folding import people_of, tokens_of
from aboveboard.staff.keys import Keys
from aboveboard.staff.passkeys import Site
from aboveboard.staff.people import invite, join_by_password
from aboveboard.staff.permissions import Scope
from aboveboard.staff.roster import MACHINE, STREAM, Roster, people, tokens
from aboveboard.staff.sessions import csrf_of
from aboveboard.store import Ledger, open_store

KEYS = Keys(b"s" * 32, b"l" * 32)
QUICK = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
EVERYTHING = Scope()
_COUNT = itertools.count(1)


def roster_on(opened):
    return Roster(Ledger(opened), KEYS, QUICK)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared(request, tmp_path_factory):
    """One store a module and kind: tests use names and networks of their own."""
    folder = tmp_path_factory.mktemp("staff")
    with database(request, folder) as url, closing(open_store(folder, url=url)) as opened:
        yield opened


@contextmanager
def database(request, folder):
    """The address of an empty database of the kind that was asked for."""
    if request.param == "sqlite":
        yield f"sqlite:///{folder / 'staff.sqlite'}"
        return
    address, name = request.getfixturevalue("server"), f"t{uuid.uuid4().hex}"
    admin = sa.create_engine(sa.make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield address.replace("/postgres?", f"/{name}?")
    with admin.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def roster(shared):
    """The staff, whose tables must at the end of every test be what the ledger says."""
    made = roster_on(shared)
    yield made
    entries = list(made.ledger.of_stream(STREAM))
    with shared.reading() as connection:
        assert {p.name: p for p in people(connection)} == people_of(entries)
        assert {t.id: t for t in tokens(connection)} == tokens_of(entries)


@pytest.fixture
def empty(tmp_path):
    """A staff of nobody."""
    opened = open_store(tmp_path)
    yield roster_on(opened)
    opened.close()


@dataclass(frozen=True)
class Member:
    """Somebody who has come in: their name, password, present session, and a network of their own."""

    name: str
    password: str
    session: str
    address: str


@pytest.fixture
def hire(roster):
    """Let somebody come in."""

    def hire(*roles, scope=EVERYTHING, on=None, at=NOW):
        number = next(_COUNT)
        name, password = f"m{number}x", f"a long walk {number} by the river"
        link = invite(on or roster, name, roles or ["reviewer"], scope, MACHINE, at)
        return Member(name, password, join_by_password(on or roster, link, password, at), f"2001:db8:{number:x}::7")

    return hire


@pytest.fixture
def somewhere():
    """An address in a network that no other test uses."""
    return f"2001:db8:{next(_COUNT):x}:100::7"


@pytest.fixture
def told(roster):
    """The kinds and bodies that the ledger says of a subject."""

    def told(subject, on=None):
        return [(e.kind, dict(e.body)) for e in (on or roster).ledger.of_stream(STREAM) if e.subject == subject]

    return told


ORIGIN = "http://localhost:8400"


class Clock:
    """A clock that the test moves."""

    at = NOW

    def __call__(self):
        return self.at


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(roster, tmp_path, clock):
    """The service's desk with its real door."""
    taker = Taker(roster.ledger)
    made = Desk(roster.ledger.store, tmp_path, taker, clock=clock)
    open_door(made, roster, Site(ORIGIN))
    yield made
    taker.close()


@pytest.fixture
def browser(desk):
    """A new browser that shows our own page."""
    app = create(desk)

    def browser(session="", **headers):
        made = TestClient(app, base_url=ORIGIN, headers={"Origin": ORIGIN, **headers}, follow_redirects=False)
        if session:
            made.cookies.set("aboveboard", session, domain="localhost.local")  # what a cookie jar calls localhost
            made.headers["X-CSRF-Token"] = csrf_of(session)
        return made

    return browser
