"""Whether a review meant something: who decided too fast to have looked, and how far two people agree beyond chance.

Kappa after Cohen, "A Coefficient of Agreement for Nominal Scales" (1960); AC1 after Gwet, "Computing inter-rater reliability and its variance
in the presence of high agreement" (2008), which does not collapse where nearly all cases are alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

__all__ = ["Act", "Stamped", "agreement", "rubber_stamped"]


@dataclass(frozen=True, slots=True)
class Act:
    """One decision: who, when, how many seconds the case was in view, how many parts were opened, and whether it is what the machine proposed."""

    by: str
    at: datetime
    seconds: int
    opened: int
    agreed: bool


@dataclass(frozen=True, slots=True)
class Stamped:
    """A run of decisions that cannot have been looked at: whose, from when to when, how many, the seconds each had at the median."""

    by: str
    first_at: datetime
    last_at: datetime
    count: int
    seconds: float


def rubber_stamped(
    acts: Iterable[Act],
    *,
    least: int = 20,
    window: timedelta = timedelta(minutes=30),
    pace: float = 10.0,
    share: float = 0.95,
) -> tuple[Stamped, ...]:
    """Return, for each person, the longest run of decisions that cannot have been looked at.

    A run lies within `window`, has at least `least` decisions and fewer than `pace` seconds between one and the next; `share` of it took the
    machine's word and opened nothing. The time is that between decisions, not what the page says of itself.
    """
    by = dict[str, list[Act]]()
    for act in sorted(acts, key=lambda a: (a.by, a.at)):
        by.setdefault(act.by, []).append(act)
    found = (_longest(own, least, window, pace, share) for own in by.values())
    return tuple(run for run in found if run)


def _longest(own: Sequence[Act], least: int, window: timedelta, pace: float, share: float) -> Stamped | None:
    best: Stamped | None = None
    start = 0
    for end in range(len(own)):
        while own[end].at - own[start].at > window or (
            end > start and (own[end].at - own[end - 1].at).total_seconds() >= pace
        ):
            start += 1
        run = own[start : end + 1]
        if len(run) < least or (best and len(run) <= best.count):
            continue
        agreed = sum(a.agreed and not a.opened for a in run) / len(run)
        if agreed >= share:
            each = (run[-1].at - run[0].at).total_seconds() / (len(run) - 1)
            best = Stamped(run[0].by, run[0].at, run[-1].at, len(run), each)
    return best


def agreement(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return (kappa, AC1) of pairs of answers, each in [-1, 1]; 1 where all agree. Raises `ValueError` on no pair."""
    if not pairs:
        raise ValueError("no pair to compare")
    n = len(pairs)
    same = sum(a == b for a, b in pairs) / n
    left, right = (Counter(p[i] for p in pairs) for i in (0, 1))
    names = sorted(left.keys() | right.keys())
    by_chance = sum(left[k] * right[k] for k in names) / n**2
    mean = [(left[k] + right[k]) / (2 * n) for k in names]
    gwet = sum(p * (1 - p) for p in mean) / (len(names) - 1) if len(names) > 1 else 0.0
    return _beyond(same, by_chance), _beyond(same, gwet)


def _beyond(same: float, by_chance: float) -> float:
    return 1.0 if by_chance >= 1 else (same - by_chance) / (1 - by_chance)
