"""What the queue and the case page show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aboveboard.console.views.frame import Option
from aboveboard.pages.words import Blank

__all__ = [
    "CaseRow", "CaseView", "Change", "Edge", "Explained", "FindingView", "Form", "Later", "Moment", "Node", "Preview", "Profile", "Proposal", "Queue", "QueuePage",
    "Rule", "Told", "Twin", "Wanted", "Weight",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue: how many cases wait, how old the oldest is, and when the first must be answered."""

    id: str
    name: str
    count: int
    oldest_at: datetime | None = None
    due_at: datetime | None = None
    saved: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases are asked for. Empty means all; `page` counts from 1; `order` is one of `due`, `oldest`, `newest`, `surest`."""

    queue: str = ""
    violation: str = ""
    tier: str = ""
    evidence: str = ""
    state: str = ""
    text: str = ""
    order: str = "due"
    page: int = 1


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the queue. `by` is who works on it, `size` the accounts of a ring (1 for one account)."""

    id: str
    account_id: str
    name: str
    handle: str
    violation: str
    tier: str
    score: float
    classes: tuple[str, ...]
    says: str
    proposed: str
    state: str
    opened_at: datetime
    due_at: datetime
    size: int = 1
    by: str = ""
    detector: str = ""


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of cases, and what can be chosen."""

    wanted: Wanted
    rows: tuple[CaseRow, ...]
    total: int
    pages: int
    queues: tuple[Queue, ...]
    violations: tuple[Option, ...] = ()
    tiers: tuple[Option, ...] = ()
    classes: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that can be said in each language: the key of a word of `dossier`, and what fills its blanks."""

    key: str
    blanks: Mapping[str, Blank] = field(default_factory=dict[str, Blank])


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: when (text, UTC), what, in which table; `weight` 3 is a milestone."""

    at: str
    told: Told
    table: str
    weight: int


@dataclass(frozen=True, slots=True)
class Weight:
    """What one piece of evidence weighs, in bits: more than 0 speaks for the finding, less against it."""

    name: str
    bits: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """An honest mistake of a detector or an innocent explanation: what to ask, and what guards against it."""

    id: str
    says: str
    guard: str = ""


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding: its sentence in parts (every second part fills a blank), on what it rests and what it lacks.

    `innocent` are what else could explain this very case, `mistakes` how the detector can be wrong at all.
    """

    id: str
    detector: str
    violation: str
    tier: str
    score: float
    classes: tuple[str, ...]
    parts: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    unlooked: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    weights: tuple[Weight, ...] = ()
    derivation: str = ""
    against: str = ""
    innocent: tuple[Explained, ...] = ()
    mistakes: tuple[Explained, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """An account as it is and as it was: `facts` are (name, then, now); `then` is empty where nothing changed."""

    account_id: str
    handle: str
    name: str
    bio: str
    language: str
    status: str
    facts: tuple[tuple[str, str, str], ...] = ()
    avatar: str = ""
    cover: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Twin:
    """A closed account beside the one that may be its return: rows of (what, closed, this one, whether they agree)."""

    closed: Profile
    rows: tuple[tuple[str, str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One account of the graph: the subject, a closed one, a member or a thing they share (`kind`)."""

    id: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """What ties two nodes: the kind of evidence, and how many accounts of all share it (`rarity`; None where nobody counted)."""

    source: str
    target: str
    kind: str
    rarity: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule a person can decide by: its name, the sentence the holder reads, what it does and for how many days (0: no end)."""

    id: str
    why: str
    action: str
    days: int
    severity: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the policy proposes."""

    rule: str
    action: str
    why: str
    days: int
    policy: str
    version: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a decision would weigh: strikes before and after, when they are gone, and the next step of the ladder in days (0: no end)."""

    before: float
    after: float
    gone_at: datetime | None
    next_days: int
    second: bool


@dataclass(frozen=True, slots=True)
class Form:
    """What can be decided. `notices` maps a language to the text a holder reads; `language` is the account's own."""

    rules: tuple[Rule, ...]
    language: str
    notices: Mapping[str, str]
    preview: Preview
    previews: Mapping[int, Preview]


@dataclass(frozen=True, slots=True)
class Change:
    """What would change a proposal: what is supposed (`without` the finding, or `surer` of it), the action before and the action then."""

    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Later:
    """What takes longest of a case and is asked for once somebody gets there: what happened, and `changes` by finding."""

    moments: tuple[Moment, ...]
    changes: Mapping[str, tuple[Change, ...]]


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case: who, what was found, what speaks for the account, and what can be decided.

    `second` says that somebody has judged it already, blind: what they said is not shown. `seen_at` is the time of the snapshot.
    `pictures` says that pictures of accounts can be asked for.
    """

    id: str
    version: int
    state: str
    violation: str
    tier: str
    opened_at: datetime
    due_at: datetime
    seen_at: datetime
    subject: Profile
    findings: tuple[FindingView, ...]
    favour: tuple[Told, ...]
    form: Form
    proposal: Proposal | None = None
    twin: Twin | None = None
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    members: tuple[str, ...] = ()
    ring: str = ""
    by: str = ""
    until: datetime | None = None
    second: bool = False
    place: int = 0
    total: int = 0
    next_id: str = ""
    previous_id: str = ""
    lease: timedelta = timedelta(minutes=10)
    pictures: bool = False
