"""Whose share is higher than a service's own: a beta-binomial test, false discoveries held down.

Accounts differ in style, so a binomial test would call every lively one an outlier. Shares are taken to scatter around the
usual one as a beta distribution does (Skellam 1948); Benjamini and Hochberg (1995) control what is found by chance.
"""

from __future__ import annotations

import numpy as np
from scipy.special import betaln, gammaln

from aboveboard.series.chance import Floats, adjusted

__all__ = ["exceeding", "tail", "usual"]

_TRIMMED, _MOST = 0.75, 0.95


def usual(hits: Floats, trials: Floats, assumed: float, faith: float) -> float:
    """Return the usual share: the mean over accounts, the quarter with the highest left out, held towards `assumed`.

    `assumed` counts as much as `faith` accounts, and is the least that is returned; 0.95 is the most.
    """
    shares = np.sort(hits / np.maximum(trials, 1))
    kept = shares[: int(np.ceil(len(shares) * _TRIMMED))]
    return float(np.clip((kept.sum() + faith * assumed) / (len(kept) + faith), assumed, max(assumed, _MOST)))


def tail(hits: int, trials: int, share: float, spread: float) -> float:
    """Return the probability of `hits` or more in `trials` where shares scatter around `share`.

    `spread` in (0, 1) is the correlation of two trials of one account: 0 would be binomial.
    """
    strength = 1 / spread - 1
    a, b = share * strength, (1 - share) * strength
    k = np.arange(hits, trials + 1)
    ways = gammaln(trials + 1) - gammaln(k + 1) - gammaln(trials - k + 1)
    return float(min(1.0, np.exp(ways + betaln(k + a, trials - k + b) - betaln(a, b)).sum()))


def exceeding(hits: Floats, trials: Floats, assumed: float, faith: float, spread: float) -> tuple[Floats, float]:
    """Return each account's p-value adjusted for all of them, and the usual share it was tested against."""
    share = usual(hits, trials, assumed, faith)
    pairs, back = np.unique(np.stack([hits, trials], axis=1).astype(np.int64), axis=0, return_inverse=True)
    chances = np.array([tail(int(k), int(n), share, spread) for k, n in pairs])
    return adjusted(chances[back.ravel()]) if len(pairs) else np.zeros(0), share
