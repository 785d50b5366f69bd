"""`/v1/cases`: what waits for a person, who works on it, and what they decide."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from pydantic import AwareDatetime, BaseModel, Field

from aboveboard.api.answering import Together
from aboveboard.api.desk import Here, needs
from aboveboard.api.problems import Problem
from aboveboard.api.sittings import Id, Ordered, Reasoned, Version, deciding, looking, somebody, tokens_of
from aboveboard.deciding.handling import Only, claim, escalate, hand_over, heartbeat, hold, queue, release, skip
from aboveboard.deciding.ruling import blind, decide
from aboveboard.privacy.reveal import READS
from aboveboard.staff import Caller
from aboveboard.store import New
from aboveboard.store.deciding_tables import CHECKS
from aboveboard.store.entries import moment

__all__ = ["router"]

router = APIRouter(prefix="/v1/cases", tags=["cases"], route_class=Together)

Reader = Annotated[Caller, Depends(needs("cases:read"))]
Worker = Annotated[Caller, Depends(needs("cases:work"))]
Judge = Annotated[Caller, Depends(needs("decisions:make"))]
Narrow = Annotated[str, Query(max_length=512, pattern=r"^[^\x00]*$", description="Only cases with this.")]
Level = Literal["reviewer", "senior", "appeals"]


class Case(BaseModel):
    """One case, as whoever takes it up sees it in the queue."""

    case_id: str
    kind: str
    account_id: str
    violation: str
    rule: str
    action: str = Field(description="What the policy proposes.")
    why: str = Field(description="Why a person is asked.")
    level: str
    status: str
    version: int
    score: float
    opened_at: datetime


class Cases(BaseModel):
    """The cases that this person may take up now, oldest first."""

    cases: list[Case]


class Seen(BaseModel):
    """A case with its evidence. What others said of it is not shown, so that a second person judges for themselves."""

    case: Case
    state: str
    account: dict[str, Any]
    findings: list[dict[str, Any]]


class Claimed(BaseModel):
    """Who asks for it, on which version."""

    version: Version


class Until(BaseModel):
    """Until when a claim holds."""

    until: datetime


class Handled(Reasoned):
    """What to do with a case, and why: `to` names the person to hand it to, `until` when a held one comes back."""

    what: Literal["hand_over", "hold", "escalate", "skip", "release"]
    version: Version
    to: str = Field(default="", max_length=200, pattern=r"^[^\x00:]*$")
    until: AwareDatetime | None = None


class Verdict(Ordered):
    """What a person decides on a case."""

    version: Version


class Ruled(BaseModel):
    """What that led to: `decided`, `second` (another person must say the same) `hearing` (the holder may answer first) or `checked` (it was decided before)."""

    decision: str
    status: str
    why: str


@router.get("")
def waiting(
    desk: Here,
    caller: Reader,
    level: Annotated[list[Level] | None, Query(max_length=3)] = None,
    account_id: Narrow = "",
    violation: Narrow = "",
    rule: Narrow = "",
    after: Annotated[str, Query(pattern=r"^[A-Za-z0-9_]{0,64}$", description="Go on behind this case.")] = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Cases:
    """List the cases that wait, oldest first, without those that others work on or that the caller gave their word on."""
    only = Only(account_id, violation, rule, after)
    with looking(desk) as s:
        found = queue(s, f"person:{caller.name}", tuple(level or ("reviewer", "senior")), limit, only)
    return Cases(cases=[_case(c) for c in found])


@router.get("/{case_id}")
def seen(case_id: Id, desk: Here, caller: Reader) -> Seen:
    """Show a case with its evidence, never who said what before. That it was looked at is written down."""
    with deciding(desk) as s:
        shown, case = blind(s, case_id), s.case(case_id)
        status = case["status"]
        s.write(READS, [New("case_seen", case["account_id"], {"by": f"{caller.kind}:{caller.name}", "case": case_id})])
    case = _case({**shown, "status": status})
    return Seen(case=case, state=shown["state"], account=shown["account"], findings=shown["findings"])


@router.post("/{case_id}/claim")
def claimed(case_id: Id, body: Claimed, desk: Here, caller: Worker) -> Case:
    """Take a case up; the claim is over when nothing is heard of it for a while."""
    with deciding(desk) as s:
        return _case(claim(s, case_id, somebody(caller), body.version))


@router.post("/{case_id}/heartbeat")
def beating(case_id: Id, desk: Here, caller: Worker) -> Until:
    """Say that one is still at work on a case."""
    with deciding(desk) as s:
        return Until(until=heartbeat(s, case_id, somebody(caller)))


@router.post("/{case_id}/handle")
def handled(case_id: Id, body: Handled, desk: Here, caller: Worker) -> Case:
    """Hand a case over, hold it, escalate, skip or release it, with the reason."""
    by, version, why = somebody(caller), body.version, body.reason
    with deciding(desk) as s:
        match body.what:
            case "hand_over":
                return _case(hand_over(s, case_id, by, version, f"person:{body.to}", why))
            case "hold":
                if body.until is None:
                    raise Problem(422, "The request is not well formed", "until: a held case comes back at a time")
                return _case(hold(s, case_id, by, version, body.until, why))
            case other:
                act = {"escalate": escalate, "skip": skip, "release": release}[other]
                return _case(act(s, case_id, by, version, why))


@router.post("/{case_id}/decide")
def decided(case_id: Id, body: Verdict, desk: Here, caller: Judge) -> Ruled:
    """Decide a case. Who is the second of two people needs the permission to be that."""
    by = somebody(caller)
    with deciding(desk) as s:
        case = s.case(case_id)
        if case["status"] == "second" and not caller.may("decisions:confirm"):
            raise Problem(403, "This caller may not do that", "It takes the permission decisions:confirm.")
        tokens = tokens_of(s.connection, case["account_id"]) if body.action == "bar" else ()
        made = decide(s, case_id, body.order(), by, body.reason, body.version, tokens)
    return Ruled(**made._asdict())


def _case(row: dict[str, Any]) -> Case:
    """Return a case as it is shown: one that was decided before looks like any other."""
    told = {n: row[n] for n in Case.model_fields if n in row}
    told |= {"kind": "proposal", "level": "reviewer"} if row["kind"] in CHECKS else {}
    return Case(**told, opened_at=moment(row["opened_us"]))
