"""A cheap bound below what `alignment` counts: letters in plain ASCII that no move but an edit accounts for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from string import ascii_lowercase, digits

from aboveboard.names.moves import DRAWN, RESPELLED, SILENT, swapped
from aboveboard.names.units import Unit

__all__ = ["BIT", "LETTERS", "bits_of", "least_edits", "needs_edit"]

LETTERS = ascii_lowercase + digits
"""The letters that are looked at one by one."""


def least_edits(written: str, meant: str, around: str = "") -> int:
    """Return a number of edits that no alignment of two runs of ASCII letters, in lower case, has fewer of.

    A letter is no repeat where the name first holds it, unless it stands there twice at once. Where nothing in the model is
    written with it either, it is put in or stands for another: one edit each, unless it is one of those that may go unheard.
    The same holds for a letter of the model. One edit can settle one of either, so the larger count is the bound. Where both
    are cut from longer names, `around` holds the letters beside them: one of those may be repeated.
    """
    beside = bits_of(around) if around else 0
    return max(_unaccounted(written, _writes(meant) | beside), _unaccounted(meant, _means(written) | beside))


def needs_edit(written: str, meant: str, *, part: bool) -> bool:
    """Tell whether ASCII letters, in lower case, are surely no other's respelled or in disguise: some letter must be put in, left out or changed.

    Other vowels and nearly the same sounds count as changed here. `part`: only a part of what is written need stand for what is meant.
    """
    writes, means = _sober_ways()
    if _unaccounted(meant, _reached(written, means), _UNHEARD):
        return True
    return not part and bool(_unaccounted(written, _reached(meant, writes), _UNHEARD))


def _unaccounted(text: str, accounted: int, silent: int | None = None) -> int:
    """Count the letters that are not accounted for, nor a repeat where they first stand."""
    count, seen = 0, accounted | (_SILENT if silent is None else silent)
    if not bits_of(text) & ~seen:
        return 0
    for letter, following in zip(text, f"{text[1:]} ", strict=False):
        bit = BIT.get(letter, 0)
        if bit & ~seen:
            seen |= bit
            count += letter != following
    return count


BIT = {letter: 1 << i for i, letter in enumerate(LETTERS)}


@lru_cache(maxsize=65_536)
def bits_of(text: str) -> int:
    """Return the letters of a text, a bit for each (`BIT`)."""
    made = 0
    for letter in text:
        made |= BIT.get(letter, 0)
    return made


_SILENT, _UNHEARD = bits_of("".join(SILENT)), bits_of("he")
"""Letters that an alignment may leave out, and those of them that it leaves out without an edit."""


@lru_cache(maxsize=16_384)
def _writes(meant: str) -> int:
    """Return the letters that some part of a model may be written with, a bit for each."""
    return _reached(meant, _ways()[0])


@lru_cache(maxsize=16_384)
def _means(written: str) -> int:
    """Return the letters that some part of a name may stand for, a bit for each."""
    return _reached(written, _ways()[1])


_Ways = tuple[dict[str, int], tuple[int, ...]]
"""Letters that a letter, or a run of them, leads to; and how long the runs are."""


def _reached(text: str, ways: _Ways) -> int:
    to, sizes = ways
    made = 0
    for letter in set(text):
        made |= to.get(letter, 0)
    for size in sizes:
        for at in range(len(text) - size + 1):
            made |= to.get(text[at : at + size], 0)
    return made


@lru_cache(maxsize=1)
def _ways() -> tuple[_Ways, _Ways]:
    """Return what each letter, and each run that is drawn or spelled otherwise, may be written with, and may stand for."""
    return _ways_but(frozenset((None,)))


@lru_cache(maxsize=1)
def _sober_ways() -> tuple[_Ways, _Ways]:
    """Return the same without what counts as an edit."""
    return _ways_but(frozenset((None, "vowel", "voice", "edit")))


def _ways_but(kinds: frozenset[str | None]) -> tuple[_Ways, _Ways]:
    alike = [(w, m) for w in LETTERS for m in LETTERS if w == m or swapped(Unit(0, w, w), Unit(0, m, m)) not in kinds]
    drawn = [pair for one, ways in DRAWN.items() for two in ways for pair in ((one, two), (two, one))]
    pairs = [*alike, *drawn, *sorted(RESPELLED)]
    return _gathered((m, w) for w, m in pairs), _gathered(pairs)


def _gathered(pairs: Iterable[tuple[str, ...]]) -> _Ways:
    to: dict[str, int] = {}
    for run, other in pairs:
        to[run] = to.get(run, 0) | bits_of(other)
    return to, tuple(sorted({len(run) for run in to} - {1}))
