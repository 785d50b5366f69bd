"""`/v1/decisions`: what was decided and why, worked out again, taken back; and `/v1/halts`: what only proposes."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from aboveboard.api.answering import Together
from aboveboard.api.desk import Here, needs
from aboveboard.api.problems import Problem
from aboveboard.api.sittings import Id, Reasoned, deciding, looking, somebody
from aboveboard.deciding.halting import halt, halted, resume
from aboveboard.deciding.replaying import replay
from aboveboard.deciding.undoing import reverse
from aboveboard.staff import Caller

__all__ = ["halts", "router"]

router = APIRouter(prefix="/v1/decisions", tags=["decisions"], route_class=Together)
halts = APIRouter(prefix="/v1/halts", tags=["decisions"], route_class=Together)

Reader = Annotated[Caller, Depends(needs("decisions:read"))]


class Decision(BaseModel):
    """A decision, as the ledger has it: no personal data, digests of what it rests on."""

    decision: str
    account_id: str
    said: dict[str, Any] = Field(description="The body of its entry.")


class Replayed(BaseModel):
    """The decision's proposal, worked out again. `missing` are detectors whose version is not installed here."""

    same: bool
    differs: list[str]
    missing: list[str]
    why: str


class Undone(BaseModel):
    """What was taken back: the decision, and what rested on it."""

    taken_back: list[str]
    fallen: list[str]


class Halted(BaseModel):
    """The rules that only propose, each with the reason; `*` is all of them."""

    halted: dict[str, str]


class Halt(Reasoned):
    """Which rule to halt, or to let run on; `*` is all of them."""

    rule: str = Field(min_length=1, max_length=120, pattern=r"^(\*|[^\x00-\x1f]+)$")


class Resumed(BaseModel):
    """Whether the rule runs on; if not, a second person must ask for it too."""

    runs: bool


@router.get("/{decision_id}")
def one(decision_id: Id, desk: Here, _caller: Reader) -> Decision:
    """Show a decision."""
    with looking(desk) as s:
        said = s.said("decisions", decision_id)
    if said is None or "decision" not in said[1]:
        raise Problem(404, "There is no such decision")
    return Decision(decision=decision_id, account_id=said[0], said=said[1])


@router.get("/{decision_id}/replay")
def again(decision_id: Id, desk: Here, _caller: Reader) -> Replayed:
    """Work out again what the policy proposed, from what was kept, and compare it bit for bit."""
    with looking(desk) as s:
        done = replay(s, decision_id, desk.parts.get("detectors", {}))
    return Replayed(same=done.same, differs=list(done.differs), missing=list(done.missing), why=done.why)


@router.post("/{decision_id}/reverse")
def reversal(
    decision_id: Id, body: Reasoned, desk: Here, caller: Annotated[Caller, Depends(needs("batches:reverse"))]
) -> Undone:
    """Take a decision back, with all that rests on it."""
    with deciding(desk) as s:
        done = reverse(s, decision_id, somebody(caller), body.reason)
    return Undone(taken_back=list(done.decisions), fallen=list(done.fallen))


@halts.get("")
def in_force(desk: Here, _caller: Reader) -> Halted:
    """List the rules that are halted."""
    with looking(desk) as s:
        return Halted(halted=halted(s))


@halts.post("")
def stop(body: Halt, desk: Here, caller: Annotated[Caller, Depends(needs("halt:pull"))]) -> Halted:
    """Halt a rule, or all of them, at once: the next decision already sees it."""
    with deciding(desk) as s:
        _ = halt(s, body.rule, somebody(caller), body.reason)
        return Halted(halted=halted(s))


@halts.post("/resume")
def go_on(body: Halt, desk: Here, caller: Annotated[Caller, Depends(needs("breakers:override"))]) -> Resumed:
    """Let a halted rule run on. It takes two people: the first one asks."""
    with deciding(desk) as s:
        return Resumed(runs=resume(s, body.rule, somebody(caller), body.reason))
