"""Tables of counts that tell nothing of a few: cells below k are hidden, and enough others that no hidden small one can be worked out.

Sums of rows and columns are published, so classes with fewer than k in all are put together first (`merged`). Then no sum is small,
and tables that share their sums can be published side by side: nothing but the sums links them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["K", "hidden", "merged", "rounded", "solved"]

Counts = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

K = 10
"""The fewest that a published number may stand for."""

REST = "other"


def merged(totals: Mapping[str, int], k: int = K) -> dict[str, str]:
    """Return, for each class, the class it is published under: itself, or `other` where it is below k, or needed to bring `other` to k.

    The smallest go together first. Empty classes stay themselves: a published 0 tells nothing of anybody. With fewer than k in all
    everything is `other`.
    """
    small = [n for n, count in totals.items() if 0 < count < k]
    inside, large = sum(totals[n] for n in small), sorted((c, n) for n, c in totals.items() if c >= k)
    if 0 < inside < k and large:
        small.append(large[0][1])
    return {n: REST if n in small else n for n in totals}


def hidden(counts: Counts, k: int = K) -> Mask:
    """Return which cells of a table (rows by columns, none below 0) must not be published beside its sums.

    Every cell from 1 to k-1 is hidden. Others are hidden with them until no small one can be worked out from what is published, even by
    whoever knows that no count is below 0, and until what is hidden in any row or column is k or more. Raises `ValueError` where a row's
    or column's sum is from 1 to k-1: merge first.
    """
    counts = np.asarray(counts, np.int64)
    small = (counts > 0) & (counts < k)
    if any(((s > 0) & (s < k)).any() for s in (counts.sum(0), counts.sum(1))) or (counts < 0).any():
        raise ValueError("a sum is below k, or a count below 0")
    mask = small.copy()
    while True:
        weak = _weak(counts, mask, small, k)
        if weak is None:
            return mask
        mask[_next(counts, mask, weak)] = True


def solved(counts: Counts, mask: Mask, row: int, column: int) -> bool:
    """Say whether a hidden cell can have no other value, given all that is published: the other cells, and every sum.

    Others are possible where one unit can go round: up in this cell, down in another of its row, up in that one's column, and so on
    back, or the other way about. A unit can leave a hidden cell that is not 0, and join any.
    """
    up, down = mask.copy(), mask & (counts > 0)
    up[row, column] = down[row, column] = False
    grows = _reaches(down, up, row, column)
    shrinks = counts[row, column] > 0 and _reaches(up, down, row, column)
    return not (grows or shrinks)


def _reaches(first: Mask, then: Mask, row: int, column: int) -> bool:
    """Say whether a walk leads from a row to a column: along a row by cells of `first`, along a column by cells of `then`."""
    seen_rows, seen_columns = {row}, set[int]()
    waiting = deque([row])
    while waiting:
        r = waiting.popleft()
        for c in np.flatnonzero(first[r]).tolist():
            if c in seen_columns:
                continue
            if c == column:
                return True
            seen_columns.add(c)
            for other in np.flatnonzero(then[:, c]).tolist():
                if other not in seen_rows:
                    seen_rows.add(other)
                    waiting.append(other)
    return False


Weak = tuple[Mask, tuple[int, int] | None]
"""Cells among which one more must be hidden, and the small cell that can be worked out, if that is why."""

_TRIED = 32
"""Cells that are tried in the place of a better one, before the first that helps at all is taken."""


def _weak(counts: Counts, mask: Mask, small: Mask, k: int) -> Weak | None:
    """Return where the table still tells too much: a line whose hidden cells are few in sum, or a small cell that can be worked out."""
    whole = np.ones_like(mask)
    for axis in (1, 0):
        sums = np.where(mask, counts, 0).sum(axis)
        for line in np.flatnonzero((sums > 0) & (sums < k)).tolist():
            return _line(whole, axis, line) & (counts > 0), None
    for row, column in np.argwhere(small).tolist():
        if solved(counts, mask, row, column):
            return _line(whole, 1, row) | _line(whole, 0, column), (row, column)
    return None


def _line(whole: Mask, axis: int, line: int) -> Mask:
    chosen = np.zeros_like(whole)
    chosen[(line, slice(None)) if axis == 1 else (slice(None), line)] = True
    return chosen


def _next(counts: Counts, mask: Mask, weak: Weak) -> tuple[int, int]:
    """Return the cell to hide next: the smallest that is not empty where it helps most, else an empty one, else any."""
    where, cell = weak
    crossing = np.outer(mask.any(1), mask.any(0))
    if cell is not None:
        for place in _ranked(counts, crossing & ~mask & (counts > 0))[:_TRIED]:
            tried = mask.copy()
            tried[place] = True
            if not solved(counts, tried, *cell):
                return place
    chosen = (
        where & crossing & (counts > 0),
        where & (counts > 0),
        crossing & (counts > 0),
        np.full_like(mask, cell is not None),
    )
    return next(places[0] for c in chosen if (places := _ranked(counts, c & ~mask)))


def _ranked(counts: Counts, chosen: Mask) -> list[tuple[int, int]]:
    """Return the chosen cells, the smallest first and empty ones last."""
    places = np.argwhere(chosen)
    values = counts[chosen]
    order = np.lexsort((values, values == 0))
    return [(int(r), int(c)) for r, c in places[order]]


def rounded(counts: Sequence[int | None], base: int) -> list[int | None]:
    """Return counts to the nearest multiple of `base`, halves up; what is hidden stays hidden. Rounded sums need not add up."""
    return [None if c is None else (2 * c + base) // (2 * base) * base for c in counts]
