"""The one page by which people come in, until they are in: `/join` for a link, `/login` for everybody else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_HERE = Path(__file__).parent
_KINDS = {"html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
_ONLY_OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


@router.get("/join")
@router.get("/login")
def page() -> Response:
    """Show the page."""
    return _file("html")


@router.get("/enter/entering.{kind}")
def part(kind: Literal["js", "css"]) -> Response:
    """Give the page's script or its style."""
    return _file(kind)


def _file(kind: str) -> Response:
    return Response(_text(kind), media_type=_KINDS[kind], headers={"Content-Security-Policy": _ONLY_OURS})


@cache
def _text(kind: str) -> str:
    return (_HERE / f"entering.{kind}").read_text(encoding="utf-8")
