"""Accounts for the tests of privacy: rows handed in, lives in the ledger, one who was closed and barred."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from aboveboard.cases import BarEvent, Event
from aboveboard.store import New, seal
from aboveboard.store.bars_written import BARS, bar_entry
from aboveboard.store.entries import microseconds
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.lives import ACCOUNTS, entry_of

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
TOKEN, OTHER = "ab" * 32, "cd" * 32


def give(connection, table, who, row, at):
    body = json.dumps({"account_id": who, **row}, separators=(",", ":"))  # as the intake writes it
    digest = hashlib.sha256(f"{table}{at}{body}".encode()).hexdigest()
    values = {"id": digest, "source": table, "account_id": who, "at_us": microseconds(at), "body": body, "batch": "b"}
    connection.execute(sa.insert(FACTS).values(values))


def live(connection, ledger, who, since, *events, begun=False):
    first = [] if begun else [Event(who, since, k, by="policy:platform") for k in ("registered", "admitted")]
    ledger.within(connection, ACCOUNTS, [entry_of(e) for e in (*first, *events)], since)


def close(connection, ledger, who, at, *, until=None):
    """An account that was closed for good cause, and its holder barred under two tokens."""
    told = {"ground": "terms", "violation": "reincarnation", "severity": 2, "evidence": "e" * 64}
    live(
        connection,
        ledger,
        who,
        at - 40 * DAY,
        Event(who, at - 20 * DAY, "closing_announced", "dec_1", "person:ana", **told),
    )
    sent = Event(who, at - 20 * DAY, "notice_sent", "dec_1", "policy:x", scope="hearing")
    shut = Event(who, at, "closed", "dec_1", "person:ana", until=at + 183 * DAY, **told)
    live(connection, ledger, who, at, sent, shut, begun=True)
    barred = BarEvent(
        at,
        "barred",
        "dec_1",
        "person:ana",
        "person:ben",
        (TOKEN, OTHER),
        "terms",
        2,
        "registration",
        until or at + 365 * DAY,
    )
    ledger.within(connection, BARS, [bar_entry(barred)], at)
    give(connection, "accounts", who, {"handle": "zoe", "bio": "+49 30 901820"}, at - 40 * DAY)
    give(connection, "sessions", who, {"network_token": TOKEN}, at - 2 * DAY)
    give(connection, "follows", "fan", {"follower_id": "fan", "target_id": who}, at - 3 * DAY)
    give(connection, "posts", "fan", {"post_id": "p", "text": f"I like {who}"}, at - 3 * DAY)
    digest = seal(connection, who, {"says": "zoe is back"})
    ledger.within(
        connection, "decisions", [New("decided", who, {"id": "dec_1", "sealed": digest}, f"decided:{who}")], at
    )
