"""What the appeals desk sees: who waits for an answer, and one appeal with the decision, its evidence and what would fall with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aboveboard.console.views.cases import FindingView, Profile, Told
from aboveboard.console.views.frame import Option

__all__ = ["Answer", "AppealRow", "AppealView", "Document", "Falls"]


@dataclass(frozen=True, slots=True)
class AppealRow:
    """One line: against which decision, since when, by when an answer is due. `own` says that the reader had a part in the decision and may not answer."""

    id: str
    account_id: str
    name: str
    violation: str
    action: str
    filed_at: datetime
    due_at: datetime
    by: str = ""
    own: bool = False
    files: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A document that came with an appeal: its name, its kind by its first bytes, and how long it is."""

    name: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Falls:
    """A decision that rests on the one that is appealed and falls with it."""

    account_id: str
    name: str
    action: str


@dataclass(frozen=True, slots=True)
class AppealView:
    """One appeal. `notice` is what the holder read, `text` what they answer; `milder` what may take the decision's place, `falls` what rests on it."""

    id: str
    version: int
    state: str
    decision: str
    action: str
    rule: str
    why: str
    until: datetime | None
    decided_at: datetime
    by_person: bool
    filed_at: datetime
    due_at: datetime
    violation: str
    text: str
    notice: str
    files: tuple[Document, ...]
    subject: Profile | None
    findings: tuple[FindingView, ...]
    favour: tuple[Told, ...]
    milder: tuple[Option, ...]
    falls: tuple[Falls, ...]
    own: bool = False
    by: str = ""
    answer: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of an appeal: `upheld`, `overturned` or `changed` to a milder action for so many days; `text` is what the holder reads."""

    outcome: str
    text: str
    action: str = ""
    days: int = 0
