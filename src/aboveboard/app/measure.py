"""Seconds and peak memory of one piece of work."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from aboveboard.workers import beside_mb, forget_beside, own_mb

__all__ = ["Cost", "measured"]

_CLEAR = Path("/proc/self/clear_refs")
_RESET_PEAK = "5"


@dataclass(slots=True)
class Cost:
    """What a piece of work took: `seconds` of wall time, `peak_mb` of resident memory of this process and its workers."""

    seconds: float = 0.0
    peak_mb: float = 0.0
    start: float = 0.0

    def take(self) -> None:
        """Set the cost to what the work took until now."""
        self.seconds = round(time.perf_counter() - self.start, 3)
        self.peak_mb = max(self.peak_mb, round(own_mb() + beside_mb(), 1))

    def add(self, other: Cost) -> None:
        """Count another piece of the same work."""
        self.seconds = round(self.seconds + other.seconds, 3)
        self.peak_mb = max(self.peak_mb, other.peak_mb)


_open: list[Cost] = []
"""The work being measured now, in this thread and others: a reset of the mark for one must not lose another's peak."""

_one = RLock()


@contextmanager
def measured() -> Generator[Cost]:
    """Measure the block: what other threads hold meanwhile counts, too.

    Where the system cannot reset its high-water mark, `peak_mb` is the process's peak so far.
    """
    with _one:
        if not _open:
            forget_beside()
        for other in _open:
            other.take()
        with suppress(OSError):
            _CLEAR.write_text(_RESET_PEAK)
        cost = Cost(start=time.perf_counter())
        _open.append(cost)
    try:
        yield cost
    finally:
        with _one:
            cost.take()
            _open[:] = [c for c in _open if c is not cost]
