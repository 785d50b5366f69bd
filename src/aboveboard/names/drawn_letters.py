"""Whether letters in plain ASCII may be others in disguise: moves that cost no edit lead from one to the other, and one of them fools a reader.

The moves are those of `moves`, each allowed wherever it may be at all, so that nothing that `alignment` finds is missed: a letter
kept, an i for an l, a digit for a letter, two letters that draw one, another spelling of a sound, two letters turned round, a letter
repeated or unheard. Which of them fool a reader is told in `verdicts`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from aboveboard.compiling import compiled
from aboveboard.names.bounds import BIT, LETTERS, bits_of
from aboveboard.names.drawn_loops import LED, led
from aboveboard.names.moves import DRAWN, FOOLING, RESPELLED, swapped
from aboveboard.names.units import Unit

__all__ = ["Written", "may_be_drawn", "may_be_written", "may_fool", "ways_written"]

LONGEST = 64
"""Letters beyond which an alignment does not look; the answer is yes there."""

_UNHEARD = frozenset("he")


class Written(NamedTuple):
    """The ways to write a name, its letters and digits in lower case: how it stands there first, then as it may be shown, which fools already."""

    plain: str
    codes: np.ndarray
    at: np.ndarray
    fooled: np.ndarray
    longest: int


def ways_written(plain: str, shown: Iterable[str], *, fooled: bool = False) -> Written:
    """Return the ways to write a name. `fooled`: a reader is fooled by the first one too."""
    ways = [plain, *shown]
    at = np.array([0, *accumulate(map(len, ways))], np.int64)
    marks = np.array([fooled, *(True for _ in ways[1:])], np.bool_)
    return Written(plain, _codes("".join(ways)), at, marks, max(map(len, ways)))


def may_be_written(ways: Written, meant: str) -> bool:
    """Tell what `may_be_drawn` does of any of the ways to write a name."""
    if not meant or max(ways.longest, len(meant)) > LONGEST:
        return True
    first = 0 if ways.fooled[0] or may_fool(ways.plain, meant) else 1
    if first == len(ways.fooled):
        return False
    return compiled(led, LED)(ways.codes, ways.at, ways.fooled, first, _codes(meant), *_tables())


def may_be_drawn(written: str, meant: str, *, fooled: bool = False) -> bool:
    """Tell whether a part of `written` may be all of `meant`, both ASCII letters and digits in lower case, without an edit and so that a reader is fooled.

    `fooled`: he is already, by how the name is shown, and any way without an edit will do.
    """
    return may_be_written(ways_written(written, (), fooled=fooled), meant)


def may_fool(written: str, meant: str) -> bool:
    """Tell whether some letter, or two, of a model may be written with others that a reader takes for it."""
    if _partners(written) & bits_of(meant):
        return True
    return any(a in written and b in meant for a, b in FOOLING)


def _codes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("ascii").translate(_NUMBERED), np.uint8)


_NUMBERED = bytes(max(LETTERS.find(chr(code)), 0) for code in range(256))


@lru_cache(maxsize=65_536)
def _partners(written: str) -> int:
    """Return the letters that a reader may take some letter of a name for, a bit for each."""
    made, fooling = 0, _fooling()
    for letter in set(written):
        for other in fooling[letter]:
            made |= BIT[other]
    return made


@cache
def _fooling() -> dict[str, frozenset[str]]:
    """Return what each letter may be taken for."""
    kinds = frozenset((None, "", "vowel", "voice", "edit", "homophone", "variant", "body"))
    return {a: frozenset(b for b in BIT if a != b and swapped(Unit(0, a, a), Unit(0, b, b)) not in kinds) for a in BIT}


@cache
def _tables() -> tuple[np.ndarray, ...]:
    """Return what a letter may be and be taken for, runs of letters that stand for others, and letters that go unheard: see `drawn_loops`."""
    alike = np.eye(len(LETTERS), dtype=np.uint8)
    for a, others in _fooling().items():
        alike[LETTERS.index(a), [LETTERS.index(b) for b in others]] = 2
    drawn = {pair for one, ways in DRAWN.items() for two in ways for pair in ((one, two), (two, one))}
    places = sorted(
        (LETTERS.index(a[0]), LETTERS.index(b[0]), a, b) for a, b in drawn | RESPELLED if set(a + b) <= set(LETTERS)
    )
    runs = np.zeros((len(places), max(len(a + b) for *_, a, b in places)), np.uint8)
    for row, (*_, a, b) in zip(runs, places, strict=True):
        row[: len(a + b)] = _codes(a + b)
    lengths = np.array([(len(a), len(b), (a, b) in FOOLING) for *_, a, b in places], np.int64)
    first = np.searchsorted(
        [a * (len(LETTERS) + 1) + b for a, b, *_ in places], np.arange(len(LETTERS) * (len(LETTERS) + 1))
    )
    unheard = np.array([letter in _UNHEARD for letter in LETTERS], np.bool_)
    return alike, first.reshape(len(LETTERS), -1), runs, lengths, unheard
