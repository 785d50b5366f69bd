"""What the desk of claims sees: who waits for an answer, and one claim with the account that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from aboveboard.console.views.appeals import Document
from aboveboard.console.views.cases import Profile
from aboveboard.console.views.frame import Option

__all__ = ["ClaimRow", "ClaimSaid", "ClaimView"]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One line: `kind` is `imitated` or `institution`, `who` claims, `about` which account in their words, `wish` what they ask for. `own` says that the reader spoke already."""

    id: str
    kind: str
    who: str
    about: str
    wish: str
    state: str
    filed_at: datetime
    due_at: datetime
    files: int = 0
    own: bool = False


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim. `accounts` are those whose handle was named, `body` the institution as the register has it and `heirs` its successors, `plan` what is under way.

    What a first person said is nowhere in it. `outcomes` are what can be said; `outcome` and `answer` are there once it is decided.
    """

    row: ClaimRow
    version: int
    text: str
    mail: str
    files: tuple[Document, ...]
    subject: Profile | None
    accounts: tuple[Profile, ...]
    body: str
    heirs: tuple[str, ...]
    plan: str
    notice_until: date | None
    outcomes: tuple[Option, ...]
    outcome: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class ClaimSaid:
    """What somebody says of a claim: the outcome, of which account, and what whoever claimed reads."""

    outcome: str
    text: str
    account: str = ""
