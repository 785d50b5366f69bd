"""What the console asks of the service: every function, with its types. One implementation reads a scan (`demo`), one is the service itself.

Each takes who asks and when; none reads a clock. A refusal is an `AboveboardError` whose message the page shows: `CaseError` where somebody
was faster or the matter does not allow it (the page then shows how it stands now), `InputError` where what was sent cannot be used.
`NotHereError` is for what is not there or may not be seen, told alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from aboveboard.console.views.appeals import Answer, AppealRow, AppealView
from aboveboard.console.views.cases import CaseView, Later, Preview, Queue, QueuePage, Wanted
from aboveboard.console.views.claims import ClaimRow, ClaimSaid, ClaimView
from aboveboard.console.views.frame import Care, Me
from aboveboard.console.views.outside import (
    AppealState,
    ClaimState,
    Institution,
    Notice,
    Outcome,
    Received,
    Standing,
    Upload,
)
from aboveboard.console.views.review import ReviewPage
from aboveboard.console.views.rooms import (
    AuditPage,
    AuditWanted,
    Backtest,
    BatchView,
    Checked,
    DryRun,
    Home,
    PolicyRow,
    PolicyView,
    RingRow,
    RingView,
    Verified,
)  # fmt: skip
from aboveboard.errors import AboveboardError

__all__ = [
    "AppealDesk", "AuditRoom", "Bulk", "CaseDesk", "ClaimDesk", "Decided", "Door", "Looked", "NotHereError", "Outside", "PolicyRoom", "ReviewRoom", "Ruling", "Verbs",
]  # fmt: skip


class NotHereError(AboveboardError):
    """There is nothing here, or it is not for the one who asks."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a person did before deciding: seconds the case was in view, which parts were opened, which explanations they ruled out."""

    seconds: int = 0
    opened: tuple[str, ...] = ()
    ruled_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decides. `action` is one of `core.ACTIONS`, `days` 0 where it has no end, `reason` one of the structured words, `note` their own."""

    action: str
    rule: str
    severity: int
    days: int
    reason: str
    note: str = ""
    notice: str = ""
    language: str = "en"
    looked: Looked = Looked()


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was taken and has not left yet: until `leaves_at` it can be undone. `second` says that another person is asked first."""

    id: str
    case_id: str
    leaves_at: datetime
    second: bool = False


class Door(Protocol):
    """Coming in, going out, and how one works."""

    def enter(self, name: str, password: str, at: datetime) -> str:
        """Return the secret of a session. Raises `InputError` where name and password do not fit or came too often."""
        ...

    def leave(self, me: Me, at: datetime) -> None:
        """End the session."""
        ...

    def me(self, session: str | None, at: datetime) -> Me | None:
        """Return who holds a session; None where it is over."""
        ...

    def set_care(self, me: Me, care: Care, at: datetime) -> None:
        """Keep how somebody works."""
        ...

    def home(self, me: Me, at: datetime) -> Home:
        """Return the first page."""
        ...


class CaseDesk(Protocol):
    """Queues, cases, decisions. A case has a version: what was asked of an older one is a `CaseError`, and nothing is lost."""

    def queue(self, me: Me, wanted: Wanted, at: datetime) -> QueuePage:
        """Return a page of cases."""
        ...

    def save_queue(self, me: Me, name: str, wanted: Wanted, at: datetime) -> Queue:
        """Keep what was asked for under a name."""
        ...

    def forget_queue(self, me: Me, queue: str, at: datetime) -> None:
        """Forget a queue of one's own. Raises `NotHereError` where one keeps no such queue."""
        ...

    def case(self, me: Me, case_id: str, wanted: Wanted, at: datetime) -> CaseView:
        """Return a case, its place among the wanted ones and the one that follows. Looking is written down."""
        ...

    def later(self, me: Me, case_id: str, at: datetime) -> Later:
        """Return what takes longest of a case: what happened, and what would change what is proposed."""
        ...

    def picture(self, me: Me, case_id: str, whose: str, kind: str, at: datetime) -> bytes | None:
        """Return the `avatar` or `cover` (`kind`) of the `subject` of a case or of the `closed` account beside it (`whose`), as a small JPEG made anew.

        None where there is none, or it cannot be shown. Looking is written down. Takes `accounts:reveal` beside `cases:read`.
        """
        ...

    def claim(self, me: Me, case_id: str, version: int, at: datetime) -> int:
        """Take a case up and return its version. Raises `CaseError` where somebody else has it."""
        ...

    def heartbeat(self, me: Me, case_id: str, at: datetime) -> datetime:
        """Say that one still works on it and return until when that holds."""
        ...

    def pass_on(
        self, me: Me, case_id: str, version: int, how: str, reason: str, to: str, days: int, at: datetime
    ) -> None:
        """Skip, hold (for `days`), escalate, hand over (`to` somebody) or release a case, with a reason."""
        ...

    def preview(self, me: Me, case_id: str, severity: int, days: int, at: datetime) -> Preview:
        """Return what a decision would weigh."""
        ...

    def decide(self, me: Me, case_id: str, version: int, ruling: Ruling, key: str, at: datetime) -> Decided:
        """Decide a case, once for each `key`: the same key gives the same answer again."""
        ...

    def undo(self, me: Me, decision_id: str, at: datetime) -> str:
        """Take one's own decision back before it leaves and return the case. Raises `CaseError` once it has left."""
        ...


class AppealDesk(Protocol):
    """Appeals, answered in writing by somebody who had no part in the decision."""

    def appeals(self, me: Me, at: datetime) -> tuple[AppealRow, ...]:
        """Return the appeals that wait, oldest first."""
        ...

    def appeal_case(self, me: Me, appeal_id: str, at: datetime) -> AppealView:
        """Return one appeal with the decision, its evidence and what rests on it. Looking is written down."""
        ...

    def answer(self, me: Me, appeal_id: str, version: int, answer: Answer, at: datetime) -> int:
        """Answer an appeal and return how many decisions fell. Raises `CaseError` where somebody was faster, or had a part in the decision."""
        ...

    def document(self, me: Me, appeal_id: str, number: int, at: datetime) -> Upload:
        """Return a document that came with an appeal, counted from 0."""
        ...


class Bulk(Protocol):
    """One decision over many accounts: tried first, counted, capped, and taken back whole."""

    def rings(self, me: Me, at: datetime) -> tuple[RingRow, ...]:
        """Return the rings, largest first."""
        ...

    def ring(self, me: Me, ring_id: str, at: datetime) -> RingView:
        """Return one ring."""
        ...

    def try_batch(self, me: Me, ring_id: str, action: str, days: int, at: datetime) -> DryRun:
        """Return what it would do. Nothing is done."""
        ...

    def run_batch(self, me: Me, tried: str, reason: str, key: str, at: datetime) -> str:
        """Start what was tried, once for each `key`, and return the batch."""
        ...

    def batch(self, me: Me, batch_id: str, at: datetime) -> BatchView:
        """Return how far it is."""
        ...

    def agree_batch(self, me: Me, batch_id: str, reason: str, at: datetime) -> None:
        """Agree to one that waits for a second person; it starts. Raises `CaseError` where it does not wait, or this person asked for it."""
        ...

    def refuse_batch(self, me: Me, batch_id: str, reason: str, at: datetime) -> None:
        """Say no to one that waits for a second person; nothing of it is done. Raises `CaseError` as `agree_batch` does."""
        ...

    def cancel_batch(self, me: Me, batch_id: str, at: datetime) -> None:
        """Stop what is left of it."""
        ...

    def reverse_batch(self, me: Me, batch_id: str, reason: str, at: datetime) -> None:
        """Take all of it back, with notices."""
        ...


class PolicyRoom(Protocol):
    """A policy from draft to live, by two people."""

    def policies(self, me: Me, at: datetime) -> tuple[PolicyRow, ...]:
        """Return every version, newest first."""
        ...

    def policy(self, me: Me, name: str, version: str, at: datetime) -> PolicyView:
        """Return one version."""
        ...

    def check_policy(self, me: Me, text: str) -> Checked:
        """Look at a text. Nothing is kept."""
        ...

    def draft_policy(self, me: Me, text: str, why: str, ends: date, at: datetime) -> PolicyRow:
        """Keep a draft. Raises `PolicyError` with every fault."""
        ...

    def backtest(self, me: Me, name: str, version: str, at: datetime) -> Backtest:
        """Try a draft on the last scan beside what is in force."""
        ...

    def step_policy(self, me: Me, name: str, version: str, step: str, at: datetime) -> PolicyRow:
        """Take a version one step on: `shadow`, `canary`, `live` (by another person than its author) or `withdraw`."""
        ...


class AuditRoom(Protocol):
    """Who did what and who looked at whom."""

    def audit(self, me: Me, wanted: AuditWanted, at: datetime) -> AuditPage:
        """Return a page of entries and what is unusual."""
        ...

    def verify(self, me: Me, at: datetime) -> Verified:
        """Follow the chain of the whole ledger."""
        ...

    def export(self, me: Me, wanted: AuditWanted, at: datetime) -> Iterator[bytes]:
        """Yield the entries as NDJSON, without personal data."""
        ...


class ReviewRoom(Protocol):
    """Whether review means something: golden cases, second looks, and who agrees with whom."""

    def review(self, me: Me, at: datetime) -> ReviewPage:
        """Return how review goes: all of it for who leads, one's own answered checks for anybody else."""
        ...

    def ask_golden(self, me: Me, case_id: str, at: datetime) -> None:
        """Ask that a decided case become golden. Raises `CaseError` where it cannot."""
        ...

    def agree_golden(self, me: Me, case_id: str, at: datetime) -> None:
        """Agree, as the second person, that a case is golden."""
        ...

    def retire_golden(self, me: Me, case_id: str, at: datetime) -> None:
        """Draw a golden case no more."""
        ...


class ClaimDesk(Protocol):
    """Claims from outside, decided by two people who say the same, each without the other's word."""

    def claims(self, me: Me, at: datetime) -> tuple[ClaimRow, ...]:
        """Return the claims that wait, oldest first, then those that were decided."""
        ...

    def claim_case(self, me: Me, claim_id: str, at: datetime) -> ClaimView:
        """Return one claim. Looking is written down."""
        ...

    def answer_claim(self, me: Me, claim_id: str, version: int, said: ClaimSaid, at: datetime) -> str:
        """Say what becomes of a claim and return `second`, or `decided`. Raises `CaseError` where somebody was faster, or this person spoke already."""
        ...

    def claim_document(self, me: Me, claim_id: str, number: int, at: datetime) -> Upload:
        """Return a document that came with a claim, counted from 0."""
        ...


class Outside(Protocol):
    """What people see by a link, without signing in. A link that is wrong or over is `NotHereError`."""

    def notice(self, link: str, at: datetime) -> Notice:
        """Return the decision that a link speaks of."""
        ...

    def standing(self, link: str, at: datetime) -> Standing:
        """Return how the account stands."""
        ...

    def appeal(self, link: str, text: str, files: Sequence[Upload], key: str, at: datetime) -> Received:
        """Take an appeal, once for each `key`. Raises `CaseError` where the decision cannot be appealed (again)."""
        ...

    def appealed(self, link: str, at: datetime) -> AppealState:
        """Return where the appeal stands."""
        ...

    def claim_imitated(
        self, handle: str, who: str, mail: str, text: str, files: Sequence[Upload], key: str, at: datetime
    ) -> Received:
        """Take the claim of somebody who is imitated."""
        ...

    def claim_state(self, link: str, at: datetime) -> ClaimState:
        """Return where a claim stands."""
        ...

    def institution(self, link: str, at: datetime) -> Institution:
        """Return the account that a body may claim."""
        ...

    def claim_institution(
        self, link: str, body: str, mail: str, wish: str, text: str, files: Sequence[Upload], key: str, at: datetime
    ) -> Received:
        """Take a body's claim or objection; `wish` is one of `cases.states.PLANS` or `object`."""
        ...

    def outcome(self, link: str, at: datetime) -> Outcome:
        """Return what became of a report."""
        ...


class Verbs(Door, CaseDesk, AppealDesk, Bulk, PolicyRoom, AuditRoom, ReviewRoom, ClaimDesk, Outside, Protocol):
    """All that the console asks."""
