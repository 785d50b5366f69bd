"""Our own style and script, and those that others wrote, from the package itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import Response

from aboveboard.console.verbs import NotHereError

__all__ = ["KINDS", "router"]

router = APIRouter(prefix="/console/static", include_in_schema=False)
_FOLDER = Path(__file__).parents[1] / "static"
KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}


@cache
def _files() -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in _FOLDER.iterdir() if p.suffix in KINDS}


@router.get("/{name}")
def static(name: str) -> Response:
    """Hand out one file."""
    body = _files().get(name)
    if body is None:
        raise NotHereError(f"there is no file {name}")
    return Response(body, media_type=KINDS[Path(name).suffix], headers={"Cache-Control": "public, max-age=3600"})
