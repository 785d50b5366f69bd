"""The cheapest way to write one name for another: an alignment of letters, with every change named.

Method: weighted edit distance by dynamic programming (Wagner and Fischer) over characters, with moves of several letters: a
character for its two parts, `rn` for `m`, pinyin or an initial for an ideograph, two letters turned round.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aboveboard.names.parts import split, whole
from aboveboard.names.sounds import blur, readings
from aboveboard.names.units import Unit, swap

__all__ = ["COST", "Change", "align"]

COST = {
    "": 0.0, "styled": 0.05, "radical": 0.05, "squared": 0.05, "variant": 0.05, "homoglyph": 0.1, "repeat": 0.2, "leet": 0.25,
    "near_shape": 0.3, "split": 0.3, "homophone": 0.4, "pinyin": 0.4, "initial": 0.7, "separator": 0.1, "edit": 1.0,
}  # fmt: skip
"""What a change costs against one plain edit."""

_DRAWN = {"m": ("rn", "nn"), "w": ("vv",), "d": ("cl",), "u": ("ii",), "h": ("lr",), "b": ("lo",)}
"""Letters that two others draw."""

_FILLERS = frozenset("のノ丶丿灬ヽ乀乁之")
_FIRST_SIGN = "\u2e7f"
_LONGEST = 64
_LETTERS = 6


class Change(NamedTuple):
    """One change: its kind, what is written, and what was meant."""

    kind: str
    written: str
    meant: str


def align(name: list[Unit], model: list[Unit], most: float = float("inf")) -> tuple[float, list[Change]] | None:
    """Return the cost of the cheapest alignment and its changes in order, without the letters that stay; None above `most`.

    Both are cut at 64 letters. Letters that agree at both ends are passed over first.
    """
    name, model = name[:_LONGEST], model[:_LONGEST]
    head = _common(name, model)
    tail = _common(name[head:][::-1], model[head:][::-1])
    return _aligned(name[head : len(name) - tail], model[head : len(model) - tail], name[head - 1 : head], most)


def _common(name: list[Unit], model: list[Unit]) -> int:
    pairs = zip(name, model, strict=False)
    return next(
        (i for i, (a, b) in enumerate(pairs) if a.char != b.char or a.letter != b.letter), min(len(name), len(model))
    )


_Cell = tuple[float, int, int, Change | None]


def _aligned(name: list[Unit], model: list[Unit], before: list[Unit], most: float) -> tuple[float, list[Change]] | None:
    """Fill the table row by row; stop where a run of rows as long as the longest move holds nothing cheap enough."""
    best: list[list[_Cell]] = [[(float("inf"), 0, 0, None)] * (len(model) + 1) for _ in range(len(name) + 1)]
    best[0][0] = (0.0, 0, 0, None)
    for i in range(len(name) + 1):
        if all(cell[0] > most for row in best[i : i + _LETTERS] for cell in row):
            return None
        for j in range(len(model) + 1):
            cost = best[i][j][0]
            if cost <= most:
                for di, dj, change in _moves(name, model, i, j, before):
                    paid = cost + COST[change.kind]
                    if paid < best[i + di][j + dj][0] - 1e-9:
                        best[i + di][j + dj] = (paid, di, dj, change)
    return (best[-1][-1][0], _path(best)) if best[-1][-1][0] <= most else None


def _path(best: list[list[_Cell]]) -> list[Change]:
    i, j, found = len(best) - 1, len(best[0]) - 1, list[Change]()
    while i or j:
        _, di, dj, change = best[i][j]
        if change is not None and change.kind:
            found.append(change)
        i, j = i - di, j - dj
    return found[::-1]


def _moves(
    name: list[Unit], model: list[Unit], i: int, j: int, before: list[Unit]
) -> Iterator[tuple[int, int, Change]]:
    a, b = name[i] if i < len(name) else None, model[j] if j < len(model) else None
    if a and b:
        kind = swap(a.char, a.letter, b.char, b.letter)
        yield 1, 1, Change("edit" if kind is None else kind, a.char, b.char)
        yield from _several(name, model, i, j)
    if a:
        last = name[i - 1] if i else (before[0] if before else None)
        kind = "repeat" if last and last.letter == a.letter else "separator" if a.char in _FILLERS else "edit"
        yield 1, 0, Change(kind, a.char, "")
        for run in (2, 3):
            if i >= run and [u.letter for u in name[i : i + run]] == [u.letter for u in name[max(0, i - run) : i]]:
                yield run, 0, Change("repeat", _chars(name[i : i + run]), "")
    if b:
        again = model[j - 1].letter == b.letter if j else bool(before) and before[0].letter == b.letter
        yield 0, 1, Change("repeat" if again else "edit", "", b.char)


def _several(name: list[Unit], model: list[Unit], i: int, j: int) -> Iterator[tuple[int, int, Change]]:
    b = model[j]
    two, meant = "".join(u.letter for u in name[i : i + 2]), "".join(u.letter for u in model[j : j + 2])
    yield from _respelled(name[i : i + 3], model[j : j + 3])
    if two in _DRAWN.get(b.letter, ()):
        yield 2, 1, Change("repeat", two, b.char)
    if meant in _DRAWN.get(name[i].letter, ()):
        yield 1, 2, Change("repeat", name[i].char, meant)
    if len(two) == len(meant) == 2 and two == meant[::-1] and two[0] != two[1]:  # noqa: PLR2004  (a pair)
        yield 2, 2, Change("edit", _chars(name[i : i + 2]), _chars(model[j : j + 2]))
    if len(two) == 2 and b.letter > _FIRST_SIGN:  # noqa: PLR2004  (a pair)
        made = whole(*two)
        if two in split(b.letter) or (made and swap(made, made, b.char, b.letter) is not None):
            yield 2, 1, Change("split", _chars(name[i : i + 2]), b.char)
    if name[i].letter.isascii() and readings(b.letter):
        yield from _spoken(name, i, b)


_RESPELLED = (
    "qu kw", "c k", "ck k", "ck c", "x ks", "x cks", "f ph", "ee ea", "ee ie", "ei ie", "or aw", "or au", "air are", "s z", "y i", "ou oo", "w wh", "t th", "oo u", "ay ai",
)  # fmt: skip
_SAME_SOUND = {p for pair in _RESPELLED for p in (tuple(pair.split()), tuple(pair.split()[::-1]))}
_LENGTHS = sorted({(len(a), len(b)) for a, b in _SAME_SOUND})


def _respelled(name: list[Unit], model: list[Unit]) -> Iterator[tuple[int, int, Change]]:
    """Yield Latin letters spelled otherwise that sound the same: kw for qu."""
    if not (name[0].letter.isascii() and model[0].letter.isascii()):
        return
    for m, n in _LENGTHS:
        written, meant = "".join(u.letter for u in name[:m]), "".join(u.letter for u in model[:n])
        if len(written) == m and len(meant) == n and (written, meant) in _SAME_SOUND:
            yield m, n, Change("homophone", written, meant)


def _spoken(name: list[Unit], i: int, b: Unit) -> Iterator[tuple[int, int, Change]]:
    """Yield the ways in which the letters from `i` are the sound of one ideograph, or its initial."""
    text = "".join(u.letter for u in name[i : i + _LETTERS])
    ways = readings(b.letter)
    for length in range(2, len(text) + 1):
        if any(text[:length] == w or blur(text[:length]) == blur(w) for w in ways):
            yield length, 1, Change("pinyin", text[:length], b.char)
    if any(w[0] == text[0] for w in ways):
        yield 1, 1, Change("pinyin" if text[0] in ways else "initial", text[0], b.char)


def _chars(run: list[Unit]) -> str:
    return "".join(char for _, char in dict.fromkeys((u.place, u.char) for u in run))
