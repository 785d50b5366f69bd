"""Ways to write a protected name that are too many to make for every account: look-alikes, readings, initials."""

from __future__ import annotations

from itertools import product

from aboveboard.names.shapes import alike
from aboveboard.names.sounds import readings

__all__ = ["initials", "shapes", "syllables"]

_LONGEST = 16
_COMBINATIONS = 32
_FEWEST_SYLLABLES = 4


def shapes(name: str) -> list[str]:
    """Return `name` with one ideograph replaced by each that looks like it; none for a name over 16 characters."""
    if len(name) > _LONGEST:
        return []
    return [name[:i] + twin + name[i + 1 :] for i, char in enumerate(name) for twin in alike(char)]


def syllables(name: str) -> list[tuple[str, ...]]:
    """Return the ways to read `name` aloud, at most 32, commonest first; another letter stands for itself."""
    ways = product(*(readings(c) or (c,) for c in name[:_LONGEST]))
    return [way for way, _ in zip(ways, range(_COMBINATIONS), strict=False)]


def initials(way: tuple[str, ...]) -> list[str]:
    """Return mixtures of initials and whole syllables: rmrb, rmribao, renminrb; none for under four syllables."""
    if len(way) < _FEWEST_SYLLABLES:
        return []
    first = [s[0] for s in way]
    head = ["".join(first[:i]) + "".join(way[i:]) for i in range(1, len(way) + 1)]
    tail = ["".join(way[:i]) + "".join(first[i:]) for i in range(1, len(way))]
    return head + tail
