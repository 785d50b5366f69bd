"""Pages for people outside, by a link and without signing in."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import Response

from aboveboard.console.routes.asking import Asked, Here, fresh_key, shown
from aboveboard.console.uploads import LIMITS, taken
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.outside import Received, Upload
from aboveboard.errors import AboveboardError

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form()]
Files = list[UploadFile] | None


@router.get("/notices/{link}")
def notice(asked: Here, link: str) -> Response:
    """Show a decision to its holder."""
    return shown(asked, "notice.html", view=asked.verbs.notice(link, asked.at), base=_base(link))


@router.get("/notices/{link}/standing")
def standing(asked: Here, link: str) -> Response:
    """Show how the account stands."""
    return shown(asked, "standing.html", view=asked.verbs.standing(link, asked.at), base=_base(link))


@router.get("/notices/{link}/appeal")
def appeal(asked: Here, link: str) -> Response:
    """Show the form of an appeal, or where the appeal stands."""
    if asked.verbs.notice(link, asked.at).appealed:
        return shown(asked, "appeal_state.html", view=asked.verbs.appealed(link, asked.at), base=_base(link))
    return _appeal(asked, link)


def _appeal(asked: Asked, link: str, *, text: str = "", key: str = "", fault: str = "") -> Response:
    return shown(
        asked,
        "appeal.html",
        status=422 if fault else 200,
        fault=fault,
        base=_base(link),
        text=text,
        key=key or fresh_key(),
        limits=LIMITS,
    )


@router.post("/notices/{link}/appeal")
async def send_appeal(asked: Here, link: str, text: Text, key: Text, files: Files = None) -> Response:
    """Take an appeal."""
    try:
        made = asked.verbs.appeal(link, text, await _uploads(files), key, asked.at)
    except NotHereError:
        raise
    except AboveboardError as error:
        return _appeal(asked, link, text=text, key=key, fault=str(error))
    return _received(asked, made)


@router.get("/claims/imitated")
def imitated(asked: Here) -> Response:
    """Show the form of somebody who is imitated."""
    given = dict.fromkeys(("handle", "who", "mail", "text"), "")
    return shown(asked, "imitated.html", given=given, key=fresh_key(), limits=LIMITS)


@router.post("/claims/imitated")
async def claim_imitated(
    asked: Here, handle: Text, who: Text, mail: Text, text: Text, key: Text, files: Files = None
) -> Response:
    """Take the claim of somebody who is imitated."""
    try:
        made = asked.verbs.claim_imitated(handle, who, mail, text, await _uploads(files), key, asked.at)
    except AboveboardError as error:
        given = {"handle": handle, "who": who, "mail": mail, "text": text}
        return shown(asked, "imitated.html", status=422, fault=str(error), given=given, key=key, limits=LIMITS)
    return _received(asked, made)


@router.get("/claims/state/{link}")
def claim_state(asked: Here, link: str) -> Response:
    """Show where a claim stands."""
    return shown(asked, "claim_state.html", view=asked.verbs.claim_state(link, asked.at))


@router.get("/bodies/{link}")
def institution(asked: Here, link: str) -> Response:
    """Show an account that nobody acts for to a body that may claim it."""
    given = dict.fromkeys(("body", "mail", "wish", "text"), "")
    view = asked.verbs.institution(link, asked.at)
    return shown(asked, "institution.html", view=view, link=link, given=given, key=fresh_key(), limits=LIMITS)


@router.post("/bodies/{link}")
async def claim_institution(
    asked: Here, link: str, body: Text, mail: Text, wish: Text, text: Text, key: Text, files: Files = None
) -> Response:
    """Take a body's claim or objection."""
    try:
        made = asked.verbs.claim_institution(link, body, mail, wish, text, await _uploads(files), key, asked.at)
    except NotHereError:
        raise
    except AboveboardError as error:
        given = {"body": body, "mail": mail, "wish": wish, "text": text}
        view = asked.verbs.institution(link, asked.at)
        return shown(
            asked,
            "institution.html",
            status=422,
            fault=str(error),
            view=view,
            link=link,
            given=given,
            key=key,
            limits=LIMITS,
        )
    return _received(asked, made)


@router.get("/reports/{link}")
def outcome(asked: Here, link: str) -> Response:
    """Tell a reporter what became of a report."""
    return shown(asked, "outcome.html", view=asked.verbs.outcome(link, asked.at))


async def _uploads(files: Files) -> list[Upload]:
    """Read what was handed in, no more of each file than is allowed and one byte."""
    most = LIMITS.megabytes * 1_000_000 + 1
    return taken([(f.filename or "", await f.read(most)) for f in files or [] if f.filename or f.size])


def _received(asked: Asked, made: Received) -> Response:
    return shown(asked, "received.html", view=made)


def _base(link: str) -> str:
    return f"/notices/{quote(link, safe='')}"
