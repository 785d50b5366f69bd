"""The whole interface: every part's routes on one desk."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from aboveboard.api import accounts, health, hot, logins, staff
from aboveboard.api.asking import known
from aboveboard.api.desk import Desk, Needs
from aboveboard.api.events import EVENTS
from aboveboard.api.guarding import Guard
from aboveboard.api.once import Once
from aboveboard.api.problems import install

__all__ = ["HOT", "PARTS", "create", "permissions"]

PARTS = (health.router, accounts.router, logins.router, staff.router)
HOT = (EVENTS,)


def create(desk: Desk) -> FastAPI:
    """Return the application that answers for `desk`."""
    app = FastAPI(
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
    install(app)
    app.add_middleware(Once)
    app.add_middleware(Guard)
    plain = app.openapi

    def whole() -> dict[str, Any]:
        return _secured(plain())

    app.openapi = whole
    return app


def _secured(document: dict[str, Any]) -> dict[str, Any]:
    """Say in the document how a caller shows who they are, and which permission each route takes."""
    schemes = document.setdefault("components", {}).setdefault("securitySchemes", {})
    if not schemes:
        schemes["token"] = {"type": "http", "scheme": "bearer"}
        schemes["session"] = {"type": "apiKey", "in": "cookie", "name": "__Host-aboveboard", "description": _SESSION}
        for path, permission in permissions().items():
            for verb in path[1]:
                operation = document["paths"].get(path[0], {}).get(verb.lower())
                if operation is not None and permission:
                    ways = [{"session": []}] if permission == known.permission else [{"token": []}, {"session": []}]
                    operation |= {"security": ways, "x-permission": permission}
    return document


_SESSION = "A log-in; every change also needs the header X-CSRF-Token. Over plain HTTP, on the machine itself, the cookie has no prefix."


def permissions() -> dict[tuple[str, frozenset[str]], str]:
    """Return the permission of each route, by its path and methods; `person` for what anybody who is logged in may do, empty for a public one."""
    found = {(h.path, frozenset({"POST"})): h.needs.permission for h in HOT}
    for route in (r for router in PARTS for r in router.routes if isinstance(r, APIRoute)):
        asked = [d.call.permission for d in route.dependant.dependencies if isinstance(d.call, Needs)]
        found[route.path, frozenset(route.methods or ())] = asked[0] if asked else ""
    return found
