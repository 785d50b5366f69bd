"""Growth of audiences: what attention explains, and the stretches it does not.

A follower who comes by himself has seen the account at least once, or was told of it. So a gain above an account's own usual
gain is explained by as many views that stand out of what its audience usually brings, of the same period and the two before, or by mentions at the
reach that mentions have in this world. Views that do not stand out are granted too, and so are views that may hide in
their own ups and downs: three times the usual swing, at one newcomer for eight of them, since few who look stay. So are
gains up to what was lost shortly before: people come back after a mistaken purge. What came to most similar accounts in
the same period is nobody's doing (`together`). What remains is compared with a Poisson
count, as wide as the account's own ordinary gains vary (Fisher's index of dispersion, measured on the median so that
bursts do not move it).

A drip of weeks is part of the series that it is judged by: it raises what is usual, and the variance. So a long stretch is
also compared with all that came outside it, as one count with another (Przyborowski and Wilenski 1940), and then ordinary
variance is that of one period against the next (von Neumann 1941), which a step up and a step down do not move.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aboveboard.series.chance import Floats, adjusted, combined, surprise, surprise_of_count
from aboveboard.series.strata import Ints
from aboveboard.series.together import together

__all__ = ["FEWEST", "Explained", "Gains", "Jumps", "explain", "jumps", "odd_digits"]

FEWEST = 12
"""Periods that make a series."""

_CARRY = (1.0, 0.5, 0.25)
_REACH = 5.0
_STANDS_OUT = 3.0
_CLEAR = 0.01
_AFTER = 4
_BACK = 3
_SWING = 3.0
_LOOKS = 8.0
_DIGITS = 50
_MANY = 3
_ODD = 0.001
_LONG = 4
_PART = 6


@dataclass(frozen=True, slots=True)
class Gains:
    """Counts a period, rows sorted by series and time. `series` counts from 0; followers, views and mentions are NaN where unknown.

    Rows of one `when` are of the same period; where it is not given, nothing is taken to have come to all accounts at once.
    """

    series: Ints
    gained: Floats
    lost: Floats
    views: Floats
    mentions: Floats
    followers: Floats
    when: Ints | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """For each row: the usual gain, the gain that attention explains, the spread, the usual loss; whether attention is known.

    `brought` is the gain that so many views usually bring, `lift` how many times the usual came to most similar accounts; `usual`
    holds both. `beyond` is by how much views differ from the usual ones, `noise` how much they usually do; `left` the losses that stand out.
    """

    usual: Floats
    explained: Floats
    spread: Floats
    leaving: Floats
    known: np.ndarray
    beyond: Floats
    noise: Floats
    left: Floats
    brought: Floats
    lift: Floats

    def excused(self, first: Ints, low: Ints, high: Ints) -> Floats:
        """Return what may have come beyond the usual in each stretch `low` to `high` of series that begin at `first`."""
        before = np.maximum(low - 1, first)
        beyond = _sums(self.beyond, before, high)
        hidden = np.maximum(beyond, (beyond + _SWING * self.noise[low] * np.sqrt(high - before)) / _LOOKS)
        back = _sums(self.left, np.maximum(low - _BACK, first), high)
        return np.maximum(_sums(self.explained, low, high), hidden) + back


@dataclass(frozen=True, slots=True)
class Jumps:
    """The most surprising stretch of each series that has one: rows `start` to `stop`, and what was seen in it.

    `steps` counts separate rises in the whole series, `churned` the losses above usual in the stretch and as long after it
    (at least four periods), `even` whether the rises are of one size or round, `chance` the adjusted p-value.
    """

    series: Ints
    start: Ints
    stop: Ints
    gained: Floats
    expected: Floats
    chance: Floats
    steps: Ints
    churned: Floats
    even: np.ndarray


def explain(rows: Gains) -> Explained:
    """Return what was to be expected of each row."""
    brought, leaving = _brought(rows), _median(rows.series, rows.lost)
    usual = np.maximum(_plain(rows), brought)
    lift = np.ones(len(usual)) if rows.when is None else together(rows.gained, usual, rows.when)
    usual, brought = usual * lift, brought * lift
    beyond, noise = _beyond(rows.series, rows.views, _usual_views(rows))
    left, ordinary = _beyond(rows.series, rows.lost, leaving)
    seen = _above(beyond, noise)
    told = _above(*_beyond(rows.series, rows.mentions, np.zeros(len(usual)))) * _reach(rows)
    away = _median(rows.series, np.abs(rows.gained - usual)) * 1.4826
    return Explained(
        usual,
        np.maximum(_carried(rows.series, seen), _carried(rows.series, told)),
        np.maximum(1.0, away**2 / np.maximum(usual, 1.0)),
        leaving,
        _median(rows.series, (~np.isnan(rows.views) | ~np.isnan(rows.mentions)).astype(float)) > 0,
        np.where(np.isnan(rows.views), 0.0, beyond),
        np.where(np.isnan(rows.views), 0.0, noise),
        _above(left, ordinary),
        brought,
        lift,
    )


def _plain(rows: Gains) -> Floats:
    """Return the usual gain: the mean with the highest quarter cut down to its lower end (Winsor).

    A median would call one in a few weeks none.
    """
    order = np.lexsort((rows.gained, rows.series))
    size = np.bincount(rows.series)
    high = rows.gained[order][np.cumsum(size) - size + (size - 1) * 3 // 4]
    return (np.bincount(rows.series, np.minimum(rows.gained, high[rows.series])) / size)[rows.series]


def _brought(rows: Gains) -> Floats:
    """Return the gain that as many views as these usually bring the account."""
    views = np.nan_to_num(rows.views)
    rate = _median(rows.series, np.where(views > 0, rows.gained / np.maximum(views, 1), np.nan))
    return np.nan_to_num(rate) * views


def _median(series: Ints, values: Floats) -> Floats:
    """Return the lower median of each row's series; NaN counts as largest."""
    order = np.lexsort((values, series))
    size = np.bincount(series)
    start = np.cumsum(size) - size
    return values[order][start + (size - 1) // 2][series]


def _usual_views(rows: Gains) -> Floats:
    """Return the views that an audience of this size usually brings: followers, real or not, are seen to look themselves.

    The size is that before the period: those who come in it are what is to be explained.
    """
    there = rows.followers - rows.gained + rows.lost
    rate = _median(rows.series, np.where(there > 0, rows.views / np.maximum(there, 1), np.nan))
    return np.nan_to_num(rate * there)


def _beyond(series: Ints, values: Floats, least: Floats) -> tuple[Floats, Floats]:
    """Return by how much each value differs from the usual one, `least` or more, and by how much values usually do."""
    known = np.nan_to_num(values)
    usual = np.maximum(_median(series, known), least)
    away = 1.4826 * _median(series, np.abs(known - usual))
    return known - usual, np.maximum(away, np.sqrt(usual))


def _above(beyond: Floats, noise: Floats) -> Floats:
    """Return the excess where it stands out of the usual variation, else 0."""
    return np.where(beyond > _STANDS_OUT * noise, beyond, 0.0)


def _reach(rows: Gains) -> float:
    """Return how many followers a mention brings at best: what 95 of 100 periods with mentions stay below, at least 5."""
    told = np.nan_to_num(rows.mentions) >= 1
    return float(max(_REACH, np.quantile(rows.gained[told] / rows.mentions[told], 0.95))) if told.any() else _REACH


def _carried(series: Ints, attention: Floats) -> Floats:
    """Let attention work in its own period and, fading, in the two after it."""
    total = np.zeros(len(attention))
    for late, weight in enumerate(_CARRY):
        same = series[late:] == series[: len(series) - late]
        total[late:] += np.where(same, weight * attention[: len(series) - late], 0.0)
    return total


def jumps(rows: Gains, expected: Explained, least: float, most: float) -> Jumps:
    """Return each series' most surprising stretch with at least `least` gains in excess and adjusted p-value up to `most`."""
    size = np.bincount(rows.series)
    offsets = np.concatenate([[0], np.cumsum(size)])
    best = _most_surprising(rows, expected, offsets, least)
    chance = np.minimum(np.exp(-best.worth) * np.maximum(best.tried, 1), 1.0)
    fair = adjusted(chance, int((size >= FEWEST).sum()))
    who = np.flatnonzero((best.worth > 0) & (fair <= most))
    low, high = best.start[who], best.stop[who]
    steps, even = _steps(rows, expected, offsets, least)
    return Jumps(
        who, low, high, _sums(rows.gained, low, high), best.mean[who], fair[who], steps[who],
        _churned(rows, expected, offsets, who, low, high), even[who],
    )  # fmt: skip


def _sums(values: Floats, low: Ints, high: Ints) -> Floats:
    total = np.concatenate([[0.0], np.cumsum(values)])
    return total[high] - total[low]


@dataclass(frozen=True, slots=True)
class _Stretches:
    """Rows `low` to `high` of series that are the rows `first` to `last`."""

    first: Ints
    last: Ints
    low: Ints
    high: Ints

    def where(self, keep: np.ndarray) -> _Stretches:
        return _Stretches(self.first[keep], self.last[keep], self.low[keep], self.high[keep])

    def sums(self, values: Floats) -> Floats:
        return _sums(values, self.low, self.high)


@dataclass(frozen=True, slots=True)
class _Best:
    """The most surprising stretch of each series so far, what was expected in it, and how many were tried."""

    worth: Floats
    start: Ints
    stop: Ints
    mean: Floats
    tried: Ints

    def keep(self, owner: Ints, worth: Floats, mean: Floats, of: _Stretches) -> None:
        np.add.at(self.tried, owner, 1)
        order = np.lexsort((of.low, -worth, owner))
        lead = order[np.flatnonzero(np.diff(owner[order], prepend=-1))]
        lead = lead[worth[lead] > self.worth[owner[lead]]]
        who = owner[lead]
        self.worth[who], self.mean[who], self.start[who], self.stop[who] = (
            a[lead] for a in (worth, mean, of.low, of.high)
        )


def _most_surprising(rows: Gains, expected: Explained, offsets: Ints, least: float) -> _Best:
    """Try stretches of 1, 2, 4, … periods from every row, up to half of the series, and long ones against the rest as well."""
    size, count = np.diff(offsets), len(offsets) - 1
    best = _Best(np.zeros(count), offsets[:-1].copy(), offsets[:-1].copy(), np.zeros(count), np.zeros(count, np.int64))
    change = _change(rows)
    length = 1
    while length <= size.max(initial=0) // 2:
        low = np.flatnonzero(
            (size[rows.series] >= max(FEWEST, 2 * length))
            & (np.arange(len(rows.series)) + length <= offsets[rows.series + 1])
        )
        owner = rows.series[low]
        these = _Stretches(offsets[owner], offsets[owner + 1], low, low + length)
        best.keep(owner, *_against_usual(rows, expected, these, least), these)
        long = (length >= _LONG) & (_PART * length >= size[owner])
        if long.any():
            these = these.where(long)
            best.keep(owner[long], *_against_rest(rows, expected, these, least, change[these.low]), these)
        length *= 2
    return best


def _against_usual(rows: Gains, expected: Explained, these: _Stretches, least: float) -> tuple[Floats, Floats]:
    """Return how surprising each stretch is beside the usual gain, and what was to be expected of it."""
    gained, spread = these.sums(rows.gained), expected.spread[these.low]
    usual = these.sums(expected.usual)
    mean = usual + expected.excused(these.first, these.low, these.high)
    worth = surprise_of_count(gained / spread, mean / spread)
    return np.where(_plenty(gained, mean, usual + these.sums(expected.explained), least), worth, 0.0), mean


def _against_rest(
    rows: Gains, expected: Explained, these: _Stretches, least: float, change: Floats
) -> tuple[Floats, Floats]:
    """Return how surprising each stretch is beside all that came outside it, and what was to be expected of it."""
    flat = rows.gained / expected.lift
    rest = _sums(flat, these.first, these.last) - these.sums(flat)
    inside, outside = these.sums(expected.lift), (these.last - these.first) - (these.high - these.low)
    plain = rest * inside / outside
    usual = np.maximum(plain, these.sums(expected.brought))
    mean = usual + expected.excused(these.first, these.low, these.high)
    gained, spread = these.sums(rows.gained), np.maximum(1.0, change / np.maximum(rest / outside, 1.0))
    own = np.maximum(gained - (mean - plain), 0.0)
    both = (own + rest) / spread
    worth = surprise(own / spread, both, both * inside / (inside + outside))
    return np.where(_plenty(gained, mean, usual + these.sums(expected.explained), least), worth, 0.0), mean


def _plenty(gained: Floats, mean: Floats, clear: Floats, least: float) -> np.ndarray:
    return (gained - mean >= least) & (gained >= 2 * clear)


def _change(rows: Gains) -> Floats:
    """Return the variance of each row's series as one period tells of the next."""
    apart = np.abs(np.diff(rows.gained, prepend=rows.gained[:1]))
    return (1.4826 * _median(rows.series, apart)) ** 2 / 2


def _steps(rows: Gains, expected: Explained, offsets: Ints, least: float) -> tuple[Ints, np.ndarray]:
    """Count the separate rises of each series, and tell whether three or more are of one size or of round sizes."""
    size, each = np.diff(offsets), np.arange(len(rows.series))
    mean = expected.usual + expected.excused(offsets[rows.series], each, each + 1)
    worth = surprise_of_count(rows.gained / expected.spread, mean / expected.spread)
    high = (np.exp(-worth) * size[rows.series] <= _CLEAR) & (rows.gained - mean >= least / 3)
    begins = high & ~np.concatenate([[False], high[:-1] & (rows.series[1:] == rows.series[:-1])])
    run = np.cumsum(begins) - 1
    owner = rows.series[begins]
    excess = np.bincount(run[high], (rows.gained - mean)[high], int(begins.sum())).astype(np.float64)
    return np.bincount(owner, minlength=len(size)), _even(owner, excess, len(size))


def _even(owner: Ints, excess: Floats, series: int) -> np.ndarray:
    """Tell which series have three rises or more that vary by less than a tenth, or lie within a hundredth of round numbers."""
    many = np.bincount(owner, minlength=series)
    mean = np.bincount(owner, excess, series) / np.maximum(many, 1)
    square = np.bincount(owner, (excess - mean[owner]) ** 2, series) / np.maximum(many, 1)
    unit = 10.0 ** np.floor(np.log10(np.maximum(excess, 1))) / 2
    near = np.abs(excess - np.round(excess / unit) * unit) <= 0.01 * excess
    rounds = np.bincount(owner, near, series)
    return (many >= _MANY) & ((square <= (0.1 * mean) ** 2) | (rounds == many))


def _churned(rows: Gains, expected: Explained, offsets: Ints, who: Ints, low: Ints, high: Ints) -> Floats:
    """Return the losses above usual during a stretch and after it."""
    until = np.minimum(high + np.maximum(high - low, _AFTER), offsets[who + 1])
    return np.maximum(_sums(rows.lost - expected.leaving, low, until), 0.0)


def odd_digits(rows: Gains) -> np.ndarray:
    """Tell which series have gains whose first digits do not follow Benford's law (chi-square, eight degrees, 1 in 1,000).

    Asked only where it can hold: fifty gains or more over two orders of magnitude. Weak: many honest counts break it.
    """
    count = int(rows.series.max(initial=-1)) + 1
    some = rows.gained >= 1
    series, gained = rows.series[some], rows.gained[some]
    digit = (gained / 10.0 ** np.floor(np.log10(gained))).astype(np.int64)
    seen = np.bincount(series * 10 + np.clip(digit, 1, 9), minlength=count * 10).reshape(count, 10)[:, 1:]
    total = seen.sum(axis=1)
    mean = total[:, None] * np.log10(1 + 1 / np.arange(1, 10))
    apart = ((seen - mean) ** 2 / np.maximum(mean, 1e-9)).sum(axis=1)
    high, low = np.zeros(count), np.full(count, np.inf)
    np.maximum.at(high, series, gained)
    np.minimum.at(low, series, gained)
    return (total >= _DIGITS) & (high >= 100 * low) & (combined(apart / 2, 4) <= _ODD)
