"""`/v1/links`: links to pages for people without an account here, which the platform hands to whoever they are for."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field, model_validator

from aboveboard.api.actions import Puller
from aboveboard.api.desk import At, Desk, Here
from aboveboard.api.problems import Problem
from aboveboard.cases.periods import APPEAL
from aboveboard.staff.links import make_link
from aboveboard.store.lives import account

__all__ = ["router"]

router = APIRouter(prefix="/v1/links", tags=["links"])

_PAGES = {"report": "/reports/", "body": "/bodies/"}


class Wanted(BaseModel):
    """For whom a link is: `report` tells who reported an account what became of it, `body` lets an institution claim its account, or object to a plan."""

    about: Literal["report", "body"]
    account_id: str = Field(min_length=1, max_length=512, description="Who reported; or the account that an institution may claim.")  # fmt: skip
    reported: str = Field("", max_length=512, description="The account that was reported; only of a report.")

    @model_validator(mode="after")
    def _whole(self) -> Wanted:
        if (self.about == "report") != bool(self.reported):
            raise ValueError("a report names the account that was reported, and nothing else does")
        return self


class Link(BaseModel):
    """A page's address on this service; whoever holds it reads that page until it ends, and nothing else."""

    path: str
    ends_at: datetime


@router.post("", status_code=201)
def made(wanted: Wanted, desk: Here, at: At, _caller: Puller) -> Link:
    """Make a link for who reported an account, or for an institution. It is signed and kept nowhere; asked for again, it is another one that does the same."""
    _known(desk, wanted.reported or wanted.account_id)
    about = f"report:{wanted.reported}" if wanted.reported else wanted.about
    ends = at + APPEAL
    secret = make_link(desk.parts["door"].roster.keys, wanted.account_id, about, at, ends)
    return Link(path=f"{_PAGES[wanted.about]}{secret}", ends_at=ends)


def _known(desk: Desk, account_id: str) -> None:
    with desk.store.reading() as connection:
        if account(connection, account_id).state == "unknown":
            raise Problem(404, "There is no such account")
