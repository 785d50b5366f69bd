"""Ids with a slash in a path: `/v1/accounts/a%2Fb` is about the account `a/b`, though servers decode a path before it is looked up."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote

from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["Slashes", "with_slashes"]

_SLASH: Final = "\x00"
"""What stands for an encoded slash while a path is looked up: no id holds it."""


class Slashes:
    """Wraps an application: a slash that came encoded parts nothing. A route gives its parameter to `with_slashes`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        raw: bytes = scope.get("raw_path") or b""
        if scope["type"] == "http" and (b"%2F" in raw or b"%2f" in raw or b"%00" in raw):
            parts = raw.partition(b"?")[0].decode("latin-1").replace("%2f", "%2F").split("%2F")
            path = _SLASH.join(unquote(p).replace(_SLASH, "\ufffd") for p in parts)
            scope = {**scope, "path": path}
        await self._app(scope, receive, send)


def with_slashes(text: str) -> str:
    """Return a parameter of a path with the slashes that came encoded."""
    return text.replace(_SLASH, "/")
