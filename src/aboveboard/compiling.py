"""Plain loops, compiled by numba where they are worth it: until then numba, 90 MB and half a second, is not even imported."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

__all__ = ["compiled"]


@cache
def compiled(loop: Callable[..., Any], signature: str) -> Callable[..., Any]:
    """Return a loop compiled for one signature, kept on disk for the next process; it leaves Python's lock to others."""
    import numba

    return numba.njit(signature, cache=True, nogil=True)(loop)
