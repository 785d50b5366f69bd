"""Quality of scored claims from counts: every function takes many weightings at once, one a row.

`hits` and `misses` are arrays of shape (resamples, levels): how many subjects that are in breach, and how many that are
not, hold each distinct score; levels ascend. A resample without what a measure needs yields NaN.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["average_precision", "calibration_error", "curve", "f1", "ratio", "reliability", "roc_auc", "wilson"]

Floats = NDArray[np.float64]
BINS = 10


def ratio(part: Floats, whole: Floats) -> Floats:
    """Return `part / whole`, NaN where `whole` is zero."""
    out = np.full(np.broadcast(part, whole).shape, np.nan)
    return np.divide(part, whole, out=out, where=whole > 0)


def f1(true: Floats, false: Floats, missed: Floats) -> Floats:
    """Return the harmonic mean of precision and recall."""
    return ratio(2 * true, 2 * true + false + missed)


def average_precision(hits: Floats, misses: Floats) -> Floats:
    """Return the sum over thresholds of precision times the recall it adds; equal scores enter together.

    Source: Manning, Raghavan, Schütze, Introduction to Information Retrieval, 2008, section 8.4, without interpolation.
    """
    true = np.cumsum(hits[:, ::-1], axis=1)
    claimed = true + np.cumsum(misses[:, ::-1], axis=1)
    precision = np.nan_to_num(ratio(true, claimed))
    return ratio((hits[:, ::-1] * precision).sum(axis=1), hits.sum(axis=1))


def roc_auc(hits: Floats, misses: Floats) -> Floats:
    """Return the chance that a subject in breach scores above one that is not; a tie counts half.

    Source: Hanley and McNeil, Radiology 143 (1982): the area equals the Mann-Whitney statistic over all pairs.
    """
    below = np.cumsum(misses, axis=1) - misses
    won = (hits * (below + misses / 2)).sum(axis=1)
    return ratio(won, hits.sum(axis=1) * misses.sum(axis=1))


def reliability(hits: Floats, misses: Floats, levels: Floats) -> tuple[Floats, Floats, Floats]:
    """Return (subjects, sum of scores, subjects in breach) for each of ten equal bins of the score, a row a resample."""
    bin_of = np.minimum((levels * BINS).astype(np.int64), BINS - 1)
    one_hot = (bin_of[:, None] == np.arange(BINS)).astype(np.float64)
    count = hits + misses
    return count @ one_hot, (count * levels) @ one_hot, hits @ one_hot


def calibration_error(hits: Floats, misses: Floats, levels: Floats) -> Floats:
    """Return the mean distance between score and frequency, weighted by subjects.

    Source: Naeini, Cooper, Hauskrecht, AAAI 2015: expected calibration error over ten equal bins.
    """
    count, scores, breaches = reliability(hits, misses, levels)
    return ratio(np.abs(scores - breaches).sum(axis=1), count.sum(axis=1))


def curve(hits: Floats, misses: Floats, levels: Floats) -> tuple[Floats, Floats, Floats]:
    """Return (recall, precision, threshold) at every distinct score above zero, strictest first, of the first row."""
    true = np.cumsum(hits[0, ::-1])
    claimed = true + np.cumsum(misses[0, ::-1])
    used = (levels[::-1] > 0) & (claimed > 0)
    return ratio(true, hits[:1].sum(axis=1))[used], ratio(true, claimed)[used], levels[::-1][used]


def wilson(share: float, n: float) -> tuple[float, float]:
    """Return the 95 % interval of a share seen in `n` independent trials.

    Source: Wilson, Journal of the American Statistical Association 22 (1927).
    """
    z = 1.959964
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return max(0.0, float(middle - half)), min(1.0, float(middle + half))
