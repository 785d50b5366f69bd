"""What chance alone explains, and how much of what was found it may be."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln, pdtrc

__all__ = ["discoveries", "log_q", "log_tail"]

_TINY = 1e-290

Floats = npt.NDArray[np.float64]


def log_tail(seen: Floats, expected: Floats) -> Floats:
    """Return the log of the chance that a Poisson count of mean `expected` is `seen` or more; 0 where nothing was seen.

    Exact down to 1e-290; below it the first term times a geometric bound of the rest, which is never too small.
    """
    mean = np.maximum(expected, 1e-300)
    exact = np.where(seen >= 1, pdtrc(np.maximum(seen - 1, 0), mean), 1.0)
    told = np.log(np.maximum(exact, _TINY))
    tiny = ~(exact > _TINY)
    told[tiny] = _bound(np.broadcast_to(seen, exact.shape)[tiny], np.broadcast_to(mean, exact.shape)[tiny])
    return told


def _bound(seen: Floats, mean: Floats) -> Floats:
    first = seen * np.log(mean) - mean - gammaln(seen + 1)
    return np.minimum(first - np.log1p(-np.minimum(mean / (seen + 1), 1 - 1e-12)), 0.0)


def log_q(log_p: Floats, tests: int | None = None) -> Floats:
    """Return the log of each test's q-value: the least false-discovery rate at which it is a discovery (Benjamini and Hochberg 1995).

    `tests` says how many were made where only the smallest are given.
    """
    tests = len(log_p) if tests is None else tests
    order = np.argsort(log_p, kind="stable")
    raw = log_p[order] - np.log(np.arange(1, len(log_p) + 1)) + np.log(max(tests, 1))
    found = np.empty(len(log_p))
    found[order] = np.minimum(np.minimum.accumulate(raw[::-1])[::-1], 0.0)
    return found


def discoveries(log_p: Floats, rate: float, tests: int | None = None) -> npt.NDArray[np.bool_]:
    """Return which tests are discoveries at the false-discovery `rate`; `tests` as in `log_q`."""
    return log_q(log_p, tests) <= np.log(rate)
