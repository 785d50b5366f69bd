"""Handing over: actions whose time has come go to whoever talks to the platform, once each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from aboveboard.deciding.sitting import Sitting
from aboveboard.store.deciding_tables import ACTIONS
from aboveboard.store.entries import microseconds

__all__ = ["Due", "hand_due"]

Due = Mapping[str, Any]
"""A row of `actions`."""


def hand_due(s: Sitting, hand: Callable[[sa.Connection, Sequence[Due]], object], most: int = 500) -> list[str]:
    """Hand over what is due, in the order in which it was decided, and return the decision ids.

    `hand` writes it down for the platform in the sitting's transaction, with an entry `handed` in the stream `actions` whose body has
    the decision's `id`; from then on it is not handed over again.
    """
    query = (
        sa.select(ACTIONS)
        .where(ACTIONS.c.handed == 0, ACTIONS.c.not_before_us <= microseconds(s.at))
        .order_by(ACTIONS.c.position)
        .limit(most)
    )
    rows = [dict(row) for row in s.connection.execute(query).mappings()]
    if rows:
        _ = hand(s.connection, rows)
        ids = [row["decision_id"] for row in rows]
        s.connection.execute(sa.update(ACTIONS).where(ACTIONS.c.decision_id.in_(ids)).values(handed=1))
    return [row["decision_id"] for row in rows]
