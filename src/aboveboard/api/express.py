"""The shortest way to the hot routes: past the layers of the framework, which cost more there than most answers do.

What is answered is the same, byte for byte: the same limits, headers, counters, log lines and problem documents. What needs more than
that, such as an `Idempotency-Key`, goes the long way.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from aboveboard.api.guarding import Guard
from aboveboard.api.once import is_keyed
from aboveboard.api.problems import Problem, told
from aboveboard.errors import AboveboardError

__all__ = ["Express"]

Endpoint = Callable[[Request], Awaitable[Response]]


class Express:
    """Answers POST requests to some paths by their endpoints; `matches` says which it takes."""

    def __init__(self, app: FastAPI, endpoints: Mapping[str, Endpoint]) -> None:
        self._app, self._endpoints = app, endpoints
        self._guarded: ASGIApp = Guard(self._endpoint)

    def matches(self, scope: Scope) -> bool:
        """Tell whether a request may go this way: its path is written plainly, and its answer need not be kept."""
        return (
            scope["type"] == "http"
            and scope["method"] == "POST"
            and scope["path"] in self._endpoints
            and b"%" not in (scope.get("raw_path") or b"")
            and not scope.get("root_path")
            and not is_keyed(scope)
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; a fault of ours is told and raised again, as the framework does."""
        scope["app"] = self._app
        try:
            await self._guarded(scope, receive, send)
        except Exception as error:
            response = await told(Request(scope), error)
            with suppress(RuntimeError):  # the answer had begun
                await response(scope, receive, send)
            raise

    async def _endpoint(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._endpoints[scope["path"]](request)
        except (Problem, AboveboardError, HTTPException) as error:
            response = await told(request, error)
        await response(scope, receive, send)
