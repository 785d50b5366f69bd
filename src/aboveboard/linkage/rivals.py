"""Rivals for one place: of many candidates for the return of one account, few can be right.

Each pair's odds are weighed against those of its rivals on both sides. How often an account truly matches twice is learned
(`twice`): 1 is as often as if matches knew nothing of each other, 0 is never.
"""

from __future__ import annotations

import numpy as np

from aboveboard.linkage.candidates import Ints
from aboveboard.linkage.learning import counted
from aboveboard.linkage.weights import Floats

__all__ = ["settled"]

_ROUNDS, _STRENGTH = 20, 20.0


def settled(odds: Floats, left: Ints, right: Ints, sides: tuple[int, int]) -> Floats:
    """Return the probability of each pair, its rivals on both sides considered. `odds` are those of the pair alone.

    `left` and `right` are row numbers, `sides` how many rows there are.
    """
    found = odds * _beside(odds, left, sides[0]) * _beside(odds, right, sides[1])
    return found / (1.0 + found)


def _beside(odds: Floats, side: Ints, size: int) -> Floats:
    """Return how much a pair's odds keep beside those of the others that want the same record."""
    one = counted(side, odds, size)
    two = np.maximum(one**2 - counted(side, odds**2, size), 0.0) / 2
    twice = _twice(one, two)
    rest = np.maximum(one[side] - odds, 0.0)
    pairs = np.maximum(two[side] - odds * rest, 0.0)
    return (1.0 + twice * rest) / (1.0 + rest + twice * pairs)


def _twice(one: Floats, two: Floats) -> float:
    """Learn how often a record has two matches, as a share of what independence expects."""
    twice = 1.0
    for _ in range(_ROUNDS):
        whole = 1.0 + one + twice * two
        single, double = (one / whole).sum(), (twice * two / whole).sum()
        expected = single**2 / (2 * max(len(one) - single - double, 1.0))
        twice = float(min((double + _STRENGTH) / (expected + _STRENGTH), 1.0))
    return twice
