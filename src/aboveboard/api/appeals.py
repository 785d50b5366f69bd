"""`/v1/appeals`: answers to decisions, filed without signing in, judged by somebody who had no part in them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from aboveboard.api.answering import Together
from aboveboard.api.desk import Here, needs
from aboveboard.api.problems import Problem
from aboveboard.api.sittings import Id, Ordered, Reason, Version, deciding, somebody
from aboveboard.deciding.appealing import appeal, judge
from aboveboard.staff import Caller
from aboveboard.store.deciding_tables import CASES
from aboveboard.store.entries import moment

__all__ = ["router"]

router = APIRouter(prefix="/v1/appeals", tags=["appeals"], route_class=Together)

Reader = Annotated[Caller, Depends(needs("appeals:read"))]
Judge = Annotated[Caller, Depends(needs("appeals:judge"))]
Filer = Annotated[Caller, Depends(needs("decisions:read"))]


class Filed(BaseModel):
    """An appeal: what the holder says, and a hash of new evidence where an earlier appeal was refused."""

    model_config = ConfigDict(extra="forbid")
    decision: str = Field(pattern=r"^[a-z0-9_]{1,64}$")
    text: str = Field(min_length=1, max_length=20_000)
    evidence: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")


class Receipt(BaseModel):
    """The appeal's id."""

    appeal: str


class Appeal(BaseModel):
    """An appeal that waits, or was answered."""

    appeal: str
    decision: str
    account_id: str
    action: str
    violation: str
    status: str
    version: int
    filed_at: datetime


class Appeals(BaseModel):
    """Appeals, oldest first."""

    appeals: list[Appeal]


class Answer(BaseModel):
    """What becomes of an appeal; `instead` is the milder decision that takes the place of a changed one."""

    model_config = ConfigDict(extra="forbid")
    outcome: Literal["upheld", "overturned", "changed"]
    reason: Reason
    version: Version
    instead: Ordered | None = None


class Answered(BaseModel):
    """What was taken back: the decision itself, and what rested on it."""

    taken_back: list[str]
    fallen: list[str]


@router.post("", status_code=201)
def filed(body: Filed, desk: Here, caller: Filer) -> Receipt:
    """File an appeal for the holder of the account that a decision is about."""
    with deciding(desk) as s:
        return Receipt(appeal=appeal(s, body.decision, f"holder:{caller.kind}", body.text, body.evidence))


@router.get("")
def waiting(desk: Here, _caller: Reader, limit: Annotated[int, Query(ge=1, le=500)] = 100) -> Appeals:
    """List the appeals that wait for an answer."""
    query = (
        sa.select(CASES)
        .where(CASES.c.kind == "appeal", CASES.c.status != "decided")
        .order_by(CASES.c.opened_us)
        .limit(limit)
    )
    with desk.store.reading() as connection:
        rows = connection.execute(query).mappings().all()
    return Appeals(appeals=[_appeal(r) for r in rows])


@router.get("/{appeal_id}")
def one(appeal_id: Id, desk: Here, _caller: Reader) -> Appeal:
    """Show an appeal."""
    query = sa.select(CASES).where(CASES.c.kind == "appeal", CASES.c.case_id == appeal_id)
    with desk.store.reading() as connection:
        row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise Problem(404, "There is no such appeal")
    return _appeal(row)


@router.post("/{appeal_id}/judge")
def judged(appeal_id: Id, body: Answer, desk: Here, caller: Judge) -> Answered:
    """Answer an appeal: the decision stands, falls with all that rests on it, or a milder one takes its place."""
    order = body.instead.order() if body.instead else None
    with deciding(desk) as s:
        done = judge(s, appeal_id, body.outcome, somebody(caller), body.reason, body.version, order)
    return Answered(taken_back=list(done.decisions) if done else [], fallen=list(done.fallen) if done else [])


def _appeal(row: sa.RowMapping) -> Appeal:
    return Appeal(
        appeal=row["case_id"], decision=row["about"], account_id=row["account_id"], action=row["action"], violation=row["violation"],
        status=row["status"], version=row["version"], filed_at=moment(row["opened_us"]),
    )  # fmt: skip
