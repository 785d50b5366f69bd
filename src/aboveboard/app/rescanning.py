"""A scan of what the service keeps: in a process of its own, then what the policies in force make of it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq

from aboveboard.app.acting import hand_over
from aboveboard.app.surroundings import surroundings_of_scan
from aboveboard.deciding.evidence import Found
from aboveboard.deciding.policy_life import policy_of
from aboveboard.deciding.policy_states import in_force
from aboveboard.deciding.proposing import Proposed, propose_from
from aboveboard.deciding.sitting import sit
from aboveboard.deciding.values import Limits
from aboveboard.errors import EngineError
from aboveboard.intake import write_world
from aboveboard.store import Ledger

__all__ = ["Rescan", "ran", "rescan", "settle_found"]

_KIND = 19
"""How far a scan steps back for whoever waits for an answer: the lowest priority there is."""


@dataclass(frozen=True, slots=True)
class Rescan:
    """What a scan of the store led to: rows read, findings made, and for each policy in force what became of its proposals."""

    rows: int
    findings: int
    proposed: tuple[Proposed, ...]


def rescan(ledger: Ledger, at: datetime, limits: Limits) -> Rescan:
    """Scan what is kept as of `at` and let every policy in force propose. Done twice, it decides nothing twice.

    Raises `EngineError` with the last lines of a scan that failed.
    """
    with TemporaryDirectory(prefix="aboveboard-scan-") as folder:
        world, out = Path(folder) / "world", Path(folder) / "found"
        world.mkdir()
        rows = write_world(ledger.store, world)
        if "accounts" not in rows:
            return Rescan(0, 0, ())
        _scan(world, out, at)
        accounts = pq.read_table(world / "accounts.parquet")
        attested = pq.read_table(world / "attestations.parquet") if "attestations" in rows else None
        findings = pq.read_table(out / "findings.parquet")
        around = surroundings_of_scan(world, findings, ran(out))
    found = Found(findings, accounts, at, attested, around=around)
    return Rescan(sum(rows.values()), findings.num_rows, settle_found(ledger, found, at, limits))


def settle_found(ledger: Ledger, found: Found, at: datetime, limits: Limits) -> tuple[Proposed, ...]:
    """Let every policy in force propose on what was found, and hand over what is decided at once."""
    with sit(ledger, at, limits) as s:
        policies = [policy_of(s, state.policy, state.version) for state in in_force(s)]
        proposed = tuple(propose_from(s, found, policy) for policy in policies)
        _ = hand_over(s)
    return proposed


def ran(out: Path) -> list[str]:
    """Return the detectors that ran in the scan whose output lies in the folder `out`."""
    return [d["name"] for d in json.loads((out / "summary.json").read_text(encoding="utf-8"))["detectors"]]


def _scan(world: Path, out: Path, at: datetime) -> None:
    """Run the command that everybody else runs, in a process that gives way to the service's."""
    command = [sys.executable, "-m", "aboveboard", "scan", str(world), "--out", str(out), "--as-of", at.isoformat()]
    done = subprocess.run(["nice", "-n", str(_KIND), *command], capture_output=True, text=True, check=False)  # noqa: S603, S607
    if done.returncode:
        raise EngineError(
            "the scan of what is kept failed: " + " | ".join(done.stderr.strip().splitlines()[-3:])[-400:]
        )
