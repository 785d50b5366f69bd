"""Pairs of accounts that act on the same objects at the same time more often than their activity explains.

Two acts on one object meet where they lie within a window of time. All meetings are counted, then what was to be expected of each
pair: in each bin of time, the meetings there were, dealt out to accounts in proportion to what each did in that bin (the
degree-corrected expectation of Chung and Lu 2002, kept by time). So neither a busy account, nor a popular object, nor a busy hour
makes a pair remarkable. Poisson tails over several windows; Benjamini and Hochberg (1995) over all pairs that could have met.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.graph.acts import Acts, Ints, Longs, begins_of
from aboveboard.graph.chance import log_q, log_tail
from aboveboard.graph.compiled import loop

__all__ = ["REACH", "WINDOWS", "Met", "Tied", "meetings", "tied"]

WINDOWS = (10, 60, 600, 3600)
"""Seconds. Scripts act within seconds, people who are told to within minutes or an hour."""

REACH = 30
"""How many acts further on an object an act can meet: in a throng nobody is near anybody."""

_NEARLY = 0.9
"""The narrowest window is told that tells nearly as much as the one that tells most."""

_ROOM = 24_000_000
"""Meetings sorted at once: 192 MB."""

Floats = npt.NDArray[np.float64]


class Met(NamedTuple):
    """Pairs (`left` below `right`), how often they met within each window, and all meetings by window and bin."""

    left: Ints
    right: Ints
    counts: npt.NDArray[np.int32]
    meetings: npt.NDArray[np.int64]


class Tied(NamedTuple):
    """Pairs with how often they met within the window that tells most, what was to be expected, its log chance, and `sure` discoveries.

    `log_q` is the log of each pair's q-value. `per[w, b]` is how many meetings within window w two acts in bin b make likely.
    """

    left: Ints
    right: Ints
    seen: Ints
    expected: Floats
    log_p: Floats
    window: Ints
    sure: npt.NDArray[np.bool_]
    log_q: Floats
    per: Floats


def meetings(acts: Acts, windows: tuple[int, ...], reach: int, chosen: npt.NDArray[np.bool_], least: int) -> Met:
    """Return the pairs of `chosen` accounts that met `least` times or more. At most four windows, in seconds, rising."""
    wide, bins = np.array(windows, np.int64), int(acts.when.max(initial=0)) + 1
    seen, lower = np.zeros((len(windows), bins), np.int64), np.zeros(acts.accounts, np.int64)
    steps = len(acts.at) * min(reach, 8)
    loop("met", steps)(acts.account, acts.at, acts.when, acts.starts, wide, reach, chosen, seen, lower)
    made = [
        _gathered(acts, wide, reach, chosen, least, low, high, np.concatenate([[0], np.cumsum(lower[low:high])]))
        for low, high in _parts(lower)
    ]
    pair = np.concatenate([np.empty(0, np.int64), *(m[0] for m in made)])
    counts = np.concatenate([np.empty((0, len(windows)), np.int32), *(m[1] for m in made)])
    left, right = pair // max(acts.accounts, 1), pair % max(acts.accounts, 1)
    return Met(left.astype(np.int32), right.astype(np.int32), counts, seen)


def _parts(lower: Longs) -> list[tuple[int, int]]:
    """Cut the accounts so that no part writes more than fits the room; one account alone may."""
    part = np.cumsum(lower) // _ROOM
    cuts = [0, *(np.flatnonzero(np.diff(part)) + 1).tolist(), len(lower)]
    return [(a, b) for a, b in pairwise(cuts) if lower[a:b].any()]


def _gathered(
    acts: Acts,
    windows: Longs,
    reach: int,
    chosen: npt.NDArray[np.bool_],
    least: int,
    low: int,
    high: int,
    begins: Longs,
) -> tuple[Longs, npt.NDArray[np.int32]]:
    many = int(begins[-1])
    keys, room = np.empty(many, np.int64), begins[:-1].copy()
    steps = len(acts.at) * min(reach, 8)
    loop("meet", steps)(
        acts.account, acts.at, acts.starts, windows, reach, chosen, low, high, acts.accounts, room, keys
    )
    loop("settle", many)(keys, begins)
    pair, counts = np.empty(many // least, np.int64), np.empty((many // least, len(windows)), np.int32)
    made = loop("runs", many * 4)(keys, least, pair, counts)
    return pair[:made].copy(), counts[:made].copy()


def tied(acts: Acts, rate: float, least: int) -> Tied:
    """Return the pairs that met `least` times or more and beyond expectation (chance below 1/1000); `sure` at the false-discovery `rate`.

    `acts` must hold one act an account and object (`firsts`).
    """
    activity = np.bincount(acts.account, minlength=acts.accounts)
    chosen = activity >= least
    found = meetings(acts, WINDOWS, REACH, chosen, least)
    expected, per = _expected(acts, found)
    log_p = np.where(found.counts >= least, log_tail(found.counts.astype(np.float64), expected), 0.0)
    best = np.argmax(log_p <= _NEARLY * log_p.min(axis=1, keepdims=True), axis=1)
    row = np.arange(len(best))
    lowest = np.minimum(log_p[row, best] + np.log(len(WINDOWS)), 0.0)
    many = int(chosen.sum())
    log_fdr = log_q(lowest, many * (many - 1) // 2)
    kept = lowest < -np.log(1000.0)
    return Tied(
        found.left[kept], found.right[kept], found.counts[row, best][kept], expected[row, best][kept], lowest[kept],
        np.array(WINDOWS, np.int32)[best][kept], log_fdr[kept] <= np.log(rate), log_fdr[kept], per,
    )  # fmt: skip


def _expected(acts: Acts, found: Met) -> tuple[Floats, Floats]:
    bins = found.meetings.shape[1]
    own, count = np.unique(acts.account.astype(np.int64) * bins + acts.when, return_counts=True)
    begins = begins_of(own // bins, acts.accounts)
    whole = np.bincount(acts.when, minlength=bins).astype(np.float64)
    per = 2 * found.meetings / np.maximum(whole, 1) ** 2
    expected = np.zeros(found.counts.shape)
    steps = int((np.diff(begins)[found.left] + np.diff(begins)[found.right]).sum()) * len(per)
    loop("chance", steps)(
        found.left, found.right, begins, (own % bins).astype(np.int32), count.astype(np.float64), per, expected
    )
    return expected, per
