"""What people do with the same targets: the own rate of a crew's targets among all others who follow several of them.

A community follows the same accounts too, and its members take them up in sprees. But it was there before and is there after:
others who follow as many of these targets came at other times. A crew that was sent came, and nobody else.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from aboveboard.graph.bursts import Bursts
from aboveboard.graph.cores import Crew
from aboveboard.graph.follows import Follows, Longs, spread

__all__ = ["Outsiders", "outsiders_of"]

_ALIKE, _FEWEST, _SEEN = 0.4, 2, 0.25


class Outsiders(NamedTuple):
    """How many others follow several of the targets, and how many follows such people make in windows as long as the crew's."""

    accounts: int
    expected: float


def outsiders_of(follows: Follows, bursts: Bursts, crew: Crew) -> Outsiders:
    """Count the others with two fifths of the typical member's targets, and their follows just before, just after, and overall.

    Expected is the largest of the three, scaled to the length of the crew's windows: interests come and go.
    """
    targets = np.unique(bursts.target[crew.sets])
    rows, which = spread(follows.starts, targets)
    account, who, count = np.unique(follows.follower[rows], return_inverse=True, return_counts=True)
    several = count >= max(_FEWEST, int(np.ceil(_ALIKE * np.median(crew.counts))))
    several[np.searchsorted(account, crew.members)] = False
    other = several[who]
    span = int(follows.at.max()) + 1
    key = np.sort(targets[which[other]] * span + follows.at[rows[other]])
    return Outsiders(int(several.sum()), _expected(key, span, bursts, crew.sets))


def _expected(key: Longs, span: int, bursts: Bursts, sets: Longs) -> float:
    target, first, past = bursts.target[sets], bursts.first[sets], bursts.last[sets] + 1
    length = past - first

    def between(low: Longs, high: Longs) -> tuple[int, float]:
        low, high = np.clip(low, 0, span), np.clip(high, 0, span)
        seen = np.searchsorted(key, target * span + high) - np.searchsorted(key, target * span + low)
        return int(seen.sum()), float((high - low).sum())

    inside, whole = between(first, past), float(length.sum())
    spans = [between(first - length, first), between(past, past + length)]
    rates = [many * whole / room for many, room in spans if room > _SEEN * whole]
    overall = (len(key) - inside[0]) * whole / max(float(span) * len(sets) - whole, 1.0)
    return max([overall, *rates])
