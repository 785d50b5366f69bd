"""What events do to an account: one small function a kind, each a new value of the old one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from aboveboard.cases.finding import gone, measure_of, sleep_id
from aboveboard.cases.kinds import KINDS
from aboveboard.cases.states import GONE
from aboveboard.cases.values import (
    Account,
    Appeal,
    Claim,
    Credential,
    Custodian,
    Event,
    Hold,
    Measure,
    Plan,
    Sent,
    Undone,
)

__all__ = ["effect"]


def effect(account: Account, event: Event) -> Account:
    """Return the account after an event that can happen; state, notices owed and time are `folding`'s."""
    return _EFFECTS.get(event.kind, _opens)(account, event)


def _opens(account: Account, event: Event, **changes: str) -> Account:
    """Open the measure that the kind names; a kind without one changes nothing here."""
    state = changes.pop("state", "") or KINDS[event.kind].state
    if not state:
        return account
    until = event.until if "until" in KINDS[event.kind].needs else None
    measure = Measure(
        event.id, event.kind, state, event.at, until, event.ground, event.violation, event.severity, event.scope,
        event.root, event.evidence, event.by, event.second, event.party,
    )._replace(**changes)  # fmt: skip
    return account._replace(measures=(*account.measures, measure))


def _ends(account: Account, chosen: Callable[[Measure], bool], at: datetime, by: str = "") -> Account:
    """End the open measures that are chosen; `by` names the decision that ends them."""
    if not any(chosen(m) and m.ended_at is None for m in account.measures):
        return account
    ended = (m._replace(ended_at=at, ended_by=by) if m.ended_at is None and chosen(m) else m for m in account.measures)
    return account._replace(measures=tuple(ended))


def _registered(account: Account, event: Event) -> Account:
    return account._replace(account_id=event.account_id)


def _admitted(account: Account, event: Event) -> Account:
    return account._replace(admitted_at=event.at, idle_since=event.at)


def _seen(account: Account, event: Event) -> Account:
    if account.sent or account.measures:
        old = sleep_id(account)
        account = account._replace(sent=tuple(s for s in account.sent if s.about != old))
        account = _ends(account, lambda m: m.state == "dormant", event.at)
    return account._replace(idle_since=event.at)


def _confirmed(account: Account, event: Event) -> Account:
    plan = account.custodians[-1].plan if account.custodians else ""
    account = account._replace(custodians=(*account.custodians[:-1], Custodian(event.party, event.at, plan)))
    return _ends(account, lambda m: m.state == "orphaned", event.at)


def _credential_set(account: Account, event: Event) -> Account:
    others = (c for c in account.credentials if c.field != event.scope)
    credential = Credential(event.scope, event.at, event.until or event.at)
    paused = f"field:{event.scope}"
    account = account._replace(credentials=(*others, credential))
    return _ends(account, lambda m: m.scope == paused and m.kind in ("field_paused", "credential_revoked"), event.at)


def _credential_revoked(account: Account, event: Event) -> Account:
    kept = tuple(c for c in account.credentials if c.field != event.scope)
    return _opens(account._replace(credentials=kept), event, scope=f"field:{event.scope}")


def _field_paused(account: Account, event: Event) -> Account:
    return _opens(account, event, scope=f"field:{event.scope}")


def _claimed(account: Account, event: Event) -> Account:
    return account._replace(claims=(*account.claims, Claim(event.id, event.party, event.at, event.evidence)))


def _orphaned(account: Account, event: Event) -> Account:
    return _opens(account, event, ground="institution")


def _asked_for(account: Account, event: Event) -> Account:
    return _opens(account, event, ground="request", scope="erasure" if event.kind == "erasure_asked" else "")


def _plan_proposed(account: Account, event: Event) -> Account:
    return account._replace(plan=Plan(event.id, event.scope, event.party, event.by, event.at))


def _plan_approved(account: Account, event: Event) -> Account:
    plan = account.plan
    return account._replace(plan=plan._replace(approved_by=event.by, approved_at=event.at)) if plan else account


def _plan_withdrawn(account: Account, event: Event) -> Account:
    return account._replace(plan=None, appeals=tuple(a for a in account.appeals if a.id != event.id))


def _plan_done(account: Account, event: Event) -> Account:
    """Carry the plan out. It is a measure like any other, by the two people who decided it, so that it can be undone."""
    plan = account.plan
    if plan is None:
        return account
    state = {"archive": "limited", "transfer": "active"}.get(plan.what, "closed")
    people = {"by": plan.by, "second": plan.approved_by, "ground": "institution", "party": plan.party}
    scope = "publish" if plan.what == "archive" else plan.what
    if plan.what in ("archive", "transfer"):
        event = event._replace(until=None)
        account = _ends(account, lambda m: m.state == "orphaned" or m.kind == "plan_done", event.at, event.id)
    if plan.what == "transfer":
        account = account._replace(custodians=(*account.custodians, Custodian(plan.party, event.at, event.id)))
    return _opens(account._replace(plan=None), event, state=state, scope=scope, **people)


def _verified(account: Account, event: Event) -> Account:
    return _ends(account, lambda m: m.id == event.id, event.at)


def _returned(account: Account, event: Event) -> Account:
    measure = measure_of(account, event.id)
    still = _still(account, measure, event.at) if measure else timedelta(0)
    return _shifted(_ends(account, lambda m: m.id == event.id, event.at), still)


def _appealed(account: Account, event: Event) -> Account:
    return account._replace(appeals=(*account.appeals, Appeal(event.id, event.by, event.at, event.evidence)))


def _appeal_refused(account: Account, event: Event) -> Account:
    appeals = (
        a._replace(refused_at=event.at) if a.id == event.id and a.refused_at is None else a for a in account.appeals
    )
    return account._replace(appeals=tuple(appeals))


def _undone(account: Account, event: Event) -> Account:
    """Take a decision away as if it had never been: what it ended holds again, and no clock ran while the account was closed."""
    measure = measure_of(account, event.id)
    if measure is None:
        return _plan_withdrawn(account, event)
    still = _still(account, measure, event.at)
    back = (m._replace(ended_at=None, ended_by="") if m.ended_by == event.id else m for m in account.measures)
    account = account._replace(
        measures=tuple(m for m in back if m.id != event.id),
        appeals=tuple(a for a in account.appeals if a.id != event.id),
        custodians=tuple(c for c in account.custodians if c.plan != event.id),
        undone=(*account.undone, Undone(event.id, measure.evidence, event.at)),
    )
    return _shifted(account, still)


def _still(account: Account, measure: Measure, at: datetime) -> timedelta:
    """Return how long this measure alone kept the account closed."""
    if measure.state not in GONE or measure.ended_at:
        return timedelta(0)
    return max(timedelta(0), min([at, *(m.since for m in gone(account) if m.id != measure.id)]) - measure.since)


def _shifted(account: Account, still: timedelta) -> Account:
    """Move the dates that ran against the holder by the time in which the holder could not act."""
    if not still:
        return account
    measures = (
        m._replace(until=m.until + still) if m.until and m.state == "verification_due" else m for m in account.measures
    )
    return account._replace(measures=tuple(measures), idle_since=account.idle_since and account.idle_since + still)


def _held(account: Account, event: Event) -> Account:
    return account._replace(holds=(*account.holds, Hold(event.id, event.scope, event.at, event.until)))


def _released(account: Account, event: Event) -> Account:
    return account._replace(holds=tuple(h for h in account.holds if h.id != event.id))


def _notice_sent(account: Account, event: Event) -> Account:
    owed = list(account.owed)
    match = next((o for o in owed if o.notice == event.scope and o.about == event.id), None)
    if match:
        owed.remove(match)
    return account._replace(owed=tuple(owed), sent=(*account.sent, Sent(event.scope, event.id, event.at)))


def _ended(account: Account, event: Event) -> Account:
    return _ends(account, lambda m: m.id == event.id, event.at)


def _missed(account: Account, event: Event) -> Account:
    late = (
        m._replace(state="limited", scope="publish", until=None) if m.id == event.id else m for m in account.measures
    )
    return account._replace(measures=tuple(late))


def _quarantined(account: Account, event: Event) -> Account:
    moved = (m._replace(state="quarantined", until=event.until) if m.id == event.id else m for m in account.measures)
    return account._replace(measures=tuple(moved))


def _purged(account: Account, _event: Event) -> Account:
    return Account(account.account_id)


_EFFECTS: Mapping[str, Callable[[Account, Event], Account]] = {
    "registered": _registered,
    "admitted": _admitted,
    "seen": _seen,
    "confirmed": _confirmed,
    "credential_set": _credential_set,
    "claimed": _claimed,
    "credential_revoked": _credential_revoked,
    "orphaned": _orphaned,
    "left": _asked_for,
    "erasure_asked": _asked_for,
    "plan_proposed": _plan_proposed,
    "plan_approved": _plan_approved,
    "plan_withdrawn": _plan_withdrawn,
    "verified": _verified,
    "returned": _returned,
    "appealed": _appealed,
    "appeal_refused": _appeal_refused,
    "appeal_granted": _undone,
    "reversed": _undone,
    "held": _held,
    "released": _released,
    "notice_sent": _notice_sent,
    "ended": _ended,
    "verification_missed": _missed,
    "field_paused": _field_paused,
    "plan_done": _plan_done,
    "quarantined": _quarantined,
    "purged": _purged,
}
