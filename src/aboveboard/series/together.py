"""What came to many accounts at once: a migration, a holiday, a service that grows is no one's doing."""

from __future__ import annotations

import numpy as np

from aboveboard.series.chance import Floats
from aboveboard.series.strata import Ints

__all__ = ["together"]

_BANDS = 3
_FEWEST = 20
_SURE = 3.0
_SLIGHT = 0.2


def together(gained: Floats, usual: Floats, when: Ints) -> Floats:
    """Return by how many times the usual gain similar accounts gained in each row's period, 1 or above.

    Similar are those of one period and one third of it by usual gain, twenty at least. Their median rise counts where it
    stands three standard errors above none; a purchase by a third of them does not move it. Nobody is lifted quite like
    the others, so three times their spread in that very period is granted too: what the event adds and how much they
    differ in any period. Spreads are measured below the median, on a scale of logarithms: what was bought lies above.
    """
    rise = np.log((gained + 1) / (usual + 1))
    group = _alike(usual, when)
    size = np.bincount(group)
    order = np.lexsort((rise, group))
    start = np.cumsum(size) - size
    middle, low = (rise[order][start + ((size - 1) * share).astype(np.int64)] for share in (0.5, 0.16))
    width = middle - low
    enough = size >= _FEWEST
    sure = enough & (middle > np.maximum(_SLIGHT, _SURE * 1.25 * width / np.sqrt(size)))
    return np.where(sure, np.exp(middle + _SURE * width), 1.0)[group]


def _alike(usual: Floats, when: Ints) -> Ints:
    """Return a number from 0 for the group of each row: thirds of a period by usual gain, or whole periods where thirds are small."""
    _, period = np.unique(when, return_inverse=True)
    size = np.bincount(period)
    order = np.lexsort((usual, period))
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order)) - np.repeat(np.cumsum(size) - size, size)
    third = np.where(size >= _BANDS * _FEWEST, _BANDS, 1)[period] * place // size[period]
    return np.unique(_BANDS * period + third, return_inverse=True)[1]
