"""Routes that must be fast: msgspec in and out, no framework between, described in the same OpenAPI document."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from fastapi import FastAPI, Request
from starlette.responses import Response
from starlette.routing import Route

from aboveboard.api.desk import Needs
from aboveboard.api.problems import Problem

__all__ = ["Hot", "add", "decoded", "encoded", "endpoints"]

_ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Hot:
    """One POST route: what it takes, what it gives, which permission it needs. `endpoint` is called with the request and its caller checked."""

    path: str
    endpoint: Callable[[Request], Awaitable[Response]]
    needs: Needs
    takes: type
    gives: type
    summary: str
    about: str


def decoded(decoder: msgspec.json.Decoder[Any], body: bytes) -> Any:  # noqa: ANN401  (what the decoder makes)
    """Return a body as its type; raise a `Problem` that says where it is wrong and never repeats what came."""
    try:
        return decoder.decode(body)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).partition(" - at `$")
        told = "this is none of the values it may have" if reason.startswith("Invalid enum value") else reason
        raise Problem(
            422, "The request is not well formed", f"{path.rstrip('`').lstrip('.') or 'body'}: {told}"
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Problem(400, "The body is no JSON") from None


def encoded(value: object, status: int = 200) -> Response:
    """Return a value as a JSON response."""
    return Response(_ENCODER.encode(value), status, media_type="application/json")


def endpoints(routes: Sequence[Hot]) -> dict[str, Callable[[Request], Awaitable[Response]]]:
    """Return what answers at the path of each route, once its caller is checked."""
    return {hot.path: _guarded(hot) for hot in routes}


def add(app: FastAPI, routes: Sequence[Hot]) -> None:
    """Add the routes to `app`, and to the document it describes itself with."""
    for hot in routes:  # first, so that no other route is tried before them
        app.router.routes.insert(0, Route(hot.path, _guarded(hot), methods=["POST"], name=hot.path))
    plain = app.openapi

    def whole() -> dict[str, Any]:
        document = plain()
        for hot in routes:
            _describe(document, hot)
        return document

    app.openapi = whole


def _guarded(hot: Hot) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        request.scope["route"] = hot
        _ = hot.needs(request)
        return await hot.endpoint(request)

    return endpoint


def _describe(document: dict[str, Any], hot: Hot) -> None:
    (takes, gives), parts = msgspec.json.schema_components(
        (hot.takes, hot.gives), ref_template="#/components/schemas/{name}"
    )
    document.setdefault("components", {}).setdefault("schemas", {}).update(parts)
    answer = {"description": "The answer.", "content": {"application/json": {"schema": gives}}}
    document["paths"][hot.path] = {
        "post": {
            "summary": hot.summary,
            "description": hot.about,
            "operationId": hot.path.strip("/").replace("/", "_"),
            "requestBody": {"required": True, "content": {"application/json": {"schema": takes}}},
            "responses": {"200": answer},
        }
    }
