"""Rules of play for minors, read from files or examples, written into a world's folder as its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow.parquet as pq

from aboveboard.errors import InputError, OutputError
from aboveboard.policy.play_rules import SHIPPED, read_play_rules

__all__ = ["SHIPPED", "import_play_rules"]


def import_play_rules(sources: Sequence[str], out: Path) -> Mapping[str, int]:
    """Write `play_rules`, `play_hours` and `holidays` (parquet) into the folder `out`; return rows per table.

    `sources` are files, or names of `SHIPPED` examples. Raises `PolicyError` with every fault, `InputError` without a source,
    and `OutputError`, before anything is written, where one of the tables is there already.
    """
    if not sources:
        raise InputError(f"name a file of rules, or one of the examples: {', '.join(SHIPPED)}")
    read = read_play_rules(*sources)
    made = {"play_rules": read.play_rules, "play_hours": read.play_hours, "holidays": read.holidays}
    taken = [str(p) for n in made for p in sorted(out.glob(f"{n}.*"))]
    if taken:
        raise OutputError(f"{', '.join(taken)} is there already; remove it, or name another folder")
    out.mkdir(parents=True, exist_ok=True)
    for name, table in made.items():
        pq.write_table(table, out / f"{name}.parquet")
    return {name: table.num_rows for name, table in made.items()}
