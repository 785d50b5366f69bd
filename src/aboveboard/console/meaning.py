"""Whether a review meant something: who decided too fast to have looked, and how far two people agree beyond chance.

Kappa after Cohen, "A Coefficient of Agreement for Nominal Scales" (1960); AC1 after Gwet, "Computing inter-rater reliability and its variance
in the presence of high agreement" (2008), which does not collapse where nearly all cases are alike. The errors of both are the linearised ones
that Gwet, "Handbook of Inter-Rater Reliability" (4th edition, 2014, chapter 5), gives; for kappa it is that of Fleiss, Cohen and Everitt (1969).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt

__all__ = ["LEAST", "Act", "Coefficient", "Stamped", "agreement", "coefficients", "rubber_stamped"]

LEAST = 10
"""Fewer pairs than this say nothing of how sure a coefficient is."""
_Z = 1.959964


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


@dataclass(frozen=True, slots=True)
class Coefficient:
    """Agreement beyond chance, in [-1, 1], with its standard error and the ends of its 95 % interval; without them where the pairs are too few or all alike."""

    value: float
    error: float | None = None
    low: float | None = None
    high: float | None = None


def agreement(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return (kappa, AC1) of pairs of answers, each in [-1, 1]; 1 where all agree. Raises `ValueError` on no pair."""
    kappa, ac1 = coefficients(pairs)
    return kappa.value, ac1.value


def coefficients(pairs: Sequence[tuple[str, str]]) -> tuple[Coefficient, Coefficient]:
    """Return (kappa, AC1) of pairs of answers with their intervals. Raises `ValueError` on no pair."""
    if not pairs:
        raise ValueError("no pair to compare")
    n = len(pairs)
    left, right = (Counter(p[i] for p in pairs) for i in (0, 1))
    names = sorted(left.keys() | right.keys())
    first, second = ({k: c[k] / n for k in names} for c in (left, right))
    mean = {k: (first[k] + second[k]) / 2 for k in names}
    return _kappa(pairs, first, second), _ac1(pairs, mean)


def _kappa(pairs: Sequence[tuple[str, str]], first: Mapping[str, float], second: Mapping[str, float]) -> Coefficient:
    return _coefficient(pairs, [(second[a] + first[b]) / 2 for a, b in pairs])


def _ac1(pairs: Sequence[tuple[str, str]], mean: Mapping[str, float]) -> Coefficient:
    most = max(len(mean) - 1, 1)
    chance = [((1 - mean[a]) + (1 - mean[b])) / 2 / most for a, b in pairs]
    return _coefficient(pairs, chance)


def _coefficient(pairs: Sequence[tuple[str, str]], chance: Sequence[float]) -> Coefficient:
    """Return (p - e) / (1 - e), where each pair adds to the agreement p and, by what was answered, to that by chance e."""
    n, same = len(pairs), [float(a == b) for a, b in pairs]
    p, e = sum(same) / n, sum(chance) / n
    if p >= 1 or e >= 1:
        return Coefficient(1.0)
    value = (p - e) / (1 - e)
    each = [(s - e) / (1 - e) - 2 * (1 - value) * (c - e) / (1 - e) for s, c in zip(same, chance, strict=True)]
    if n < LEAST:
        return Coefficient(value)
    error = sqrt(sum((x - value) ** 2 for x in each) / (n * (n - 1)))
    return Coefficient(value, error, max(-1.0, value - _Z * error), min(1.0, value + _Z * error))
