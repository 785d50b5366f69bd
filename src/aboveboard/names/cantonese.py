"""Ideographs that sound alike in Cantonese: 凱嵐 for 海嵐, 官塘 for 觀塘. Only names in traditional characters count.

The readings are those of `transliterating`, of which the last ones that can be Jyutping are Cantonese.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from aboveboard.names.characters import simplified
from aboveboard.names.transliterating import spoken

__all__ = ["cantonese", "in_traditional", "read_in_cantonese", "same_in_cantonese"]

_SYLLABLE = re.compile(
    "(?:[bpmfdtnlhwzcsj]|ng?|[gk]w?)?(?:aa(?:[iumnptk]|ng)?|a(?:[iumnptk]|ng)|e(?:[iumnptk]|ng)?|i(?:[umnptk]|ng)?|o(?:[iumnptk]|ng)?|u(?:[imnptk]|ng)?|eo[int]|eot|oe(?:[tk]|ng)?|yu[nt]?)|m|ng"
)
_HAN, _LONGEST, _WAYS = re.compile("[\u3400-\u9fff]"), 16, 16
_LAZY = (("ng", ""), ("n", "l"), ("gwo", "go"), ("kwo", "ko"))
"""Sounds that most speakers no longer part: 我 ngo and o, 你 nei and lei."""


@lru_cache(maxsize=65_536)
def cantonese(char: str) -> tuple[str, ...]:
    """Return the toneless Cantonese readings of an ideograph, as most speakers say them; none for any other character."""
    ways = spoken(char) if _HAN.match(char) else ()
    found = list[str]()
    for way in reversed(ways):
        if not _SYLLABLE.fullmatch(way):
            break
        found.insert(0, way)
    kept = [w for n, w in enumerate(found) if not n or w != found[n - 1].replace("u", "i")]
    return tuple(dict.fromkeys(map(_lazily, kept[-_FEW:])))


_FEW = 2


def _lazily(way: str) -> str:
    for old, new in _LAZY:
        if way.startswith(old) and len(way) > len(old):
            return new + way[len(old) :]
    return way


def _traditional(text: str) -> bool:
    return simplified(text) != text


@lru_cache(maxsize=65_536)
def same_in_cantonese(a: str, b: str) -> bool:
    """Tell whether two ideographs, at least one of them a traditional form, share a Cantonese reading."""
    return (_traditional(a) or _traditional(b)) and bool(set(cantonese(a)) & set(cantonese(b)))


def in_traditional(names: list[str]) -> list[int]:
    """Return which of many names are in traditional characters, as `read_in_cantonese` asks: read as one text."""
    texts = ["".join(filter(str.isalnum, name)) for name in names]
    simple = simplified("\n".join(texts)).split("\n")
    return [n for n, (text, other) in enumerate(zip(texts, simple, strict=False)) if text != other]


def read_in_cantonese(name: str, *, protected: bool) -> list[str]:
    """Return the ways to say a name in traditional characters in Cantonese; of an account's the commonest, and none for another name."""
    text = "".join(c for c in name if c.isalnum())
    if not _traditional(text) or not 1 < len(text) <= _LONGEST:
        return []
    ways = [cantonese(c) or (c,) for c in text]
    if not protected:
        return ["".join(way[-1] for way in ways)]
    return ["".join(way) for way in islice(product(*(way[::-1] for way in ways)), _WAYS)]
