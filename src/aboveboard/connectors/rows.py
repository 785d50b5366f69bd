"""Raw tables to one canonical table: every cell checked in SQL, bad rows set aside with their reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from aboveboard.connectors.cells import DUCK, Cell, cell
from aboveboard.connectors.faults import Reject, Rejects, key_of, shown, within
from aboveboard.connectors.parquets import repaired
from aboveboard.connectors.raw import literal, quoted
from aboveboard.connectors.reading import Reading
from aboveboard.errors import InputError
from aboveboard.tables import Source, Table

__all__ = ["Room", "load"]

_SHOWN_VALUES = 5
_WORDS = 1_000
_HELD = 400


@dataclass(slots=True)
class Room:
    """What loading shares: the database, the folders, and what was found wrong."""

    database: duckdb.DuckDBPyConnection
    world: Path
    staging: Path
    rejects: Rejects
    warnings: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class _Plan:
    reading: Reading
    cells: dict[str, Cell]
    part: int


def load(room: Room, table: Table, readings: list[Reading]) -> Source:
    """Check and, where it must be changed, stage one table. Raises `InputError` on faults of a whole file."""
    for reading in readings:
        room.rejects.add(table.name, reading.refused)
    try:
        return _load(room, table, readings)
    except duckdb.Error as error:
        if "string encoding" in str(error):
            return load(room, table, _repaired(room, table, readings))
        names = ", ".join(shown(r.raw.name) for r in readings)
        raise InputError(f"{names}: a damaged file ({shown(str(error).split(chr(10))[0], 160)})") from None


def _repaired(room: Room, table: Table, readings: list[Reading]) -> list[Reading]:
    found: list[Reading] = []
    for number, reading in enumerate(readings):
        if reading.raw.numbered:
            found.append(Reading(reading.raw, reading.entry, []))
            continue
        raws, refused = repaired(reading.raw, room.staging / f"repaired-{table.name}-{number}")
        found += [Reading(raw, reading.entry, refused if i == 0 else []) for i, raw in enumerate(raws)]
    return found


def _load(room: Room, table: Table, readings: list[Reading]) -> Source:
    plans = _plans(table, readings)
    columns = tuple(c.name for c in table.columns if any(c.name in p.cells for p in plans))
    rows = sum(r.raw.rows for r in readings)
    _count_words(room, plans)
    doubled = _doubled(room, table, plans)
    if not doubled and _in_place(room, plans):
        return Source(rows, frozenset(columns), readings[0].raw.files)
    target = room.staging / f"{table.name}.parquet"
    kept = _stage(room, table, plans, columns, target, doubled=doubled)
    if kept < rows:
        _tell(room, table, plans, doubled=doubled)
    lost = room.rejects.counts.get(table.name, 0)
    if lost and not kept:
        first = room.rejects.first[table.name]
        raise InputError(f"{table.name}: every one of its {lost:,} rows was rejected; the first: {first}")
    return Source(kept, frozenset(columns), (target,))


def _plans(table: Table, readings: list[Reading]) -> list[_Plan]:
    faults: list[str] = []
    plans: list[_Plan] = []
    for part, reading in enumerate(readings):
        cells: dict[str, Cell] = {}
        for column in table.columns:
            made = cell(table, column, reading.raw, reading.entry)
            if isinstance(made, str):
                faults.append(f"{shown(reading.raw.name)}, {column.name}: {made}")
            elif made is not None:
                cells[column.name] = made
        plans.append(_Plan(reading, cells, part))
    if faults:
        raise InputError(*faults)
    return plans


def _checked(table: Table, plan: _Plan, columns: tuple[str, ...], *, told: bool = False) -> str:
    """Return the query of one part: typed `columns`, then where the row lies and what is wrong with it."""
    fields = [_value(table, plan, c) for c in columns]
    faults = [f"{literal(n)} || chr(31) || ({c.fault})" for n, c in plan.cells.items() if c.fault != "NULL"]
    fields.append(f"coalesce({', '.join(faults)}, NULL) AS _fault" if faults else "NULL::VARCHAR AS _fault")
    fields += ["_file", "_at", f"{plan.part} AS _part"]
    if told:
        cases = [
            f"WHEN ({c.fault}) IS NOT NULL THEN left({c.text}, {_HELD})"
            for c in plan.cells.values()
            if c.fault != "NULL"
        ]
        fields.append(f"CASE {' '.join(cases)} END AS _shown" if cases else "NULL::VARCHAR AS _shown")
    return f"SELECT {', '.join(fields)} FROM {plan.reading.raw.relation}"


def _value(table: Table, plan: _Plan, name: str) -> str:
    column = table.column(name)
    kind = DUCK[column.type] if column else "VARCHAR"
    made = plan.cells.get(name)
    return f"CAST({made.value if made else _default(table, name)} AS {kind}) AS {quoted(name)}"


def _default(table: Table, name: str) -> str:
    return "'day'" if (table.name, name) == ("audience", "period") else "NULL"


def _union(table: Table, plans: list[_Plan], columns: tuple[str, ...], *, told: bool = False) -> str:
    return " UNION ALL ".join(_checked(table, p, columns, told=told) for p in plans)


def _one(room: Room, query: str) -> int:
    row = room.database.execute(query).fetchone()
    return int(row[0] or 0) if row else 0


def _doubled(room: Room, table: Table, plans: list[_Plan]) -> bool:
    """Whether any key repeats. Rows with other faults count too: then the exact query decides."""
    if not table.key:
        return False
    keys = ", ".join(quoted(k) for k in table.key)
    distinct = f"DISTINCT ({keys})" if len(table.key) > 1 else f"DISTINCT {keys}"
    filled = " AND ".join(f"{quoted(k)} IS NOT NULL" for k in table.key)
    query = f"SELECT count(*) - count({distinct}) FROM ({_union(table, plans, table.key)}) WHERE {filled}"
    return _one(room, query) > 0


def _in_place(room: Room, plans: list[_Plan]) -> bool:
    """Whether the operator's own files already are the canonical table."""
    plan = plans[0]
    entry = plan.reading.entry
    renamed = entry.columns or entry.constants or entry.skip & set(plan.reading.raw.types)
    own = len(plans) == 1 and not plan.reading.raw.numbered and not renamed
    if not own or not all(c.plain for c in plan.cells.values()):
        return False
    cells = plan.cells.values()
    bad = [c.wrong for c in cells if c.wrong] + [f"({c.value}) IS DISTINCT FROM {c.text}" for c in cells if _edits(c)]
    return not bad or _one(room, f"SELECT count(*) FROM {plan.reading.raw.relation} WHERE {' OR '.join(bad)}") == 0


def _edits(made: Cell) -> bool:
    return bool(made.column.choices) and not made.column.required


def _order(table: Table) -> str:
    keys = ", ".join(quoted(k) for k in table.key)
    return f"row_number() OVER (PARTITION BY _fault IS NULL, {keys} ORDER BY _part, _file, _at)"


def _stage(
    room: Room, table: Table, plans: list[_Plan], columns: tuple[str, ...], target: Path, *, doubled: bool
) -> int:
    columns_sql = ", ".join(quoted(c) for c in columns)
    query = f"SELECT {columns_sql} FROM ({_union(table, plans, columns)}) WHERE _fault IS NULL"
    if doubled:
        query += f" QUALIFY {_order(table)} = 1 ORDER BY _part, _file, _at"
    return _one(room, f"COPY ({query}) TO {literal(str(target))} (FORMAT parquet, COMPRESSION zstd)")


def _tell(room: Room, table: Table, plans: list[_Plan], *, doubled: bool) -> None:
    """List every row left out, in the order of the input."""
    keys = ", ".join(f"CAST({quoted(k)} AS VARCHAR)" for k in table.key)
    again = f"CASE WHEN _fault IS NULL THEN {_order(table)} ELSE 0 END" if doubled else "0"
    query = (
        f"SELECT _file, _at, _fault, {f'CASE WHEN _fault IS NULL THEN concat_ws(chr(32), {keys}) ELSE _shown END' if keys else '_shown'} AS _shown, _part FROM "
        f"(SELECT *, {again} AS _again FROM ({_union(table, plans, table.key, told=True)})) "
        "WHERE _fault IS NOT NULL OR _again > 1 ORDER BY _part, _file, _at"
    )
    folded = 0
    for batch in room.database.sql(query).to_arrow_reader(10_000):
        rows: list[Reject] = []
        for row in batch.to_pylist():
            plan = plans[row["_part"]]
            if row["_fault"] is None and plan.reading.entry.distinct:
                folded += 1
                continue
            rows.append(_reject(room, table, plan, row))
        room.rejects.add(table.name, rows)
    if folded:
        room.warnings.append(
            f"{table.name}: {folded:,} rows repeat a key and were folded into the first, as distinct asks"
        )


def _reject(room: Room, table: Table, plan: _Plan, row: dict[str, object]) -> Reject:
    file = within(Path(str(row["_file"])), room.world) if not plan.reading.raw.numbered else str(row["_file"])
    fault = row["_fault"]
    column, reason = str(fault).split(chr(31), 1) if fault else (table.key[0], _twice(table))
    value = str(row["_shown"]) if row["_shown"] is not None and not reason.startswith("cell above") else None
    return file, plan.reading.raw.unit, int(str(row["_at"])), column, value, reason


def _twice(table: Table) -> str:
    return f"duplicate key {key_of(table.name)}; the first row is kept"


def _count_words(room: Room, plans: list[_Plan]) -> None:
    """Warn of words outside an optional column's vocabulary: the cell is left empty, the row stays."""
    for plan in plans:
        for name, made in plan.cells.items():
            if _edits(made):
                _warn(room, plan, name, made)


def _warn(room: Room, plan: _Plan, name: str, made: Cell) -> None:
    words = ", ".join(literal(c) for c in made.column.choices)
    query = (
        f"SELECT left(w, {_HELD}), n FROM (SELECT {made.text} AS w, count(*) AS n FROM {plan.reading.raw.relation} "
        f"WHERE {made.text} NOT IN ({words}) AND {made.text} <> '' GROUP BY w) ORDER BY n DESC, w"
    )
    found = room.database.execute(query).fetchmany(_WORDS)
    where = f"{shown(plan.reading.raw.name)}, {name}"
    for word, count in found[:_SHOWN_VALUES]:
        room.warnings.append(
            f"{where}: '{shown(str(word))}' is not one of {', '.join(made.column.choices)}; left empty in {count:,} rows"
        )
    if len(found) > _SHOWN_VALUES:
        rest = found[_SHOWN_VALUES:]
        many = f"{len(rest)}" if len(found) < _WORDS else "very many"
        room.warnings.append(f"{where}: {many} other unknown words left empty")
