"""Pairs of sets of followers that share more accounts than their activity explains.

Method: candidates meet in bands of MinHash (Broder 1997) of one hash each, since a tenth of overlap must suffice. Their exact
overlap is held against the degree-corrected expectation of Chung and Lu (2002): two sets of a and b followers, drawn in
proportion to how many each account follows (d, D in all), share a b sum d(d - 1) / D². Poisson tails, Benjamini and Hochberg over the candidates.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.graph.chance import discoveries, log_tail
from aboveboard.graph.compiled import loop
from aboveboard.graph.follows import Ints, Longs

__all__ = ["Pairs", "pairs_of"]

_BANDS, _SEED, _FEWEST, _SHARE = 24, 7, 3, 0.1


class Pairs(NamedTuple):
    """Numbers of two sets, what they have in common, what was to be expected, and how closely the common members' times agree."""

    left: Ints
    right: Ints
    common: Ints
    expected: npt.NDArray[np.float64]
    abreast: npt.NDArray[np.float32]


def pairs_of(member: Ints, when: npt.NDArray[np.float32], starts: Longs, activity: Ints, rate: float) -> Pairs:
    """Return the pairs of sets that overlap beyond expectation at the false-discovery `rate`, by number."""
    accounts = len(activity)
    left, right = _candidates(member, starts, accounts)
    common, abreast = np.zeros(len(left), np.int32), np.zeros(len(left), np.float32)
    room = np.empty(accounts, np.int32)
    loop("overlaps", len(member) * 4)(member, when, starts, left, right, room, common, abreast)
    sizes, d = np.diff(starts).astype(np.float64), activity.astype(np.float64)
    per = float(d @ np.maximum(d - 1, 0)) / max(float(d.sum()), 1.0) ** 2
    expected = sizes[left] * sizes[right] * per
    beyond = discoveries(log_tail(common.astype(np.float64), expected), rate)
    kept = beyond & (common >= np.maximum(_FEWEST, _SHARE * np.minimum(sizes[left], sizes[right])))
    return Pairs(left[kept], right[kept], common[kept], expected[kept], abreast[kept])


def _candidates(member: Ints, starts: Longs, accounts: int) -> tuple[Ints, Ints]:
    sets = len(starts) - 1
    many = np.zeros(accounts, np.int32)
    loop("tally", len(member))(member, many)
    busy = many[member] > 1
    begin = np.concatenate([[0], np.cumsum(busy)])[starts]
    left, right = np.empty(sets * _BANDS, np.int32), np.empty(sets * _BANDS, np.int32)
    bands = (np.arange(_BANDS) * 64 + _SEED) * 0x85EBCA77
    made = loop("sketch", len(member) * _BANDS)(
        member[busy].astype(np.int64), begin, bands, np.empty(accounts, np.int32), left, right
    )
    pair = np.sort(left[:made].astype(np.int64) * sets + right[:made])
    pair = pair[np.diff(pair, prepend=-1) != 0]  # np.unique hashes whole numbers, at seven times the cost
    return (pair // max(sets, 1)).astype(np.int32), (pair % max(sets, 1)).astype(np.int32)
