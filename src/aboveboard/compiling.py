"""Plain loops, compiled by numba where they are worth it: until then numba, 90 MB and half a second, is not even imported."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any

__all__ = ["compiled", "ready"]

_Loop = Callable[..., Any]
_KEPT: dict[tuple[_Loop, str], _Loop] = {}
_ONE_AT_A_TIME = Lock()


def compiled(loop: _Loop, signature: str) -> _Loop:
    """Return a loop compiled for one signature, kept on disk for the next process; it leaves Python's lock to others.

    Threads that ask at once get the same one: it is compiled, or read from disk, a single time in a process.
    """
    asked = loop, signature
    kept = _KEPT.get(asked)
    if kept is None:
        with _ONE_AT_A_TIME:
            kept = _KEPT.get(asked) or _made(loop, signature)
            _KEPT[asked] = kept
    return kept


def ready(loop: _Loop, signature: str) -> bool:
    """Tell whether a loop is compiled already in this process: then it is worth using on the fewest rows."""
    return (loop, signature) in _KEPT


def _made(loop: _Loop, signature: str) -> _Loop:
    from aboveboard.numbered import numba

    return numba.njit(signature, cache=True, nogil=True)(loop)
