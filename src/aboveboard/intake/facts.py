"""What the platform handed in, read back: of one account, or all of it as a world that a scan can read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import sqlalchemy as sa

from aboveboard.core import Progress, silent
from aboveboard.intake.rows import struct_of
from aboveboard.store import Store
from aboveboard.store.intake_tables import FACTS, ITS_TABLE
from aboveboard.tables import TABLES

__all__ = ["Given", "every", "latest", "of_account", "write_world"]

_BATCH = 20_000


class Given(NamedTuple):
    """One row as it was handed in."""

    position: int
    table: str
    at_us: int
    row: dict[str, Any]


def of_account(
    connection: sa.Connection, account_id: str, *, before: int | None = None, most: int = 100
) -> list[Given]:
    """Return the newest rows of an account, newest first; `before` goes on from the position of an earlier answer."""
    query = sa.select(FACTS).where(FACTS.c.account_id == account_id).order_by(FACTS.c.position.desc()).limit(most)
    if before is not None:
        query = query.where(FACTS.c.position < before)
    return [
        Given(r["position"], r["source"], r["at_us"], json.loads(r["body"]))
        for r in connection.execute(query).mappings()
    ]


def latest(connection: sa.Connection, table: str, account_id: str) -> dict[str, Any] | None:
    """Return the last row of a table that an account has, such as its profile."""
    query = (
        sa.select(FACTS.c.body)
        .where(FACTS.c.account_id == account_id, ITS_TABLE.in_((table,)))
        .order_by(FACTS.c.position.desc())
        .limit(1)
    )
    body = connection.execute(query).scalar()
    return None if body is None else json.loads(body)


def every(connection: sa.Connection, table: str) -> Iterator[dict[str, Any]]:
    """Yield every row of a table, in the order in which they came, without empty cells."""
    for bodies in _bodies(connection, table):
        yield from map(json.loads, bodies)


def write_world(
    store: Store, folder: Path, *, only: Collection[str] | None = None, progress: Progress = silent
) -> dict[str, int]:
    """Write every table that has rows as parquet into `folder`, the last row of each contract key only, and return rows by table.

    `only` names the tables to write.
    """
    counts = dict[str, int]()
    with store.reading() as connection:
        found = connection.execute(sa.select(FACTS.c.source).distinct()).scalars()
        names = sorted(n for n in found if only is None or n in only)
        for done, name in enumerate(names):
            progress(f"writing {name}", done, len(names))
            counts[name] = _write(connection, name, folder / f"{name}.parquet")
    progress("writing", len(names), len(names))
    return counts


def _write(connection: sa.Connection, table: str, path: Path) -> int:
    key, schema = TABLES[table].key, TABLES[table].schema
    rows = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for bodies in _bodies(connection, table) if not key else [_last(connection, table, key)]:
            decoded = [_plain(row, schema) for row in _decode(table, bodies)]
            writer.write_table(pa.Table.from_pylist(decoded, schema=schema))
            rows += len(decoded)
    return rows


def _decode(table: str, bodies: list[str]) -> list[msgspec.Struct]:
    whole = "[" + ",".join(bodies) + "]"
    return msgspec.json.decode(whole, type=list[struct_of(table)])


def _plain(row: msgspec.Struct, schema: pa.Schema) -> dict[str, Any]:
    return {name: getattr(row, name) for name in schema.names}


def _bodies(connection: sa.Connection, table: str) -> Iterator[list[str]]:
    query = sa.select(FACTS.c.body).where(FACTS.c.source == table).order_by(FACTS.c.position)
    with connection.execute(query, execution_options={"yield_per": _BATCH}) as found:
        for part in found.scalars().partitions():
            yield list(part)


def _last(connection: sa.Connection, table: str, key: tuple[str, ...]) -> list[str]:
    """Return the last row of each key, in the order in which the keys first came."""
    kept = dict[tuple[Any, ...], str]()
    for bodies in _bodies(connection, table):
        for row, body in zip(_decode(table, bodies), bodies, strict=True):
            kept[tuple(getattr(row, name) for name in key)] = body
    return list(kept.values())
