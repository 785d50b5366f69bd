"""The clock that puts jobs in line: each kind once a period, whatever number of processes look at the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from aboveboard.store import Store
from aboveboard.store.entries import microseconds
from aboveboard.store.inserting import insert_into
from aboveboard.store.work_tables import CURSORS
from aboveboard.work.jobs import enqueue
from aboveboard.work.kind import Kind

__all__ = ["clockwork", "tick"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LOOK = timedelta(seconds=15)


def tick(store: Store, kinds: Iterable[Kind], at: datetime) -> list[str]:
    """Put in line what falls due at `at` and return the names of those kinds.

    A period that was missed is not made up for: the next run sees all that waited. A clock that was set back enqueues nothing until it
    has caught up with the last period that ran.
    """
    due = [(kind, kind.every) for kind in kinds if kind.every is not None]
    with store.writing() as connection:
        return [kind.name for kind, every in due if _enqueued(connection, kind, at - (at - _EPOCH) % every, at)]


def _enqueued(connection: sa.Connection, kind: Kind, period: datetime, at: datetime) -> bool:
    name, number = f"schedule:{kind.name}", microseconds(period)
    if not _moved(connection, name, number):
        return False
    enqueue(connection, kind.name, {"period": period.isoformat()}, at, key=f"{kind.name}@{period.isoformat()}")
    return True


def _moved(connection: sa.Connection, name: str, number: int) -> bool:
    """Move a cursor forward and say whether it was behind."""
    new = insert_into(connection, CURSORS).values(name=name, number=number)
    later = new.on_conflict_do_update(index_elements=["name"], set_={"number": number}, where=CURSORS.c.number < number)
    return connection.execute(later.returning(CURSORS.c.number)).first() is not None


def clockwork(store: Store, kinds: Iterable[Kind], clock: Callable[[], datetime], *, look: timedelta = _LOOK) -> Any:  # noqa: ANN401  (APScheduler has no types)
    """Look at the clock once, and return an APScheduler, not yet started, that does so every `look`; `shutdown()` ends it."""
    from apscheduler.schedulers.background import BackgroundScheduler

    chosen = tuple(kinds)
    tick(store, chosen, clock())
    scheduler = BackgroundScheduler(
        timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    scheduler.add_job(lambda: tick(store, chosen, clock()), "interval", seconds=look.total_seconds())
    return scheduler
