"""Rulings of the console leave when their ten seconds are over, and the platform is told in the same transaction."""

from __future__ import annotations

import sqlalchemy as sa

from aboveboard.app.acting import hand_over
from aboveboard.deciding.leaving import leave
from aboveboard.deciding.sitting import Sitting
from aboveboard.intake import of_account

__all__ = ["leave_due", "tokens_of"]


def tokens_of(connection: sa.Connection, account_id: str) -> tuple[str, ...]:
    """Return the keyed tokens that an account used, as the platform handed them in."""
    rows = of_account(connection, account_id, most=1000)
    return tuple(sorted({str(r.row["token"]) for r in rows if r.table == "tokens"}))


def leave_due(s: Sitting) -> int:
    """Let the rulings leave whose time has come, hand over what is due, and return how many rulings there were."""
    many = leave(s, tokens_of)
    _ = hand_over(s)
    return many
