"""The loops of `near_loops`, compiled by numba on first use and kept. Few texts take those of `near_whole`: no start-up cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

from aboveboard.compiling import compiled
from aboveboard.text import near_loops, near_whole
from aboveboard.workers import allowed

__all__ = ["every", "in_parts", "loop"]

_SIGNATURES = {
    "seen": "void(u1[::1],b1[::1])",
    "shred": "void(u1[::1],i8[::1],u1[::1],i4[::1],i4[::1],i4[::1],i8[::1],u4[::1],i8[::1],i8[:,::1],i8,i8)",
    "band": "void(u4[::1],i8[::1],i8[::1],u4[::1],u4[::1],i8,i8[:,::1],i8,i8)",
    "order": "void(i8[:,::1],i8[:,::1],i8,i8)",
    "meet": "i8(i8[::1],i8,i8[::1])",
    "tidy": "void(u4[::1],i8[::1],i8[::1],b1[::1],i8[::1],i8[::1],u8[:,::1],i8,i8)",
    "sift": "void(i8[::1],u8[:,::1],i8[::1],i8[::1],f8,f8[::1],i8,i8)",
    "overlap": "i8(u4[::1],i8[::1],i8[::1],i8[::1],i8[::1],f8,f8[::1],i8,i8)",
    "arrange": "i8(i8[::1],i8[::1],i8)",
    "without": "i8(i8[::1],i8[::1])",
}


def loop(name: str, *, many: bool) -> Callable[..., Any]:
    """Return the loop called `name`, compiled where there is `many` to do, else on whole columns."""
    return compiled(getattr(near_loops, name), _SIGNATURES[name]) if many else getattr(near_whole, name)


def every() -> Iterator[tuple[Callable[..., Any], str]]:
    """Return each loop with the signature it is compiled for."""
    return ((getattr(near_loops, name), signature) for name, signature in _SIGNATURES.items())


def in_parts(name: str, rows: int, *arrays: object, many: bool) -> None:
    """Run a loop over `rows` texts or pairs, in parts for as many threads as the scan may use where there is `many` to do."""
    run, parts = loop(name, many=many), allowed() * 4 if many else 1
    cuts = [rows * part // parts for part in range(parts + 1)]
    if parts == 1:
        run(*arrays, 0, rows)
        return
    with ThreadPoolExecutor(allowed()) as pool:
        for done in [pool.submit(run, *arrays, low, high) for low, high in pairwise(cuts)]:
            done.result()
