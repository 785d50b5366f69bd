"""A name as the units that stand for its letters, and how one unit can be written for another."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from aboveboard.names.characters import normal, simplified
from aboveboard.names.display import without_flags
from aboveboard.names.letters import read_letters
from aboveboard.names.shapes import near
from aboveboard.names.sounds import fuzzy, readings

__all__ = ["Unit", "swap", "units"]


class Unit(NamedTuple):
    """One letter that is read: the place and the character it was written with."""

    place: int
    char: str
    letter: str


def units(name: str) -> list[Unit]:
    """Return the letters of a name in reading order; separators and invisible characters have none."""
    written = unicodedata.normalize("NFC", without_flags(name))
    return [Unit(place, char, letter) for place, char in enumerate(written) for letter in _letters(char)]


@lru_cache(maxsize=65_536)
def _letters(char: str) -> str:
    return read_letters(char).replace(" ", "")


_CLASSES = ("il1|", "o0", "5s", "4a", "3e", "7t", "8b", "9g", "6b", "2z")
_LEET = {a + b for group in _CLASSES[1:] for a in group for b in group if a != b} | {"1l", "1i", "l1", "i1"}


@lru_cache(maxsize=262_144)
def swap(written: str, written_letter: str, meant: str, meant_letter: str) -> str | None:
    """Return the kind of change from one character to another: '' for none, None where they have nothing in common."""
    if written_letter == meant_letter:
        return _styling(written, meant)
    if {written_letter, meant_letter} <= {"i", "l"}:
        return "repeat"
    if written_letter + meant_letter in _LEET:
        return "leet"
    if _unmarked(written_letter) == _unmarked(meant_letter):
        return "homoglyph"
    if near(written_letter, meant_letter):
        return "near_shape"
    return "homophone" if _heard_alike(written_letter, meant_letter) else None


def _unmarked(letter: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    return bare.translate(_STROKES) or letter


_STROKES = str.maketrans("đøłħŧı", "dolhti")


def _heard_alike(a: str, b: str) -> bool:
    return bool({fuzzy(s) for s in readings(a)} & {fuzzy(s) for s in readings(b)})


def _styling(written: str, meant: str) -> str:
    if written == meant or normal(written) == normal(meant):
        return _style(written) if _style(meant) == "" else ""
    if _style(written):
        return _style(written)
    return "variant" if simplified(normal(written)) == simplified(normal(meant)) else "homoglyph"


def _style(char: str) -> str:
    """Name the kind of a compatibility character: radical, squared or another style; '' for a plain letter."""
    if "\u2e80" <= char <= "\u2fdf":
        return "radical"
    name = unicodedata.name(char, "")
    if "SQUARED" in name or "REGIONAL INDICATOR" in name:
        return "squared"
    plain = unicodedata.normalize("NFKC", char) == unicodedata.normalize("NFC", char)
    return "" if plain and "NEGATIVE CIRCLED" not in name else "styled"
