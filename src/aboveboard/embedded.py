"""The embedded database: one way to open DuckDB, for every room that computes with it."""

from __future__ import annotations

import tempfile

import duckdb

__all__ = ["connect"]


def connect(*, threads: int | None = None, memory: str | None = None) -> duckdb.DuckDBPyConnection:
    """Open DuckDB in memory with UTC times, spilling to a private temporary folder beyond `memory` (such as `3GB`)."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET TimeZone='UTC'")
    connection.execute("SET preserve_insertion_order=false")
    connection.execute("SET enable_progress_bar=false")
    connection.execute("SET python_enable_replacements=false")
    connection.execute("SET autoinstall_known_extensions=false")
    connection.execute("SET autoload_known_extensions=false")
    connection.execute(f"SET temp_directory='{tempfile.gettempdir()}'")
    if threads:
        connection.execute(f"SET threads={int(threads)}")
    if memory:
        connection.execute(f"SET memory_limit='{memory}'")
    return connection
