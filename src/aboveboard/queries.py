"""Detector SQL as a syntax tree: checked, bound to parameters, translated, mutated.

Detectors write DuckDB's dialect. sqlglot translates it for the distributed engine, but translates some constructs
silently wrong, so `faults` keeps a detector to the functions whose results were seen to agree on both engines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

import sqlglot
from sqlglot import exp

from aboveboard.query_values import Value, unbound

__all__ = [
    "FUNCTIONS",
    "bind",
    "faults",
    "let_go",
    "literal",
    "mutants",
    "outputs",
    "parameters",
    "parse",
    "pieces",
    "quicker",
    "reads",
    "render",
]

FUNCTIONS: frozenset[str] = frozenset(
    """
    ABS AND ARRAY ARRAY_AGG ARRAY_CONCAT ARRAY_CONTAINS ARRAY_DISTINCT ARRAY_LENGTH ARRAY_SIZE ARRAY_SORT AVG CASE CAST
    CEIL COALESCE CONCAT COUNT DATE_DIFF DATEDIFF DENSE_RANK EPOCH EXISTS EXP EXPLODE FLOOR GREATEST IF LAG LEAD LEAST
    LENGTH LIST LN LOWER MAX MIN OR POW POWER RANK REGEXP_SPLIT REPLACE ROUND ROW_NUMBER SORT_ARRAY SQRT STARTS_WITH STR_POSITION
    SUBSTRING SUM TIME_TO_UNIX TRIM TRY_CAST UNIX_SECONDS UNNEST UPPER XOR
    """.split()  # noqa: SIM905  (a paragraph of names reads better than forty quoted lines)
)
"""Functions whose results agree on DuckDB and on a Spark server, by sqlglot's own names."""

_REFUSED = (exp.Star, exp.Lambda, exp.Order, exp.Limit, exp.Into, exp.Command, exp.DDL, exp.DML, exp.Bracket)
_FLIPPED: dict[type[exp.Expr], type[exp.Binary]] = {exp.GT: exp.LT, exp.GTE: exp.LT, exp.LT: exp.GTE, exp.LTE: exp.GT}


_MOST_TREES = 1024
_TREES: dict[str, exp.Expr] = {}


def parse(text: str) -> exp.Expr:
    """Return the tree of one query in DuckDB's dialect. Raises `ValueError` with sqlglot's line and column.

    The tree is kept for the next caller until `let_go`, since parsing costs more than all else that is done with it: nobody changes it.
    """
    tree = _TREES.get(text)
    if tree is None:
        try:
            tree = sqlglot.parse_one(text, read="duckdb")
        except sqlglot.errors.SqlglotError as error:
            raise ValueError(str(error)) from error
        if len(_TREES) >= _MOST_TREES:
            _TREES.clear()
        _TREES[text] = tree
    return tree


def let_go(text: str) -> None:
    """Forget the tree of a query that will not be asked for again: the trees of all detectors take as much memory as a small world."""
    _TREES.pop(text, None)


def reads(tree: exp.Expr) -> frozenset[str]:
    """Return the names of the tables the query reads, its own common table expressions left out."""
    own = {c.alias for c in tree.find_all(exp.CTE)}
    return frozenset(t.name for t in tree.find_all(exp.Table)) - own


def outputs(tree: exp.Expr) -> tuple[str, ...]:
    """Return the names of the columns the query yields, in order."""
    return tuple(tree.named_selects) if isinstance(tree, exp.Query) else ()


def faults(tree: exp.Expr) -> list[str]:
    """Return what keeps the query from running alike on both engines, one sentence each; empty when portable."""
    nodes = tuple(tree.walk())
    found = [] if isinstance(tree, exp.Query) else ["a step must be one SELECT"]
    found += [f"qualified table name {t.sql()}" for t in nodes if isinstance(t, exp.Table) and (t.db or t.catalog)]
    found += [
        f"{type(n).__name__.upper()}: {n.sql('duckdb')[:60]}" for n in nodes if isinstance(n, _REFUSED) and not _fine(n)
    ]
    found += [f"function {_name(f)}" for f in nodes if isinstance(f, exp.Func) and _name(f) not in FUNCTIONS]
    return found


def _fine(node: exp.Expr) -> bool:
    """COUNT(*) and the order inside a window agree everywhere; `SELECT *` and ordered aggregates do not."""
    return isinstance(node.parent, exp.Count | exp.Window)


def _name(function: exp.Func) -> str:
    return function.name.upper() if isinstance(function, exp.Anonymous) else function.sql_name()


def bind(tree: exp.Expr, values: Mapping[str, Value]) -> exp.Expr:
    """Return a copy with every `$name` replaced by its literal. Raises `ValueError` on a name without a value."""
    unbound(parameters(tree), values)
    return tree.transform(lambda n: _literal(values[n.name]) if isinstance(n, exp.Parameter | exp.Placeholder) else n)


def parameters(tree: exp.Expr) -> tuple[str, ...]:
    """Return every `$name` of the query, each once, as they are met."""
    return tuple(dict.fromkeys(node.name for node in tree.find_all(exp.Parameter, exp.Placeholder)))


def literal(value: Value, dialect: str) -> str:
    """Return a value as it stands in a query."""
    return _literal(value).sql(dialect=dialect)


def quicker(tree: exp.Expr, dialect: str) -> exp.Expr:
    """Return a query, or a copy of it, that yields the same in less time.

    DuckDB asks a calendar of the world's time zones for every `date_diff` of two instants, which takes thirty times as long as to
    count in UTC, where all of its connections are.
    """
    if dialect != "duckdb" or tree.find(exp.DateDiff) is None:
        return tree
    return tree.transform(lambda n: _in_utc(n) if isinstance(n, exp.DateDiff) else n)


def _in_utc(node: exp.DateDiff) -> exp.Expr:
    ends = {
        end: exp.func("make_timestamp", exp.func("epoch_us", node.args[end].copy())) for end in ("this", "expression")
    }
    return exp.DateDiff(**{**node.args, **ends})


def pieces(tree: exp.Expr, dialect: str) -> tuple[str, ...]:
    """Return the query as readable text in `dialect`, cut at its `$name`s: every second piece is one."""
    marked = tree.transform(
        lambda n: exp.Var(this=f"{_MARK}{n.name}{_MARK}") if isinstance(n, exp.Parameter | exp.Placeholder) else n
    )
    return tuple(render(marked, dialect).split(_MARK))


_MARK = "\x00"
"""Stands in no query: a NUL byte ends the parser's reading."""


def _literal(value: Value) -> exp.Expr:
    if isinstance(value, datetime):
        return exp.cast(exp.Literal.string(value.isoformat(sep=" ")), "TIMESTAMPTZ")
    return exp.convert(value)


def render(tree: exp.Expr, dialect: str) -> str:
    """Return the query as readable text in `dialect` (`duckdb` or `spark`)."""
    return tree.sql(dialect=dialect, pretty=True)


def mutants(tree: exp.Expr) -> Iterator[tuple[str, exp.Expr]]:
    """Yield (what was broken, broken copy) for every part that narrows: conditions, thresholds, partition keys."""
    for index, node in enumerate(tree.walk()):
        yield from _without(tree, index, node)
        yield from _flipped(tree, index, node)
        yield from _unpartitioned(tree, index, node)


def _at(tree: exp.Expr, index: int) -> tuple[exp.Expr, exp.Expr]:
    """Return a copy of the tree and the copy's node number `index`."""
    copy = tree.copy()
    return copy, next(n for i, n in enumerate(copy.walk()) if i == index)


def _condition(node: exp.Expr) -> exp.Expr | None:
    if isinstance(node, exp.Where | exp.Having | exp.Qualify):
        return node.this
    return node.args.get("on") if isinstance(node, exp.Join) else None


def _without(tree: exp.Expr, index: int, node: exp.Expr) -> Iterator[tuple[str, exp.Expr]]:
    condition = _condition(node)
    parts = list(condition.flatten()) if isinstance(condition, exp.And) else [condition] if condition else []
    for number, part in enumerate(parts):
        copy, twin = _at(tree, index)
        target = _condition(twin)
        assert target is not None  # noqa: S101  (the copy has the same shape)
        doomed = list(target.flatten())[number] if isinstance(target, exp.And) else target
        doomed.replace(exp.true())
        yield f"without {part.sql('duckdb')}", copy


def _flipped(tree: exp.Expr, index: int, node: exp.Expr) -> Iterator[tuple[str, exp.Expr]]:
    other = _FLIPPED.get(type(node))
    if other is not None:
        copy, twin = _at(tree, index)
        swap = other(this=twin.this.copy(), expression=twin.expression.copy())
        if twin.parent is not None:
            twin.replace(swap)
            yield f"{node.sql('duckdb')} turned into {swap.sql('duckdb')}", copy


def _unpartitioned(tree: exp.Expr, index: int, node: exp.Expr) -> Iterator[tuple[str, exp.Expr]]:
    keys = node.args.get("partition_by") or [] if isinstance(node, exp.Window) else []
    for number, key in enumerate(keys):
        copy, twin = _at(tree, index)
        twin.set("partition_by", [k for i, k in enumerate(twin.args["partition_by"]) if i != number])
        yield f"not partitioned by {key.sql('duckdb')}", copy
