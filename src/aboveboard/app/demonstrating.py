"""`world` and `demo`: a world with known rings, and a first look at what a scan makes of it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from aboveboard import worlds
from aboveboard.app.scanning import scan
from aboveboard.core import Progress, silent
from aboveboard.errors import OutputError

__all__ = ["demo", "make_world"]

_MARK = ".made-by-demo"


def make_world(
    out: Path, accounts: int, *, seed: int = 0, only: Sequence[str] = (), progress: Progress = silent
) -> dict[str, int]:
    """Write a generated world of about `accounts` accounts to the folder `out`; return the rows of each table.

    The same seed writes the same bytes. `only` names seed areas or violations to plant; empty plants all, `none` nothing.
    """
    chosen = {"only": tuple(only)} if only else {}
    return worlds.make_world(out, accounts, seed, progress=progress, **chosen)


def demo(out: Path, *, accounts: int = 5000, seed: int = 1, progress: Progress = silent) -> dict[str, Any]:
    """Make a world with known rings in `out/world`, scan it into `out/scan`, and return the scan's summary.

    The world of an earlier demo is replaced. Raises `OutputError` where `out/world` is somebody else's.
    """
    world = out / "world"
    _make_room(out, world)
    make_world(world, accounts, seed=seed, progress=progress)
    pa.default_memory_pool().release_unused()  # what the making took is not the scan's to hold
    return scan(world, out / "scan", seed=seed, progress=progress)


def _make_room(out: Path, world: Path) -> None:
    """Remove the world of an earlier demo, and no other."""
    mark = out / _MARK
    if world.exists() and not mark.is_file():
        raise OutputError(f"{world}: was not made by a demo and is left alone; name another folder with --out")
    try:
        if world.exists():
            shutil.rmtree(world)
        out.mkdir(parents=True, exist_ok=True)
        mark.touch()
    except OSError as error:
        raise OutputError(f"{out}: cannot write here: {error.strerror}") from error
