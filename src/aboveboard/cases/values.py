"""The nouns of an account's life, as plain frozen values: what happened, what is open, what is owed. Nothing here computes."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

__all__ = [
    "Account",
    "Appeal",
    "Claim",
    "Credential",
    "Custodian",
    "Event",
    "Fault",
    "Hold",
    "Measure",
    "Owed",
    "Plan",
    "Sent",
    "Undone",
]


class Event(NamedTuple):
    """Something that happened to one account. Every date it sets stands in it, so that no later setting changes the past.

    `kind` is a row of `KINDS`, which says which of the other columns it needs. `by` and `second` are `ROLE:NAME`, the role
    one of `ROLES`. `evidence` is a hash of what the decision rests on, `root` the decision it rests on.
    """

    account_id: str
    at: datetime
    kind: str
    id: str = ""
    by: str = ""
    second: str = ""
    until: datetime | None = None
    ground: str = ""
    violation: str = ""
    severity: int = 0
    scope: str = ""
    root: str = ""
    party: str = ""
    evidence: str = ""


class Measure(NamedTuple):
    """What one decision did: the state it holds the account in, since when, until when.

    It is kept after its end, for appeals and strikes. `ended_by` names the event that ended it, if it was not its date: when
    that is undone, the measure holds again.
    """

    id: str
    kind: str
    state: str
    since: datetime
    until: datetime | None
    ground: str = ""
    violation: str = ""
    severity: int = 0
    scope: str = ""
    root: str = ""
    evidence: str = ""
    by: str = ""
    second: str = ""
    party: str = ""
    ended_at: datetime | None = None
    ended_by: str = ""


class Appeal(NamedTuple):
    """An answer to the decision or plan `id`. `refused_at` is empty while it waits; one that is granted leaves with its decision."""

    id: str
    by: str
    at: datetime
    evidence: str = ""
    refused_at: datetime | None = None


class Credential(NamedTuple):
    """A professional qualification in one field, as it was last set."""

    field: str
    since: datetime
    until: datetime


class Hold(NamedTuple):
    """Why an account must stay as it is. `kind` is one of `HOLDS`."""

    id: str
    kind: str
    since: datetime
    until: datetime | None


class Custodian(NamedTuple):
    """Who acts for an institution's account, when they last confirmed it, and the plan that made them so, if one did."""

    party: str
    confirmed_at: datetime
    plan: str = ""


class Claim(NamedTuple):
    """A body that says an institution's account is its own."""

    id: str
    party: str
    at: datetime
    evidence: str


class Plan(NamedTuple):
    """What is to become of an institution's account: one of `PLANS`. It waits until `approved_by` is somebody else than `by`."""

    id: str
    what: str
    party: str
    by: str
    since: datetime
    approved_by: str = ""
    approved_at: datetime | None = None


class Owed(NamedTuple):
    """A notice to be sent, about a decision, plan, appeal, field or period of sleep, from `due_at` on."""

    notice: str
    about: str
    due_at: datetime


class Sent(NamedTuple):
    """A notice that was sent."""

    notice: str
    about: str
    at: datetime


class Undone(NamedTuple):
    """A decision that was overturned: its id decides nothing again, and its evidence cannot be used a second time."""

    id: str
    evidence: str
    at: datetime


class Fault(NamedTuple):
    """An event that could not be: it changed nothing, and is kept with the state it met and the reason."""

    event: Event
    state: str
    why: str

    def __str__(self) -> str:
        e = self.event
        about = f" ({e.id})" if e.id else ""
        return f"account {e.account_id}: {e.kind}{about} at {e.at.isoformat()} while {self.state}: {self.why}"


class Account(NamedTuple):
    """All that its events left of an account. `state` is the gravest of what is open on it.

    `last` is the last event taken, `idle_since` the time of the last sign of life. The last of `custodians` is the present one. `measures` are all decisions that
    were not overturned, `appeals` those that wait and those refused.
    """

    account_id: str
    state: str = "unknown"
    since: datetime | None = None
    last: Event | None = None
    owed: tuple[Owed, ...] = ()
    admitted_at: datetime | None = None
    idle_since: datetime | None = None
    custodians: tuple[Custodian, ...] = ()
    measures: tuple[Measure, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    credentials: tuple[Credential, ...] = ()
    holds: tuple[Hold, ...] = ()
    claims: tuple[Claim, ...] = ()
    plan: Plan | None = None
    sent: tuple[Sent, ...] = ()
    undone: tuple[Undone, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def at(self) -> datetime | None:
        """The time of the last event taken."""
        return self.last.at if self.last else self.since
