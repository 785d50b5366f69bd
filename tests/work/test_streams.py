"""Rows from a real NATS JetStream: acknowledged once they are kept, again after a crash, and never twice in the store."""

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
import sqlalchemy as sa
from work_scenes import Clock

from aboveboard.errors import StoreError
from aboveboard.store import Ledger, New, open_store
from aboveboard.work.dead_letters import dead_letters
from aboveboard.work.streams import Consuming, consumer
from own_loop import awaited

CONSUMER = """
import asyncio, os, sys, time
from datetime import UTC, datetime
from pathlib import Path
from aboveboard.store import Ledger, New, open_store
from aboveboard.work.streams import Consuming, consumer

ledger = Ledger(open_store(Path("."), url=sys.argv[2]))

def take(table, rows, source):
    ledger.append("intake", [New("taken", r["account_id"], {"source": source}, key=r["account_id"]) for r in rows], datetime.now(UTC))
    print("kept", flush=True)
    time.sleep(30)

asyncio.run(consumer(Consuming(sys.argv[1], wait_s=1.0), ledger, take, lambda: datetime.now(UTC)).run())
"""


@pytest.fixture(scope="module")
def nats(tmp_path_factory):
    """The address of a server of its own."""
    program = Path(sys.executable).with_name("nats-server")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("nats")
    command = [str(program), "-js", "-a", "127.0.0.1", "-p", str(port), "-sd", str(folder)]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            break
        time.sleep(0.05)
    yield f"nats://127.0.0.1:{port}"
    run.terminate()
    run.wait()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def opened(tmp_path):
    store = open_store(tmp_path, url=f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield Ledger(store)
    store.close()


@pytest.fixture
def keep(opened):
    """An intake that keeps each row once, by its key."""

    def take(_table, rows, source):
        opened.append("intake", [New("taken", r["account_id"], {"source": source}, key=r["account_id"]) for r in rows], Clock()())  # fmt: skip
        return []

    return take


async def stream(url, *messages):
    """A fresh stream with these messages on it."""
    import nats

    client = await nats.connect(url)
    context = client.jetstream()
    with suppress(Exception):
        await context.delete_stream("aboveboard")
    await context.add_stream(name="aboveboard", subjects=["aboveboard.>"])
    for subject, body in messages:
        await context.publish(subject, body)
    await client.close()


async def left(url):
    """How many messages have not been acknowledged."""
    import nats

    client = await nats.connect(url)
    try:
        told = await client.jetstream().consumer_info("aboveboard", "aboveboard")
    finally:
        await client.close()
    return told.num_pending + told.num_ack_pending


async def consumed(url, ledger, take, **told):
    """Run the consumer until nothing is left."""
    program = consumer(Consuming(url, wait_s=1.0, **told), ledger, take, Clock())
    running = asyncio.create_task(program.run())
    for _ in range(200):
        await asyncio.sleep(0.05)
        with suppress(Exception):
            if await left(url) == 0:
                break
    program.exit()
    await running
    return await left(url)


def rows(*ids):
    return json.dumps([{"account_id": i} for i in ids]).encode()


def test_rows_are_kept_and_what_is_poisoned_is_set_aside_and_holds_nothing_up(nats, opened, keep):
    messages = [("aboveboard.accounts", rows("a1", "a2")), ("aboveboard.accounts", b"\xffno"), ("aboveboard.posts", rows("a3"))]  # fmt: skip

    async def scene():
        await stream(nats, *messages)
        return await consumed(nats, opened, keep)

    assert awaited(scene()) == 0
    kept = {e.key: e.body["source"] for e in opened.of_stream("intake")}
    assert kept == {"a1": "nats:aboveboard:1", "a2": "nats:aboveboard:1", "a3": "nats:aboveboard:3"}
    with opened.store.reading() as connection:
        assert [(x.source, x.reason) for x in dead_letters(connection)] == [("nats:aboveboard:2", "the message is no JSON")]  # fmt: skip


def test_a_consumer_killed_between_keeping_and_acknowledging_gets_the_message_again_and_keeps_it_once(
    nats, opened, keep, tmp_path
):
    awaited(stream(nats, ("aboveboard.accounts", rows("a1", "a2"))))
    run = subprocess.Popen(
        [sys.executable, "-c", CONSUMER, nats, str(opened.store.engine.url)],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert run.stdout.readline() == "kept\n"
    os.kill(run.pid, 9)
    run.communicate()
    assert awaited(left(nats)) == 1, "it was not acknowledged"
    times = []

    def again(table, given, source):
        times.append(source)
        return keep(table, given, source)

    assert awaited(consumed(nats, opened, again)) == 0
    assert times == ["nats:aboveboard:1"]
    assert [e.key for e in opened.of_stream("intake")] == ["a1", "a2"]


def test_a_message_that_cannot_be_taken_now_comes_again_and_is_set_aside_when_it_never_can(nats, opened, monkeypatch):
    from aboveboard.work import streams

    monkeypatch.setattr(streams, "_LATER_S", 0.05)
    tried = []

    def take(*_):
        tried.append(1)
        raise StoreError("the disk is full")

    async def scene():
        await stream(nats, ("aboveboard.accounts", rows("a1")))
        return await consumed(nats, opened, take, attempts=3)

    assert awaited(scene()) == 0
    assert len(tried) == 3
    with opened.store.reading() as connection:
        (found,) = dead_letters(connection)
        assert connection.execute(sa.text("SELECT count(*) FROM contents")).scalar_one() == 1
    assert found.reason == "it could not be taken after 3 attempts: StoreError"


def test_the_worker_command_takes_rows_from_the_stream_into_the_store_and_stops(nats, tmp_path):
    awaited(stream(nats, ("aboveboard.accounts", json.dumps([{"account_id": "a1", "handle": "zoe"}, {}]).encode())))
    program = str(Path(sys.executable).with_name("aboveboard"))
    command = [program, "work", "--data", str(tmp_path / "data"), "--stream", nats]
    environment = {k: v for k, v in os.environ.items() if k != "ABOVEBOARD_DATABASE_URL"}
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    for _ in range(600):
        with suppress(Exception):
            if awaited(left(nats)) == 0:
                break
        time.sleep(0.05)
    run.send_signal(signal.SIGTERM)
    out, err = run.communicate(timeout=60)
    assert (run.returncode, err, out.splitlines()[-1]) == (0, "", "stopped")
    store = open_store(tmp_path / "data")
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT account_id FROM facts").scalars().all() == ["a1"]
        assert [x.source for x in dead_letters(connection)] == ["nats:aboveboard:1"]
    store.close()
