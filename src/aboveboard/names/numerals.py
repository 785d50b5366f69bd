"""Numbers in names, in whatever way their digits are parted or drawn: 1.2.3.0.6, l23O6 and 12306 are one."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["numbers_in", "otherwise_numbered"]

_PARTED = re.compile(r"(?<!\d)\d(?: \d(?!\d)){2,}")
_DRAWN = re.compile(
    r"(?<![^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])[\dilo]{4,}(?![^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
)
_AS_DIGITS = str.maketrans("ilo", "110")
_NUMBER = re.compile(r"\d+")
_HALF = 2


@lru_cache(maxsize=65_536)
def numbers_in(words: str) -> frozenset[str]:
    """Return the numbers in a name (`letters.letters`), also what single digits make together, and digits with l and o among them."""
    found = {*_NUMBER.findall(words), *(m[0].replace(" ", "") for m in _PARTED.finditer(words))}
    for run in _DRAWN.findall(words):
        if _HALF * sum(map(str.isdigit, run)) >= len(run):
            found.add(run.translate(_AS_DIGITS))
    return frozenset(found)


def otherwise_numbered(name: str, model: str) -> bool:
    """Tell of two names (`letters.letters`) whether both are numbered and the number the model ends in is not the name's: District 2 is not District 3."""
    meant = _LAST.search(model)
    return meant is not None and bool(numbers := numbers_in(name)) and meant[0] not in numbers


_LAST = re.compile(r"\d+$")
