"""What was to be expected of a row: the share of a trait among comparable rows of all *other* groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Cells:
    """What each group has in each stratum it has rows of: hits and trials by weight. `place` is the cell of each row."""

    group: npt.NDArray[np.int32]
    stratum: npt.NDArray[np.int32]
    hits: Floats
    trials: Floats
    place: npt.NDArray[np.int32]


def expected_share(hit: np.ndarray, trial: np.ndarray, stratum: Ints, offsets: Ints, weight: Floats) -> np.ndarray:
    """Return for each row the weighted share of hits among the trials of its stratum, its own group left out.

    `hit` and `trial` are booleans, `stratum` small numbers from 0; `offsets` bound the groups, which are runs of
    rows. No group speaks louder in a stratum than three times the geometric mean of those present: a few groups full of
    planted rows must not make them usual. Rows that are no trial get 0. The result is float32.
    """
    strata, groups = int(stratum.max(initial=0)) + 1, len(offsets) - 1
    cells = _joined([_counted(s, (hit, trial, stratum, weight), offsets, strata) for s in _shelves(offsets)])
    quiet = np.minimum(1.0, _loudest(cells, strata)[cells.stratum] / np.maximum(cells.trials, 1e-12))
    hits, trials = cells.hits * quiet, cells.trials * quiet
    others = [_others(cells.stratum, v, strata) for v in (hits, trials)]
    whole = [v.sum() - np.bincount(cells.group, v, groups) for v in (hits, trials)]
    overall = ((whole[0] + 1) / (whole[1] + 2))[cells.group]
    share = np.clip((others[0] + _PRIOR * overall) / (others[1] + _PRIOR), 0, 1).astype(np.float32)
    return share[cells.place] * trial


def _others(owner: np.ndarray, values: Floats, owners: int) -> Floats:
    """Return for each value the sum of the other values of its owner."""
    return np.maximum(np.bincount(owner, values, owners)[owner] - values, 0.0)


def _shelves(offsets: Ints) -> Iterator[tuple[int, int]]:
    """Yield runs of groups of about a quarter of a million rows, so that tables of group by stratum stay small."""
    edges = np.searchsorted(offsets, np.arange(0, offsets[-1], _SHELF))
    edges = np.unique(np.append(edges, len(offsets) - 1))
    yield from pairwise(edges.tolist())


def _counted(
    shelf: tuple[int, int], columns: tuple[np.ndarray, np.ndarray, Ints, Floats], offsets: Ints, strata: int
) -> _Cells:
    """Count the cells of one shelf that have rows; most of group by stratum is empty, and is passed over once."""
    first, last = shelf
    rows = slice(int(offsets[first]), int(offsets[last]))
    hit, trial, stratum, weight = columns[0][rows], columns[1][rows], columns[2][rows], columns[3][rows]
    wide = np.repeat(np.arange(last - first) * strata, np.diff(offsets[first : last + 1])) + stratum
    held = np.zeros((last - first) * strata, bool)
    held[wide] = True
    used = np.flatnonzero(held)
    short = np.empty(len(held), np.int32)
    short[used] = np.arange(len(used))
    place = short[wide]
    tried = trial * weight
    return _Cells(
        (used // strata + first).astype(np.int32), (used % strata).astype(np.int32),
        np.bincount(place, tried * hit, len(used)).astype(np.float64),
        np.bincount(place, tried, len(used)).astype(np.float64), place,
    )  # fmt: skip


def _joined(shelves: list[_Cells]) -> _Cells:
    start = 0
    for cells in shelves:
        cells.place[:] += start
        start += len(cells.group)
    small, exact = np.zeros(0, np.int32), np.zeros(0, np.float64)
    return _Cells(
        np.concatenate([small, *(c.group for c in shelves)]),
        np.concatenate([small, *(c.stratum for c in shelves)]),
        np.concatenate([exact, *(c.hits for c in shelves)]),
        np.concatenate([exact, *(c.trials for c in shelves)]),
        np.concatenate([small, *(c.place for c in shelves)]),
    )


def _loudest(cells: _Cells, strata: int) -> Floats:
    """Return three times the geometric mean of the groups' weights in each stratum."""
    some = cells.trials > 0
    present = np.bincount(cells.stratum[some], minlength=strata)
    logs = np.bincount(cells.stratum[some], np.log(cells.trials[some]), strata)
    return _LOUDER * np.exp(logs / np.maximum(present, 1))
