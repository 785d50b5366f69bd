"""Hours of the day before and after a moment: how much they changed, in days, and the hours that hold most of a day.

A person's day is the unit, since hours of one day go together. Each day spreads one unit of weight over the hours at which something was
done, smoothed by an hour to either side around the clock. What is compared is the squared distance of the mean days before and after,
without the bias that few days bring: the maximum mean discrepancy of Gretton and others (2012, eq. 3), with the linear kernel of these days.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Contrast", "as_far", "contrast", "fullest"]

_HOURS, _WIDE = 24, 6
_NEAR = (0.25, 0.5, 0.25)

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Contrast:
    """One row an owner: days before and after, the mean day on either side (owners, 24), and the unbiased squared distance of the two."""

    before: Longs
    after: Longs
    usual: Floats
    since: Floats
    distance: Floats


def contrast(owner: Longs, day: Longs, hour: Longs, late: npt.NDArray[np.bool_], owners: int) -> Contrast:
    """Compare each owner's days before with those after; rows are hours of a day at which the owner did something, in any order.

    `owner` and `day` count from 0, `hour` from 0 to 23. The distance is 0 where a side has fewer than two days. Equal rows count once.
    """
    side = owner * 2 + late
    held, row = np.unique(side << 32 | day, return_inverse=True)
    of = held >> 32
    days = np.zeros((len(held), _HOURS))
    days[row, hour] = 1
    days /= np.maximum(days.sum(1, keepdims=True), 1)
    days = sum(w * np.roll(days, turn - 1, 1) for turn, w in enumerate(_NEAR))
    many = np.bincount(of, minlength=2 * owners).reshape(owners, 2)
    total = np.zeros((2 * owners, _HOURS))
    np.add.at(total, of, days)
    total = total.reshape(owners, 2, _HOURS)
    squares = np.bincount(of, (days**2).sum(1), 2 * owners).reshape(owners, 2)
    count = np.maximum(many, 1)
    within = ((total**2).sum(2) - squares) / np.maximum(many * (many - 1), 1)
    between = (total[:, 0] * total[:, 1]).sum(1) / count.prod(1)
    distance = np.where((many > 1).all(1), within.sum(1) - 2 * between, 0.0)
    mean = total / count[:, :, None]
    return Contrast(many[:, 0], many[:, 1], mean[:, 0], mean[:, 1], distance)


def as_far(distance: Floats, stratum: Longs, peer: npt.NDArray[np.bool_]) -> tuple[Longs, Longs]:
    """Return, of each row, how many `peer` rows of its stratum lie as far or farther, and how many peers that stratum has."""
    far, peers = np.zeros(len(distance), np.int64), np.zeros(len(distance), np.int64)
    for number in np.unique(stratum).tolist():
        here = stratum == number
        held = np.sort(distance[here & peer])
        peers[here] = len(held)
        far[here] = len(held) - np.searchsorted(held, distance[here] - 1e-12)
    return far, peers


def fullest(day: Floats) -> tuple[Longs, Longs]:
    """Return the first hour of the six that hold most of each mean day (rows, 24), and the hundredths of the day that they hold."""
    around = np.concatenate([day, day[:, : _WIDE - 1]], 1)
    sums = np.cumsum(np.concatenate([np.zeros((len(day), 1)), around], 1), 1)
    held = np.round(sums[:, _WIDE:] - sums[:, :-_WIDE], 9)
    first = held.argmax(1)
    return first, np.round(100 * held[np.arange(len(day)), first]).astype(np.int64)
