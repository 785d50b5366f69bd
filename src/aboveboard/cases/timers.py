"""What falls due: the dates of an account, the events they produce, and the notices to send. The clock is an argument."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from aboveboard.cases.finding import (
    clear_from,
    custodian_of,
    decided,
    gone,
    kept_awake,
    kept_whole,
    sent_at,
    sleep_id,
    waiting,
)
from aboveboard.cases.folding import apply, in_order
from aboveboard.cases.notices import BEFORE, NOTICES
from aboveboard.cases.periods import PERIODS, Periods
from aboveboard.cases.states import GONE, opened
from aboveboard.cases.values import Account, Event, Measure, Owed

__all__ = ["TIMERS", "Timer", "advance", "due", "take", "timers", "to_send"]


TIMERS: Mapping[str, str] = {
    "ended": "the decision's `until`",
    "verification_missed": "the decision's `until`, and 14 days after the notice; it stands still while the account is closed",
    "field_paused": "the qualification's `until`, once both notices are out",
    "slept": "`dormant` after the last sign of life, and 60, 30 and 7 days after the three reminders; never under a hold that keeps it awake",
    "plan_done": "30 days after the public notice and the notice to the custodian; waits while an objection is open",
    "quarantined": "the closure's `until`; waits while an appeal is open",
    "purged": (
        "the end of the quarantine, or of the time to take back a request for erasure, and 7 days after the notice; waits while an appeal "
        "is open, a hold forbids erasing, or any notice is owed. An institution's handle stays withheld for good"
    ),
    "released": "the hold's `until`",
}
"""Every date of an account: the kind of event that it produces, and when it comes."""


class Timer(NamedTuple):
    """One date: the event it produces, whose `at` is that date.

    While it lacks a notice (`unsent`) or `waits` for something else, it is the earliest date. It is never before the last
    event: a date that comes late, or that waited, takes effect when it can, and changes nothing before that.
    """

    event: Event
    unsent: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()


def timers(account: Account, periods: Periods = PERIODS) -> tuple[Timer, ...]:
    """Return every date that is set on an account, in the order in which they come."""
    made = [t for source in (_measures, _holds, _fields, _sleep, _plan) for t in source(account, periods)]
    return tuple(sorted(made, key=lambda t: in_order(t.event)))


def due(account: Account, now: datetime, periods: Periods = PERIODS) -> tuple[Event, ...]:
    """Return the events that the dates up to `now` produce, in order: what the ledger is to be given."""
    produced = list[Event]()
    while event := _next(account, now, periods):
        account = apply(account, event)
        produced.append(event)
    return tuple(produced)


def advance(account: Account, now: datetime, periods: Periods = PERIODS) -> Account:
    """Return the account as it stands at `now`."""
    for event in due(account, now, periods):
        account = apply(account, event)
    return account


def take(account: Account, event: Event, periods: Periods = PERIODS) -> tuple[Account, tuple[Event, ...]]:
    """Return the account after an event, and the entries for the ledger: the dates that came before it, and itself.

    Raises `CaseError` where the event cannot happen. An appeal at the last moment comes before the date that ends its time.
    """
    earlier = [e for e in due(account, event.at, periods) if in_order(e) < in_order(event)]
    for entry in (*earlier, event):
        account = apply(account, entry)
    return account, (*earlier, event)


def _next(account: Account, now: datetime, periods: Periods) -> Event | None:
    """Return the first date that has come and waits for nothing."""
    for timer in timers(account, periods):
        if timer.event.at <= now and not timer.unsent and not timer.waits:
            return timer.event
    return None


def _timer(account: Account, event: Event, *waits: str) -> Timer:
    """Return a timer no earlier than the notices before it and the last event allow."""
    allowed, unsent = clear_from(account, event)
    event = event._replace(at=max(event.at, allowed or event.at, account.at or event.at))
    if account.last and in_order(event) <= in_order(account.last):
        event = event._replace(at=account.last.at + timedelta(microseconds=1))
    return Timer(event, unsent, waits)


def _event(account: Account, kind: str, at: datetime, about: str) -> Event:
    return Event(account.account_id, at, kind, about, "timer")


def _measures(account: Account, periods: Periods) -> Iterator[Timer]:
    for m in opened(account):
        if m.until is None:
            continue
        if m.state in ("limited", "suspended"):
            yield _timer(account, _event(account, "ended", m.until, m.id))
        elif m.state == "verification_due":
            if not gone(account):
                yield _timer(account, _event(account, "verification_missed", m.until, m.id))
        elif m.scope == "erasure" or m.state == "quarantined":
            yield from _purge(account, m, m.until)
        else:
            yield _quarantine(account, m, m.until, periods)


def _quarantine(account: Account, m: Measure, until: datetime, periods: Periods) -> Timer:
    """Withhold the handle: for a time, or for good where it was an institution's."""
    timer = _timer(account, _event(account, "quarantined", until, m.id), *_appeal(account))
    for_good = m.ground == "institution" or custodian_of(account)
    return timer._replace(event=timer.event._replace(until=None if for_good else timer.event.at + periods.quarantine))


def _purge(account: Account, m: Measure, until: datetime) -> Iterator[Timer]:
    """Erase: once, when the last of what keeps the account is over."""
    last = all(x.state == "quarantined" and x.until and (x.until, x.id) <= (until, m.id) for x in gone(account))
    if not last and m.scope != "erasure":
        return
    hold = ("a hold",) if kept_whole(account) else ()
    owed = (f"notice {n}" for n in dict.fromkeys(o.notice for o in account.owed))
    yield _timer(account, _event(account, "purged", until, m.id), *_appeal(account), *hold, *owed)


def _appeal(account: Account, about: str = "") -> tuple[str, ...]:
    return ("an appeal",) if waiting(account, about) else ()


def _holds(account: Account, _periods: Periods) -> Iterator[Timer]:
    yield from (_timer(account, _event(account, "released", h.until, h.id)) for h in account.holds if h.until)


def _fields(account: Account, _periods: Periods) -> Iterator[Timer]:
    for c in account.credentials:
        about = f"{c.field}@{c.until.isoformat()}"
        if not decided(account, about) and not gone(account):
            event = _event(account, "field_paused", c.until, about)
            yield _timer(account, event._replace(scope=c.field, ground="terms", violation="unqualified_professional"))


def _sleep(account: Account, periods: Periods) -> Iterator[Timer]:
    wakeful = account.state in ("active", "limited", "verification_due") and not kept_awake(account)
    if wakeful and account.idle_since and not decided(account, sleep_id(account)):
        yield _timer(account, _event(account, "slept", account.idle_since + periods.dormant, sleep_id(account)))


def _plan(account: Account, periods: Periods) -> Iterator[Timer]:
    plan = account.plan
    if plan is None or plan.approved_at is None or gone(account):
        return
    timer = _timer(account, _event(account, "plan_done", plan.approved_at, plan.id), *_appeal(account, plan.id))
    yield timer._replace(event=timer.event._replace(until=timer.event.at + periods.appeal))


def to_send(account: Account, now: datetime, periods: Periods = PERIODS) -> tuple[Owed, ...]:
    """Return the notices to send at `now`: those that events owe, and those that must go out ahead of a date."""
    ahead = [o for source in (_ahead, _asking, _reminding) for o in source(account, periods)]
    return tuple(o for o in (*account.owed, *ahead) if o.due_at <= now)


def _ahead(account: Account, periods: Periods) -> Iterator[Owed]:
    """Yield, for each date that needs notices before it, the first that has not gone out."""
    for timer in timers(account, periods):
        event = timer.event
        about = {"field_paused": event.scope}.get(event.kind, event.id)
        for n in BEFORE.get(event.kind, ()):
            if n.ahead is not None and n.name in timer.unsent:
                yield Owed(n.name, about, event.at - n.ahead)
                break


def _asking(account: Account, periods: Periods) -> Iterator[Owed]:
    """Yield the yearly question to an institution's custodian."""
    if account.custodians and account.state not in GONE:
        party, confirmed_at, _ = account.custodians[-1]
        if sent_at(account, NOTICES["heartbeat"], party, confirmed_at) is None:
            yield Owed("heartbeat", party, confirmed_at + periods.heartbeat)


def _reminding(account: Account, periods: Periods) -> Iterator[Owed]:
    """Yield the reminder to the appeals desk of each appeal that waits."""
    for a in account.appeals:
        if a.refused_at is None and sent_at(account, NOTICES["appeal_waits"], a.id, a.at) is None:
            yield Owed("appeal_waits", a.id, a.at + periods.answer)
