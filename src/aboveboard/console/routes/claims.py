"""The desk of claims: what waits, one claim, what is said of it, and the documents that came with it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from aboveboard.console.routes.appeals import handed_out
from aboveboard.console.routes.asking import SignedIn, note, shown, went
from aboveboard.console.views.claims import ClaimSaid
from aboveboard.errors import AboveboardError

__all__ = ["router"]

router = APIRouter(prefix="/console/claims", include_in_schema=False)
Text = Annotated[str, Form()]


@router.get("")
def claims(asked: SignedIn) -> Response:
    """Show the claims."""
    return shown(asked, "claims.html", view=asked.verbs.claims(asked.me, asked.at))


@router.get("/{claim_id}")
def one(asked: SignedIn, claim_id: str) -> Response:
    """Show one claim."""
    return _page(asked, claim_id)


def _page(asked: SignedIn, claim_id: str, *, given: ClaimSaid | None = None, fault: str = "") -> Response:
    view = asked.verbs.claim_case(asked.me, claim_id, asked.at)
    said = given or ClaimSaid("", "")
    return shown(asked, "claim_case.html", status=409 if fault else 200, fault=fault, view=view, given=said)


@router.post("/{claim_id}/answer")
def answer(asked: SignedIn, claim_id: str, version: Annotated[int, Form()], outcome: Text, text: Text, account: Text = "") -> Response:  # fmt: skip
    """Say what becomes of it. Where that cannot be, what was written stays on the page."""
    given = ClaimSaid(outcome[:40], text[:5000], account[:200])
    try:
        led_to = asked.verbs.answer_claim(asked.me, claim_id, version, given, asked.at)
    except AboveboardError as error:
        return _page(asked, claim_id, given=given, fault=str(error))
    says = note(asked, "A second person is asked.") if led_to == "second" else note(asked, "Decided, and told.")
    return went(asked, "/console/claims", says)


@router.get("/{claim_id}/files/{number}")
def document(asked: SignedIn, claim_id: str, number: int) -> Response:
    """Hand out a document: to be saved, never to be shown as a page."""
    return handed_out(asked.verbs.claim_document(asked.me, claim_id, number, asked.at))
