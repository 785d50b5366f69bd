"""`/v1/notice`: what the holder of a notice's link reads of their one decision, and their appeal against it, without an account here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from aboveboard.api.answering import Together
from aboveboard.api.desk import Here, needs
from aboveboard.api.problems import Problem
from aboveboard.api.sittings import deciding, looking
from aboveboard.app.acting import why_of
from aboveboard.deciding.appealing import appeal
from aboveboard.deciding.histories import history
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Decision
from aboveboard.staff import Caller
from aboveboard.store.deciding_tables import CASES
from aboveboard.store.entries import moment

__all__ = ["router"]

router = APIRouter(prefix="/v1/notice", tags=["notices"], route_class=Together)

Holder = Annotated[Caller, Depends(needs("notices:own"))]
Appellant = Annotated[Caller, Depends(needs("appeals:lodge"))]
_BY = "holder:link"


class Filed(BaseModel):
    """An appeal against the decision of this notice, and when it was filed."""

    appeal: str
    status: str
    filed_at: datetime


class Notice(BaseModel):
    """What was decided about the holder's account, why, and what they said against it. It names nobody else."""

    decision: str
    action: str
    scope: str = Field(description="What a limit takes away; empty otherwise.")
    until: datetime | None
    violation: str
    ground: str = Field(description="`law` or `terms`.")
    why: str = Field(description="What the rule says to the holder; empty where a person decided without one.")
    by_machine: bool = Field(description="Whether a program decided it; a person answers every appeal.")
    in_force: bool = Field(description="False once it was taken back.")
    appeals: list[Filed]


class Lodged(BaseModel):
    """What the holder says, and a hash of new evidence where an earlier appeal was refused."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(min_length=1, max_length=20_000)
    evidence: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")


class Receipt(BaseModel):
    """The appeal's id."""

    appeal: str


@router.get("")
def read(desk: Here, caller: Holder) -> Notice:
    """Read the notice that the link was made for."""
    with looking(desk) as s:
        made, undone = _decision(s, caller)
        return Notice(
            decision=made.id, action=made.order.action, scope=made.order.scope, until=made.order.until, violation=made.violation,
            ground=made.order.ground, why=why_of(s, made.body()), by_machine=made.by.startswith("policy:"), in_force=not undone, appeals=_appeals(s, made.id),
        )  # fmt: skip


@router.post("/appeal", status_code=201)
def lodge(body: Lodged, desk: Here, caller: Appellant) -> Receipt:
    """Appeal against the decision that the link was made for."""
    with deciding(desk) as s:
        made, _ = _decision(s, caller)
        return Receipt(appeal=appeal(s, made.id, _BY, body.text, body.evidence))


def _decision(s: Sitting, caller: Caller) -> tuple[Decision, bool]:
    """Return the decision that a link is about, and whether it was taken back. Raises a `Problem` 404 where it is about none of this account's."""
    known = history(s, caller.name)
    if caller.about not in known.decisions:
        raise Problem(
            404, "There is no such decision", "This notice is not about a decision that stands in the ledger."
        )
    return known.decisions[caller.about], caller.about in known.undone


def _appeals(s: Sitting, decision: str) -> list[Filed]:
    query = sa.select(CASES).where(CASES.c.kind == "appeal", CASES.c.about == decision).order_by(CASES.c.opened_us)
    return [_filed(row) for row in s.connection.execute(query).mappings()]


def _filed(row: Mapping[Any, Any]) -> Filed:
    return Filed(appeal=row["case_id"], status=row["status"], filed_at=moment(row["opened_us"]))
