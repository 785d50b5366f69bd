"""`POST /v1/events`: rows of any table of the contract; the answer comes when they are on disk."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import Request
from starlette.responses import Response

from aboveboard.api.desk import Desk, needs
from aboveboard.api.hot import Hot, decoded, encoded
from aboveboard.api.waking import promise
from aboveboard.app.admitting import admit
from aboveboard.intake import Batch, Receipt

__all__ = ["EVENTS"]

MOST = 5_000
"""Most rows of one request."""


class Handed(msgspec.Struct, forbid_unknown_fields=True):
    """Rows of one table of the contract."""

    table: Annotated[
        str, msgspec.Meta(max_length=64, description="A table of the contract, such as `accounts` or `actions`.")
    ]
    rows: Annotated[list[msgspec.Raw], msgspec.Meta(min_length=1, max_length=MOST)]


class Described(msgspec.Struct, forbid_unknown_fields=True):
    """Rows of one table of the contract; see the reference of tables for the columns of each."""

    table: Annotated[
        str, msgspec.Meta(max_length=64, description="A table of the contract, such as `accounts` or `actions`.")
    ]
    rows: Annotated[list[dict[str, Any]], msgspec.Meta(min_length=1, max_length=MOST)]


class Refused(msgspec.Struct):
    """A row that was not taken: its place in `rows`, from 0, the column at fault, and why."""

    place: int
    column: str
    reason: str


class Taken(msgspec.Struct):
    """What became of the rows. They are on disk; `position` is where they stand in the ledger."""

    accepted: int
    known: int
    rejected: list[Refused]
    position: int


_DECODER = msgspec.json.Decoder(Handed)


async def _events(request: Request) -> Response:
    desk: Desk = request.app.state.desk
    handed: Handed = decoded(_DECODER, await request.body())
    at = desk.clock()
    facts, rejects = admit(handed.table, handed.rows, at)
    batch = Batch(handed.table, tuple(facts), tuple(rejects), request.state.caller, at)
    told = promise()
    desk.taker.put(batch, told)
    receipt: Receipt = await told.future
    refused = [Refused(*r) for r in receipt.rejects]
    return encoded(Taken(receipt.accepted, receipt.known, refused, receipt.position))


EVENTS = Hot(
    "/v1/events",
    _events,
    needs("events:write"),
    Described,
    Taken,
    "Hand in rows of a table",
    "Each row is kept once, however often it is sent: after a failure, send the whole batch again. A row that cannot be taken is listed "
    "by its place and keeps no other from being taken.",
)
