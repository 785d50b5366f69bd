"""What people outside see, by a link and without signing in: a notice, an appeal, their standing, a claim, an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

__all__ = [
    "AppealState",
    "ClaimState",
    "Institution",
    "Notice",
    "Outcome",
    "Received",
    "Standing",
    "StrikeView",
    "Upload",
]


@dataclass(frozen=True, slots=True)
class Notice:
    """One decision as its holder reads it.

    `automatic` says what a machine did (`found`, `proposed`, `none`), `evidence` is what was found, as (detector, English sentence), `fix` what to mend.
    `appeal_by` is the last day of an appeal, `appealed` where one waits already.
    """

    reference: str
    handle: str
    action: str
    rule: str
    why: str
    ground: str
    automatic: str
    by_person: bool
    decided_at: datetime
    until: datetime | None
    evidence: tuple[tuple[str, str], ...]
    fix: tuple[str, ...]
    appeal_by: date
    text: str = ""
    appealed: bool = False
    reversed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AppealState:
    """Where an appeal stands: `received`, `reading`, `granted`, `partly` or `refused`; by when an answer is due, and the answer.

    `different` says that somebody judges who had no part in the decision. `files` are (name, bytes).
    """

    reference: str
    state: str
    received_at: datetime
    due_at: datetime
    text: str
    files: tuple[tuple[str, int], ...] = ()
    answered_at: datetime | None = None
    answer: str = ""
    different: bool = True
    restored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StrikeView:
    """One strike: for what, since when, what it weighs today, when it is gone."""

    violation: str
    since: datetime
    weight: float
    half_at: datetime
    gone_at: datetime
    link: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an account stands today: its state, what is open on it as (action, until), its strikes and what they add up to."""

    handle: str
    state: str
    about: str
    at: datetime
    open: tuple[tuple[str, datetime | None], ...]
    strikes: tuple[StrikeView, ...]
    weight: float
    next_days: int
    appeals: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimState:
    """Where a claim stands: `kind` is `imitated` or `institution`, `state` is `open` or what two people decided; `notice_until` is the last day of a plan's public notice."""

    reference: str
    kind: str
    wish: str
    state: str
    received_at: datetime
    due_at: datetime
    answered_at: datetime | None = None
    answer: str = ""
    notice_until: date | None = None


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution's account that nobody acts for any more, as a body reads it that may claim it."""

    reference: str
    name: str
    handle: str
    since: datetime | None
    successors: tuple[str, ...]
    plan: str
    notice_until: date


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a report: `acted`, `refused` or `open`, why, and how to object."""

    reference: str
    handle: str
    reported_at: datetime
    state: str
    why: str
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A document that somebody hands in: its name as they wrote it, what it is by its first bytes, and its bytes."""

    name: str
    kind: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """The receipt of something handed in: under which reference, when, and by when an answer is due."""

    reference: str
    at: datetime
    due_at: datetime
    link: str = ""
