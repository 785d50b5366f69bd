"""JSON lines, JSON arrays and lists of values to raw tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from aboveboard.connectors.csvs import COLUMNS
from aboveboard.connectors.faults import CELL, Reject, shown
from aboveboard.connectors.lines import Lines, opened
from aboveboard.connectors.raw import BATCH, Raw, Writer
from aboveboard.errors import InputError

__all__ = ["ARRAY", "keys", "read_json", "read_ndjson", "read_values"]

ARRAY = 256 * 1024 * 1024
"""Most bytes a JSON array file may hold: it is read whole."""

Wanted = dict[str, bool]
"""Foreign column to whether the contract takes a list there."""


def keys(path: Path, name: str, encoding: str) -> tuple[str, ...]:
    """Return every key the objects of an NDJSON file have, sorted. Raises `InputError` on an empty file."""
    found: set[str] = set()
    lines = Lines(path, name, encoding)
    for line in lines:
        value = _parsed(line)
        found.update(value if isinstance(value, dict) else ())
        lines.settle()
        if len(found) > COLUMNS:
            raise InputError(f"{name}, line {lines.number}: more than {COLUMNS:,} different keys; is this one table?")
    if lines.number == 0:
        raise InputError(f"{name}: empty (0 bytes); remove it, or write at least one row")
    return tuple(sorted(found))


def read_ndjson(path: Path, name: str, staged: Path, wanted: Wanted, encoding: str) -> tuple[Raw, list[Reject]]:
    """Stage the `wanted` keys of one JSON object a line; return the raw table and the rows refused."""
    return _stage(_objects(Lines(path, name, encoding)), name, staged, wanted, "line")


def read_json(path: Path, name: str) -> list[object]:
    """Return the items of a JSON array file. Raises `InputError` where it is none, or above `ARRAY` bytes."""
    with opened(path) as source:
        data = source.read(ARRAY + 1)
    if len(data) > ARRAY:
        raise InputError(f"{name}: a JSON array above {ARRAY:,} bytes; write it as one object a line (.ndjson)")
    try:
        items = json.loads(data, parse_int=str, parse_float=str, parse_constant=_constant)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: not JSON ({shown(str(error), 120)})") from None
    if not isinstance(items, list):
        raise InputError(f"{name}: not a JSON array of objects")
    return items


def stage_items(items: list[object], name: str, staged: Path, wanted: Wanted) -> tuple[Raw, list[Reject]]:
    """Stage the items of a JSON array: objects, or bare texts as the column `value`."""
    rows = ((i, {"value": v} if isinstance(v, str) else v, "") for i, v in enumerate(items, 1))
    return _stage(rows, name, staged, wanted, "item")


def read_values(path: Path, name: str, staged: Path, column: str, encoding: str) -> tuple[Raw, list[Reject]]:
    """Stage a text file with one value a line, blank lines left out, as one column."""
    return _stage(_values(Lines(path, name, encoding), column), name, staged, {column: False}, "line")


def _values(lines: Lines, column: str) -> Iterator[tuple[int, object, str]]:
    for line in lines:
        if value := line.strip():
            yield lines.number, {column: value}, lines.fault
        lines.settle()


def _objects(lines: Lines) -> Iterator[tuple[int, object, str]]:
    for line in lines:
        if lines.fault:
            yield lines.number, None, lines.fault
        elif line.strip():
            value = _parsed(line)
            yield lines.number, value, str(value) if isinstance(value, ValueError) else ""
        lines.settle()


def _parsed(line: str) -> object:
    """Return the value of one line, numbers as their text; a `ValueError` that says what is wrong where it is none."""
    try:
        value = json.loads(line.rstrip(), parse_int=str, parse_float=str, parse_constant=_constant)
    except json.JSONDecodeError as error:
        return ValueError(f"not JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:
        return ValueError(f"not JSON: {'nested too deep' if isinstance(error, RecursionError) else error}")
    if "\\ud" in line.lower() and not _sound(value):
        return ValueError("not JSON: half of a surrogate pair")
    return value


def _sound(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is no JSON number")


def _stage(
    rows: Iterable[tuple[int, object, str]], name: str, staged: Path, wanted: Wanted, unit: str
) -> tuple[Raw, list[Reject]]:
    writer = Writer(staged, tuple(wanted))
    columns: list[list[str | None]] = [[] for _ in wanted]
    numbers: list[int] = []
    for number, value, fault in rows:
        cells, column, reason = _cells(value, wanted) if not fault else ([], "", fault)
        if reason:
            writer.refused.append((name, unit, number, column, None, reason))
            continue
        for cell, into in zip(cells, columns, strict=True):
            into.append(cell)
        numbers.append(number)
        if len(numbers) == BATCH:
            writer.write(columns, numbers)
            columns, numbers = [[] for _ in wanted], []
    writer.write(columns, numbers)
    return writer.close(name, unit), writer.refused


def _cells(value: object, wanted: Wanted) -> tuple[list[str | None], str, str]:
    """Return the cells as text, and the column and reason where one is of a type no column takes."""
    if not isinstance(value, dict):
        return [], "", "not a JSON object"
    cells: list[str | None] = []
    for column, listed in wanted.items():
        cell = value.get(column)
        if cell is None or isinstance(cell, str):
            cells.append(cell)
        elif isinstance(cell, bool):
            cells.append("true" if cell else "false")
        elif listed and isinstance(cell, list) and all(isinstance(c, str) for c in cell):
            cells.append(json.dumps(cell, ensure_ascii=False))
        else:
            return [], column, f"wrong type: a JSON {'array' if isinstance(cell, list) else 'object'}"
        if cell and len(cells[-1] or "") > CELL:
            return [], column, f"cell above {CELL:,} bytes"
    return cells, "", ""
