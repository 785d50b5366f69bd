"""A world in files: parquet, csv, tsv, NDJSON and what a mapping makes of other files. See `design/tables.md`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from aboveboard.connectors.faults import Rejects, shown
from aboveboard.connectors.layout import Layout, lay_out
from aboveboard.connectors.mapping import NAME, WorldMap, read_mapping
from aboveboard.connectors.raw import literal, quoted
from aboveboard.connectors.reading import read_part
from aboveboard.connectors.rows import Room, load
from aboveboard.core import Progress, silent
from aboveboard.embedded import connect
from aboveboard.errors import InputError
from aboveboard.tables import TABLES, Source, World

__all__ = ["read_world"]

MEMORY = "1GB"
"""What DuckDB may hold while reading; beyond it spills into the staging folder."""

_REGISTERS = ("organisations", "official_accounts", "holders", "credentials", "labels")


def read_world(
    path: Path,
    *,
    staging: Path,
    as_of: datetime | None = None,
    mapping: Path | None = None,
    only: Collection[str] | None = None,
    progress: Progress = silent,
) -> World:
    """Read the world in folder `path`: check every cell, set bad rows aside, return canonical tables.

    `staging` is an empty folder of the caller's, kept as long as the world is used: tables that had to be changed are
    staged there, and `rejected.ndjson` lists the rows left out. Canonical parquet is used where it lies. `only` names
    the tables to read. `mapping` replaces the world's own `aboveboard.toml`.
    Raises `InputError` with one line for every fault of every table that cannot be read as a whole.
    """
    staging.mkdir(parents=True, exist_ok=True)
    plan = _plan(path, mapping)
    layout = lay_out(path, plan)
    with connect(memory=MEMORY) as database:
        database.execute("SET preserve_insertion_order=true")
        database.execute(f"SET temp_directory={literal(str(staging / 'spill'))}")
        room = Room(database, path, staging, Rejects(staging), list(layout.warnings))
        sources = _sources(room, layout, only, progress)
        time = as_of or plan.as_of or _latest(database, sources)
    return World(sources, time, path, room.rejects.counts, tuple(dict.fromkeys(room.warnings)))


def _plan(path: Path, mapping: Path | None) -> WorldMap:
    if mapping is not None:
        return read_mapping(mapping)
    return read_mapping(path / NAME) if (path / NAME).is_file() else WorldMap()


def _sources(room: Room, layout: Layout, only: Collection[str] | None, progress: Progress) -> dict[str, Source]:
    """Read every table before any fault is raised, so that one run tells all."""
    wanted = [t for t in layout.parts if only is None or t in only]
    sources: dict[str, Source] = {}
    faults: list[str] = []
    for done, name in enumerate(wanted):
        progress(f"reading {name}", done, len(wanted))
        try:
            sources[name] = _table(room, layout, name)
        except InputError as error:
            faults += error.faults
        except OSError as error:
            faults.append(f"{name}: cannot be read ({shown(str(error), 160)})")
    progress("reading", len(wanted), len(wanted))
    if faults:
        raise InputError(*faults)
    return sources


def _table(room: Room, layout: Layout, name: str) -> Source:
    readings, faults = [], list[str]()
    for part in layout.parts[name]:
        try:
            readings += read_part(room.database, part, room.world, room.staging, room.warnings)
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(*faults)
    return load(room, TABLES[name], readings)


def _latest(database: duckdb.DuckDBPyConnection, sources: dict[str, Source]) -> datetime:
    """Return the latest time that is not a plan; what registers say counts only where nothing else has a time."""
    events = [_last(database, n, s) for n, s in sources.items() if n not in _REGISTERS]
    times = [t for t in events if t is not None] or [
        t for n, s in sources.items() if n in _REGISTERS and (t := _last(database, n, s)) is not None
    ]
    if not times:
        raise InputError("no time anywhere in the world; say when it is judged: --as-of 2024-05-01T00:00:00Z")
    return datetime.fromtimestamp(max(times) // 1_000_000, UTC).replace(microsecond=max(times) % 1_000_000)


def _last(database: duckdb.DuckDBPyConnection, name: str, source: Source) -> int | None:
    """Return the latest time in one table, microseconds since 1970."""
    columns = [
        c.name for c in TABLES[name].columns if c.type in {"time", "date"} and not c.plan and c.name in source.columns
    ]
    if not columns or not source.files:
        return None
    latest = ", ".join(f"epoch_us(max(CAST({quoted(c)} AS TIMESTAMPTZ)))" for c in columns)
    files = ", ".join(literal(str(f)) for f in source.files)
    row = database.execute(f"SELECT greatest({latest}, NULL) FROM read_parquet([{files}])").fetchone()
    return row[0] if row else None
