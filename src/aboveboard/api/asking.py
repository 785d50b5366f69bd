"""The door: who asks, by what their request carries, and whether it comes from where it must and not too often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from http.cookies import CookieError, SimpleCookie
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from starlette.responses import Response

from aboveboard.api.desk import Desk, Needs
from aboveboard.api.problems import Problem
from aboveboard.errors import AccessError, InputError
from aboveboard.staff import Caller
from aboveboard.staff.callers import Callers
from aboveboard.staff.oidc import Provider
from aboveboard.staff.passkeys import Site
from aboveboard.staff.roster import Roster
from aboveboard.staff.sessions import cookie_name, from_here, genuine
from aboveboard.staff.tidying import tidy

__all__ = ["CSRF_HEADER", "LOOPBACK", "Door", "Entrance", "Known", "known", "open_door", "site_of"]

CSRF_HEADER = "x-csrf-token"
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_LONGEST_COOKIES = 8_000
_STEP_S = 600
_TIDY = timedelta(minutes=10)


@dataclass(slots=True)
class Door:
    """What the routes of the staff work with: the people, who asks, where the service is reached, and the outside log-in if there is one."""

    roster: Roster
    callers: Callers
    site: Site
    provider: Provider | None = None
    tidied: datetime | None = None

    @property
    def secure(self) -> bool:
        """Say whether cookies go over HTTPS only: everywhere but on the machine itself."""
        return self.site.origin.startswith("https:")

    @property
    def origins(self) -> frozenset[str]:
        """Return the origins of our own pages; the machine itself has three names."""
        parts = urlsplit(self.site.origin)
        if parts.hostname not in {name.strip("[]") for name in LOOPBACK}:
            return frozenset({self.site.origin})
        port = "" if parts.port is None else f":{parts.port}"
        return frozenset(f"{parts.scheme}://{name}{port}" for name in LOOPBACK)

    def of(self, authorization: str | None, cookies: str | None, at: datetime) -> Caller | None:
        """Return who asks, by the headers `Authorization` and `Cookie`; None for nobody."""
        return self.callers.of(authorization, self.held(cookies), at)

    def held(self, cookies: str | None, step: str = "") -> str | None:
        """Return the secret of the browser's log-in, or of the `step` of one that was begun."""
        found = SimpleCookie()
        try:
            found.load((cookies or "")[:_LONGEST_COOKIES])
        except CookieError:
            return None
        morsel = found.get(cookie_name(secure=self.secure) + step)
        return None if morsel is None else morsel.value

    def admits(self, request: Request, caller: Caller) -> None:
        """Let a request through; raise `AccessError` where a change by cookie does not come from our page, or a machine asks too often."""
        if caller.kind == "person":
            secret = self.held(request.headers.get("cookie")) or ""
            genuine(request.method, secret, request.headers.get(CSRF_HEADER), _origin(request), self.origins)
        elif wait := self.callers.wait(caller, request.app.state.desk.clock()):
            raise AccessError("slow", "too many requests for this token", wait)

    def own(self, request: Request) -> None:
        """Refuse a log-in that another page sends, as it could log somebody in as somebody else. A program that is no browser names no origin."""
        self._tidy(request.app.state.desk.clock())
        origin = _origin(request)
        if origin is not None and not from_here(origin, self.origins):
            raise AccessError("forged", "this request does not come from the service's own page")

    def _tidy(self, at: datetime) -> None:
        """Forget, now and then, log-ins that strangers began and never ended."""
        if self.tidied is None or abs(at - self.tidied) > _TIDY:
            self.tidied = at
            tidy(self.roster, at)

    def give(self, response: Response, secret: str, step: str = "") -> None:
        """Put a secret into the browser's cookie: out of reach of scripts and of other sites."""
        longest = _STEP_S if step else int(self.roster.longest.total_seconds())
        name = cookie_name(secure=self.secure) + step
        response.set_cookie(name, secret, max_age=longest, path="/", httponly=True, secure=self.secure, samesite="lax")

    def forget(self, response: Response, step: str = "") -> None:
        """Take it out again."""
        name = cookie_name(secure=self.secure) + step
        response.delete_cookie(name, path="/", httponly=True, secure=self.secure, samesite="lax")


def _origin(request: Request) -> str | None:
    return request.headers.get("origin") or request.headers.get("referer")


def site_of(url: str | None, port: int) -> Site:
    """Return where the service is reached: what `ABOVEBOARD_URL` says, else this machine. Raises `InputError` on what is no origin."""
    if not url:
        return Site(f"http://localhost:{port}")
    parts = urlsplit(url)
    local = parts.hostname in {name.strip("[]") for name in LOOPBACK}
    if not parts.hostname or parts.path not in {"", "/"} or parts.query or parts.username or parts.scheme not in ({"http", "https"} if local else {"https"}):  # fmt: skip
        raise InputError("ABOVEBOARD_URL is no address such as https://aboveboard.example")
    return Site(f"{parts.scheme}://{parts.netloc}".lower())


def open_door(desk: Desk, roster: Roster, site: Site, provider: Provider | None = None) -> Door:
    """Let the desk know who asks."""
    door = Door(roster, Callers(roster), site, provider)
    desk.parts["door"] = door
    desk.callers, desk.admits = door.of, door.admits
    return door


def _door(request: Request) -> Door:
    door = request.app.state.desk.parts.get("door")
    if door is None:
        raise Problem(503, "Nobody can log in here")
    return door


Entrance = Annotated[Door, Depends(_door)]
"""A route's parameter: the door."""


class Known(Needs):
    """What a route asks that is about oneself: a person who is logged in, whatever they may do."""

    def __call__(self, request: Request) -> Caller:
        """Return the person; raise a `Problem` 401 where nobody is logged in."""
        caller = self.asked(request)
        if caller.kind != "person":
            raise Problem(403, "This is for people who are logged in")
        return caller


known = Known("person")
