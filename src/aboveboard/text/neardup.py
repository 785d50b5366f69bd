"""Texts that are nearly alike, among millions: shingles, MinHash in bands, and the exact Jaccard index of what meets.

A text is read letter by letter, as `folded` or another reading has it; addresses, mentions, hashtags, spaces and signs are
left out, and any number reads as one sign. Its shingles are four letters in a row, or two where the last is an ideograph, a
kana or a Hangul syllable: no language needs words to be parted. Method: Broder, On the resemblance and containment of
documents (1997); Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3. Few texts are compared all with all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.text.near_compiled import in_parts, loop
from aboveboard.text.normal import bare

__all__ = ["ALIKE", "Near", "Shingled", "folded", "near", "shingled"]

ALIKE = 0.5
"""Jaccard index from which two texts are nearly alike."""

_FEWEST = 8
"""Shingles of the shortest text compared: of fewer, one changed letter leaves nothing to compare."""

_FEW = 60_000
"""Shingles of texts that are compared all with all, by a sparse product."""

_MANY = 1_000_000
"""Letters, or shingles, from which loops compiled by numba pay for its import: half a second and 90 MB."""

_ROWS, _BANDS, _PASSES, _SEED = 4, 8, 4, 20_261_125
"""Two texts alike by half meet in one of 32 bands of 4 hashes with a chance of 0.87, by 0.6 with 0.988, by 0.7 with 0.9998."""

_CROWD = 12
"""Texts alike in a band up to which all are paired with all."""

_CODES = 0x110000
_LETTER, _IDEOGRAPH, _DIGIT = 1, 2, 3
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "IDEOGRAPHIC", "KANGXI", "TANGUT", "YI", "NUSHU", "KHITAN")

Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Reading = Callable[[str], str]


class Shingled(NamedTuple):
    """Shingles (uint32) of texts: `many` from `begins` on.

    `wording` and `form` are hashes of each text's signs in order, with all numbers alike and with numbers as they are. `sizes` says
    how many different shingles there are and `says` how much that is, an ideograph counted as three letters; both are -1 until known,
    and `marks` (256 bits a text, one for each shingle) empty.
    """

    shingles: npt.NDArray[np.uint32]
    begins: Longs
    many: Longs
    wording: Longs
    form: Longs
    sizes: Longs
    says: Longs
    marks: npt.NDArray[np.uint64]


class Near(NamedTuple):
    """Distinct texts and pairs of them. `text` is the number of each row's distinct text, -1 where it says too little.

    Texts are one where only numbers differ; numbers of texts follow from what is said, not from the order of rows. `left` < `right` are
    such numbers, `alike` their Jaccard index; pairs are in order. `form` is alike for rows alike in numbers too.
    """

    text: Longs
    form: Longs
    left: Longs
    right: Longs
    alike: Floats
    sets: Shingled

    def to(self, left: Longs, right: Longs) -> Floats:
        """Return the Jaccard index of any distinct texts, pair by pair."""
        return _alike(self.sets, left, right, 0.0)

    def says(self) -> Longs:
        """Return how much each distinct text says: its different shingles, those that end in an ideograph counted as three."""
        _tidy(self.sets, np.ones(len(self.sets.begins), bool))
        return self.sets.says


def folded(char: str) -> str:
    """Return a character as it is read: compatibility forms and case folded, accents and other marks on letters dropped."""
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", char).casefold())
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def near(texts: pa.ChunkedArray, least: float = ALIKE, read: Reading = folded) -> Near:
    """Return the pairs of texts (strings, null for none) whose Jaccard index is at least `least`.

    Of many texts, 9 in 10 pairs at 0.5 and nearly all from 0.6 on are found; of few, all. In a crowd of texts alike to the
    letter in a band, each is paired with two: they are tied together, not each with each.
    """
    sets = shingled(texts, read)
    text, firsts = _distinct(sets)
    own = sets._replace(**{name: getattr(sets, name)[firsts] for name in Shingled._fields[1:]})
    compared = _all if int(own.many.sum()) < _FEW else _banded
    pairs, alike = compared(own, least)
    return Near(text, sets.form, pairs >> 31, pairs & 0x7FFFFFFF, alike, own)


def shingled(texts: pa.ChunkedArray, read: Reading = folded) -> Shingled:
    """Return the shingles of texts, in the order of the text and with repeats."""
    plain = pc.fill_null(bare(texts), "").cast(pa.large_string()).combine_chunks()
    if isinstance(plain, pa.ChunkedArray):
        plain = plain.chunk(0)
    starts, data = _flat(plain)
    many_letters = len(data) >= _MANY
    table = _table(data, read, many=many_letters)
    count = len(plain)
    many, digests = np.zeros(count, np.int64), np.zeros((2, count), np.int64)
    room = _room(*table[:3])
    # room for the most there may be: of what is not written to, memory is not taken
    begins, out = starts[:-1] * room, np.empty(room * len(data), np.uint32)
    in_parts("shred", count, data, starts, *table, begins, out, many, digests, many=many_letters)
    out = out[: int((begins + many).max(initial=0))]
    none_yet = np.full(count, -1, np.int64), np.full(count, -1, np.int64), np.zeros((count, 4), np.uint64)
    return Shingled(out, begins, many, digests[0], digests[1], *none_yet)


def _flat(texts: pa.LargeStringArray) -> tuple[Longs, npt.NDArray[np.uint8]]:
    """Return where each text begins and ends, and the bytes of all."""
    if len(texts) == 0:
        return np.zeros(1, np.int64), np.empty(0, np.uint8)
    _, offsets, data = texts.buffers()
    starts = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
    return starts, np.frombuffer(data, np.uint8)[: starts[-1]] if data is not None else np.empty(0, np.uint8)


def _table(data: npt.NDArray[np.uint8], read: Reading, *, many: bool) -> tuple[np.ndarray, ...]:
    """Return kind, first letter, number of letters of every code point that the texts have, and all letters."""
    met = np.zeros(_CODES, bool)
    loop("seen", many=many)(data, met)
    kind, first, length = np.zeros(_CODES, np.uint8), np.zeros(_CODES, np.int32), np.zeros(_CODES, np.int32)
    letters = list[int]()
    for code in np.flatnonzero(met).tolist():
        kind[code], text = _read(chr(code), read)
        first[code], length[code] = len(letters), len(text)
        letters += [ord(c) for c in text]
    return kind, first, length, np.array(letters, np.int32)


def _room(kind: npt.NDArray[np.uint8], _: npt.NDArray[np.int32], length: npt.NDArray[np.int32]) -> int:
    """Return how many letters a byte of text is read as at most, and 1 at least."""
    codes = np.flatnonzero(kind)
    wide = 1 + sum((codes >= least).astype(np.int64) for least in (0x80, 0x800, 0x10000))
    return int((-(-length[codes] // wide)).max(initial=1))


def _read(char: str, read: Reading) -> tuple[int, str]:
    plain = folded(char)
    if plain and all(c.isdigit() for c in plain):
        return _DIGIT, "0"
    text = "".join(c for c in read(char) if unicodedata.category(c)[0] in "LMN")
    if not text:
        return 0, ""
    return (_IDEOGRAPH if unicodedata.name(text[0], "").startswith(_UNSPACED) else _LETTER), text


def _distinct(sets: Shingled) -> tuple[Longs, Longs]:
    """Return the number of each row's distinct text, and a row of each; those that say too little have none."""
    enough = np.flatnonzero(sets.many >= _FEWEST)
    _, firsts, numbers = np.unique(sets.wording[enough], return_index=True, return_inverse=True)
    text = np.full(len(sets.many), -1, np.int64)
    text[enough] = numbers
    return text, enough[firsts]


def _all(sets: Shingled, least: float) -> tuple[Longs, Floats]:
    """Compare all with all, by a sparse product of texts and shingles."""
    from scipy.sparse import csr_array

    count = len(sets.begins)
    if count == 0:
        return np.empty(0, np.int64), np.empty(0)
    owner = np.repeat(np.arange(count), sets.many)
    place = np.repeat(sets.begins, sets.many) + _within(sets.many)
    _, shingle = np.unique(sets.shingles[place], return_inverse=True)
    cells = np.unique(np.stack([owner, shingle]), axis=1)
    has = csr_array((np.ones(cells.shape[1], np.int64), (cells[0], cells[1])))
    both = (has @ has.T).tocoo()
    left, right, common = both.coords[0].astype(np.int64), both.coords[1].astype(np.int64), both.data
    size = np.bincount(cells[0], minlength=count)
    alike = common / (size[left] + size[right] - common)
    kept = np.flatnonzero((left < right) & (alike >= least))
    pairs = (left[kept] << 31) | right[kept]
    order = np.argsort(pairs)
    return pairs[order], alike[kept][order]


def _within(many: Longs) -> Longs:
    """Return 0, 1, 2 … for each text's shingles in turn."""
    return np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)


def _banded(sets: Shingled, least: float) -> tuple[Longs, Floats]:
    """Compare what meets in a band, eight bands at a time."""
    count, rng = len(sets.begins), np.random.default_rng(_SEED)
    keys, room = np.empty((_BANDS, count), np.int64), np.empty((_BANDS, count), np.int64)
    found, alike, many = np.empty(0, np.int64), np.empty(0), int(sets.many.sum()) >= _MANY
    for _ in range(_PASSES):
        factor = rng.integers(0, 1 << 32, _BANDS * _ROWS, np.uint32) | np.uint32(1)
        shift = rng.integers(0, 1 << 32, _BANDS * _ROWS, np.uint32)
        in_parts("band", count, sets.shingles, sets.begins, sets.many, factor, shift, _ROWS, keys, many=many)
        in_parts("order", _BANDS, keys, room, many=many)
        pairs = _arranged([_met(line, many=many) for line in keys], count, many=many)
        pairs = pairs[
            : loop("without", many=many)(pairs, found)
        ]  # texts alike meet in nearly every pass, and are read once
        score = _alike(sets, pairs >> 31, pairs & 0x7FFFFFFF, least)
        found, alike = _merged(found, alike, pairs[score >= least], score[score >= least])
    return found, alike


def _arranged(lines: list[Longs], count: int, *, many: bool) -> Longs:
    """Return the pairs of all lines in order, each once; there are `count` texts."""
    pairs = np.concatenate(lines)
    made = loop("arrange", many=many)(pairs, np.empty_like(pairs), 31 + count.bit_length())
    return pairs[:made]


def _merged(pairs: Longs, scores: Floats, more: Longs, theirs: Floats) -> tuple[Longs, Floats]:
    every = np.concatenate([pairs, more])
    order = np.argsort(every, kind="stable")
    return every[order], np.concatenate([scores, theirs])[order]


def _met(line: Longs, *, many: bool) -> Longs:
    meet, none = loop("meet", many=many), np.empty(0, np.int64)
    pairs = np.empty(meet(line, _CROWD, none), np.int64)
    if len(pairs):
        meet(line, _CROWD, pairs)
    return pairs


def _alike(sets: Shingled, left: Longs, right: Longs, least: float) -> Floats:
    """Return the exact Jaccard index of pairs; of those below `least` some are 0."""
    wanted = np.zeros(len(sets.begins), bool)
    wanted[left] = wanted[right] = True
    _tidy(sets, wanted)
    alike, many = np.zeros(len(left)), len(left) * 64 >= _MANY
    ends = np.ascontiguousarray(left), np.ascontiguousarray(right)
    in_parts("sift", len(left), sets.sizes, sets.marks, *ends, least, alike, many=many)
    in_parts("overlap", len(left), sets.shingles, sets.begins, sets.sizes, *ends, least, alike, many=many)
    return alike


def _tidy(sets: Shingled, wanted: npt.NDArray[np.bool_]) -> None:
    """Put the shingles of wanted texts in order, each once, which changes no later result."""
    many = int(sets.many[wanted & (sets.sizes < 0)].sum()) >= _MANY
    told = sets.sizes, sets.says, sets.marks
    in_parts("tidy", len(wanted), sets.shingles, sets.begins, sets.many, wanted, *told, many=many)
