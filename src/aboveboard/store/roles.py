"""The least that the service needs on PostgreSQL: it may read and add, never change what was written down."""

from __future__ import annotations

import re
from collections.abc import Mapping

from aboveboard.errors import InputError
from aboveboard.store.whole import METADATA

__all__ = ["service_role"]

_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")

_KEPT: Mapping[str, str] = {
    "entries": "SELECT, INSERT",
    "seals": "SELECT, INSERT",
    "receipts": "SELECT, INSERT",
    "heads": "SELECT, INSERT, UPDATE",
    "dead_letters": "SELECT, INSERT, UPDATE",
    "contents": "SELECT, INSERT, DELETE",
    "aliases": "SELECT, INSERT, DELETE",
    "alembic_version": "SELECT",
}
"""Tables that the service may not do all with; the others are projections and work, which it adds, changes and clears."""
_REST = "SELECT, INSERT, UPDATE, DELETE"


def service_role(name: str) -> list[str]:
    """Return the statements that an owner runs to give an existing role just what the service needs.

    The role may add entries, seals and contents, move heads, and forget contents. It cannot take the triggers off, as it owns nothing.
    Raises `InputError` on a name that is no plain one.
    """
    if not _NAME.fullmatch(name):
        raise InputError(f"{name!r} is no role name of small letters, digits and underscores")
    tables = sorted({*METADATA.tables, "alembic_version"})
    return [
        f"REVOKE ALL ON {', '.join(tables)} FROM {name}",
        *(f"GRANT {_KEPT.get(table, _REST)} ON {table} TO {name}" for table in tables),
        f"GRANT USAGE ON SEQUENCE {', '.join(_sequences())} TO {name}",
    ]


def _sequences() -> list[str]:
    """Return the sequences that number rows, as PostgreSQL names them."""
    return sorted(
        f"{table.name}_{column.name}_seq"
        for table in METADATA.tables.values()
        for column in table.primary_key.columns
        if column.autoincrement is True
    )
