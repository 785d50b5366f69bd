"""A name as the units that stand for its letters, and how one unit can be written for another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import NamedTuple

from opencc import OpenCC

from aboveboard.names.cantonese import same_in_cantonese
from aboveboard.names.characters import normal, simplified
from aboveboard.names.display import CAPITALS, without_flags
from aboveboard.names.hangul import related
from aboveboard.names.letters import read_letters
from aboveboard.names.parts import kin
from aboveboard.names.pasted import as_latin
from aboveboard.names.read_aloud import read_as
from aboveboard.names.scripts import scripts
from aboveboard.names.shapes import alike, close, near
from aboveboard.names.sounds import fuzzy, heard, readings

__all__ = ["Unit", "ascii_only", "swap", "units"]


class Unit(NamedTuple):
    """One letter that is read: the place and the character it was written with."""

    place: int
    char: str
    letter: str


def units(name: str) -> list[Unit]:
    """Return the letters of a name in reading order; separators and invisible characters have none."""
    if name.isascii():
        read = zip(range(len(name)), name, name.lower(), strict=True)
        return list(map(_unit, read if name.isalnum() else (r for r in read if r[1].isalnum())))
    written = unicodedata.normalize("NFC", without_flags(name))
    signs = enumerate(zip(written, as_latin(written), strict=True))
    return list(map(_unit, ((place, char, letter) for place, (char, read) in signs for letter in _letters(read))))


_unit: Callable[[tuple[int, str, str]], Unit] = partial(tuple.__new__, Unit)  # pyright: ignore[reportAssignmentType]
"""A unit of a tuple: several times faster than by its own constructor, and there are millions."""


def ascii_only(run: list[Unit]) -> bool:
    """Tell whether letters were all written in ASCII."""
    return "".join([char for _, char, _ in run]).isascii()


@lru_cache(maxsize=65_536)
def _letters(char: str) -> str:
    letters = read_letters(char).replace(" ", "")
    return "".join(c for c in letters if not LOOSE_MARK.match(c)) if not char.isascii() else letters


LOOSE_MARK = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\u0591-\u05c7\u064b-\u065f\u0670\u0e47-\u0e4e]"
)
"""A mark that stands alone: over, under or around a letter it was not made one with."""


_CLASSES = ("il1|", "o0", "5s", "4a", "3e", "7t", "8b", "9g", "6b", "2z")
_LEET = {a + b for group in _CLASSES[1:] for a in group for b in group if a != b} | {"1l", "1i", "l1", "i1"}


@lru_cache(maxsize=262_144)
def swap(written: str, written_letter: str, meant: str, meant_letter: str) -> str | None:
    """Return the kind of change from one character to another: '' for none, None where they have nothing in common."""
    if written_letter == meant_letter:
        return _styling(written, meant)
    for kind, test in _TESTS:
        if test(written_letter, meant_letter):
            return "homoglyph" if kind == _STROKE and scripts(written) != scripts(meant) else kind
    if _capital(written) == meant_letter or _capital(meant) == written_letter:
        return "homoglyph"
    if written_letter in _VOWELS and meant_letter in _VOWELS:
        return "vowel"
    if written_letter + meant_letter in _VOICED:
        return "voice"
    return related(written_letter, meant_letter) or _of_one_group(written.casefold(), meant.casefold())


_VOWELS = frozenset("aeiouy")
_VOICED = {
    a + b
    for pair in [
        "dt",
        "gk",
        "bp",
        "bv",
        "vw",
        "fv",
        "jg",
        "cj",
        "cs",
        "cz",
        "cg",
        "lr",
        "ln",
        "mn",
        "jy",
        "sz",
        "kq",
        "xs",
        "zj",
    ]
    for a, b in (pair, pair[::-1])
}
"""Latin consonants that are nearly the same sound, in some language or to careless ears."""


def _of_one_group(written: str, meant: str) -> str | None:
    """Compare two letters of one script that sound alike or are drawn alike."""
    if heard(written, meant) or same_in_cantonese(written, meant):
        return "homophone"
    return "near_shape" if close(written, meant) else "body" if near(written, meant) else None


def _unmarked(letter: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    return bare.translate(_STROKES) or letter


_STROKES = str.maketrans("đøłħŧı", "dolhti")


def _capital(char: str) -> str:
    """Return the letter that a capital is drawn like: Greek Ν is N, though ν is v."""
    return read_letters(CAPITALS.get(char, "")) or "∅"


def _heard_alike(a: str, b: str) -> bool:
    if a.isdigit() and a.isascii():
        return read_as(a, b)
    return bool({fuzzy(s) for s in readings(a)} & {fuzzy(s) for s in readings(b)})


_PLAINLY = 0.85


def _taken_for(a: str, b: str) -> bool:
    """Whether a reader takes one for the other; of two that sound alike too, the shape is told where it is plainly the reason."""
    return close(a, b) and (not _heard_alike(a, b) or alike(a).get(b, 1.0) >= _PLAINLY)


@cache
def _to_older() -> OpenCC:
    return OpenCC("jp2t")


@lru_cache(maxsize=65_536)
def _one_form(char: str) -> str:
    if char.isascii():
        return char
    return simplified(_to_older().convert(simplified(char)))


_STROKE = "repeat"
"""I, l and 1 within one script; the Cyrillic or Greek one is another script's letter."""

_TESTS: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("variant", lambda a, b: _one_form(a) == _one_form(b)),
    (_STROKE, lambda a, b: {_unmarked(a), _unmarked(b)} == {"i", "l"}),
    ("leet", lambda a, b: a + b in _LEET),
    ("homoglyph", lambda a, b: _unmarked(a) == _unmarked(b)),
    ("near_shape", _taken_for),
    ("homophone", _heard_alike),
    ("body", lambda a, b: near(a, b) or b in kin(a)),
)


def _styling(written: str, meant: str) -> str:
    if written == meant or normal(written) == normal(meant):
        return _style(written) if _style(meant) == "" else ""
    if _style(written):
        return _style(written)
    if simplified(normal(written)) == simplified(normal(meant)):
        return "variant"
    shared = scripts(written) & scripts(meant)
    return "near_shape" if shared and "Latin" not in shared else "homoglyph"


def _style(char: str) -> str:
    """Name the kind of a compatibility character: radical, squared or another style; '' for a plain letter, or the several that one is read as."""
    if "\u2e80" <= char <= "\u2fdf":
        return "radical"
    name = unicodedata.name(char, "") if len(char) == 1 else ""
    if any(sort in name for sort in ("SQUARED", "REGIONAL INDICATOR", "MAHJONG TILE", "ROUNDED SYMBOL")):
        return "squared"
    plain = unicodedata.normalize("NFKC", char) == unicodedata.normalize("NFC", char)
    return "" if plain and "NEGATIVE CIRCLED" not in name else "styled"
