"""An insert that may say what to do where a row is there already: each database has its own class for it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

__all__ = ["insert_into"]


def insert_into(connection: sa.Connection, table: sa.Table) -> Any:  # noqa: ANN401  (the two classes share no base with `on_conflict_…`)
    """Return an insert into `table` in the connection's dialect, with `on_conflict_do_nothing` and `on_conflict_do_update`."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
