"""Kinds of jobs that take more than one room: actions whose time has come, batches, the end of policies, the day's privacy, scans."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from aboveboard.app.acting import hand_over
from aboveboard.app.leaving import leave_due, tokens_of
from aboveboard.app.rescanning import Rescan, rescan
from aboveboard.deciding.batching import advance_batch
from aboveboard.deciding.policy_life import end_policies
from aboveboard.deciding.sitting import Sitting, sit
from aboveboard.deciding.values import Limits
from aboveboard.errors import InputError
from aboveboard.privacy.daily import tidy
from aboveboard.privacy.erasure import waiting_to_erase
from aboveboard.store import Store
from aboveboard.store.deciding_tables import BATCHES
from aboveboard.work import Again, Job, Kind, Tools

__all__ = ["chores", "scan_every"]

_LONGEST = 8760
_RUNNING = ("canary", "running")


def scan_every(environment: Mapping[str, str]) -> timedelta | None:
    """Return how often what is kept is scanned, from `ABOVEBOARD_SCAN_HOURS`: 24 without it, 0 for never. Raises `InputError` on no number."""
    text = environment.get("ABOVEBOARD_SCAN_HOURS", "24")
    try:
        hours = float(text)
    except ValueError:
        hours = -1.0
    if not 0 <= hours <= _LONGEST:
        raise InputError(
            f"ABOVEBOARD_SCAN_HOURS must be a number of hours from 0 to {_LONGEST}; 0 scans never by itself"
        )
    return timedelta(hours=hours) if hours else None


def _kept(_erased: Collection[str]) -> None: ...


def chores(
    data: Path,
    limits: Limits,
    every: timedelta | None = timedelta(days=1),
    forget: Callable[[Collection[str]], None] = _kept,
) -> tuple[Kind, ...]:
    """Return the kinds that the service brings besides those of `work/kinds`.

    `every` is how often what is kept is scanned; None: never by itself. `forget` hears of the accounts that the day's work erased.
    """

    def sitting(do: Callable[[Sitting], int]) -> Callable[[Tools, Job, datetime], int]:
        def prepare(tools: Tools, _job: Job, at: datetime) -> int:
            with sit(tools.ledger, at, limits, tools.periods) as s:
                return do(s)

        return prepare

    made = tokens_of(data)

    def scanned(tools: Tools, _job: Job, at: datetime) -> Rescan:
        return rescan(tools.ledger, at, limits)

    def tidied(tools: Tools, _job: Job, at: datetime) -> None:
        before = _restricted(tools.store)
        tidy(tools.store, data, at)
        forget(before - _restricted(tools.store))

    return (
        Kind("hand_actions", "Hands over actions whose time has come.", _again, sitting(hand_over), every=timedelta(seconds=15)),
        Kind("leave_rulings", "Lets the rulings of the console leave when their ten seconds are over.", _done, sitting(lambda s: leave_due(s, made)), every=timedelta(seconds=5)),
        Kind("advance_batches", "Carries batches on: the canary first, the rest after the hold.", _again, sitting(_advance), every=timedelta(minutes=1)),
        Kind("end_policies", "Ends policies whose time is over.", _done, sitting(lambda s: len(end_policies(s))), every=timedelta(hours=1)),
        Kind("tidy_privacy", "Erases who waited, ends bars, brings the others under their newest key, purges what has run out.", _done, tidied, lease=timedelta(minutes=10), every=timedelta(days=1)),
        Kind("scan", "Scans what is kept and proposes what the policies in force say.", _done, scanned, lease=timedelta(minutes=10), attempts=3, every=every),
    )  # fmt: skip


def _restricted(store: Store) -> frozenset[str]:
    with store.reading() as connection:
        return frozenset(waiting_to_erase(connection))


def _again(_tools: Tools, _connection: sa.Connection, _job: Job, moved: int, at: datetime) -> Again | None:
    """Come back at once while there was something to do."""
    return Again(at) if moved else None


def _done(_tools: Tools, _connection: sa.Connection, _job: Job, _moved: Any, _at: datetime) -> None: ...  # noqa: ANN401


def _advance(s: Sitting) -> int:
    """Do the next part of each batch that runs; return how many accounts were reached."""
    ids = s.connection.execute(sa.select(BATCHES.c.batch_id).where(BATCHES.c.status.in_(_RUNNING))).scalars().all()
    return sum(_reached(s, batch) for batch in ids)


def _reached(s: Sitting, batch: str) -> int:
    done = sa.select(BATCHES.c.done + BATCHES.c.failed).where(BATCHES.c.batch_id == batch)
    before = s.connection.execute(done).scalar_one()
    row = advance_batch(s, batch)
    return row["done"] + row["failed"] - before
