"""Working on cases: claim, say that one is still at it, hand over, hold, escalate, skip. A claim nobody confirms is over by itself."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from aboveboard.deciding.pairs import person
from aboveboard.deciding.ruling import current
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import filled
from aboveboard.errors import CaseError
from aboveboard.store import New
from aboveboard.store.deciding_tables import CASES, LEASES
from aboveboard.store.entries import microseconds, moment

__all__ = ["Only", "claim", "escalate", "hand_over", "heartbeat", "hold", "queue", "release", "skip"]


class Only(NamedTuple):
    """Which cases, where it is given: of one account, violation or rule, and behind the case `after` in the line."""

    account_id: str = ""
    violation: str = ""
    rule: str = ""
    after: str = ""


def queue(
    s: Sitting, by: str, levels: tuple[str, ...], most: int = 50, only: Only | None = None
) -> list[dict[str, Any]]:
    """Return the cases that this person may take up now: oldest first, none that others work on or that they gave their word on already."""
    now = microseconds(s.at)
    taken = sa.select(LEASES.c.case_id).where(LEASES.c.by != by, LEASES.c.until_us > now)
    ready = sa.or_(
        CASES.c.status.in_(("open", "second")),
        sa.and_(CASES.c.status.in_(("held", "hearing")), CASES.c.until_us <= now),
    )
    query = (
        sa.select(CASES)
        .where(CASES.c.level.in_((*levels, by)), *_narrowed(only or Only()), ready, CASES.c.case_id.not_in(taken))
        .order_by(CASES.c.opened_us, CASES.c.case_id)
    )
    found = (dict(row) for row in s.connection.execute(query).mappings())
    mine = (c for c in found if not any(o["by"] == by for o in json.loads(c["opinions"])))
    return [c for c, _ in zip(mine, range(most), strict=False)]


def _narrowed(only: Only) -> list[sa.ColumnElement[bool]]:
    chosen = [CASES.c[n] == v for n, v in only._asdict().items() if v and n != "after"]
    if only.after:
        since = sa.select(CASES.c.opened_us).where(CASES.c.case_id == only.after).scalar_subquery()
        same = sa.and_(CASES.c.opened_us == since, CASES.c.case_id > only.after)
        chosen.append(sa.or_(CASES.c.opened_us > since, same))
    return chosen


def claim(s: Sitting, case_id: str, by: str, version: int) -> dict[str, Any]:
    """Take a case up and return it as it then stands. Raises `CaseError` where it changed, is decided, or somebody else works on it."""
    case = current(s, case_id, version, person(by))
    s.write("decisions", [New("claimed", case["account_id"], {"case": case_id, "by": by})])
    _lease(s, case_id, by)
    return s.case(case_id)


def heartbeat(s: Sitting, case_id: str, by: str) -> datetime:
    """Say that one still works on a case and return until when that holds. Raises `CaseError` where the claim is over."""
    lease = s.connection.execute(sa.select(LEASES).where(LEASES.c.case_id == case_id)).mappings().one_or_none()
    if lease is None or lease["by"] != by or lease["until_us"] <= microseconds(s.at):
        holder = f"{lease['by']} has it" if lease and lease["by"] != by else "claim it again"
        raise CaseError(f"the claim of {by} on case {case_id} is over; {holder}")
    return _lease(s, case_id, by)


def hand_over(s: Sitting, case_id: str, by: str, version: int, to: str, reason: str) -> dict[str, Any]:
    """Give a case to somebody else, with the reason."""
    done = _noted(s, "handed_over", case_id, by, version, reason, to=person(to))
    _lease(s, case_id, to)
    return done


def hold(s: Sitting, case_id: str, by: str, version: int, until: datetime, reason: str) -> dict[str, Any]:
    """Let a case rest until a time, with the reason. Raises `CaseError` on a time that has passed."""
    if until <= s.at:
        raise CaseError(f"case {case_id} would come back before it rests")
    return _noted(s, "held", case_id, by, version, reason, until=until)


def escalate(s: Sitting, case_id: str, by: str, version: int, reason: str) -> dict[str, Any]:
    """Give a case to the seniors, with the reason."""
    return _noted(s, "escalated", case_id, by, version, reason)


def skip(s: Sitting, case_id: str, by: str, version: int, reason: str) -> dict[str, Any]:
    """Leave a case to others, with the reason."""
    return _noted(s, "skipped", case_id, by, version, reason)


def release(s: Sitting, case_id: str, by: str, version: int, reason: str) -> dict[str, Any]:
    """Give a claimed case back."""
    return _noted(s, "released", case_id, by, version, reason)


def _noted(s: Sitting, kind: str, case_id: str, by: str, version: int, reason: str, **more: object) -> dict[str, Any]:
    case = current(s, case_id, version, person(by))
    if not reason.strip():
        raise CaseError(f"case {case_id}: {kind.replace('_', ' ')} needs a reason")
    sealed = s.seal(case["account_id"], {"reason": reason})
    s.write("decisions", [New(kind, case["account_id"], filled({"case": case_id, "by": by, "reason": sealed, **more}))])
    s.connection.execute(sa.delete(LEASES).where(LEASES.c.case_id == case_id))
    return s.case(case_id)


def _lease(s: Sitting, case_id: str, by: str) -> datetime:
    until = s.at + s.limits.lease
    s.connection.execute(sa.delete(LEASES).where(LEASES.c.case_id == case_id))
    s.connection.execute(sa.insert(LEASES).values(case_id=case_id, by=by, until_us=microseconds(until)))
    return moment(microseconds(until))
