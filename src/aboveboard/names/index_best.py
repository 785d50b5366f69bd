"""Compiled: all that a part of a register has near some names, and the best of it, in two calls: as many steps in numpy cost more than the search.

A pair of a name asked and a name found is one number: 36 bits of the row asked, 24 of the name, 3 of how far off it is.
"""

# pyright: reportMissingParameterType=false
# a kernel is typed by the signature in its decorator
from __future__ import annotations

import numpy as np
from numba.core.typing import signature

from aboveboard.names.index_kernels import search, whole
from aboveboard.names.index_sizes import ID_BITS
from aboveboard.numbered import numba as nb

__all__ = ["best", "near"]

_GRADE_BITS = 3
_GRADE = (1 << _GRADE_BITS) - 1
_NAME = (1 << ID_BITS) - 1
_OFF_BITS = 16
_BY_KEY, _EDITED = 2, 2
"""The grade of what a key of any family finds as it is, and what is added to edits."""
_WINDOW = 64
"""Hashes looked at first on either side of where one is expected: they are spread evenly."""

_Letters = nb.types.Array(nb.uint32, 1, "C", readonly=True)
_Offsets = nb.types.Array(nb.int64, 1, "C", readonly=True)
_Hashes = nb.types.Array(nb.uint64, 1, "C", readonly=True)
_Buckets = nb.types.Array(nb.uint32, 1, "C", readonly=True)
_Rows = nb.types.Array(nb.int32, 1, "C", readonly=True)
_Bytes = nb.types.Array(nb.uint8, 1, "C", readonly=True)
_Marks = nb.types.Array(nb.boolean, 1, "C", readonly=True)
_Keys = nb.types.Tuple((_Letters, _Offsets, _Offsets))
_Words = nb.types.Tuple((_Letters, _Offsets, _Hashes, _Buckets, _Rows))
_Made = nb.types.Tuple((nb.int64[::1], nb.int64))


@nb.njit(nb.int64[::1](nb.int64[::1], nb.int64), cache=True)
def _roomy(made, many):  # noqa: ANN001, ANN202  (compiled)
    if many < len(made):
        return made
    longer = np.empty(2 * len(made), np.int64)
    longer[:many] = made[:many]
    return longer


@nb.njit(_Made(_Keys, _Words, nb.int64, nb.int64, _Rows, nb.int64[::1], nb.int64), cache=True, nogil=True)
def _by_letters(keys, words, most, same, living, made, many):  # noqa: ANN001, ANN202  (compiled)
    """Add what is found within `most` edits; a key found as it is has the grade `same`."""
    letters, at, rows = keys
    spelled, offsets, entries, buckets, whose = words
    shift, size = 64, len(buckets) - 1
    while size > 1:
        shift, size = shift - 1, size >> 1
    query, word, far = search(letters, at, spelled, offsets, entries, buckets, shift, most)
    for i in range(len(query)):
        name = np.int64(whose[word[i]])
        if living[name] > 0:
            made = _roomy(made, many)
            grade = far[i] + _EDITED if far[i] else same
            made[many] = (((rows[query[i]] << ID_BITS) | name) << _GRADE_BITS) | grade
            many += 1
    return made, many


@nb.njit(nb.int64(_Hashes, nb.uint64), cache=True, nogil=True)
def _first(hashes, wanted):  # noqa: ANN001, ANN202  (compiled)
    """Return the place of the first hash that is not below one."""
    size, window = len(hashes), _WINDOW
    guess = np.int64(np.float64(wanted) / 18446744073709551616.0 * size)
    low, high = max(0, min(size, guess - window)), min(size, guess + window)
    while low > 0 and hashes[low - 1] >= wanted:
        window *= 4
        low = max(0, low - window)
    while high < size and hashes[high] < wanted:
        window *= 4
        high = min(size, high + window)
    while low < high:
        middle = (low + high) // 2
        if hashes[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


@nb.njit(_Made(_Keys, _Hashes, _Rows, _Rows, nb.int64[::1], nb.int64), cache=True, nogil=True)
def _by_key(keys, hashes, whose, living, made, many):  # noqa: ANN001, ANN202  (compiled)
    """Add what bears a key of any family, as it is."""
    letters, at, rows = keys
    asked = np.empty(len(rows), np.uint64)
    whole(letters, at, asked)
    for i in range(len(asked)):
        place = _first(hashes, asked[i])
        while place < len(hashes) and hashes[place] == asked[i]:
            name = np.int64(whose[place])
            if living[name] > 0:
                made = _roomy(made, many)
                made[many] = (((rows[i] << ID_BITS) | name) << _GRADE_BITS) | _BY_KEY
                many += 1
            place += 1
    return made, many


@nb.njit(
    signature(nb.int64[::1], _Keys, _Keys, _Keys, _Words, _Words, nb.types.Tuple((_Hashes, _Rows)), _Rows, nb.int64),
    cache=True,
    nogil=True,
)
def near(spelled, loose, exact, drawn, blurred, hashed, living, slips):  # noqa: ANN001, ANN201  (compiled)
    """Return each pair of a row asked and a living name that is near it, once, with its best grade, in their order.

    `slips` are the edits that a name bears letter by letter; its loose key bears one.
    """
    made, many = np.empty(256, np.int64), 0
    made, many = _by_letters(spelled, drawn, slips, 0, living, made, many)
    made, many = _by_letters(loose, drawn, 1, 1, living, made, many)
    made, many = _by_letters(loose, blurred, 1, 1, living, made, many)
    made, many = _by_key(exact, hashed[0], hashed[1], living, made, many)
    made, kept = np.sort(made[:many]), 0
    for i in range(many):
        if i == 0 or made[i] >> _GRADE_BITS != made[i - 1] >> _GRADE_BITS:
            made[kept] = made[i]
            kept += 1
    return made[:kept]


@nb.njit(
    nb.types.UniTuple(nb.int64[::1], 3)(
        nb.int64[::1], nb.types.Array(nb.int32, 1, "C", readonly=True), _Bytes, _Marks, _Offsets, nb.int64
    ),
    cache=True,
    nogil=True,
)
def best(near, starts, text, protected, lengths, most):  # noqa: ANN001, ANN201  (compiled)
    """Return (row, name, grade) of the best `most` names of each row, in order: by grade, protection, how far their length is off, alphabet.

    `starts` and `text` are all names, one after the other in UTF-8; `lengths` those of the names asked, in characters.
    """
    keys, count = np.empty(len(near), np.int64), 0
    rows, begun = np.empty(len(near), np.int64), 0
    for i in range(len(near)):
        row, name, grade = near[i] >> (ID_BITS + _GRADE_BITS), (near[i] >> _GRADE_BITS) & _NAME, near[i] & _GRADE
        length = 0
        for place in range(starts[name], starts[name + 1]):
            length += np.int64(text[place] & 0xC0 != 0x80)  # noqa: PLR2004  (what follows in a character is not counted)
        off = min(abs(length - lengths[row]), (1 << _OFF_BITS) - 1)
        keys[i] = (((grade << 1 | np.int64(not protected[name])) << _OFF_BITS | off) << ID_BITS) | name
        if i + 1 == len(near) or near[i + 1] >> (ID_BITS + _GRADE_BITS) != row:
            keys[begun : i + 1] = np.sort(keys[begun : i + 1])
            for n in range(begun, min(i + 1, begun + most)):
                keys[count], rows[count] = keys[n], row
                count += 1
            begun = i + 1
    return rows[:count].copy(), keys[:count] & _NAME, keys[:count] >> (ID_BITS + _OFF_BITS + 1)
