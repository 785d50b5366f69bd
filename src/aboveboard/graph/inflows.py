"""Inflows of strangers to one account: bursts of people who answer it for the first time, against its own past."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.graph.bursts import bursts_of
from aboveboard.graph.follows import Follows, Longs

__all__ = ["Inflows", "inflows_of"]


class Inflows(NamedTuple):
    """One row a stranger of an inflow: which inflow, its target, who came, when, and how many its past lets expect."""

    which: Longs
    target: Longs
    member: Longs
    at: Longs
    expected: npt.NDArray[np.float64]


def inflows_of(answers: Follows, fewest: int, rate: float, longest: int) -> Inflows:
    """Return the bursts of at least `fewest` first answers within `longest` seconds, at the false-discovery `rate`.

    `answers` has the first answer of each account to each target. The scan statistic is that of `graph.bursts`.
    """
    found = bursts_of(answers, fewest, rate)
    brief = np.flatnonzero(found.last - found.first <= longest)
    sizes = np.diff(found.starts)
    rows = np.flatnonzero(np.isin(np.repeat(np.arange(len(sizes)), sizes), brief))
    which = np.repeat(np.arange(len(sizes)), sizes)[rows]
    total = np.diff(answers.starts)[found.target]
    length = np.maximum(found.last - found.first, 1)
    expected = (total - sizes) * length / np.maximum(answers.span - length, 1)
    return Inflows(
        which, found.target[which], found.member[rows].astype(np.int64), answers.at[found.edge[rows]], expected[which]
    )
