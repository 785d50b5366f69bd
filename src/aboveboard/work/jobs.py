"""Jobs in the store: put in line, claimed under a lease, settled once. Each function joins a transaction of the caller's."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

from aboveboard.store import Ledger, New
from aboveboard.store.entries import canonical, microseconds, moment
from aboveboard.store.inserting import insert_into
from aboveboard.store.work_tables import JOBS
from aboveboard.work.refusals import NotThereError, TooLateError

__all__ = [
    "FINISHED", "STATES", "WORK", "Job", "LeaseLostError", "cancel", "claim", "clear", "enqueue", "extend", "get", "jobs_of", "ready",
    "retry", "settle", "wake",
]  # fmt: skip

WORK: Final = "work"
"""The stream of the ledger that says what became of work that did not simply succeed, and who stepped in."""

STATES: Mapping[str, str] = {
    "waiting": "its time has not come, or no worker was free",
    "leased": "a worker has it until its lease ends",
    "done": "done, and all it wrote is kept",
    "failed": "its handler refused it for good",
    "cancelled": "a person took it out of the line",
    "dead": "it used up its attempts",
}
"""What can be said of a job."""

FINISHED: tuple[str, ...] = ("done", "failed", "cancelled", "dead")
_IDS = 26


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work: its `kind`, a `body` without personal data, when it is due, and how it fares.

    `attempts` counts how often it was claimed; `last_error` says why the last one failed. `key` makes it unique: a job with a key that
    is there already is not put in line again.
    """

    id: str
    kind: str
    body: Mapping[str, Any]
    key: str | None
    priority: int
    state: str
    due_at: datetime
    made_at: datetime
    ended_at: datetime | None
    lease_until: datetime | None
    lease_by: str | None
    attempts: int
    wakes: int
    last_error: str | None


class LeaseLostError(Exception):
    """Another worker has the job by now: what this one did is not kept."""


def enqueue(
    connection: sa.Connection,
    kind: str,
    body: Mapping[str, Any],
    at: datetime,
    *,
    key: str | None = None,
    due: datetime | None = None,
    priority: int = 0,
) -> str:
    """Put a job in line and return its id; one with a key that is there already is left as it is.

    It is kept together with whatever else the transaction writes. `due` is when it may start (at once without it); a lower `priority`
    comes first.
    """
    row = _new(kind, body, at, key, due, priority)
    connection.execute(insert_into(connection, JOBS).values(row).on_conflict_do_nothing(index_elements=["key"]))
    return row["id"]


def wake(
    connection: sa.Connection, kind: str, body: Mapping[str, Any], at: datetime, *, key: str, hurry: bool = False
) -> None:
    """Ask for a job that does whatever is there to do: one that is finished waits again, one that runs will run once more.

    One that waits for a later time is left to it, unless there is a `hurry`.
    """
    insert = insert_into(connection, JOBS).values(_new(kind, body, at, key, None, 0))
    ended, waits = JOBS.c.state.in_(FINISHED), JOBS.c.state == "waiting"
    again = {
        "wakes": JOBS.c.wakes + 1,
        "state": sa.case((ended, "waiting"), else_=JOBS.c.state),
        "due_at_us": sa.case((ended | sa.literal(hurry), insert.excluded.due_at_us), else_=JOBS.c.due_at_us),
        "turn_us": sa.case((ended | (waits & sa.literal(hurry)), insert.excluded.due_at_us), else_=JOBS.c.turn_us),
        "attempts": sa.case((ended, 0), else_=JOBS.c.attempts),
        "ended_at_us": sa.null(),
    }
    connection.execute(insert.on_conflict_do_update(index_elements=["key"], set_=again))


def _new(
    kind: str, body: Mapping[str, Any], at: datetime, key: str | None, due: datetime | None, priority: int
) -> dict[str, Any]:
    made = hashlib.sha256(key.encode()).hexdigest() if key is not None else secrets.token_hex(_IDS)
    at_us = microseconds(at)
    due_us = microseconds(due) if due else at_us
    return {
        "id": f"job_{made[:_IDS]}", "kind": kind, "body": canonical(body), "key": key, "priority": priority, "state": "waiting",
        "due_at_us": due_us, "turn_us": due_us, "made_at_us": at_us, "attempts": 0, "wakes": 0,
    }  # fmt: skip


def _takeable(kinds: Collection[str], at_us: int) -> sa.ColumnElement[bool]:
    """Say which jobs can be claimed: those whose time has come, and those whose worker did not come back before its lease ended."""
    return JOBS.c.turn_us.is_not(None) & (JOBS.c.turn_us <= at_us) & JOBS.c.kind.in_(sorted(kinds))


def ready(connection: sa.Connection, kinds: Collection[str], at: datetime) -> bool:
    """Say whether there is anything to claim, without taking a lock."""
    return connection.execute(sa.select(sa.exists().where(_takeable(kinds, microseconds(at))))).scalar_one()


def claim(
    connection: sa.Connection, leases: Mapping[str, timedelta], by: str, at: datetime, *, most: int = 1
) -> list[Job]:
    """Take up to `most` jobs, those first whose turn it is, and return them. `leases` says which kinds, and for how long.

    Two workers never get the same one: on PostgreSQL each skips rows that the other holds, on SQLite only one can write.
    """
    at_us = microseconds(at)
    turn = (JOBS.c.priority, JOBS.c.turn_us, JOBS.c.id)
    query = sa.select(JOBS.c.id).where(_takeable(leases, at_us)).order_by(*turn).limit(most)
    picked = query.with_for_update(skip_locked=True).cte("picked")
    until = sa.case(
        {kind: at_us + lease // timedelta(microseconds=1) for kind, lease in leases.items()}, value=JOBS.c.kind
    )
    taken = {
        "state": "leased",
        "lease_by": by,
        "lease_until_us": until,
        "turn_us": until,
        "attempts": JOBS.c.attempts + 1,
    }
    update = sa.update(JOBS).where(JOBS.c.id.in_(sa.select(picked.c.id))).values(taken).returning(*JOBS.c)
    rows = connection.execute(update).mappings().all()
    return [_job(row) for row in sorted(rows, key=lambda r: (r["priority"], r["due_at_us"], r["id"]))]


def extend(connection: sa.Connection, job: Job, until: datetime) -> bool:
    """Keep a claimed job for longer and say whether it is still this worker's."""
    update = sa.update(JOBS).where(_mine(job)).values(lease_until_us=microseconds(until), turn_us=microseconds(until))
    return connection.execute(update).rowcount == 1


def settle(
    connection: sa.Connection, job: Job, state: str, at: datetime, *, due: datetime | None = None, error: str | None = None, fresh: bool = False
) -> None:  # fmt: skip
    """Write what became of a claimed job; `waiting` puts it back in line for `due`, with its attempts forgotten where `fresh`.

    One that is done but was asked for again meanwhile waits again. Raises `LeaseLostError` where the job is another's by now, so that
    the whole transaction is undone.
    """
    at_us = microseconds(at)
    values: dict[str, Any] = {"state": state, "lease_until_us": None, "lease_by": None, "last_error": error}
    values |= {"ended_at_us": at_us} if state in FINISHED else {}
    values |= {"due_at_us": microseconds(due)} if due else {}
    values |= {"turn_us": values.get("due_at_us", JOBS.c.due_at_us) if state == "waiting" else None}
    values |= {"attempts": 0} if fresh else {}
    if state == "done":
        woken = JOBS.c.wakes > job.wakes
        values |= {
            "state": sa.case((woken, "waiting"), else_="done"),
            "turn_us": sa.case((woken, JOBS.c.due_at_us), else_=sa.cast(sa.null(), sa.BigInteger)),
            "ended_at_us": sa.case((woken, JOBS.c.ended_at_us), else_=at_us),
            "attempts": sa.case((woken, 0), else_=JOBS.c.attempts),
        }
    if connection.execute(sa.update(JOBS).where(_mine(job)).values(values)).rowcount != 1:
        raise LeaseLostError(job.id)


def _mine(job: Job) -> sa.ColumnElement[bool]:
    held = (JOBS.c.id == job.id) & (JOBS.c.state == "leased")
    return held & (JOBS.c.lease_by == job.lease_by) & (JOBS.c.attempts == job.attempts)


def get(connection: sa.Connection, job_id: str) -> Job:
    """Return a job. Raises `NotThereError` where there is none with this id."""
    row = connection.execute(sa.select(JOBS).where(JOBS.c.id == job_id)).mappings().one_or_none()
    if row is None:
        raise NotThereError(f"there is no job {job_id}")
    return _job(row)


def jobs_of(
    connection: sa.Connection, *, states: Sequence[str] = (), kind: str | None = None, after: str | None = None, most: int = 100
) -> list[Job]:  # fmt: skip
    """Return jobs, the newest first; `after` goes on from the id of the last one of an earlier answer."""
    query = sa.select(JOBS).order_by(JOBS.c.made_at_us.desc(), JOBS.c.id).limit(most)
    if states:
        query = query.where(JOBS.c.state.in_(states))
    if kind:
        query = query.where(JOBS.c.kind == kind)
    if after:
        last = microseconds(get(connection, after).made_at)
        same = (JOBS.c.made_at_us == last) & (JOBS.c.id > after)
        query = query.where((JOBS.c.made_at_us < last) | same)
    return [_job(row) for row in connection.execute(query).mappings()]


def retry(connection: sa.Connection, ledger: Ledger, job_id: str, at: datetime, by: str) -> Job:
    """Put a job that failed, died or was cancelled back in line, with all its attempts. Raises `TooLateError` on any other."""
    again = {
        "state": "waiting",
        "due_at_us": microseconds(at),
        "turn_us": microseconds(at),
        "attempts": 0,
        "ended_at_us": None,
    }
    return _step_in(connection, ledger, job_id, ("failed", "dead", "cancelled"), again, "job_retried", at, by)


def cancel(connection: sa.Connection, ledger: Ledger, job_id: str, at: datetime, by: str) -> Job:
    """Take a job out of the line; what a worker does with it at this moment is not kept. Raises `TooLateError` on one that is over."""
    over = {
        "state": "cancelled",
        "ended_at_us": microseconds(at),
        "turn_us": None,
        "lease_until_us": None,
        "lease_by": None,
    }
    return _step_in(connection, ledger, job_id, ("waiting", "leased"), over, "job_cancelled", at, by)


def _step_in(
    connection: sa.Connection, ledger: Ledger, job_id: str, states: tuple[str, ...], values: Mapping[str, Any], said: str, at: datetime, by: str
) -> Job:  # fmt: skip
    ledger.within(connection, WORK, [], at)  # every transaction holds streams before jobs
    update = sa.update(JOBS).where(JOBS.c.id == job_id, JOBS.c.state.in_(states)).values(dict(values))
    if connection.execute(update).rowcount != 1:
        raise TooLateError(f"job {job_id} is {get(connection, job_id).state}; only {' or '.join(states)} will do")
    job = get(connection, job_id)
    ledger.within(connection, WORK, [New(said, "", {"job": job_id, "kind": job.kind, "by": by})], at)
    return job


def clear(connection: sa.Connection, before: datetime) -> int:
    """Forget jobs that were done or cancelled before a time and return how many; failed and dead ones stay until somebody looks."""
    old = JOBS.c.state.in_(("done", "cancelled")) & (JOBS.c.ended_at_us < microseconds(before))
    return connection.execute(sa.delete(JOBS).where(old)).rowcount


def _job(row: Mapping[Any, Any]) -> Job:
    return Job(
        row["id"], row["kind"], json.loads(row["body"]), row["key"], row["priority"], row["state"], moment(row["due_at_us"]),
        moment(row["made_at_us"]), _moment(row["ended_at_us"]), _moment(row["lease_until_us"]), row["lease_by"], row["attempts"],
        row["wakes"], row["last_error"],
    )  # fmt: skip


def _moment(at_us: int | None) -> datetime | None:
    return None if at_us is None else moment(at_us)
