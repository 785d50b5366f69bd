"""What a world holds and what it lacks, as plain data for `aboveboard check`."""

from __future__ import annotations

from typing import Any

import duckdb

from aboveboard.connectors.raw import literal, quoted
from aboveboard.embedded import connect
from aboveboard.tables import TABLES, Source, World

__all__ = ["survey"]


def survey(world: World) -> dict[str, Any]:
    """Return `as_of`, `warnings`, `missing` (tables) and `tables`: ready for JSON, in the contract's order.

    Each table has `files`, `staged` (whether it had to be rewritten), `rows`, `rejected`, `columns`, `missing`
    (columns the input lacks) and `filled`: for each column the share of its cells, 0 to 1, that are not empty.
    """
    with connect() as database:
        tables = {name: _table(database, world, name) for name in TABLES if name in world.sources}
    return {
        "as_of": world.as_of.isoformat(),
        "tables": tables,
        "missing": [name for name in TABLES if name not in world.sources],
        "warnings": list(world.warnings),
    }


def _table(database: duckdb.DuckDBPyConnection, world: World, name: str) -> dict[str, Any]:
    source = world.sources[name]
    columns = [c.name for c in TABLES[name].columns if c.name in source.columns]
    inside = [f for f in source.files if world.path and f.is_relative_to(world.path)]
    return {
        "files": [str(f.relative_to(world.path)) if f in inside and world.path else f.name for f in source.files],
        "staged": len(inside) < len(source.files),
        "rows": source.rows,
        "rejected": world.rejected.get(name, 0),
        "columns": columns,
        "missing": [c.name for c in TABLES[name].columns if c.name not in source.columns],
        "filled": _filled(database, source, columns),
    }


def _filled(database: duckdb.DuckDBPyConnection, source: Source, columns: list[str]) -> dict[str, float]:
    if not source.rows or not columns:
        return dict.fromkeys(columns, 0.0)
    if source.memory is not None:
        database.register("held", source.memory)
    files = ", ".join(literal(str(f)) for f in source.files)
    origin = f"read_parquet([{files}])" if source.files else "held"
    counts = ", ".join(f"count({quoted(c)}) / count(*)" for c in columns)
    row = database.execute(f"SELECT {counts} FROM {origin}").fetchone() or ()
    return {column: round(float(share), 4) for column, share in zip(columns, row, strict=True)}
