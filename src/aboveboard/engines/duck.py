"""The embedded engine: DuckDB in this process. Each room has a connection and a schema of its own, so that two may work at once."""

from __future__ import annotations

import os
from collections.abc import Container, Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, pairwise
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Clusters, Groups, Rows
from aboveboard.embedded import beside, connect
from aboveboard.engines.base import Shown
from aboveboard.engines.clusters import components
from aboveboard.engines.spread import Spread
from aboveboard.errors import EngineError
from aboveboard.tables import ARROW, Source, Type
from aboveboard.workers import allow

__all__ = ["DuckEngine"]

_DUCK: dict[Type, str] = {
    "string": "VARCHAR",
    "int": "BIGINT",
    "float": "DOUBLE",
    "bool": "BOOLEAN",
    "time": "TIMESTAMPTZ",
    "date": "DATE",
    "list": "VARCHAR[]",
}


_LANES = 2
"""More would need more memory, and DuckDB's own threads fill what two leave idle."""


_FEW = 16
"""Keys up to which each is looked for by itself."""


class DuckEngine:
    """Runs detectors on DuckDB. `threads` and `memory` bound what it takes; both default to the whole machine."""

    dialect = "duckdb"

    def __init__(self, *, threads: int | None = None, memory: str | None = None) -> None:
        self._connection = connect(threads=threads, memory=memory)
        self._threads = threads or os.cpu_count() or 1
        self._spread = Spread(self._threads)
        self._numbers = count()
        self._open: set[DuckRoom] = set()

    @property
    def lanes(self) -> int:
        """Rooms that are worth opening at once: one computes in Python on one processor while the other's query takes the rest."""
        return min(self._threads, _LANES)

    def close(self) -> None:
        """Free everything."""
        self._spread.close()
        self._connection.close()

    def halt(self) -> None:
        """Stop the queries that run now, and let no open room begin another step."""
        for room in tuple(self._open):
            room.halt()

    @contextmanager
    def room(self, tables: Sequence[Shown], whole: Container[str] = ()) -> Generator[DuckRoom]:
        """Open a schema of its own that shows exactly `tables`; drop it on leaving. Results named in `whole` stay outside it."""
        connection, schema = beside(self._connection), f"room_{next(self._numbers)}"
        connection.execute(f"CREATE SCHEMA {schema}; SET search_path='{schema}'")
        room = DuckRoom(connection, schema, self._threads, self._spread, whole)
        self._open.add(room)
        try:
            for table in tables:
                _show(connection, schema, table)
            yield room
        finally:
            self._open.discard(room)
            connection.execute(f"SET search_path='main'; DROP SCHEMA IF EXISTS {schema} CASCADE")
            connection.close()


def _show(connection: duckdb.DuckDBPyConnection, schema: str, table: Shown) -> None:
    """Make the view a room reads."""
    source = table.source
    fields = ", ".join(_field(name, kind, source) for name, kind in table.columns.items())
    origin = _origin(connection, table.name, source)
    connection.execute(f'CREATE VIEW {schema}."{table.name}" AS SELECT {fields} FROM {origin}')


def _field(name: str, kind: Type, source: Source | None) -> str:
    value = f'"{name}"' if source and source.rows and name in source.columns else "NULL"
    return f'CAST({value} AS {_DUCK[kind]}) AS "{name}"'


def _origin(connection: duckdb.DuckDBPyConnection, name: str, source: Source | None) -> str:
    if source is None or source.rows == 0:
        return "(SELECT 1 WHERE false)"
    if source.files:
        return f"read_parquet([{', '.join(_quoted(f) for f in source.files)}])"
    held = f"arrow_{name}"
    connection.register(held, source.memory)
    return f'temp.main."{held}"'


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


class DuckRoom:
    """One detector's schema."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        schema: str,
        threads: int,
        spread: Spread,
        whole: Container[str] = (),
    ) -> None:
        self._whole = whole
        self._held: dict[str, pa.Table] = {}
        self._connection = connection
        self._schema = schema
        self._threads = threads
        self._spread = spread
        self._halted = False

    def halt(self) -> None:
        """Stop the query that runs now, and begin no other step."""
        self._halted = True
        self._connection.interrupt()

    def sql(self, into: str, text: str) -> None:
        """Compute one query, once for all who read it."""
        if into in self._whole:
            self._go_on()
            self._held[into] = self._connection.sql(text).to_arrow_table()
        else:
            self._create(into, text)

    def rows(self, step: Rows) -> None:
        """Pass `source` through the function a batch at a time, several at once; results keep the batches' order."""
        schema, table = _schema(step), self.result(step.source)
        if step.together:
            table = table.sort_by([(c, "ascending") for c in step.together])
        made = self._spread.rows(step.function, table, step.apart)
        self._save(step.into, schema, (_checked(part, schema, step.into) for part in made))

    def groups(self, step: Groups) -> None:
        """Call the function once a key, keys in order."""
        schema, table = _schema(step), self.result(step.source)
        several = tuple(k for k in step.by if pc.count_distinct(table[k], mode="all").as_py() > 1)
        parts = _parts(table, several)
        made = self._spread.keys(step.function, list(parts), step.apart) if step.apart else map(step.function, parts)
        with allow(self._threads):
            self._save(step.into, schema, (_checked(part, schema, step.into) for part in made))

    def clusters(self, step: Clusters) -> None:
        """Label connected components in this process."""
        edges = self.result(step.source)
        found = components(edges.column(step.left), edges.column(step.right))
        self._save(step.into, found.schema, iter([found]))

    def result(self, name: str) -> pa.Table:
        """Fetch a whole table; one that stayed outside the schema is handed over, and with it its memory."""
        if name in self._held:
            return self._held.pop(name)
        return self._connection.sql(f'FROM {self._schema}."{name}"').to_arrow_table()

    def _save(self, into: str, schema: pa.Schema, parts: Iterator[pa.Table]) -> None:
        table = pa.concat_tables([schema.empty_table(), *self._unhalted(parts)])
        if into in self._whole:
            self._held[into] = table
            return
        self._connection.register("step", table)
        self._create(into, "FROM temp.main.step")
        self._connection.unregister("step")

    def _create(self, into: str, text: str) -> None:
        self._go_on()
        self._connection.execute(f'CREATE TABLE {self._schema}."{into}" AS {text}')

    def _unhalted(self, parts: Iterator[pa.Table]) -> Iterator[pa.Table]:
        for part in parts:
            self._go_on()
            yield part

    def _go_on(self) -> None:
        if self._halted:
            raise EngineError("stopped")


def _schema(step: Rows | Groups) -> pa.Schema:
    return pa.schema([(name, ARROW[kind]) for name, kind in step.columns.items()])


def _checked(part: pa.Table, schema: pa.Schema, into: str) -> pa.Table:
    """Hold a kernel to the columns its step promised."""
    if set(part.column_names) != set(schema.names):
        raise EngineError(f"step {into} promised {schema.names} and made {part.column_names}")
    return part.select(schema.names).cast(schema)


def _parts(table: pa.Table, several: tuple[str, ...]) -> Iterator[pa.Table]:
    """Yield the rows of each key, keys in order. Of few keys each is looked for when it is asked for: to sort takes a second table."""
    if len(several) == 1 and not table[several[0]].null_count:
        values = pc.unique(table[several[0]])
        if len(values) <= _FEW:
            ordered = values.take(pc.sort_indices(values))
            return (table.filter(pc.equal(table[several[0]], value)) for value in ordered)
    table = table.sort_by([(k, "ascending") for k in several]) if several else table
    return _by_key(table, several)


def _by_key(table: pa.Table, by: tuple[str, ...]) -> Iterator[pa.Table]:
    """Yield the runs of equal keys of a sorted table."""
    if table.num_rows == 0:
        return
    changed = np.zeros(table.num_rows, bool)
    for key in by:
        codes = pc.fill_null(pc.rank(table.column(key), tiebreaker="dense"), 0).to_numpy()
        changed[1:] |= codes[1:] != codes[:-1]
    starts = [0, *np.flatnonzero(changed).tolist(), table.num_rows]
    for start, stop in pairwise(starts):
        yield table.slice(start, stop - start)
