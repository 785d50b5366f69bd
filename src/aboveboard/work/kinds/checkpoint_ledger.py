"""Sign what the ledger is, once an hour: what was written before cannot be written anew unseen."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from aboveboard.store.checkpoints import checkpoint_within
from aboveboard.work.jobs import Job
from aboveboard.work.kind import Kind, Refused, Tools

__all__ = ["checkpoint_ledger"]


def _apply(tools: Tools, connection: sa.Connection, _job: Job, _prepared: None, at: datetime) -> Refused | None:
    if tools.signer is None:
        return Refused("there is no key to sign with")
    checkpoint_within(connection, tools.signer, at)
    return None


checkpoint_ledger = Kind(
    name="checkpoint_ledger",
    about="Signs what every stream of the ledger is now.",
    apply=_apply,
    every=timedelta(hours=1),
)
