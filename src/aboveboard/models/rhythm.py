"""How regular somebody's moments are. People come in bursts and sleep; a timer does neither."""

from __future__ import annotations

from typing import Final

import numpy as np
import pyarrow as pa

from aboveboard.models.additive import Floats

__all__ = ["HOURS", "rhythm"]

HOURS: Final = 24
_HOUR = 3600


def rhythm(moments: pa.ListArray | pa.ChunkedArray) -> tuple[np.ndarray, Floats, Floats]:
    """Return for each sorted list of seconds: how many, the spread of the pauses, and how evenly the hours are used.

    The spread is the standard deviation of the pauses over their mean: about 1 for chance, above 1 for people, near 0 for
    a timer (after Goh and Barabási, "Burstiness and memory in complex systems", 2008); NaN below two pauses. The use of
    hours is the entropy of the hour of the day over that of a flat day, 1 for no rest at all, corrected for small numbers
    after Miller (1955); NaN for no moments.
    """
    whole = moments.combine_chunks() if isinstance(moments, pa.ChunkedArray) else moments
    size = np.diff(whole.offsets.to_numpy())
    seconds = whole.flatten().to_numpy().astype(np.int64)
    owner = np.repeat(np.arange(len(size)), size)
    return size, _spread(seconds, owner, len(size)), _hours(seconds, owner, size)


def _spread(seconds: np.ndarray, owner: np.ndarray, rows: int) -> Floats:
    same = owner[1:] == owner[:-1]
    pause, whose = np.diff(seconds)[same].astype(float), owner[1:][same]
    count = np.bincount(whose, minlength=rows).astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.bincount(whose, pause, rows) / count
        apart = np.bincount(whose, (pause - mean[whose]) ** 2, rows) / count
        return np.where((count > 1) & (mean > 0), np.sqrt(apart) / mean, np.nan)


def _hours(seconds: np.ndarray, owner: np.ndarray, size: np.ndarray) -> Floats:
    rows = len(size)
    used = np.bincount(owner * HOURS + seconds // _HOUR % HOURS, minlength=rows * HOURS).reshape(rows, HOURS)
    with np.errstate(divide="ignore", invalid="ignore"):
        part = used / size[:, None]
        entropy = -np.where(part > 0, part * np.log(part), 0.0).sum(axis=1)
        return np.where(size > 0, (entropy + ((used > 0).sum(axis=1) - 1) / (2 * size)) / np.log(HOURS), np.nan)
