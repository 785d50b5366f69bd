"""`cleanup`: a reversible campaign against followers that are not real, and the proof that it can be undone."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard import __version__
from aboveboard.app.checking import judged, read_findings
from aboveboard.app.choosing_edges import Limits, Plan, plan
from aboveboard.app.folders import OURS, whole_folder
from aboveboard.app.letters import letters
from aboveboard.app.scanning import read_accounts, read_table, scan
from aboveboard.connectors.files import read_world
from aboveboard.core import VIOLATIONS, Progress, silent
from aboveboard.detector import book
from aboveboard.errors import InputError, OutputError
from aboveboard.tables import TABLES, World

__all__ = ["clean_up", "undo"]

_SEED = VIOLATIONS["fake_follower"]
_TOMBSTONES, _AFTER = "tombstones.parquet", "follows_after.parquet"


def clean_up(
    world: Path,
    out: Path,
    *,
    earlier: Path | None = None,
    thresholds: Sequence[int] = (),
    cap: int = 100_000,
    share: float = 1.0,
    sample: int = 50,
    days: int = 7,
    seed: int = 0,
    as_of: datetime | None = None,
    mapping: Path | None = None,
    progress: Progress = silent,
) -> dict[str, Any]:
    """Plan the removal of followers that likely findings call not real; write the campaign to `out`, and return its summary.

    Uses the `earlier` scan's findings, or scans first. Nothing is changed in `world`. `out` is written whole or not at all.
    Raises `InputError` where the world has no follows or limits make no sense, and `OutputError` where `out` is taken.
    """
    limits = Limits(cap, share, sample, tuple(thresholds))
    _sensible(limits, days)
    _vacant(out)
    with whole_folder(out) as folder, tempfile.TemporaryDirectory(prefix="aboveboard-") as staging:
        findings, told = _findings(world, earlier, Path(staging), as_of, mapping, seed, progress)
        read = _read(world, Path(staging) / "tables", as_of or told, mapping, progress)
        follows = read_table(read, "follows")
        progress("choosing follows", 0, 3)
        made = plan(findings, follows, read_accounts(read), read.as_of, limits, seed)
        progress("writing the campaign", 1, 3)
        summary = _summary(read, made, limits, follows, earlier, {"seed": seed, "notice_days": days})
        _write(folder, made, follows, summary, list(letters(made.targets, read.as_of, days)))
        progress("proving that it can be undone", 2, 3)
        _restored(folder)
        progress("proving that it can be undone", 3, 3)
    return summary


def _vacant(out: Path) -> None:
    """Refuse a folder in use: it may be an earlier campaign, whose tombstones are the only way back."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise OutputError(
            f"{out}: is in use; name a new folder, since an earlier campaign's tombstones are its way back"
        )


def _sensible(limits: Limits, days: int) -> None:
    faults = [f"--threshold {t} is no number of followers" for t in limits.thresholds if t < 1]
    faults += [f"--cap {limits.cap} allows nothing"] if limits.cap < 1 else []
    faults += [f"--cap-share {limits.share} is no share above 0 and up to 1"] if not 0 < limits.share <= 1 else []
    faults += [f"--notice-days {days} is before today"] if days < 0 else []
    if faults:
        raise InputError(*faults)


def _findings(
    world: Path,
    earlier: Path | None,
    staging: Path,
    as_of: datetime | None,
    mapping: Path | None,
    seed: int,
    progress: Progress,
) -> tuple[pa.Table, datetime | None]:
    """Return the findings to act on, and the time the earlier scan judged the world as of."""
    if earlier is None:
        names = [d.name for d in book() if VIOLATIONS[d.violation] == _SEED and d.violation != "zombie"]
        scan(world, staging / "scan", detectors=names, as_of=as_of, mapping=mapping, seed=seed, progress=progress)
        return read_findings(staging / "scan"), None
    return read_findings(earlier), judged(earlier)[1]


def _read(world: Path, staging: Path, as_of: datetime | None, mapping: Path | None, progress: Progress) -> World:
    staging.mkdir()
    read = read_world(
        world, as_of=as_of, staging=staging, only={"accounts", "follows"}, mapping=mapping, progress=progress
    )
    if not read.sources.get("follows") or not read.sources["follows"].rows:
        raise InputError(f"{world}: has no follows; there is nothing to clean up")
    return read


def _summary(
    read: World, made: Plan, limits: Limits, follows: pa.Table, earlier: Path | None, run_as: Mapping[str, object]
) -> dict[str, Any]:
    targets = made.targets.to_pylist()
    return {
        "program": __version__, "campaign": "cleanup", **run_as, "as_of": read.as_of.isoformat(),
        "world": read.path.name if read.path else "", "findings_of": earlier.name if earlier else "a scan made for this",
        "caps": {"edges_a_target": limits.cap, "share_of_a_target": limits.share},
        "edges": made.edges.num_rows, "held_back": sum(t["held_back"] for t in targets),
        "targets": sum(t["removed"] > 0 for t in targets), "followers": len(set(made.edges["follower_id"].to_pylist())),
        "below": {str(k): sum(k in t["below"] for t in targets) for k in sorted(set(limits.thresholds), reverse=True)},
        "control": made.control.num_rows,
        "follows": {"rows": follows.num_rows, "sha256": _digest(follows)},
    }  # fmt: skip


def _write(folder: Path, made: Plan, follows: pa.Table, summary: dict[str, Any], notices: list[dict[str, Any]]) -> None:
    """Write every file of a campaign: the plan, what to tell, how to audit, what remains, and what to restore."""
    position = np.sort(made.edges["position"].to_numpy())
    stones = follows.take(pa.array(position)).append_column("position", pa.array(position))
    stays = np.ones(follows.num_rows, bool)
    stays[position] = False
    key = made.control.append_column("number", pa.array(np.arange(made.control.num_rows)))
    tables = {
        "edges": made.edges.drop_columns("position"), "targets": made.targets,
        "control": key.select(["number", "follower_id", "target_id", "at"]), "control_key": key.select(["number", "removed"]),
    }  # fmt: skip
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd")
    pq.write_table(stones, folder / _TOMBSTONES, compression="zstd")
    pq.write_table(follows.filter(pa.array(stays)), folder / _AFTER, compression="zstd")
    lines = "".join(json.dumps(n, ensure_ascii=False) + "\n" for n in notices)
    (folder / "notices.ndjson").write_text(lines, encoding="utf-8")
    (folder / OURS).write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _digest(follows: pa.Table) -> str:
    """Return the SHA-256 of the table written as parquet without its file: the same rows in the same order, the same bytes."""
    sink = pa.BufferOutputStream()
    pq.write_table(follows.combine_chunks(), sink, compression="zstd")
    return hashlib.sha256(sink.getvalue()).hexdigest()


def undo(
    world: Path, campaign: Path, out: Path | None = None, *, mapping: Path | None = None, progress: Progress = silent
) -> dict[str, Any]:
    """Put the removed follows back where they were, and prove it: the restored table has the bytes the campaign began with.

    Returns rows, how many were put back, the digest, and whether `world` holds the same follows now (`same`). With `out`,
    writes the restored table there as `follows.parquet`. Raises `InputError` where `campaign` is no campaign, and
    `OutputError` where the proof fails.
    """
    progress("restoring", 0, 2)
    restored, summary, back = _restored(campaign)
    progress("restoring", 1, 2)
    with tempfile.TemporaryDirectory(prefix="aboveboard-") as staging:
        read = _read(world, Path(staging) / "tables", datetime.fromisoformat(summary["as_of"]), mapping, silent)
        same = _digest(read_table(read, "follows")) == summary["follows"]["sha256"]
    if out is not None:
        with whole_folder(out) as folder:
            pq.write_table(restored, folder / "follows.parquet", compression="zstd")
            (folder / OURS).write_text(json.dumps({"restored": campaign.name}) + "\n", encoding="utf-8")
    progress("restoring", 2, 2)
    return {"rows": restored.num_rows, "restored": back, "sha256": summary["follows"]["sha256"], "same": same}


def _restored(campaign: Path) -> tuple[pa.Table, dict[str, Any], int]:
    """Merge what remains with the tombstones by position, and hold the result to the digest in the summary."""
    summary, after, stones = _opened(campaign)
    rows = after.num_rows + stones.num_rows
    position = stones["position"].to_numpy()
    stays = np.ones(rows, bool)
    if rows != summary["follows"]["rows"] or not _fits(position, rows):
        raise OutputError(
            f"{campaign}: the tombstones do not fit what remains; {rows:,} rows where {summary['follows']['rows']:,} were"
        )
    stays[position] = False
    source = np.empty(rows, np.int64)
    source[stays], source[position] = np.arange(after.num_rows), after.num_rows + np.arange(len(position))
    schema = TABLES["follows"].schema
    both = pa.concat_tables([after.select(schema.names).cast(schema), stones.select(schema.names).cast(schema)])
    restored = both.combine_chunks().take(pa.array(source))
    if _digest(restored) != summary["follows"]["sha256"]:
        raise OutputError(
            f"{campaign}: the restored follows are not the ones the campaign began with; a file was changed"
        )
    return restored, summary, stones.num_rows


def _opened(campaign: Path) -> tuple[dict[str, Any], pa.Table, pa.Table]:
    try:
        summary = json.loads((campaign / OURS).read_text(encoding="utf-8"))
        after, stones = pq.read_table(campaign / _AFTER), pq.read_table(campaign / _TOMBSTONES)
    except (OSError, ValueError, pa.ArrowInvalid) as error:
        raise InputError(f"{campaign}: is no clean-up campaign; {error}") from error
    columns = set(TABLES["follows"].schema.names)
    if not isinstance(summary, dict) or summary.get("campaign") != "cleanup" or "follows" not in summary:
        raise InputError(f"{campaign}: is no clean-up campaign; name a folder that `cleanup` wrote")
    if not columns <= set(after.column_names) or not columns | {"position"} <= set(stones.column_names):
        raise InputError(f"{campaign}: {_TOMBSTONES} or {_AFTER} lacks columns; a file was changed")
    return summary, after, stones


def _fits(position: np.ndarray, rows: int) -> bool:
    return bool((np.diff(position) > 0).all() and (not len(position) or (position[0] >= 0 and position[-1] < rows)))
