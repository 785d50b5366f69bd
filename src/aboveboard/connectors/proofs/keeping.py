"""Rows of `attestations` into a world: one parquet file each time, added to the folder `attestations/`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard.connectors.faults import shown
from aboveboard.connectors.proofs.attested import Attestation
from aboveboard.errors import OutputError
from aboveboard.tables import TABLES

__all__ = ["add_attestations", "as_table", "check_world"]

_SCHEMA = TABLES["attestations"].schema


def as_table(attested: Iterable[Attestation]) -> pa.Table:
    """Return attestations as the contract's table."""
    return pa.Table.from_pylist([one._asdict() for one in attested], schema=_SCHEMA)


def check_world(world: Path) -> None:
    """Raise `OutputError` where the world keeps its attestations in a form that nothing can be added to."""
    other = sorted(p.name for p in world.glob("attestations.*")) if world.is_dir() else []
    if other:
        raise OutputError(
            f"{shown(str(world), 200)} has {', '.join(shown(o) for o in other)}; to add to it, make a folder attestations/ "
            "there and move it inside as parquet"
        )


def add_attestations(world: Path, rows: pa.Table) -> Path:
    """Add `rows` to the world's `attestations/` and return the new file, named by what it holds.

    Raises `OutputError` where these rows were added before, or where `check_world` does.
    """
    check_world(world)
    folder = world / "attestations"
    content = hashlib.sha256(repr(rows.to_pylist()).encode()).hexdigest()[:24]
    path, part = folder / f"{content}.parquet", folder / f".{content}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists():
            raise OutputError(f"{shown(str(path), 200)} is there: these rows were added before")
        pq.write_table(rows, part)
        part.replace(path)
    except OSError as error:
        raise OutputError(f"{shown(str(folder), 200)}: cannot be written ({shown(str(error), 120)})") from None
    finally:
        part.unlink(missing_ok=True)
    return path
