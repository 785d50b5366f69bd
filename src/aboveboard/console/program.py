"""The console as an application: put on the service's own, or alone over a scan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from urllib.parse import quote, urlsplit

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aboveboard.console.pages import Look, answer, page
from aboveboard.console.routes import appeals, assets, claims, desk, outside, review, rooms
from aboveboard.console.routes.asking import HEADERS, SESSION, NotSignedInError, Wire, language_of
from aboveboard.console.uploads import LIMITS
from aboveboard.console.verbs import NotHereError, Verbs
from aboveboard.errors import AboveboardError, AccessError, CaseError

__all__ = ["OURS", "create", "mount"]

OURS = ("/console", "/notices/", "/claims/", "/bodies/", "/reports/")
"""Where the console's pages lie; everything else of the service keeps its own answers and headers."""

_OUTSIDE = ("/notices/", "/claims/", "/bodies/")
_LONGEST = 3_000_000
"""Bytes of a form of the staff: a policy of a megabyte, and what its encoding adds."""
_WITH_DOCUMENTS = LIMITS.most * LIMITS.megabytes * 1_000_000 + 1_000_000


def create(verbs: Verbs, clock: Callable[[], datetime]) -> FastAPI:
    """Return the console alone."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    mount(app, verbs, clock)
    return app


def mount(
    app: FastAPI,
    verbs: Verbs,
    clock: Callable[[], datetime],
    *,
    cookie: str = SESSION,
    secure: bool = False,
    login: str = "",
) -> None:
    """Put the console on an application: its pages under `OURS`, its headers and its refusals there only.

    `cookie` is where the session lies; with `login`, people sign in at that address of the application and not at a page of the console.
    """
    inner = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    inner.state.console = Wire(verbs, clock, cookie, secure, login)
    for part in (assets, desk, appeals, claims, rooms, review, outside):
        inner.include_router(part.router)
    inner.add_exception_handler(NotSignedInError, _sign_in)
    inner.add_exception_handler(AboveboardError, _refused)
    inner.add_exception_handler(RequestValidationError, _unread)
    inner.add_exception_handler(404, _nowhere)
    app.add_middleware(_Split, inner=_Guarded(inner))


class _Split:
    """Sends what lies under `OURS` to the console, the bare address to its first page, and all else on."""

    def __init__(self, app: ASGIApp, inner: ASGIApp) -> None:
        self._app, self._inner = app, inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        there = scope["path"] if scope["type"] == "http" else ""
        chosen: ASGIApp = (
            RedirectResponse("/console/", 303) if there == "/" else self._inner if there.startswith(OURS) else self._app
        )
        await chosen(scope, receive, send)


class _Guarded:
    """Puts the headers on every answer and refuses what another site sends: a form of theirs must not act for who is signed in here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        request = Request(scope)
        refusal = None if scope["method"] in ("GET", "HEAD") else _refusal(request)
        await (Response(refusal[1], refusal[0]) if refusal else self._app)(scope, receive, guarded)


def _refusal(request: Request) -> tuple[int, str] | None:
    """Return why a form is not even read: from another site, without a length, or too long."""
    length = request.headers.get("content-length", "")
    most = _WITH_DOCUMENTS if request.url.path.startswith(_OUTSIDE) else _LONGEST
    if not _own(request):
        return 403, "This came from another site."
    if not length.isdecimal():
        return 411, "Say how long it is."
    return (413, "This is too long.") if int(length) > most else None


def _own(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _sign_in(request: Request, _error: Exception) -> Response:
    if "application/json" in request.headers.get("accept", ""):
        over = "Your session is over. Sign in again in another tab; what you wrote stays here."
        return JSONResponse({"detail": answer(over, language_of(request, None))}, 401)
    wire: Wire = request.app.state.console
    return RedirectResponse(f"{wire.login or '/console/enter'}?go={quote(request.url.path)}", 303)


def _refused(request: Request, error: Exception) -> Response:
    """Answer to a refusal: 403 for what one may not do, 404 for what is not there, 409 where somebody was faster, 422 for what cannot be used."""
    kinds = ((NotHereError, 404), (CaseError, 409), (AccessError, 403))
    status = next((s for kind, s in kinds if isinstance(error, kind)), 422)
    return _fault(request, status, str(error))


def _unread(request: Request, error: Exception) -> Response:
    fields = [str(e["loc"][-1]) for e in error.errors()] if isinstance(error, RequestValidationError) else []
    if request.url.path.startswith("/console"):
        return _fault(request, 422, "These fields cannot be read: " + ", ".join(fields))
    # People outside know a form by its labels, not by its fields.
    return _fault(request, 422, "Something is missing or too long. Look through the form once more.")


def _nowhere(request: Request, _error: Exception) -> Response:
    return _fault(request, 404, "There is nothing at this address.")


def _fault(request: Request, status: int, detail: str) -> Response:
    wire: Wire = request.app.state.console
    at = wire.clock()
    me = wire.verbs.me(request.cookies.get(wire.cookie), at) if request.url.path.startswith("/console") else None
    language = language_of(request, me)
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"detail": answer(detail, language)}, status)
    look = Look(language, at, me, request.url.path)
    title = {403: "Not yours to do", 404: "Not here", 409: "Somebody was faster", 422: "That cannot be used"}[status]
    return HTMLResponse(page("fault.html", look, title=title, detail=detail), status)
