"""Which detectors run, on which engine."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property

from aboveboard.detector import Derived, Detector, book
from aboveboard.engines.base import Engine
from aboveboard.engines.duck import DuckEngine
from aboveboard.engines.spark import SparkEngine
from aboveboard.errors import InputError

__all__ = ["ENGINES", "Installed", "choose", "engine_for", "tables_read"]

ENGINES = ("duckdb", "spark")
_AMOUNT = re.compile(r"\d+(\.\d+)? ?[KMGT]i?B", re.ASCII | re.IGNORECASE)


def choose(names: Sequence[str] | None) -> tuple[Detector, ...]:
    """Return the detectors called `names`, or all; a detector's former name means the detector.

    Raises `InputError` for a name nobody bears or bore, with the nearest one.
    """
    shipped = {d.name: d for d in book()}
    known = {old: d for d in shipped.values() for old in d.formerly} | shipped
    unknown = [n for n in names or () if n not in known]
    if unknown:
        raise InputError(*(f"no detector is called {n!r}{_nearest(n, list(shipped))}" for n in unknown))
    return tuple(shipped[n] for n in sorted({known[n].name for n in names} if names else shipped))


class Installed(Mapping[str, str]):
    """The version of each installed detector by name. They are read when somebody asks: a service starts half a second sooner without."""

    @cached_property
    def _versions(self) -> dict[str, str]:
        return {d.name: d.version for d in choose(None)}

    def __getitem__(self, name: str) -> str:
        """Return the version of the detector called `name`."""
        return self._versions[name]

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self._versions)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._versions)


def _nearest(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, 1)
    return f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(sorted(names))}"


def tables_read(work: Detector | Derived) -> frozenset[str]:
    """Return every world table that `work` reads, through derived queries too."""
    own = {r.removesuffix("?") for r in work.reads} - {d.name for d in work.derives}
    return frozenset(own).union(*(tables_read(d) for d in work.derives))


def engine_for(name: str, *, threads: int | None, memory: str | None, remote: str | None) -> Engine:
    """Return the engine called `name`.

    Raises `InputError` for another name, an amount of `memory` nobody can read, or a Spark engine without its address.
    """
    if memory is not None and not _AMOUNT.fullmatch(memory):
        raise InputError(f"{memory!r} is no amount of memory such as 3GB or 500MB")
    if name == "duckdb":
        return DuckEngine(threads=threads, memory=memory)
    if name != "spark":
        raise InputError(f"no engine is called {name!r}; there are {', '.join(ENGINES)}")
    address = remote or os.environ.get("ABOVEBOARD_SPARK_REMOTE")
    if not address:
        raise InputError(
            "the spark engine needs an address: --spark-remote or ABOVEBOARD_SPARK_REMOTE, such as sc://host:15002"
        )
    return SparkEngine(address)
