"""What a ring gained: the places of its objects among the others of their day, with its acts and without them."""

from __future__ import annotations

import numpy as np

from aboveboard.graph.acts import Acts, Longs

__all__ = ["Standings", "gained"]

_DAY, _BITS = 86_400, 31


class Standings:
    """The objects from number `low` up to `high` (those of one verb) by the day of their first act and by how many acted on them."""

    def __init__(self, acts: Acts, low: int, high: int) -> None:
        begins = acts.starts[low : high + 1]
        self.low = low
        self.many = np.diff(begins)
        self.day = acts.at[np.minimum(begins[:-1], max(len(acts.at) - 1, 0))] // _DAY
        self._order = np.sort(self.day << _BITS | self.many)

    def above(self, thing: Longs, many: Longs) -> Longs:
        """Count the objects of the day of each `thing` on which more than `many` acted."""
        day = self.day[thing - self.low]
        last = np.searchsorted(self._order, (day + 1) << _BITS, side="left")
        return last - np.searchsorted(self._order, day << _BITS | many, side="right")


def gained(standings: Standings, things: Longs, own: Longs) -> tuple[int, int]:
    """Return the median place of the `things` in their day, as they stand and without the ring's `own` acts on each."""
    many = standings.many[things - standings.low]
    stands = standings.above(things, many)
    without = standings.above(things, many - own) - (own > 0)
    return int(np.median(stands)) + 1, int(np.median(without)) + 1
