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
_LOUDER = 3.0


def expected_share(hit: np.ndarray, trial: np.ndarray, stratum: Ints, offsets: Ints, weight: Floats) -> np.ndarray:
    """Return for each row the weighted share of hits among the trials of its stratum, its own group left out.

    `hit` and `trial` are booleans, `stratum` small numbers from 0; `offsets` bound the groups, which are runs of
    rows. No group speaks louder in a stratum than three times the geometric mean of those present: a few groups full of
    planted rows must not make them usual. Rows that are no trial get 0. The result is float32.
    """
    strata = int(stratum.max(initial=0)) + 1
    shelves = list(_shelves(offsets))
    loudest = _loudest(trial, stratum, offsets, weight, strata)
    total = np.zeros((2, strata))
    for shelf in shelves:
        total += _voices(shelf, (hit, trial, stratum, weight), offsets, loudest)[0].sum(axis=1)
    share = np.zeros(len(stratum), np.float32)
    for shelf in shelves:
        own, cell, rows = _voices(shelf, (hit, trial, stratum, weight), offsets, loudest)
        share[rows] = _share(*np.maximum(total[:, None, :] - own, 0.0)).ravel()[cell] * trial[rows]
    return share


def _shelves(offsets: Ints) -> Iterator[tuple[int, int]]:
    """Yield runs of groups of about a quarter of a million rows, so that tables of group by stratum stay small."""
    edges = np.searchsorted(offsets, np.arange(0, offsets[-1], _SHELF))
    edges = np.unique(np.append(edges, len(offsets) - 1))
    yield from pairwise(edges.tolist())


def _cells(shelf: tuple[int, int], stratum: Ints, offsets: Ints, strata: int) -> tuple[Ints, slice]:
    """Return for each row of a shelf the cell of its group and stratum, and which rows those are."""
    first, last = shelf
    rows = slice(int(offsets[first]), int(offsets[last]))
    return np.repeat(np.arange(last - first) * strata, np.diff(offsets[first : last + 1])) + stratum[rows], rows


def _loudest(trial: np.ndarray, stratum: Ints, offsets: Ints, weight: Floats, strata: int) -> Floats:
    """Return three times the geometric mean of the groups' weights in each stratum."""
    logs, present = np.zeros(strata), np.zeros(strata)
    for shelf in _shelves(offsets):
        cell, rows = _cells(shelf, stratum, offsets, strata)
        held = np.bincount(cell, trial[rows] * weight[rows], (shelf[1] - shelf[0]) * strata).reshape(-1, strata)
        present += (held > 0).sum(axis=0)
        logs += np.log(np.where(held > 0, held, 1.0)).sum(axis=0)
    return _LOUDER * np.exp(logs / np.maximum(present, 1))


def _voices(
    shelf: tuple[int, int], columns: tuple[np.ndarray, np.ndarray, Ints, Floats], offsets: Ints, loudest: Floats
) -> tuple[np.ndarray, Ints, slice]:
    """Return hits and trials by group and stratum, no group louder than allowed; the cell of each row; and the rows."""
    hit, trial, stratum, weight = columns
    strata = len(loudest)
    cell, rows = _cells(shelf, stratum, offsets, strata)
    groups = shelf[1] - shelf[0]
    own = np.stack(
        [
            np.bincount(cell, v[rows] * weight[rows], groups * strata).reshape(groups, strata)
            for v in (hit & trial, trial)
        ]
    )
    return own * np.minimum(1.0, loudest / np.maximum(own[1], 1e-12)), cell, rows


def _share(hits: Floats, trials: Floats) -> Floats:
    overall = (hits.sum(axis=1) + 1) / (trials.sum(axis=1) + 2)
    return np.clip((hits + _PRIOR * overall[:, None]) / (trials + _PRIOR), 0, 1)
