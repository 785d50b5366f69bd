"""`check`: what a world holds and which detectors can run; and the same question asked of a policy."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard.app.choosing import choose, engine_for
from aboveboard.app.folders import OURS
from aboveboard.app.scanning import judge, read_accounts, read_table
from aboveboard.connectors.files import read_world
from aboveboard.connectors.survey import survey
from aboveboard.core import Progress, silent
from aboveboard.engines.base import missing
from aboveboard.errors import InputError
from aboveboard.policy import CaseResult, diff, load_policy, propose
from aboveboard.policy import check_policy as run_cases

__all__ = ["check", "check_policy", "diff_policies"]


def check(
    world: Path, *, as_of: datetime | None = None, mapping: Path | None = None, progress: Progress = silent
) -> dict[str, Any]:
    """Return what the folder `world` holds: tables, gaps, rejected rows, warnings, and whether each detector can run.

    Reads every row but judges nothing and writes nothing. Raises `InputError` with one line a fault.
    """
    with tempfile.TemporaryDirectory(prefix="aboveboard-") as staging:
        read = read_world(world, as_of=as_of, staging=Path(staging), mapping=mapping, progress=progress)
        found = survey(read)
        found["detectors"] = {d.name: missing(d, read) or "ready" for d in choose(None)}
        found["rejected_rows"] = _rejected(Path(staging))
        return found


def _rejected(staging: Path) -> list[str]:
    """Return the first rejected rows, as written."""
    log = staging / "rejected.ndjson"
    if not log.is_file():
        return []
    with log.open(encoding="utf-8") as lines:
        return [line.rstrip("\n") for line, _ in zip(lines, range(20), strict=False)]


def check_policy(policy: Path) -> list[dict[str, Any]]:
    """Run the policy's worked cases: one dict a case with `name`, `passed`, `expected`, `got` and `message`.

    `message` says with file and line what differs, and is empty when the case passed. Raises `PolicyError` with line
    and column for everything that keeps the policy from loading.
    """
    return [_told(c) for c in run_cases(load_policy(policy, detectors=[d.name for d in choose(None)]))]


def _told(result: CaseResult) -> dict[str, Any]:
    case = result.case
    return {
        "name": case.name,
        "passed": result.held,
        "expected": {"action": case.then, "rule": case.rule, "review": case.review},
        "got": {"action": result.action, "rule": result.rule, "review": result.review, "why": result.why},
        "message": result.message,
    }


def diff_policies(
    before: Path,
    after: Path,
    world: Path,
    *,
    detectors: Sequence[str] | None = None,
    as_of: datetime | None = None,
    progress: Progress = silent,
) -> pa.Table:
    """Return whose decision would change if `after` replaced `before` on this world.

    `world` is a folder of tables, which is scanned, or the output folder of a scan together with its world's path.
    """
    names = [d.name for d in choose(None)]
    old, new = load_policy(before, detectors=names), load_policy(after, detectors=names)
    with tempfile.TemporaryDirectory(prefix="aboveboard-") as staging:
        read = read_world(world, as_of=as_of, staging=Path(staging), progress=progress)
        made = judge(
            read, engine_for("duckdb", threads=None, memory=None, remote=None), choose(detectors), old, progress
        )
        asked = read_table(read, "attestations")
        changed = propose(new, made.findings, read_accounts(read), read.as_of, progress, asked)
    return diff(made.decisions, changed)


def read_findings(folder: Path) -> pa.Table:
    """Return the findings an earlier scan wrote. Raises `InputError` where there are none."""
    path = folder / "findings.parquet"
    if not path.is_file():
        raise InputError(f"{folder}: holds no findings.parquet; name the output folder of a scan")
    return pq.read_table(path)


def judged(folder: Path) -> tuple[str, datetime]:
    """Return the world that an earlier scan judged, and as of when. Raises `InputError` where the folder is of no scan."""
    try:
        summary = json.loads((folder / OURS).read_text(encoding="utf-8"))
        as_of = datetime.fromisoformat(summary["as_of"])
        return summary.get("world", ""), as_of
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder}: holds no {OURS} of a scan") from error
