"""The page about review: agreement, second looks and golden cases."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from aboveboard.console.routes.asking import SignedIn, note, shown, went
from aboveboard.console.verbs import NotHereError

__all__ = ["router"]

router = APIRouter(prefix="/console/review", include_in_schema=False)


@router.get("")
def review(asked: SignedIn) -> Response:
    """Show how review goes."""
    return shown(asked, "review.html", view=asked.verbs.review(asked.me, asked.at))


@router.post("/golden/{case_id}/{step}")
def golden(asked: SignedIn, case_id: str, step: str) -> Response:
    """Name a golden case, agree to one, or draw one no more."""
    verbs = asked.verbs
    steps = {"ask": verbs.ask_golden, "agree": verbs.agree_golden, "retire": verbs.retire_golden}
    if step not in steps:
        raise NotHereError("There is nothing at this address.")
    steps[step](asked.me, case_id, asked.at)
    return went(asked, "/console/review", note(asked, "Done."))
