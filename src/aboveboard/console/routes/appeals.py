"""The appeals desk: what waits, one appeal, its answer, and the documents that came with it."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form
from fastapi.responses import Response

from aboveboard.console.routes.asking import SignedIn, note, shown, went
from aboveboard.console.views.appeals import Answer
from aboveboard.console.views.outside import Upload
from aboveboard.errors import AboveboardError

__all__ = ["handed_out", "router"]

router = APIRouter(prefix="/console/appeals", include_in_schema=False)
Text = Annotated[str, Form()]
_OUTCOMES = ("upheld", "overturned", "changed")


@router.get("")
def appeals(asked: SignedIn) -> Response:
    """Show the appeals that wait."""
    return shown(asked, "appeals.html", view=asked.verbs.appeals(asked.me, asked.at))


@router.get("/{appeal_id}")
def one(asked: SignedIn, appeal_id: str) -> Response:
    """Show one appeal."""
    return _page(asked, appeal_id)


def _page(asked: SignedIn, appeal_id: str, *, given: Answer | None = None, fault: str = "") -> Response:
    view = asked.verbs.appeal_case(asked.me, appeal_id, asked.at)
    return shown(
        asked,
        "appeal_case.html",
        status=409 if fault else 200,
        fault=fault,
        view=view,
        given=given or Answer("", "", days=30),
    )


@router.post("/{appeal_id}/answer")
def answer(
    asked: SignedIn,
    appeal_id: str,
    version: Annotated[int, Form()],
    outcome: Text,
    text: Text,
    action: Text = "",
    days: Annotated[int, Form(ge=0, le=3650)] = 0,
) -> Response:
    """Answer it. Where that cannot be, what was written stays on the page."""
    given = Answer(outcome if outcome in _OUTCOMES else "", text, action, days)
    try:
        fell = asked.verbs.answer(asked.me, appeal_id, version, given, asked.at)
    except AboveboardError as error:
        return _page(asked, appeal_id, given=given, fault=str(error))
    says = (
        note(asked, "Answered. The decision stands.")
        if not fell
        else note(asked, "Answered. {n} {n:decision|decisions} fell.", n=fell)
    )
    return went(asked, "/console/appeals", says)


@router.get("/{appeal_id}/files/{number}")
def document(asked: SignedIn, appeal_id: str, number: int) -> Response:
    """Hand out a document: to be saved, never to be shown as a page, whatever it is."""
    return handed_out(asked.verbs.document(asked.me, appeal_id, number, asked.at))


def handed_out(found: Upload) -> Response:
    """Answer with a document as a file to be saved, whatever it is."""
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name, safe='')}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(found.body, media_type="application/octet-stream", headers=headers)
