"""The gate's index made from what the store holds: here where that is little, in a process of its own where it is much.

Building reads every name of the service, which would keep the checks of the same process waiting for minutes.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from aboveboard.app.told_closures import put_in_place
from aboveboard.gate.building import READS, build
from aboveboard.intake import write_world
from aboveboard.store import Store
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.opening import as_it_is
from aboveboard.store.schema import ENTRIES
from aboveboard.tables import TABLES, Source, World

__all__ = ["index"]

_MUCH = 20_000
"""Rows from which a process of its own, which takes seconds to start, is worth while."""


def index(store: Store, folder: Path, at: datetime) -> None:
    """Build the index of what a store holds at a time, and put it in place of an older one."""
    with store.reading() as connection:
        rows = connection.execute(sa.select(sa.func.max(FACTS.c.position))).scalar() or 0
    if rows < _MUCH:
        _index(store, folder, at, 1)
        return
    from loky import ProcessPoolExecutor  # a small service never starts one

    with ProcessPoolExecutor(1) as apart:
        apart.submit(_apart, store.engine.url.render_as_string(hide_password=False), folder, at).result()


def _apart(url: str, folder: Path, at: datetime) -> None:
    os.nice(5)
    store = as_it_is(url)
    try:
        _index(store, folder, at, max(1, (os.cpu_count() or 1) // 2))
    finally:
        store.close()


def _index(store: Store, folder: Path, at: datetime, threads: int) -> None:
    with store.reading() as connection:
        position = connection.execute(sa.select(sa.func.max(ENTRIES.c.position))).scalar() or 0
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="gate-", dir=folder.parent) as staging:
        tables = Path(staging) / "tables"
        tables.mkdir()
        counts = write_world(store, tables, only=READS)
        with store.reading() as connection:
            counts = put_in_place(connection, tables, counts)
        build(Path(staging) / "index", _world(tables, counts, at), position=position, threads=threads)
        shutil.rmtree(folder, ignore_errors=True)
        (Path(staging) / "index").rename(folder)


def _world(tables: Path, counts: dict[str, int], at: datetime) -> World:
    files = {
        n: Source(rows, frozenset(TABLES[n].schema.names), (tables / f"{n}.parquet",)) for n, rows in counts.items()
    }
    return World(files, at)
