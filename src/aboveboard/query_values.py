"""The values that stand for a query's `$names`. Apart from `queries`, so that who only has values need not read a parser of SQL."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

__all__ = ["Value", "unbound"]

Value = str | int | float | bool | datetime
"""What a `$name` may stand for."""


def unbound(asked: Iterable[str], names: Collection[str]) -> None:
    """Raise `ValueError` where a query asks for a `$name` that is not among `names`."""
    for name in asked:
        if name not in names:
            raise ValueError(f"${name} has no value; parameters are {', '.join(sorted(names))}")
