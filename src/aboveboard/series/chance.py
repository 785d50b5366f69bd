"""How unlikely an excess is: exact bounds for counts, Fisher's combination, control of false discoveries."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.special import gammaincc, gammaln, xlogy

__all__ = ["Floats", "adjusted", "clumped", "combined", "rarity", "surprise", "surprise_of_count", "widened"]

Floats = npt.NDArray[np.float64]

_SMALLEST = 1e-300
_LEAST_VARIANCE = 2.0


def surprise(hits: Floats, trials: Floats, expected: Floats) -> Floats:
    """Return how surprising it is to see as many `hits` in `trials` where `expected` were to come; 0 where no excess.

    This is trials times the Kullback-Leibler divergence, so exp(-surprise) bounds the binomial tail from above
    (Chernoff 1952; Hoeffding 1963, theorem 1, also for unequal shares).
    """
    trials = np.maximum(trials, 1e-9)
    share, chance = np.clip(hits / trials, 0, 1), np.clip(expected / trials, 1e-9, 1 - 1e-9)
    divergence = xlogy(share, share / chance) + xlogy(1 - share, (1 - share) / (1 - chance))
    return np.where(share > chance, trials * divergence, 0.0)


def surprise_of_count(seen: Floats, expected: Floats) -> Floats:
    """Return the same for a count without trials: exp(-surprise) bounds the Poisson tail from above."""
    mean = np.maximum(expected, 1e-9)
    return np.where(seen > mean, xlogy(seen, seen / mean) - seen + mean, 0.0)


def clumped(hits: Floats, trials: Floats, expected: Floats, group: npt.NDArray[np.int64]) -> tuple[float, int]:
    """Return how alike the rows of one group are beyond chance, 0 or above, and how many groups show it.

    Counts of `trials` like rows vary by `widened` more than chance would have them. How much they do is measured robustly,
    as half the distance of the quantiles at 16 % and 84 % of the standardised residuals, squared: a minority of planted
    groups does not move it, since every group weighs one however many counts it has.
    """
    variance = expected * (1 - expected / np.maximum(trials, 1))
    shows = (variance > _LEAST_VARIANCE) & (trials > 1)
    if not shows.any():
        return 0.0, 0
    _, place, many = np.unique(group[shows], return_inverse=True, return_counts=True)
    residual, weight = (hits[shows] - expected[shows]) / np.sqrt(variance[shows]), 1 / many[place]
    value, step = np.unique(residual, return_inverse=True)
    share = np.bincount(step, weight) / len(many)
    low, high = np.interp([0.16, 0.84], np.cumsum(share) - share / 2, value)
    excess = max(((high - low) / 2) ** 2 - 1, 0.0)
    return float(excess / (np.average(trials[shows], weights=weight) - 1)), len(many)


def widened(trials: Floats, alike: float | Floats) -> Floats:
    """Return by how much the variance of `trials` rows grows where they are `alike` (Kish 1965: the design effect)."""
    return 1 + alike * np.maximum(trials - 1, 0)


def combined(surprises: Floats, kinds: int) -> Floats:
    """Return the probability of a sum of `kinds` independent surprises this large or larger (Fisher's method)."""
    return np.maximum(gammaincc(kinds, surprises), _SMALLEST)


def rarity(hits: int, trials: int, rate: float) -> float:
    """Return the exact probability of `hits` or more in `trials` at `rate` each."""
    k = np.arange(max(hits, 0), trials + 1)
    logs = gammaln(trials + 1) - gammaln(k + 1) - gammaln(trials - k + 1) + xlogy(k, rate) + xlogy(trials - k, 1 - rate)
    return float(min(1.0, np.exp(logs).sum())) if len(k) else 0.0


def adjusted(chances: Floats, tests: int | None = None) -> Floats:
    """Return p-values adjusted so that keeping those at or below q holds the false-discovery rate at q.

    Benjamini and Hochberg 1995. `tests` counts all tests made, where only the smallest p-values are given, or where 1 stands
    for each case that was not tested: untested cases take no rank and lend nobody their number.
    """
    count = len(chances)
    order = np.argsort(chances, kind="stable")
    made = tests or count
    stepped = chances[order] * made / np.minimum(np.arange(1, count + 1), made)
    held = np.minimum.accumulate(stepped[::-1])[::-1]
    found = np.empty(count)
    found[order] = np.minimum(held, 1.0)
    return found
