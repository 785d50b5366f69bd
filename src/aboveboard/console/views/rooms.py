"""What home, the ring room, the policy room and the audit room show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aboveboard.console.views.cases import Edge, Explained, Node, Queue
from aboveboard.console.views.frame import Option

__all__ = [
    "AuditEntry", "AuditPage", "AuditWanted", "Backtest", "BatchAsk", "BatchView", "Checked", "Concern", "DryRun", "Home", "PolicyRow", "PolicyView", "Precision",
    "RingRow", "RingView", "Verified",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Precision:
    """How often audits agreed with what was decided for one violation: right of all looked at, and the 95 % interval."""

    violation: str
    right: int
    looked_at: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Concern:
    """Something unusual that a person should look at: `rubber_stamp`, `no_case`, `after_hours`, `known_face`, `in_a_row`, `outlier`; who, when, what in words, how often."""

    kind: str
    who: str
    at: datetime
    says: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Home:
    """The first page: what is new since yesterday (word key, number), the queues, rings, halted rules, audits, concerns, and cases opened a day.

    `asks` are the bulk actions that wait for this person as the second one.
    """

    new: tuple[tuple[str, int], ...]
    queues: tuple[Queue, ...]
    rings: tuple[RingRow, ...]
    halted: tuple[tuple[str, str], ...]
    precision: tuple[Precision, ...]
    concerns: tuple[Concern, ...]
    days: tuple[tuple[datetime, int, int], ...] = ()
    asks: tuple[BatchAsk, ...] = ()


@dataclass(frozen=True, slots=True)
class RingRow:
    """One ring: how many accounts, what was found, since when."""

    id: str
    violation: str
    detector: str
    size: int
    says: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class RingView:
    """A ring and its members as (account, handle, name, status, found); what ties them, and what can be done to all."""

    ring: RingRow
    members: tuple[tuple[str, str, str, str, bool], ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    innocent: tuple[Explained, ...]
    actions: tuple[Option, ...]
    batch: str = ""


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a bulk action would do, before anything is done.

    `strata` are (what, number), `sample` the accounts drawn for a look (id, name, detector, sentence), `left_out` (why, number), `cap` the most accounts a day,
    or, where `first` go before the rest, the most that one person starts alone; the rest follows after `hours`. `second` says whether another
    person must agree.
    """

    id: str
    ring: str
    action: str
    days: int
    count: int
    strata: tuple[tuple[str, int], ...]
    sample: tuple[tuple[str, str, str, str], ...]
    left_out: tuple[tuple[str, int], ...]
    cap: int
    second: bool
    first: int = 0
    hours: int = 0


@dataclass(frozen=True, slots=True)
class BatchAsk:
    """A bulk action that waits for a second person, as a line: which, what, for how many accounts, since when."""

    id: str
    action: str
    count: int
    at: datetime


@dataclass(frozen=True, slots=True)
class BatchView:
    """A bulk action under way or done: `state` is `waiting`, `running`, `done`, `cancelled` or `reversed`. `rest_at` is when those go that did not go first.

    `why` says why it takes two people, or why it was stopped; `said` what the `second` person gave as a reason. Who may agree as the second person
    sees `ask`, what it would do, and nothing of who asked and why.
    """

    id: str
    ring: str
    action: str
    state: str
    done: int
    count: int
    by: str
    reason: str
    at: datetime
    notices: int = 0
    restored: int = 0
    rest_at: datetime | None = None
    why: str = ""
    second: str = ""
    said: str = ""
    ask: DryRun | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A policy text looked at: faults as (line, column, message), worked cases as (name, right, what came out), and how many rules it has."""

    faults: tuple[tuple[int, int, str], ...]
    cases: tuple[tuple[str, bool, str], ...]
    rules: int = 0


@dataclass(frozen=True, slots=True)
class Backtest:
    """What a draft would have done beside the policy in force: (action, now, then), and who would be hit by (group, accounts, share of group)."""

    actions: tuple[tuple[str, int, int], ...]
    groups: tuple[tuple[str, int, float], ...]
    changed: int
    breaker: str = ""


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One version: its stage (`draft`, `backtested`, `shadow`, `canary`, `live`, `ended`), who wrote and who approved it, why, until when."""

    name: str
    version: str
    stage: str
    author: str
    approver: str
    why: str
    at: datetime
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PolicyView:
    """One version to read or edit: its text, what checks say, the backtest if there is one, the history, and the difference as (sign, line)."""

    row: PolicyRow
    text: str
    checked: Checked
    history: tuple[PolicyRow, ...]
    difference: tuple[tuple[str, str], ...] = ()
    backtest: Backtest | None = None
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditWanted:
    """Which entries are asked for. Empty means all; `days` goes back from now, 0 for ever."""

    who: str = ""
    subject: str = ""
    stream: str = ""
    days: int = 30
    page: int = 1


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry of the ledger: its position, when, who, what, about whom, and why (a case or a purpose)."""

    position: int
    at: datetime
    stream: str
    kind: str
    who: str
    subject: str
    why: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying the ledger found: how many entries, its head, and the faults (none: it is whole)."""

    entries: int
    head: str
    at: datetime
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditPage:
    """A page of entries, how many there are, the streams to choose from, and what is unusual about insiders."""

    wanted: AuditWanted
    rows: tuple[AuditEntry, ...]
    total: int
    pages: int
    streams: tuple[str, ...]
    concerns: tuple[Concern, ...] = ()
    agreement: tuple[tuple[str, int, float, float], ...] = ()
