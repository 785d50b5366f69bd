"""The service under load, on loopback, one process: how long checks and events take, and how many go through.

    .venv/bin/python benchmarks/serve.py --closed 1000000 --protected 100000

Starts the service as an operator would (`aboveboard serve` in a process of its own), fills it over HTTP, and asks it from another
process. Two kinds of load: *open* sends at a steady rate whatever the answers do, so that waiting counts; *closed* keeps a number
of connections busy. The load maker shares the machine's cores with the service; the machine's load stands beside each figure.
For checks in a closed loop it is wrk (Debian's package) where that is installed, with its requests prepared: a load maker in Python
takes some 0.2 ms of the two cores for each, wrk 0.03 to 0.06. What follows a fill or is done once a day is waited for, and the daily scan is
left out: it is a process of its own that takes what is free.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from statistics import quantiles
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
ABOVEBOARD = Path(sys.executable).with_name("aboveboard")


class Connection:
    """One kept-open connection that speaks as much HTTP/1.1 as a load maker needs."""

    def __init__(self, port: int, token: str) -> None:
        self._port, self._token = port, token

    async def open(self) -> None:
        """Connect."""
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)

    async def post(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Send and wait for the answer: its status and body."""
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self._token}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self._writer.write(head.encode() + body)
        told = await self._reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", told, re.IGNORECASE)
        answer = await self._reader.readexactly(int(length[1])) if length else b""
        return int(told[9:12]), answer

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


def accepted(status: int, answer: bytes) -> None:
    if status != 200:
        raise SystemExit(f"the service answered {status}: {answer[:300]!r}")


async def opened(port: int, token: str, count: int) -> list[Connection]:
    connections = [Connection(port, token) for _ in range(count)]
    for c in connections:
        await c.open()
    return connections


async def steady(
    port: int, token: str, path: str, body: Callable[[int], bytes], rate: float, seconds: float
) -> list[float]:
    """Send at a steady rate; return seconds from when each was due to its answer."""
    free: asyncio.Queue[Connection] = asyncio.Queue()
    for c in await opened(port, token, 64):
        free.put_nowait(c)
    took, start = list[float](), time.perf_counter()

    async def one(number: int) -> None:
        due = start + number / rate
        connection = await free.get()
        status, answer = await connection.post(path, body(number))
        took.append(time.perf_counter() - due)
        free.put_nowait(connection)
        accepted(status, answer)

    async with asyncio.TaskGroup() as group:
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, start + number / rate - time.perf_counter()))
            group.create_task(one(number))
    return took


async def busy(
    port: int, token: str, path: str, body: Callable[[int], bytes], connections: int, seconds: float
) -> tuple[float, list[float]]:
    """Keep connections busy; return requests a second and how long each took."""
    took, numbers, end = list[float](), iter(range(1 << 62)), time.perf_counter() + seconds

    async def keep(connection: Connection) -> None:
        while (start := time.perf_counter()) < end:
            status, answer = await connection.post(path, body(next(numbers)))
            took.append(time.perf_counter() - start)
            accepted(status, answer)
        connection.close()

    start = time.perf_counter()
    await asyncio.gather(*(keep(c) for c in await opened(port, token, connections)))
    return len(took) / (time.perf_counter() - start), took


def told(took: list[float]) -> str:
    cuts = quantiles(took, n=1000)
    return f"p50 {cuts[499] * 1000:7.2f} ms  p95 {cuts[949] * 1000:7.2f} ms  p99 {cuts[989] * 1000:7.2f} ms"


@contextmanager
def spent(pid: int) -> Iterator[Callable[[int], str]]:
    """Measure what the service and this load maker spend; what is yielded says it for each of so many requests."""
    before = worked(pid), own()
    yield (
        lambda requests: (
            "none was answered"
            if not requests
            else f"processor time {(worked(pid) - before[0]) / requests * 1000:.2f} ms, load maker {(own() - before[1]) / requests * 1000:.2f} ms"
        )
    )


def own() -> float:
    """Return the seconds of processor time that this process and what it ran have had."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def worked(pid: int) -> float:
    """Return the seconds of processor time that a process and those it started, which are there now, have had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    mine = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    started = list[str]()
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that has ended since
            started += (task / "children").read_text().split()
    return mine + sum(worked(int(n)) for n in started)


def load() -> str:
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


@contextmanager
def service(data: Path, token_line: re.Pattern[str], readers: int = 0) -> Iterator[tuple[int, str, int, float]]:
    """Start the service, with so many reading processes beside it, and a platform's token; yield port, token, process id and seconds until it answered."""
    name = f"bench{time.time_ns() % 10**9}"
    rights = ("--may", "checks:ask", "--may", "events:write", "--per-second", "50000")
    made = subprocess.run(
        [ABOVEBOARD, "staff", "token", name, "--data", data, *rights],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    token = token_line.search(made.stdout + made.stderr)
    if token is None:
        raise SystemExit(f"no token in: {made.stdout}")
    start = time.perf_counter()
    process = subprocess.Popen(
        [ABOVEBOARD, "serve", "--data", data, "--port", "0", "--readers", str(readers)],
        stdout=subprocess.PIPE,
        text=True,
        stderr=subprocess.DEVNULL,
        env=as_installed(data.parent / "bytecode"),
    )
    try:
        port = next(int(m[1]) for line in process.stdout or () if (m := re.search(r"http://127\.0\.0\.1:(\d+)", line)))
        until_ready(port)
        yield port, token[0], process.pid, time.perf_counter() - start
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(600)  # an index that is being built is finished first


def as_installed(bytecode: Path) -> dict[str, str]:
    """Return an environment in which modules are compiled once, as an installation has them, and not at every start."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONPYCACHEPREFIX": str(bytecode), "ABOVEBOARD_SCAN_HOURS": "0", **kept}


def until_ready(port: int) -> None:
    """Wait until the indexes are open: checks before that are answered without one."""
    while True:
        with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/health/ready"):
            return
        time.sleep(0.1)


AT_WORK = """SELECT (SELECT count(*) FROM jobs WHERE kind IN ('build_index', 'tidy_privacy') AND state IN ('waiting', 'leased'))
  + coalesce((SELECT number FROM heads WHERE stream = 'accounts'), 0) - coalesce((SELECT number FROM cursors WHERE name = 'account_dates'), 0)
  + (SELECT count(*) < 2 FROM cursors WHERE name IN ('schedule:build_index', 'schedule:tidy_privacy') AND number >= ?)"""


def at_rest(data: Path) -> None:
    """Wait until a service has noted the dates of all accounts, and done what it does once a day."""
    today = time.time() // 86400 * 86400 * 10**6
    with closing(sqlite3.connect(f"file:{data / 'aboveboard.sqlite'}?mode=ro", uri=True)) as kept:
        while kept.execute(AT_WORK, (today,)).fetchone() != (0,):
            time.sleep(1)


def memory(pid: int) -> str:
    peak = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return f"{int(peak[1]) / 1024:,.0f} MB at most" if peak else "unknown"


_SYLLABLES = "ka ri no ta mi lo ven dar sul per ix bra tem or gul fen ya mo chi len"
SYLLABLES = _SYLLABLES.split()
HAN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗明华文平安国强伟芳娜静丽军杰涛超勇艳"


def name(rng: random.Random) -> str:
    if rng.random() < 0.3:
        return "".join(rng.choice(HAN) for _ in range(rng.choice((2, 3, 3, 4))))
    return " ".join(
        "".join(rng.choice(SYLLABLES) for _ in range(rng.choice((2, 3, 4)))) for _ in range(rng.choice((1, 2, 2)))
    ).title()


def accounts(start: int, count: int, rng: random.Random) -> bytes:
    rows = [
        {"account_id": f"c{n}", "handle": f"h{rng.getrandbits(40):x}", "display_name": name(rng), "created_at": "2025-01-01T00:00:00Z", "status": "closed",
         "closed_at": "2025-06-01T00:00:00Z", "closed_ground": "terms", "closed_for": "fake_follower"}
        for n in range(start, start + count)
    ]  # fmt: skip
    return json.dumps({"table": "accounts", "rows": rows}).encode()


def organisations(start: int, count: int, rng: random.Random) -> bytes:
    rows = [
        {
            "org_id": f"o{n}",
            "name": f"{name(rng)} {rng.choice(('Bank', 'News', 'City Council', 'Hospital', '银行', '日报'))}",
            "kind": "company",
        }
        for n in range(start, start + count)
    ]
    return json.dumps({"table": "organisations", "rows": rows}).encode()


def likes(number: int, rows: int) -> bytes:
    made = [
        {
            "account_id": f"a{(number * 7919 + n) % 100_000}",
            "at": "2026-01-01T00:00:00Z",
            "verb": "like",
            "object_id": f"o{number}-{n}",
        }
        for n in range(rows)
    ]
    return json.dumps({"table": "actions", "rows": made}).encode()


def check(number: int) -> bytes:
    rng = random.Random(number)  # noqa: S311  (names, not secrets)
    return json.dumps(
        {
            "attempt_id": f"t{number}-{rng.getrandbits(32):x}",
            "kind": "registration",
            "at": "2026-03-01T00:00:00Z",
            "handle": f"h{rng.getrandbits(40):x}",
            "display_name": name(rng),
        }
    ).encode()


async def fill(port: int, token: str, closed: int, protected: int) -> None:
    rng = random.Random(1)  # noqa: S311
    (connection,) = await opened(port, token, 1)
    start = time.perf_counter()
    for count, made in ((closed, accounts), (protected, organisations)):
        for first in range(0, count, 5000):
            body = made(first, min(5000, count - first), rng)
            for _ in range(TRIES):
                status, answer = await connection.post("/v1/events", body)
                if status != BUSY:
                    break
                await asyncio.sleep(1)  # as its Retry-After says
            accepted(status, answer)
    print(
        f"filled over HTTP: {closed:,} closed accounts, {protected:,} protected names in {time.perf_counter() - start:.1f} s",
        flush=True,
    )


async def events(port: int, token: str, seconds: float) -> None:
    for rows, rate in ((1, 500), (50, 120), (500, 20)):
        took = await steady(
            port, token, "/v1/events", lambda n, rows=rows: likes(n + rows * 10**6, rows), rate, seconds
        )
        print(f"events, open: {rows:4} rows x {rate:4}/s = {rows * rate:6,} rows/s  {told(took)}  {load()}", flush=True)
    for rows, connections in ((1, 32), (50, 16), (500, 8)):
        rate, took = await busy(
            port, token, "/v1/events", lambda n, rows=rows: likes(n + rows * 10**7, rows), connections, seconds
        )
        print(
            f"events, closed: {rows:4} rows, {connections} connections: {rate * rows:8,.0f} rows/s durable  {told(took)}  {load()}",
            flush=True,
        )


def checks(port: int, token: str, pid: int, seconds: float) -> None:
    """Ask about names that nobody asked about before, and then about the same few thousand again and again."""
    with spent(pid) as each:
        took = asyncio.run(steady(port, token, "/v1/checks", check, 200, seconds))
    print(f"checks, open at 200/s:            {told(took)}  {each(len(took))}  {load()}", flush=True)
    fresh, first = int(seconds * MOST), 10**7
    for what, names, connections in (
        ("fresh", fresh, 16),
        ("fresh", fresh, 64),
        ("known", 4000, 16),
        ("known", 4000, 16),
    ):
        bodies = [check(first + n) for n in range(names)]
        first += names if what == "fresh" else 0
        with spent(pid) as each:
            rate, count, said = hammered(port, token, bodies, seconds, connections)
        print(
            f"checks, closed, {connections} connections, {what} names: {rate:7,.0f}/s  {said}  {each(count)}  {load()}",
            flush=True,
        )


BUSY, TRIES = 503, 30
MOST = 2000
"""Checks a second for which there are fresh names; a service that answers more is asked about some again."""

LUA = """
local bodies = {}
for line in io.lines(os.getenv("BODIES")) do bodies[#bodies + 1] = wrk.format("POST", "/v1/checks", nil, line) end
local n = 0
request = function() n = n % #bodies + 1; return bodies[n] end
response = function(status) if status ~= 200 then print("the service answered " .. status); os.exit(1) end end
done = function(summary, latency)
  local ms = function(p) return latency:percentile(p) / 1000 end
  print(string.format("told %d %d %.2f %.2f %.2f", summary.requests, summary.duration, ms(50), ms(95), ms(99)))
end
"""
"""What wrk does: the requests are put together before the first is sent."""


def hammered(port: int, token: str, bodies: list[bytes], seconds: float, connections: int) -> tuple[float, int, str]:
    """Keep so many connections busy; return requests a second, how many, and how long they took. Without wrk this process is the load maker."""
    if shutil.which("wrk") is None:
        rate, took = asyncio.run(
            busy(port, token, "/v1/checks", lambda n: bodies[n % len(bodies)], connections, seconds)
        )
        return rate, len(took), told(took)
    with tempfile.TemporaryDirectory() as folder:
        script, lines = Path(folder, "checks.lua"), Path(folder, "bodies")
        script.write_text(LUA, encoding="utf-8")
        lines.write_bytes(b"\n".join(bodies))
        heads = ("-H", f"Authorization: Bearer {token}", "-H", "Content-Type: application/json")
        command = [
            "wrk",
            "-t1",
            f"-c{connections}",
            f"-d{seconds:.0f}s",
            *heads,
            "-s",
            script,
            f"http://127.0.0.1:{port}",
        ]
        ran = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "BODIES": str(lines)}, check=False)  # fmt: skip
    told_ = re.search(r"told (\d+) (\d+) (\S+) (\S+) (\S+)", ran.stdout)
    if told_ is None:
        raise SystemExit(f"wrk: {ran.stdout}{ran.stderr}")
    count, taken = int(told_[1]), int(told_[2]) / 1e6
    said = "p50 {:>7} ms  p95 {:>7} ms  p99 {:>7} ms".format(*told_.group(3, 4, 5))
    return count / taken, count, said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--closed", type=int, default=100_000)
    parser.add_argument("--protected", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--readers", type=int, default=0, help="processes that read checks beside the service")
    parser.add_argument("--only", choices=("events", "checks"))
    parser.add_argument(
        "--folder", type=Path, help="where the filled data stays; if it is there already, it is used as it is"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured(given, given.folder or Path(folder))


def measured(given: argparse.Namespace, folder: Path) -> None:
    line = re.compile(r"ab_[A-Za-z0-9_\-.]+")
    data, filled = folder / "data", folder / f"filled-{given.closed}-{given.protected}"
    folder.mkdir(parents=True, exist_ok=True)
    if given.only != "checks" or not filled.exists():
        with service(data, line) as (port, token, pid, _):
            if given.only != "checks":
                asyncio.run(events(port, token, given.seconds))
                print(f"memory: {memory(pid)}")
            if given.only != "events":
                asyncio.run(fill(port, token, given.closed, given.protected))
    if given.only == "events":
        return
    if not filled.exists():
        shutil.rmtree(data / "gate")
        with service(data, line) as (*_, took):
            print(f"index built in {took:.1f} s", flush=True)
        filled.touch()
    with service(data, line, given.readers) as (port, token, pid, took):
        print(
            f"start with {given.closed:,} closed accounts until it answers: {took:.1f} s, {memory(pid)}",
            flush=True,
        )
        at_rest(data)
        checks(port, token, pid, given.seconds)
        print(f"memory: {memory(pid)}")


if __name__ == "__main__":
    main()
