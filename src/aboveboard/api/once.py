"""Requests that can be sent again: an answer is kept under the caller's `Idempotency-Key` and given again."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aboveboard.api.answering import CHANGES, Asked
from aboveboard.api.desk import Desk
from aboveboard.api.problems import Problem, answered
from aboveboard.errors import StoreError
from aboveboard.store.entries import microseconds
from aboveboard.store.intake_tables import ANSWERS

__all__ = ["KEPT", "Once", "forget_answers", "is_keyed"]

KEPT: Final = timedelta(days=2)
"""How long an answer is kept."""
_LOG = structlog.get_logger("aboveboard.api")
_STALE: Final = timedelta(minutes=2)
_LONGEST_KEY: Final = 200


class Once:
    """Wraps an application. A second request with the same key waits for nothing: it gets the first one's answer, or is told to wait (409).

    What a route writes last is committed with its answer (see `answering`), so that who is killed after an effect has its answer too. What is handed in
    to `/v1/events` or asked of `/v1/checks` is known by what it says. A key is kept as its digest: it is the caller's own, and may say whom the request is about. The same key with another request is a mistake (422). An answer 5xx is not kept, so that the request can be tried again.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        key = _key(scope)
        if key is None:
            await self._app(scope, receive, send)
        elif not 0 < len(key) <= _LONGEST_KEY or not key.isprintable():
            problem = Problem(
                400, "The Idempotency-Key cannot be used", f"It has 1 to {_LONGEST_KEY} printable characters."
            )
            await answered(problem)(scope, receive, send)
        else:
            await self._once(hashlib.sha256(key.encode()).hexdigest(), scope, receive, send)

    async def _once(self, key: str, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _whole(receive)
        desk: Desk = scope["app"].state.desk
        caller, said = _named(scope, body)
        asked = Asked(caller, key)
        try:
            found = await asyncio.to_thread(_begin, desk, asked, said)
        except StoreError as error:
            found = Problem(503, "The store could not be used", str(error), headers={"Retry-After": "1"})
        if isinstance(found, Problem):
            await answered(found)(scope, receive, send)
            return
        if found is not None:
            await _again(found, send)
            return
        answer = _Answer()
        try:
            with asked.here():
                await self._app(scope, _replayed(body), answer.take)
        finally:
            await asyncio.to_thread(_kept, desk, asked, answer)
        for message in answer.messages:
            await send(message)


class _Answer:
    """What the application answers, held back until it is kept."""

    def __init__(self) -> None:
        self.messages = list[Message]()

    async def take(self, message: Message) -> None:
        """Hold back a part of the answer."""
        self.messages.append(message)

    @property
    def status(self) -> int:
        """Its status; 500 where there is no answer."""
        return self.messages[0]["status"] if self.messages else 500

    @property
    def kind(self) -> str:
        """Its content type."""
        headers = self.messages[0]["headers"] if self.messages else []
        return next((v.decode() for k, v in headers if k == b"content-type"), "application/json")

    @property
    def body(self) -> str:
        """Its body, as text."""
        return b"".join(m.get("body", b"") for m in self.messages).decode("utf-8", "replace")


def is_keyed(scope: Scope) -> bool:
    """Tell whether a request asks for its answer to be kept."""
    return any(name == b"idempotency-key" for name, _ in scope["headers"])


def _key(scope: Scope) -> str | None:
    """Return the key of a request whose answer is kept; what answers with a secret keeps none."""
    if scope["type"] != "http" or scope["method"] not in CHANGES or scope["path"].startswith("/v1/staff/"):
        return None
    return next((v.decode("latin-1") for k, v in scope["headers"] if k == b"idempotency-key"), None)


def _named(scope: Scope, body: bytes) -> tuple[str, str]:
    """Return who asks (a digest of what they show) and what is asked (a digest of all of it)."""
    shown = b"\n".join(v for k, v in scope["headers"] if k in (b"authorization", b"cookie"))
    asked = hashlib.sha256(f"{scope['method']} {scope['path']}?".encode() + scope["query_string"] + b"\n" + body)
    return hashlib.sha256(shown).hexdigest(), asked.hexdigest()


async def _whole(receive: Receive) -> bytes:
    parts = list[bytes]()
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if message["type"] != "http.request" or not message.get("more_body"):
            return b"".join(parts)


def _replayed(body: bytes) -> Receive:
    sent = False

    async def receive() -> Message:
        nonlocal sent
        if sent:
            return {"type": "http.disconnect"}
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


async def _again(row: Any, send: Send) -> None:  # noqa: ANN401  (a row of `answers`)
    headers = [(b"content-type", row.kind.encode()), (b"idempotent-replay", b"true")]
    await send({"type": "http.response.start", "status": row.status, "headers": headers})
    await send({"type": "http.response.body", "body": row.body.encode()})


def _begin(desk: Desk, asked: Asked, said: str) -> Any:  # noqa: ANN401  (a row, a problem, or None to go on)
    """Say that a request is at work under this key, unless one is or was."""
    at = microseconds(desk.clock())
    with desk.store.writing() as connection:
        row = connection.execute(sa.select(ANSWERS).where(asked.row)).one_or_none()
        if row is None:
            values = {
                "caller": asked.caller,
                "key": asked.key,
                "at_us": at,
                "asked": said,
                "status": 0,
                "kind": "",
                "body": "",
            }
            connection.execute(sa.insert(ANSWERS).values(values))
            return None
        if row.asked != said:
            return Problem(422, "This Idempotency-Key was used for another request", "Take a new one.")
        if row.status:
            return row
        if row.at_us > at - _STALE // timedelta(microseconds=1):
            return Problem(409, "The same request is still at work", headers={"Retry-After": "1"})
        connection.execute(sa.update(ANSWERS).where(asked.row).values(at_us=at))
        return None


def _kept(desk: Desk, asked: Asked, answer: _Answer) -> None:
    """Keep an answer that was not kept with its effect. Where that fails, it is given all the same: what it tells of is done, or was refused."""
    if answer.status == asked.status:
        return
    try:
        _end(desk, asked, answer)
    except StoreError as error:
        _LOG.warning("answer_not_kept", error=type(error).__name__, status=answer.status)


def _end(desk: Desk, asked: Asked, answer: _Answer) -> None:
    with desk.store.writing() as connection:
        if answer.status >= 500 or answer.status in (401, 403, 429):  # noqa: PLR2004  (not an answer to keep)
            connection.execute(sa.delete(ANSWERS).where(asked.row))
        else:
            asked.keep(connection, answer.status, answer.kind, answer.body)


def forget_answers(connection: sa.Connection, at: datetime) -> int:
    """Forget answers older than `KEPT`; return how many."""
    return connection.execute(sa.delete(ANSWERS).where(ANSWERS.c.at_us < microseconds(at - KEPT))).rowcount
