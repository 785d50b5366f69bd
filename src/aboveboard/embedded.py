"""The embedded database: one way to open DuckDB, for every room that computes with it."""

from __future__ import annotations

import tempfile

import duckdb

__all__ = ["beside", "connect"]


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
