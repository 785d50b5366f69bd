"""What was wrong with the input, told safely: excerpts without control characters, rejected rows as NDJSON."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from aboveboard.tables import TABLES

__all__ = ["CELL", "EXCERPT", "LINE", "REJECTED", "Rejects", "place", "shown", "within"]

CELL = 1_000_000
"""Most bytes one cell may hold."""
LINE = 2_000_000
"""Most bytes one line may hold."""
EXCERPT = 80
"""Most characters of a value a message shows."""
REJECTED = "rejected.ndjson"
"""Name of the file, in the staging folder, that lists rejected rows."""

_SECRET = ("token", "device_token", "network_token", "number_token", "holder")


def shown(value: str, limit: int = EXCERPT) -> str:
    r"""Return `value` on one line: control, format (bidi) and lone surrogate characters as `\u{…}`, cut to `limit`."""
    text = "".join(_escaped(c) for c in value[: limit + 1])
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _escaped(char: str) -> str:
    if char == "\\":
        return "\\\\"
    return f"\\u{{{ord(char):x}}}" if unicodedata.category(char)[0] in "CZ" and char != " " else char


def place(file: str, unit: str, number: int) -> str:
    """Return where a row lies, as messages name it: `accounts.csv, line 3`."""
    return f"{shown(file)}, {unit} {number}"


def within(path: Path, base: Path) -> str:
    """Return `path` as a person knows it: relative to the world where it lies inside, else its name."""
    return str(path.relative_to(base)) if path.is_relative_to(base) else path.name


class Rejects:
    """Collects rejected rows into `staging/rejected.ndjson` and counts them per table.

    A line holds file, unit (`line`, `row` or `item`), number, table, column, value and reason. `value` is an escaped
    excerpt of the offending cell only; it is null for whole rows and for token columns, which could hold secrets.
    """

    def __init__(self, staging: Path) -> None:
        self.path = staging / REJECTED
        self.counts: dict[str, int] = {}
        self.first: dict[str, str] = {}

    def add(self, table: str, rows: list[Reject]) -> None:
        """Append `rows`, in the order given."""
        if not rows:
            return
        with self.path.open("a", encoding="utf-8", newline="\n") as out:
            out.writelines(_line(table, row) for row in rows)
        self.counts[table] = self.counts.get(table, 0) + len(rows)
        self.first.setdefault(table, _sentence(rows[0]))


Reject = tuple[str, str, int, str, str | None, str]
"""File, unit, number, column (or empty), value (or None), reason."""


def _line(table: str, row: Reject) -> str:
    file, unit, number, column, value, reason = row
    entry = {
        "file": shown(file),
        unit: number,
        "table": table,
        "column": column or None,
        "value": _excerpt(column, value),
        "reason": reason,
    }
    return json.dumps(entry, ensure_ascii=False) + "\n"


def _excerpt(column: str, value: str | None) -> str | None:
    return None if value is None or column in _SECRET else shown(value)


def _sentence(row: Reject) -> str:
    file, unit, number, column, value, reason = row
    cell = _excerpt(column, value)
    what = f", {column}" if column else ""
    excerpt = f" '{cell}'" if cell else ""
    return f"{place(file, unit, number)}{what}{excerpt}: {reason}"


def key_of(table: str) -> str:
    """Return the key of a contract table in words: `post_id`, `topic and at`."""
    return " and ".join(TABLES[table].key)
