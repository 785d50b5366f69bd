"""The table that privacy needs: which made-up name the ledger calls a subject by."""

from __future__ import annotations

import sqlalchemy as sa

from aboveboard.store.schema import METADATA

__all__ = ["ALIASES"]

ALIASES = sa.Table(
    "aliases",
    METADATA,
    sa.Column("subject", sa.Text, primary_key=True),
    sa.Column("alias", sa.Text, nullable=False),
    sa.UniqueConstraint("alias", name="one_subject_an_alias"),
)
"""The ledger's entries name a subject by its alias only. When this row is forgotten, nothing says any more whom they are about."""
