"""How many threads a kernel may use: what its engine was given, not what the machine has; and what works beside this process."""

from __future__ import annotations

import gc
import os
import resource
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from importlib.abc import MetaPathFinder
from pathlib import Path

__all__ = [
    "allow",
    "allowed",
    "beside_mb",
    "bound",
    "collect_seldom",
    "do_without_pandas",
    "forget_beside",
    "own_mb",
    "worked_beside",
]

_allowed: ContextVar[int | None] = ContextVar("allowed", default=None)


def allowed() -> int:
    """Return the threads that work here may use, at least 1: all cores where nobody has said how many."""
    return _allowed.get() or os.cpu_count() or 1


def bound(threads: int) -> None:
    """Bound the threads of all that the calling thread does from now on."""
    _allowed.set(threads)


@contextmanager
def allow(threads: int) -> Generator[None]:
    """Bound the threads of what runs inside; a thread that is started there knows nothing of it."""
    before = _allowed.set(threads)
    try:
        yield
    finally:
        _allowed.reset(before)


def collect_seldom() -> None:
    """Look for garbage in cycles after 100,000 new objects, not 700: keys of names are millions of objects without a cycle.

    Takes up to a fifth off the time of steps in Python.
    """
    gc.set_threshold(_NEW, *gc.get_threshold()[1:])


_NEW = 100_000


def do_without_pandas() -> None:
    """Refuse to import pandas in this process: Arrow does, where it is installed, to look at any list it is given.

    That is 1.3 s and 30 to 60 MB, which nothing here needs but the Spark engine.
    """
    if not any(isinstance(finder, _WithoutPandas) for finder in sys.meta_path):
        sys.meta_path.insert(0, _WithoutPandas())


class _WithoutPandas(MetaPathFinder):
    def find_spec(self, fullname: str, *_: object) -> None:
        """Refuse pandas, and leave all else to others."""
        if fullname == "pandas":
            raise ModuleNotFoundError("this process does without pandas", name=fullname)


_peaks: dict[int, float] = {}
"""Peak memory in MB of each worker process that has worked for this one, by its number."""


def worked_beside(process: int, peak_mb: float) -> None:
    """Note what a worker process held at most."""
    _peaks[process] = max(peak_mb, _peaks.get(process, 0.0))


def beside_mb() -> float:
    """Return the peaks of all worker processes that are there now, added up, in MB: more than they hold at one time, never less."""
    return sum(peak for process, peak in _peaks.items() if _lives(process))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


def forget_beside() -> None:
    """Begin counting anew."""
    _peaks.clear()


_STATUS = Path("/proc/self/status")


def own_mb() -> float:
    """Return the peak memory of this process in MB.

    Linux tells two: the one of `getrusage` also holds what the process that started this one had at that time.
    """
    with suppress(OSError):
        for line in _STATUS.read_text().splitlines():
            if line.startswith("VmHWM"):
                return float(line.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
