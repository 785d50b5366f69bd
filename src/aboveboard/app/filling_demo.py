"""`serve --demo`: an empty store is filled with a world, once, and scanned, so that there is something to see and to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from aboveboard.app.demonstrating import make_world
from aboveboard.app.filling import fill
from aboveboard.app.rescanning import Rescan, rescan
from aboveboard.core import Progress, silent
from aboveboard.deciding.values import Limits
from aboveboard.errors import InputError
from aboveboard.store import Ledger
from aboveboard.store.intake_tables import FACTS

__all__ = ["Filled", "fill_demo"]

ACCOUNTS = 2_000
"""Accounts of the demo's world: a scan of it takes about half a minute."""
_SEED = 1
_MARK = ".demo"
_BEGUN, _DONE = "begun\n", "done\n"


@dataclass(frozen=True, slots=True)
class Filled:
    """What was put into the store: the rows of each table, and what the scan led to."""

    rows: Mapping[str, int]
    scan: Rescan

    @property
    def cases(self) -> int:
        """How many cases wait for a person."""
        return sum(len(p.cases) for p in self.scan.proposed)


def fill_demo(
    ledger: Ledger, data: Path, at: datetime, limits: Limits, *, accounts: int = ACCOUNTS, progress: Progress = silent
) -> Filled | None:
    """Fill the store with a world and scan it; return None where that was done before. What was interrupted is begun anew and adds nothing twice.

    Raises `InputError` where the store holds rows that no demo put there: they would be mixed up with what is made up.
    """
    mark = data / _MARK
    said = mark.read_text(encoding="utf-8") if mark.is_file() else ""
    if said == _DONE:
        return None
    if not said and _holds_rows(ledger):
        raise InputError(f"{data}: holds rows that no demo made; --demo fills an empty data folder: name another with --data")  # fmt: skip
    mark.write_text(_BEGUN, encoding="utf-8")
    with TemporaryDirectory(prefix="aboveboard-demo-") as folder:
        world = Path(folder) / "world"
        _ = make_world(world, accounts, seed=_SEED, progress=progress)
        rows = fill(ledger.store, world, at, source="demo", progress=progress)
    progress("scanning", 0, 1)
    found = rescan(ledger, at, limits)
    progress("scanning", 1, 1)
    mark.write_text(_DONE, encoding="utf-8")
    return Filled(rows, found)


def _holds_rows(ledger: Ledger) -> bool:
    with ledger.store.reading() as connection:
        return connection.execute(sa.select(FACTS.c.position).limit(1)).first() is not None
