"""How rare a count is in this world: each further step is as much rarer as the first steps are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from aboveboard.graph.chance import Floats, discoveries

__all__ = ["by_chance"]

Longs = npt.NDArray[np.int64]


def by_chance(count: Longs, exposure: Longs, fewest: int, rate: float) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Return of each count how many reach it by chance, and whether it is a discovery at the false-discovery `rate`.

    Compared are those that were exposed at least as much, to the power of two below. What chance does is read from counts below `fewest`
    only, so that rings do not excuse themselves: the share that has one, and of counts one to `fewest` - 2 the share that goes on to the
    next (a geometric tail), each with half a case more than was seen. Counts below `fewest` are no discovery, and
    who was exposed less often than that is not tested.
    """
    share, like = np.ones(len(count)), np.full(len(count), float(len(count)))
    grade = np.floor(np.log2(np.maximum(exposure, 1))).astype(np.int64)
    for step in np.unique(grade[count >= fewest]).tolist():
        here, body = (grade == step) & (count > 0), count[grade >= step]
        like[here] = len(body)
        one, on = _steps(body[body < fewest], fewest)
        share[here] = (one + 0.5) / (len(body) + 1) * on ** (count[here] - 1)
    able = exposure >= fewest
    sure = np.zeros(len(count), bool)
    sure[able] = discoveries(np.log(share[able]), rate)
    return share * like, sure & (count >= fewest)


def _steps(low: Longs, fewest: int) -> tuple[float, float]:
    """Return how many have one, and the share that goes on. What chance makes falls from count to count: more threes than ones are a ring's."""
    falling = np.minimum.accumulate(np.bincount(low, minlength=fewest)[1:fewest])
    reach = np.cumsum(falling[::-1])[::-1]
    return float(reach[0]), float((reach[1:].sum() + 0.5) / (reach[:-1].sum() + 1))
