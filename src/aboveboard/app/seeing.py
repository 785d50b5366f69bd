"""Tables of a world as an embedded database sees them: every column of the contract, whatever the input had."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from threading import Lock

import duckdb
import pyarrow as pa

from aboveboard.embedded import beside, connect
from aboveboard.tables import TABLES, Source, World

__all__ = ["see", "seeing"]

_LOCK = Lock()


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


@contextmanager
def seeing(world: World) -> Generator[tuple[duckdb.DuckDBPyConnection, list[str]]]:
    """Show a small world that lies in memory, and name its tables that have rows.

    One thread of a database that is kept and knows every table of the contract computes with it: small tables only wait for threads, and
    opening a database takes longer than what is asked of it.
    """
    with _LOCK:
        connection = beside(_bare())
    with connection:
        shown = [t for t in TABLES if t in world.sources and world.sources[t].rows]
        for name in shown:
            memory = world.sources[name].memory
            if memory is not None and memory.schema.equals(TABLES[name].schema):
                connection.register(name, memory)
            else:
                see(connection, name, TABLES[name].schema.empty_table(), world.sources[name])
        yield connection, shown


@cache
def _bare() -> duckdb.DuckDBPyConnection:
    """Return a database that holds every table of the contract, empty: what a connection shows under such a name goes before it."""
    connection = connect(threads=1)
    for name, table in TABLES.items():
        connection.register("shape", table.schema.empty_table())
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM shape")
        connection.unregister("shape")
    return connection
