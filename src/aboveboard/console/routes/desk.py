"""Signing in, home, care, the queue and the case."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Form
from fastapi.responses import JSONResponse, RedirectResponse, Response

from aboveboard.console.routes.asking import Asked, Here, SignedIn, back, fresh_key, note, shown, went
from aboveboard.console.verbs import Looked, Ruling
from aboveboard.console.views.cases import CaseView, Rule, Wanted
from aboveboard.console.views.frame import Care
from aboveboard.console.words import INNOCENT, WRONG
from aboveboard.errors import AboveboardError

__all__ = ["router"]

router = APIRouter(prefix="/console", include_in_schema=False)
_WANTED = ("queue", "violation", "tier", "evidence", "state", "text", "order")
_ORDERS = ("due", "oldest", "newest", "surest")
Text = Annotated[str, Form()]


@router.get("/enter")
def sign_in(asked: Here, go: str = "/console/") -> Response:
    """Show the sign-in, or lead to the service's own."""
    if asked.wire.login:
        return RedirectResponse(f"{asked.wire.login}?go={quote(_safe(go))}", 303)
    return shown(asked, "login.html", go=_safe(go))


@router.post("/enter")
def enter(asked: Here, name: Text, password: Text, go: Text = "/console/") -> Response:
    """Sign in."""
    try:
        session = asked.verbs.enter(name, password, asked.at)
    except AboveboardError as error:
        return shown(asked, "login.html", status=401, fault=str(error), go=_safe(go))
    answer = went(asked, _safe(go))
    wire = asked.wire
    answer.set_cookie(wire.cookie, session, path="/", httponly=True, secure=wire.secure, samesite="strict")
    return answer


@router.post("/leave")
def leave(asked: SignedIn) -> Response:
    """Sign out."""
    asked.verbs.leave(asked.me, asked.at)
    answer = went(asked, "/console/enter")
    answer.delete_cookie(asked.wire.cookie, path="/", secure=asked.wire.secure, httponly=True)
    return answer


def _safe(go: str) -> str:
    """Return a way inside the console, whatever was asked: a link must lead nowhere else."""
    return go if go.startswith("/console/") and "\\" not in go else "/console/"


@router.get("")
@router.get("/")
def home(asked: SignedIn) -> Response:
    """Show what is new."""
    return shown(asked, "home.html", view=asked.verbs.home(asked.me, asked.at))


@router.get("/care")
def care(asked: SignedIn) -> Response:
    """Show how somebody works."""
    return shown(asked, "care.html")


@router.post("/care")
def set_care(
    asked: SignedIn,
    blur: Text = "",
    grey: Text = "",
    keys: Text = "",
    rest_minutes: Annotated[int, Form(ge=0, le=240)] = 50,
    theme: Text = "auto",
    language: Text = "",
) -> Response:
    """Keep how somebody works."""
    theme, language = (theme if theme in ("light", "dark") else "auto"), (language if language in ("en", "zh") else "")
    wish = Care(bool(blur), bool(grey), rest_minutes, theme, language, bool(keys))
    asked.verbs.set_care(asked.me, wish, asked.at)
    return went(asked, "/console/care", note(asked, "Saved."))


def _wanted(asked: Asked) -> Wanted:
    query = asked.look.query
    given = {name: query.get(name, "")[:200] for name in _WANTED}
    given["order"] = given["order"] if given["order"] in _ORDERS else "due"
    page = query.get("page", "1")
    return Wanted(**given, page=max(1, int(page)) if page.isdecimal() and len(page) < 7 else 1)  # noqa: PLR2004  (digits of a page)


@router.get("/queue")
def queue(asked: SignedIn) -> Response:
    """Show a page of cases."""
    view = asked.verbs.queue(asked.me, _wanted(asked), asked.at)
    return shown(asked, "queue.html", view=view, back=back(asked.look.query, without="page"))


@router.post("/queue/save")
def save_queue(asked: SignedIn, name: Text) -> Response:
    """Keep what was asked for as a queue."""
    made = asked.verbs.save_queue(asked.me, name[:60], _wanted(asked), asked.at)
    return went(asked, f"/console/queue?queue={quote(made.id)}", note(asked, "Saved."))


@router.post("/queue/forget")
def forget_queue(asked: SignedIn, queue: Text) -> Response:
    """Forget a queue of one's own."""
    asked.verbs.forget_queue(asked.me, queue, asked.at)
    return went(asked, "/console/queue", note(asked, "Removed."))


@router.get("/cases/{case_id}")
def case(asked: SignedIn, case_id: str) -> Response:
    """Show a case."""
    view = asked.verbs.case(asked.me, case_id, _wanted(asked), asked.at)
    groups = ((WRONG, "wrong"), (INNOCENT, "innocent"))
    reasons = [(word, note(asked, f"reason: {word}"), group) for words, group in groups for word in words]
    return shown(
        asked,
        "case.html",
        view=view,
        proposed=_proposed(view),
        reasons=reasons,
        key=fresh_key(),
        back=back(asked.look.query),
    )


def _proposed(view: CaseView) -> Rule | None:
    asked = view.proposal.rule if view.proposal else ""
    return next((r for r in view.form.rules if r.id == asked), None)


@router.get("/cases/{case_id}/later")
def later(asked: SignedIn, case_id: str) -> Response:
    """Show what of a case takes longest: what happened, and what would change what is proposed."""
    return shown(asked, "later.html", view=asked.verbs.later(asked.me, case_id, asked.at))


@router.get("/cases/{case_id}/pictures/{whose}/{kind}")
def picture(asked: SignedIn, case_id: str, whose: Literal["subject", "closed"], kind: Literal["avatar", "cover"]) -> Response:  # fmt: skip
    """Show a picture of an account of a case; nothing where there is none."""
    made = asked.verbs.picture(asked.me, case_id, whose, kind, asked.at)
    return Response(made, media_type="image/jpeg") if made else Response(status_code=204)


@router.post("/cases/{case_id}/claim")
def claim(asked: SignedIn, case_id: str, version: Annotated[int, Form()]) -> Response:
    """Take a case up."""
    return JSONResponse({"version": asked.verbs.claim(asked.me, case_id, version, asked.at)})


@router.post("/cases/{case_id}/heartbeat")
def heartbeat(asked: SignedIn, case_id: str) -> Response:
    """Say that one still works on it."""
    return JSONResponse({"until": asked.verbs.heartbeat(asked.me, case_id, asked.at).isoformat()})


@router.get("/cases/{case_id}/preview")
def preview(asked: SignedIn, case_id: str, severity: int = 0, days: int = 0) -> Response:
    """Show what a decision would weigh."""
    view = asked.verbs.preview(asked.me, case_id, min(max(severity, 0), 4), min(max(days, 0), 3650), asked.at)
    return shown(asked, "weighing.html", view=view)


@router.post("/cases/{case_id}/decide")
def decide(  # noqa: PLR0917  (a form's fields)
    asked: SignedIn,
    case_id: str,
    outcome: Text,
    reason: Text,
    key: Text,
    version: Annotated[int, Form()],
    rule: Text = "",
    severity: Annotated[int, Form(ge=0, le=4)] = 0,
    days: Annotated[int, Form(ge=0, le=3650)] = 0,
    notice: Text = "",
    language: Text = "en",
    note_: Annotated[str, Form(alias="note")] = "",
    seconds: Annotated[int, Form(ge=0)] = 0,
    opened: Text = "",
    ruled_out: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Decide a case."""
    view = asked.verbs.case(asked.me, case_id, _wanted(asked), asked.at)
    chosen = _chosen(view, outcome, rule)
    looked = Looked(seconds, tuple(opened.split()), tuple(ruled_out or ()))
    action = chosen.action if chosen else "none"
    ruling = Ruling(
        action, chosen.id if chosen else "", severity if chosen else 0, days if chosen else 0, reason, note_, notice if chosen else "", language, looked
    )  # fmt: skip
    made = asked.verbs.decide(asked.me, case_id, version, ruling, key, asked.at)
    says = note(asked, "A second person is asked." if made.second else "Decided. It leaves in 10 seconds.")
    following = f"/console/cases/{quote(view.next_id)}?{back(asked.look.query)}" if view.next_id else "/console/queue"
    return went(asked, following, says, id=made.id, undo=note(asked, "Undo"))


def _chosen(view: CaseView, outcome: str, rule: str) -> Rule | None:
    if outcome == "innocent":
        return None
    if outcome == "as_proposed":
        rule = view.proposal.rule if view.proposal else ""
    return next((r for r in view.form.rules if r.id == rule), None)


@router.post("/undo/{decision_id}")
def undo(asked: SignedIn, decision_id: str) -> Response:
    """Take one's own decision back before it leaves."""
    case_id = asked.verbs.undo(asked.me, decision_id, asked.at)
    return went(asked, f"/console/cases/{quote(case_id)}", note(asked, "Taken back. Nobody was told."))


@router.post("/cases/{case_id}/pass")
def pass_on(
    asked: SignedIn,
    case_id: str,
    version: Annotated[int, Form()],
    how: Text,
    reason: Text,
    to: Text = "",
    days: Annotated[int, Form(ge=1, le=90)] = 3,
) -> Response:
    """Skip, hold, escalate, hand over or give back a case."""
    view = asked.verbs.case(asked.me, case_id, _wanted(asked), asked.at)
    asked.verbs.pass_on(asked.me, case_id, version, how, reason, to, days, asked.at)
    following = f"/console/cases/{quote(view.next_id)}?{back(asked.look.query)}" if view.next_id else "/console/queue"
    return went(asked, following, note(asked, "Passed on."))
