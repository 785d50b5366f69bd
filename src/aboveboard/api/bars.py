"""`/v1/bars`: who may not come back, under tokens only, until when, and on what ground."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from pydantic import AwareDatetime, BaseModel, Field

from aboveboard.api.answering import Together
from aboveboard.api.desk import Here, needs
from aboveboard.api.problems import Problem
from aboveboard.api.sittings import Id, Reasoned, deciding, somebody
from aboveboard.cases.bars import Bar as InForce
from aboveboard.deciding.barring import lift_bar, set_bar
from aboveboard.privacy.bar_keys import BarKeys
from aboveboard.staff import Caller
from aboveboard.store.bars_written import bars

__all__ = ["router"]

router = APIRouter(prefix="/v1/bars", tags=["bars"], route_class=Together)

Reader = Annotated[Caller, Depends(needs("bars:read"))]
Writer = Annotated[Caller, Depends(needs("bars:write"))]
Token = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class New(Reasoned):
    """Whom to bar, by the tokens that accounts are linked by, on what ground, until when; without an end it is looked at every year."""

    tokens: list[Token] = Field(min_length=1, max_length=100)
    ground: Literal["law", "terms"]
    severity: int = Field(ge=1, le=4)
    until: AwareDatetime | None = None


class Bar(BaseModel):
    """All that is kept of a subject who may not come back."""

    id: str
    tokens: tuple[str, ...]
    ground: str
    severity: int
    scope: str
    starts_at: datetime
    ends_at: datetime | None
    review_at: datetime | None
    root: str
    appeal: str


class Bars(BaseModel):
    """Bars in force, oldest first; `after` goes on from the last one, and is empty at the end."""

    bars: list[Bar]
    after: str


class Set(BaseModel):
    """The bar; none while it waits for a second person."""

    bar: Bar | None


@router.get("")
def every(
    desk: Here,
    _caller: Reader,
    after: Annotated[str, Query(max_length=64, pattern=r"^\w*$")] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> Bars:
    """List the bars that are in force."""
    with desk.store.reading() as connection:
        found = [b for b in bars(connection).bars.values() if not (b.ends_at and b.ends_at <= desk.clock())]
    later = [b for b in sorted(found, key=lambda b: b.id) if b.id > after]
    return Bars(bars=[_bar(b) for b in later[:limit]], after=later[limit - 1].id if len(later) > limit else "")


@router.get("/{bar_id}")
def one(bar_id: Id, desk: Here, _caller: Reader) -> Bar:
    """Show a bar."""
    with desk.store.reading() as connection:
        found = bars(connection).bars.get(bar_id)
    if found is None:
        raise Problem(404, "There is no such bar")
    return _bar(found)


@router.post("", status_code=201)
def barred(body: New, desk: Here, caller: Writer) -> Set:
    """Bar a subject; a long bar waits for a second person. What is kept are tokens made of these with the key of bars."""
    by = somebody(caller)
    with deciding(desk) as s:
        made = set_bar(
            s, BarKeys(desk.data).every(body.tokens), body.ground, body.severity, body.until, by, body.reason
        )
    return Set(bar=_bar(made) if made else None)


@router.post("/{bar_id}/lift", status_code=204)
def lifted(bar_id: Id, body: Reasoned, desk: Here, caller: Writer) -> None:
    """End a bar early."""
    with deciding(desk) as s:
        lift_bar(s, bar_id, somebody(caller), body.reason)


def _bar(found: InForce) -> Bar:
    return Bar.model_validate({n: v for n, v in found._asdict().items() if n in Bar.model_fields})
