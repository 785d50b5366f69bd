"""`/v1/actions`: what the platform is to do or to tell, pulled in order, and what it made of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel, Field

from aboveboard.api.answering import Together
from aboveboard.api.desk import At, Desk, Here, needs
from aboveboard.app.noticing import linking
from aboveboard.staff import Caller
from aboveboard.store import unseal
from aboveboard.work.outbox import Handed, Message, acknowledge, handed, pending, with_link

__all__ = ["router"]

router = APIRouter(prefix="/v1/actions", tags=["actions"], route_class=Together)

Puller = Annotated[Caller, Depends(needs("actions:pull"))]
MessageId = Annotated[str, Path(pattern=r"^[\x21-\x7e]{1,200}$", description="The message's id: for an action, the decision's.")]  # fmt: skip
After = Annotated[int, Query(ge=0, lt=1 << 62, description="The `number` of the last one that was seen.")]
Limit = Annotated[int, Query(ge=1, le=500)]
Kind = Literal["action", "notice"]
Kinds = Annotated[list[Kind] | None, Query(description="Only of these kinds: action, notice.", max_length=10)]


class Action(BaseModel):
    """A message to the platform. The same `id` is the same message: it is done once, however often it is read."""

    id: str
    number: int
    kind: str
    account_id: str
    data: dict[str, Any]
    at: datetime
    state: str = Field(description="waiting, applied, failed or not_found")
    reason: str
    settled_at: datetime | None
    removed: list[str] = Field(
        default=[],
        description="The followers that a removal takes off, or puts back; only where one message is asked for.",
    )


class Actions(BaseModel):
    """What waits, in order; `after` goes on from the last one."""

    actions: list[Action]
    after: int


class Receipt(BaseModel):
    """What became of a message. The `reason` of a failure holds no personal data."""

    result: Literal["applied", "failed", "not_found"]
    reason: str = Field(default="", max_length=500)


class Lease(BaseModel):
    """How many to take, and for how long nobody else gets them."""

    seconds: int = Field(ge=1, le=3600)
    after: int = Field(default=0, ge=0, lt=1 << 62)
    limit: int = Field(default=100, ge=1, le=500)
    kinds: list[Kind] = Field(default=[], max_length=10)


@router.get("")
def waiting(desk: Here, at: At, _caller: Puller, after: After = 0, limit: Limit = 100, kind: Kinds = None) -> Actions:
    """List what waits for the platform, in the order in which it was decided."""
    with desk.store.reading() as connection:
        return _listed(desk, pending(connection, at, after=after, most=limit, kinds=kind or ()), after)


@router.post("/lease")
def lease(asked: Lease, desk: Here, at: At, caller: Puller) -> Actions:
    """Take what waits, so that no other puller gets it until the lease ends."""
    with desk.store.writing() as connection:
        taken = pending(
            connection, at, after=asked.after, most=asked.limit, kinds=asked.kinds, lease=timedelta(seconds=asked.seconds), by=caller.name,
        )  # fmt: skip
    return _listed(desk, taken, asked.after)


@router.get("/{message_id}")
def one(message_id: MessageId, desk: Here, _caller: Puller) -> Action:
    """Show one message as it stands, with the followers that a removal is about."""
    with desk.store.reading() as connection:
        found = handed(connection, message_id)
        removed = unseal(connection, digest) if (digest := found.data.get("detail")) else None
    return _action(desk, found).model_copy(update={"removed": (removed or {}).get("removed", [])})


@router.post("/{message_id}/receipt")
def receipt(message_id: MessageId, said: Receipt, desk: Here, at: At, caller: Puller) -> Action:
    """Say what became of a message. The same receipt twice is one; after `applied`, another is refused (409)."""
    with desk.store.writing() as connection:
        by = f"{caller.kind}:{caller.name}"
        return _action(desk, acknowledge(connection, desk.ledger, message_id, said.result, at, by, reason=said.reason))


def _listed(desk: Desk, found: list[Handed], after: int) -> Actions:
    return Actions(actions=[_action(desk, m) for m in found], after=found[-1].number if found else after)


def _action(desk: Desk, found: Handed) -> Action:
    """Return a message as the platform gets it."""
    message = Message(found.id, found.kind, found.account_id, found.data)
    data = with_link(message, found.at, linking(desk.parts["door"].roster.keys))
    return Action(
        id=found.id, number=found.number, kind=found.kind, account_id=found.account_id, data=dict(data), at=found.at,
        state=found.state, reason=found.reason, settled_at=found.settled_at,
    )  # fmt: skip
