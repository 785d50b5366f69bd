"""The commands of the work: see jobs, step in, and run a worker alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from aboveboard.cli.commands import Json, app
from aboveboard.cli.show import lines, print_json, say, table
from aboveboard.errors import StoreError

__all__ = ["jobs"]

jobs = typer.Typer(help="See the work that waits, runs, failed and is done; retry and cancel it.", no_args_is_help=True)
app.add_typer(jobs, name="jobs")

Data = Annotated[Path, typer.Option(help="The service's data folder; ABOVEBOARD_DATABASE_URL names a PostgreSQL in place of its file.")]  # fmt: skip
Ids = Annotated[list[str], typer.Argument(help="Ids of jobs, as `aboveboard jobs list` shows them.")]
BY = "person:cli"


def _verb(name: str) -> Callable[..., Any]:
    try:
        from aboveboard.app import working
    except ImportError as error:
        raise StoreError("the work needs the extra: pip install 'aboveboard[server]'") from error
    return getattr(working, name)


@jobs.command("list", epilog="Example: aboveboard jobs list --data data --state dead")
def list_jobs(
    data: Data = Path("data"),
    state: Annotated[list[str] | None, typer.Option(help="Only in this state: waiting, leased, done, failed, cancelled, dead; may be given several times.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only of this kind.")] = None,
    most: Annotated[int, typer.Option(help="How many at most.", min=1, max=10_000)] = 50,
    as_json: Json = False,
) -> None:  # fmt: skip
    """List jobs, the newest first."""
    found = _verb("jobs_list")(data, states=tuple(state or ()), kind=kind, most=most)
    if as_json:
        print_json(found)
        return
    heads = ("id", "kind", "state", "attempts", "due_at", "last_error")
    table(f"{len(found)} jobs", heads, [[job[h] if job[h] is not None else "" for h in heads] for job in found])


@jobs.command(epilog="Example: aboveboard jobs retry job_5f1c… --data data")
def retry(ids: Ids, data: Data = Path("data")) -> None:
    """Put jobs that failed, died or were cancelled back in line, with all their attempts; all of them or none."""
    done = _verb("jobs_retry")(data, ids, datetime.now(UTC), BY)
    lines(f"{job['id']} ({job['kind']}) waits again" for job in done)


@jobs.command(epilog="Example: aboveboard jobs cancel job_5f1c… --data data")
def cancel(ids: Ids, data: Data = Path("data")) -> None:
    """Take jobs out of the line; what a worker does with one at this moment is not kept. All of them or none."""
    done = _verb("jobs_cancel")(data, ids, datetime.now(UTC), BY)
    lines(f"{job['id']} ({job['kind']}) is cancelled" for job in done)


@app.command(epilog="Example: aboveboard work --data data")
def work(
    data: Data = Path("data"),
    threads: Annotated[int, typer.Option(help="How many jobs at once.", min=1, max=64)] = 2,
    stream: Annotated[str | None, typer.Option(help="Take rows from NATS JetStream besides, such as nats://127.0.0.1:4222.")] = None,
) -> None:  # fmt: skip
    """Run a worker alone, beside the service or on another machine with the same database; Ctrl-C ends it when what it does is done."""
    import signal
    import threading

    run, stop = _verb("work"), threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    run(
        data,
        stop,
        lambda: datetime.now(UTC),
        threads=threads,
        stream=stream,
        told=_tell,
        begun=lambda: say(f"working; data {data}"),
    )
    say("stopped")


def _tell(kind: str, what: str) -> None:
    if what != "done":
        say(f"{datetime.now(UTC).isoformat(timespec='seconds')} {kind}: {what}")
