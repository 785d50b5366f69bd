"""The commands of the work, as an operator types them."""

import json
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest

from aboveboard.cli import main
from aboveboard.store import Ledger, open_store
from aboveboard.work import enqueue

PROGRAM = str(Path(sys.executable).parent / "aboveboard")
LATER = datetime.now(UTC) + timedelta(days=1)


@pytest.fixture
def data(tmp_path, monkeypatch):
    for name in ("ABOVEBOARD_DATABASE_URL", "ABOVEBOARD_LEDGER_KEY", "ABOVEBOARD_WEBHOOK_KEY"):
        monkeypatch.delenv(name, raising=False)
    store = open_store(tmp_path / "data")
    with store.writing() as connection:
        enqueue(connection, "expire_bars", {}, datetime.now(UTC), key="now")
        enqueue(connection, "expire_bars", {}, datetime.now(UTC), key="later", due=LATER)
    store.close()
    return tmp_path / "data"


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command as the program does, in this process: what it printed, what it complained of, how it ended."""

    def done(*words):
        monkeypatch.setattr(sys, "argv", ["aboveboard", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        return (ended.value.code, *capsys.readouterr())

    return done


@pytest.fixture
def listed(run, data):
    return lambda *words: json.loads(run("jobs", "list", "--data", data, "--json", *words)[1])


def test_jobs_are_listed_cancelled_and_put_back_in_line(data, run, listed):
    code, shown, _ = run("jobs", "list", "--data", data)
    assert (code, "2 jobs" in shown, shown.count("expire_bars")) == (0, True, 2)
    (later,) = [j["id"] for j in listed() if j["due_at"] > datetime.now(UTC).isoformat()]
    assert run("jobs", "cancel", later, "--data", data)[:2] == (0, f"{later} (expire_bars) is cancelled\n")
    code, _, complaint = run("jobs", "cancel", later, "--data", data)
    assert (code, "is cancelled; only waiting or leased will do" in complaint) == (2, True)
    assert [j["id"] for j in listed("--state", "cancelled", "--kind", "expire_bars")] == [later]
    assert run("jobs", "retry", later, "--data", data)[1] == f"{later} (expire_bars) waits again\n"
    assert run("jobs", "retry", "job_none", "--data", data)[0] == 2
    store = open_store(data)
    assert [(e.kind, e.body["by"]) for e in Ledger(store).of_stream("work")] == [
        ("job_cancelled", "person:cli"), ("job_retried", "person:cli"),
    ]  # fmt: skip
    store.close()


@pytest.mark.parametrize("words", [("work",), ("serve", "--port", "0")], ids=["alone", "in the service"])
def test_a_worker_does_what_is_due_and_stops_when_it_is_told(data, words):
    command = [PROGRAM, *words, "--data", str(data)]
    worker = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    store = open_store(data)
    for _ in range(600):
        with store.reading() as connection:
            done = connection.exec_driver_sql("SELECT count(*) FROM jobs WHERE state = 'done'").scalar_one()
        if done >= 6:
            break
        time.sleep(0.05)
    store.close()
    first = worker.stdout.readline()
    for _ in range(600 if words[0] == "serve" else 0):
        with suppress(httpx2.TransportError):
            httpx2.get(first.split()[3] + "/health/live")
            break
        time.sleep(0.05)
    worker.send_signal(signal.SIGTERM)
    out, err = worker.communicate(timeout=60)
    assert (worker.returncode, "Traceback" in err, done >= 6) == (0, False, True), out + err
