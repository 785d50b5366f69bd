"""Write that bars have run their time. A bar bars nobody past its end whether this ran or not; what is kept of it goes with this."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from aboveboard.cases import due_bars
from aboveboard.store.bars_written import BARS, bar_entry, bars
from aboveboard.work.jobs import Job
from aboveboard.work.kind import Kind, Tools

__all__ = ["expire_bars"]


def _apply(tools: Tools, connection: sa.Connection, _job: Job, _prepared: None, at: datetime) -> None:
    tools.ledger.within(connection, BARS, [], at)
    over = [bar_entry(event) for event in due_bars(bars(connection), at)]
    tools.ledger.within(connection, BARS, over, at)


expire_bars = Kind(
    name="expire_bars",
    about="Writes into the ledger which bars have run their time.",
    apply=_apply,
    every=timedelta(hours=1),
)
