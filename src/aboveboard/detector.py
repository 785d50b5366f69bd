"""What a detector is: one frozen value. See `design/architecture.md`, "A detector".

A detector is a query that sees only the columns it names, a sentence whose blanks are its evidence, the mistakes it
can honestly make, and small worlds that show it firing and staying quiet. Construction refuses one that lacks a part.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from string import Formatter
from types import ModuleType

import pyarrow as pa

from aboveboard import known_queries
from aboveboard.core import CLASSES, VIOLATIONS, EvidenceClass, Tier
from aboveboard.errors import DetectorError
from aboveboard.query_values import unbound
from aboveboard.tables import TABLES, Type

__all__ = [
    "RESULT",
    "Clusters",
    "Derived",
    "Detector",
    "Example",
    "Groups",
    "Mistake",
    "Param",
    "Rows",
    "Sql",
    "Step",
    "book",
    "columns_of",
]

RESULT: Mapping[str, Type] = {
    "account_id": "string",
    "subject_kind": "string",
    "subject_id": "string",
    "related": "list",
    "group": "string",
    "scope": "string",
    "score": "float",
    "tier": "string",
    "classes": "list",
    "first_at": "time",
    "last_at": "time",
}
"""What a detector's last step may yield; `account_id`, `score`, `tier`, `classes` it must. Every other column is a fact.

`scope` names the one part of the account a finding speaks of, such as a professional field; null means all of it.
Nulls inside `classes` and `related` are dropped, so a step may write `['profile', CASE WHEN n > 0 THEN 'device' END]`."""

_MUST = ("account_id", "score", "tier", "classes")

Kernel = Callable[[pa.Table], pa.Table]


@dataclass(frozen=True, slots=True)
class Sql:
    """One query in the portable subset of DuckDB's dialect; `$name` stands for a parameter, `$as_of` for the scan's time."""

    into: str
    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """`function` maps an Arrow batch to an Arrow batch with `columns`, each row independent of the others.

    `together` names columns whose equal values are best read in one batch: a function that keeps what it has read reads less.
    `apart` says from how many rows worker processes are worth it, for a function of plain Python; 0 where threads do, since
    Arrow and NumPy let others work meanwhile.
    """

    into: str
    source: str
    function: Kernel
    columns: Mapping[str, Type]
    together: tuple[str, ...] = ()
    apart: int = 0


@dataclass(frozen=True, slots=True)
class Groups:
    """`function` maps the Arrow table of one key (all rows of `source` alike in `by`) to a table with `columns`.

    `apart` as for `Rows`, of all keys together.
    """

    into: str
    source: str
    by: tuple[str, ...]
    function: Kernel
    columns: Mapping[str, Type]
    apart: int = 0


@dataclass(frozen=True, slots=True)
class Clusters:
    """Connected components of the edges (`left`, `right`) in `source`: yields `node` and `cluster`, its least node."""

    into: str
    source: str
    left: str
    right: str


Step = Sql | Rows | Groups | Clusters


@dataclass(frozen=True, slots=True)
class Param:
    """A threshold: its default, its unit, the range an operator may choose from, and what it does."""

    value: float | int | str
    unit: str
    low: float
    high: float
    about: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """An honest mistake: what the detector could wrongly claim, what guards against it, and the example that shows it."""

    says: str
    guard: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A small world drawn as text tables, and exactly what must be found: (subject, score, tier) each; empty is innocent."""

    name: str
    world: str
    finds: tuple[tuple[str, float, Tier], ...] = ()
    as_of: str = "2026-01-01"


Reads = Mapping[str, str]
"""Table to the columns it may show, parted by spaces. `?` after a table or column means the detector runs without it."""


@dataclass(frozen=True)
class Derived:
    """A shared query: computed once a scan, read by several detectors as if it were a table with `columns`."""

    name: str
    about: str
    reads: Reads
    steps: tuple[Step, ...]
    columns: Mapping[str, Type]
    params: Mapping[str, Param] = field(default_factory=dict[str, Param])
    derives: tuple[Derived, ...] = ()

    def __post_init__(self) -> None:
        found = _faults_of_reads(self.reads, self.derives) + _faults_of_steps(self)
        if found:
            raise DetectorError(f"{self.name}: " + "; ".join(found))


@dataclass(frozen=True)
class Detector:
    """One detector. `reads` limits what its steps see; `says` is a format sentence over its last step's columns.

    `links` names the facts whose shared values tie a ring together, such as a network or a text: reports draw them.
    `formerly` lists names it had: a command line or a policy that still says one of them means this detector.
    """

    name: str
    version: str
    violation: str
    about: str
    reads: Reads
    classes: tuple[EvidenceClass, ...]
    steps: tuple[Step, ...]
    says: str
    mistakes: tuple[Mistake, ...]
    examples: tuple[Example, ...]
    references: tuple[str, ...]
    params: Mapping[str, Param] = field(default_factory=dict[str, Param])
    derives: tuple[Derived, ...] = ()
    links: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        found = [
            *_faults_of_words(self),
            *_faults_of_reads(self.reads, self.derives),
            *_faults_of_steps(self),
            *_faults_of_examples(self),
        ] or _faults_of_says(self)
        if found:
            raise DetectorError(f"{self.name}: " + "; ".join(found))

    @cached_property
    def blanks(self) -> tuple[str, ...]:
        """The columns `says` fills in, in order."""
        return tuple(name for _, name, _, _ in Formatter().parse(self.says) if name is not None)


def columns_of(reads: Reads, table: str) -> tuple[tuple[str, bool], ...]:
    """Return (column, optional) for each column `reads` declares of `table`; a `?` on the table makes all optional."""
    text = reads.get(table)
    whole = text is None
    names = (reads[table + "?"] if text is None else text).split()
    return tuple((n.removesuffix("?"), whole or n.endswith("?")) for n in names)


def _faults_of_words(d: Detector) -> list[str]:
    found = [] if d.violation in VIOLATIONS else [f"unknown violation {d.violation!r}"]
    found += [f"unknown evidence class {c!r}" for c in d.classes if c not in CLASSES]
    found += [f"{what} is empty" for what in ("about", "says", "references", "classes") if not getattr(d, what)]
    return found


def _faults_of_reads(reads: Reads, derives: tuple[Derived, ...]) -> list[str]:
    known = {
        **{t.name: {c.name for c in t.columns} for t in TABLES.values()},
        **{d.name: set(d.columns) for d in derives},
    }
    found: list[str] = []
    for entry in reads:
        table = entry.removesuffix("?")
        if table == "labels" or table not in known:
            found.append(f"may not read {table}" if table == "labels" else f"unknown table {table}")
        else:
            found += [f"unknown column {table}.{c}" for c, _ in columns_of(reads, table) if c not in known[table]]
    return found


def _faults_of_steps(d: Detector | Derived) -> list[str]:
    seen = {r.removesuffix("?") for r in d.reads}
    found = [] if d.steps else ["has no steps"]
    for step in d.steps:
        found += _faults_of_sql(step, seen, d) if isinstance(step, Sql) else _faults_of_source(step, seen)
        seen.add(step.into)
    return found


def _faults_of_source(step: Rows | Groups | Clusters, seen: set[str]) -> list[str]:
    return [] if step.source in seen else [f"{step.into} reads {step.source}, which is neither declared nor a step"]


def _faults_of_sql(step: Sql, seen: set[str], d: Detector | Derived) -> list[str]:
    try:
        known = known_queries.told(step.text)
        unbound(known.names, {*d.params, "as_of"})
    except ValueError as error:
        return [f"{step.into}: {error}"]
    found = [f"{step.into} reads {t}, which is neither declared nor a step" for t in known.tables if t not in seen]
    return found + [f"{step.into} is not portable: {f}" for f in known.faults]


def _faults_of_examples(d: Detector) -> list[str]:
    names = {e.name for e in d.examples}
    found = [] if d.mistakes else ["states no honest mistake"]
    found += [] if any(e.finds for e in d.examples) else ["has no example that fires"]
    found += [] if any(not e.finds for e in d.examples) else ["has no innocent example"]
    return found + [
        f"mistake points at unknown example {m.example!r}" for m in d.mistakes if m.example not in {*names, ""}
    ]


def _faults_of_says(d: Detector) -> list[str]:
    last = d.steps[-1] if d.steps else None
    if isinstance(last, Sql):
        columns = set(known_queries.told(last.text).columns)
    else:
        columns = set(last.columns) if isinstance(last, Rows | Groups) else {"node", "cluster"}
    found = [f"the last step does not yield {c}" for c in _MUST if c not in columns]
    return found + [f"says has the blank {{{b}}}, which no column fills" for b in d.blanks if b not in columns]


def book(package: ModuleType | None = None) -> tuple[Detector, ...]:
    """Return every detector found in `package` (the shipped `aboveboard.detectors` by default), sorted by name.

    Looks at each module for `Detector` values; importing a module registers nothing. Raises `DetectorError` when two
    detectors share a name.
    """
    shipped = package is None
    package = package or importlib.import_module("aboveboard.detectors")
    modules = [importlib.import_module(f"{package.__name__}.{m.name}") for m in pkgutil.iter_modules(package.__path__)]
    found = [v for m in modules for v in vars(m).values() if isinstance(v, Detector)]
    names = [d.name for d in found]
    twice = sorted({n for n in names if names.count(n) > 1})
    if twice:
        raise DetectorError(f"two detectors are called {', '.join(twice)}")
    if shipped:
        known_queries.learn(_texts(found))
    return tuple(sorted(found, key=lambda d: d.name))


def _texts(works: Iterable[Detector | Derived]) -> Iterator[str]:
    """Yield the queries of detectors and of the shared tables they read."""
    for work in works:
        yield from (step.text for step in work.steps if isinstance(step, Sql))
        yield from _texts(work.derives)
