"""Delimited text to raw tables: exact line numbers, one bad row costs one row, memory bounded."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

from aboveboard.connectors.faults import CELL, shown
from aboveboard.connectors.lines import Lines
from aboveboard.connectors.raw import BATCH, Raw, Writer
from aboveboard.errors import InputError

__all__ = ["COLUMNS", "header", "read_csv", "records"]

COLUMNS = 2_000
"""Most columns a table may have."""

_TOO_BIG = "field larger than field limit"


def header(path: Path, name: str, encoding: str, delimiter: str) -> tuple[str, ...]:
    """Return the column names in the first line. Raises `InputError` on a header no table can have."""
    lines = Lines(path, name, encoding)
    line = next(lines, None)
    if line is None:
        raise InputError(f"{name}: empty (0 bytes); remove it, or write at least the header")
    if lines.fault.startswith("not "):
        raise InputError(f"{name}, line 1: the header is {lines.fault}; save as UTF-8 or set its encoding")
    count = line.count(delimiter) + 1
    if lines.fault or count > COLUMNS:
        many = f"{count:,} columns" if not lines.fault else "more than 2 MB of column names"
        raise InputError(f"{name}, line 1: the header has {many}; the most is {COLUMNS:,} columns")
    return _names(line, name, delimiter)


def _names(line: str, name: str, delimiter: str) -> tuple[str, ...]:
    try:
        names = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise InputError(f"{name}, line 1: the header is not csv ({error})") from None
    if "\0" in line:
        raise InputError(f"{name}, line 1: the header holds a NUL byte; this is not a text file")
    doubled = next((n for i, n in enumerate(names) if n in names[:i]), None)
    if doubled is not None:
        raise InputError(f"{name}, line 1: column '{shown(doubled)}' appears twice; rename one of them")
    if not any(names):
        raise InputError(f"{name}, line 1: no column names; the first line must be the header")
    return tuple(names)


def read_csv(
    path: Path, name: str, staged: Path, *, names: tuple[str, ...], wanted: tuple[str, ...], skip: int, **form: str
) -> tuple[Raw, list[Any]]:
    """Stage the `wanted` of the columns `names`; `skip` lines come before the data.

    `form` holds `encoding` and `delimiter`. Returns the raw table and the rows that could not be read.
    """
    lines = Lines(path, name, form["encoding"])
    for _ in range(skip):
        next(lines, None)
    lines.settle()
    writer = Writer(staged, wanted)
    pick = [names.index(w) for w in wanted]
    batch: list[list[str]] = []
    numbers: list[int] = []
    for number, row, fault in records(lines, form["delimiter"], len(names)):
        if fault:
            writer.refused.append((name, "line", number, "", None, fault))
            continue
        batch.append(row)
        numbers.append(number)
        if len(numbers) == BATCH:
            _flush(writer, pick, batch, numbers)
    _flush(writer, pick, batch, numbers)
    return writer.close(name, "line"), writer.refused


def _flush(writer: Writer, pick: list[int], batch: list[list[str]], numbers: list[int]) -> None:
    if numbers:
        writer.write([list(map(itemgetter(i), batch)) for i in pick], numbers)
        batch.clear()
        numbers.clear()


def records(lines: Lines, delimiter: str, width: int) -> Iterator[tuple[int, list[str], str]]:
    """Yield (first line, cells, fault) for every record that is not blank."""
    limit = csv.field_size_limit(CELL)
    try:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        while True:
            start = lines.number + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                fault = _said(error)
                lines.rewind()
                yield start, [], fault
                reader = csv.reader(lines, delimiter=delimiter, strict=True)
                continue
            fault = lines.fault
            lines.settle()
            if fault or (row and len(row) != width):
                yield start, row, fault or _ragged(len(row), width)
            elif row:
                yield start, row, ""
    finally:
        csv.field_size_limit(limit)


def _ragged(cells: int, width: int) -> str:
    return f"{cells} cell{'s' * (cells != 1)} where the header has {width}"


def _said(error: csv.Error) -> str:
    text = str(error)
    if text.startswith(_TOO_BIG):
        return f"cell above {CELL:,} bytes"
    return "quote without its end" if "end of data" in text else f"not csv: {shown(text)}"
