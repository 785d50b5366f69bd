"""A foreign table after its format is gone: parquet whose cells are still as the source wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard.connectors.faults import Reject

__all__ = ["AT", "BATCH", "Raw", "Writer", "literal", "quoted"]

AT = "_aboveboard_at"
"""Column of a staged raw table that holds the line or item number of each row."""
BATCH = 100_000
"""Rows staged at a time."""


@dataclass(frozen=True, slots=True)
class Raw:
    """Parquet `files` of one shape. `names` are the files a person knows, in the same order.

    `types` maps each foreign column to its DuckDB type. `staged` says that we wrote the files as text, where an empty
    text means an empty cell. `numbered` says that they hold `AT`; `unit` names what it counts.
    """

    files: tuple[Path, ...]
    names: tuple[str, ...]
    types: Mapping[str, str]
    rows: int
    unit: str = "row"
    staged: bool = False
    numbered: bool = False

    @property
    def name(self) -> str:
        """The file a message names: the one, or the first and how many more."""
        return self.names[0] if len(self.names) == 1 else f"{self.names[0]} and {len(self.names) - 1} more"

    @property
    def relation(self) -> str:
        """SQL of the rows, with `_file` (the name a person knows) and `_at` (the row's number) beside the columns."""
        files = ", ".join(literal(str(f)) for f in self.files)
        if self.numbered:
            return f"(SELECT *, {literal(self.name)} AS _file, {AT} AS _at FROM read_parquet([{files}]))"
        return f"(SELECT *, _aboveboard_file AS _file, file_row_number + 1 AS _at FROM read_parquet([{files}], filename='_aboveboard_file'))"


class Writer:
    """Writes text columns and row numbers to one parquet file, a batch at a time, and keeps what it refused."""

    def __init__(self, path: Path, columns: tuple[str, ...]) -> None:
        self.path, self.columns = path, columns
        self.rows = 0
        self.refused: list[Reject] = []
        self._schema = pa.schema([(c, pa.string()) for c in columns] + [(AT, pa.int64())])
        self._file = pq.ParquetWriter(path, self._schema, compression="lz4")

    def write(self, columns: list[list[str | None]], numbers: list[int]) -> None:
        """Append one batch: a list a column, and the rows' numbers."""
        arrays = [pa.array(values, pa.string()) for values in columns]
        self._file.write_table(pa.table([*arrays, pa.array(numbers, pa.int64())], schema=self._schema))
        self.rows += len(numbers)

    def close(self, name: str, unit: str) -> Raw:
        """Finish the file and return it."""
        self._file.close()
        return Raw(
            (self.path,), (name,), dict.fromkeys(self.columns, "VARCHAR"), self.rows, unit, staged=True, numbered=True
        )


def literal(text: str) -> str:
    """Return `text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def quoted(name: str) -> str:
    """Return `name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'
