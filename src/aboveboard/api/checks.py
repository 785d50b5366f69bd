"""`POST /v1/checks`: whether a registration, a change of profile, a login or a listing may go through."""

from __future__ import annotations

import msgspec
from fastapi import Request
from starlette.responses import Response

from aboveboard.api.desk import Desk, needs
from aboveboard.api.hot import Hot, decoded, encoded
from aboveboard.api.problems import Problem
from aboveboard.api.waking import promise
from aboveboard.gate.answers import Answer
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.checking import Checker

__all__ = ["CHECKS", "PART"]

PART = "checks"
"""The part of the desk that answers: a `gate.checking.Checker`."""

_DECODER = msgspec.json.Decoder(Attempt)


async def _checks(request: Request) -> Response:
    desk: Desk = request.app.state.desk
    attempt: Attempt = decoded(_DECODER, await request.body())
    checker: Checker | None = desk.parts.get(PART)
    if checker is None:
        raise Problem(
            503, "The gate is not open", "Answer as you declared for this kind of event, and ask again later."
        )
    told = promise()
    checker.put(attempt, told)
    return encoded(await told.future)


CHECKS = Hot(
    "/v1/checks",
    _checks,
    needs("checks:ask"),
    Attempt,
    Answer,
    "Ask before an attempt goes through",
    "The answer is allow, verify, review or deny, with reasons that the holder may read and the fields to change. `staff` is for your own people "
    "only. The same attempt gets the same decision until the policy or the indexes change. `degraded` marks an answer without a check.",
)
