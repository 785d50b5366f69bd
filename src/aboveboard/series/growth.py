"""Growth of audiences: what attention explains, and the stretches it does not.

A follower who comes by himself has seen the account at least once, or was told of it. So a gain above an account's own usual
gain is explained by as many views that stand out of what its audience usually brings, of the same period and the two before, or by mentions at the
reach that mentions have in this world. Views that do not stand out are granted too, and so are views that may hide in
their own ups and downs: three times the usual swing, at one newcomer for eight of them, since few who look stay. So are
gains up to what was lost shortly before: people come back after a mistaken purge. What came to most similar accounts in
the same period is nobody's doing (`together`). What remains is compared with a Poisson
count, as wide as the account's own ordinary gains vary (Fisher's index of dispersion, measured on the median so that
bursts do not move it).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aboveboard.series.chance import Floats, adjusted, combined, surprise_of_count
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

    `beyond` is by how much views differ from the usual ones, `noise` how much they usually do; `left` the losses that stand out.
    """

    usual: Floats
    explained: Floats
    spread: Floats
    leaving: Floats
    known: np.ndarray
    beyond: Floats
    noise: Floats
    left: Floats

    def granted(self, first: Ints, low: Ints, high: Ints) -> Floats:
        """Return the gain to be expected at most in each stretch `low` to `high` of series that begin at `first`."""
        before = np.maximum(low - 1, first)
        beyond = _sums(self.beyond, before, high)
        hidden = np.maximum(beyond, (beyond + _SWING * self.noise[low] * np.sqrt(high - before)) / _LOOKS)
        back = _sums(self.left, np.maximum(low - _BACK, first), high)
        return _sums(self.usual, low, high) + np.maximum(_sums(self.explained, low, high), hidden) + back


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
    usual, leaving = _usual(rows), _median(rows.series, rows.lost)
    if rows.when is not None:
        usual = usual * together(rows.gained, usual, rows.when)
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
    )


def _usual(rows: Gains) -> Floats:
    """Return the usual gain, or where views are more than usual, the gain that so many views usually bring the account.

    Usual is the mean with the highest quarter cut down to its lower end (Winsor): a median would call one in a few weeks none.
    """
    order = np.lexsort((rows.gained, rows.series))
    size = np.bincount(rows.series)
    high = rows.gained[order][np.cumsum(size) - size + (size - 1) * 3 // 4]
    plain = (np.bincount(rows.series, np.minimum(rows.gained, high[rows.series])) / size)[rows.series]
    views = np.nan_to_num(rows.views)
    rate = _median(rows.series, np.where(views > 0, rows.gained / np.maximum(views, 1), np.nan))
    return np.maximum(plain, np.nan_to_num(rate) * views)


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
    best, start, stop, tried = _stretches(rows, expected, offsets, least)
    chance = np.minimum(np.exp(-best) * np.maximum(tried, 1), 1.0)
    fair = adjusted(chance, int((size >= FEWEST).sum()))
    who = np.flatnonzero((best > 0) & (fair <= most))
    low, high = start[who], stop[who]
    steps, even = _steps(rows, expected, offsets, least)
    return Jumps(
        who, low, high, _sums(rows.gained, low, high), expected.granted(offsets[who], low, high), fair[who], steps[who],
        _churned(rows, expected, offsets, who, low, high), even[who],
    )  # fmt: skip


def _sums(values: Floats, low: Ints, high: Ints) -> Floats:
    total = np.concatenate([[0.0], np.cumsum(values)])
    return total[high] - total[low]


def _stretches(rows: Gains, expected: Explained, offsets: Ints, least: float) -> tuple[Floats, Ints, Ints, Ints]:
    """Try stretches of 1, 2, 4, … periods from every row, up to half of the series."""
    count = len(offsets) - 1
    size = np.diff(offsets)
    best, tried = np.zeros(count), np.zeros(count, np.int64)
    start, stop = offsets[:-1].copy(), offsets[:-1].copy()
    length = 1
    while length <= size.max(initial=0) // 2:
        low = np.flatnonzero(
            (size[rows.series] >= max(FEWEST, 2 * length))
            & (np.arange(len(rows.series)) + length <= offsets[rows.series + 1])
        )
        gained = _sums(rows.gained, low, low + length)
        mean = expected.granted(offsets[rows.series[low]], low, low + length)
        worth = surprise_of_count(gained / expected.spread[low], mean / expected.spread[low])
        clear = _sums(expected.usual + expected.explained, low, low + length)
        worth[(gained - mean < least) | (gained < 2 * clear)] = 0.0
        np.add.at(tried, rows.series[low], 1)
        _keep((best, start, stop), rows.series[low], worth, low, low + length)
        length *= 2
    return best, start, stop, tried


def _keep(found: tuple[Floats, Ints, Ints], owner: Ints, worth: Floats, low: Ints, high: Ints) -> None:
    best, start, stop = found
    order = np.lexsort((low, -worth, owner))
    lead = order[np.flatnonzero(np.diff(owner[order], prepend=-1))]
    lead = lead[worth[lead] > best[owner[lead]]]
    best[owner[lead]], start[owner[lead]], stop[owner[lead]] = worth[lead], low[lead], high[lead]


def _steps(rows: Gains, expected: Explained, offsets: Ints, least: float) -> tuple[Ints, np.ndarray]:
    """Count the separate rises of each series, and tell whether three or more are of one size or of round sizes."""
    size, each = np.diff(offsets), np.arange(len(rows.series))
    mean = expected.granted(offsets[rows.series], each, each + 1)
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
