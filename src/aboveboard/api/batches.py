"""`/v1/batches`: one decision over many accounts, looked at first, then on a few, then on the rest, and taken back whole."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
import pyarrow as pa
import sqlalchemy as sa
from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from aboveboard.api.answering import Together
from aboveboard.api.desk import Desk, Here, needs
from aboveboard.api.problems import Problem
from aboveboard.api.sittings import Id, Ordered, Reasoned, deciding, looking, somebody
from aboveboard.deciding.batching import (
    Asked,
    advance_batch,
    batch_of,
    cancel_batch,
    plan_batch,
    reverse_batch,
    run_batch,
)
from aboveboard.deciding.strata import Counts, counts_of
from aboveboard.intake.rows import struct_of
from aboveboard.staff import Caller
from aboveboard.store.intake_tables import FACTS, ITS_TABLE
from aboveboard.tables import TABLES

__all__ = ["router"]

router = APIRouter(prefix="/v1/batches", tags=["batches"], route_class=Together)

MOST = 50_000
"""Most accounts of one batch."""
_LOOKUP = 500

Runner = Annotated[Caller, Depends(needs("batches:run"))]
Taker = Annotated[Caller, Depends(needs("batches:reverse"))]


class Plan(Ordered):
    """One order for many accounts. `name` says what it is for; it is halted by that name."""

    accounts: list[Annotated[str, Field(min_length=1, max_length=512, pattern=r"^[^\x00]+$")]] = Field(
        min_length=1, max_length=MOST
    )
    violation: str = Field(max_length=64, pattern=r"^[a-z_]+$")
    name: str = Field(min_length=1, max_length=120, pattern=r"^[^\x00-\x1f]+$")


class Looked(BaseModel):
    """What the order would do. Nothing was done; `token` is what a run must be given."""

    batch: str
    token: str
    size: int
    unknown: int = Field(description="Accounts that were never handed in; they are left out.")
    counts: dict[str, dict[str, int]]
    refused: dict[str, int]
    sample: list[str]
    two_people: str
    skew: str


class Run(Reasoned):
    """The token of the dry run, and why."""

    token: str = Field(pattern=r"^[0-9a-f]{64}$")


class Batch(BaseModel):
    """How a batch stands."""

    batch_id: str
    status: str
    size: int
    canary: int
    done: int
    failed: int
    taken_back: int
    why: str


@router.post("", status_code=201)
def planned(body: Plan, desk: Here, caller: Runner) -> Looked:
    """Look at what an order would do to many accounts: counts by group, who would not be reached, a sample to look at."""
    by = somebody(caller)
    rows, everyone = _accounts(desk, body.accounts), _population(desk)
    if not rows.num_rows:
        raise Problem(422, "The request cannot be used", "None of these accounts was ever handed in.")
    with deciding(desk) as s:
        made = plan_batch(s, Asked(body.order(), body.violation, body.name), rows, everyone, by)
    told = {n: getattr(made, n) for n in Looked.model_fields if n not in ("unknown", "counts", "sample")}
    counts = {n: dict(groups) for n, groups in made.counts.items()}
    return Looked(**told, counts=counts, sample=list(made.sample), unknown=len(set(body.accounts)) - rows.num_rows)


@router.get("/{batch_id}")
def one(batch_id: Id, desk: Here, _caller: Annotated[Caller, Depends(needs("decisions:read"))]) -> Batch:
    """Show how a batch stands."""
    with looking(desk) as s:
        return _batch(batch_of(s, batch_id))


@router.post("/{batch_id}/run")
def run(batch_id: Id, body: Run, desk: Here, caller: Runner) -> Batch:
    """Start a batch with the token of its dry run; a large one waits for a second person."""
    with deciding(desk) as s:
        _ = run_batch(s, batch_id, body.token, somebody(caller), body.reason)
        return _batch(batch_of(s, batch_id))


@router.post("/{batch_id}/advance")
def advance(batch_id: Id, desk: Here, caller: Runner) -> Batch:
    """Do the next part of a batch; a worker does this by itself."""
    _ = somebody(caller)
    with deciding(desk) as s:
        return _batch(advance_batch(s, batch_id))


@router.post("/{batch_id}/cancel")
def cancel(batch_id: Id, body: Reasoned, desk: Here, caller: Runner) -> Batch:
    """End a batch where it is."""
    with deciding(desk) as s:
        return _batch(cancel_batch(s, batch_id, somebody(caller), body.reason))


@router.post("/{batch_id}/reverse")
def reversal(batch_id: Id, body: Reasoned, desk: Here, caller: Taker) -> Batch:
    """Take a batch back, with everything restored. Ask again until its status is `reversed`."""
    with deciding(desk) as s:
        return _batch(reverse_batch(s, batch_id, somebody(caller), body.reason, 5000))


def _batch(row: dict[str, Any]) -> Batch:
    return Batch(**{n: row[n] for n in Batch.model_fields})


def _accounts(desk: Desk, names: list[str]) -> pa.Table:
    """Return the last row of each account that was handed in."""
    found: dict[str, str] = {}
    wanted = sorted(set(names))
    with desk.store.reading() as connection:
        for start in range(0, len(wanted), _LOOKUP):
            some = (FACTS.c.account_id.in_(wanted[start : start + _LOOKUP]), ITS_TABLE == "accounts")
            found |= _latest(connection, *some)
    return _table(found)


def _population(desk: Desk) -> Counts:
    """Count every account that was handed in."""
    with desk.store.reading() as connection:
        return counts_of(_table(_latest(connection, FACTS.c.source == "accounts")), desk.clock())


def _latest(connection: sa.Connection, *chosen: sa.ColumnElement[bool]) -> dict[str, str]:
    query = sa.select(FACTS.c.account_id, FACTS.c.body).where(*chosen).order_by(FACTS.c.position)
    return {row[0]: row[1] for row in connection.execute(query)}


def _table(found: dict[str, str]) -> pa.Table:
    schema = TABLES["accounts"].schema
    rows = msgspec.json.decode("[" + ",".join(found.values()) + "]", type=list[struct_of("accounts")])
    return pa.Table.from_pylist([{n: getattr(r, n) for n in schema.names} for r in rows], schema=schema)
