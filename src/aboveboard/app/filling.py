"""A world in files into the service's store, as if the platform had handed it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pyarrow.parquet as pq

from aboveboard.app.admitting import admit
from aboveboard.connectors.files import read_world
from aboveboard.core import Progress, silent
from aboveboard.errors import InputError
from aboveboard.intake import Batch, keep
from aboveboard.store import Ledger, Store
from aboveboard.tables import Source

__all__ = ["fill"]

_BATCH = 5_000
_NOT_HANDED_IN = "labels"
_ENCODER = msgspec.json.Encoder()


def fill(
    store: Store, world: Path, at: datetime, *, source: str = "world", progress: Progress = silent
) -> Mapping[str, int]:
    """Keep every row of the folder `world` in the store and return the rows of each table; a second time adds nothing.

    Accounts come first, so that their lives have begun before anything else is told of them. Raises `InputError` where the world cannot be
    read, or where a row of it cannot be kept.
    """
    counts = dict[str, int]()
    with TemporaryDirectory(prefix="aboveboard-") as staging:
        tables = read_world(world, staging=Path(staging), as_of=at, progress=progress).sources
        names = sorted(tables, key=lambda n: (n != "accounts", n))
        for done, name in enumerate(n for n in names if n != _NOT_HANDED_IN):
            progress(f"keeping {name}", done, len(names))
            counts[name] = sum(_keep(store, name, rows, source, at) for rows in _rows(tables[name]))
        progress("keeping", len(names), len(names))
    return counts


def _rows(source: Source) -> Iterator[list[dict[str, Any]]]:
    """Yield rows, without the cells that are empty."""
    columns = list(source.columns)
    for file in source.files:
        for batch in pq.ParquetFile(file).iter_batches(_BATCH, columns=columns):
            yield [{k: v for k, v in row.items() if v is not None} for row in batch.to_pylist()]


def _keep(store: Store, table: str, rows: list[dict[str, Any]], source: str, at: datetime) -> int:
    facts, rejects = admit(table, [msgspec.Raw(_ENCODER.encode(row)) for row in rows], at)
    if rejects:
        raise InputError(*(f"{table}: {r.column or 'row'}: {r.reason}" for r in rejects[:5]))
    with store.writing() as connection:
        (receipt,) = keep(connection, Ledger(store), [Batch(table, tuple(facts), (), source, at)])
    return receipt.accepted + receipt.known
