"""The tables of the staff: people and machine tokens as the ledger tells them, and beside them what no ledger may hold."""

from __future__ import annotations

import sqlalchemy as sa

from aboveboard.store.schema import METADATA

__all__ = ["CEREMONIES", "PEOPLE", "SECRETS", "SESSIONS", "TOKENS", "TRIES"]

PEOPLE = sa.Table(
    "staff_people",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("roles", sa.Text, nullable=False),
    sa.Column("scope", sa.Text, nullable=False),
    sa.Column("added_by", sa.Text, nullable=False),
    sa.Column("added_at_us", sa.BigInteger, nullable=False),
    sa.Column("joined_at_us", sa.BigInteger),
    sa.Column("left_at_us", sa.BigInteger),
    sa.Column("used_at_us", sa.BigInteger),
)
"""Who works here, under a pseudonym. A projection of the stream `staff`."""

TOKENS = sa.Table(
    "staff_tokens",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("permissions", sa.Text, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False),
    sa.Column("made_at_us", sa.BigInteger, nullable=False),
    sa.Column("expires_at_us", sa.BigInteger, nullable=False),
    sa.Column("per_second", sa.BigInteger, nullable=False),
    sa.Column("burst", sa.BigInteger, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("flagged_at_us", sa.BigInteger),
)
"""What machines may do, without the tokens. A projection of the stream `staff`."""

SECRETS = sa.Table(
    "staff_secrets",
    METADATA,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("owner", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("counter", sa.BigInteger, nullable=False),
    sa.Column("made_at_us", sa.BigInteger, nullable=False),
    sa.Column("expires_at_us", sa.BigInteger),
    sa.Column("used_day", sa.Text),
    sa.Index("staff_secrets_of_an_owner", "owner", "kind"),
)
"""What people and machines prove themselves by: hashes of passwords, tokens and links, public keys of passkeys, digests of outside subjects. Never the thing itself."""

SESSIONS = sa.Table(
    "staff_sessions",
    METADATA,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("way", sa.Text, nullable=False),
    sa.Column("made_at_us", sa.BigInteger, nullable=False),
    sa.Column("seen_at_us", sa.BigInteger, nullable=False),
    sa.Column("ends_at_us", sa.BigInteger, nullable=False),
    sa.Index("staff_sessions_of_a_person", "person"),
)
"""Who is logged in, by the digest of what their browser holds."""

TRIES = sa.Table(
    "staff_tries",
    METADATA,
    sa.Column("subject", sa.Text, primary_key=True),
    sa.Column("failures", sa.BigInteger, nullable=False),
    sa.Column("last_at_us", sa.BigInteger, nullable=False),
    sa.Column("until_us", sa.BigInteger, nullable=False),
)
"""Tries to log in that did not succeed, by keyed digests of the name that was given and of the network it came from."""

CEREMONIES = sa.Table(
    "staff_ceremonies",
    METADATA,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("made_at_us", sa.BigInteger, nullable=False),
    sa.Column("ends_at_us", sa.BigInteger, nullable=False),
)
"""Log-ins in two steps that were begun, by the digest of what the browser holds meanwhile. Each is taken once."""
