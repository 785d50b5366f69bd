"""A protected name spelled otherwise and heard the same, by the habits of its language: Ngân hàng Xao Dương, Vanco Valdebera.

What natives confuse is written down in `habits`, language by language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations

from aboveboard.names.habits import Habit, habits_of

__all__ = ["one_spelling", "respellings"]


_MOST, _LEAST = 96, 4
"""Spellings of a name at most, and letters of a name at least: a short one would become another."""


@lru_cache(maxsize=32_768)
def respellings(name: str) -> tuple[str, ...]:
    """Return a name, in small letters, in at most 96 other spellings: one or two places written otherwise. None for other languages."""
    text = name.casefold()
    places = [p for habit in habits_of(text) for p in _places(text, habit)]
    if len(text) < _LEAST or not places:
        return ()
    once = [_written(text, [p]) for p in places]
    pairs = sorted(combinations(range(len(places)), 2), key=sum)
    twice = (_written(text, [places[a], places[b]]) for a, b in pairs if _apart(places[a], places[b]))
    found = dict.fromkeys(once)
    for other in twice:
        if len(found) >= _MOST:
            break
        found[other] = None
    found.pop(text, None)
    return tuple(found)[:_MOST]


@lru_cache(maxsize=32_768)
def one_spelling(text: str, model: str) -> str:
    """Return a text in small letters with all that is confused in a model's language written in one way; '' for other languages."""
    if len(model) < _LEAST_WHOLE:
        return ""
    made = text.casefold()
    for ways in _plainer_ways_of(model):
        for _ in range(_ROUNDS):
            for bare, pattern, other in ways:
                if bare in made:
                    made = pattern.sub(other, made)
    return made


_Way = tuple[str, re.Pattern[str], str]


@lru_cache(maxsize=16_384)
def _plainer_ways_of(model: str) -> tuple[tuple[_Way, ...], ...]:
    return tuple(map(_plainer_ways, habits_of(model.casefold())))


@lru_cache(maxsize=256)
def _plainer_ways(habit: Habit) -> tuple[_Way, ...]:
    """Return each spelling of a habit for which a plainer one is written: the letters without which it is not there, its pattern, and the plainer one."""
    return tuple(
        (said.strip("^$"), _pattern(said), other.strip("^$"))
        for said, other in habit.pairs
        if _plainer(other) < _plainer(said)
    )


_ROUNDS = 2


def _plainer(spelling: str) -> tuple[bool, int, str]:
    """Return by what one of two spellings is taken for both: plain letters first, then fewer, then those first in the alphabet."""
    bare = spelling.strip("^$")
    return not bare.isascii(), len(bare), bare


_LEAST_WHOLE = 8
"""Letters of a name that may be written otherwise in any number of places."""


_Place = tuple[int, int, str]


def _apart(a: _Place, b: _Place) -> bool:
    return a[1] <= b[0] or b[1] <= a[0]


def _places(text: str, habit: Habit) -> list[_Place]:
    """Return where a text may be written otherwise (start, end) and how."""
    return [
        (m.start(), m.end(), other.strip("^$"))
        for said, other in habit.pairs
        if said.strip("^$") in text
        for m in _pattern(said).finditer(text)
    ]


@lru_cache(maxsize=512)
def _pattern(said: str) -> re.Pattern[str]:
    bare = re.escape(said.strip("^$"))
    head = "\\b" if said.startswith("^") else ""
    return re.compile(
        head + (bare + _NO_PAIR.get(bare, "") if bare else _VOWEL) + ("\\b" if said.endswith("$") else "")
    )


_NO_PAIR = {"n": "(?![gh])", "c": "(?!h)", "t": "(?![hr])"}
"""What must not follow a letter for it to be that sound: ng, nh, ch, th and tr are others."""
_VOWEL = "(?=[aeiouáéíóú])"
"""Where a silent letter may be put before a word."""


def _written(text: str, places: list[_Place]) -> str:
    for start, end, other in sorted(places, reverse=True):
        text = text[:start] + other + text[end:]
    return text
