"""Fellegi–Sunter weights in bits, learned without labels.

After Fellegi and Sunter, "A Theory for Record Linkage" (JASA 1969), with term frequencies and EM after Winkler, "Using the
EM Algorithm for Weight Computation" (Census Bureau 2000). A pair is a row; a field of a pair agrees at a level. `m` is how
often a level occurs when both records are one person's, `u` how often when they are not. Two departures: `u` is given for
each pair, because it is counted exactly (a name borne by 40 of a million accounts agrees by chance in 40 of a million
pairs), and the prior speaks of all pairs, not of the candidates, so that a tighter search changes no weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["UNKNOWN", "Field", "Floats", "Levels", "learn", "probability", "weigh"]

Floats = npt.NDArray[np.float64]
Levels = npt.NDArray[np.int8]

UNKNOWN: Final = -1
"""The level of a field that one of the two records does not have: it weighs nothing."""

_SMALLEST: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Field:
    """One field that can agree. `m` is the share of true pairs at each level before anything is learned, level 0 first.

    `least` and `most` bound what the field may weigh, in bits: framing one field must not decide a pair.
    """

    name: str
    m: tuple[float, ...]
    least: float = -4.0
    most: float = 20.0


def weigh(levels: Levels, u: Floats, fields: Sequence[Field], m: Sequence[Floats]) -> Floats:
    """Return log2(m / u) for each pair and field, bounded by the field; 0 where the level is `UNKNOWN`.

    `levels` and `u` have one row a pair and one column a field; `m` holds one array of shares a field.
    """
    bits = np.zeros(levels.shape)
    for number, field in enumerate(fields):
        level = levels[:, number]
        known = level != UNKNOWN
        share = np.maximum(m[number][level[known]], _SMALLEST)
        ratio = np.log2(share / np.maximum(u[known, number], _SMALLEST))
        bits[known, number] = np.clip(ratio, field.least, field.most)
    return bits


def probability(bits: Floats) -> Floats:
    """Return the probability that `bits`, prior included, stand for: odds of 2 to that power. Strictly monotone."""
    return 1.0 / (1.0 + np.exp2(-np.clip(bits, -60.0, 60.0)))


def learn(
    levels: Levels, u: Floats, fields: Sequence[Field], prior: float, *, strength: float = 200.0, rounds: int = 12
) -> list[Floats]:
    """Return `m` for each field, learned by expectation and maximisation from pairs nobody labelled.

    `prior` is in bits. Each field's own `m` counts as `strength` pairs already seen, so a small world keeps it and a
    large one overrides it. Rows must come in a fixed order where results must be the same to the last digit.
    """
    started = [np.array(field.m) for field in fields]
    m = started
    for _ in range(rounds):
        belief = probability(prior + weigh(levels, u, fields, m).sum(axis=1))
        m = [_shares(levels[:, n], belief, old, strength) for n, old in enumerate(started)]
    return m


def _shares(level: Levels, belief: Floats, prior: Floats, strength: float) -> Floats:
    """Return the share of each level among true pairs, the prior's own counted in."""
    known = level != UNKNOWN
    counts = strength * prior + np.bincount(level[known], weights=belief[known], minlength=len(prior))
    return counts / counts.sum()
