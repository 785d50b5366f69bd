"""What cannot happen: for an account and an event, the reason in words, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aboveboard.cases.finding import (
    appeal_end,
    clear_from,
    credential_of,
    custodian_of,
    decided,
    held_as,
    kept_awake,
    kept_whole,
    measure_of,
    sleep_id,
    waiting,
)
from aboveboard.cases.kinds import KINDS, role
from aboveboard.cases.notices import NOTICES
from aboveboard.cases.periods import APPEAL
from aboveboard.cases.states import ACTS, GONE, HOLDS, PLANS
from aboveboard.cases.values import Account, Event

__all__ = ["refusal"]

_GRAVEST = 4


def refusal(account: Account, event: Event) -> str:
    """Return why this event cannot happen to this account as it stands; empty if it can."""
    kind = KINDS.get(event.kind)
    if kind is None:
        return "there is no such kind of event"
    if account.state not in kind.within:
        return f"that can only be while {', '.join(kind.within)}"
    if role(event.by) not in kind.by:
        return f"`{event.by}` may not do that; {' or '.join(kind.by)} may"
    for column in kind.needs:
        if not getattr(event, column):
            return f"it needs `{column}`"
    guard = _GUARDS.get(event.kind)
    return guard(account, event) if guard else ""


def _new(account: Account, event: Event) -> str:
    """Check a decision: its id and its evidence are new, its dates lie ahead."""
    if decided(account, event.id):
        return f"`{event.id}` has been decided already"
    if event.evidence and any(u.evidence == event.evidence for u in account.undone):
        return "a decision on the same evidence was overturned; it needs new evidence"
    if event.until and event.until <= event.at:
        return "it would end before it begins"
    if event.ground and event.ground not in ("law", "terms"):
        return f"ground `{event.ground}`; a decision rests on law or terms"
    return "" if 0 <= event.severity <= _GRAVEST else f"severity {event.severity}; 0 to {_GRAVEST} are known"


def _admitted(account: Account, _event: Event) -> str:
    return "it has been let in already" if account.admitted_at else ""


def _limited(account: Account, event: Event) -> str:
    known = event.scope in ACTS or event.scope.startswith("field:")
    return _new(account, event) if known else f"`{event.scope}` is nothing that can be limited"


def _refused(account: Account, event: Event) -> str:
    return _admitted(account, event) or _final(account, event)


def _final(account: Account, event: Event) -> str:
    """Check a decision that ends an account: the way back stays open long enough."""
    if event.until and event.until < event.at + APPEAL:
        return f"an appeal must stay open for {APPEAL.days} days"
    return _new(account, event)


def _closed(account: Account, event: Event) -> str:
    guarded = custodian_of(account) or held_as(account, "four_eyes") or event.severity == _GRAVEST
    if (guarded or event.scope == "imminent") and not _pair(event):
        return "that takes a second person"
    return _final(account, event) or ("" if event.scope == "imminent" else _noticed(account, event))


def _pair(event: Event) -> bool:
    """Say whether two people stand behind an event."""
    return role(event.by) == role(event.second) == "person" and event.by != event.second


def _noticed(account: Account, event: Event) -> str:
    """Check that the notices that must come first have gone out, early enough."""
    allowed, missing = clear_from(account, event)
    if missing:
        return f"notice `{missing[0]}` has not been sent"
    if allowed and allowed > event.at:
        return f"notices allow it from {allowed.isoformat()}"
    return ""


def _confirmed(account: Account, event: Event) -> str:
    present = custodian_of(account)
    if not present and role(event.by) == "body":
        return "somebody of the operator's names the first custodian"
    return f"its custodian is {present}; a transfer needs a plan" if present not in ("", event.party) else ""


def _plan_proposed(account: Account, event: Event) -> str:
    if event.scope not in PLANS:
        return f"there is no plan `{event.scope}`"
    if account.plan:
        return f"plan {account.plan.id} is under way"
    if event.scope in ("transfer", "merge") and event.party not in {c.party for c in account.claims}:
        return f"`{event.party}` has not claimed the account"
    return _new(account, event)


def _plan(account: Account, event: Event) -> str:
    return "" if account.plan and account.plan.id == event.id else f"there is no plan {event.id}"


def _plan_approved(account: Account, event: Event) -> str:
    plan = account.plan
    if plan is None or plan.id != event.id:
        return f"there is no plan {event.id}"
    if plan.approved_by:
        return "it has been approved already"
    return "who proposed it may not approve it" if event.by == plan.by else ""


def _erasure_asked(account: Account, event: Event) -> str:
    asked = any(m.scope == "erasure" and m.ended_at is None for m in account.measures)
    return "that was asked already" if asked else _new(account, event)


def _verified(account: Account, event: Event) -> str:
    measure = measure_of(account, event.id)
    asked = measure is not None and measure.kind == "verification_asked" and measure.ended_at is None
    return "" if asked else "nothing was asked under that id"


def _returned(account: Account, event: Event) -> str:
    measure = measure_of(account, event.id)
    asked = measure is not None and measure.ground == "request" and measure.ended_at is None
    return "" if asked else "the holder did not ask for that"


def _appealed(account: Account, event: Event) -> str:
    if waiting(account, event.id):
        return "an appeal about it waits already"
    before = [a.evidence for a in account.appeals if a.id == event.id]
    if before and (not event.evidence or event.evidence in before):
        return "an appeal about it was refused; another needs new evidence"
    if account.plan and account.plan.id == event.id:
        return ""
    return _appealed_in_time(account, event)


def _appealed_in_time(account: Account, event: Event) -> str:
    measure = measure_of(account, event.id)
    if measure is None:
        return f"there is no decision {event.id}"
    if measure.ground == "request":
        return "the holder asked for it and can return"
    if role(event.by) == "body" and measure.ground != "institution":
        return "only the holder can appeal against that"
    end = appeal_end(measure)
    late = measure.state == "quarantined" or (end is not None and event.at > end)
    return "the time to appeal is over" if late else ""


def _answered(account: Account, event: Event) -> str:
    """Check that an appeal waits, and that who answers it had no part in what it is about."""
    if not waiting(account, event.id):
        return f"no appeal about {event.id} waits"
    measure, plan = measure_of(account, event.id), account.plan
    part = {measure.by, measure.second} if measure else {plan.by, plan.approved_by} if plan else set()
    return "who decided may not judge the appeal" if event.by in part else ""


def _reversed(account: Account, event: Event) -> str:
    measure = measure_of(account, event.id)
    if measure is None:
        return f"there is no decision {event.id}"
    if measure.ground == "request":
        return "the holder asked for it; only they can take it back"
    if measure.kind == "plan_done" and not _pair(event):
        return "that takes a second person"
    if role(event.by) == "policy" and (not event.root or event.root != measure.root):
        return "only a person undoes it, unless what it rests on was overturned"
    return ""


def _held(account: Account, event: Event) -> str:
    if event.scope not in HOLDS:
        return f"there is no hold `{event.scope}`"
    return "that hold is on already" if any(h.id == event.id for h in account.holds) else ""


def _released(account: Account, event: Event) -> str:
    hold = next((h for h in account.holds if h.id == event.id), None)
    if hold is None:
        return f"there is no hold {event.id}"
    return "" if role(event.by) != "timer" or (hold.until and hold.until <= event.at) else "it is too early"


def _notice_sent(account: Account, event: Event) -> str:
    notice = NOTICES.get(event.scope)
    if notice is None:
        return f"there is no notice `{event.scope}`"
    owed = any(o.notice == event.scope and o.about == event.id for o in account.owed)
    again = any(s.notice == event.scope and s.about == event.id for s in account.sent)
    known = notice.ahead is not None and event.id in _abouts(account)
    return "" if owed or again or known else "nothing asks for it"


def _abouts(account: Account) -> set[str]:
    """Return what scheduled notices can be about."""
    about = {c.field for c in account.credentials} | {a.id for a in account.appeals} | {m.id for m in account.measures}
    return about | {custodian_of(account), sleep_id(account)} - {""}


def _run_out(account: Account, event: Event, *states: str) -> str:
    measure = measure_of(account, event.id)
    if measure is None or measure.ended_at or measure.state not in states:
        return f"there is no such measure {event.id}"
    return "" if measure.until and measure.until <= event.at else "it is too early"


def _ended(account: Account, event: Event) -> str:
    return _run_out(account, event, "limited", "suspended")


def _missed(account: Account, event: Event) -> str:
    return _run_out(account, event, "verification_due") or _noticed(account, event)


def _paused(account: Account, event: Event) -> str:
    credential = credential_of(account, event.scope)
    if credential is None or credential.until > event.at:
        return "no qualification of that field has run out"
    return _new(account, event) or _noticed(account, event)


def _slept(account: Account, event: Event) -> str:
    if event.id != sleep_id(account):
        return "it was used since"
    if kept_awake(account):
        return "a hold keeps it awake"
    return _new(account, event) or _noticed(account, event)


def _plan_done(account: Account, event: Event) -> str:
    if waiting(account, event.id):
        return "an objection waits"
    if event.until and event.until < event.at + APPEAL:
        return f"an appeal must stay open for {APPEAL.days} days"
    return _plan(account, event) or _noticed(account, event)


def _quarantined(account: Account, event: Event) -> str:
    if waiting(account):
        return "an appeal waits"
    measure = measure_of(account, event.id)
    if measure and not event.until and measure.ground != "institution" and not custodian_of(account):
        return "only an institution's handle is withheld for good; it needs `until`"
    return _run_out(account, event, "closed")


def _purged(account: Account, event: Event) -> str:
    if waiting(account):
        return "an appeal waits"
    if kept_whole(account):
        return "a hold forbids erasing it"
    if account.owed:
        return f"notice `{account.owed[0].notice}` has not been sent"
    measure = measure_of(account, event.id)
    if measure is not None and measure.scope == "erasure":
        return _run_out(account, event, *GONE) or _noticed(account, event)
    early = [m for m in account.measures if m.ended_at is None and m.state in GONE]
    if any(m.state == "closed" or m.until is None or m.until > event.at for m in early):
        return "it is too early"
    return _run_out(account, event, "quarantined") or _noticed(account, event)


_GUARDS: Mapping[str, Callable[[Account, Event], str]] = {
    "admitted": _admitted,
    "confirmed": _confirmed,
    "refused": _refused,
    "limited": _limited,
    "verification_asked": _new,
    "suspended": _new,
    "credential_revoked": _new,
    "orphaned": _new,
    "plan_proposed": _plan_proposed,
    "plan_approved": _plan_approved,
    "plan_withdrawn": _plan,
    "closing_announced": _new,
    "closed": _closed,
    "left": _new,
    "erasure_asked": _erasure_asked,
    "verified": _verified,
    "returned": _returned,
    "appealed": _appealed,
    "appeal_refused": _answered,
    "appeal_granted": _answered,
    "reversed": _reversed,
    "held": _held,
    "released": _released,
    "notice_sent": _notice_sent,
    "ended": _ended,
    "verification_missed": _missed,
    "field_paused": _paused,
    "slept": _slept,
    "plan_done": _plan_done,
    "quarantined": _quarantined,
    "purged": _purged,
}
