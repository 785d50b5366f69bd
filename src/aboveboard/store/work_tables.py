"""The tables of the work: jobs, what is handed to the platform, webhooks and their receipts, and what was set aside."""

from __future__ import annotations

import sqlalchemy as sa

from aboveboard.store.schema import METADATA, POSITION

__all__ = ["ACCOUNT_DATES", "CURSORS", "DEAD_LETTERS", "DELIVERIES", "ENDPOINTS", "HANDED", "JOBS", "RECEIPTS"]

JOBS = sa.Table(
    "jobs",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("key", sa.Text),
    sa.Column("priority", sa.Integer, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("due_at_us", sa.BigInteger, nullable=False),
    sa.Column("turn_us", sa.BigInteger),
    sa.Column("made_at_us", sa.BigInteger, nullable=False),
    sa.Column("ended_at_us", sa.BigInteger),
    sa.Column("lease_until_us", sa.BigInteger),
    sa.Column("lease_by", sa.Text),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("wakes", sa.Integer, nullable=False),
    sa.Column("last_error", sa.Text),
    sa.UniqueConstraint("key", name="one_job_a_key"),
    sa.Index(
        "jobs_in_turn",
        "priority",
        "turn_us",
        "id",
        sqlite_where=sa.text("turn_us IS NOT NULL"),
        postgresql_where=sa.text("turn_us IS NOT NULL"),
    ),
    sa.Index("jobs_by_state", "state", "made_at_us"),
)
"""Work to do and work done. `turn_us` is when a job can be claimed: its due time, the end of its lease, or never. `wakes` counts how often a job was asked for again while it was there already."""

CURSORS = sa.Table(
    "cursors",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("number", sa.BigInteger, nullable=False),
)
"""How far something has been read, or which period of a schedule was enqueued last."""

DEAD_LETTERS = sa.Table(
    "dead_letters",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("at_us", sa.BigInteger, nullable=False),
    sa.Column("ended_at_us", sa.BigInteger),
    sa.Index("dead_letters_by_state", "state", "at_us"),
)
"""Events that could not be taken in. `digest` names the sealed payload, `source` where it came from: the same source is set aside once."""

ENDPOINTS = sa.Table(
    "endpoints",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("kinds", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("former_until_us", sa.BigInteger),
    sa.Column("failing_since_us", sa.BigInteger),
    sa.Column("made_at_us", sa.BigInteger, nullable=False),
)
"""Where webhooks go. Secrets are not kept: they are derived from the operator's key, `id` and `generation`."""

HANDED = sa.Table(
    "handed",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("number", sa.BigInteger, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("account_id", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("at_us", sa.BigInteger, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("settled_at_us", sa.BigInteger),
    sa.Column("lease_until_us", sa.BigInteger),
    sa.Column("lease_by", sa.Text),
    sa.UniqueConstraint("number", name="one_handed_a_number"),
    sa.Index("handed_of_an_account", "account_id", "number"),
    sa.Index(
        "handed_and_waiting",
        "number",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    ),
)
"""What the platform was asked to do or to tell, and what became of it. `number` is its entry's in the stream `actions`, so that a
reader who goes on from the last number it saw misses nothing. All but the leases can be rebuilt from the ledger."""

DELIVERIES = sa.Table(
    "deliveries",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("endpoint", sa.Text, nullable=False),
    sa.Column("number", sa.BigInteger, nullable=False),
    sa.Column("message", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("made_at_us", sa.BigInteger, nullable=False),
    sa.Column("ended_at_us", sa.BigInteger),
    sa.UniqueConstraint("endpoint", "number", name="one_delivery_a_number"),
    sa.Index("deliveries_in_turn", "endpoint", "state", "number"),
)
"""One message to one endpoint, in the order of `number`."""

RECEIPTS = sa.Table(
    "receipts",
    METADATA,
    sa.Column("number", POSITION, primary_key=True, autoincrement=True),
    sa.Column("delivery", sa.Text, nullable=False),
    sa.Column("at_us", sa.BigInteger, nullable=False),
    sa.Column("took_us", sa.BigInteger, nullable=False),
    sa.Column("status", sa.Integer),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("error", sa.Text, nullable=False),
    sa.Index("receipts_of_a_delivery", "delivery", "number"),
)
"""One attempt to deliver: what came back, without its body."""

ACCOUNT_DATES = sa.Table(
    "account_dates",
    METADATA,
    sa.Column("account_id", sa.Text, primary_key=True),
    sa.Column("date_us", sa.BigInteger),
    sa.Column("notice_us", sa.BigInteger),
    sa.Index("accounts_by_date", "date_us"),
    sa.Index("accounts_by_notice", "notice_us"),
)
"""When something next falls due on an account: a date that takes effect, a notice that goes out. Rebuilt from the ledger."""
