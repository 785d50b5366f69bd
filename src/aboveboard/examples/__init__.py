"""A detector's examples as worlds: small text tables in, Arrow tables out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from textwrap import dedent

import pyarrow as pa

from aboveboard.detector import Example
from aboveboard.errors import DetectorError
from aboveboard.tables import ARROW, TABLES, Source, Type, World

__all__ = ["drawn", "moment", "parse_tables", "world_of"]


def world_of(example: Example) -> World:
    """Return the example as a world an engine can read."""
    tables = parse_tables(example.world)
    sources = {
        name: Source(table.num_rows, frozenset(table.column_names), memory=table) for name, table in tables.items()
    }
    return World(sources, moment(example.as_of))


def parse_tables(text: str) -> Mapping[str, pa.Table]:
    """Return the tables drawn in `text`: a line with the name, one with the columns, then one a row, cells parted by |.

    An empty cell is null, a list is parted by `;`, a time without a zone is UTC. Tables are parted by blank lines.
    Raises `DetectorError` on an unknown table or column, or a row of another width.
    """
    blocks = [block.strip("\n") for block in dedent(text).strip("\n").split("\n\n")]
    return dict(_table(block) for block in blocks if block.strip())


def drawn(name: str, head: str, rows: Iterable[Iterable[object]]) -> str:
    """Return one table as text that `parse_tables` reads: for examples with more rows than a person wants to type."""
    lines = (" | ".join("" if cell is None else str(cell) for cell in row) for row in rows)
    return "\n".join([name, head, *lines, "", ""])


def _table(block: str) -> tuple[str, pa.Table]:
    name, head, *rows = block.splitlines()
    table = TABLES.get(name.strip())
    if table is None:
        raise DetectorError(f"an example draws the unknown table {name.strip()!r}")
    columns = [c.strip() for c in head.split("|")]
    types: dict[str, Type] = {c.name: c.type for c in table.columns}
    unknown = [c for c in columns if c not in types]
    cells = [[c.strip() for c in row.split("|")] for row in rows]
    if unknown or any(len(row) != len(columns) for row in cells):
        raise DetectorError(f"the example table {name.strip()} has {unknown or 'a row of another width'}")
    fields = [(c, pa.array([_cell(row[i], types[c]) for row in cells], ARROW[types[c]])) for i, c in enumerate(columns)]
    return name.strip(), pa.table(dict(fields))


def _cell(text: str, kind: Type) -> object:
    if not text:
        return None
    readers = {
        "int": int,
        "float": float,
        "bool": lambda t: t == "true",
        "time": moment,
        "date": date.fromisoformat,
        "list": lambda t: [part.strip() for part in t.split(";")],
    }
    return readers.get(kind, str)(text)


def moment(text: str) -> datetime:
    """Return an ISO time; without a zone it is UTC."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
