"""The cheapest way to write one name for another: an alignment of letters, with every change named.

Method: weighted edit distance by dynamic programming (Wagner and Fischer) over characters, with moves of several letters: a
character for its two parts, `rn` for `m`, pinyin or an initial for an ideograph, two letters turned round.
"""

from __future__ import annotations

from aboveboard.names.moves import LETTERS, Change, Pair, moves
from aboveboard.names.units import Unit, swap

__all__ = ["COST", "align"]

COST = {
    "": 0.0, "styled": 0.05, "radical": 0.05, "squared": 0.05, "variant": 0.05, "homoglyph": 0.1, "repeat": 0.2, "leet": 0.25,
    "near_shape": 0.3, "split": 0.3, "homophone": 0.4, "pinyin": 0.4, "initial": 0.7, "separator": 0.1, "edit": 1.0,
}  # fmt: skip
"""What a change costs against one plain edit."""

_LONGEST = 64


def align(name: list[Unit], model: list[Unit], most: float = float("inf")) -> tuple[float, list[Change]] | None:
    """Return the cost of the cheapest alignment and its changes in order, without the letters that stay; None above `most`.

    Both are cut at 64 letters. Letters that agree at both ends are passed over first.
    """
    name, model = name[:_LONGEST], model[:_LONGEST]
    head = _common(name, model)
    tail = _common(name[head:][::-1], model[head:][::-1])
    left = Pair.of(name[head : len(name) - tail], model[head : len(model) - tail], name[max(0, head - LETTERS) : head])
    return _direct(left, most) or _aligned(left, most)


_DIRECT = COST["near_shape"]


def _direct(pair: Pair, most: float) -> tuple[float, list[Change]] | None:
    """Return the alignment letter by letter where it is plainly the mildest: as many letters, and each one swapped."""
    if len(pair.name) != len(pair.model):
        return None
    kinds = [swap(a.char, a.letter, b.char, b.letter) for a, b in zip(pair.name, pair.model, strict=True)]
    if any(kind is None or COST[kind] > _DIRECT for kind in kinds):
        return None
    changes = [Change(k, a.char, b.char) for k, a, b in zip(kinds, pair.name, pair.model, strict=True) if k]
    cost = sum(COST[c.kind] for c in changes)
    return (cost, changes) if cost <= most else None


def _common(name: list[Unit], model: list[Unit]) -> int:
    pairs = zip(name, model, strict=False)
    return next(
        (i for i, (a, b) in enumerate(pairs) if a.char != b.char or a.letter != b.letter), min(len(name), len(model))
    )


_Cell = tuple[float, int, int, Change | None]


def _aligned(pair: Pair, most: float) -> tuple[float, list[Change]] | None:
    """Fill the table row by row; stop where a run of rows as long as the longest move holds nothing cheap enough."""
    best: list[list[_Cell]] = [[(float("inf"), 0, 0, None)] * (len(pair.model) + 1) for _ in range(len(pair.name) + 1)]
    best[0][0] = (0.0, 0, 0, None)
    for i in range(len(best)):
        if all(cell[0] > most for row in best[i : i + LETTERS] for cell in row):
            return None
        for j in range(len(best[0])):
            cost = best[i][j][0]
            if cost <= most:
                for di, dj, change in moves(pair, i, j):
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
