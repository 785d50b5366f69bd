"""Rings and bulk actions, the policy room and the audit room."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Form, Query
from fastapi.responses import Response, StreamingResponse

from aboveboard.console.routes.asking import Asked, SignedIn, back, fresh_key, note, shown, went
from aboveboard.console.views.rooms import AuditWanted, Verified
from aboveboard.errors import InputError

__all__ = ["router"]

router = APIRouter(prefix="/console", include_in_schema=False)
Text = Annotated[str, Form()]
_SUNSET = timedelta(days=180)
_RINGS = 50


@router.get("/rings")
def rings(asked: SignedIn, page: Annotated[int, Query(ge=1)] = 1) -> Response:
    """Show a page of the rings, largest first."""
    found = asked.verbs.rings(asked.me, asked.at)
    pages = max(1, -(-len(found) // _RINGS))
    at = min(page, pages)
    return shown(
        asked, "rings.html", view=found[(at - 1) * _RINGS : at * _RINGS], total=len(found), page=at, pages=pages
    )


@router.get("/rings/{ring_id}")
def ring(asked: SignedIn, ring_id: str) -> Response:
    """Show one ring."""
    return shown(asked, "ring.html", view=asked.verbs.ring(asked.me, ring_id, asked.at))


@router.post("/rings/{ring_id}/try")
def try_batch(asked: SignedIn, ring_id: str, action: Text, days: Annotated[int, Form(ge=1, le=3650)]) -> Response:
    """Show what one action for all would do."""
    view = asked.verbs.try_batch(asked.me, ring_id, action, days, asked.at)
    return shown(asked, "tried.html", view=view, key=fresh_key())


@router.post("/batches/run")
def run_batch(asked: SignedIn, tried: Text, reason: Text, key: Text, looked: Text) -> Response:
    """Start what was tried, by somebody who says that they looked at the sample."""
    _ = looked
    return went(asked, f"/console/batches/{quote(asked.verbs.run_batch(asked.me, tried, reason, key, asked.at))}")


@router.get("/batches/{batch_id}")
def batch(asked: SignedIn, batch_id: str) -> Response:
    """Show how far a bulk action is."""
    return shown(asked, "batch.html", view=asked.verbs.batch(asked.me, batch_id, asked.at))


@router.post("/batches/{batch_id}/second")
def second(asked: SignedIn, batch_id: str, answer: Annotated[Literal["agree", "refuse"], Form()], reason: Annotated[str, Form(max_length=2000)], looked: Text = "") -> Response:  # fmt: skip
    """Give the second person's answer. Only who says that they looked at the sample can agree."""
    if answer == "refuse":
        asked.verbs.refuse_batch(asked.me, batch_id, reason, asked.at)
    elif looked:
        asked.verbs.agree_batch(asked.me, batch_id, reason, asked.at)
    else:
        raise InputError("Look at the sample first, and say that you did.")
    return went(asked, f"/console/batches/{quote(batch_id)}")


@router.post("/batches/{batch_id}/cancel")
def cancel(asked: SignedIn, batch_id: str) -> Response:
    """Stop what is left of it."""
    asked.verbs.cancel_batch(asked.me, batch_id, asked.at)
    return went(asked, f"/console/batches/{quote(batch_id)}")


@router.post("/batches/{batch_id}/reverse")
def reverse(asked: SignedIn, batch_id: str, reason: Text) -> Response:
    """Take all of it back."""
    asked.verbs.reverse_batch(asked.me, batch_id, reason, asked.at)
    return went(asked, f"/console/batches/{quote(batch_id)}")


@router.get("/policies")
def policies(asked: SignedIn) -> Response:
    """Show every version of every policy."""
    return shown(asked, "policies.html", view=asked.verbs.policies(asked.me, asked.at))


@router.post("/policies/check")
def check(asked: SignedIn, text: Text = "") -> Response:
    """Show what checks say of a text, as it is typed."""
    return shown(asked, "checked.html", checked=asked.verbs.check_policy(asked.me, text))


@router.post("/policies/draft")
def draft(asked: SignedIn, text: Text, why: Text, ends: Annotated[date, Form()]) -> Response:
    """Keep a draft."""
    made = asked.verbs.draft_policy(asked.me, text, why, ends, asked.at)
    return went(asked, _policy(made.name, made.version), note(asked, "Saved."))


@router.get("/policies/{name}/{version}")
def policy(asked: SignedIn, name: str, version: str) -> Response:
    """Show one version."""
    ends = (asked.at + _SUNSET).date().isoformat()
    return shown(asked, "policy.html", view=asked.verbs.policy(asked.me, name, version, asked.at), ends=ends)


@router.post("/policies/{name}/{version}/{step}")
def step(asked: SignedIn, name: str, version: str, step: str) -> Response:
    """Take a version one step on."""
    if step == "backtest":
        asked.verbs.backtest(asked.me, name, version, asked.at)
    else:
        asked.verbs.step_policy(asked.me, name, version, step, asked.at)
    return went(asked, _policy(name, version), note(asked, "Done."))


def _policy(name: str, version: str) -> str:
    return f"/console/policies/{quote(name, safe='')}/{quote(version, safe='')}"


@router.get("/audit")
def audit(asked: SignedIn) -> Response:
    """Show who did what."""
    return _audit(asked, None)


@router.post("/audit/verify")
def verify(asked: SignedIn) -> Response:
    """Follow the chain of the ledger and show what it says."""
    return _audit(asked, asked.verbs.verify(asked.me, asked.at))


def _audit(asked: Asked, verified: Verified | None) -> Response:
    view = asked.verbs.audit(asked.me, _wanted(asked), asked.at)
    return shown(asked, "audit.html", view=view, verified=verified, back=back(asked.look.query, without="page"))


@router.get("/audit/export")
def export(asked: SignedIn) -> Response:
    """Hand out the entries for a body outside."""
    lines = asked.verbs.export(asked.me, _wanted(asked), asked.at)
    headers = {"Content-Disposition": 'attachment; filename="ledger.ndjson"'}
    return StreamingResponse(lines, media_type="application/x-ndjson", headers=headers)


def _wanted(asked: Asked) -> AuditWanted:
    query = asked.look.query

    def number(name: str, usual: int) -> int:
        text = query.get(name, "")
        return int(text) if text.isdecimal() and len(text) < 6 else usual  # noqa: PLR2004  (digits)

    texts = (query.get(name, "")[:200] for name in ("who", "subject", "stream"))
    return AuditWanted(*texts, days=number("days", 30), page=max(1, number("page", 1)))
