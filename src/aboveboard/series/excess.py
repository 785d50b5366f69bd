"""Whose share is higher than a service's own: a beta-binomial test, false discoveries held down.

Accounts differ in style, so a binomial test would call every lively one an outlier. Shares are taken to scatter around the
usual one as a beta distribution does (Skellam 1948); Benjamini and Hochberg (1995) control what is found by chance. What is
usual is the mean of those who do not stand out from it themselves (forward trimming, as in Hadi 1992).
"""

from __future__ import annotations

import numpy as np
from scipy.special import betaln, gammaln

from aboveboard.series.chance import Floats, adjusted

__all__ = ["exceeding", "tail", "usual"]

_MOST, _OUTSTANDING, _LEFT, _ROUNDS = 0.95, 0.01, 0.5, 64
_PLACES = 1 << 32


def usual(hits: Floats, trials: Floats, assumed: float, faith: float, spread: float) -> float:
    """Return the usual share: the mean over accounts that do not stand out from it, held towards `assumed`.

    All are counted at first; those whose chance (`tail`) is below 1 % are left out, and so on until none is, but never
    more than the higher half. `hits` and `trials` (1 or more) belong to everybody, however few trials they had: with one
    or two nobody stands out, but most people have no more. `assumed` counts as much as `faith` accounts, and is the least
    that is returned; 0.95 is the most.
    """
    some, ran, _, many = _kinds(hits, trials)
    return _usual(some, ran, many, assumed, faith, spread)


def _usual(hits: Floats, trials: Floats, many: Floats, assumed: float, faith: float, spread: float) -> float:
    shares, kept = hits / np.maximum(trials, 1), np.ones(len(hits), bool)
    lowest = _lower_half(shares, many)
    share = assumed
    for _ in range(_ROUNDS):
        weight = many * kept
        mean = (weight @ shares + faith * assumed) / max(weight.sum() + faith, 1e-9)
        share = float(np.clip(mean, assumed, max(assumed, _MOST)))
        left = kept & (lowest | (_tails(hits, trials, share, spread) > _OUTSTANDING))
        if np.array_equal(left, kept):
            break
        kept = left
    return share


def _lower_half(shares: Floats, many: Floats) -> np.ndarray:
    """Return whether each kind of account is needed to make up the half of all with the lower shares."""
    order = np.argsort(shares, kind="stable")
    before = np.cumsum(many[order]) - many[order]
    lower = np.zeros(len(shares), bool)
    lower[order] = before < _LEFT * many.sum()
    return lower


def _kinds(hits: Floats, trials: Floats) -> tuple[Floats, Floats, np.ndarray, Floats]:
    """Return the different pairs of hits and trials, the pair of each account, and how many accounts have each."""
    key = trials.astype(np.int64) * _PLACES + hits.astype(np.int64)
    found, back, many = np.unique(key, return_inverse=True, return_counts=True)
    return (found % _PLACES).astype(float), (found // _PLACES).astype(float), back, many.astype(float)


def _tails(hits: Floats, trials: Floats, share: float, spread: float) -> Floats:
    return np.array([tail(int(k), int(n), share, spread) for k, n in zip(hits, trials, strict=True)], float)


def tail(hits: int, trials: int, share: float, spread: float) -> float:
    """Return the probability of `hits` or more in `trials` where shares scatter around `share`.

    `spread` in (0, 1) is the correlation of two trials of one account: 0 would be binomial.
    """
    strength = 1 / spread - 1
    a, b = share * strength, (1 - share) * strength
    k = np.arange(hits, trials + 1)
    ways = gammaln(trials + 1) - gammaln(k + 1) - gammaln(trials - k + 1)
    return float(min(1.0, np.exp(ways + betaln(k + a, trials - k + b) - betaln(a, b)).sum()))


def exceeding(
    hits: Floats, trials: Floats, assumed: float, faith: float, spread: float, fewest: int = 1
) -> tuple[Floats, float]:
    """Return each account's p-value adjusted for all that are tested, and the usual share they were tested against.

    Those with fewer than `fewest` trials say what is usual but are not tested: their p-value is 1.
    """
    some, ran, back, many = _kinds(hits, trials)
    share = _usual(some, ran, many, assumed, faith, spread)
    chances = _tails(some, ran, share, spread)[back]
    tested = trials >= fewest
    found = np.ones(len(hits))
    found[tested] = adjusted(chances[tested])
    return found, share
