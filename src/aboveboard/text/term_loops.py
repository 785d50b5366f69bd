"""Texts read as letters, and a trie of terms walked over them, a character after the other: for numba to compile.

They give what `streams` and `terms` compute on whole arrays, which is as fast for few texts. What a loop fills is handed in.
"""

# pyright: reportMissingParameterType=false
# a loop is typed by its signature below
from __future__ import annotations

import numpy as np

__all__ = ["SIGNATURES", "read", "walk"]

_TABLES = "i4[::1],i4[::1],i4[::1],i1[::1],i4[::1],b1[::1],i4[::1],i4[::1],i4[::1],i4[::1],b1[::1],b1[::1]"
SIGNATURES = {
    "ascii": f"i8(u1[::1],{_TABLES})",
    "read": f"i8(u4[::1],{_TABLES})",
    "walk": "i8(i4[::1],b1[::1],b1[::1],i4[::1],i8[::1],i8[::1],b1[::1],b1[::1],i8,i8[:,::1])",
}
"""`ascii` is `read` for codes of one byte."""

_SEPARATOR, _LOWER, _UPPER, _UNSEEN = 0, 1, 2, 6
_END = 1


def read(codes, count, offset, flat, groups, place, began, symbol, run, first, last, start, end):  # noqa: ANN001, ANN201, PLR0917
    """Write the letters of a text, as `streams.Stream` holds them, and return how many there are.

    `count`, `offset`, `flat` and `groups` are the tables of `streams`, by code; `place` and `began` have room for each
    character and one more.
    """
    seen = 0
    before = earlier = -1
    for at in range(len(codes)):
        here = groups[codes[at]]
        if here == _UNSEEN:
            continue
        changed = before != here and not (before == _UPPER and here == _LOWER)
        began[seen] = changed or here == _SEPARATOR
        if seen > 1 and earlier == _UPPER and before == _UPPER and here == _LOWER:
            began[seen - 1] = True
        place[seen] = at
        earlier, before = before, here
        seen += 1
    began[seen] = True
    made = 0
    for number in range(seen):
        code = codes[place[number]]
        times = count[code]
        for within in range(times):
            letter = flat[offset[code] + within]
            opens = began[number] and within == 0
            closes = began[number + 1] and within == times - 1
            if made and letter == symbol[made - 1] and not opens and letter != _END:
                run[made - 1] += 1
            else:
                symbol[made], run[made], first[made], start[made] = letter, 1, place[number], opens
                made += 1
            last[made - 1] = place[number]
            end[made - 1] = closes
    return made


def walk(symbol, start, end, dense, keys, targets, terminal, inside, width, found):  # noqa: ANN001, ANN201, PLR0917
    """Write (first letter, last letter, state) of each place where a term may end; return how many there are, or would be."""
    made = 0
    for at in range(len(symbol)):
        state = np.int64(dense[symbol[at]])
        to = at
        while state > 0 and (start[at] or inside[state]):
            if terminal[state] and (end[to] or inside[state]):
                if made < len(found):
                    found[made, 0], found[made, 1], found[made, 2] = at, to, state
                made += 1
            to += 1
            if to >= len(symbol):
                break
            edge = state * width + symbol[to]
            if edge < len(dense):
                state = np.int64(dense[edge])
            else:
                place = np.searchsorted(keys, edge)
                state = targets[place] if place < len(keys) and keys[place] == edge else np.int64(0)
    return made
