"""A cheap bound below what `alignment` counts: letters in plain ASCII that no move but an edit accounts for."""

from __future__ import annotations

from functools import lru_cache
from string import ascii_lowercase, digits

from aboveboard.names.moves import DRAWN, RESPELLED, SILENT, swapped
from aboveboard.names.units import Unit

__all__ = ["least_edits"]

_LETTERS = ascii_lowercase + digits


def least_edits(written: str, meant: str) -> int:
    """Return a number of edits that no alignment of two runs of ASCII letters, in lower case, has fewer of.

    A letter that the name holds once cannot be a repeat. Where nothing in the model is written with it either, it is put in or
    stands for another: one edit each, unless it is one of those that may go unheard. The same holds for a letter of the model. One edit can settle one of either, so the
    larger count is the bound.
    """
    return max(_unaccounted(written, _writes(meant)), _unaccounted(meant, _means(written)))


def _unaccounted(text: str, accounted: frozenset[str]) -> int:
    return sum(text.count(letter) == 1 for letter in set(text) - accounted - SILENT)


@lru_cache(maxsize=16_384)
def _writes(meant: str) -> frozenset[str]:
    """Return the letters that some part of a model may be written with."""
    runs = [r for m, ways in _written_for().items() if m in meant for r in ways]
    return frozenset().union(*runs)


@lru_cache(maxsize=16_384)
def _means(written: str) -> frozenset[str]:
    """Return the letters that some part of a name may stand for."""
    runs = [m for m, ways in _written_for().items() if any(r in written for r in ways)]
    return frozenset().union(*runs)


@lru_cache(maxsize=1)
def _written_for() -> dict[str, list[str]]:
    """Return what each letter, and each run that is drawn or spelled otherwise, may be written with."""
    found = {m: [w for w in _LETTERS if w == m or swapped(Unit(0, w, w), Unit(0, m, m)) is not None] for m in _LETTERS}
    drawn = [pair for one, ways in DRAWN.items() for two in ways for pair in ((one, two), (two, one))]
    for written, meant in (*drawn, *sorted(RESPELLED)):
        found.setdefault(meant, []).append(written)
    return found
