"""The engine seam: show a detector only what it declares, run its four kinds of steps, hand back the last result.

An engine is a handful of methods, so that a third one can be written in an afternoon. `run` is the same for all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Protocol

import pyarrow as pa

from aboveboard import known_queries
from aboveboard.detector import Clusters, Derived, Detector, Groups, Rows, Sql, Step, columns_of
from aboveboard.errors import DetectorError
from aboveboard.tables import TABLES, Source, Type, World

__all__ = ["Engine", "Room", "Shown", "compute", "derived_of", "missing", "run"]

_QUERIED = 2
"""What a query counts for among those who ask for a result: it needs a table, even where it is the only one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One table as a detector sees it: the declared columns only, typed; those the input lacks are nulls."""

    name: str
    source: Source | None
    columns: Mapping[str, Type]


class Room(Protocol):
    """Where one detector's steps run. Each step's result becomes a table that later steps may read."""

    def sql(self, into: str, text: str) -> None:
        """Run one query, already bound and in this engine's dialect."""

    def rows(self, step: Rows) -> None:
        """Apply a row-wise function batch by batch."""

    def groups(self, step: Groups) -> None:
        """Apply a function to the table of each key."""

    def clusters(self, step: Clusters) -> None:
        """Label connected components of an edge table."""

    def result(self, name: str) -> pa.Table:
        """Fetch a step's result. Row order is undefined."""
        ...


class Engine(Protocol):
    """Runs detectors on one kind of machine."""

    @property
    def dialect(self) -> str:
        """The SQL dialect sqlglot should write."""
        ...

    @property
    def lanes(self) -> int:
        """How many rooms are worth having open at once."""
        ...

    def halt(self) -> None:
        """Stop what runs in open rooms; they begin no other step."""

    def room(self, tables: Sequence[Shown], whole: Container[str] = ()) -> AbstractContextManager[Room]:
        """Open a room that shows exactly `tables`. Leaving it drops everything made inside.

        Results named in `whole` are asked for once, all rows of them, and by no query: an engine need not make tables of them.
        """
        ...


def missing(work: Detector | Derived, world: World) -> str | None:
    """Return why `work` cannot run on this world ("needs follows"), or None when it can."""
    for entry in work.reads:
        table = entry.removesuffix("?")
        derived = next((d for d in work.derives if d.name == table), None)
        lacks = missing(derived, world) if derived else _lacks(work, table, world)
        if lacks and not entry.endswith("?"):
            return lacks
    return None


def _lacks(work: Detector | Derived, table: str, world: World) -> str | None:
    source = world.sources.get(table)
    if source is None or source.rows == 0:
        return f"needs {table}"
    needed = [c for c, optional in columns_of(work.reads, table) if not optional]
    absent = [f"{table}.{c}" for c in needed if c not in source.columns]
    return f"needs {', '.join(absent)}" if absent else None


def run(
    work: Detector | Derived,
    engine: Engine,
    world: World,
    *,
    params: Mapping[str, float | int | str] | None = None,
    shared: dict[str, Source] | None = None,
) -> pa.Table:
    """Run every step of `work` and return its last table.

    `shared` keeps the results of derived queries between detectors of one scan. Raises `DetectorError` when a step
    reads what was not declared or fails, with the step's SQL in the message.
    """
    shared = {} if shared is None else shared
    tables = [_shown(work, entry.removesuffix("?"), engine, world, shared) for entry in work.reads]
    values = {**{n: p.value for n, p in work.params.items()}, **(params or {})}
    _within_range(work, params or {})
    with engine.room(tables, _whole(work.steps)) as room:
        for step in work.steps:
            _apply(room, step, engine.dialect, values, world.as_of, work.name)
        return room.result(work.steps[-1].into)


def _whole(steps: Sequence[Step]) -> frozenset[str]:
    """Return the results that are asked for once, as they are: the last one, and what one Python step alone reads."""
    asked = Counter([steps[-1].into])
    for step in steps:
        asked.update(dict.fromkeys(_read_by(step.text), _QUERIED) if isinstance(step, Sql) else [step.source])
    return frozenset(step.into for step in steps if asked[step.into] == 1)


@lru_cache(maxsize=1024)
def _read_by(text: str) -> frozenset[str]:
    return frozenset(known_queries.told(text).tables)


def _within_range(work: Detector | Derived, params: Mapping[str, float | int | str]) -> None:
    for name, value in params.items():
        param = work.params.get(name)
        if param is None:
            raise DetectorError(f"{work.name} has no parameter {name}; it has {', '.join(work.params) or 'none'}")
        if isinstance(value, int | float) and not param.low <= value <= param.high:
            raise DetectorError(f"{work.name}.{name} = {value} {param.unit} is outside {param.low} to {param.high}")


def _shown(work: Detector | Derived, table: str, engine: Engine, world: World, shared: dict[str, Source]) -> Shown:
    names = [c for c, _ in columns_of(work.reads, table)]
    derived = next((d for d in work.derives if d.name == table), None)
    if derived is None:
        types: dict[str, Type] = {c.name: c.type for c in TABLES[table].columns}
        return Shown(table, world.sources.get(table), {n: types[n] for n in names})
    if table not in shared:
        shared[table] = compute(derived, engine, world, shared)
    return Shown(table, shared[table], {n: derived.columns[n] for n in names})


def derived_of(work: Detector | Derived) -> list[Derived]:
    """Return the derived tables that `work` reads itself, each once, as it names them."""
    read = {entry.removesuffix("?") for entry in work.reads}
    return [d for d in work.derives if d.name in read]


def compute(derived: Derived, engine: Engine, world: World, shared: dict[str, Source]) -> Source:
    """Return a derived table, empty where the world lacks what it needs; what it reads itself is kept in `shared`."""
    columns = frozenset(derived.columns)
    if missing(derived, world):
        return Source(0, columns)
    result = run(derived, engine, world, shared=shared)
    return Source(result.num_rows, columns, memory=result)


def _apply(
    room: Room, step: Step, dialect: str, values: Mapping[str, float | int | str], as_of: datetime, owner: str
) -> None:
    if isinstance(step, Sql):
        text = _text(step.text, tuple(values.items()), as_of, dialect)
        _guarded(lambda: room.sql(step.into, text), owner, step.into, text)
    elif isinstance(step, Rows):
        _guarded(lambda: room.rows(step), owner, step.into, f"rows of {step.source}")
    elif isinstance(step, Groups):
        _guarded(lambda: room.groups(step), owner, step.into, f"groups of {step.source}")
    else:
        _guarded(lambda: room.clusters(step), owner, step.into, f"clusters of {step.source}")


@lru_cache(maxsize=1024)
def _text(text: str, values: tuple[tuple[str, float | int | str], ...], as_of: datetime, dialect: str) -> str:
    """Return a query bound and in the engine's dialect; parsing takes longer than running it on a small world."""
    return known_queries.written(text, {**dict(values), "as_of": as_of}, dialect)


def _guarded(work: Callable[[], None], owner: str, into: str, text: str) -> None:
    try:
        work()
    except Exception as error:
        raise DetectorError(f"{owner}, step {into}, failed: {error}\n{text}") from error
