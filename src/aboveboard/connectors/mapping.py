"""`aboveboard.toml`: how a platform's own files, columns, times and words become the contract's.

The format is documented in `docs/howto/map-your-data.md`. Every key that is not known is a fault.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from aboveboard.connectors.faults import shown
from aboveboard.connectors.keys import Keys
from aboveboard.connectors.zones import format_fault, localised, zone_fault
from aboveboard.errors import InputError
from aboveboard.tables import TABLES, Table

__all__ = ["FORMATS", "NAME", "Entry", "Recipe", "TimeRule", "WorldMap", "read_mapping"]

NAME = "aboveboard.toml"
FORMATS = ("parquet", "csv", "tsv", "ndjson", "json", "txt")
UNITS = ("s", "ms", "us", "ns")


@dataclass(frozen=True, slots=True)
class Recipe:
    """A contract column made of foreign columns: `prefix`, then the cells joined by `join`; empty if one is empty."""

    sources: tuple[str, ...]
    join: str = ""
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class TimeRule:
    """How a time is written: strptime `formats`, or an epoch `unit`; `zone` for times without an offset."""

    formats: tuple[str, ...] = ()
    unit: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One foreign source of one contract table. `files` are names or globs relative to the world; empty means by name."""

    table: str
    files: tuple[str, ...] = ()
    format: str = ""
    encoding: str = "utf-8"
    delimiter: str = ""
    header: bool = True
    names: tuple[str, ...] = ()
    columns: Mapping[str, Recipe] = field(default_factory=dict[str, Recipe])
    constants: Mapping[str, str] = field(default_factory=dict[str, str])
    times: Mapping[str, TimeRule] = field(default_factory=dict[str, TimeRule])
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    skip: frozenset[str] = frozenset()
    zone: str = ""
    distinct: bool = False

    def rule(self, column: str) -> TimeRule:
        """Return how times of `column` are written, the entry's zone filled in."""
        rule = self.times.get(column, TimeRule())
        return replace(rule, zone=rule.zone or self.zone)


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A whole mapping file; without one, everything is as the contract says."""

    entries: tuple[Entry, ...] = ()
    as_of: datetime | None = None
    zone: str = ""


def read_mapping(path: Path) -> WorldMap:
    """Read a mapping file. Raises `InputError` with one line a fault: key path and what to write instead."""
    try:
        text = path.read_bytes().decode("utf-8")
        raw = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path.name}: cannot be read ({error})") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path.name}: not TOML: {error}") from None
    keys = Keys(path.name, text, raw)
    found = _world(keys)
    if keys.faults:
        raise InputError(*keys.faults)
    return found


def _world(keys: Keys) -> WorldMap:
    zone, platform = _zone(keys), keys.text("platform")
    as_of = _as_of(keys, zone)
    entries: list[Entry] = []
    for table, given in keys.map("tables").items():
        if table not in TABLES:
            keys.fault(f"tables.{table}", f"no such table; tables are {', '.join(TABLES)}")
            continue
        parts = given if isinstance(given, list) else [given]
        entries += [
            _entry(keys.within(f"tables.{table}" + f"[{i}]" * (len(parts) > 1), p), TABLES[table], zone)
            for i, p in enumerate(parts)
        ]
    keys.only("as_of", "zone", "platform", "tables")
    if platform and not any(e.table == "accounts" for e in entries):
        entries.append(Entry("accounts", zone=zone))
    return WorldMap(tuple(_placed(e, platform) for e in entries), as_of, zone)


def _placed(entry: Entry, platform: str) -> Entry:
    own = "platform" in entry.columns or "platform" in entry.constants
    if entry.table != "accounts" or not platform or own:
        return entry
    return replace(entry, constants={**entry.constants, "platform": platform})


def _as_of(keys: Keys, zone: str) -> datetime | None:
    value: Any = keys.raw.get("as_of")
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            keys.fault("as_of", f"'{shown(value)}' is not a time; write as_of = 2024-05-01T00:00:00Z")
            return None
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time()) + timedelta(0)
    if value is None or (isinstance(value, datetime) and value.tzinfo):
        return value
    if isinstance(value, datetime) and zone:
        return localised(value, zone)
    keys.fault("as_of", "needs an offset or Z, or a zone beside it: as_of = 2024-05-01T00:00:00Z")
    return None


def _zone(keys: Keys) -> str:
    zone = keys.text("zone")
    if zone and (fault := zone_fault(zone)):
        keys.fault("zone", fault)
        return ""
    return zone


def _entry(keys: Keys, table: Table, zone: str) -> Entry:
    entry = Entry(
        table.name,
        files=keys.texts("file"),
        format=keys.choice("format", FORMATS),
        encoding=keys.encoding("encoding"),
        delimiter=keys.text("delimiter"),
        header=keys.flag("header", default=True),
        names=keys.texts("names"),
        columns=_columns(keys, table),
        constants=_constants(keys, table),
        times=_times(keys, table),
        values=_values(keys, table),
        skip=frozenset(keys.texts("skip")),
        zone=_zone(keys) or zone,
        distinct=keys.flag("distinct", default=False),
    )
    keys.only(*(f for f in Entry.__dataclass_fields__ if f not in {"table", "files"}), "file")
    _sense(keys, entry, table)
    return entry


def _sense(keys: Keys, entry: Entry, table: Table) -> None:
    if len(entry.delimiter) > 1:
        keys.fault("delimiter", "must be one character")
    if entry.names and entry.header:
        keys.fault("names", "are for files without a header; add header = false")
    if not entry.header and not entry.names:
        keys.fault("header", 'header = false needs the column names: names = ["a", "b"]')
    if entry.distinct and not table.key:
        keys.fault("distinct", f"{table.name} has no key, so no row repeats one")
    for name, rule in entry.times.items():
        if rule.formats and not all("%z" in f or "%Z" in f for f in rule.formats) and not entry.rule(name).zone:
            column = table.column(name)
            if column and column.type == "time":
                keys.fault(f"times.{name}", 'the format has no %z; name the zone: zone = "UTC"')


def _known(keys: Keys, section: str, table: Table) -> dict[str, Any]:
    """Return a section's items, those that name no column of the table left out and told."""
    given = keys.map(section)
    for name in given:
        if table.column(name) is None:
            options = ", ".join(c.name for c in table.columns)
            keys.fault(f"{section}.{name}", f"{table.name} has no such column; it has {options}")
    return {n: v for n, v in given.items() if table.column(n)}


def _columns(keys: Keys, table: Table) -> dict[str, Recipe]:
    found: dict[str, Recipe] = {}
    for name, given in _known(keys, "columns", table).items():
        if isinstance(given, dict):
            inner = keys.within(f"columns.{name}", given)
            sources = inner.texts("from")
            found[name] = Recipe(sources, inner.text("join"), inner.text("prefix"))
            inner.only("from", "join", "prefix")
            if not sources:
                inner.fault("from", 'names no column; write from = ["a", "b"]')
        elif isinstance(given, str):
            found[name] = Recipe((given,))
        else:
            keys.fault(f"columns.{name}", 'must be a foreign column\'s name or { from = ["a", "b"], join = ":" }')
    return found


def _constants(keys: Keys, table: Table) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, given in _known(keys, "constants", table).items():
        text = _scalar(given)
        column = table.column(name)
        if text is None:
            keys.fault(f"constants.{name}", "must be a text, number, boolean or time")
        elif column and column.choices and text not in column.choices:
            keys.fault(f"constants.{name}", f"'{shown(text)}' is not one of {', '.join(column.choices)}")
        else:
            found[name] = text
    return found


def _scalar(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, str | int | float) else None


def _times(keys: Keys, table: Table) -> dict[str, TimeRule]:
    found: dict[str, TimeRule] = {}
    for name, given in _known(keys, "times", table).items():
        column = table.column(name)
        if column is None or column.type not in {"time", "date"}:
            keys.fault(f"times.{name}", f"{table.name}.{name} is no time")
        elif isinstance(given, dict):
            found[name] = _time(keys.within(f"times.{name}", given))
        else:
            keys.fault(f"times.{name}", 'must be like { format = "%Y-%m-%d", zone = "UTC" } or { unit = "s" }')
    return found


def _time(keys: Keys) -> TimeRule:
    formats, unit, zone = keys.texts("format"), keys.choice("unit", UNITS), _zone(keys)
    keys.only("format", "unit", "zone")
    if formats and unit:
        keys.fault("unit", "a time has a format or a unit, not both")
    for text in formats:
        if fault := format_fault(text):
            keys.fault("format", fault)
    return TimeRule(formats, unit, zone)


def _values(keys: Keys, table: Table) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, given in _known(keys, "values", table).items():
        column = table.column(name)
        pairs = {k: v for k, v in given.items() if isinstance(v, str)} if isinstance(given, dict) else {}
        if not isinstance(given, dict) or len(pairs) < len(given):
            keys.fault(f"values.{name}", 'must be a table of texts: { "tos" = "terms" }')
        for word in pairs.values():
            if column and column.choices and word and word not in column.choices:
                keys.fault(f"values.{name}", f"'{shown(word)}' is not one of {', '.join(column.choices)}")
        found[name] = pairs
    return found
