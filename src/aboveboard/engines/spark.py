"""The distributed engine: a Spark cluster, or any server that speaks Spark Connect.

Steps are lazy views on the server. `Clusters` and derived tables pass through the client, which is fine for edge tables
of candidates and must not be used for whole follow graphs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Container, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyarrow as pa

from aboveboard.detector import Clusters, Groups, Rows
from aboveboard.engines.base import Shown
from aboveboard.engines.clusters import components
from aboveboard.errors import EngineError
from aboveboard.tables import ARROW, Source, Type

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["SparkEngine"]

_SPARK: dict[Type, str] = {
    "string": "STRING",
    "int": "BIGINT",
    "float": "DOUBLE",
    "bool": "BOOLEAN",
    "time": "TIMESTAMP",
    "date": "DATE",
    "list": "ARRAY<STRING>",
}


class SparkEngine:
    """Runs detectors over Spark Connect at `remote`, such as `sc://host:15002`. Raises `EngineError` without the extra."""

    dialect = "spark"
    lanes = 1
    """A session's views have one name space."""

    def __init__(self, remote: str) -> None:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        try:
            from pyspark.sql import SparkSession as Session
        except ImportError as error:
            raise EngineError("the Spark engine needs the extra: pip install 'aboveboard[spark]'") from error
        self._session: SparkSession = Session.builder.remote(remote).create()
        self._session.conf.set("spark.sql.session.timeZone", "UTC")

    def close(self) -> None:
        """End the session."""
        self._session.stop()

    def halt(self) -> None:
        """Stop what the server runs for this session."""
        self._session.interruptAll()

    @contextmanager
    def room(self, tables: Sequence[Shown], whole: Container[str] = ()) -> Generator[SparkRoom]:  # noqa: ARG002  (every result is a view)
        """Make one temporary view a table; drop all views on leaving."""
        room = SparkRoom(self._session)
        try:
            for table in tables:
                room.show(table)
            yield room
        finally:
            room.close()


class SparkRoom:
    """One detector's views. Their names are the detector's own; only one room is open in a session at a time."""

    def __init__(self, session: SparkSession) -> None:
        self._session = session
        self._views: list[str] = []

    def close(self) -> None:
        """Drop every view."""
        for view in self._views:
            self._session.catalog.dropTempView(view)

    def show(self, table: Shown) -> None:
        """Make the declared columns of one world table visible."""
        frame = self._frame(table.source)
        has = table.source.columns if table.source and table.source.rows else frozenset[str]()
        fields = [
            f"CAST({f'`{n}`' if n in has else 'NULL'} AS {_SPARK[kind]}) AS `{n}`" for n, kind in table.columns.items()
        ]
        self._view(table.name, frame.selectExpr(*fields))

    def sql(self, into: str, text: str) -> None:
        """Name one query; its columns are checked now, its rows computed when asked for."""
        frame = self._session.sql(text)
        _ = frame.columns
        self._view(into, frame)

    def rows(self, step: Rows) -> None:
        """Run the function on the server's Arrow batches."""
        function, schema = step.function, _schema(step)

        def each(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            for batch in batches:
                yield from function(pa.table(batch)).select(schema.names).cast(schema).to_batches()

        self._view(step.into, self._session.table(step.source).mapInArrow(each, _ddl(step)))

    def groups(self, step: Groups) -> None:
        """Run the function on the server, one Arrow table a key."""
        function, schema = step.function, _schema(step)

        def one(table: pa.Table) -> pa.Table:
            return function(table).select(schema.names).cast(schema)

        self._view(step.into, self._session.table(step.source).groupBy(*step.by).applyInArrow(one, _ddl(step)))

    def clusters(self, step: Clusters) -> None:
        """Fetch the edges, label components here, send the labels back."""
        edges = self.result(step.source)
        found = components(edges.column(step.left), edges.column(step.right))
        nothing = "SELECT '' AS node, '' AS cluster WHERE false"
        self._view(step.into, self._session.createDataFrame(found) if found.num_rows else self._session.sql(nothing))

    def result(self, name: str) -> pa.Table:
        """Fetch a whole view."""
        return self._session.table(name).toArrow()

    def _frame(self, source: Source | None) -> DataFrame:
        if source is None or source.rows == 0:
            return self._session.sql("SELECT 1 AS nothing WHERE false")
        if source.files:
            return self._session.read.parquet(*[str(f) for f in source.files])
        return self._session.createDataFrame(source.memory)

    def _view(self, name: str, frame: DataFrame) -> None:
        frame.createOrReplaceTempView(name)
        self._views.append(name)


def _schema(step: Rows | Groups) -> pa.Schema:
    return pa.schema([(name, ARROW[kind]) for name, kind in step.columns.items()])


def _ddl(step: Rows | Groups) -> str:
    return ", ".join(f"`{name}` {_SPARK[kind]}" for name, kind in step.columns.items())
