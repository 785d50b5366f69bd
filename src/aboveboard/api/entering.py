"""The one page by which people come in, until they are in: `/join` for a link, `/login` for everybody else, in English and Chinese."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Literal

from fastapi import APIRouter, Request
from starlette.responses import Response

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_HERE = Path(__file__).parent
_KINDS = {"html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
_ONLY_OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_FOCUS = " autofocus"


@router.get("/join")
def join(request: Request) -> Response:
    """Show the page to who comes by a link."""
    return _answer(_page(_language(request), joining=True), "html", Vary="Accept-Language")


@router.get("/login")
def login(request: Request) -> Response:
    """Show the page to who was here before."""
    return _answer(_page(_language(request), joining=False), "html", Vary="Accept-Language")


@router.get("/enter/entering.{kind}")
def part(kind: Literal["js", "css"]) -> Response:
    """Give the page's script or its style."""
    return _answer(_text(kind), kind)


def _language(request: Request) -> str:
    """Return `zh` or `en`: by the address, or what the browser asks."""
    asked = request.query_params.get("lang", "")
    browser = request.headers.get("accept-language", "").lower()
    return asked if asked in ("en", "zh") else "zh" if browser.startswith("zh") else "en"


def _answer(text: str, kind: str, **headers: str) -> Response:
    return Response(text, media_type=_KINDS[kind], headers={"Content-Security-Policy": _ONLY_OURS, **headers})


@cache
def _page(language: str, *, joining: bool) -> str:
    words, refusals = _words()[language], _words()["refusals"] if language == "zh" else {}
    shown = {
        **words,
        "refusals": json.dumps(refusals, ensure_ascii=False),
        "ask": words["choose" if joining else "password"],
        "kind": "new-password" if joining else "current-password",
        "by_password": words["join" if joining else "login"],
        "by_passkey": words["join_passkey" if joining else "passkey"],
        "by_outside": words["join_outside" if joining else "outside"],
        "no_name": " hidden" if joining else "",
        "focus_name": "" if joining else _FOCUS,
        "focus_password": _FOCUS if joining else "",
    }
    return Template(_text("html")).substitute({name: escape(text) for name, text in shown.items()})


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((_HERE / "entering.toml").read_text(encoding="utf-8"))


@cache
def _text(kind: str) -> str:
    return (_HERE / f"entering.{kind}").read_text(encoding="utf-8")
