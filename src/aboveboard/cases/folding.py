"""Events in, an account out: pure, total, the same whatever order the events came in.

Events are sorted by time, those of one time by `RANK`, then by their other columns; the same event twice is once. An event that
cannot happen changes nothing and becomes a `Fault` of the account.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Any

from aboveboard.cases.effects import effect
from aboveboard.cases.kinds import RANK
from aboveboard.cases.notices import OWED_AFTER
from aboveboard.cases.rules import refusal
from aboveboard.cases.states import state_of
from aboveboard.cases.values import Account, Event, Fault, Owed
from aboveboard.errors import CaseError

__all__ = ["apply", "fold", "in_order"]

_NEVER = datetime.max.replace(tzinfo=UTC)


def in_order(event: Event) -> tuple[Any, ...]:
    """Return the key by which events are sorted: total, so that equal keys mean equal events."""
    until = event.until or _NEVER
    return (event.at, RANK.get(event.kind, -1), *event[2:6], until, *event[7:], event.account_id)


def fold(events: Iterable[Event]) -> Account:
    """Return what the events of one account left of it.

    Nothing is raised: an event of another account, of an unknown kind, without a time zone, or that cannot be, is a fault.
    """
    events = list(events)
    account = Account(min((e.account_id for e in events), default=""))
    naive = [e for e in events if e.at.tzinfo is None or (e.until and e.until.tzinfo is None)]
    if naive:
        account = account._replace(
            faults=tuple(Fault(e, "unknown", "its times need a zone") for e in sorted(naive, key=str))
        )
        events = [e for e in events if e not in naive]
    events.sort(key=in_order)
    faults = list(account.faults)
    for event, following in zip_longest(events, events[1:]):
        if event == following or _superseded(account, event, following):
            continue
        why = _why(account, event)
        if why:
            faults.append(Fault(event, account.state, why))
            continue
        account = _taken(account, event)
        if event.kind == "purged":
            faults.clear()
    return account._replace(faults=tuple(faults))


def _superseded(account: Account, event: Event, following: Event | None) -> bool:
    """Say whether a sign of life leaves no trace because the next event is one too: so it is with most events of a service."""
    return (
        event.kind == "seen"
        and following is not None
        and event[2:] == following[2:]
        and event.account_id == following.account_id
        and account.account_id == event.account_id
        and account.state == "active"
        and not account.measures
        and not refusal(account, event)
    )


def apply(account: Account, event: Event) -> Account:
    """Return the account after one more event; raise `CaseError`, naming account, event and state, where it cannot happen."""
    if account.last and in_order(event) <= in_order(account.last):
        last = account.last
        raise CaseError(
            str(
                Fault(
                    event, account.state, f"it comes before {last.kind} at {last.at.isoformat()}; fold all events again"
                )
            )
        )
    why = _why(account, event)
    if why:
        raise CaseError(str(Fault(event, account.state, why)))
    return _taken(account, event)


def _why(account: Account, event: Event) -> str:
    if account.account_id not in ("", event.account_id):
        return f"it is another account than {account.account_id}"
    return refusal(account, event)


def _taken(account: Account, event: Event) -> Account:
    after = effect(account, event)
    kind, at = event.kind, event.at
    if kind == "purged":
        return after._replace(state="purged", since=at)
    names = OWED_AFTER.get(kind, ())
    owed = (*after.owed, *(Owed(n, event.id, at) for n in names)) if names else after.owed
    unmoved = after.measures is account.measures and kind not in ("registered", "admitted")
    state = account.state if unmoved else state_of(after)
    since = account.since if state == account.state else at
    return Account(after.account_id, state, since, event, owed, *after[5:])
