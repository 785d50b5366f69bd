"""Carrying decisions out: what each does to the account's life, to the bars and for the platform, all in the sitting's one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from aboveboard.cases import Account, BarEvent, Event, bar, take
from aboveboard.cases.finding import measure_of
from aboveboard.cases.folding import in_order
from aboveboard.cases.ladder import weight
from aboveboard.cases.periods import APPEAL, dated
from aboveboard.core import ACTIONS
from aboveboard.deciding.histories import History
from aboveboard.deciding.policy_states import drawn
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Decision, Order, filled
from aboveboard.errors import CaseError
from aboveboard.store import Entry, New
from aboveboard.store.bars_written import BARS, bar_entry

__all__ = ["Effect", "Outbox", "carry_out", "effect_of", "entered", "severity_of", "takes_away", "timely"]

KINDS: Mapping[str, str] = {
    "verify": "verification_asked",
    "limit": "limited",
    "suspend": "suspended",
    "close": "closed",
    "bar": "closed",
}
"""The event of an account's life that an action is; the others leave its life alone."""

TAKEN: Mapping[str, str] = {
    "fake_follower": "follow",
    "pile_on": "comment",
    "unqualified_professional": "publish",
    "impersonation": "change_profile",
    "name_violation": "change_profile",
    "report_abuse": "report",
    "account_trade": "publish",
    "minor_unprotected": "play",
}
"""What a limit takes away for a violation, where whoever decides names nothing; `reach` for the rest."""

_SEVERITY = {"limit": 1, "suspend": 2, "close": 3, "bar": 3}
_BLAMELESS = ("minor_unprotected", "inflated_audience", "stale_check", "account_sharing")


class Effect(NamedTuple):
    """What one decision brings about: the account after it, the entries of its life, and the bar that it leads to."""

    account: Account
    events: tuple[Event, ...] = ()
    bars: tuple[BarEvent, ...] = ()


@dataclass(slots=True)
class Outbox:
    """What is to be written at the end: gathered over many decisions, so that a batch takes a few statements."""

    decided: list[New] = field(default_factory=list[New])
    events: list[tuple[Event, str | None]] = field(default_factory=list[tuple[Event, str | None]])
    bars: list[New] = field(default_factory=list[New])
    actions: list[New] = field(default_factory=list[New])
    cases: list[New] = field(default_factory=list[New])

    def send(self, s: Sitting) -> list[Entry]:
        """Write all of it and return the entries of the decisions."""
        entries = s.write("decisions", self.decided)
        s.write("decisions", self.cases)
        s.live(self.events)
        s.write(BARS, self.bars)
        s.write("actions", self.actions)
        return entries


def severity_of(action: str, violation: str) -> int:
    """Return how much an action weighs as a strike: nothing where the holder is not to blame."""
    return 0 if violation in _BLAMELESS else _SEVERITY.get(action, 0)


def takes_away(order: Order, violation: str, scope: str = "") -> Order:
    """Return the order with its severity, and what a limit takes away: the field that the findings speak of, else what was misused."""
    if order.severity < 0:
        order = order._replace(severity=severity_of(order.action, violation))
    if order.action != "limit" or order.scope:
        return order
    return order._replace(scope=f"field:{scope}" if scope else TAKEN.get(violation, "reach"))


def entered(
    account: Account, account_id: str, created_at: datetime | None, at: datetime, *, guarded: bool = False
) -> tuple[Account, tuple[Event, ...]]:
    """Return an account that the ledger meets for the first time as let in, and the events that say so.

    A scan knows accounts of which no event was ever written down. `guarded` puts a hold on one that two people must close.
    """
    if account.state != "unknown":
        return account, ()
    since = min(created_at or at, at)
    events = [Event(account_id, since, kind, by="policy:scan") for kind in ("registered", "admitted")]
    if guarded:
        events.append(Event(account_id, since, "held", "four_eyes", "policy:scan", scope="four_eyes"))
    account = account._replace(account_id="")
    for event in events:
        account, _ = take(account, event)
    return account, tuple(events)


def timely(account: Account, event: Event) -> Event:
    """Return the event no earlier than the account's last, which a clock that was set back could otherwise bring about."""
    if account.last is None or in_order(event) > in_order(account.last):
        return event
    return event._replace(at=account.last.at + timedelta(microseconds=1))


def effect_of(s: Sitting, account: Account, made: Decision, tokens: Sequence[str] = ()) -> Effect:
    """Return what a decision does to an account. Raises `CaseError` where it cannot be."""
    order = made.order
    if order.action not in ACTIONS:
        raise CaseError(f"`{order.action}` is no action; there are {', '.join(ACTIONS)}")
    kind = KINDS.get(order.action)
    if kind is None:
        return Effect(account)
    after, events = take(account, timely(account, _event(s, account, made, kind)), s.periods)
    return Effect(after, events, _bars(s, account, after, made, tokens) if order.action == "bar" else ())


def _event(s: Sitting, account: Account, made: Decision, kind: str) -> Event:
    order = made.order
    refused = kind == "closed" and account.admitted_at is None
    until = None if order.action in ("close", "bar") else order.until
    scope = "imminent" if order.imminent else order.scope if kind == "limited" else ""
    event = Event(
        made.account_id, s.at, "refused" if refused else kind, made.id, made.by, made.second, until, order.ground, made.violation,
        order.severity, "" if refused else scope, made.root, evidence=made.evidence,
    )  # fmt: skip
    if kind == "verification_asked" and until is not None and until < s.at + s.periods.verify:
        event = event._replace(until=s.at + s.periods.verify)
    return dated(event, s.periods)


def _bars(s: Sitting, before: Account, after: Account, made: Decision, tokens: Sequence[str]) -> tuple[BarEvent, ...]:
    measure = measure_of(after, made.id)
    if measure is None or not tokens:
        raise CaseError(f"account {made.account_id}: a bar needs the tokens of its subject")
    found = bar(measure, tokens, weight(before, s.at))
    return (found._replace(until=made.order.until) if made.order.until else found,)


def carry_out(s: Sitting, known: History, made: Decision, out: Outbox, tokens: Sequence[str] = ()) -> bool:
    """Put a decision and all that it does into the outbox; False where it was made before, and then nothing happens again.

    Raises `CaseError` where it cannot be; then nothing was added.
    """
    if made.id in known.decisions:
        return False
    effect = effect_of(s, known.account, made, tokens)
    known.account, known.decisions[made.id] = effect.account, made
    out.decided.append(New("decided", made.account_id, made.body(), made.id))
    out.events += [(e, f"{e.kind}:{made.id}" if e.id == made.id else None) for e in effect.events]
    out.bars += [bar_entry(b) for b in effect.bars]
    if made.order.action != "none":
        out.actions.append(New("action_due", made.account_id, _action(s, made), made.id))
    return True


def _action(s: Sitting, made: Decision) -> dict[str, Any]:
    """Return what the platform is told. It is handed over at a time drawn from the decision's id, where the rule asks for that."""
    order = made.order
    return filled(
        {
            "decision": made.id,
            "action": order.action,
            "scope": order.scope,
            "until": order.until or (s.at + APPEAL if order.action in ("close", "bar") else None),
            "not_before": s.at + made.spread * drawn(s.limits.seed, made.id),
            "rule": made.rule,
            "batch": made.batch,
            "root": made.root,
            "detail": made.detail,
        }
    )
