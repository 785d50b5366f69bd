"""The service behind a real port, on each kind of store: fixtures for every test that asks."""

import threading
from contextlib import contextmanager
from datetime import UTC, datetime

import httpx2
import pytest
import uvicorn
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from aboveboard.api.asking import open_door
from aboveboard.api.desk import Desk
from aboveboard.api.program import create
from aboveboard.intake import Taker
from aboveboard.staff import PERMISSIONS, Caller
from aboveboard.staff.keys import Keys
from aboveboard.staff.passkeys import Site
from aboveboard.staff.roster import Roster
from aboveboard.store import Ledger

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
EVERYTHING = Caller("platform", "token", frozenset(PERMISSIONS))


class Clock:
    """A clock that the test moves."""

    def __init__(self):
        self.at = NOW

    def __call__(self):
        return self.at


def callers(authorization, _cookie, _at):
    """A caller who may do everything, and one who may do nothing."""
    return {"Bearer all": EVERYTHING, "Bearer none": Caller("nobody", "token", frozenset())}.get(authorization)


@contextmanager
def answering(app):
    """The address at which `app` answers, in a thread of its own."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started and thread.is_alive():
            threading.Event().wait(0.005)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(store, tmp_path, clock):
    taker = Taker(Ledger(store))
    made = Desk(store, tmp_path, taker, clock=clock)
    quick = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
    open_door(made, Roster(made.ledger, Keys(b"s" * 32, b"l" * 32), quick), Site("http://localhost:8400"))
    made.callers = callers
    yield made
    taker.close()


@pytest.fixture
def service(desk):
    """A client of the service that may do everything; `service.headers` can be changed."""
    with (
        answering(create(desk)) as address,
        httpx2.Client(base_url=address, headers={"Authorization": "Bearer all"}) as client,
    ):
        yield client
