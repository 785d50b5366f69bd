"""`POST /v1/checks/{check}/clear`: a person says that an account is not the one that a check took it for."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from aboveboard.api.answering import Together
from aboveboard.api.desk import Here, needs
from aboveboard.api.sittings import Id, Reasoned, deciding, somebody
from aboveboard.deciding.wrong_links import clear
from aboveboard.staff import Caller

__all__ = ["router"]

router = APIRouter(prefix="/v1/checks", tags=["checks"], route_class=Together)

Judge = Annotated[Caller, Depends(needs("decisions:make"))]


class Clear(Reasoned):
    """Whose account it is: the one that was let in, where the check was about a registration."""

    account_id: str = Field(min_length=1, max_length=512, pattern=r"^[^\x00]+$")


class Cleared(BaseModel):
    """The bars that the check met; they do not count against this account again."""

    bars: list[str]


@router.post("/{check}/clear", status_code=201)
def cleared(check: Id, body: Clear, desk: Here, caller: Judge) -> Cleared:
    """Say that an account is not the one it was taken for, such as the new owner of a second-hand telephone; its next check leaves that out."""
    by = somebody(caller)
    with deciding(desk) as s:
        return Cleared(bars=list(clear(s, check, body.account_id, by, body.reason)))
