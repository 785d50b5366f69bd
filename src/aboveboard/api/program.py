"""The whole interface: every part's routes on one desk."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.types import Receive, Scope, Send

from aboveboard.api import (
    accounts,
    actions,
    appeals,
    bars,
    batches,
    cases,
    clearing,
    decisions,
    entering,
    health,
    hot,
    jobs,
    ledger,
    links,
    logins,
    notices,
    policies,
    privacy,
    staff,
    webhooks,
)
from aboveboard.api.asking import known
from aboveboard.api.checks import CHECKS
from aboveboard.api.desk import Desk, Needs
from aboveboard.api.events import EVENTS
from aboveboard.api.express import Express
from aboveboard.api.guarding import Guard
from aboveboard.api.once import Once
from aboveboard.api.problems import KIND, install
from aboveboard.api.slashes import Slashes

__all__ = ["HOT", "PARTS", "create", "permissions"]

PARTS = (
    health.router,
    accounts.router,
    ledger.router,
    privacy.router,
    decisions.router,
    decisions.halts,
    cases.router,
    appeals.router,
    notices.router,
    batches.router,
    policies.router,
    bars.router,
    clearing.router,
    actions.router,
    links.router,
    jobs.router,
    webhooks.router,
    entering.router,
    logins.router,
    staff.router,
)
HOT = (
    EVENTS,
    CHECKS,
)


class _Service(FastAPI):
    """The application, with a shorter way to the hot routes."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        express: Express = self.state.express
        await (express if express.matches(scope) else super().__call__)(scope, receive, send)


def create(desk: Desk) -> FastAPI:
    """Return the application that answers for `desk`."""
    app = _Service(
        title="Aboveboard",
        version=version("aboveboard"),
        summary="Keeps the accounts of a service above board.",
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.desk = desk
    for router in PARTS:
        app.include_router(router)
    hot.add(app, HOT)
    app.state.express = Express(app, hot.endpoints(HOT))
    install(app)
    app.add_middleware(Once)
    app.add_middleware(Guard)
    app.add_middleware(Slashes)
    plain = app.openapi

    def whole() -> dict[str, Any]:
        return _completed(plain())

    app.openapi = whole
    return app


_PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "What went wrong, as RFC 9457 has it.",
    "required": ["title", "status"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}
_REFUSED = {
    "description": "The request was refused, or could not be carried out; `title` and `detail` say why.",
    "content": {KIND: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
_WAYS = {
    "token": {"type": "http", "scheme": "bearer"},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "__Host-aboveboard",
        "description": "A log-in; every change also needs the header X-CSRF-Token. On the machine itself, without HTTPS, the name has no prefix.",
    },
}
_VERBS = ("get", "post", "put", "patch", "delete")


def _completed(document: dict[str, Any]) -> dict[str, Any]:
    """Say in the document how a caller shows who they are, which permission each route takes, and what an error looks like."""
    parts = document.setdefault("components", {})
    parts["securitySchemes"] = _WAYS
    schemas = parts.setdefault("schemas", {})
    schemas["Problem"] = _PROBLEM
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    asked = {(path, verb.lower()): p for (path, verbs), p in permissions().items() for verb in verbs}
    for path, operations in document["paths"].items():
        for verb in _VERBS:
            if verb in operations:
                _complete(operations[verb], asked.get((path, verb), ""))
    return document


def _complete(operation: dict[str, Any], permission: str) -> None:
    if permission:
        ways = ("session",) if permission == known.permission else ("token", "session")
        operation |= {"security": [{way: []} for way in ways], "x-permission": permission}
    answers = {status: told for status, told in operation["responses"].items() if status.startswith(("2", "3"))}
    operation["responses"] = {**answers, "4XX": _REFUSED, "5XX": _REFUSED}


def permissions() -> dict[tuple[str, frozenset[str]], str]:
    """Return the permission of each route, by its path and methods; `person` for what anybody who is logged in may do, empty for a public one."""
    found = {(h.path, frozenset({"POST"})): h.needs.permission for h in HOT}
    for route in (r for router in PARTS for r in router.routes if isinstance(r, APIRoute)):
        asked = [d.call.permission for d in route.dependant.dependencies if isinstance(d.call, Needs)]
        found[route.path, frozenset(route.methods or ())] = asked[0] if asked else ""
    return found
