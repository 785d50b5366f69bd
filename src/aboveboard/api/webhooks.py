"""`/v1/webhooks`: where messages are pushed, with which secrets, and what came back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel, Field

from aboveboard.api.answering import Together
from aboveboard.api.desk import At, Desk, Here, needs
from aboveboard.app.working import sending_of
from aboveboard.staff import Caller
from aboveboard.work import endpoints as room
from aboveboard.work.sending import Sending

__all__ = ["router"]

router = APIRouter(prefix="/v1/webhooks", tags=["webhooks"], route_class=Together)

Manager = Annotated[Caller, Depends(needs("webhooks:manage"))]
EndpointId = Annotated[str, Path(pattern=r"^[a-z0-9_]{1,60}$")]


class New(BaseModel):
    """Where to send, and which kinds of messages: all of them where none is named."""

    url: str = Field(min_length=1, max_length=2000)
    kinds: list[Literal["action", "notice"]] = Field(default=[], max_length=10)


class Endpoint(BaseModel):
    """Where messages go. `former_until` is until when the secret before the present one signs too."""

    id: str
    url: str
    kinds: list[str]
    state: str = Field(description="on, off, failing or gone")
    former_until: datetime | None
    failing_since: datetime | None
    made_at: datetime


class Endpoints(BaseModel):
    """All of them, the oldest first."""

    webhooks: list[Endpoint]


class Secrets(BaseModel):
    """What signs an endpoint's messages: the present secret first, then the former one while it signs too."""

    secrets: list[str]


class Switch(BaseModel):
    """Switched on or off."""

    state: Literal["on", "off"]


class Overlap(BaseModel):
    """For how many hours the former secret signs too."""

    hours: int = Field(default=24, ge=0, le=24 * 30)


class Receipt(BaseModel):
    """One attempt to deliver a message: the status that came back, or the error where none did; never what the answer said."""

    message: str
    at: datetime
    took_ms: float
    status: int | None
    digest: str
    error: str


class Receipts(BaseModel):
    """The last attempts, the newest first."""

    receipts: list[Receipt]


@router.get("")
def listed(desk: Here, _caller: Manager) -> Endpoints:
    """List where messages are pushed."""
    with desk.store.reading() as connection:
        return Endpoints(webhooks=[_endpoint(e) for e in room.endpoints(connection)])


@router.post("", status_code=201)
def add(new: New, desk: Here, at: At, caller: Manager) -> Endpoint:
    """Add an endpoint, switched on."""
    with desk.store.writing() as connection:
        return _endpoint(room.add(connection, desk.ledger, _sending(desk), new.url, new.kinds, at, _by(caller)))


@router.get("/{endpoint_id}/secret")
def secret(endpoint_id: EndpointId, desk: Here, at: At, caller: Manager) -> Secrets:
    """Show what an endpoint's messages are signed with. The ledger says who looked."""
    with desk.store.writing() as connection:
        return Secrets(secrets=room.show(connection, desk.ledger, _sending(desk), endpoint_id, at, _by(caller)))


@router.post("/{endpoint_id}/rotate")
def rotate(endpoint_id: EndpointId, overlap: Overlap, desk: Here, at: At, caller: Manager) -> Endpoint:
    """Give an endpoint a new secret; both sign until the overlap is over."""
    with desk.store.writing() as connection:
        hours = timedelta(hours=overlap.hours)
        return _endpoint(room.rotate(connection, desk.ledger, endpoint_id, at, _by(caller), overlap=hours))


@router.post("/{endpoint_id}/switch")
def switch(endpoint_id: EndpointId, wanted: Switch, desk: Here, at: At, caller: Manager) -> Endpoint:
    """Switch an endpoint on or off; what waited goes out when it is on again."""
    with desk.store.writing() as connection:
        return _endpoint(room.switch(connection, desk.ledger, endpoint_id, wanted.state, at, _by(caller)))


@router.delete("/{endpoint_id}", status_code=204)
def remove(endpoint_id: EndpointId, desk: Here, at: At, caller: Manager) -> None:
    """Forget an endpoint, and what waits for it."""
    with desk.store.writing() as connection:
        room.remove(connection, desk.ledger, endpoint_id, at, _by(caller))


@router.get("/{endpoint_id}/receipts")
def receipts(
    endpoint_id: EndpointId, desk: Here, _caller: Manager, limit: Annotated[int, Query(ge=1, le=500)] = 100
) -> Receipts:
    """Show the last attempts to deliver to an endpoint."""
    with desk.store.reading() as connection:
        _ = room.endpoint(connection, endpoint_id)
        found = room.receipts(connection, endpoint_id, most=limit)
    return Receipts(receipts=[Receipt(took_ms=r.pop("took").total_seconds() * 1000, **r) for r in found])


def _sending(desk: Desk) -> Sending:
    """Return how webhooks go out, read once."""
    if "sending" not in desk.parts:
        desk.parts["sending"] = sending_of(desk.data)
    return desk.parts["sending"]


def _by(caller: Caller) -> str:
    return f"{caller.kind}:{caller.name}"


def _endpoint(found: room.Endpoint) -> Endpoint:
    return Endpoint.model_validate({**_fields(found), "kinds": list(found.kinds)})


def _fields(found: room.Endpoint) -> dict[str, object]:
    names = ("id", "url", "state", "former_until", "failing_since", "made_at")
    return {name: getattr(found, name) for name in names}
