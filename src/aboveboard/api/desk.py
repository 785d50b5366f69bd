"""What the routes work with: the open store and what stands on it. One value, made at the start, handed to every request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, Request

from aboveboard.api.problems import Problem
from aboveboard.intake import Taker
from aboveboard.staff import PERMISSIONS, Caller
from aboveboard.store import Ledger, Store

__all__ = ["At", "Desk", "Here", "Needs", "needs", "now"]


def now() -> datetime:
    """Return the time by the machine's clock, UTC. Only edges call it."""
    return datetime.now(UTC)


def _nobody(_authorization: str | None, _cookie: str | None, _at: datetime) -> Caller | None:
    return None


def _all(_request: Request, _caller: Caller) -> None:
    """Let every request through."""


@dataclass(slots=True)
class Desk:
    """The open service.

    `callers` says who asks, from the headers `Authorization` and `Cookie`; `admits` raises where their request may not come this way or
    this often; `parts` holds what other rooms add.
    """

    store: Store
    data: Path
    taker: Taker
    callers: Callable[[str | None, str | None, datetime], Caller | None] = _nobody
    admits: Callable[[Request, Caller], None] = _all
    clock: Callable[[], datetime] = now
    ready: Callable[[], dict[str, bool]] = field(default=dict[str, bool])
    parts: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def ledger(self) -> Ledger:
        """The ledger of the store."""
        return Ledger(self.store)


def _desk(request: Request) -> Desk:
    return request.app.state.desk


def _at(request: Request) -> datetime:
    return _desk(request).clock()


Here = Annotated[Desk, Depends(_desk)]
"""A route's parameter: the desk."""
At = Annotated[datetime, Depends(_at)]
"""A route's parameter: when the request came."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a route asks of its caller: one permission. A test reads it from the route to build the matrix of roles and routes."""

    permission: str

    def __call__(self, request: Request) -> Caller:
        """Return the caller; raise a `Problem` 401 where nobody is known, 403 where they may not."""
        caller = self.asked(request)
        if not caller.may(self.permission):
            raise Problem(403, "This caller may not do that", f"It takes the permission {self.permission}.")
        return caller

    def asked(self, request: Request) -> Caller:
        """Return whoever asks, if their request may come this way and this often."""
        desk = _desk(request)
        caller = desk.callers(request.headers.get("authorization"), request.headers.get("cookie"), desk.clock())
        if caller is None:
            raise Problem(
                401,
                "Who asks is not known",
                "Send a token: Authorization: Bearer ab_…",
                headers={"WWW-Authenticate": "Bearer"},
            )
        request.state.caller = caller.kind if caller.kind == "holder" else caller.name
        desk.admits(request, caller)
        return caller


def needs(permission: str) -> Needs:
    """Return what `Depends` takes. Raises `KeyError` for a permission that does not exist."""
    _ = PERMISSIONS[permission]
    return Needs(permission)
