"""What leads see of how review goes: who agrees with whom beyond chance, golden cases, second looks, and what was opened for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aboveboard.console.meaning import Coefficient
from aboveboard.console.views.rooms import Concern

__all__ = ["Agreement", "Candidate", "Check", "GoldenRow", "ReviewPage", "Reviewer"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far answers agree: `what` is `second`, `golden` or `machine`, `violation` empty for all; `same` of `pairs` are alike, with the 95 % interval of that share."""

    what: str
    violation: str
    pairs: int
    same: int
    low: float
    high: float
    kappa: Coefficient
    ac1: Coefficient


@dataclass(frozen=True, slots=True)
class Reviewer:
    """One person: cases decided, seconds between decisions and in view (medians), parts opened (mean and the kinds opened most).

    `machine` is how often they took its word, `golden` known answers that were right, `second` second looks that agreed: (number, of how many).
    """

    name: str
    decided: int
    pace: float | None
    seconds: float
    opened: float
    parts: tuple[str, ...]
    machine: tuple[int, int]
    golden: tuple[int, int]
    second: tuple[int, int]
    stamped: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """One case that was looked at again: what was known or said first, and what was said now. `case` is the case as it was decided."""

    kind: str
    case: str
    violation: str
    was: str
    action: str
    first: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class GoldenRow:
    """A case with a known answer: who named it, who agreed, `asked`, `golden` or `retired`, how many of its answers were right, and each answer, latest first."""

    case: str
    violation: str
    action: str
    by: str
    second: str
    status: str
    right: int
    answered: int
    answers: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A decided case that could become golden."""

    case: str
    violation: str
    action: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """How review goes since `since`. Who leads sees everybody; anybody else sees the checks that they answered themselves, in `own`."""

    since: datetime
    leads: bool
    own: tuple[Check, ...]
    reviewers: tuple[Reviewer, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    differing: tuple[Check, ...] = ()
    golden: tuple[GoldenRow, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    concerns: tuple[Concern, ...] = ()
    shares: tuple[float, float] = (0.0, 0.0)
