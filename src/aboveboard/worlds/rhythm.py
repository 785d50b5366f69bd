"""Time in a world: its span, and the hours at which people are awake.

All times are int64 microseconds since 1970 in UTC; `NEVER` stands for no time.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["DAY", "END", "HOUR", "MINUTE", "NEVER", "SECOND", "START", "Ints", "after", "during", "times", "within"]

Ints = npt.NDArray[np.int64]

SECOND: Final = 1_000_000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR
START: Final = int(np.datetime64("2018-01-01", "us").astype(np.int64))
"""The service opens."""
END: Final = int(np.datetime64("2026-01-01", "us").astype(np.int64))
"""The world is judged as of this time; no fact lies after it."""
NEVER: Final = int(np.iinfo(np.int64).min)

_WAKEFUL = np.array(
    [2, 1, 0.6, 0.4, 0.4, 0.7, 1.6, 3, 4, 4.2, 4.3, 4.6, 5.4, 5, 4.4, 4.2, 4.4, 5, 5.8, 6.6, 7.4, 7.6, 6.2, 4]
)
_CUMULATIVE = np.concatenate([[0.0], np.cumsum(_WAKEFUL) / _WAKEFUL.sum()])


def within(rng: np.random.Generator, low: Ints | int, high: Ints | int, size: int) -> Ints:
    """Return `size` times uniform in [low, high); where high <= low, low."""
    span = np.maximum(np.asarray(high, np.int64) - np.asarray(low, np.int64), 1)
    return np.asarray(low, np.int64) + (rng.random(size) * span).astype(np.int64)


def times(
    rng: np.random.Generator, low: Ints | int, high: Ints | int, zone: npt.NDArray[np.int8], skew: float = 1.0
) -> Ints:
    """Return one time for each time zone (hours east of UTC) in [low, high), at hours when people there are awake.

    `skew` below 1 leans towards `high`. Where the window is too short for the daily rhythm, the time is uniform in it.
    """
    size = len(zone)
    floor, ceiling = np.broadcast_to(np.int64(0) + low, size), np.broadcast_to(np.int64(0) + high, size)
    span = np.maximum(ceiling - floor, 1)
    plain = floor + (rng.random(size) ** skew * span).astype(np.int64)
    offset = zone.astype(np.int64) * HOUR
    hour = np.interp(rng.random(size), _CUMULATIVE, np.arange(25))
    local = (plain + offset) // DAY * DAY + (hour * HOUR).astype(np.int64) - offset
    return np.where((local >= floor) & (local < ceiling), local, plain)


def after(rng: np.random.Generator, start: Ints, mean: float, spread: float = 1.2) -> Ints:
    """Return times after `start` by a log-normal delay whose median is `mean` microseconds."""
    return start + (mean * rng.lognormal(0.0, spread, len(start))).astype(np.int64) + 1


def during(rng: np.random.Generator, start: int, length: int, size: int, drip: float = 1.0) -> Ints:
    """Return `size` sorted times in the window; `drip` above 1 crowds them towards its start."""
    return np.sort(start + (rng.random(size) ** drip * max(length, 1)).astype(np.int64))
