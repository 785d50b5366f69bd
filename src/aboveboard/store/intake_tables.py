"""The tables of the intake: rows as the platform handed them in, and answers kept so that a request can be sent again."""

from __future__ import annotations

import sqlalchemy as sa

from aboveboard.store.schema import METADATA, POSITION

__all__ = ["ANSWERS", "FACTS", "ITS_TABLE"]

FACTS = sa.Table(
    "facts",
    METADATA,
    sa.Column("position", POSITION, primary_key=True, autoincrement=True),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("account_id", sa.Text, nullable=False),
    sa.Column("at_us", sa.BigInteger, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("batch", sa.Text, nullable=False),
    sa.UniqueConstraint("id", name="one_fact_an_id"),
    sa.Index("facts_of_an_account", "account_id", "position"),
    sa.Index("facts_of_a_table", "source", "position"),
)
"""One row of the contract each: `source` is its table, `at_us` its own time, `batch` the key of the ledger entry that it came with.

A later row with the same contract key stands for the earlier one; both are kept until their time is over.
"""

ITS_TABLE = FACTS.c.source + ""
"""The table of rows that are found by their account; see `ITS_STREAM`."""

ANSWERS = sa.Table(
    "answers",
    METADATA,
    sa.Column("caller", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("at_us", sa.BigInteger, nullable=False),
    sa.Column("asked", sa.Text, nullable=False),
    sa.Column("status", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Index("answers_by_age", "at_us"),
)
"""What was answered under an idempotency key; `asked` is the digest of the request, `status` 0 while it is still at work."""
