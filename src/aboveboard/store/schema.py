"""The tables of the store. What a database looks like is written by `migrations`; a test holds the two together."""

from __future__ import annotations

import sqlalchemy as sa

__all__ = ["CONTENTS", "ENTRIES", "HEADS", "ITS_STREAM", "METADATA", "POSITION", "SEALS"]

METADATA = sa.MetaData()
POSITION = sa.BigInteger().with_variant(
    sa.Integer(), "sqlite"
)  # SQLite numbers rows by itself only under this very type

ENTRIES = sa.Table(
    "entries",
    METADATA,
    sa.Column("position", POSITION, primary_key=True, autoincrement=True),
    sa.Column("stream", sa.Text, nullable=False),
    sa.Column("number", sa.BigInteger, nullable=False),
    sa.Column("at_us", sa.BigInteger, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("key", sa.Text),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("before", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.UniqueConstraint("stream", "number", name="one_entry_a_number"),
    sa.UniqueConstraint("stream", "key", name="one_entry_a_key"),
    sa.Index("entries_of_a_subject", "subject", "position"),
)
"""What happened, in the order in which it was written down. Nothing is ever changed or taken out."""

ITS_STREAM = ENTRIES.c.stream + ""
"""The stream of entries that are found by a subject, or after a position: of those there are few, of a stream's all there are.

Written so that no database looks for it in an index: SQLite takes all conditions for equally narrow, and would read the whole stream each time.
"""

HEADS = sa.Table(
    "heads",
    METADATA,
    sa.Column("stream", sa.Text, primary_key=True),
    sa.Column("number", sa.BigInteger, nullable=False),
    sa.Column("at_us", sa.BigInteger, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
)
"""The last entry of each stream, which whoever appends must hold first. It can be rebuilt from `entries`."""

SEALS = sa.Table(
    "seals",
    METADATA,
    sa.Column("number", POSITION, primary_key=True, autoincrement=True),
    sa.Column("at_us", sa.BigInteger, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)
"""Signed checkpoints, as exported."""

CONTENTS = sa.Table(
    "contents",
    METADATA,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("salt", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Index("contents_of_a_subject", "subject"),
)
"""Personal data that entries name by a salted digest only: when it is forgotten, the chain stays whole and the digest tells nothing."""
