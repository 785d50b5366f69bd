"""The loops of `near_loops` on whole columns, by NumPy: for texts too few to pay for numba, which takes 90 MB to be imported.

Each gives the same as its loop, for the texts or pairs from `low` to `high`, and takes the same arguments.
"""

# pyright: reportMissingParameterType=false
# each is typed by the signature of its loop, in `near_compiled`
from __future__ import annotations

import numpy as np
import numpy.typing as npt

from aboveboard.ordered import distinct

__all__ = ["arrange", "band", "meet", "order", "overlap", "seen", "shred", "sift", "tidy", "without"]

_LONG, _IDEOGRAPH, _DIGIT = np.uint64, 2, 3
_FACTOR, _DIGEST, _LOW = _LONG(0x9E3779B97F4A7C15), _LONG(0x3FFFFFFFFFFFFFFF), _LONG(0xFFFFFFFF)
_PARTS = (_LONG(0x27D4EB2F), _LONG(0x165667B1), _LONG(0xC2B2AE35), _LONG(0x85EBCA6B))
_TOP, _FOLLOWS = 0xC0, 0x80
"""The bits of UTF-8 that say that a byte goes on with a character."""
_ROOM = 1 << 20
"""Shingles of pairs looked up at once."""

Words = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]


def seen(data, met) -> None:  # noqa: ANN001
    """Mark in `met` the code points of UTF-8 bytes."""
    met[_codes(data)] = True


def _codes(data: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint32]:
    return np.frombuffer(
        data.tobytes().decode("utf-8", "surrogatepass").encode("utf-32-le", "surrogatepass"), np.uint32
    )


def shred(data, starts, kind, first, length, letters, begins, out, many, digests, low, high) -> None:  # noqa: ANN001, PLR0917
    """Write the shingles and digests of texts."""
    data = data[starts[low] : starts[high]]
    before = np.concatenate(([0], np.cumsum((data & _TOP) != _FOLLOWS)))
    ends = before[starts[low + 1 : high + 1] - starts[low]]
    code = _codes(data)
    owner = np.repeat(np.arange(high - low), np.diff(ends, prepend=0))
    heard = kind[code] != 0
    code, owner = code[heard], owner[heard]
    digit = kind[code] == _DIGIT
    again = np.zeros(len(code), bool)
    again[1:] = digit[1:] & digit[:-1] & (owner[1:] == owner[:-1])
    kept = code[~again]
    takes = length[kept].astype(np.int64)
    sign = letters[np.repeat(first[kept] - np.cumsum(takes) + takes, takes) + np.arange(int(takes.sum()))]
    place = np.repeat(owner[~again], takes)
    _shingles(sign, place, np.repeat(kind[kept], takes), begins[low:high], out, many[low:high])
    digests[0, low:high] = _digest(sign, place, high - low)
    spoken = np.where(again, 0, length[code]) + digit
    every = np.empty(int(spoken.sum()), np.int64)
    figure = (np.cumsum(spoken) - spoken)[digit]
    other = np.ones(len(every), bool)
    other[figure] = False
    every[figure], every[other] = code[digit], sign
    digests[1, low:high] = _digest(every, np.repeat(owner, spoken), high - low)


def _within(owner: Places, count: int) -> Places:
    """Return the place of each row among those of its owner; owners are in order."""
    sizes = np.bincount(owner, minlength=count)
    return np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _digest(signs, owner: Places, count: int) -> Places:  # noqa: ANN001
    """Return a polynomial of each owner's signs, the last one first, modulo 2 ** 62."""
    sizes = np.bincount(owner, minlength=count)
    powers = np.ones(int(sizes.max(initial=0)) + 1, _LONG)
    powers[1:] = np.multiply.accumulate(np.full(len(powers) - 1, _FACTOR))
    terms = (signs.astype(_LONG) + _LONG(1)) * powers[sizes[owner] - 1 - _within(owner, count)]
    sums = np.concatenate((np.zeros(1, _LONG), np.cumsum(terms, dtype=_LONG)))
    ends = np.cumsum(sizes)
    return ((sums[ends] - sums[ends - sizes]) & _DIGEST).astype(np.int64)


def _shingles(sign, owner: Places, kind, begins: Places, out, many: Places) -> None:  # noqa: ANN001
    """Write the hash of the signs up to each one that ends a shingle to `out`, how `many` each owner has and where its own begin."""
    ideograph = kind == _IDEOGRAPH
    ends = _within(owner, len(many)) >= np.where(ideograph, 1, 3)
    many[:] = np.bincount(owner[ends], minlength=len(many))
    begins[:] = begins[:1] + np.cumsum(many) - many
    a, b, c, d = (np.concatenate((np.zeros(back, _LONG), sign.astype(_LONG)))[: len(sign)] for back in (3, 2, 1, 0))
    h = (c * _PARTS[2] + d * _PARTS[3] + kind.astype(_LONG)) & _LOW
    h = np.where(ideograph, h, (h + a * _PARTS[0] + b * _PARTS[1]) & _LOW)
    h = ((h ^ (h >> _LONG(16))) * _LONG(0x7FEB352D)) & _LOW
    h = ((h ^ (h >> _LONG(15))) * _LONG(0x846CA68B)) & _LOW
    h = ((h ^ (h >> _LONG(16))) & _LONG(0xFFFFFFFE)) | ideograph
    out[np.repeat(begins - np.cumsum(many) + many, many) + np.arange(int(many.sum()))] = h[ends]


def band(shingles, begins, many, factor, shift, rows, keys, low, high) -> None:  # noqa: ANN001, PLR0917
    """Write each text's key in each band."""
    text = np.flatnonzero(many[low:high]) + low
    many_ = many[text]
    at = np.repeat(begins[text] - np.cumsum(many_) + many_, many_) + np.arange(int(many_.sum()))
    shingle, starts = shingles[at], np.cumsum(many_) - many_
    for line in range(len(factor) // rows):
        h = np.full(high - low, line, _LONG)
        for k in range(line * rows, (line + 1) * rows):
            best = np.full(high - low, 0xFFFFFFFF, np.uint32)
            if len(text):
                best[text - low] = np.minimum.reduceat(shingle * factor[k] + shift[k], starts)
            h = ((h ^ best) * _LONG(0x9E3779B1)) & _LOW
            h ^= h >> _LONG(15)
        keys[line, low:high] = (h.astype(np.int64) << 31) | np.arange(low, high)


def order(keys, room, low, high) -> None:  # noqa: ANN001, ARG001
    """Sort each line of `keys` by its upper 32 bits; below them stands the text's number, so all of it may be compared."""
    keys[low:high].sort(axis=1)


def meet(keys, few, pairs) -> int:  # noqa: ANN001
    """Write pairs of texts alike in a sorted line of `keys`; return how many."""
    place = np.arange(len(keys))
    new = np.concatenate(([True], keys[1:] >> 31 != keys[:-1] >> 31))[: len(keys)]
    behind = place - np.maximum.accumulate(np.where(new, place, 0))
    back = np.where(behind < few, behind, 2)
    made = int(back.sum())
    if len(pairs):
        right = np.repeat(place, back)
        left = right - np.repeat(back, back) + np.arange(made) - np.repeat(np.cumsum(back) - back, back)
        pairs[:made] = ((keys[left] & 0x7FFFFFFF) << 31) | (keys[right] & 0x7FFFFFFF)
    return made


def tidy(shingles, begins, many, wanted, sizes, says, marks, low, high) -> None:  # noqa: ANN001, PLR0917
    """Put the shingles of wanted texts in order, each once, and mark them."""
    text = np.flatnonzero(wanted[low:high] & (sizes[low:high] < 0)) + low
    keys = distinct(_keyed(shingles, begins, many, text))
    owner, shingle = keys >> 32, keys & 0xFFFFFFFF
    kept = np.bincount(owner, minlength=len(text))
    shingles[begins[text][owner] + _within(owner, len(text))] = shingle
    sizes[text] = kept
    says[text] = kept + 2 * np.bincount(owner, shingle & 1, len(text)).astype(np.int64)
    bit = (shingle >> 8) & 0xFF
    np.bitwise_or.at(marks, (text[owner], bit >> 6), _LONG(1) << (bit & 63).astype(_LONG))


def _keyed(shingles, begins, many, text: Places) -> Places:  # noqa: ANN001
    """Return the shingles of some texts, below the text's place among them."""
    own = many[text]
    at = np.repeat(begins[text] - np.cumsum(own) + own, own) + np.arange(int(own.sum()))
    return (np.repeat(np.arange(len(text)), own) << 32) | shingles[at].astype(np.int64)


def sift(sizes, marks, left, right, least, alike, low, high) -> None:  # noqa: ANN001
    """Write 0 for each pair whose marks show that its Jaccard index is below `least`, else 1."""
    a, b = left[low:high], right[low:high]
    own, other = (np.bitwise_count(marks[x] & ~marks[y]).sum(axis=1, dtype=np.int64) for x, y in ((a, b), (b, a)))
    most = np.minimum(sizes[a] - own, sizes[b] - other)
    alike[low:high] = most >= least * (sizes[a] + sizes[b] - most)


def arrange(pairs, _room, _bits) -> int:  # noqa: ANN001
    """Put pairs in order, each once, at the beginning of `pairs`; return how many."""
    kept = distinct(pairs)
    pairs[: len(kept)] = kept
    return len(kept)


def without(pairs, known) -> int:  # noqa: ANN001
    """Keep at the beginning of `pairs` those that are not `known`, both in order; return how many."""
    if len(known) == 0:
        return len(pairs)
    kept = pairs[known[np.minimum(np.searchsorted(known, pairs), len(known) - 1)] != pairs]
    pairs[: len(kept)] = kept
    return len(kept)


def overlap(shingles, begins, sizes, left, right, _least, alike, low, high) -> None:  # noqa: ANN001
    """Write the Jaccard index of the tidy shingle sets of each pair to `alike`, below `least` too."""
    texts, known = np.unique(right[low:high], return_inverse=True)
    keys = _keyed(shingles, begins, sizes, texts)
    reach = np.concatenate(([0], np.cumsum(sizes[left[low:high]])))
    cuts = distinct(np.searchsorted(reach, np.arange(0, reach[-1] + 1, _ROOM)))
    for begin, end in zip(cuts, [*cuts[1:], high - low], strict=True):
        part = slice(low + begin, low + end)
        sought = _keyed(shingles, begins, sizes, left[part])
        owner, wanted = sought >> 32, (known[begin:end][sought >> 32] << 32) | (sought & 0xFFFFFFFF)
        found = (
            keys[np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))] == wanted
            if len(keys)
            else wanted < 0
        )
        both = np.bincount(owner[found], minlength=end - begin)
        every = sizes[left[part]] + sizes[right[part]] - both
        alike[part] = np.where(every > 0, both / np.maximum(every, 1), 0.0)
