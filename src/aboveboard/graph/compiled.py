"""The loops of `loops`, `act_loops` and `id_loops`, compiled by numba on first use and kept. Small graphs run them as they stand: no start-up cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from aboveboard.compiling import compiled
from aboveboard.graph import act_loops, id_loops, loops

__all__ = ["every", "loop"]

_FEW = 500_000
"""Steps that Python takes in about half a second: numba needs longer to be imported and to compile one loop, and 110 MB."""

_SIGNATURES = {
    "place": "void(i4[::1],i4[::1],i8[::1],i8[::1],i8[::1])",
    "settle": "void(i8[::1],i8[::1])",
    "part": "void(i8[::1],i4[::1])",
    "firsts": "i8(i4[::1],i8[::1],i8[::1],i4[::1])",
    "scan": "i8(i8[::1],i8[::1],i8[::1],i8,i8,f8,i8,i8[:,::1],i4[::1],f8[:,::1])",
    "order": "void(i4[::1],i4[::1],i8[::1],i8[::1])",
    "sketch": "i8(i8[::1],i8[::1],i8[::1],i4[::1],i4[::1],i4[::1])",
    "overlaps": "void(i4[::1],f4[::1],i8[::1],i4[::1],i4[::1],i4[::1],i4[::1],f4[::1])",
    "degrees": "void(i4[::1],i4[::1],i8[::1],i4[::1],i8[::1])",
    "tally": "void(i4[::1],i4[::1])",
    "hold": "void(i4[::1],i4[::1],b1[::1],i8[::1])",
    "rename": "void(i4[::1],i4[::1])",
    "weigh": "void(i4[::1],i4[::1],u2[::1],u4[::1])",
    "sift": "i8(i4[::1],i4[::1],b1[::1],b1[::1],i4[::1],i4[::1])",
    "adjoin": "void(i4[::1],i4[::1],i4[::1],i4[::1])",
    "erode": "f8(i4[::1],i4[::1],i8[::1],i8[::1],f8,f8,i4[::1],f8[::1])",
    "peel": "Tuple((i8,f8))(i4[::1],i4[::1],i8,i8[::1],i8[::1],i8[::1],i8[::1],i8,i4[::1])",
    "met": "void(i4[::1],i8[::1],i4[::1],i8[::1],i8[::1],i8,b1[::1],i8[:,::1],i8[::1])",
    "meet": "i8(i4[::1],i8[::1],i8[::1],i8[::1],i8,b1[::1],i8,i8,i8,i8[::1],i8[::1])",
    "runs": "i8(i8[::1],i8,i8[::1],i4[:,::1])",
    "fresh": "void(i4[::1],i8[::1],i4[::1],b1[::1])",
    "collect": "void(i4[::1],i8[::1],i8[::1])",
    "chance": "void(i4[::1],i4[::1],i8[::1],i4[::1],f8[::1],f8[:,::1],f8[:,::1])",
    "digest": "void(u1[::1],i8[::1],u8[::1])",
    "number": "i8(u1[::1],i8[::1],u8[::1],u8[::1],i4[::1],i4[::1])",
    "heads": "void(u1[::1],i8[::1],i4[::1],u8[:,::1])",
}
_WHERE = {name: module for module in (loops, act_loops, id_loops) for name in _SIGNATURES if hasattr(module, name)}


_READY: dict[str, Callable[..., Any]] = {}
_TAKEN: Counter[str] = Counter()


def loop(name: str, steps: int) -> Callable[..., Any]:
    """Return the loop called `name`, compiled where the steps it has taken and the `steps` it is about to take are worth it."""
    if name in _READY:
        return _READY[name]
    _TAKEN[name] += steps
    return getattr(_WHERE[name], name) if _TAKEN[name] < _FEW else _compiled(name)


def every() -> Iterator[tuple[Callable[..., Any], str]]:
    """Return each loop with the signature it is compiled for."""
    return ((getattr(_WHERE[name], name), signature) for name, signature in _SIGNATURES.items())


def _compiled(name: str) -> Callable[..., Any]:
    return _READY.setdefault(name, compiled(getattr(_WHERE[name], name), _SIGNATURES[name]))
