"""`/v1/ledger` and `/v1/audit`: is the ledger whole, what does it say, who looked at whom, and what is unusual about it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from aboveboard.api.desk import At, Here, needs
from aboveboard.api.problems import Problem
from aboveboard.privacy.anomalies import Habits, anomalies
from aboveboard.staff import Caller
from aboveboard.store import Entry, checkpoint, signer_of, verify, written
from aboveboard.store.aliases import about
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["ledger"])

Reader = Annotated[Caller, Depends(needs("ledger:read"))]
Auditor = Annotated[Caller, Depends(needs("audit:read"))]
Name = Annotated[str | None, Query(min_length=1, max_length=512)]
After = Annotated[int, Query(ge=0, lt=1 << 62)]
Limit = Annotated[int, Query(ge=1, le=1000)]
Moment = Annotated[datetime | None, Query()]
LONGEST = timedelta(days=92)


class Break(BaseModel):
    """Where the ledger is broken."""

    stream: str
    number: int
    what: str


class Verification(BaseModel):
    """What was read, and the first break of each stream; none where the ledger is whole."""

    whole: bool
    entries: int
    streams: int
    checkpoints: int
    breaks: list[Break]


class Signed(BaseModel):
    """A checkpoint, to be kept where this machine cannot change it."""

    text: str
    public: str


class Said(BaseModel):
    """One entry."""

    position: int
    stream: str
    number: int
    at: datetime
    kind: str
    subject: str
    body: dict[str, Any]
    before: str
    hash: str


class Question(BaseModel):
    """Something unusual about looks at personal data: for the auditor to ask about, not a verdict."""

    kind: str
    by: str
    at: datetime
    account: str
    looks: int
    says: str


@router.get("/ledger/verification")
def verification(desk: Here, _caller: Reader) -> Verification:
    """Read the whole ledger and name the first place of each stream that is not what was written down."""
    told = verify(desk.store, public=signer_of(desk.data).public)
    breaks = [Break(stream=b.stream, number=b.number, what=b.what) for b in told.breaks]
    return Verification(whole=not breaks, entries=told.entries, streams=told.streams, checkpoints=told.checkpoints, breaks=breaks)  # fmt: skip


@router.post("/ledger/checkpoints", status_code=201)
def sign(desk: Here, at: At, _caller: Reader) -> Signed:
    """Sign what the ledger is now, for keeping elsewhere."""
    signer = signer_of(desk.data)
    return Signed(text=written(checkpoint(desk.store, signer, at)), public=signer.public)


@router.get("/ledger/entries")
def entries(
    desk: Here, _caller: Reader, stream: Name = None, subject: Name = None, after: After = 0, limit: Limit = 100
) -> list[Said]:
    """List entries in the order they were written, from the position `after` on."""
    conditions = [ENTRIES.c.position > after]
    conditions += [ENTRIES.c.stream == stream] if stream else []
    conditions += [about(subject)] if subject else []
    with desk.store.reading() as connection:
        return [_said(e) for e in read_entries(connection, *conditions, most=limit)]


@router.get("/audit/reads")
def reads(desk: Here, _caller: Auditor, after: After = 0, limit: Limit = 100) -> list[Said]:
    """List who was allowed to look at whom, and who looked, from the position `after` on."""
    with desk.store.reading() as connection:
        found = read_entries(connection, ENTRIES.c.stream == "reads", ENTRIES.c.position > after, most=limit)
        return [_said(e) for e in found]


@router.get("/audit/anomalies")
def questions(
    desk: Here, at: At, _caller: Auditor, since: Moment = None, until: Moment = None,
    zone: Annotated[str, Query(max_length=64)] = "UTC", followers: Annotated[int, Query(ge=1, lt=1 << 40)] = 100_000,
) -> list[Question]:  # fmt: skip
    """Ask what is unusual about looks at personal data, of the last 28 days where no time is given, at most of 92 days."""
    end = until or at
    begin = since or end - timedelta(days=28)
    if begin.tzinfo is None or end.tzinfo is None or not timedelta(0) < end - begin <= LONGEST:
        raise Problem(422, "The request is not well formed", f"`until` is later than `since`, by {LONGEST.days} days at most; both have a zone.")  # fmt: skip
    try:
        habits = Habits(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        raise Problem(422, "The request is not well formed", "`zone` is a time zone such as Europe/Berlin.") from None
    with desk.store.reading() as connection:
        return [Question(**a._asdict()) for a in anomalies(connection, begin, end, habits, followers)]


def _said(entry: Entry) -> Said:
    return Said(
        position=entry.position, stream=entry.stream, number=entry.number, at=entry.at, kind=entry.kind, subject=entry.subject,
        body=dict(entry.body), before=entry.before, hash=entry.hash,
    )  # fmt: skip
