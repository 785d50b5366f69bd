"""One part of a table, whatever its format, to raw tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from aboveboard.connectors import ndjson
from aboveboard.connectors.csvs import header, read_csv
from aboveboard.connectors.faults import Reject, shown, within
from aboveboard.connectors.layout import Part
from aboveboard.connectors.mapping import Entry
from aboveboard.connectors.parquets import read_parquet
from aboveboard.connectors.raw import Raw
from aboveboard.errors import InputError
from aboveboard.tables import TABLES, Table

__all__ = ["Reading", "read_part"]

_NAMED = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """A raw table with the entry that explains it, and the rows its format already refused."""

    raw: Raw
    entry: Entry
    refused: list[Reject]


def read_part(
    database: duckdb.DuckDBPyConnection, part: Part, world: Path, staging: Path, warnings: list[str]
) -> list[Reading]:
    """Read one part. Raises `InputError` with the faults that make a file unreadable as this table."""
    table = TABLES[part.entry.table]
    names = [within(p, world) for p in part.files]
    if part.format == "parquet":
        raws = read_parquet(database, list(part.files), names, staging)
        for raw in raws:
            _fit(table, part.entry, raw.types, raw.name, warnings)
        return [Reading(raw, part.entry, []) for raw in raws]
    staged = staging / f"raw-{table.name}-{len(list(staging.glob('raw-*')))}.parquet"
    raw, refused = _READERS[part.format](part, table, names[0], staged, warnings)
    return [Reading(raw, part.entry, refused)]


def _csv(part: Part, table: Table, name: str, staged: Path, warnings: list[str]) -> tuple[Raw, list[Reject]]:
    entry, path = part.entry, part.files[0]
    delimiter = entry.delimiter or ("\t" if part.format == "tsv" else ",")
    if path.stat().st_size == 0:
        raise InputError(f"{shown(name)}: empty (0 bytes); remove it, or write at least the header")
    names = entry.names or header(path, shown(name), entry.encoding, delimiter)
    wanted = tuple(_fit(table, entry, names, name, warnings))
    form = {"encoding": entry.encoding, "delimiter": delimiter}
    return read_csv(path, name, staged, names=names, wanted=wanted, skip=int(entry.header), **form)


def _ndjson(part: Part, table: Table, name: str, staged: Path, warnings: list[str]) -> tuple[Raw, list[Reject]]:
    path, encoding = part.files[0], part.entry.encoding
    found = ndjson.keys(path, shown(name), encoding)
    wanted = _fit(table, part.entry, found, name, warnings)
    return ndjson.read_ndjson(path, name, staged, wanted, encoding)


def _json(part: Part, table: Table, name: str, staged: Path, warnings: list[str]) -> tuple[Raw, list[Reject]]:
    items = ndjson.read_json(part.files[0], shown(name))
    found = {k for item in items if isinstance(item, dict) for k in item}
    if any(isinstance(item, str) for item in items):
        found.add("value")
    wanted = _fit(table, part.entry, sorted(found), name, warnings)
    return ndjson.stage_items(items, name, staged, wanted)


def _txt(part: Part, table: Table, name: str, staged: Path, warnings: list[str]) -> tuple[Raw, list[Reject]]:
    path = part.files[0]
    if path.stat().st_size == 0:
        raise InputError(f"{shown(name)}: empty (0 bytes); remove it, or write one value a line")
    column = part.entry.names[0] if part.entry.names else "value"
    _fit(table, part.entry, (column,), name, warnings)
    return ndjson.read_values(path, name, staged, column, part.entry.encoding)


_READERS = {"csv": _csv, "tsv": _csv, "ndjson": _ndjson, "json": _json, "txt": _txt}


def _fit(table: Table, entry: Entry, found: Iterable[str], name: str, warnings: list[str]) -> dict[str, bool]:
    """Return the foreign columns to read, and which are lists; name the unknown. Raises `InputError` on missing ones."""
    present = list(found)
    wanted: dict[str, bool] = {}
    faults: list[str] = []
    for column in table.columns:
        if column.name in entry.constants or (column.name in entry.skip and column.name not in entry.columns):
            continue
        recipe = entry.columns.get(column.name)
        sources = recipe.sources if recipe else (column.name,)
        absent = [s for s in sources if s not in present]
        if recipe and absent:
            faults.append(f"{shown(name)}: no column '{shown(absent[0])}', which the mapping names for {column.name}")
        if not absent:
            wanted.update(dict.fromkeys(sources, column.type == "list"))
    made = {*wanted, *entry.constants, *entry.columns}
    missing = [r for r in table.required if r not in made or (r in entry.skip and r not in entry.columns)]
    if missing:
        has = ", ".join(shown(p, 40) for p in present[:_NAMED]) or "none"
        what = "column" if len(missing) == 1 else "columns"
        faults.append(
            f"{shown(name)}: required {what} {', '.join(missing)} missing; it has {has}. Add it, or map it in aboveboard.toml"
        )
    if faults:
        raise InputError(*faults)
    unknown = [p for p in present if p not in wanted and p not in entry.skip]
    if unknown:
        more = f" and {len(unknown) - _NAMED} more" if len(unknown) > _NAMED else ""
        listed = ", ".join(shown(u, 40) for u in unknown[:_NAMED])
        warnings.append(f"{shown(name)}: columns kept out, unknown to {table.name}: {listed}{more}")
    return wanted
