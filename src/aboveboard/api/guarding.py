"""What every request passes: an id, a limit on its size, headers that keep a browser safe, one line in the log, and the counters."""

from __future__ import annotations

import secrets
import time
from functools import cache
from itertools import count
from typing import Final

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aboveboard.api.problems import Problem, answered

__all__ = ["LARGEST", "REGISTRY", "Guard"]

LARGEST: Final = 8 * 1024 * 1024
"""Most bytes of a request's body."""

REGISTRY = CollectorRegistry()
_LOG = structlog.get_logger("aboveboard.http")
_ASKED = Counter("aboveboard_requests", "Requests answered.", ("method", "route", "status"), registry=REGISTRY)
_TOOK = Histogram(
    "aboveboard_request_seconds", "How long answers took.", ("route",), registry=REGISTRY,
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)  # fmt: skip
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"x-frame-options", b"DENY"),
)


_START, _NUMBERS = secrets.token_hex(4), count(1)
"""Ids of requests: drawn once a process and counted, since a draw from the system costs more than the rest of the answer."""


class _TooLargeError(Exception):
    """A body grew beyond the limit while it was read."""


class Guard:
    """Wraps an application. Logs say the route, never the path, the query or a body: those can hold what a person wrote."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await _Exchange(scope, receive, send).run(self._app)


class _Exchange:
    """One request and its answer."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._status, self._read, self._id = 500, 0, f"{_START}{next(_NUMBERS):08x}"

    async def run(self, app: ASGIApp) -> None:
        """Let `app` answer, and count it."""
        start = time.perf_counter()
        self._scope.setdefault("state", {})["id"] = self._id
        try:
            if self._announced() > LARGEST:
                raise _TooLargeError  # noqa: TRY301  (one answer for both ways to find out)
            await app(self._scope, self._receiving, self._sending)
        except _TooLargeError:
            large = Problem(
                413, "The request is too large", f"A body may have {LARGEST:,} bytes; send several batches."
            )
            await answered(large)(self._scope, self._receive, self._sending)
        finally:
            self._count(time.perf_counter() - start)

    def _announced(self) -> int:
        lengths = [v for k, v in self._scope["headers"] if k == b"content-length"]
        return int(lengths[0]) if lengths and lengths[0].isdigit() else 0

    async def _receiving(self) -> Message:
        message = await self._receive()
        self._read += len(message.get("body", b""))
        if self._read > LARGEST:
            raise _TooLargeError
        return message

    async def _sending(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            named = {k for k, _ in message["headers"]}
            added = [(k, v) for k, v in _HEADERS if k not in named]
            message = {**message, "headers": [*message["headers"], *added, (b"x-request-id", self._id.encode())]}
        await self._send(message)

    def _count(self, seconds: float) -> None:
        found = self._scope.get("route")
        route = getattr(found, "path", "") or "none"
        method = self._scope["method"] if self._scope["method"] in _METHODS else "other"
        asked, took = _counters(method, route, self._status)
        asked.inc()
        took.observe(seconds)
        caller = self._scope.get("state", {}).get("caller", "")
        _LOG.info("answered", request=self._id, method=method, route=route, status=self._status, ms=round(seconds * 1000, 2), caller=caller)  # fmt: skip


@cache
def _counters(method: str, route: str, status: int) -> tuple[Counter, Histogram]:
    """Return what counts such answers: looking one up by its labels costs more than counting."""
    return _ASKED.labels(method, route, str(status)), _TOOK.labels(route)


_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
