"""Actions to the platform: what deciding says is due becomes messages of the work, in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from aboveboard.deciding.handing import Due, hand_due
from aboveboard.deciding.sitting import Sitting
from aboveboard.store.entries import moment
from aboveboard.work import Message, hand

__all__ = ["hand_over"]

_SAID = ("action", "scope", "rule", "batch", "undoes", "root")


def hand_over(s: Sitting, most: int = 500) -> int:
    """Hand the platform what is due in this sitting, in the order in which it was decided; return how many messages that were."""

    def given(connection: sa.Connection, rows: Sequence[Due]) -> None:
        _ = hand(connection, s.ledger, [_message(row) for row in rows], s.at)

    return len(hand_due(s, given, most))


def _message(row: Due) -> Message:
    said = {name: row[name] for name in _SAID if row[name]}
    until = {"until": moment(row["until_us"]).isoformat()} if row["until_us"] else {}
    return Message(row["decision_id"], "action", row["account_id"], {**said, **until})
