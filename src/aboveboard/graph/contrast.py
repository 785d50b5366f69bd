"""A ring against chance and against others: how often its members met, what chance makes of them, and what accounts as busy do.

Pictures of a ring need few numbers of few accounts, so nothing here looks at more than the acts of those it is asked about.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.special import pdtr

from aboveboard.graph.acts import Acts, Ints, Longs

__all__ = ["Fellows", "alike", "asked", "fellows_of", "likely_among", "likely_spread", "met_among", "spread_of"]

Floats = npt.NDArray[np.float64]

_SCRAMBLE = 2_654_435_761


class Fellows(NamedTuple):
    """Some `accounts`, in order, and their acts: `act` by number in the order of objects and times, `who` did each (a place in `accounts`)."""

    accounts: Ints
    act: Longs
    who: Longs


def asked(activity: Longs, taken: npt.NDArray[np.bool_]) -> Longs:
    """Return the active accounts that are not `taken`, the least active first.

    Those equally active are in the order of a fixed scramble of their numbers, so that the oldest are not always asked.
    """
    free = np.flatnonzero(~taken & (activity > 0))
    return free[np.lexsort((free * _SCRAMBLE % 2**32, activity[free]))]


def alike(activity: Longs, members: Ints, free: Longs) -> Ints:
    """Return, in order, for each member another account about as active among the `free` (of `asked`): fewer where there are not enough."""
    many = min(len(members), len(free))
    wanted = np.sort(activity[members])[len(members) - many :]
    step = np.arange(many)
    place = np.maximum.accumulate(np.searchsorted(activity[free], wanted) - step)
    return np.sort(free[np.minimum(place, len(free) - many) + step]).astype(np.int32)


def fellows_of(acts: Acts, accounts: Ints, among: Longs) -> Fellows:
    """Gather the acts of `accounts` (in order) from those numbered `among`."""
    own = among[np.isin(acts.account[among], accounts)]
    return Fellows(accounts, own, np.searchsorted(accounts, acts.account[own]))


def met_among(acts: Acts, fellows: Fellows, window: int, reach: int) -> Ints:
    """Return how often each two of them met, as a symmetric matrix: on one object, `window` seconds and `reach` acts apart at most."""
    thing = np.searchsorted(acts.starts, fellows.act, side="right")
    at, many = acts.at[fellows.act], len(fellows.accounts)
    met = np.zeros((many, many), np.int32)
    for lag in range(1, min(reach, len(thing) - 1) + 1):
        near = (thing[lag:] == thing[:-lag]) & (at[lag:] - at[:-lag] <= window)
        near &= fellows.act[lag:] - fellows.act[:-lag] <= reach
        if not near.any():
            break
        np.add.at(met, (fellows.who[:-lag][near], fellows.who[lag:][near]), 1)
    np.fill_diagonal(met, 0)
    return met + met.T


def likely_among(acts: Acts, fellows: Fellows, per: Floats) -> Floats:
    """Return how often each two were likely to meet, as a symmetric matrix; `per[b]` is what two acts in bin b make likely."""
    when, many = acts.when[fellows.act], len(fellows.accounts)
    done = csr_array((np.ones(len(when)), (fellows.who, when)), shape=(many, len(per)))
    likely = ((done * per) @ done.T).toarray()
    np.fill_diagonal(likely, 0.0)
    return likely


def spread_of(met: Ints, most: int) -> Longs:
    """Return how many pairs met 0, 1, … times; the last, `most`, counts those who met more often too."""
    pairs = met[np.triu_indices(len(met), 1)]
    return np.bincount(np.minimum(pairs, most), minlength=most + 1)


def likely_spread(likely: Floats, most: int) -> Floats:
    """Return how many pairs chance makes meet 0, 1, … times (Poisson), as `spread_of` counts them."""
    mean = likely[np.triu_indices(len(likely), 1)]
    below = np.array([pdtr(k, mean).sum() for k in range(most)])
    return np.diff(np.concatenate([[0.0], below, [float(len(mean))]]))
