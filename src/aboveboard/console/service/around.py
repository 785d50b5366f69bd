"""The small world around one account: its own rows and those of the accounts that a finding names, as the dossier reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import sqlalchemy as sa

from aboveboard.app.explaining import event_told, later_of, record_of
from aboveboard.app.scanning import read_accounts
from aboveboard.app.seeing import seeing
from aboveboard.core import DECISIONS, FINDINGS
from aboveboard.dossier.ties import Tie, ties
from aboveboard.intake.rows import struct_of
from aboveboard.policy import Policy
from aboveboard.store.entries import moment
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.schema import ENTRIES
from aboveboard.tables import TABLES, Source, World

__all__ = ["Around", "look_around", "look_later", "world_of"]

_MOST = 3000
_NAMED = 25


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of an account today: the record of `app.explaining`, the rows of the accounts beside it, and what ties them."""

    record: Mapping[str, Any]
    rows: Mapping[str, Mapping[str, Any]]
    ties: Sequence[Tie]


def world_of(connection: sa.Connection, account: str, named: Sequence[str], at: datetime, then: int = 0, bodies: Mapping[str, str] | None = None) -> World:  # fmt: skip
    """Return the newest rows of an account and of those named with it, as a world in memory. A person's tables hold a few thousand rows at most.

    `then` leaves out what was handed in from that time on (microseconds; 0: nothing). `bodies` are the names of organisations by their number: their
    rows are not an account's.
    """
    chosen = [account, *(n for n in named if n != account)][:_NAMED]
    query = sa.select(FACTS.c.source, FACTS.c.body).where(FACTS.c.account_id.in_(chosen))
    if then:
        later = sa.select(ENTRIES.c.key).where(
            ENTRIES.c.stream == "intake", ENTRIES.c.at_us >= then, ENTRIES.c.key.is_not(None)
        )
        query = query.where(FACTS.c.batch.not_in(later))
    rows = dict[str, list[str]]()
    for source, body in reversed(connection.execute(query.order_by(FACTS.c.position.desc()).limit(_MOST)).all()):
        rows.setdefault(source, []).append(body)
    sources = {name: _source(name, found) for name, found in rows.items() if name in TABLES}
    if bodies:
        known = pa.table({"org_id": list(bodies), "name": list(bodies.values())})
        sources["organisations"] = Source(known.num_rows, frozenset(known.column_names), memory=known)
    return World(sources, at)


def _source(name: str, bodies: list[str]) -> Source:
    table = TABLES[name]
    decoded = msgspec.json.decode("[" + ",".join(bodies) + "]", type=list[struct_of(name)])
    rows = [{n: getattr(r, n) for n in table.schema.names} for r in decoded]
    if table.key:
        rows = list({tuple(r[k] for k in table.key): r for r in rows}.values())
    made = pa.Table.from_pylist(rows, schema=table.schema)
    there = {n for n in made.column_names if made[n].null_count < made.num_rows}
    return Source(made.num_rows, frozenset(there), memory=made)


def look_around(world: World, account: str, snapshot: Mapping[str, Any], rules: Policy) -> Around:
    """Return the record of an account over its small world, with the findings that its proposal rests on, but for what `look_later` returns."""
    accounts = read_accounts(world)
    row, findings = _known(accounts, account, snapshot)
    told = _around_then(snapshot)
    with seeing(world) as (connection, tables):
        record, _ = record_of(
            connection, tables, world, row, findings, DECISIONS.empty_table(), rules, told, whole=False
        )
        found = ties(connection, account, tables)
    return Around(record, {r["account_id"]: r for r in accounts.to_pylist()}, found)


def look_later(world: World, account: str, snapshot: Mapping[str, Any], rules: Policy) -> dict[str, Any]:
    """Return what takes longest of the record of an account: its `timeline`, and `changes`, what would change what is proposed."""
    row, findings = _known(read_accounts(world), account, snapshot)
    with seeing(world) as (connection, tables):
        changed, events = later_of(connection, tables, world, row, findings, rules, _around_then(snapshot))
    return {"findings": snapshot["findings"], "changes": changed, "timeline": [event_told(e) for e in events]}


def _around_then(snapshot: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the whole world told of the account when it was scanned. Nothing is made up of its tokens where nobody worked it out."""
    groups = {f["group"]: snapshot["inputs"]["ring_size"] for f in snapshot["findings"] if f.get("group")}
    return {"rings": groups, **snapshot.get("around", {})}


def _known(accounts: pa.Table, account: str, snapshot: Mapping[str, Any]) -> tuple[pa.Table, pa.Table]:
    """Return the row of an account, of its snapshot where there is none any more, and the findings of the snapshot."""
    row = accounts.filter(pc.equal(accounts["account_id"], account))
    if not row.num_rows:
        row = pa.Table.from_pylist([_dated(snapshot["account"])], schema=TABLES["accounts"].schema)
    return row, pa.Table.from_pylist([_dated(f) for f in snapshot["findings"]], schema=FINDINGS)


def _dated(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of a snapshot with its times as times."""
    return {k: moment(v) if k.endswith("_at") and isinstance(v, int) else v for k, v in row.items()}
