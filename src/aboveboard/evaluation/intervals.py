"""A number with its 95 % interval."""

from __future__ import annotations

import math
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

from aboveboard.evaluation.measures import wilson

__all__ = ["Interval", "bounds", "interval"]


class Interval(TypedDict):
    """A value and the 95 % interval around it."""

    value: float
    low: float
    high: float


def bounds(again: NDArray[np.float64]) -> tuple[float, float] | None:
    """Return the 2.5th and 97.5th percentile of the resamples in which the number exists; None where it never does."""
    seen = again[~np.isnan(again)]
    if not seen.size:
        return None
    low, high = np.quantile(seen, (0.025, 0.975))
    return float(low), float(high)


def interval(value: float, again: NDArray[np.float64], trials: float | None = None) -> Interval | None:
    """Return `value` with its percentile interval; None where it is undefined.

    A share that no resample can move, such as 1 of 1, gets Wilson's interval over `trials` clusters where given.
    """
    found = bounds(again)
    if math.isnan(value) or found is None:
        return None
    low, high = wilson(value, trials) if trials and found[0] == found[1] else found
    return {"value": round(float(value), 6), "low": round(min(low, value), 6), "high": round(max(high, value), 6)}
