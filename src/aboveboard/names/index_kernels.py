"""Compiled kernels of the name index: deletion neighbourhoods, their look-up, and the exact distance that decides.

Method: two words within d edits share a string that each reaches by at most d deletions (symmetric delete, W. Garbe). That
holds for their first `PREFIX` letters too, so only those enter the neighbourhood; the distance is taken over whole words.

An entry is 64 bits: 34 of a variant's hash, 6 for how long its word is, 24 for the number of the word. Words that are too
long or too short fall out before anything else of them is read. Queries go in blocks, and each step is one loop over the
block: the reads of one loop do not wait for one another, and memory answers many at once.
"""

# pyright: reportMissingParameterType=false
# a kernel is typed by the signature in its decorator
from __future__ import annotations

import numpy as np

from aboveboard.names.index_sizes import ID_BITS
from aboveboard.numbered import numba as nb

__all__ = ["CAP", "PREFIX", "bound", "count", "emit", "search", "whole"]

PREFIX = 10
_VARIANTS = 1 + PREFIX + PREFIX * (PREFIX - 1) // 2
CAP = 64
"""Letters of a word that are compared; the rest is not looked at."""

_LENGTHS = 63
_MANY, _WIDEST = 4_096, 30
"""Queries from which entries are marked, and the bits of a hash that a mark stands for, at most."""

_BLOCK = 64
_LOW = (1 << ID_BITS) - 1
_WORD = np.uint64((1 << 30) - 1)
_HASHED = np.uint64(30)
_SEED = np.uint64(0xCBF29CE484222325)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)

_Letters = nb.types.Array(nb.uint32, 1, "C", readonly=True)
_Offsets = nb.types.Array(nb.int64, 1, "C", readonly=True)
_Entries = nb.types.Array(nb.uint64, 1, "C", readonly=True)
_Buckets = nb.types.Array(nb.uint32, 1, "C", readonly=True)
_Index = nb.types.Tuple((_Entries, _Buckets, nb.int64, nb.uint64[::1]))


@nb.njit(nb.int64(nb.int64, nb.int64), cache=True)
def _limit(length, most):  # noqa: ANN001, ANN202  (compiled; its signature stands above)
    """Return how many edits an entry of this length can bear and still be itself: one for every three letters."""
    return min(most, length // 3)


@nb.njit(nb.uint64(_Letters, nb.uint64, nb.int64, nb.int64, nb.int64), cache=True)
def _hash(letters, h, start, end, skip):  # noqa: ANN001, ANN202  (compiled; its signature stands above)
    """Carry hash `h` on over the letters from `start` to `end`, without the one at `skip`."""
    for i in range(start, end):
        if i != skip:
            h = (h ^ np.uint64(letters[i])) * _MULTIPLIER
            h ^= h >> np.uint64(29)
    return h


@nb.njit(nb.int64(_Letters, nb.int64, nb.int64, nb.int64, nb.uint64[::1], nb.int64), cache=True)
def _variants(letters, start, whole, edits, out, at):  # noqa: ANN001, ANN202  (compiled; its signature stands above)
    """Write the hashes of a word's first letters without 0 to `edits` (2 at most) of them from `at` on; return where they end."""
    end, made, head = start + min(PREFIX, whole), at + 1, _SEED
    out[at] = _hash(letters, head, start, end, -1)
    for first in range(start, end if edits > 0 else start):
        for second in range(first, end if edits > 1 else first + 1):
            out[made] = _hash(letters, head, first + 1, end, second)
            made += 1
        head = _hash(letters, head, first, first + 1, -1)
    for i in range(at, made):
        h = out[i] * _MIX
        out[i] = h ^ (h >> np.uint64(32))
    return made


@nb.njit(nb.int64(_Offsets, nb.int64), cache=True)
def count(offsets, most):  # noqa: ANN001, ANN201  (compiled; its signature stands above)
    """Return how many entries the neighbourhoods of all words have together."""
    total = 0
    for w in range(len(offsets) - 1):
        whole = offsets[w + 1] - offsets[w]
        n, d = min(PREFIX, whole), _limit(whole, most)
        total += 1 + (n if d > 0 else 0) + (n * (n - 1) // 2 if d > 1 else 0)
    return total


@nb.njit(nb.void(_Letters, _Offsets, nb.int64, nb.uint64[::1]), cache=True)
def emit(letters, offsets, most, out):  # noqa: ANN001, ANN201  (compiled; its signature stands above)
    """Write one entry a variant."""
    at, made = 0, np.empty(_VARIANTS, np.uint64)
    for w in range(len(offsets) - 1):
        whole = offsets[w + 1] - offsets[w]
        low = np.uint64(min(whole, _LENGTHS) << ID_BITS) | np.uint64(w)
        for i in range(_variants(letters, offsets[w], whole, _limit(whole, most), made, 0)):
            out[at] = ((made[i] >> _HASHED) << _HASHED) | low
            at += 1


@nb.njit(nb.void(_Letters, _Offsets, nb.uint64[::1]), cache=True, nogil=True)
def whole(letters, offsets, out):  # noqa: ANN001, ANN201  (compiled; its signature stands above)
    """Write a hash of 64 bits of every whole word: among thirty million, two words meet by chance once in forty thousand indexes."""
    for w in range(len(offsets) - 1):
        h = _hash(letters, _SEED ^ np.uint64(offsets[w + 1] - offsets[w]), offsets[w], offsets[w + 1], -1) * _MIX
        out[w] = h ^ (h >> np.uint64(31))


@nb.njit(nb.void(_Entries, nb.int64, nb.uint32[::1]), cache=True)
def bound(entries, shift, out):  # noqa: ANN001, ANN201  (compiled; its signature stands above)
    """Write where each bucket of the sorted entries begins, and where the last one ends."""
    at = 0
    for bucket in range(len(out)):
        while at < len(entries) and np.int64(entries[at] >> np.uint64(shift)) < bucket:
            at += 1
        out[bucket] = at


@nb.njit(nb.boolean(_Letters, nb.int64, _Letters, nb.int64), cache=True)
def _swapped(s, i, t, j):  # noqa: ANN001, ANN202  (compiled)
    """Tell whether the two letters from here on are the other's, turned round."""
    return s[i] == t[j + 1] and s[i + 1] == t[j]


@nb.njit(nb.int64(_Letters, nb.int64, nb.int64, _Letters, nb.int64, nb.int64), cache=True)
def _one(s, i, n, t, j, m):  # noqa: ANN001, ANN202  (compiled)
    """Return the distance, 0, 1 or else 2, of what lies between `i` and `n` and between `j` and `m`, where neither end agrees."""
    left, right = n - i, m - j
    if left == 2 and right == 2:  # noqa: PLR2004  (letters)
        return 1 if _swapped(s, i, t, j) else 2
    return min(2, max(left, right))


@nb.njit(nb.int64(_Letters, nb.int64, nb.int64, _Letters, nb.int64, nb.int64), cache=True)
def _distance(s, i, n, t, j, m):  # noqa: ANN001, ANN202  (compiled)
    """Return the distance of optimal string alignment of two words that begin at `i` and `j`, or 3 where it is beyond 2.

    Letters that agree at both ends are passed over. Neither end agrees then, so the first of two edits is at the very
    beginning; after it, letters that agree are passed over again, and what is left is one edit or too much.
    """
    n, m = i + min(n, CAP), j + min(m, CAP)
    while i < n and j < m and s[i] == t[j]:
        i, j = i + 1, j + 1
    while i < n and j < m and s[n - 1] == t[m - 1]:
        n, m = n - 1, m - 1
    least = _one(s, i, n, t, j, m)
    if least < 2 or abs((n - i) - (m - j)) > 2:  # noqa: PLR2004  (edits)
        return least if least < 2 else 3  # noqa: PLR2004
    for way in range(4):
        a, b = (i + 1 if way != 1 else i), (j + 1 if way != 2 else j)  # noqa: PLR2004
        if way == 3:  # noqa: PLR2004
            if n - i < 2 or m - j < 2 or not _swapped(s, i, t, j):  # noqa: PLR2004
                continue
            a, b = i + 2, j + 2
        if a > n or b > m:
            continue
        while a < n and b < m and s[a] == t[b]:
            a, b = a + 1, b + 1
        if _one(s, a, n, t, b, m) < 2:  # noqa: PLR2004
            return 2
    return 3


@nb.njit(nb.int64[::1](nb.int64[::1], nb.int64), cache=True)
def _longer(values, room):  # noqa: ANN001, ANN202  (compiled)
    longer = np.empty(room, np.int64)
    longer[: len(values)] = values
    return longer


@nb.njit(
    nb.int64(_Letters, _Offsets, nb.int64, nb.int64, nb.int64, nb.uint64[::1], nb.int64[::1]),
    cache=True,
)
def _ask(asked, asked_at, first, last, most, made, ends):  # noqa: ANN001, ANN202  (compiled)
    """Write the variants of the queries from `first` to `last`, and where those of each end. The entry may be `most` letters longer."""
    at = 0
    for q in range(first, last):
        whole = asked_at[q + 1] - asked_at[q]
        at = _variants(asked, asked_at[q], whole, _limit(whole + most, most), made, at)
        ends[q - first] = at
    return at


@nb.njit(nb.uint64[::1](_Entries, nb.int64), cache=True)
def _marked(entries, asks):  # noqa: ANN001, ANN202  (compiled)
    """Return a bit for each of many runs of hashes, set where an entry has one of them; empty where little is asked.

    Most variants are no entry's: a bit tells so after one read of little memory, where a bucket takes two of much.
    """
    wide = 6
    while wide < _WIDEST and (len(entries) << 4) >> wide:
        wide += 1
    marks = np.zeros((1 << wide) >> 6 if asks >= _MANY else 0, np.uint64)
    for i in range(len(entries) if len(marks) else 0):
        run = np.int64(entries[i] >> np.uint64(64 - wide))
        marks[run >> 6] |= np.uint64(1) << np.uint64(run & 63)
    return marks


@nb.njit(nb.int64(nb.uint64[::1], nb.int64, _Index, nb.int64[:, ::1]), cache=True)
def _reach(made, many, index, spans):  # noqa: ANN001, ANN202  (compiled)
    """Write where the bucket of each variant begins and ends, and return how many entries they hold; none where no bit is set for it.

    Reading both ends of a bucket here brings them near for later: `spans[many]` keeps what was read, so that it is not left out.
    """
    (entries, buckets, shift, marks), held, wide = index, 0, 6
    while 1 << wide < len(marks) << 6:
        wide += 1
    for i in range(many):
        if len(marks):
            run = np.int64(made[i] >> np.uint64(64 - wide))
            if not (marks[run >> 6] >> np.uint64(run & 63)) & np.uint64(1):
                spans[i, 0] = spans[i, 1] = 0
                continue
        bucket = np.int64(made[i] >> np.uint64(shift))
        spans[i, 0], spans[i, 1] = buckets[bucket], buckets[bucket + 1]
        held += spans[i, 1] - spans[i, 0]
    touched = np.uint64(0)
    for i in range(many):
        touched ^= entries[min(spans[i, 0], len(entries) - 1)] ^ entries[max(0, spans[i, 1] - 1)]
    spans[many, 0] = np.int64(touched)
    return held


@nb.njit(nb.int64(nb.uint64[::1], nb.int64, nb.int64, nb.int64[:, ::1], _Entries, nb.int64[::1], nb.int64), cache=True)
def _gather(made, first, last, spans, entries, near, found):  # noqa: ANN001, ANN202  (compiled)
    """Add to `near` the length and word of every entry with one of a query's variants; return how many there are now."""
    for i in range(first, last):
        for e in range(spans[i, 0], spans[i, 1]):
            near[found] = np.int64(entries[e] & _WORD)
            found += np.int64((entries[e] ^ made[i]) >> _HASHED == np.uint64(0))
    return found


@nb.njit(nb.int64(nb.int64, nb.int64, nb.int64, nb.int64[::1], nb.int64, nb.int64, nb.int64[::1]), cache=True)
def _sift(q, length, most, near, begun, found, seen):  # noqa: ANN001, ANN202  (compiled)
    """Keep of a query's words those about as long as itself, each once, as query and word. Marks of other queries are free room."""
    kept, mask, short = begun, len(seen) - 1, min(length, _LENGTHS)
    for i in range(begun, found):
        other = near[i] >> ID_BITS
        near[kept] = (q << ID_BITS) | (near[i] & _LOW)
        kept += np.int64(abs(other - short) <= _limit(other, most))
    found, kept = kept, begun
    for i in range(begun, found):
        slot = np.int64((np.uint64(near[i]) * _MULTIPLIER) >> np.uint64(33)) & mask
        while seen[slot] >> ID_BITS == q and seen[slot] != near[i]:
            slot = (slot + 1) & mask
        if seen[slot] != near[i]:
            seen[slot] = near[kept] = near[i]
            kept += 1
    return kept


@nb.njit(nb.void(nb.int64[::1], nb.int64, _Letters, _Offsets, nb.int64[:, ::1]), cache=True)
def _place(near, many, letters, offsets, places):  # noqa: ANN001, ANN202  (compiled)
    """Write where the letters of each word begin and end, and bring them near, as `_reach` does."""
    for i in range(many):
        w = near[i] & _LOW
        places[i, 0], places[i, 1] = offsets[w], offsets[w + 1]
    touched = np.uint32(0)
    for i in range(many):
        touched ^= letters[places[i, 0]] ^ letters[places[i, 1] - 1]
    places[many, 0] = touched


_Block = nb.types.Tuple((nb.int64[::1], nb.int64[::1], nb.int64))


@nb.njit(
    _Block(
        _Letters, _Offsets, nb.types.UniTuple(nb.int64, 2), _Index, nb.int64,
        nb.types.Tuple((nb.uint64[::1], nb.int64[:, ::1], nb.int64[::1])), nb.int64[::1], nb.int64[::1],
    ),
    cache=True,
)  # fmt: skip
def _near(asked, asked_at, block, index, most, buffers, near, seen):  # noqa: ANN001, ANN202  (compiled)
    """Return the pairs of a query and a word that may be near, for a block of queries; the buffers may have grown."""
    (first, last), entries, (made, spans, ends) = block, index[0], buffers
    held = _reach(made, _ask(asked, asked_at, first, last, most, made, ends), index, spans)
    if held >= len(near):
        near = np.empty(2 * held, np.int64)
    found, begun = 0, 0
    for q in range(first, last):
        before = found
        found = _gather(made, begun, ends[q - first], spans, entries, near, before)
        if 2 * (found - before) >= len(seen):
            seen = np.full(1 << np.int64(np.ceil(np.log2(8 + 4 * (found - before)))), -1)
        found = _sift(q, asked_at[q + 1] - asked_at[q], most, near, before, found, seen)
        begun = ends[q - first]
    return near, seen, found


@nb.njit(
    nb.types.Tuple((nb.int64[::1], nb.int64[::1], nb.int64[::1]))(
        _Letters, _Offsets, _Letters, _Offsets, _Entries, _Buckets, nb.int64, nb.int64
    ),
    cache=True,
    nogil=True,
)
def search(asked, asked_at, letters, offsets, entries, buckets, shift, most):  # noqa: ANN001, ANN201  (compiled)
    """Return (query, word, distance) of every pair within `most`, by query."""
    asks, room, found = len(asked_at) - 1, 16 + len(asked_at), 0
    pairs, far = np.empty(room, np.int64), np.empty(room, np.int64)
    made, ends = np.empty(_BLOCK * _VARIANTS, np.uint64), np.empty(_BLOCK, np.int64)
    spans, places = np.empty((_BLOCK * _VARIANTS + 1, 2), np.int64), np.empty((1, 2), np.int64)
    near, seen, marks = np.empty(1, np.int64), np.empty(0, np.int64), _marked(entries, asks)
    for first in range(0, asks if len(entries) else 0, _BLOCK):
        last = min(asks, first + _BLOCK)
        block, index, buffers = (first, last), (entries, buckets, shift, marks), (made, spans, ends)
        near, seen, many = _near(asked, asked_at, block, index, most, buffers, near, seen)
        if many >= len(places):
            places = np.empty((2 * many + 1, 2), np.int64)
        _place(near, many, letters, offsets, places)
        if found + many > room:
            room = 2 * (found + many)
            pairs, far = _longer(pairs, room), _longer(far, room)
        for i in range(many):
            q, start, whole = near[i] >> ID_BITS, places[i, 0], places[i, 1] - places[i, 0]
            pairs[found] = near[i]
            far[found] = _distance(asked, asked_at[q], asked_at[q + 1] - asked_at[q], letters, start, whole)
            found += np.int64(far[found] <= _limit(whole, most))
    return pairs[:found] >> ID_BITS, pairs[:found] & _LOW, far[:found].copy()
