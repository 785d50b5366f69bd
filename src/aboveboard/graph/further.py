"""How rare a count is in this world: each further step is as much rarer as the first steps are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from aboveboard.graph.chance import Floats, discoveries

__all__ = ["by_chance"]

Longs = npt.NDArray[np.int64]


def by_chance(count: Longs, exposure: Longs, fewest: int, rate: float) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Return of each count how many reach it by chance, and whether it is a discovery at the false-discovery `rate`.

    Compared are those with a count of one or more that were exposed at least as much, to the power of two below. The step from one
    count to the next is read below `fewest` only, so that rings do not excuse themselves: the share of counts one to `fewest` - 2 that
    go on to the next (a geometric tail), with half a case more than was seen. Counts below `fewest` are no discovery.
    """
    share = np.ones(len(count))
    like = np.full(len(count), float((count > 0).sum()))
    grade = np.floor(np.log2(np.maximum(exposure, 1))).astype(np.int64)
    for step in np.unique(grade[count >= fewest]).tolist():
        here, body = grade == step, count[(grade >= step) & (count > 0)]
        like[here] = len(body)
        share[here] = _step(body[body < fewest], fewest) ** np.maximum(count[here] - 1, 0)
    some = count > 0
    sure = np.zeros(len(count), bool)
    with np.errstate(divide="ignore"):
        sure[some] = discoveries(np.log(share[some]), rate)
    return share * like, sure & (count >= fewest)


def _step(low: Longs, fewest: int) -> float:
    """Return the share that goes on. What chance makes falls from each count to the next: more threes than ones are a ring's."""
    falling = np.minimum.accumulate(np.bincount(low, minlength=fewest)[1:fewest])
    reach = np.cumsum(falling[::-1])[::-1]
    return float((reach[1:].sum() + 0.5) / (reach[:-1].sum() + 1))
