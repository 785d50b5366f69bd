"""Which file holds which table: by name, or as the mapping says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aboveboard.connectors.faults import shown, within
from aboveboard.connectors.mapping import NAME, Entry, WorldMap
from aboveboard.errors import InputError
from aboveboard.tables import TABLES

__all__ = ["Layout", "Part", "lay_out"]

_FORMATS = {
    ".parquet": "parquet",
    ".csv": "csv",
    ".tsv": "tsv",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".json": "json",
    ".txt": "txt",
}
_BY_NAME = ("parquet", "csv", "tsv", "ndjson")
_NAMED = 10


@dataclass(frozen=True, slots=True)
class Part:
    """Files of one format that feed one table as `entry` says, in order."""

    entry: Entry
    format: str
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Every table's parts, and warnings about files that are no table."""

    parts: dict[str, list[Part]]
    warnings: tuple[str, ...]


def lay_out(world: Path, plan: WorldMap) -> Layout:
    """Find the files of every table. Raises `InputError` with every fault of the folder."""
    if not world.is_dir():
        what = "is a file, not a folder" if world.exists() else "no such folder"
        raise InputError(f"{shown(str(world), 200)}: {what}; a world is a folder of tables")
    named, spare = _by_name(world)
    faults: list[str] = []
    parts: dict[str, list[Part]] = {}
    told = {e.table for e in plan.entries if e.files}
    entries = [*plan.entries, *(Entry(t, zone=plan.zone) for t in named if t not in {e.table for e in plan.entries})]
    for entry in entries:
        files = _listed(world, entry, faults) if entry.files else _found(named.get(entry.table, []), entry, faults)
        parts.setdefault(entry.table, []).extend(_parts(world, entry, files, faults))
    if faults:
        raise InputError(*faults)
    kept = {t: parts[t] for t in TABLES if parts.get(t)}
    if not kept:
        raise InputError(
            f"{shown(str(world), 200)}: no tables; a world holds files such as accounts.csv or posts.parquet"
        )
    used = {f for ps in kept.values() for p in ps for f in p.files}
    spare += [p for t in told for p in named.get(t, [])]
    return Layout(kept, _spare(world, [p for p in spare if not _uses(p, used)]))


def _uses(path: Path, used: set[Path]) -> bool:
    return path in used or any(path in u.parents for u in used)


def _by_name(world: Path) -> tuple[dict[str, list[Path]], list[Path]]:
    """Return the paths that carry a table's name, and the other paths that look like tables."""
    named: dict[str, list[Path]] = {}
    spare: list[Path] = []
    for path in sorted(world.iterdir()):
        table, kind = _stem(path), _format(path)
        if path.name.startswith(".") or path.name == NAME:
            continue
        if table in TABLES and (kind in _BY_NAME or path.is_dir()):
            named.setdefault(table, []).append(path)
        elif kind in {*_BY_NAME, "json"} or (path.is_dir() and any(path.glob("*.parquet"))):
            spare.append(path)
    return named, spare


def _stem(path: Path) -> str:
    name = path.name.removesuffix(".gz")
    return name if path.is_dir() else name.rpartition(".")[0]


def _format(path: Path) -> str:
    plain = path.with_suffix("") if path.suffix == ".gz" else path
    kind = "" if path.is_dir() else _FORMATS.get(plain.suffix, "")
    return "" if kind == "parquet" and path.suffix == ".gz" else kind


def _found(paths: list[Path], entry: Entry, faults: list[str]) -> list[Path]:
    if len(paths) > 1:
        names = ", ".join(shown(p.name) for p in paths)
        faults.append(f"{entry.table}: {len(paths)} files for one table ({names}); keep one")
        return []
    if paths and paths[0].is_dir():
        inside = sorted(p for p in paths[0].glob("*.parquet") if not p.name.startswith("."))
        if not inside:
            faults.append(f"{shown(paths[0].name)}/: no parquet parts inside; write NAME.parquet files into it")
        return inside
    if not paths and entry.columns:
        faults.append(f'{NAME}, tables.{entry.table}: no file of this name in the world; say file = "…"')
    return paths


def _listed(world: Path, entry: Entry, faults: list[str]) -> list[Path]:
    files: list[Path] = []
    for pattern in entry.files:
        hits = [world / pattern] if (world / pattern).is_file() else _glob(world, pattern)
        if not hits:
            faults.append(f"{NAME}, tables.{entry.table}: no file '{shown(pattern)}' in the world")
        files += [h for h in hits if h not in files]
    return files


def _glob(world: Path, pattern: str) -> list[Path]:
    try:
        return sorted(p for p in world.glob(pattern) if p.is_file())
    except (NotImplementedError, ValueError):
        return []


def _parts(world: Path, entry: Entry, files: list[Path], faults: list[str]) -> list[Part]:
    parts: list[Part] = []
    for path in files:
        kind = entry.format or _format(path)
        if not kind:
            name = shown(within(path, world))
            faults.append(f'{NAME}, tables.{entry.table}: {name} has no known ending; say format = "csv"')
        elif kind == "parquet" and parts and parts[-1].format == kind:
            parts[-1] = Part(entry, kind, (*parts[-1].files, path))
        else:
            parts.append(Part(entry, kind, (path,)))
    return parts


def _spare(world: Path, paths: list[Path]) -> tuple[str, ...]:
    if not paths:
        return ()
    names = [shown(within(p, world)) + "/" * p.is_dir() for p in paths]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return (f"kept out, no tables of the contract: {', '.join(names[:_NAMED])}{more}",)
