"""Loops over shingles, for numba to compile where texts are many; `near_whole` has the same on whole columns for few.

None calls another, so that `near_compiled` can take each as it is. What a loop fills is handed in. Each works on the texts from
`low` to `high`, so that threads can share the work and the result is the same on any number of them.
"""

# pyright: reportMissingParameterType=false
# a loop is typed by its signature in `near_compiled`
from __future__ import annotations

import numpy as np

__all__ = ["arrange", "band", "meet", "order", "overlap", "seen", "shred", "sift", "tidy", "without"]

_TWO, _THREE, _FOUR = 0xC0, 0xE0, 0xF0
"""First bytes from which a character of UTF-8 takes so many."""

_IDEOGRAPH, _DIGIT = 2, 3

_ZERO, _ONE, _PAIR, _HALF, _TOP, _BYTES = (np.uint64(n) for n in (0, 1, 2, 4, 56, 0x0101010101010101))
_ONES, _TWOS, _FOURS = (np.uint64(n * 0x0101010101010101) for n in (0x55, 0x33, 0x0F))
"""What it takes to count the bits of 64 (Warren, Hacker's Delight, chapter 5); compilers know it and write one instruction."""

_ROUNDING = 1e-9

_AHEAD, _LINE = 32, 16
"""Pairs whose texts are fetched at once, and shingles that memory hands over together."""


def seen(data, met):  # noqa: ANN001, ANN201
    """Mark in `met` the code points of UTF-8 bytes."""
    i, end = 0, len(data)
    while i < end:
        c = int(data[i])
        wide = 1 + (c >= _TWO) + (c >= _THREE) + (c >= _FOUR)
        if wide > 1:
            c &= 0x7F >> wide
        for j in range(1, wide):
            c = (c << 6) | (int(data[i + j]) & 0x3F)
        met[c] = True
        i += wide


def shred(data, starts, kind, first, length, letters, begins, out, many, digests, low, high):  # noqa: ANN001, ANN201, PLR0917
    """Write the shingles of texts to `out`, one text after another from where `begins` says of the first; say of each where they begin and how `many`.

    `kind`, `first` and `length` say of a code point what it is (0 parts nothing, 1 letter, 2 ideograph, 3 digit) and which
    `letters` it is read as. A run of numbers is one sign, whatever its digits. A shingle ends at each sign: two signs where it is an
    ideograph, else four, and is odd there and even else. `digests` gets two hashes of all signs in order: with numbers as one sign, and as
    they are.
    """
    place = begins[low] if high > low else 0
    for text in range(low, high):
        begins[text] = place
        i, end = int(starts[text]), int(starts[text + 1])
        a, b, c, signs, made, number, whole, exact = 0, 0, 0, 0, 0, False, 0, 0
        while i < end:
            code = int(data[i])
            wide = 1 + (code >= _TWO) + (code >= _THREE) + (code >= _FOUR)
            if wide > 1:
                code &= 0x7F >> wide
            for j in range(1, wide):
                code = (code << 6) | (int(data[i + j]) & 0x3F)
            i += wide
            what = int(kind[code])
            if what == _DIGIT:
                exact = (exact * 0x9E3779B97F4A7C15 + code + 1) & 0x3FFFFFFFFFFFFFFF
            if what == 0 or (what == _DIGIT and number):
                continue
            number = what == _DIGIT
            for j in range(first[code], first[code] + length[code]):
                d = int(letters[j])
                signs += 1
                whole = (whole * 0x9E3779B97F4A7C15 + d + 1) & 0x3FFFFFFFFFFFFFFF
                exact = (exact * 0x9E3779B97F4A7C15 + d + 1) & 0x3FFFFFFFFFFFFFFF
                if signs >= (2 if what == _IDEOGRAPH else 4):
                    h = (c * 0xC2B2AE35 + d * 0x85EBCA6B + what) & 0xFFFFFFFF
                    if what != _IDEOGRAPH:
                        h = (h + a * 0x27D4EB2F + b * 0x165667B1) & 0xFFFFFFFF
                    h = ((h ^ (h >> 16)) * 0x7FEB352D) & 0xFFFFFFFF
                    h = ((h ^ (h >> 15)) * 0x846CA68B) & 0xFFFFFFFF
                    out[place + made] = ((h ^ (h >> 16)) & 0xFFFFFFFE) | (what == _IDEOGRAPH)
                    made += 1
                a, b, c = b, c, d
        many[text], digests[0, text], digests[1, text] = made, whole, exact
        place += made


def band(shingles, begins, many, factor, shift, rows, keys, low, high):  # noqa: ANN001, ANN201, PLR0917
    """Write each text's key in each band: least values of `rows` hashes, mixed, above the text's number.

    A hash multiplies a shingle by its `factor` and adds its `shift`, modulo 2 ** 32. `keys` has one line a band.
    """
    hashes = len(factor)
    best = np.empty(hashes, np.uint32)
    for text in range(low, high):
        best[:] = 0xFFFFFFFF
        for i in range(begins[text], begins[text] + many[text]):
            x = np.uint64(shingles[i])
            for k in range(hashes):
                v = np.uint32((np.uint64(factor[k]) * x + np.uint64(shift[k])) & np.uint64(0xFFFFFFFF))
                best[k] = min(best[k], v)
        for line in range(hashes // rows):
            h = line
            for k in range(line * rows, (line + 1) * rows):
                h = ((h ^ int(best[k])) * 0x9E3779B1) & 0xFFFFFFFF
                h ^= h >> 15
            keys[line, text] = (h << 31) | text


def order(keys, room, low, high):  # noqa: ANN001, ANN201
    """Sort each line of `keys` by its upper 32 bits (radix sort, 11 bits a round); `room` is as large."""
    places = np.empty(2049, np.int64)
    for line in range(low, high):
        for turn in range(3):
            at = 31 + 11 * turn
            source, target = (keys[line], room[line]) if turn % 2 == 0 else (room[line], keys[line])
            places[:] = 0
            for key in source:
                places[((key >> at) & 2047) + 1] += 1
            for place in range(1, 2049):
                places[place] += places[place - 1]
            for key in source:
                digit = (key >> at) & 2047
                target[places[digit]] = key
                places[digit] += 1
        keys[line] = room[line]


def meet(keys, few, pairs):  # noqa: ANN001, ANN201
    """Write pairs of texts (left above, right in the low 31 bits) alike in a sorted line of `keys`; return how many.

    All of `few` texts are paired with one another; of more, each with the two before it. Without room only count.
    """
    made, start = 0, 0
    for i in range(len(keys)):
        if keys[i] >> 31 != keys[start] >> 31:
            start = i
        back = i - start if i - start < few else 2
        for j in range(i - back, i):
            if len(pairs) > 0:
                pairs[made] = ((keys[j] & 0x7FFFFFFF) << 31) | (keys[i] & 0x7FFFFFFF)
            made += 1
    return made


def tidy(shingles, begins, many, wanted, sizes, says, marks, low, high):  # noqa: ANN001, ANN201, PLR0917
    """Put the shingles of wanted texts in order, each once; those whose `sizes` are known already are in order and are passed over.

    `sizes` gets how many there are, `says` the same with odd ones, which end in an ideograph, counted as three; `marks` one of 256
    bits for each.
    """
    for text in range(low, high):
        if wanted[text] and sizes[text] < 0:
            start, kept, odd = begins[text], 0, 0
            shingles[start : start + many[text]].sort()
            for i in range(start, start + many[text]):
                if kept == 0 or shingles[i] != shingles[start + kept - 1]:
                    shingles[start + kept] = shingles[i]
                    kept += 1
                    odd += int(shingles[i]) & 1
                    bit = (int(shingles[i]) >> 8) & 255
                    marks[text, bit >> 6] |= _ONE << np.uint64(bit & 63)
            sizes[text], says[text] = kept, kept + 2 * odd


def sift(sizes, marks, left, right, least, alike, low, high):  # noqa: ANN001, ANN201
    """Write 0 to `alike` for each pair whose marks show that its Jaccard index is below `least`, else 1.

    A mark that only one of two texts has is a shingle that only it has: so most pairs that met by chance need no reading.
    """
    for p in range(low, high):
        a, b = left[p], right[p]
        own = other = _ZERO
        for word in range(4):
            x, y = marks[a, word], marks[b, word]
            v = x & ~y
            v -= (v >> _ONE) & _ONES
            v = (v & _TWOS) + ((v >> _PAIR) & _TWOS)
            own += (((v + (v >> _HALF)) & _FOURS) * _BYTES) >> _TOP
            v = y & ~x
            v -= (v >> _ONE) & _ONES
            v = (v & _TWOS) + ((v >> _PAIR) & _TWOS)
            other += (((v + (v >> _HALF)) & _FOURS) * _BYTES) >> _TOP
        every = sizes[a] + sizes[b]
        most = min(sizes[a] - np.int64(own), sizes[b] - np.int64(other))
        alike[p] = 0.0 if most < least * (every - most) else 1.0


def overlap(shingles, begins, sizes, left, right, least, alike, low, high):  # noqa: ANN001, ANN201, PLR0917
    """Write the Jaccard index of the tidy shingle sets of each pair to `alike`; 0 where it is below `least`.

    Pairs for which `alike` is 0 are passed over. Memory answers late: the right texts of 32 pairs are touched before they are
    read, so that they are on their way at once. Returned is what was touched, lest a compiler leave it out.
    """
    touched, some, waiting = 0, np.empty(_AHEAD, np.int64), 0
    for p in range(low, high):
        if alike[p] != 0.0:
            some[waiting] = p
            waiting += 1
            for i in range(begins[right[p]], begins[right[p]] + sizes[right[p]], _LINE):
                touched += int(shingles[i])
        if waiting < _AHEAD and p < high - 1:
            continue
        for q in some[:waiting]:
            a, b = left[q], right[q]
            alike[q] = 0.0
            every = sizes[a] + sizes[b]
            i, j = begins[a], begins[b]
            end, stop, both = i + sizes[a], j + sizes[b], 0
            spare = every - 2 * np.int64(np.ceil(least * every / (1 + least) - _ROUNDING))
            while i < end and j < stop and spare >= 0:  # without branches, which no processor foresees here
                x, y = shingles[i], shingles[j]
                both += x == y
                spare -= x != y
                i += x <= y
                j += y <= x
            if spare >= 0 and every > both:
                alike[q] = both / (every - both)
        waiting = 0
    return touched


def arrange(pairs, room, bits):  # noqa: ANN001, ANN201
    """Put pairs below 2 ** `bits` in order, each once, at the beginning of `pairs`; return how many. `room` is as large."""
    places = np.empty(2049, np.int64)
    turns = (bits + 10) // 11
    for turn in range(turns):
        at = 11 * turn
        source, target = (pairs, room) if turn % 2 == 0 else (room, pairs)
        places[:] = 0
        for pair in source:
            places[((pair >> at) & 2047) + 1] += 1
        for place in range(1, 2049):
            places[place] += places[place - 1]
        for pair in source:
            digit = (pair >> at) & 2047
            target[places[digit]] = pair
            places[digit] += 1
    ordered = pairs if turns % 2 == 0 else room
    made = 0
    for i in range(len(pairs)):
        pair = ordered[i]
        if made == 0 or pair != pairs[made - 1]:
            pairs[made] = pair
            made += 1
    return made


def without(pairs, known):  # noqa: ANN001, ANN201
    """Keep at the beginning of `pairs` those that are not `known`, both in order; return how many."""
    made = at = 0
    for i in range(len(pairs)):
        pair = pairs[i]
        while at < len(known) and known[at] < pair:
            at += 1
        pairs[made] = pair
        made += at == len(known) or known[at] != pair
    return made
