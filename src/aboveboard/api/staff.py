"""`/v1/staff/people` and `/v1/staff/tokens`: who works here and which machines may ask, for administrators."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path
from pydantic import BaseModel, Field

from aboveboard.api.asking import Door, Entrance
from aboveboard.api.desk import At, needs
from aboveboard.staff import Caller, Scope
from aboveboard.staff.folding import Token
from aboveboard.staff.people import Reviewed, change, invite, leave, log_out, new_link, review
from aboveboard.staff.roster import tokens
from aboveboard.staff.tokens import last_used, make_token, revoke_token
from aboveboard.store.entries import moment

__all__ = ["router"]

router = APIRouter(prefix="/v1/staff", tags=["staff"])

Manager = Annotated[Caller, Depends(needs("staff:manage"))]
Name = Annotated[str, Path(min_length=1, max_length=64, description="A pseudonym, or a token's name.")]
_Words = Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=100)]


class Part(BaseModel):
    """Roles, and the part of the work; a list that is empty means all."""

    roles: _Words
    queues: _Words = []
    languages: _Words = []
    regions: _Words = []

    @property
    def scope(self) -> Scope:
        """Return the part of the work."""
        return Scope(tuple(self.queues), tuple(self.languages), tuple(self.regions))


class NewPerson(Part):
    """Somebody to be added."""

    name: str = Field(max_length=64)


class Working(Part):
    """Somebody who works here, as a review of access needs to see them."""

    name: str
    state: str
    added_by: str
    added_at: datetime
    used_at: datetime | None
    ways: list[str]
    sessions: int
    tokens: list[str]
    unused: bool = Field(description="Whether 90 days went by without a log-in.")


class Link(BaseModel):
    """The address that a person comes in by: once, within three days."""

    url: str


class Left(BaseModel):
    """The live tokens that somebody made who left: look at them."""

    tokens: list[str]


class NewToken(BaseModel):
    """A machine token to be made."""

    name: str = Field(max_length=64)
    permissions: _Words
    days: int = Field(365, ge=1, le=400)
    per_second: int = Field(200, ge=1, le=100_000)
    burst: int = Field(400, ge=1, le=100_000)


class Made(BaseModel):
    """The token, this once."""

    token: str


class Machine(BaseModel):
    """A machine token without its secret."""

    name: str
    state: str
    permissions: list[str]
    made_by: str
    made_at: datetime
    ends_at: datetime
    last_used_on: date | None
    per_second: int
    burst: int
    maker_left: bool


def _url(door: Door, secret: str) -> Link:
    return Link(url=f"{door.site.origin}/join#{secret}")


@router.get("/people")
def people(_caller: Manager, at: At, door: Entrance) -> list[Working]:
    """List who works here, with roles, last use and tokens, for a review of access."""
    return [_working(found) for found in review(door.roster, at)]


def _working(found: Reviewed) -> Working:
    person = found.person
    return Working(
        name=person.name, state=person.state, roles=list(person.roles), queues=list(person.scope.queues),
        languages=list(person.scope.languages), regions=list(person.scope.regions), added_by=person.added_by,
        added_at=moment(person.added_at_us), used_at=None if person.used_at_us is None else moment(person.used_at_us),
        ways=list(found.ways), sessions=found.sessions, tokens=list(found.tokens), unused=found.unused,
    )  # fmt: skip


@router.post("/people", status_code=201)
def add(body: NewPerson, caller: Manager, at: At, door: Entrance) -> Link:
    """Add a person."""
    return _url(door, invite(door.roster, body.name, body.roles, body.scope, caller.name, at))


@router.put("/people/{name}", status_code=204)
def put(name: Name, body: Part, caller: Manager, at: At, door: Entrance) -> None:
    """Give a person other roles or another part of the work, from their next request on."""
    change(door.roster, name, body.roles, body.scope, caller.name, at)


@router.delete("/people/{name}")
def remove(name: Name, caller: Manager, at: At, door: Entrance) -> Left:
    """Cut a person off at once."""
    return Left(tokens=list(leave(door.roster, name, caller.name, at)))


@router.post("/people/{name}/link", status_code=201)
def link(name: Name, caller: Manager, at: At, door: Entrance) -> Link:
    """Make a new link for somebody who cannot log in."""
    return _url(door, new_link(door.roster, name, caller.name, at))


@router.delete("/people/{name}/sessions", status_code=204)
def end_log_ins(name: Name, caller: Manager, at: At, door: Entrance) -> None:
    """End every log-in of a person."""
    log_out(door.roster, name, caller.name, at)


@router.get("/tokens")
def machines(_caller: Manager, door: Entrance) -> list[Machine]:
    """List the machine tokens, without their secrets."""
    with door.roster.ledger.store.reading() as connection:
        return [_machine(token, last_used(connection, token)) for token in tokens(connection)]


def _machine(token: Token, day: str | None) -> Machine:
    return Machine(
        name=token.name, state=token.state, permissions=list(token.permissions), made_by=token.made_by, made_at=moment(token.made_at_us),
        ends_at=moment(token.expires_at_us), last_used_on=None if day is None else date.fromisoformat(day), per_second=token.per_second,
        burst=token.burst, maker_left=token.flagged_at_us is not None,
    )  # fmt: skip


@router.post("/tokens", status_code=201)
def make(body: NewToken, caller: Manager, at: At, door: Entrance) -> Made:
    """Make a machine token. It is answered this once and kept nowhere."""
    how = {"days": body.days, "per_second": body.per_second, "burst": body.burst}
    return Made(token=make_token(door.roster, body.name, body.permissions, caller.name, at, **how))


@router.delete("/tokens/{name}", status_code=204)
def revoke(name: Name, caller: Manager, at: At, door: Entrance) -> None:
    """Take a machine token back; within a second it is void everywhere."""
    revoke_token(door.roster, name, caller.name, at)
