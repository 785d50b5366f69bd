"""`/v1/policies`: drafts, what they would have done, and the steps to live; whoever wrote one does not approve it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Path
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from aboveboard.api.answering import Together
from aboveboard.api.desk import Here, needs
from aboveboard.api.sittings import Reason, Reasoned, deciding, looking, somebody
from aboveboard.deciding.backtesting import backtest
from aboveboard.deciding.policy_life import canary, draft, go_live, note_backtest, policy_of, shadow, text_of, withdraw
from aboveboard.deciding.policy_states import Standing, version_of
from aboveboard.staff import Caller
from aboveboard.store.deciding_tables import POLICY_STATE
from aboveboard.store.entries import moment

__all__ = ["router"]

router = APIRouter(prefix="/v1/policies", tags=["policies"], route_class=Together)

Name = Annotated[str, Path(min_length=1, max_length=80, pattern=r"^[\w-]+$")]
Version = Annotated[str, Path(min_length=1, max_length=80, pattern=r"^[\w.-]+$")]
Reader = Annotated[Caller, Depends(needs("policies:read"))]
Author = Annotated[Caller, Depends(needs("policies:write"))]
Approver = Annotated[Caller, Depends(needs("policies:approve"))]


class Draft(Reasoned):
    """A policy's text, why it is wanted, and when it ends."""

    text: str = Field(min_length=1, max_length=1 << 20)
    ends_at: AwareDatetime


class Policy(BaseModel):
    """How far one version has come."""

    policy: str
    version: str
    stage: Literal["draft", "backtested", "shadow", "canary", "live", "expired", "withdrawn"]
    author: str
    approver: str
    sha256: str
    share: float
    ends_at: datetime
    since: datetime


class Policies(BaseModel):
    """Every version that was written down."""

    policies: list[Policy]


class Text(BaseModel):
    """The text of a version, as it was written down."""

    text: str


class Approved(BaseModel):
    """The next step: `canary` acts on a share of the accounts, `live` on all."""

    model_config = ConfigDict(extra="forbid")
    stage: Literal["canary", "live"]
    share: float = Field(default=0.01, gt=0, le=0.5)


class Withdrawn(BaseModel):
    """Why a version is taken back."""

    model_config = ConfigDict(extra="forbid")
    reason: Reason


@router.get("")
def every(desk: Here, _caller: Reader) -> Policies:
    """List every version and how far it has come."""
    query = sa.select(POLICY_STATE).order_by(POLICY_STATE.c.policy, POLICY_STATE.c.version)
    with desk.store.reading() as connection:
        rows = connection.execute(query).mappings().all()
    return Policies(policies=[_policy(Standing(**row)) for row in rows])


@router.post("", status_code=201)
def drafted(body: Draft, desk: Here, caller: Author) -> Policy:
    """Write a draft down. Its text is checked with all of its worked cases first."""
    with deciding(desk) as s:
        known = desk.parts.get("detectors") or None
        return _policy(draft(s, body.text, somebody(caller), body.reason, body.ends_at, known))


@router.get("/{name}/{version}")
def one(name: Name, version: Version, desk: Here, _caller: Reader) -> Policy:
    """Show one version."""
    with looking(desk) as s:
        return _policy(version_of(s, name, version))


@router.get("/{name}/{version}/text")
def text(name: Name, version: Version, desk: Here, _caller: Reader) -> Text:
    """Show the text of one version."""
    with looking(desk) as s:
        return Text(text=text_of(s, name, version))


@router.post("/{name}/{version}/backtest")
def tested(name: Name, version: Version, desk: Here, caller: Author) -> dict[str, Any]:
    """Run a version over everything the ledger remembers, write the report down, and return it."""
    with deciding(desk) as s:
        report = backtest(s, policy_of(s, name, version))
        _ = note_backtest(s, name, version, somebody(caller), report)
    return report


@router.post("/{name}/{version}/shadow")
def shaded(name: Name, version: Version, desk: Here, caller: Author) -> Policy:
    """Let a version propose beside the live one; nothing is done."""
    with deciding(desk) as s:
        return _policy(shadow(s, name, version, somebody(caller)))


@router.post("/{name}/{version}/approve")
def approved(name: Name, version: Version, body: Approved, desk: Here, caller: Approver) -> Policy:
    """Let a version act: on a share of the accounts, then on all."""
    by = somebody(caller)
    with deciding(desk) as s:
        done = go_live(s, name, version, by) if body.stage == "live" else canary(s, name, version, by, body.share)
        return _policy(done)


@router.post("/{name}/{version}/withdraw")
def withdrawn(name: Name, version: Version, body: Withdrawn, desk: Here, caller: Author) -> Policy:
    """Take a version back."""
    with deciding(desk) as s:
        return _policy(withdraw(s, name, version, somebody(caller), body.reason))


def _policy(found: Standing) -> Policy:
    told = {n: getattr(found, n) for n in Policy.model_fields if n not in ("ends_at", "since")}
    return Policy(**told, ends_at=moment(found.ends_us), since=moment(found.since_us))
