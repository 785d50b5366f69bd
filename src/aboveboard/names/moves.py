"""The single steps by which one name is written for another: letters swapped, drawn, respelled, split, spoken."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from aboveboard.names.parts import split, whole
from aboveboard.names.sounds import blur, readings
from aboveboard.names.units import Unit, swap

__all__ = ["LETTERS", "Change", "Pair", "moves"]

LETTERS = 6
"""The longest move, in letters of the name: a syllable for one ideograph."""

_DRAWN = {"m": ("rn", "nn"), "w": ("vv",), "d": ("cl",), "u": ("ii",), "h": ("lr",), "b": ("lo",)}
"""Letters that two others draw."""

_FILLERS = frozenset("のノ丶丿灬ヽ乀乁之")
_FIRST_SIGN = "\u2e7f"


class Change(NamedTuple):
    """One change: its kind, what is written, and what was meant."""

    kind: str
    written: str
    meant: str


class Pair(NamedTuple):
    """Two runs of letters, the few letters before them in the name, and their letters as text."""

    name: list[Unit]
    model: list[Unit]
    before: str
    written: str
    meant: str

    @classmethod
    def of(cls, name: list[Unit], model: list[Unit], before: list[Unit]) -> Pair:
        """Return the pair of two runs of letters."""
        texts = ("".join(u.letter for u in run) for run in (before, name, model))
        return cls(name, model, *texts)


def moves(pair: Pair, i: int, j: int) -> Iterator[tuple[int, int, Change]]:
    """Yield the moves from letter `i` of the name and `j` of the model: letters taken of each, and the change.

    Where both are written with the same character, to keep it is never dearer than any other move.
    """
    a, b = pair.name[i : i + 1], pair.model[j : j + 1]
    if a and b:
        if a[0].char == b[0].char and a[0].letter == b[0].letter:
            yield 1, 1, _KEPT
            return
        kind = swap(a[0].char, a[0].letter, b[0].char, b[0].letter)
        yield 1, 1, Change("edit" if kind is None else kind, a[0].char, b[0].char)
        yield from _several(pair, i, j)
    if a:
        yield from _dropped(pair, i)
    if b:
        again = (pair.meant[j - 1] if j else pair.before[-1:]) == b[0].letter
        yield 0, 1, Change("repeat" if again else "edit", "", b[0].char)


_KEPT = Change("", "", "")


def _dropped(pair: Pair, i: int) -> Iterator[tuple[int, int, Change]]:
    """Yield the ways in which letters of the name stand for none: repeated, a filler, or one too many."""
    a, text = pair.name[i], pair.written
    past, here = pair.before + text, len(pair.before) + i
    last = past[here - 1 : here]
    yield 1, 0, Change("repeat" if last == a.letter else "separator" if a.char in _FILLERS else "edit", a.char, "")
    for run in range(2, LETTERS + 1):
        if here >= run and past[here - run : here] == past[here : here + run]:
            yield run, 0, Change("repeat", _chars(pair.name[i : i + run]), "")


def _several(pair: Pair, i: int, j: int) -> Iterator[tuple[int, int, Change]]:
    name, model, b = pair.name, pair.model, pair.model[j]
    two, meant = pair.written[i : i + 2], pair.meant[j : j + 2]
    if two.isascii() and meant.isascii():
        yield from _respelled(pair.written[i : i + 3], pair.meant[j : j + 3])
    if two in _DRAWN.get(b.letter, ()):
        yield 2, 1, Change("repeat", two, b.char)
    if meant in _DRAWN.get(two[0], ()):
        yield 1, 2, Change("repeat", name[i].char, meant)
    if len(two) == len(meant) == 2 and two == meant[::-1] and two[0] != two[1]:  # noqa: PLR2004  (a pair)
        yield 2, 2, Change("edit", _chars(name[i : i + 2]), _chars(model[j : j + 2]))
    if b.letter > _FIRST_SIGN:
        yield from _signs(pair, i, b)


def _signs(pair: Pair, i: int, b: Unit) -> Iterator[tuple[int, int, Change]]:
    """Yield the ways to write one ideograph as its parts or as its sound."""
    two = pair.written[i : i + 2]
    if len(two) == 2:  # noqa: PLR2004  (a pair)
        made = whole(*two)
        if two in split(b.letter) or (made and swap(made, made, b.char, b.letter) is not None):
            yield 2, 1, Change("split", _chars(pair.name[i : i + 2]), b.char)
    three = pair.written[i : i + 3]
    if len(three) > len(two) and three in split(b.letter):
        yield 3, 1, Change("split", _chars(pair.name[i : i + 3]), b.char)
    if two[0].isascii():
        yield from _spoken(pair.written[i : i + LETTERS], b)


_RESPELLED = (
    "qu kw", "c k", "ck k", "ck c", "x ks", "x cks", "f ph", "ee ea", "ee ie", "ei ie", "or aw", "or au", "air are", "s z", "y i", "ou oo", "w wh", "t th", "oo u", "ay ai",
)  # fmt: skip
_SAME_SOUND = {p for pair in _RESPELLED for p in (tuple(pair.split()), tuple(pair.split()[::-1]))}
_LENGTHS = sorted({(len(a), len(b)) for a, b in _SAME_SOUND})


@lru_cache(maxsize=65_536)
def _blurred(text: str) -> str:
    return blur(text)


def _respelled(written: str, meant: str) -> Iterator[tuple[int, int, Change]]:
    """Yield Latin letters spelled otherwise that sound the same: kw for qu."""
    for m, n in _LENGTHS:
        if (written[:m], meant[:n]) in _SAME_SOUND and len(written) >= m and len(meant) >= n:
            yield m, n, Change("homophone", written[:m], meant[:n])


def _spoken(text: str, b: Unit) -> Iterator[tuple[int, int, Change]]:
    """Yield the ways in which `text` begins with the sound of one ideograph, or its initial."""
    ways = readings(b.letter)
    blurred = {_blurred(w) for w in ways}
    for length in range(2, len(text) + 1 if ways else 0):
        if _blurred(text[:length]) in blurred:
            yield length, 1, Change("pinyin", text[:length], b.char)
    if any(w[0] == text[0] for w in ways):
        yield 1, 1, Change("pinyin" if text[0] in ways else "initial", text[0], b.char)


def _chars(run: list[Unit]) -> str:
    return "".join(char for _, char in dict.fromkeys((u.place, u.char) for u in run))
