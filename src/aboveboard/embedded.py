"""The embedded database: one way to open DuckDB, for every room that computes with it."""

from __future__ import annotations

import tempfile
from functools import cache
from threading import Lock

import duckdb

__all__ = ["beside", "connect", "working"]

_SMALL = 10_000
_LOCK = Lock()


def connect(*, threads: int | None = None, memory: str | None = None) -> duckdb.DuckDBPyConnection:
    """Open DuckDB in memory with UTC times, spilling to a private temporary folder beyond `memory` (such as `3GB`)."""
    connection = duckdb.connect(":memory:")
    _own(connection)
    connection.execute("SET preserve_insertion_order=false")
    connection.execute("SET autoinstall_known_extensions=false")
    connection.execute("SET autoload_known_extensions=false")
    connection.execute(f"SET temp_directory='{tempfile.gettempdir()}'")
    if threads:
        connection.execute(f"SET threads={int(threads)}")
    if memory:
        connection.execute(f"SET memory_limit='{memory}'")
    return connection


def working(rows: int) -> duckdb.DuckDBPyConnection:
    """Open a connection to compute with tables of `rows` rows that are registered in it: for a few, one thread of a database that is kept, which takes no time to open."""
    if rows > _SMALL:
        return duckdb.connect()
    with _LOCK:
        return _kept().cursor()


@cache
def _kept() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": 1})


def beside(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Open a second connection to the same database: it has the database's threads and memory, and tables registered in it are its own."""
    other = connection.cursor()
    _own(other)
    return other


def _own(connection: duckdb.DuckDBPyConnection) -> None:
    """Set what each connection keeps for itself."""
    connection.execute("SET TimeZone='UTC'")
    connection.execute("SET enable_progress_bar=false")
    connection.execute("SET python_enable_replacements=false")
