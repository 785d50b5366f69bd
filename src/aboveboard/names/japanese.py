"""Ideographs that are read alike in Japanese: 任店堂 for 任天堂, 港総合病院 for みなと総合病院.

Only names that are Japanese by how they are written count: with kana, or with an ideograph that China writes otherwise.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from aboveboard.names.transliterating import encoded, spoken

__all__ = ["is_japanese", "read_alike", "same_reading"]

_KANA, _HAN = re.compile("[\u3041-\u30ff]"), re.compile("[\u3400-\u9fff]")
_READINGS, _SHORTEST, _LONGEST = 2, 2, 10
_FIRST_LEVEL = (0x889F, 0x9872)


@lru_cache(maxsize=16_384)
def is_japanese(name: str) -> bool:
    """Tell whether a name must be Japanese: all of it is in its character set, and a kana or one ideograph in no Chinese one."""
    signs = [c for c in name if not c.isascii()]
    if not signs or not all(encoded(c, "shift_jis") for c in signs):
        return False
    return any(_KANA.match(c) or not (encoded(c, "gb2312") or encoded(c, "big5")) for c in signs) or (
        any(not encoded(c, "gb2312") for c in signs) and any(not encoded(c, "big5") for c in signs)
    )


def _read(char: str) -> tuple[str, ...]:
    return tuple(r for r in spoken(char)[:_READINGS] if len(r) >= _SHORTEST) if _HAN.match(char) else ()


@lru_cache(maxsize=65_536)
def same_reading(a: str, b: str) -> bool:
    """Tell whether two ideographs share one of their commonest readings in Japanese."""
    return bool(set(_read(a)) & set(_read(b)))


@cache
def _by_reading() -> dict[str, str]:
    """Return each reading with the ideographs of the first level of JIS X 0208 that have it."""
    found: dict[str, str] = {}
    for high in range(0x88, 0x99):
        for low in range(0x40, 0xFD):
            if low == 0x7F or not _FIRST_LEVEL[0] <= (high << 8) + low <= _FIRST_LEVEL[1]:  # noqa: PLR2004  (a gap of Shift JIS)
                continue
            char = bytes((high, low)).decode("shift_jis")
            for reading in _read(char):
                found[reading] = found.get(reading, "") + char
    return found


def read_alike(name: str) -> list[str]:
    """Return a protected Japanese name with one ideograph replaced by each that is read alike; none for another name."""
    if len(name) > _LONGEST or not is_japanese(name):
        return []
    return [
        name[:i] + twin + name[i + 1 :]
        for i, char in enumerate(name)
        for reading in _read(char)
        for twin in _by_reading().get(reading, "")
        if twin != char
    ]
