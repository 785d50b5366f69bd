"""What is known of the shipped detectors' queries, kept on disk beside the program: to parse and to write them takes a processor a second and more.

All of it follows from a query's text, from `queries` and from the version of the parser, so it is never out of date: the file is named
after both, and what it does not hold is worked out anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, cast

from aboveboard.query_values import Value, unbound

__all__ = ["Told", "learn", "told", "written"]

_DIALECT = "duckdb"
"""The dialect in which every scan but one on a cluster needs its queries."""

_PLACE = Path(__file__).parent / "__pycache__"


class Told(NamedTuple):
    """What a query reads, yields and is told: tables, columns in order, `$names`; why it is not portable; and its text in DuckDB's dialect.

    `written` is cut at the names: every second piece is one.
    """

    tables: tuple[str, ...]
    columns: tuple[str, ...]
    names: tuple[str, ...]
    faults: tuple[str, ...]
    written: tuple[str, ...]


def told(text: str) -> Told:
    """Return what is known of a query, without its text in the dialect where it is not a shipped one.

    Raises `ValueError` with sqlglot's line and column.
    """
    return _kept().get(_key(text)) or _worked_out(text)


def written(text: str, values: Mapping[str, Value], dialect: str) -> str:
    """Return a query in `dialect` with its values, as it is run quickest (`queries.quicker`). Raises `ValueError` on a `$name` without one."""
    from aboveboard import queries  # here and below: a service that starts asks what is known, and needs no parser

    known = _kept().get(_key(text)) if dialect == _DIALECT else None
    if known is None:
        bound = queries.bind(queries.parse(text), values)
        queries.let_go(text)
        return queries.render(queries.quicker(bound, dialect), dialect)
    unbound(known.names, values)
    pieces = enumerate(known.written)
    return "".join(queries.literal(values[piece], dialect) if n % 2 else piece for n, piece in pieces)


def learn(texts: Iterable[str]) -> None:
    """Keep what is known of these queries, and of no others, for processes to come; where nothing can be written they do without."""
    from aboveboard import queries

    every = {_key(text): text for text in texts}
    known = _kept()
    if every.keys() <= known.keys() or not os.access(_PLACE if _PLACE.exists() else _PLACE.parent, os.W_OK):
        return
    for key, text in every.items():
        if key not in known:
            tree = queries.quicker(queries.parse(text), _DIALECT)
            known[key] = _worked_out(text)._replace(written=queries.pieces(tree, _DIALECT))
            queries.let_go(text)
    for key in known.keys() - every.keys():
        del known[key]
    with suppress(OSError):
        _save(known)


def _worked_out(text: str) -> Told:
    from aboveboard import queries

    tree = queries.parse(text)
    facts = (sorted(queries.reads(tree)), queries.outputs(tree), queries.parameters(tree), queries.faults(tree))
    return Told(*map(tuple, facts), written=())


def _key(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


@cache
def _kept() -> dict[str, Told]:
    """Return what the file holds, nothing where there is none or it is damaged."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        rows = cast("dict[str, list[list[str]]]", json.loads(_file().read_text("utf-8")))
        return {key: Told(*(tuple(part) for part in row)) for key, row in rows.items()}
    return {}


def _file() -> Path:
    here = Path(__file__)
    own = hashlib.blake2b(here.with_name("queries.py").read_bytes() + here.read_bytes(), digest_size=8).hexdigest()
    return _PLACE / f"queries-{version('sqlglot')}-{own}.json"


def _save(known: Mapping[str, Told]) -> None:
    """Write the file whole or not at all: others may read it meanwhile."""
    file = _file()
    file.parent.mkdir(exist_ok=True)
    partial = file.with_suffix(f".{os.getpid()}")
    try:
        partial.write_text(json.dumps(known, ensure_ascii=False), "utf-8")
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)
