"""Hand over the notices that are owed. A notice counts as sent once an endpoint took it or the platform says so; dates wait for that."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from aboveboard.cases import Account, to_send
from aboveboard.cases.finding import recipients
from aboveboard.cases.notices import NOTICES
from aboveboard.cases.values import Owed
from aboveboard.work.dates import catch_up, due_accounts, note
from aboveboard.work.jobs import Job
from aboveboard.work.kind import Again, Kind, Tools
from aboveboard.work.outbox import Message, hand
from aboveboard.work.signs import note_signs

__all__ = ["notice", "send_notices"]

_MOST: Final = 200


def notice(account: Account, owed: Owed) -> Message:
    """Return the message that carries a notice; the same notice, owed once, always has the same id."""
    whole = f"{account.account_id}\n{owed.notice}\n{owed.about}\n{owed.due_at.isoformat()}"
    data = {
        "notice": owed.notice, "about": owed.about, "to": list(recipients(account, owed.notice)), "says": NOTICES[owed.notice].says,
        "due_at": owed.due_at.isoformat(),
    }  # fmt: skip
    return Message(f"ntc_{hashlib.sha256(whole.encode()).hexdigest()[:26]}", "notice", account.account_id, data)


def _apply(tools: Tools, connection: sa.Connection, _job: Job, _prepared: None, at: datetime) -> Again | None:
    if note_signs(connection, tools.ledger, at):
        return Again(at)
    more = catch_up(connection, tools.ledger, tools.periods, at)
    accounts = due_accounts(connection, "notice_us", at, _MOST)
    messages = [notice(account, owed) for account in accounts for owed in to_send(account, at, tools.periods)]
    if messages:
        hand(connection, tools.ledger, messages, at)
    note(connection, accounts, tools.periods, sent=at)
    return Again(at) if more or len(accounts) == _MOST else None


send_notices = Kind(
    name="send_notices",
    about="Hands the notices that are owed to the platform.",
    apply=_apply,
    every=timedelta(minutes=1),
)
