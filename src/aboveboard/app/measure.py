"""Seconds and peak memory of one piece of work."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

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


_open: list[Cost] = []
"""The work being measured now, outermost first: a reset of the mark for the inner must not lose the outer's peak."""


@contextmanager
def measured() -> Generator[Cost]:
    """Measure the block. Where the system cannot reset its high-water mark, `peak_mb` is the process's peak so far."""
    if not _open:
        forget_beside()
    for outer in _open:
        outer.take()
    with suppress(OSError):
        _CLEAR.write_text(_RESET_PEAK)
    cost = Cost(start=time.perf_counter())
    _open.append(cost)
    try:
        yield cost
    finally:
        cost.take()
        _open.remove(cost)
