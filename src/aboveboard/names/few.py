"""Looking at a few names: one by one is faster there, because a pattern over an array is compiled anew at every call."""

from __future__ import annotations

import re
from functools import cache

import pyarrow as pa

__all__ = ["FEW", "ascii_pattern", "few_and_plain"]

FEW = 32
"""Names up to which one by one is faster: every function over an array costs as much as many names."""

_CLASSES = (
    (r"\p{Ll}", "a-z"),
    (r"\p{Lu}", "A-Z"),
    (r"\p{Han}", ""),
    (r"\p{Hangul}", ""),
    (r"\pL", "a-zA-Z"),
    (r"\pN", "0-9"),
)
"""Classes of characters of RE2, and what of them is ASCII; they stand in brackets in every pattern that is read here."""


def few_and_plain(names: pa.Array) -> bool:
    """Tell whether the names are few, and all of them plain ASCII (or null)."""
    return len(names) <= FEW and all(n is None or n.isascii() for n in names.to_pylist())


@cache
def ascii_pattern(pattern: str) -> re.Pattern[str]:
    """Return a pattern of RE2 for ASCII texts only. Raises `re.error` for a class that is not listed here."""
    for named, letters in _CLASSES:
        pattern = pattern.replace(f"{named}", letters)
    return re.compile(pattern, re.ASCII)
