"""`evaluate`: a scan scored against what is known to be true."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from aboveboard import evaluation
from aboveboard.app.checking import read_findings
from aboveboard.app.folders import replace_text
from aboveboard.app.scanning import read_accounts, read_table, scan
from aboveboard.connectors.files import read_world
from aboveboard.core import Progress, silent
from aboveboard.errors import InputError, OutputError
from aboveboard.tables import World

__all__ = ["evaluate"]


def evaluate(
    world: Path,
    out: Path,
    *,
    earlier: Path | None = None,
    detectors: Sequence[str] | None = None,
    as_of: datetime | None = None,
    seed: int = 0,
    progress: Progress = silent,
) -> dict[str, Any]:
    """Score a scan of `world` against its `labels`; write `evaluation.json` and `evaluation.html` into `out`.

    Scans into `out` first, or scores the `earlier` scan's folder. Raises `InputError` where the world has no labels.
    """
    with tempfile.TemporaryDirectory(prefix="aboveboard-") as staging:
        read = read_world(world, as_of=as_of, staging=Path(staging), only={"accounts", "labels"}, progress=progress)
        labels = _labels(read)
        if earlier is None:
            scan(world, out, detectors=detectors, as_of=as_of, seed=seed, progress=progress)
        findings = read_findings(earlier or out)
        progress("scoring", 0, 1)
        scores = evaluation.evaluate(
            findings, labels, read_accounts(read).select(["account_id", "language"]), seed=seed
        )
        progress("scoring", 1, 1)
    _write(out, scores)
    return scores


def _labels(world: World) -> pa.Table:
    source = world.sources.get("labels")
    if source is None or source.rows == 0:
        raise InputError(f"{world.path}: has no labels; evaluation needs rows of the table labels")
    return read_table(world, "labels")


def _write(out: Path, scores: dict[str, Any]) -> None:
    page = evaluation.render_evaluation(scores)
    text = json.dumps(scores, indent=2, ensure_ascii=False) + "\n"
    try:
        out.mkdir(parents=True, exist_ok=True)
        replace_text(out / "evaluation.html", page)
        replace_text(out / "evaluation.json", text)
    except OSError as error:
        raise OutputError(f"{out}: cannot write the evaluation: {error.strerror}") from error
