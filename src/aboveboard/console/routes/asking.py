"""What every route needs: who asks, in which language, when; and how a page, a refusal or a file goes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_urlsafe
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from aboveboard.console.pages import Look, page
from aboveboard.console.verbs import Verbs
from aboveboard.console.views.frame import Me

__all__ = [
    "HEADERS",
    "POLICY",
    "SESSION",
    "Asked",
    "Here",
    "SignedIn",
    "Wire",
    "back",
    "fresh_key",
    "language_of",
    "note",
    "shown",
    "went",
]

SESSION = "ab_session"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Wire:
    """What the routes work with: the verbs and the clock; in which cookie a session lies, whether over HTTPS only, and where people sign in (empty: here)."""

    verbs: Verbs
    clock: Callable[[], datetime]
    cookie: str = SESSION
    secure: bool = False
    login: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: the verbs, when it came, and for whom a page is drawn."""

    verbs: Verbs
    at: datetime
    look: Look
    fast: bool
    wire: Wire

    @property
    def me(self) -> Me:
        """Who is signed in."""
        if self.look.me is None:
            raise NotSignedInError
        return self.look.me


class NotSignedInError(Exception):
    """Nobody is signed in: the page of the sign-in is shown."""


def language_of(request: Request, me: Me | None) -> str:
    """Return `zh` or `en`: by the address, the person's own setting, or what the browser asks."""
    asked = request.query_params.get("lang") or (me.care.language if me else "")
    if asked in ("en", "zh"):
        return asked
    return "zh" if request.headers.get("accept-language", "").lower().startswith("zh") else "en"


def _asked(request: Request) -> Asked:
    wire: Wire = request.app.state.console
    at = wire.clock()
    me = wire.verbs.me(request.cookies.get(wire.cookie), at) if request.url.path.startswith("/console") else None
    toast = request.cookies.get("ab_said", "")
    look = Look(language_of(request, me), at, me, request.url.path, dict(parse_qsl(request.url.query)), toast[:300])
    fast = "application/json" in request.headers.get("accept", "")
    return Asked(wire.verbs, at, look, fast, wire)


def _signed_in(request: Request) -> Asked:
    asked = _asked(request)
    if asked.look.me is None:
        raise NotSignedInError
    return asked


Here = Annotated[Asked, Depends(_asked)]
"""A route's parameter: the request, whoever asks."""
SignedIn = Annotated[Asked, Depends(_signed_in)]
"""A route's parameter: the request of somebody who is signed in."""


def shown(asked: Asked, template: str, *, status: int = 200, fault: str = "", **values: object) -> Response:
    """Answer with a page."""
    look = replace(asked.look, fault=fault) if fault else asked.look
    answer = HTMLResponse(page(template, look, **values), status)
    if look.toast:
        answer.delete_cookie("ab_said", path="/console")
    return answer


def went(asked: Asked, to: str, said: str = "", **told: Any) -> Response:  # noqa: ANN401  (what JSON holds)
    """Answer to something that was done: told as JSON to the script, else the way to the next page, where `said` is shown once."""
    if asked.fast:
        return JSONResponse({"go": to, "says": said, **told})
    answer = RedirectResponse(to, 303)
    if said and said.isascii():
        answer.set_cookie("ab_said", said, max_age=60, path="/console", httponly=True, samesite="strict")
    return answer


def note(asked: Asked, text: str, **blanks: str | int) -> str:
    """Return a short text in the reader's language."""
    return page("note.html", asked.look, text=text, blanks=blanks).strip()


def back(query: Mapping[str, str], *, without: str = "") -> str:
    """Return the address's question again, so that a list is found as it was."""
    return urlencode({k: v for k, v in query.items() if v and k not in (without, "lang")})


def fresh_key() -> str:
    """Return a key under which a form does its work once."""
    return token_urlsafe(18)
