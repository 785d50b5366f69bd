"""What was to be expected of a row: the share of a trait among comparable rows of all *other* groups."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from aboveboard.series.chance import Floats

__all__ = ["expected_share"]

Ints = npt.NDArray[np.int64]

_PRIOR = 10.0
"""Rows of the whole world that a stratum is worth before it is counted: small strata lean on the whole."""
_SHELF = 250_000


def expected_share(hit: Floats, trial: Floats, stratum: Ints, offsets: Ints, weight: Floats) -> Floats:
    """Return for each row the weighted share of hits among the trials of its stratum, its own group left out.

    `hit` and `trial` are 0 or 1 or boolean, `stratum` small numbers from 0; `offsets` bound the groups, which are runs of
    rows. Rows that are no trial get 0. The result is float32.
    """
    strata = int(stratum.max(initial=0)) + 1
    hits, trials = (np.bincount(stratum, v * weight, strata) for v in (hit, trial))
    share = np.zeros(len(stratum), np.float32)
    for first, last in _shelves(offsets):
        rows = slice(int(offsets[first]), int(offsets[last]))
        cell = np.repeat(np.arange(last - first) * strata, np.diff(offsets[first : last + 1])) + stratum[rows]
        left = (_others(v[rows] * weight[rows], t, cell, last - first) for v, t in ((hit, hits), (trial, trials)))
        share[rows] = _share(*left).ravel()[cell] * trial[rows]
    return share


def _shelves(offsets: Ints) -> Iterator[tuple[int, int]]:
    """Yield runs of groups of about a quarter of a million rows, so that tables of group by stratum stay small."""
    edges = np.searchsorted(offsets, np.arange(0, offsets[-1], _SHELF))
    edges = np.unique(np.append(edges, len(offsets) - 1))
    yield from pairwise(edges.tolist())


def _others(values: Floats, total: Floats, cell: Ints, groups: int) -> Floats:
    own = np.bincount(cell, values, groups * len(total)).reshape(groups, len(total))
    return np.maximum(total - own, 0.0)


def _share(hits: Floats, trials: Floats) -> Floats:
    overall = (hits.sum(axis=1) + 1) / (trials.sum(axis=1) + 2)
    return np.clip((hits + _PRIOR * overall[:, None]) / (trials + _PRIOR), 0, 1)
