"""Looking things up on an account: one measure, one appeal, the notices that went out."""

from __future__ import annotations

from datetime import datetime

from aboveboard.cases.kinds import KINDS
from aboveboard.cases.notices import BEFORE, NOTICES, Notice
from aboveboard.cases.periods import APPEAL
from aboveboard.cases.states import GONE
from aboveboard.cases.values import Account, Credential, Event, Measure

__all__ = [
    "appeal_end",
    "awaited",
    "clear_from",
    "credential_of",
    "custodian_of",
    "decided",
    "gone",
    "held_as",
    "kept_awake",
    "kept_whole",
    "measure_of",
    "recipients",
    "sent_at",
    "sleep_id",
    "waiting",
]


def measure_of(account: Account, decision: str) -> Measure | None:
    """Return the measure of a decision, ended or not; None where there is none or it was overturned."""
    return next((m for m in account.measures if m.id == decision), None)


def gone(account: Account) -> list[Measure]:
    """Return the measures that keep the account closed or quarantined."""
    return [m for m in account.measures if m.ended_at is None and m.state in GONE]


def decided(account: Account, decision: str) -> bool:
    """Say whether this id has been used: a measure, an overturned decision or the plan under way."""
    used = {m.id for m in account.measures} | {u.id for u in account.undone}
    return decision in used or (account.plan is not None and account.plan.id == decision)


def waiting(account: Account, about: str = "") -> bool:
    """Say whether an appeal waits for its answer: about this decision or plan, or about any."""
    return any(a.refused_at is None and about in ("", a.id) for a in account.appeals)


def held_as(account: Account, *kinds: str) -> bool:
    """Say whether a hold of one of these kinds is on."""
    return any(h.kind in kinds for h in account.holds)


def kept_awake(account: Account) -> bool:
    """Say whether the account never sleeps: by a hold, or because it was archived."""
    archived = any(m.kind == "plan_done" and m.state == "limited" and m.ended_at is None for m in account.measures)
    return archived or held_as(account, "memorial", "subscription", "archive", "guardian", "seasonal")


def kept_whole(account: Account) -> bool:
    """Say whether a hold forbids erasing the account."""
    return held_as(account, "legal", "archive")


def credential_of(account: Account, field: str) -> Credential | None:
    """Return what is on record for a professional field."""
    return next((c for c in account.credentials if c.field == field), None)


def custodian_of(account: Account) -> str:
    """Return who acts for an institution's account; empty for none."""
    return account.custodians[-1].party if account.custodians else ""


def sleep_id(account: Account) -> str:
    """Return the id of the sleep that the last sign of life leads to."""
    return f"sleep@{account.idle_since.isoformat() if account.idle_since else ''}"


def appeal_end(measure: Measure) -> datetime | None:
    """Return until when a decision can be appealed; None: as long as it holds."""
    lasting = measure.ended_at is None and measure.until is None and measure.state != "active"
    return None if lasting else max(measure.since + APPEAL, measure.until or measure.since)


def recipients(account: Account, notice: str) -> tuple[str, ...]:
    """Return whom a notice goes to: what is for the holder goes to a minor's guardian too."""
    to = NOTICES[notice].to
    return (*to, "guardian") if "holder" in to and held_as(account, "guardian") else to


def sent_at(
    account: Account, notice: Notice, about: str, since: datetime | None, at: datetime | None = None
) -> datetime | None:
    """Return when a notice about something first went out since then, not counting what has lapsed by `at`."""
    for s in account.sent:
        lapsed = at is not None and notice.lapse is not None and s.at + notice.lapse < at
        if s.notice == notice.name and s.about == about and not (since and s.at < since) and not lapsed:
            return s.at
    return None


def awaited(account: Account, event: Event) -> tuple[str, datetime | None]:
    """Return what the notices before an event must be about, and since when they count."""
    match event.kind:
        case "field_paused":
            credential = credential_of(account, event.scope)
            return event.scope, credential.since if credential else None
        case "slept":
            return sleep_id(account), account.idle_since
        case "plan_done":
            return event.id, account.plan.approved_at if account.plan else None
        case _:
            measure = measure_of(account, event.id)
            return event.id, measure.since if measure and KINDS[event.kind].by == ("timer",) else None


def clear_from(account: Account, event: Event) -> tuple[datetime | None, tuple[str, ...]]:
    """Return from when the notices before an event allow it, and the names of those that have not gone out."""
    about, since = awaited(account, event)
    times = {n: sent_at(account, n, about, since, event.at) for n in BEFORE.get(event.kind, ())}
    missing = tuple(n.name for n, at in times.items() if at is None)
    allowed = [at + n.lead for n, at in times.items() if at is not None]
    return max(allowed, default=None), missing
