"""The cheapest way to write one name for another: an alignment of letters, with every change named.

Method: weighted edit distance by dynamic programming (Wagner and Fischer) over characters, with moves of several letters: a
character for its two parts, `rn` for `m`, pinyin or an initial for an ideograph, two letters turned round.
"""

from __future__ import annotations

from aboveboard.names.bounds import least_edits
from aboveboard.names.moves import COST, LETTERS, Change, Move, Pair, moves, swapped
from aboveboard.names.units import Unit, ascii_only

__all__ = ["COST", "align"]

_LONGEST = 64
_CONTEXT = 2
"""Letters kept at either end of what differs: a respelling may need them."""


def align(
    name: list[Unit], model: list[Unit], most: float = float("inf"), *, slips: bool = True
) -> tuple[float, list[Change]] | None:
    """Return the cost of the cheapest alignment and its changes in order, without the letters that stay; None above `most`.

    Both are cut at 64 letters. Letters that agree at both ends are passed over first. Without `slips` it may also be None
    where every alignment has an edit, another vowel or nearly the same sound.
    """
    name, model = name[:_LONGEST], model[:_LONGEST]
    edits = EDITS if slips else 0
    mine, theirs = ("".join([letter for _, _, letter in run]) for run in (name, model))
    plain = _plain(mine, theirs, name, model)
    if plain and _surely_other(mine, theirs, most, edits):
        return None
    head = _common(name, model)
    tail = _common(name[head:][::-1], model[head:][::-1])
    written, meant = name[head : len(name) - tail], model[head : len(model) - tail]
    if not written and not meant:
        return 0.0, []
    direct = _direct(written, meant, most)
    if direct:
        return direct
    head, tail = max(0, head - _CONTEXT), max(0, tail - _CONTEXT)
    written, meant = name[head : len(name) - tail], model[head : len(model) - tail]
    before, after = name[max(0, head - LETTERS) : head], model[len(model) - tail :]
    if head or tail:
        mine, theirs = mine[head : len(mine) - tail], theirs[head : len(theirs) - tail]
        beside = "".join([letter for _, _, letter in (*before, *after[:1])])
        if (plain or _plain(mine, theirs, written, meant)) and _surely_other(mine, theirs, most, edits, beside):
            return None
    pair = Pair.of(written, meant, before, after)._replace(latin=not ascii_only(model) and ascii_only(name))
    return _aligned(pair, most) if slips or _without_slips(pair, most) else None


def _plain(mine: str, theirs: str, name: list[Unit], model: list[Unit]) -> bool:
    """Tell whether the letters of two runs, and what they were written with, are all ASCII."""
    return mine.isascii() and theirs.isascii() and ascii_only(name) and ascii_only(model)


def _surely_other(mine: str, theirs: str, most: float, edits: int, beside: str = "") -> bool:
    """Tell whether two runs of letters in plain ASCII need more than `edits`, however they are aligned; see `least_edits`."""
    if mine == theirs:
        return False
    fewest = least_edits(mine, theirs, beside)
    return fewest > edits or fewest * COST["edit"] > most


_DIRECT = COST["near_shape"]


def _direct(name: list[Unit], model: list[Unit], most: float) -> tuple[float, list[Change]] | None:
    """Return the alignment letter by letter where it is plainly the mildest: as many letters, and each one swapped."""
    if len(name) != len(model):
        return None
    changes = list[Change]()
    for a, b in zip(name, model, strict=True):
        kind = swapped(a, b)
        if kind is None or COST[kind] > _DIRECT:
            return None
        if kind:
            changes.append(Change(kind, a.char, b.char))
    cost = sum(COST[c.kind] for c in changes)
    return (cost, changes) if cost <= most else None


def _common(name: list[Unit], model: list[Unit]) -> int:
    """Return how many letters are written alike from the start."""
    count = 0
    for (_, written, letter), (_, char, meant) in zip(name, model, strict=False):
        if letter != meant or (written != char and written.casefold() != char.casefold()):
            break
        count += 1
    return count


EDITS = 2
"""The most letters that may be plainly other: with more, one name was not written after the other."""

_NOWHERE = float("inf")
_Back = dict[int, Move]
"""The move that leads to each cell; cells are numbered row by row."""


def _aligned(pair: Pair, most: float) -> tuple[float, list[Change]] | None:
    """Fill the table row by row where it is cheap enough and few enough edits lead there; of equal moves the first counts.

    A cell holds the least cost and, apart from it, the fewest edits that lead there: the cheapest way that has few edits
    passes no cell that only many lead to. Cells beyond `reach` are not led to.
    """
    width = len(pair.model) + 1
    end, reach, back = (len(pair.name) + 1) * width - 1, 0, _Back()
    costs, fewest = [_NOWHERE] * (end + 1), [EDITS + 1] * (end + 1)
    costs[0], fewest[0] = 0.0, 0
    for at in range(end):
        edits = fewest[at]
        if edits > EDITS:
            if at > reach:
                return None
            continue
        cost, i = costs[at], at // width
        for move in moves(pair, i, at - i * width):
            di, dj, kind, _, _ = move
            paid = cost + COST[kind]
            if paid > most:
                continue
            to, fewer = at + di * width + dj, edits + 1 if kind == "edit" else edits
            if paid < costs[to] - _SAME:
                back[to], costs[to] = move, paid
            if fewer < fewest[to]:
                fewest[to], reach = fewer, max(reach, to)
    return None if fewest[end] > EDITS else (costs[end], _path(back, end, width))


def _without_slips(pair: Pair, most: float) -> bool:
    """Tell whether moves that are no slip lead from one end to the other, cheaply enough: far fewer cells are reached."""
    rows: list[dict[int, float]] = [{} for _ in range(len(pair.name) + 1)]
    rows[0][0] = 0.0
    width = len(pair.model) + 1
    for i, row in enumerate(rows):
        for j in range(min(row, default=width), width):
            cost = row.get(j)
            if cost is None:
                continue
            for di, dj, kind, _, _ in moves(pair, i, j):
                paid = cost + COST[kind]
                if kind not in _SLIPS and paid <= most and paid < rows[i + di].get(j + dj, _NOWHERE):
                    rows[i + di][j + dj] = paid
    return width - 1 in rows[-1]


_SLIPS = frozenset(("edit", "vowel", "voice"))
"""Moves that are told as an edit."""


_SAME = 1e-9
"""Sums of the same costs in another order differ by less."""


def _path(back: _Back, at: int, width: int) -> list[Change]:
    """Return the changes on the way to a cell."""
    found = list[Change]()
    while at:
        di, dj, *change = back[at]
        if change[0]:
            found.append(Change(*change))
        at -= di * width + dj
    return found[::-1]
