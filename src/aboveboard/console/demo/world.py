"""A world and its scan, opened once, asked account by account."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from aboveboard.app.choosing import choose
from aboveboard.app.explaining import record_of
from aboveboard.app.scanning import read_accounts, read_table
from aboveboard.app.seeing import see
from aboveboard.app.surroundings import see_users
from aboveboard.connectors.files import read_world
from aboveboard.console.views.cases import Explained
from aboveboard.dossier.ties import Tie, ties
from aboveboard.embedded import connect
from aboveboard.policy import Policy, default_policy
from aboveboard.tables import TABLES

__all__ = ["Scan", "evidence_of"]


class Scan:
    """The folder of a world and the output folder of its scan, read-only. Every method may be called by several threads."""

    def __init__(self, world: Path, scan: Path) -> None:
        self._staging = tempfile.TemporaryDirectory(prefix="aboveboard-")
        self._lock = RLock()
        self.world = read_world(world, staging=Path(self._staging.name))
        self.findings = pq.read_table(scan / "findings.parquet")
        self.decisions = pq.read_table(scan / "decisions.parquet")
        self.rings: list[dict[str, Any]] = pq.read_table(scan / "rings.parquet").to_pylist()
        self.as_of = self.world.as_of
        self._accounts = read_accounts(self.world)
        self._connection = connect()
        self._tables = [
            t for t in TABLES if see(self._connection, t, TABLES[t].schema.empty_table(), self.world.sources.get(t))
        ]
        self._records = dict[str, Mapping[str, Any]]()

    def close(self) -> None:
        """Close what was opened."""
        self._connection.close()
        self._staging.cleanup()

    @cached_property
    def rows(self) -> Mapping[str, Mapping[str, Any]]:
        """Every account by its id."""
        return {r["account_id"]: r for r in self._accounts.to_pylist()}

    @cached_property
    def found(self) -> Mapping[str, Mapping[str, Any]]:
        """Every finding by its id."""
        return {f["finding_id"]: f for f in self.findings.to_pylist()}

    @cached_property
    def policy(self) -> Policy:
        """The policy that proposed."""
        return default_policy()

    @property
    def accounts(self) -> pa.Table:
        """The accounts as a table."""
        return self._accounts

    @property
    def attestations(self) -> pa.Table:
        """The checks that accounts were put through."""
        return read_table(self.world, "attestations")

    def record(self, account: str) -> Mapping[str, Any]:
        """Return everything the world holds of an account (`app.explaining`), computed once."""
        with self._lock:
            if account not in self._records:
                row = self._accounts.filter(pc.equal(self._accounts["account_id"], account))
                told = record_of(
                    self._connection, self._tables, self.world, row, self.findings, self.decisions, self.policy
                )
                self._records[account] = told[0]
            return self._records[account]

    def ties(self, account: str) -> list[Tie]:
        """Return what ties an account to others."""
        with self._lock:
            see_users(self._connection, {})
            return ties(self._connection, account, self._tables)

    def organisations(self) -> Mapping[str, Mapping[str, Any]]:
        """Return every organisation by its id."""
        source = self.world.sources.get("organisations")
        return {o["org_id"]: o for o in read_table(self.world, "organisations").to_pylist()} if source else {}

    def mistakes(self, detector: str) -> tuple[Explained, ...]:
        """Return how a detector can be wrong, each with its guard."""
        found = next((d for d in choose(None) if d.name == detector), None)
        return tuple(Explained(f"m{n}", m.says, m.guard) for n, m in enumerate(found.mistakes)) if found else ()


def evidence_of(ring: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a ring rests on."""
    return json.loads(ring["evidence"] or "{}")
