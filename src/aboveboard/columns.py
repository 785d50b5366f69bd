"""What a column and a table of the input contract are; `tables.py` lists them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

__all__ = ["ARROW", "Column", "Table", "Type"]

Type = Literal["string", "int", "float", "bool", "time", "date", "list"]

ARROW: Mapping[Type, pa.DataType] = {
    "string": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "time": pa.timestamp("us", tz="UTC"),
    "date": pa.date32(),
    "list": pa.list_(pa.string()),
}
"""Contract type to the Arrow type a canonical table holds."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `choices` closes its vocabulary; `plan` marks a time that may lie in the future, such as a bar's end."""

    name: str
    type: Type = "string"
    required: bool = False
    choices: tuple[str, ...] = ()
    plan: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `key` lists the columns that must be unique together; empty means rows may repeat."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    def column(self, name: str) -> Column | None:
        """Return the column called `name`, or None."""
        return next((c for c in self.columns if c.name == name), None)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the columns that must be present and filled."""
        return tuple(c.name for c in self.columns if c.required)

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema of the canonical table: every column of the contract, in its order."""
        return pa.schema([(c.name, ARROW[c.type]) for c in self.columns])
