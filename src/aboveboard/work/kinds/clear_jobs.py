"""Forget jobs that were done long ago: they tell nothing that the ledger does not."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from aboveboard.work.jobs import Job, clear
from aboveboard.work.kind import Kind, Tools

__all__ = ["clear_jobs"]

_KEPT: Final = timedelta(days=30)


def _apply(_tools: Tools, connection: sa.Connection, _job: Job, _prepared: None, at: datetime) -> None:
    clear(connection, at - _KEPT)


clear_jobs = Kind(
    name="clear_jobs",
    about="Forgets jobs that were done or cancelled 30 days ago.",
    apply=_apply,
    every=timedelta(days=1),
)
