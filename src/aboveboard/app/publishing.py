"""The verb that writes what the operator publishes about its own decisions."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path
from typing import Any

from aboveboard.errors import InputError, OutputError, StoreError

__all__ = ["transparency"]

_LEAST = 3


def transparency(
    data: Path, since: datetime, until: datetime, out: Path, *, fewest: int = 10, base: int = 1
) -> dict[str, Any]:
    """Write `transparency.json` and one csv a table into `out`, about the decisions from `since` up to `until`, and return the JSON.

    No published number stands for fewer than `fewest` decisions (3 at least), and none can be worked out that does. Raises `InputError`
    on a period that ends before it begins, `OutputError` where `out` cannot be written, `StoreError` where the store cannot be used.
    """
    if until <= since:
        raise InputError("--to must be later than --from")
    if fewest < _LEAST or base < 1:
        raise InputError(f"--fewest must be {_LEAST} or more, --rounding 1 or more")
    try:
        from aboveboard.privacy.transparency import decided, published
        from aboveboard.store import open_store
    except ImportError as error:
        raise StoreError("the store needs the extra: pip install 'aboveboard[server]'") from error
    store = open_store(data)
    try:
        with store.reading() as connection:
            told = published(decided(connection, since, until), since, until, fewest, base)
    finally:
        store.close()
    _write(out, told)
    return told


def _write(out: Path, told: dict[str, Any]) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / "transparency.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        for table in told["tables"]:
            with (out / f"by_{table['by']}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(_rows(table))
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({error.strerror})") from None


def _rows(table: dict[str, Any]) -> list[list[object]]:
    """Return a table's lines, a hidden cell as an asterisk: an empty one would read as none."""
    body = zip(table["rows"], table["cells"], table["row_sums"], strict=True)
    return [
        ["violation", *table["columns"], "all"],
        *([name, *("*" if c is None else c for c in cells), total] for name, cells, total in body),
        ["all", *table["column_sums"], table["total"]],
    ]
