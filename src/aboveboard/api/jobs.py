"""`/v1/jobs` and `/v1/dead-letters`: the work that waits, runs, failed and is done, and the events that were set aside."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel

from aboveboard.api.answering import Together
from aboveboard.api.desk import At, Here, needs
from aboveboard.app.working import taking
from aboveboard.staff import Caller
from aboveboard.work import cancel, enqueue, jobs_of, known_kinds, retry
from aboveboard.work import jobs as room
from aboveboard.work.dead_letters import DeadLetter, dead_letters, discard, replay
from aboveboard.work.refusals import NotThereError

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["jobs"], route_class=Together)

Reader = Annotated[Caller, Depends(needs("jobs:read"))]
Runner = Annotated[Caller, Depends(needs("jobs:run"))]
JobId = Annotated[str, Path(pattern=r"^[a-z0-9_]{1,60}$")]
LetterId = Annotated[str, Path(pattern=r"^[a-z0-9_]{1,60}$")]
State = Literal["waiting", "leased", "done", "failed", "cancelled", "dead"]


class Job(BaseModel):
    """One piece of work."""

    id: str
    kind: str
    body: dict[str, Any]
    key: str | None
    priority: int
    state: State
    due_at: datetime
    made_at: datetime
    ended_at: datetime | None
    lease_until: datetime | None
    lease_by: str | None
    attempts: int
    last_error: str | None


class Jobs(BaseModel):
    """Jobs, the newest first; `after` goes on from the last one."""

    jobs: list[Job]
    after: str | None


class Start(BaseModel):
    """Which kind of work to start now."""

    kind: str


class Letter(BaseModel):
    """An event that could not be taken in. Its payload is under seal."""

    id: str
    source: str
    reason: str
    digest: str
    state: str
    at: datetime
    ended_at: datetime | None


class Letters(BaseModel):
    """What was set aside, the newest first; `before` goes on from the last one."""

    letters: list[Letter]
    before: datetime | None


@router.get("/jobs")
def listed(
    desk: Here,
    _caller: Reader,
    state: Annotated[list[State] | None, Query()] = None,
    kind: Annotated[str | None, Query(pattern=r"^[a-z0-9_]{1,60}$")] = None,
    after: Annotated[str | None, Query(pattern=r"^[a-z0-9_]{1,60}$")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> Jobs:
    """List jobs, the newest first."""
    with desk.store.reading() as connection:
        found = jobs_of(connection, states=state or (), kind=kind, after=after, most=limit)
    return Jobs(jobs=[_job(j) for j in found], after=found[-1].id if len(found) == limit else None)


@router.post("/jobs", status_code=202)
def start(asked: Start, desk: Here, at: At, caller: Runner) -> Job:
    """Start work of a kind that runs by itself, now and not only when its period comes."""
    if not (found := known_kinds(desk.parts.get("kinds", ())).get(asked.kind)) or found.every is None:
        raise NotThereError("no kind of work that runs by itself has this name")
    with desk.store.writing() as connection:
        made = enqueue(connection, asked.kind, {"by": f"{caller.kind}:{caller.name}"}, at)
        return _job(room.get(connection, made))


@router.get("/jobs/{job_id}")
def one(job_id: JobId, desk: Here, _caller: Reader) -> Job:
    """Show one job."""
    with desk.store.reading() as connection:
        return _job(room.get(connection, job_id))


@router.post("/jobs/{job_id}/retry")
def again(job_id: JobId, desk: Here, at: At, caller: Runner) -> Job:
    """Put a job that failed, died or was cancelled back in line."""
    with desk.store.writing() as connection:
        return _job(retry(connection, desk.ledger, job_id, at, f"{caller.kind}:{caller.name}"))


@router.post("/jobs/{job_id}/cancel")
def stop(job_id: JobId, desk: Here, at: At, caller: Runner) -> Job:
    """Take a job out of the line; what a worker does with it at this moment is not kept."""
    with desk.store.writing() as connection:
        return _job(cancel(connection, desk.ledger, job_id, at, f"{caller.kind}:{caller.name}"))


@router.get("/dead-letters")
def letters(
    desk: Here,
    _caller: Reader,
    state: Literal["waiting", "replayed", "discarded"] = "waiting",
    before: Annotated[datetime | None, Query(description="Only what was set aside before this time, with its zone.")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> Letters:  # fmt: skip
    """List events that could not be taken in, the newest first."""
    with desk.store.reading() as connection:
        found = dead_letters(connection, state=state, before=_aware(before), most=limit)
    return Letters(letters=[_letter(x) for x in found], before=found[-1].at if len(found) == limit else None)


@router.post("/dead-letters/{letter_id}/replay")
def play_again(letter_id: LetterId, desk: Here, at: At, caller: Runner) -> Letter:
    """Try to take an event in once more; where it still cannot be, the answer says why (422)."""
    by = f"{caller.kind}:{caller.name}"
    return _letter(replay(desk.ledger, letter_id, taking(desk.ledger, desk.clock), at, by))


@router.post("/dead-letters/{letter_id}/discard")
def throw_away(letter_id: LetterId, desk: Here, at: At, caller: Runner) -> Letter:
    """Forget an event for good."""
    return _letter(discard(desk.ledger, letter_id, at, f"{caller.kind}:{caller.name}"))


def _aware(time: datetime | None) -> datetime | None:
    return time if time is None or time.tzinfo else time.replace(tzinfo=UTC)


def _job(job: room.Job) -> Job:
    return Job.model_validate(job, from_attributes=True)


def _letter(letter: DeadLetter) -> Letter:
    return Letter.model_validate(letter, from_attributes=True)
