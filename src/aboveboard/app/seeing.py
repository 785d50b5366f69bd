"""Tables of a world as an embedded database sees them: every column of the contract, whatever the input had."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from aboveboard.tables import Source

__all__ = ["see"]


def see(connection: duckdb.DuckDBPyConnection, name: str, bare: pa.Table, source: Source | None) -> bool:
    """Show `source` as the view `name` with all columns of `bare`, null where the input lacks one; return whether it has rows."""
    connection.register(f"bare_{name}", bare)
    rows = _rows(connection, name, source) if source is not None and source.rows else None
    connection.execute(
        f"CREATE OR REPLACE TEMP VIEW {name} AS SELECT * FROM bare_{name} UNION ALL BY NAME SELECT * FROM {rows or f'bare_{name}'}"
    )
    return rows is not None


def _rows(connection: duckdb.DuckDBPyConnection, name: str, source: Source) -> str:
    if source.memory is not None:
        connection.register(f"full_{name}", source.memory)
        return f"full_{name}"
    files = ", ".join("'" + str(f).replace("'", "''") + "'" for f in source.files)
    return f"read_parquet([{files}])"
