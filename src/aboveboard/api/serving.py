"""Start the service, and stop it without losing anything."""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

import structlog
import uvicorn
from fastapi import FastAPI
from pwdlib import PasswordHash

from aboveboard.api.asking import Door, open_door, site_of
from aboveboard.api.desk import Desk, now
from aboveboard.api.gating import forget, gated, index_chore
from aboveboard.api.logs import set_up
from aboveboard.api.policing import open_policy
from aboveboard.api.program import create
from aboveboard.app.chores import chores, scan_every
from aboveboard.app.filling_demo import fill_demo
from aboveboard.app.working import tools_of, working
from aboveboard.core import Progress, silent
from aboveboard.errors import InputError
from aboveboard.gate.answers import fail_over_of
from aboveboard.intake import Taker
from aboveboard.staff.keys import keys_of
from aboveboard.staff.oidc import provider_of
from aboveboard.staff.passkeys import Site
from aboveboard.staff.people import first_link
from aboveboard.staff.roster import Roster
from aboveboard.store import Ledger, open_store

__all__ = ["opened", "serve"]

_LOG = structlog.get_logger("aboveboard.service")
STOPPING = 20
"""Seconds that requests under way are given when the service is told to stop."""
_YOUNG, _MIDDLE, _OLD = 5_000, 5, 1_000
"""Objects made, and looks at the young and the middle-aged ones, after which those who refer to each other in a circle are looked for.

Python's own figures have it look through all that the service holds every few seconds, a tenth of a second each time, while every request waits.
"""
_STARTING = 1_000_000
"""Objects made after which they are looked for while the service starts: nearly all of those stay."""
_TURN = 0.0005
"""Seconds after which a busy thread lets another one run: a request would wait ten times as long for its turn otherwise, several times over."""
WAITING = 2048
"""Connections that wait in line, at most, while the service starts."""


def _set_aside() -> None:
    """Never look for garbage among what is there now: it stays as long as the service runs. From here on, look as often as a service should.

    To look through it once first would take a third of a second, and was seen to find some two thousand small objects.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)


@contextmanager
def _unwatched() -> Generator[Progress]:
    yield silent


@contextmanager
def opened(
    data: Path,
    *,
    url: str | None = None,
    site: Site | None = None,
    clock: Callable[[], datetime] = now,
    readers: int = 0,
) -> Generator[Desk]:
    """Open the store of a data folder (or `ABOVEBOARD_DATABASE_URL`) and all that stands on it; close it in the right order.

    `site` is where people reach it, `clock` tells the time, `readers` processes read checks beside this one. Raises `InputError` on settings that cannot be used.
    """
    provider, fail_over = provider_of(os.environ), fail_over_of(os.environ.get("ABOVEBOARD_FAIL_OVER"))
    store = open_store(data, url=url)
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    taker = Taker(Ledger(store))
    try:
        desk = Desk(store, data, taker, clock=clock)
        roster = Roster(desk.ledger, keys_of(data), PasswordHash.recommended())
        open_door(desk, roster, site or site_of(None, 8400), provider)
        open_policy(desk)
        with gated(desk, fail_over=fail_over, settled=_set_aside, readers=readers):
            desk.parts["kinds"] = (
                *chores(data, desk.parts["limits"], scan_every(os.environ), partial(forget, desk)),
                index_chore(desk),
            )
            yield desk
    finally:
        taker.close()
        store.close()
        gc.unfreeze()  # libraries in C take what is never looked at for leaked, and say so at the end


def serve(
    data: Path,
    host: str,
    port: int,
    say: Callable[[str], None],
    *,
    url: str | None = None,
    demo: int = 0,
    readers: int = 0,
    watch: Callable[[], AbstractContextManager[Progress]] = _unwatched,
    add: Callable[[FastAPI, Desk], None] | None = None,
) -> None:
    """Serve until told to stop (SIGTERM, Ctrl-C): then answer what is under way, write what waits, and return.

    `say` gets the lines for the person who started it. With `demo`, an empty store is first filled with a world of so many accounts, and
    `watch` shows how far that is. `readers` processes read checks beside this one. `add` puts more on the application, such as the console. Raises `InputError` where the address cannot be
    had, or a demo would be mixed with other data, `StoreError` where the store cannot be used.
    """
    set_up()
    sys.setswitchinterval(_TURN)
    gc.set_threshold(_STARTING, _MIDDLE, _OLD)
    with _listening(host, port) as listener, opened(data, url=url, site=_site(listener), readers=readers) as desk:
        if demo:
            _demonstrate(desk, demo, say, watch)
        with working(tools_of(desk.ledger, data), desk.clock, further=desk.parts["kinds"], told=_heard):
            _answer(desk, listener, host, say, add)
        _LOG.info("stopping")
    _LOG.info("stopped")


def _answer(
    desk: Desk,
    listener: socket.socket,
    host: str,
    say: Callable[[str], None],
    add: Callable[[FastAPI, Desk], None] | None,
) -> None:
    app = create(desk)
    if add is not None:
        add(app, desk)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=STOPPING,
        server_header=False,
        date_header=True,
    )
    _LOG.info("started", port=listener.getsockname()[1])
    say(f"Aboveboard answers on http://{_shown(host)}:{listener.getsockname()[1]} (store: {desk.store.name})")
    if add is not None:
        say(f"The console: {desk.parts['door'].site.origin}/console/")
    _invite(desk, say)
    with _deaf():
        uvicorn.Server(config).run(sockets=[listener])


def _demonstrate(
    desk: Desk, accounts: int, say: Callable[[str], None], watch: Callable[[], AbstractContextManager[Progress]]
) -> None:
    """Fill an empty store with a world, once, and say what that led to; the gate then knows of it."""
    with watch() as progress:
        done = fill_demo(desk.ledger, desk.data, desk.clock(), desk.parts["limits"], accounts=accounts, progress=progress)  # fmt: skip
    if done is None:
        say(f"{desk.data} was filled by an earlier demo; nothing was added.")
        return
    desk.parts["gating"].rebuild()
    rows, tables = sum(done.rows.values()), sum(n > 0 for n in done.rows.values())
    say(f"The demo put {rows:,} rows of {tables} tables in, a scan made {done.scan.findings} findings, {done.cases} cases wait for a person.")  # fmt: skip


def _heard(kind: str, what: str) -> None:
    """Tell the log of jobs that did not simply succeed."""
    if what not in ("done", "again"):
        _LOG.warning("job", kind=kind, what=what)


def _site(listener: socket.socket) -> Site:
    return site_of(os.environ.get("ABOVEBOARD_URL"), listener.getsockname()[1])


def _invite(desk: Desk, say: Callable[[str], None]) -> None:
    """Say how the first administrator comes in, until there is one."""
    door: Door = desk.parts["door"]
    link = first_link(door.roster, desk.clock())
    if link is not None:
        say(f"The first administrator comes in here, once, within three days: {door.site.origin}/join#{link}")


@contextmanager
def _listening(host: str, port: int) -> Generator[socket.socket]:
    """Take the address before anything else is started, so that a second start fails at once.

    It listens from here on, since two sockets that were only bound can share an address: who comes while the rest starts waits in line.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(WAITING)
    except (OSError, OverflowError) as error:
        listener.close()
        raise InputError(
            f"--host {host} --port {port}: cannot be had ({getattr(error, 'strerror', None) or error})"
        ) from None
    with listener:
        yield listener


@contextmanager
def _deaf() -> Generator[None]:
    """Keep the signal that stopped the server, which it raises again once it is done, from ending the process before the rest is closed."""
    before = {s: signal.signal(s, lambda *_: None) for s in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
