"""`hash_images`: a copy of a world with the hashes of its pictures filled in, from files beside its tables."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow.dataset import dataset

from aboveboard.app.folders import whole_folder
from aboveboard.app.measure import measured
from aboveboard.app.scanning import read_table
from aboveboard.connectors.files import read_world
from aboveboard.core import Progress, silent
from aboveboard.errors import OutputError
from aboveboard.images.decoding import REASONS as UNREADABLE
from aboveboard.images.hashing import hash_files
from aboveboard.tables import Source, World

__all__ = ["FAILURES", "REASONS", "hash_images"]

FAILURES = "failures.txt"
"""The file in the new folder that lists every picture without a hash: one JSON object a line."""
REASONS = {
    "address": "it lies at an address on a network; nothing is fetched",
    "outside": "its path leads out of the world's folder",
    **UNREADABLE,
}
"""Every reason why a picture has no hash, in words."""

_COLUMNS = {"accounts": ("avatar_hash", "cover_hash"), "organisations": ("logo_hash",)}
_IDS = {"accounts": "account_id", "organisations": "org_id"}
_FOLDERS = {"cover_hash": "covers", "logo_hash": "logos"}
_STAGING = ".staging"


@dataclass(slots=True)
class _Tally:
    """What came of the pictures: hashes made and kept by column, and every picture without one."""

    hashed: Counter[str] = field(default_factory=Counter[str])
    kept: Counter[str] = field(default_factory=Counter[str])
    failures: list[dict[str, str]] = field(default_factory=list[dict[str, str]])


def hash_images(
    world: Path,
    out: Path,
    *,
    as_of: datetime | None = None,
    mapping: Path | None = None,
    threads: int | None = None,
    progress: Progress = silent,
) -> dict[str, Any]:
    """Write the world in folder `world` to the new folder `out`, its tables as parquet, with picture hashes filled in.

    Avatars are the files that `accounts.avatar` names; covers lie at `covers/ACCOUNT_ID.*` and logos at `logos/ORG_ID.*`.
    Only files within `world` are read and nothing is fetched. Hashes the world has already are kept. Returns counts.
    Raises `InputError` where the world cannot be read and `OutputError` where `out` holds anything already.
    """
    _apart(world, out)
    tally = _Tally()
    with whole_folder(out) as folder, measured() as cost:
        read = read_world(world, as_of=as_of, staging=folder / _STAGING, mapping=mapping, progress=progress)
        for name, source in read.sources.items():
            if name in _COLUMNS:
                _write(folder, name, _filled(read, name, world.resolve(), tally, threads, progress))
            else:
                _copy(folder, name, source)
        _note(folder, read, tally)
        shutil.rmtree(folder / _STAGING)
    return _summary(read, tally, cost.seconds)


def _apart(world: Path, out: Path) -> None:
    here, there = world.resolve(), out.resolve()
    if here == there or here.is_relative_to(there):
        raise OutputError(f"{out}: is the world itself or holds it; name a new folder")
    if out.is_dir() and any(out.iterdir()):
        raise OutputError(f"{out}: the folder holds other files and is left alone; name a new or empty folder")


def _filled(read: World, name: str, world: Path, tally: _Tally, threads: int | None, progress: Progress) -> pa.Table:
    """Return the table with the columns the world has, its hashes filled in."""
    table, had = read_table(read, name), read.sources[name].columns
    for column in _COLUMNS[name]:
        ids = table[_IDS[name]].combine_chunks()
        named = table["avatar"].combine_chunks() if column == "avatar_hash" else _filed(world, _FOLDERS[column], ids)
        old = table[column].combine_chunks()
        made = _hashes(world, pc.if_else(pc.is_null(old), named, None), threads, progress)
        tally.kept[f"{name}.{column}"] += len(old) - old.null_count
        tally.hashed[f"{name}.{column}"] += len(made) - made["hash"].null_count
        tally.failures += _failures(column, ids, made)
        table = table.set_column(
            table.column_names.index(column), column, pc.coalesce(old, made["hash"].combine_chunks())
        )
    return table.select([c for c in table.column_names if c in had or c in _COLUMNS[name]])


def _filed(world: Path, folder: str, ids: pa.Array) -> pa.Array:
    """Return for each id the file in `folder` that carries its name, or null."""
    files = sorted((world / folder).iterdir(), reverse=True) if (world / folder).is_dir() else []
    paths = {f.stem: f"{folder}/{f.name}" for f in files if not f.name.startswith(".")}
    return pa.array([paths.get(i) for i in ids.to_pylist()] if paths else [None] * len(ids), pa.string())


def _hashes(world: Path, named: pa.Array, threads: int | None, progress: Progress) -> pa.Table:
    """Return `path`, `hash` and `reason` for each name, null where there is none. Each distinct file is read once."""
    coded = named.dictionary_encode()
    names = coded.dictionary.to_pylist()
    places = [_place(world, name) for name in names]
    made = hash_files([p for p in places if isinstance(p, Path)], threads=threads, progress=progress)
    hashed = iter(zip(made["hash"].to_pylist(), made["reason"].to_pylist(), strict=True))
    rows = [(None, p) if isinstance(p, str) else next(hashed) for p in places]
    each = pa.table(
        {
            "path": pa.array(names, pa.string()),
            "hash": pa.array([h for h, _ in rows], pa.string()),
            "reason": pa.array([r for _, r in rows], pa.string()),
        }
    )
    return each.take(coded.indices)


def _place(world: Path, name: str) -> Path | str:
    """Return where the file lies, or why it is not looked at. Links are followed before it is judged."""
    if "://" in name or name.startswith(("//", "data:")):
        return "address"
    try:
        path = (world / name).resolve()
    except (OSError, ValueError, RuntimeError):
        return "missing"
    return path if path.is_relative_to(world) else "outside"


def _failures(column: str, ids: pa.Array, made: pa.Table) -> list[dict[str, str]]:
    failed = pa.table({"id": ids, "path": made["path"], "reason": made["reason"]})
    failed = failed.filter(pc.fill_null(pc.not_equal(failed["reason"], ""), False))
    return [{"for": column, **row} for row in failed.to_pylist()]


def _write(folder: Path, name: str, table: pa.Table) -> None:
    pq.write_table(table, folder / f"{name}.parquet", compression="zstd")


def _copy(folder: Path, name: str, source: Source) -> None:
    """Stream a table that has no pictures to the new folder."""
    if source.memory is not None:
        _write(folder, name, source.memory)
        return
    files = dataset([str(f) for f in source.files], format="parquet")
    columns = [c for c in files.schema.names if c in source.columns]
    scanner = files.scanner(columns=columns)
    with pq.ParquetWriter(folder / f"{name}.parquet", scanner.projected_schema, compression="zstd") as writer:
        for batch in scanner.to_batches():
            writer.write_batch(batch)


def _note(folder: Path, read: World, tally: _Tally) -> None:
    """Pin the time the world is judged as of, and list what has no hash."""
    (folder / "aboveboard.toml").write_text(f"as_of = {read.as_of.isoformat()}\n", encoding="utf-8")
    (folder / FAILURES).write_text("".join(_lines(tally)), encoding="utf-8")


def _lines(tally: _Tally) -> Iterator[str]:
    for failure in tally.failures:
        yield json.dumps({**failure, "says": REASONS[failure["reason"]]}) + "\n"


def _summary(read: World, tally: _Tally, seconds: float) -> dict[str, Any]:
    return {
        "hashed": dict(tally.hashed),
        "kept": dict(tally.kept),
        "without": dict(sorted(Counter(f["reason"] for f in tally.failures).items())),
        "tables": {name: source.rows for name, source in read.sources.items()},
        "rejected": dict(read.rejected),
        "warnings": list(read.warnings),
        "seconds": seconds,
    }
