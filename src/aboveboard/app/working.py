"""The verbs of the work: a worker that does what is due, jobs seen and steered, rows taken from a stream."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from aboveboard.app.admitting import admit
from aboveboard.app.noticing import linking
from aboveboard.intake import Batch, keep
from aboveboard.staff.keys import keys_of
from aboveboard.store import Ledger, open_store, signer_of
from aboveboard.work import Job, Kind, Sending, Tools, Worker, cancel, clockwork, jobs_of, known_kinds, retry
from aboveboard.work.dead_letters import Refusals, Take
from aboveboard.work.signing import key_of

__all__ = ["jobs_cancel", "jobs_list", "jobs_retry", "sending_of", "taking", "tools_of", "work", "working"]

_NO_ROW: Final = msgspec.Raw(b"null")
Told = Callable[[str, str], None]


def _silent(_kind: str, _what: str) -> None: ...


def tools_of(ledger: Ledger, data: Path) -> Tools:
    """Return what handlers work with, its keys from the environment or the data folder."""
    return Tools(ledger, signer_of(data), sending_of(data), link=linking(keys_of(data)))


def sending_of(data: Path) -> Sending:
    """Return how webhooks go out."""
    private = os.environ.get("ABOVEBOARD_WEBHOOKS_PRIVATE", "") not in ("", "0")
    return Sending(key_of(data), private=private)


def taking(ledger: Ledger, clock: Callable[[], datetime]) -> Take:
    """Return what takes rows of a table in from a stream, or once more after they were set aside."""

    def take(table: str, rows: list[dict[str, Any]], source: str) -> Refusals:
        at = clock()
        facts, rejects = admit(table, [_raw(row) for row in rows], at)
        if facts:
            with ledger.store.writing() as connection:
                keep(connection, ledger, [Batch(table, tuple(facts), tuple(rejects), source, at)])
        return [(r.place, f"{r.column}: {r.reason}" if r.column else r.reason) for r in rejects]

    return take


def _raw(row: dict[str, Any]) -> msgspec.Raw:
    """Return a row as JSON; one that cannot be written is no row, and is refused as such."""
    try:
        return msgspec.Raw(msgspec.json.encode(row))
    except (OverflowError, ValueError):
        return _NO_ROW


@contextmanager
def working(
    tools: Tools,
    clock: Callable[[], datetime],
    *,
    further: Iterable[Kind] = (),
    threads: int = 2,
    told: Told = _silent,
) -> Generator[Worker]:
    """Do what is due, in threads of this process, until left: then what is being done is finished first.

    `further` are kinds that other rooms bring.
    """
    chosen, stop = known_kinds(further), threading.Event()
    worker = Worker(tools, chosen, f"{socket.gethostname()}:{os.getpid()}:{threading.get_ident()}", clock, told=told)
    scheduler = clockwork(tools.store, chosen.values(), clock)
    thread = threading.Thread(target=worker.run, args=(stop,), kwargs={"threads": threads}, name="work")
    scheduler.start()
    thread.start()
    try:
        yield worker
    finally:
        scheduler.shutdown()
        stop.set()
        thread.join()


def work(
    data: Path, stop: threading.Event, clock: Callable[[], datetime], *, threads: int = 2, stream: str | None = None, told: Told = _silent,
    begun: Callable[[], None] = lambda: None,
) -> None:  # fmt: skip
    """Work on the store of the data folder (or `ABOVEBOARD_DATABASE_URL`) until `stop` is set; `begun` is called once the store is open.

    With a `stream` (`nats://host:port`), rows are taken from NATS JetStream besides. Raises `StoreError` where the store cannot be used.
    """
    store = open_store(data)
    try:
        ledger = Ledger(store)
        with working(tools_of(ledger, data), clock, threads=threads, told=told):
            begun()
            if stream is None:
                stop.wait()
            else:
                _consume(stream, ledger, clock, stop)
    finally:
        store.close()


def _consume(url: str, ledger: Ledger, clock: Callable[[], datetime], stop: threading.Event) -> None:
    import asyncio

    from aboveboard.errors import StoreError

    try:
        from aboveboard.work.streams import Consuming, consumer
    except ImportError as error:
        raise StoreError("streams need the extra: pip install 'aboveboard[streams]'") from error
    program = consumer(Consuming(url), ledger, taking(ledger, clock), clock)

    async def run() -> None:
        ending = asyncio.create_task(asyncio.to_thread(stop.wait))
        ending.add_done_callback(lambda _: program.exit())
        await program.run()
        stop.set()
        await ending

    asyncio.run(run())


@contextmanager
def _opened(data: Path) -> Generator[Ledger]:
    store = open_store(data)
    try:
        yield Ledger(store)
    finally:
        store.close()


def jobs_list(
    data: Path, *, states: Sequence[str] = (), kind: str | None = None, most: int = 100
) -> list[dict[str, Any]]:
    """Return jobs, the newest first, as JSON objects."""
    with _opened(data) as ledger, ledger.store.reading() as connection:
        return [_told(job) for job in jobs_of(connection, states=states, kind=kind, most=most)]


def jobs_retry(data: Path, ids: Sequence[str], at: datetime, by: str) -> list[dict[str, Any]]:
    """Put jobs that failed, died or were cancelled back in line, all or none. Raises `InputError` where one is none of these."""
    with _opened(data) as ledger, ledger.store.writing() as connection:
        return [_told(retry(connection, ledger, i, at, by)) for i in ids]


def jobs_cancel(data: Path, ids: Sequence[str], at: datetime, by: str) -> list[dict[str, Any]]:
    """Take jobs out of the line, all or none. Raises `InputError` where one is over."""
    with _opened(data) as ledger, ledger.store.writing() as connection:
        return [_told(cancel(connection, ledger, i, at, by)) for i in ids]


def _told(job: Job) -> dict[str, Any]:
    times = ("due_at", "made_at", "ended_at", "lease_until")
    return {k: v.isoformat() if k in times and v is not None else v for k, v in asdict(job).items() if k != "wakes"}
