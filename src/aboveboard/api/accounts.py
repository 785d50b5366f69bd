"""`/v1/accounts`: the state of an account, what happened to it, and how it stands."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path
from pydantic import AfterValidator, BaseModel, Field

from aboveboard.api.desk import Here, needs
from aboveboard.api.problems import Problem
from aboveboard.api.slashes import with_slashes
from aboveboard.cases import may, strikes
from aboveboard.cases.states import ACTS, opened
from aboveboard.cases.values import Account
from aboveboard.intake import latest
from aboveboard.staff import Caller
from aboveboard.store.aliases import known_as
from aboveboard.store.ledger import read_entries
from aboveboard.store.lives import ACCOUNTS, account, event_of
from aboveboard.store.schema import ENTRIES, ITS_STREAM

__all__ = ["router"]

router = APIRouter(prefix="/v1/accounts", tags=["accounts"])

AccountId = Annotated[
    str,
    Path(
        min_length=1, max_length=512, description="The platform's own id of the account, percent-encoded, a slash too."
    ),
    AfterValidator(with_slashes),
]
Reader = Annotated[Caller, Depends(needs("accounts:read"))]


class Measure(BaseModel):
    """What one decision holds the account in."""

    id: str
    kind: str
    state: str
    since: datetime
    until: datetime | None
    violation: str
    scope: str


class Strike(BaseModel):
    """A past decision that counts against the account: fully at first, then by half, until it is gone."""

    id: str
    violation: str
    since: datetime
    weight: float
    gone_at: datetime


class Standing(BaseModel):
    """An account as its events left it."""

    account_id: str
    state: str = Field(description="One of the states of the life-cycle.")
    since: datetime | None
    may: list[str] = Field(description="What its holder may do now.")
    measures: list[Measure]
    strikes: list[Strike]
    appeals_open: int
    platform_status: str | None = Field(description="What the platform itself last said of it.")


class Happened(BaseModel):
    """One thing that happened to the account."""

    at: datetime
    kind: str
    by: str
    id: str
    until: datetime | None
    violation: str
    scope: str


class Timeline(BaseModel):
    """What happened, oldest first."""

    account_id: str
    events: list[Happened]


@router.get("/{account_id}")
def standing(account_id: AccountId, desk: Here, _caller: Reader) -> Standing:
    """Tell the state of an account, what its holder may do, and what is open on it."""
    with desk.store.reading() as connection:
        found = account(connection, account_id)
        profile = latest(connection, "accounts", account_id)
    if found.state == "unknown" and profile is None:
        raise Problem(404, "There is no such account")
    return _standing(found, (profile or {}).get("status"), desk.clock())


def _standing(found: Account, status: str | None, at: datetime) -> Standing:
    measures = [Measure(id=m.id, kind=m.kind, state=m.state, since=m.since, until=m.until, violation=m.violation, scope=m.scope) for m in opened(found)]  # fmt: skip
    return Standing(
        account_id=found.account_id,
        state=found.state,
        since=found.since,
        may=[act for act in ACTS if may(found, act)],
        measures=measures,
        strikes=[
            Strike(id=s.id, violation=s.violation, since=s.since, weight=s.weight, gone_at=s.gone_at)
            for s in strikes(found, at)
        ],
        appeals_open=sum(a.refused_at is None for a in found.appeals),
        platform_status=status,
    )


@router.get("/{account_id}/timeline")
def timeline(account_id: AccountId, desk: Here, _caller: Reader) -> Timeline:
    """Tell what happened to an account, oldest first."""
    with desk.store.reading() as connection:
        of_it = (ENTRIES.c.subject == known_as(account_id), ITS_STREAM == ACCOUNTS)
        events = [event_of(e) for e in read_entries(connection, *of_it)]
    told = [Happened(at=e.at, kind=e.kind, by=e.by.partition(":")[0], id=e.id, until=e.until, violation=e.violation, scope=e.scope) for e in sorted(events, key=lambda e: e.at)]  # fmt: skip
    return Timeline(account_id=account_id, events=told)
