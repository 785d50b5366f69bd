"""How unlikely an excess is: exact bounds for counts, Fisher's combination, control of false discoveries."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.special import gammaincc, gammaln, xlogy

__all__ = ["Floats", "adjusted", "combined", "rarity", "spread", "surprise", "surprise_of_count"]

Floats = npt.NDArray[np.float64]

_SMALLEST = 1e-300
_WITNESSES = 50
_LEAST_VARIANCE = 0.5


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


def spread(seen: Floats, expected: Floats, variance: Floats) -> float:
    """Return how much more the counts vary than chance would have them, 1 or above.

    Measured robustly, as half the distance of the quantiles at 16 % and 84 % of the standardised residuals, squared: a
    minority of planted cases does not move it. With fewer than fifty counts nothing can be said and 1 is returned.
    """
    known = variance > _LEAST_VARIANCE
    if known.sum() < _WITNESSES:
        return 1.0
    residual = (seen[known] - expected[known]) / np.sqrt(variance[known])
    low, high = np.quantile(residual, [0.16, 0.84])
    return float(max(1.0, ((high - low) / 2) ** 2))


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
