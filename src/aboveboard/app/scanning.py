"""`scan`: a world in, findings with reasons and proposals out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard import __version__
from aboveboard.app.choosing import choose, engine_for, tables_read
from aboveboard.app.folders import OURS, whole_folder
from aboveboard.app.illustrating import illustrate
from aboveboard.app.looking import look
from aboveboard.app.measure import Cost, measured
from aboveboard.connectors.files import read_world
from aboveboard.core import FINDINGS, Progress, silent
from aboveboard.detector import Detector
from aboveboard.engines.base import Engine
from aboveboard.engines.finish import rings
from aboveboard.pages.painter import begin
from aboveboard.policy import FACTS, Policy, default_policy, load_policy, propose
from aboveboard.report import render_report
from aboveboard.tables import TABLES, Source, World

__all__ = ["Scan", "judge", "read_accounts", "read_table", "scan"]

_STAGING = ".staging"
_REJECTED = "rejected.ndjson"


@dataclass(slots=True)
class Scan:
    """What a scan made, before it is written: tables, the cost of each detector that ran, and the derived tables they shared."""

    findings: pa.Table
    rings: pa.Table
    decisions: pa.Table
    costs: Mapping[str, Cost]
    skipped: Mapping[str, str]
    found: Mapping[str, int] = field(default_factory=dict[str, int])
    shared: Mapping[str, Source] = field(default_factory=dict[str, Source])


def scan(
    world: Path,
    out: Path,
    *,
    detectors: Sequence[str] | None = None,
    as_of: datetime | None = None,
    policy: Path | None = None,
    mapping: Path | None = None,
    engine: str = "duckdb",
    spark_remote: str | None = None,
    seed: int = 0,
    threads: int | None = None,
    memory: str | None = None,
    progress: Progress = silent,
) -> dict[str, Any]:
    """Scan the folder `world` and write findings, decisions, rings, summary and report to the folder `out`.

    Returns the summary. `out` is written whole or not at all. Raises `InputError`, `PolicyError`, `DetectorError`,
    `EngineError` or `OutputError`; each names what was wrong. `memory` bounds the embedded engine, such as `3GB`.
    """
    chosen = choose(detectors)
    rules = load_policy(policy, detectors=[d.name for d in choose(None)]) if policy else default_policy()
    machine = engine_for(engine, threads=threads, memory=memory, remote=spark_remote)
    with whole_folder(out) as folder, measured() as total:
        staging = folder / _STAGING
        staging.mkdir()
        wanted = frozenset({"accounts", "attestations"}).union(*(tables_read(d) for d in chosen))
        read = read_world(world, as_of=as_of, staging=staging, only=wanted, mapping=mapping, progress=progress)
        made = judge(read, machine, chosen, rules, progress)
        _close(machine)
        summary = _summary(read, made, chosen, rules, {"engine": engine, "seed": seed, "world": world.name})
        _write_tables(made, folder)
        progress("writing the report", 0, 1)
        begin()
        pictures = illustrate(read, made.findings, made.rings, made.shared)
        _write_report(folder, summary, made, chosen, total, pictures)
        _keep_rejected(staging, folder)
        progress("writing the report", 1, 1)
    return summary


def judge(
    world: World, engine: Engine, detectors: Sequence[Detector], policy: Policy, progress: Progress = silent
) -> Scan:
    """Run `detectors` on a world that is already read, and apply `policy` to what they find."""
    looked = look(world, engine, detectors, progress)
    findings = pa.concat_tables([FINDINGS.empty_table(), *looked.findings.values()]).combine_chunks()
    asked = read_table(world, "attestations")
    decisions = propose(policy, findings, read_table(world, "accounts", FACTS), world.as_of, progress, asked)
    ties = {d.name: d.links for d in detectors}
    found = {name: table.num_rows for name, table in looked.findings.items()}
    return Scan(findings, rings(findings, ties), decisions, looked.costs, looked.skipped, found, looked.shared)


def read_accounts(world: World) -> pa.Table:
    """Return the world's accounts in their canonical schema; columns the input lacks are null."""
    return read_table(world, "accounts")


def read_table(world: World, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """Return one table of the world in its canonical schema, or some of its columns; those the input lacks are null."""
    schema, source = TABLES[name].schema, world.sources.get(name)
    schema = schema if columns is None else pa.schema([schema.field(c) for c in columns])
    if source is None or source.rows == 0:
        return schema.empty_table()
    kept = [c for c in schema.names if c in source.columns]
    table = source.memory.select(kept) if source.memory is not None else _read_files(source, kept)
    for missing_column in (f for f in schema if f.name not in source.columns):
        table = table.append_column(missing_column, pa.nulls(table.num_rows, missing_column.type))
    return table.select(schema.names).cast(schema)


def _read_files(source: Source, columns: list[str]) -> pa.Table:
    """Read parquet parts one after the other; a folder called `a=b` adds no column."""
    return pa.concat_tables(pq.ParquetFile(f).read(columns) for f in source.files)


def _close(engine: Engine) -> None:
    close = getattr(engine, "close", None)
    if close is not None:
        close()


def _keep_rejected(staging: Path, folder: Path) -> None:
    if (staging / _REJECTED).is_file():
        shutil.move(staging / _REJECTED, folder / _REJECTED)
    shutil.rmtree(staging)


def _summary(
    world: World, made: Scan, detectors: Sequence[Detector], policy: Policy, run_as: Mapping[str, object]
) -> dict[str, Any]:
    ran = [d for d in detectors if d.name in made.costs]
    return {
        "program": __version__,
        **run_as,
        "as_of": world.as_of.isoformat(),
        "policy": {"name": policy.name, "version": policy.version},
        "tables": {name: source.rows for name, source in sorted(world.sources.items())},
        "rejected": dict(world.rejected),
        "warnings": list(world.warnings),
        "skipped": dict(made.skipped),
        "counts": _counts(made.findings),
        "rings": made.rings.num_rows,
        "decisions": _tally(made.decisions, "action"),
        "review": sum(made.decisions.column("review").to_pylist()),
        "detectors": [_line(d, made) for d in ran],
    }


def _line(detector: Detector, made: Scan) -> dict[str, Any]:
    cost = made.costs[detector.name]
    return {
        "name": detector.name,
        "version": detector.version,
        "violation": detector.violation,
        "findings": made.found[detector.name],
        "seconds": cost.seconds,
        "peak_mb": cost.peak_mb,
    }


def _counts(findings: pa.Table) -> dict[str, dict[str, int]]:
    grouped = findings.group_by(["violation", "tier"]).aggregate([([], "count_all")]).to_pylist()
    counts: dict[str, dict[str, int]] = {}
    for row in sorted(grouped, key=lambda r: (r["violation"], r["tier"])):
        counts.setdefault(row["violation"], {})[row["tier"]] = row["count_all"]
    return counts


def _tally(table: pa.Table, column: str) -> dict[str, int]:
    rows = table.group_by(column).aggregate([([], "count_all")]).to_pylist()
    return {row[column]: row["count_all"] for row in sorted(rows, key=lambda r: r[column])}


def _write_tables(made: Scan, folder: Path) -> None:
    for name in ("findings", "decisions", "rings"):
        pq.write_table(getattr(made, name), folder / f"{name}.parquet", compression="zstd")


def _write_report(
    folder: Path,
    summary: dict[str, Any],
    made: Scan,
    detectors: Sequence[Detector],
    total: Cost,
    pictures: Mapping[str, pa.Table],
) -> None:
    about = {d.name: _about(d) for d in detectors}
    page = render_report(summary, made.findings, made.rings, made.decisions, detectors=about, pictures=pictures)
    (folder / "report.html").write_text(page, encoding="utf-8")
    total.take()
    summary |= {"seconds": total.seconds, "peak_mb": total.peak_mb}
    (folder / OURS).write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _about(detector: Detector) -> dict[str, Any]:
    return {
        "about": detector.about,
        "violation": detector.violation,
        "says": detector.says,
        "mistakes": [{"says": m.says, "guard": m.guard} for m in detector.mistakes],
        "references": list(detector.references),
    }
