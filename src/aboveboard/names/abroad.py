"""What well-known bodies are called in other languages: 亚马逊 is Amazon, 英国广播公司 the BBC, Касикорн Банк ธนาคารกสิกรไทย.

No rule finds such names: they are translations, or sounds that were settled long ago. The list (data/abroad.txt) is written down
from general knowledge; a name that is an everyday word, or that several bodies have, is none of a body's.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import category

from aboveboard.names.bodies_abroad import bodies_in_english
from aboveboard.names.brands import BRANDS
from aboveboard.names.letter_names import spelled_abroad
from aboveboard.names.letters import lettering
from aboveboard.names.rarity import common

__all__ = ["abroad", "called_abroad", "one_body", "size_of", "well_known"]

_LEAST = 5
"""Letters of a name that is anybody's where it has fewer; an ideograph, a kana or a syllable says as much as two and a half, a letter
of scripts that leave vowels out or hang them on as much as one and a half."""


@cache
def _bodies() -> tuple[tuple[str, ...], ...]:
    text = files("aboveboard.names").joinpath("data/abroad.txt").read_text("utf-8")
    return tuple(tuple(line.split("/")) for line in text.splitlines() if not line.startswith("#"))


@cache
def _by_key() -> dict[str, int]:
    """Return the body of each name as it is read; a name that two bodies have is left out."""
    found: dict[str, set[int]] = {}
    for number, names in enumerate(_bodies()):
        for name in names:
            found.setdefault(_key(name), set()).add(number)
    return {key: min(bodies) for key, bodies in found.items() if key and len(bodies) == 1}


def _key(name: str) -> str:
    return (lettering(name) or "").replace(" ", "")


@lru_cache(maxsize=65_536)
def called_abroad(name: str) -> tuple[str, ...]:
    """Return the other names of a well-known body, in the order of the list, without those too short to be one's alone; none for another name."""
    key = _key(name)
    body = _by_key().get(key)
    known = () if body is None else _bodies()[body]
    return tuple(way for way in (*known, *spelled_abroad(name)) if _key(way) != key and size_of(way) >= _LEAST)


def abroad(name: str) -> tuple[str, ...]:
    """Return what a body is called in other languages, as it is known or as its words say."""
    return (*called_abroad(name), *bodies_in_english(name))


@lru_cache(maxsize=16_384)
def well_known(name: str) -> bool:
    """Tell whether a name of three letters or more is a well-known body's, and no common word."""
    key = _key(name)
    return len(key) >= _BRIEF and key in _by_key() and (key in BRANDS or not common(key))


_BRIEF = 3


def one_body(name: str, other: str) -> bool:
    """Tell whether two names are one well-known body's: HSBC and 滙豐."""
    body = _by_key().get(_key(name))
    return body is not None and body == _by_key().get(_key(other))


def size_of(name: str) -> float:
    """Return how much a name says, in Latin letters."""
    return sum(
        _WIDE if c >= _FIRST_WIDE else _DENSE if _FIRST_DENSE <= c < _LAST_DENSE else 1.0
        for c in name
        if category(c)[0] in "LMN"
    )


_WIDE, _FIRST_WIDE = 2.5, "\u2e80"
_DENSE, _FIRST_DENSE, _LAST_DENSE = 1.5, "\u0590", "\u1100"
