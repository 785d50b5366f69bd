"""The loops of `loops`, compiled by numba on first use and kept. Small worlds run them as they stand: no start-up cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from aboveboard.compiling import compiled
from aboveboard.series import loops

__all__ = ["every", "few", "loop"]

_FEW = 100_000
"""Rows that Python goes through in less time than numba takes to be imported and to load one loop."""

_SIGNATURES = {
    "tell": "void(i4[::1],i4[::1],i8[::1],i8[::1],i8[::1],i8[::1],b1[::1])",
    "arrive": "i8(i4[::1],i4[::1],i8[::1],i8[::1],i8[::1],i8[::1],b1[::1],i4[::1],i4[::1],i8[::1],i8[::1],b1[::1],b1[::1],b1[::1])",
    "line": "void(i4[::1],i8[::1],i8[::1],i8[::1],i8[::1])",
    "pair": "void(i8[::1],i8[::1],b1[::1],i8,i8,b1[::1])",
    "loudness": "void(b1[::1],i4[::1],i8[::1],f8[::1],f8[::1],f8[::1],i8[::1])",
    "total": "void(b1[::1],b1[::1],i4[::1],i8[::1],f8[::1],f8[::1],f8[:,::1],f8[:,::1],f8[:,::1])",
    "share": "void(b1[::1],b1[::1],i4[::1],i8[::1],f8[::1],f8[::1],f8,f8[:,::1],f8[:,::1],f8[:,::1],f8[::1],f4[::1])",
    "promise": "void(b1[:,::1],b1[:,::1],f4[:,::1],i8[::1],i8,f8,f8[:,::1],i8[::1],f8[::1])",
    "summed": "void(b1[::1],b1[::1],f4[::1],i8[::1],i8[::1],i8[::1],f8[:,::1])",
}


def loop(name: str, rows: int) -> Callable[..., Any]:
    """Return the loop called `name`, compiled where it has so many `rows` to go through that this is worth it."""
    return getattr(loops, name) if few(rows) else compiled(getattr(loops, name), _SIGNATURES[name])


def few(rows: int) -> bool:
    """Tell whether a loop over so many rows is not worth compiling."""
    return rows < _FEW


def every() -> Iterator[tuple[Callable[..., Any], str]]:
    """Return each loop with the signature it is compiled for."""
    return ((getattr(loops, name), signature) for name, signature in _SIGNATURES.items())
