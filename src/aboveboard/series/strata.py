"""What was to be expected of a row: the share of a trait among comparable rows of all *other* groups."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from aboveboard.series.chance import Floats
from aboveboard.series.compiled import loop

__all__ = ["expected_share"]

Ints = npt.NDArray[np.int64]

_PRIOR = 10.0
"""Rows of the whole world that a stratum is worth before it is counted: small strata lean on the whole."""
_LOUDER = 3.0


def expected_share(
    hit: np.ndarray,
    trial: np.ndarray,
    stratum: npt.NDArray[np.int32],
    offsets: Ints,
    weight: Floats,
    made: npt.NDArray[np.float32] | None = None,
) -> npt.NDArray[np.float32]:
    """Return for each row the weighted share of hits among the trials of its stratum, its own group left out.

    `hit` and `trial` are booleans, `stratum` small numbers from 0; `offsets` bound the groups, which are runs of
    rows. No group speaks louder in a stratum than three times the geometric mean of those present: a few groups full of
    planted rows must not make them usual. Rows that are no trial get 0. The result is float32, and written to `made` (zeros)
    where that is given.
    """
    strata, rows = int(stratum.max(initial=0)) + 1, len(hit)
    logs, present = np.zeros(strata), np.zeros(strata, np.int64)
    loop("loudness", rows)(trial, stratum, offsets, weight, np.zeros(strata), logs, present)
    loudest = _LOUDER * np.exp(logs / np.maximum(present, 1))
    sums, own, room = np.zeros((2, strata)), np.zeros((2, len(offsets) - 1)), np.zeros((2, strata))
    loop("total", rows)(hit, trial, stratum, offsets, weight, loudest, room, sums, own)
    made = np.zeros(rows, np.float32) if made is None else made
    loop("share", rows)(hit, trial, stratum, offsets, weight, loudest, _PRIOR, room, sums, own, own.sum(axis=1), made)
    return made
