"""Loops over ids, for numba to compile: each different id gets a number, and the letters it begins with as whole numbers to sort by.

None calls another, so that `compiled` can take each as it is. What a loop fills is handed in.
"""

# pyright: reportMissingParameterType=false
# a loop is typed by its signature in `compiled`
from __future__ import annotations

import numpy as np

__all__ = ["digest", "heads", "number"]

_LONG = np.uint64
_ODD, _OTHER, _LOW = _LONG(0x9E3779B97F4A7C15), _LONG(0xC2B2AE3D27D4EB4F), _LONG(0xFFFFFFFF)
_1, _2, _3, _4, _5, _6, _7, _8 = (_LONG(n) for n in range(1, 9))
_16, _24, _32, _40, _48, _56 = (_LONG(n) for n in (16, 24, 32, 40, 48, 56))
_ABREAST = 64
"""Ids whose places in the table are fetched from memory at once: it answers late."""


def digest(data, starts, hashes):  # noqa: ANN001, ANN201
    """Write a hash of each id (bytes, from `starts` on). Eight bytes are written out as one, which a compiler reads at once."""
    for row in range(len(starts) - 1):
        i, end, h = _LONG(starts[row]), _LONG(starts[row + 1]), _ODD
        while i + _8 <= end:
            word = (
                _LONG(data[i])
                | (_LONG(data[i + _1]) << _8)
                | (_LONG(data[i + _2]) << _16)
                | (_LONG(data[i + _3]) << _24)
                | (_LONG(data[i + _4]) << _32)
                | (_LONG(data[i + _5]) << _40)
                | (_LONG(data[i + _6]) << _48)
                | (_LONG(data[i + _7]) << _56)
            )
            h = (h ^ word) * _OTHER
            h ^= h >> _32
            i += _8
        word = _1
        while i < end:
            word = (word << _8) | _LONG(data[i])
            i += _1
        h = (h ^ word) * _OTHER
        hashes[row] = h ^ (h >> _32)


def number(data, starts, hashes, slots, firsts, numbers):  # noqa: ANN001, ANN201, C901, PLR0912
    """Give each id (bytes, from `starts` on) its number in the order in which they first come; return how many there are.

    `firsts` gets the row where each came first, `numbers` the number of each row. `slots` (zeros, as many as a power of 2) is the hash
    table to begin with: the upper half of a hash, and below it the row where its id came first and 1. It grows.
    """
    made, touched, rows = 0, 0, len(hashes)
    for low in range(0, rows, _ABREAST):
        high = min(low + _ABREAST, rows)
        if 2 * (made + _ABREAST) > len(slots):
            grown = np.zeros(4 * len(slots), np.uint64)
            for old in slots:
                if old != 0:
                    place = hashes[(old & _LOW) - _1] & _LONG(len(grown) - 1)
                    while grown[place] != 0:
                        place = (place + _1) & _LONG(len(grown) - 1)
                    grown[place] = old
            slots = grown
        mask = _LONG(len(slots) - 1)
        for row in range(low, high):
            slot = slots[hashes[row] & mask]
            if slot != 0:
                touched += starts[(slot & _LOW) - _1]
        for row in range(low, high):
            h, begin, size = hashes[row], _LONG(starts[row]), starts[row + 1] - starts[row]
            place = h & mask
            while True:
                slot = slots[place]
                if slot == 0:
                    firsts[made], numbers[row] = row, made
                    made += 1
                    slots[place] = ((h >> _32) << _32) | _LONG(row + 1)
                    break
                if slot >> _32 == h >> _32:
                    first = (slot & _LOW) - _1
                    other = _LONG(starts[first])
                    if starts[first + _1] - starts[first] == size:
                        at, end = _LONG(0), _LONG(size)
                        while at < end and data[begin + at] == data[other + at]:
                            at += _1
                        if at == end:
                            numbers[row] = numbers[first]
                            break
                place = (place + _1) & mask
    return made if touched >= 0 else -1


def heads(data, starts, rows, keys):  # noqa: ANN001, ANN201
    """Write the first bytes of the ids of some rows as whole numbers, the first byte the highest, eight bytes a line of `keys`; 0 where there are none."""
    for n in range(len(rows)):
        i, end = starts[rows[n]], starts[rows[n] + 1]
        for line in range(len(keys)):
            word = _LONG(0)
            for _ in range(8):
                word <<= _8
                if i < end:
                    word |= _LONG(data[_LONG(i)])
                    i += 1
            keys[line, n] = word
