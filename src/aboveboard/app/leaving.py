"""Rulings of the console leave when their ten seconds are over, and the platform is told in the same transaction."""

from __future__ import annotations

from pathlib import Path

import msgspec
import sqlalchemy as sa

from aboveboard.app.acting import hand_over
from aboveboard.deciding.leaving import Tokens, leave
from aboveboard.deciding.sitting import Sitting
from aboveboard.privacy.bar_keys import BarKeys
from aboveboard.store.intake_tables import FACTS, ITS_TABLE

__all__ = ["leave_due", "tokens_of"]


class _Token(msgspec.Struct):
    token: str


def tokens_of(data: Path) -> Tokens:
    """Return what makes the tokens that a bar keeps of an account: of all that it used, with the key of bars in the data folder."""
    keys = BarKeys(data)

    def made(connection: sa.Connection, account_id: str) -> tuple[str, ...]:
        mine = sa.select(FACTS.c.body).where(FACTS.c.account_id == account_id, ITS_TABLE == "tokens")
        return keys.made(msgspec.json.decode(body, type=_Token).token for body in connection.execute(mine).scalars())

    return made


def leave_due(s: Sitting, tokens: Tokens) -> int:
    """Let the rulings leave whose time has come, hand over what is due, and return how many rulings there were."""
    many = leave(s, tokens)
    _ = hand_over(s)
    return many
