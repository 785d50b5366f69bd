"""Every error as a problem document (RFC 9457): what went wrong in one line, what to do, and never a value that came in."""

from __future__ import annotations

import math
import traceback
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

import msgspec
import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from aboveboard.errors import AboveboardError, AccessError, CaseError, InputError, PolicyError, ProofError, StoreError
from aboveboard.work.refusals import NotThereError, TooLateError

__all__ = ["KIND", "Problem", "answered", "install", "told"]

KIND = "application/problem+json"
_LOG = structlog.get_logger("aboveboard.api")

_STATUS: Mapping[type[AboveboardError], int] = {
    CaseError: HTTPStatus.CONFLICT,
    NotThereError: HTTPStatus.NOT_FOUND,
    TooLateError: HTTPStatus.CONFLICT,
    InputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    PolicyError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ProofError: HTTPStatus.UNPROCESSABLE_ENTITY,
    StoreError: HTTPStatus.SERVICE_UNAVAILABLE,
}


_ACCESS = {
    "unknown": (401, "Who asks is not known"),
    "refused": (401, "This log-in was not accepted"),
    "locked": (429, "Too many tries"),
    "slow": (429, "Too many requests"),
    "link": (410, "This link is of no use any more"),
    "forged": (403, "This request comes from elsewhere"),
    "forbidden": (403, "This caller may not do that"),
}
"""What each reason of an `AccessError` is as an answer."""

_TITLES = {
    404: "There is no such thing",
    409: "This cannot happen as things stand",
    422: "The request cannot be used",
    503: "The store could not be used",
}


class Problem(Exception):  # noqa: N818  (the field's own word for it)
    """An answer that is an error: `status`, a `title` that is the same for all of its kind, and `detail` for this one."""

    def __init__(
        self, status: int, title: str, detail: str = "", *, headers: Mapping[str, str] | None = None, **more: object
    ) -> None:
        super().__init__(title)
        self.status, self.title, self.detail, self.headers, self.more = int(status), title, detail, headers, more


def answered(problem: Problem) -> Response:
    """Return a problem as a response."""
    body = {"type": "about:blank", "title": problem.title, "status": problem.status}
    whole = {**body, **({"detail": problem.detail} if problem.detail else {}), **problem.more}
    return Response(msgspec.json.encode(whole), problem.status, dict(problem.headers or {}), KIND)


def install(app: FastAPI) -> None:
    """Make every error of `app` a problem document."""
    for kind, handler in _HANDLERS.items():
        app.add_exception_handler(kind, handler)


async def told(request: Request, error: Exception) -> Response:
    """Return an error as the problem document that `install` makes of it."""
    handler = next(_HANDLERS[kind] for kind in type(error).__mro__ if kind in _HANDLERS)
    return await handler(request, error)


async def _problem(_request: Request, error: Any) -> Response:  # noqa: ANN401  (Starlette knows exceptions only)
    return answered(error)


async def _access(_request: Request, error: Any) -> Response:  # noqa: ANN401
    status, title = _ACCESS[error.reason]
    headers = {"Retry-After": str(max(1, math.ceil(error.wait)))} if error.wait else None
    return answered(Problem(status, title, str(error), headers=headers))


async def _ours(_request: Request, error: Exception) -> Response:
    status = next((s for kind, s in _STATUS.items() if isinstance(error, kind)), HTTPStatus.BAD_REQUEST)
    headers = {"Retry-After": "1"} if status == HTTPStatus.SERVICE_UNAVAILABLE else None
    return answered(Problem(status, _TITLES.get(status, HTTPStatus(status).phrase), str(error), headers=headers))


async def _invalid(_request: Request, error: Any) -> Response:  # noqa: ANN401
    faults = [{"where": [str(p) for p in e["loc"]], "what": e["msg"]} for e in error.errors()]
    return answered(Problem(422, "The request is not well formed", faults=_without_values(faults)))


def _without_values(faults: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Cut what an error says after the first colon: some validators repeat what came."""
    return [{**f, "what": str(f["what"]).partition(":")[0][:200]} for f in faults[:20]]


async def _http(_request: Request, error: Any) -> Response:  # noqa: ANN401
    return answered(Problem(error.status_code, HTTPStatus(error.status_code).phrase, headers=error.headers))


async def _fault(request: Request, error: Exception) -> Response:
    """Tell a fault of ours to the log by the places it came through: its message could hold what came in."""
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)[-8:]]
    _LOG.error("fault", request=getattr(request.state, "id", ""), error=type(error).__name__, places=places)
    return answered(Problem(500, "The service failed", "It is written down under this request's id."))


_HANDLERS: Mapping[type[Exception], Callable[[Request, Any], Awaitable[Response]]] = {
    Problem: _problem,
    AccessError: _access,
    AboveboardError: _ours,
    RequestValidationError: _invalid,
    HTTPException: _http,
    Exception: _fault,
}
