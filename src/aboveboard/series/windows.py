"""Windows of many lengths over many sequences at once, and the best of each sequence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from aboveboard.ordered import distinct
from aboveboard.series.chance import Floats, clumped, combined, surprise, widened
from aboveboard.series.compiled import few, loop
from aboveboard.series.strata import Ints

__all__ = ["SHORTEST", "Best", "Counts", "best_windows", "clumping_of", "promising", "rows_of"]

SHORTEST = 8
"""Rows of the shortest window: fewer never make a batch."""

_FINER = np.arange(-8, 9)
_PARTS = (8, 16, 32)
_FLOOR = 1 / 3
_WORTH_REFINING = 0.1
_SHOWING = 16
"""Rows of the shortest window that shows how clumpy a trait is: in fewer, whole numbers hide it."""
_SAMPLE = 20_000
_WITNESSES = 50
_SLACK = 1e-6


_Lines = Sequence[np.ndarray] | np.ndarray
"""Rows, a line a trait."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Running sums of traits over rows sorted by sequence: one array of rows + 1 sums a trait."""

    hits: tuple[np.ndarray, ...]
    trials: tuple[np.ndarray, ...]
    expected: tuple[Floats, ...]

    @classmethod
    def of(cls, hits: _Lines, trials: _Lines, expected: _Lines) -> Counts:
        """Sum up rows: `hits` and `trials` are booleans, `expected` the share to be expected of each row."""

        def summed(columns: _Lines, kind: type) -> tuple[np.ndarray, ...]:
            made = [np.zeros(len(c) + 1, kind) for c in columns]
            for sums, column in zip(made, columns, strict=True):
                np.cumsum(column, dtype=kind, out=sums[1:])
            return tuple(made)

        return cls(summed(hits, np.int32), summed(trials, np.int32), summed(expected, np.float64))

    def within(self, trait: int, start: Ints, stop: Ints) -> tuple[Floats, Floats, Floats]:
        """Return hits, trials and expected hits of a trait in each window."""
        hits, trials, expected = self.hits[trait], self.trials[trait], self.expected[trait]
        return (hits[stop] - hits[start]) * 1.0, (trials[stop] - trials[start]) * 1.0, expected[stop] - expected[start]

    def measured(self, trait: int, first: Ints, last: Ints, start: Ints, stop: Ints) -> tuple[Floats, Floats, Floats]:
        """Return hits, trials and expected hits, the latter raised where the rest of the sequence has more than the world.

        `first` and `last` bound the sequence that each window lies in.
        """
        hits, trials, expected = self.within(trait, start, stop)
        all_hits, _, all_expected = self.within(trait, first, last)
        usual = (all_hits - hits + 1) / (all_expected - expected + 1)
        return hits, trials, np.minimum(expected * np.maximum(usual, 1.0), trials)


@dataclass(frozen=True, slots=True)
class Best:
    """The most surprising window of each sequence: its bounds, the sum of surprises, and how many windows were tried.

    `clumping` is, by trait, how alike the rows of one sequence are beyond chance (the intraclass correlation).
    """

    start: Ints
    stop: Ints
    surprise: Floats
    tried: Ints
    clumping: Floats


def best_windows(counts: Counts, offsets: Ints, clumping: Floats | None = None) -> Best:
    """Return the best window of each sequence; `offsets` are the sequences' bounds, one more than there are sequences.

    Lengths double from `SHORTEST`; windows overlap by half, and the whole sequence is one. A window counts where a third
    of it is in excess of what was expected by at least one trait. Surprises are divided by what clumping adds to the
    variance of so many rows, so that clumpy worlds need more. Bounds of the best are then refined by eighths of its
    length, then by finer parts. `clumping` is taken from these sequences where it is not given.
    """
    sequences = len(offsets) - 1
    best, tried = np.zeros(sequences), np.zeros(sequences, np.int64)
    start, stop = offsets[:-1].copy(), offsets[:-1].copy()
    clumping = _clumping(counts, offsets, _sampled(offsets)) if clumping is None else clumping
    for owner, low, high in _tilings(offsets):
        tried += np.bincount(owner, minlength=sequences)
        _keep(best, start, stop, owner, _worth(counts, offsets, owner, low, high, clumping), low, high)
    who = np.flatnonzero((combined(best, len(counts.hits)) * tried <= _WORTH_REFINING) & (best > 0))
    for part in _PARTS:
        _refine(counts, offsets, (best, start, stop), who, clumping, part)
    return Best(start, stop, best, tried, clumping)


def promising(
    hits: np.ndarray, trials: np.ndarray, expected: np.ndarray, offsets: Ints, most: float
) -> tuple[np.ndarray, int]:
    """Return which sequences may have a window of a p-value up to `most`, and how many have any window.

    Clumping only makes windows less surprising, so what is too common without it can be passed over. Rows are as in `Counts.of`, a
    line a trait.
    """
    count, widest = len(offsets) - 1, int(np.diff(offsets).max(initial=0))
    tried, bound, sums = np.zeros(count, np.int64), np.zeros(count), np.zeros((3 * len(hits), widest + 1))
    loop("promise", hits.shape[1])(hits, trials, expected, offsets, SHORTEST, _FLOOR, sums, tried, bound)
    low = combined(bound * (1 + _SLACK) + _SLACK, len(hits)) * tried <= max(most, _WORTH_REFINING)
    return low & (bound > 0), int((tried > 0).sum())


def clumping_of(hits: np.ndarray, trials: np.ndarray, expected: np.ndarray, offsets: Ints) -> Floats:
    """Return how alike rows of one sequence are, by trait, from a sample of the sequences. Rows are as in `promising`.

    Only the sums at the ends of windows and sequences are kept: those of all rows would take as much memory as the rows.
    """
    windows = _sampled(offsets)
    who = distinct(np.concatenate([np.empty(0, np.int64), *(owner for owner, _, _ in windows)]))
    part = np.concatenate([[0], np.cumsum(offsets[who + 1] - offsets[who])])
    place = [np.searchsorted(who, owner) for owner, _, _ in windows]
    moved = [
        (p, low - offsets[owner] + part[p], high - offsets[owner] + part[p])
        for p, (owner, low, high) in zip(place, windows, strict=True)
    ]
    asked = distinct(np.concatenate([part, *(ends for _, low, high in moved for ends in (low, high))]))
    found = [(p, np.searchsorted(asked, low), np.searchsorted(asked, high)) for p, low, high in moved]
    return _clumping(_sums_at(asked, who, (hits, trials, expected), offsets), np.searchsorted(asked, part), found)


def _sums_at(asked: Ints, who: Ints, lines: tuple[np.ndarray, np.ndarray, np.ndarray], offsets: Ints) -> Counts:
    """Return the running sums over the rows of sequences `who`, one after another, at the places `asked`, which are in order."""
    rows = lines[0].shape[1]
    if few(rows):  # Python goes through each row, NumPy through all
        counts = Counts.of(*(line[:, rows_of(offsets, who)[0]] for line in lines))
        return Counts(
            *(tuple(sums[asked] for sums in column) for column in (counts.hits, counts.trials, counts.expected))
        )
    sums = np.zeros((len(lines[0]), 3, len(asked)))
    for own, *columns in zip(sums, *lines, strict=True):
        loop("summed", rows)(*columns, offsets, who, asked, own)
    return Counts(*(tuple(sums[:, n]) for n in range(3)))


def rows_of(offsets: Ints, who: Ints) -> tuple[Ints, Ints]:
    """Return the rows of some sequences, one after another, and where each then begins, and the last one ends."""
    sizes = offsets[who + 1] - offsets[who]
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    return np.arange(bounds[-1]) + np.repeat(offsets[who] - bounds[:-1], sizes), bounds


def _sampled(offsets: Ints) -> list[tuple[Ints, Ints, Ints]]:
    """Return owner and bounds of the windows of each length that shows clumping, of at most so many sequences."""
    tilings = _tilings(offsets, _SAMPLE)
    return [(owner, low, high) for owner, low, high in tilings if len(owner) and high[0] - low[0] >= _SHOWING]


def _clumping(counts: Counts, offsets: Ints, windows: list[tuple[Ints, Ints, Ints]]) -> Floats:
    """Return how alike rows of one sequence are, by trait: the median over lengths, each by the sequences that show it.

    One number serves all lengths: what sets a sequence apart (whom it attracts) does so in long windows as in short ones,
    and long ones alone could be planted for the greater part.
    """
    seen: list[list[tuple[float, int]]] = [[] for _ in counts.hits]
    for who, low, high in windows:
        for trait, found in enumerate(seen):
            counted = counts.measured(trait, offsets[who], offsets[who + 1], low, high)
            found.append(clumped(*counted, who))
    return np.array([_middle([s for s in found if s[1] >= _WITNESSES]) for found in seen])


def _middle(seen: list[tuple[float, int]]) -> float:
    """Return the median of values by weight, the upper one of two; 0 of none."""
    ordered = sorted(seen)
    total = np.cumsum([w for _, w in ordered])
    return ordered[int(np.searchsorted(total, total[-1] / 2, side="right"))][0] if ordered else 0.0


def _tilings(offsets: Ints, most: int | None = None) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Yield, length by length, the owner and bounds of all windows; a last window of each length ends where its sequence ends.

    Of lengths with more than `most` windows, only those of every second sequence, every third, and so on, that there be about so many.
    """
    sizes = np.diff(offsets)
    length = SHORTEST
    while (long := np.flatnonzero(sizes >= length)).size:
        step = length // 2
        many = (sizes[long] - length + step - 1) // step + 1
        each = 1 + int(many.sum()) // most if most else 1
        long, many = long[::each], many[::each]
        owner = np.repeat(long, many)
        turn = np.arange(len(owner)) - np.repeat(np.cumsum(many) - many, many)
        low = np.minimum(offsets[owner] + turn * step, offsets[owner + 1] - length)
        yield owner, low, low + length
        whole = np.flatnonzero((sizes > length) & (sizes < 2 * length))
        whole = whole[:: 1 + len(whole) // most if most else 1]
        yield whole, offsets[whole], offsets[whole + 1]
        length *= 2


def _worth(counts: Counts, offsets: Ints, owner: Ints, low: Ints, high: Ints, clumping: Floats) -> Floats:
    """Return the sum of scaled surprises of each window, 0 where no trait is in excess by a third."""
    total, most = np.zeros(len(low)), np.zeros(len(low))
    first, last = offsets[owner], offsets[owner + 1]
    for trait, alike in enumerate(clumping.tolist()):
        hits, trials, expected = counts.measured(trait, first, last, low, high)
        total += surprise(hits, trials, expected) / widened(trials, alike)
        most = np.maximum(most, hits - expected)
    return np.where(most >= _FLOOR * (high - low), total, 0.0)


def _keep(best: Floats, start: Ints, stop: Ints, owner: Ints, worth: Floats, low: Ints, high: Ints) -> None:
    """Keep each owner's most surprising window so far; of equals the earliest."""
    order = np.lexsort((low, -worth, owner))
    lead = order[np.concatenate([[True], owner[order][1:] != owner[order][:-1]])] if len(order) else order
    lead = lead[worth[lead] > best[owner[lead]]]
    who = owner[lead]
    best[who], start[who], stop[who] = worth[lead], low[lead], high[lead]


def _refine(
    counts: Counts, offsets: Ints, found: tuple[Floats, Ints, Ints], who: Ints, clumping: Floats, part: int
) -> None:
    """Move both bounds of the best windows of sequences `who` by up to eight of the `part` parts of their length, once."""
    best, start, stop = found
    step = np.maximum((stop[who] - start[who]) // part, 1)[:, None] * _FINER
    low = np.maximum(start[who][:, None] + step, offsets[who][:, None]).repeat(len(_FINER), axis=1).ravel()
    high = np.tile(np.minimum(stop[who][:, None] + step, offsets[who + 1][:, None]), (1, len(_FINER))).ravel()
    owner = np.repeat(who, len(_FINER) ** 2)
    fits = high - low >= SHORTEST
    owner, low, high = owner[fits], low[fits], high[fits]
    _keep(best, start, stop, owner, _worth(counts, offsets, owner, low, high, clumping), low, high)
