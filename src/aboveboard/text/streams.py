"""Many texts as one stream of letters as they are read, each letter knowing where it was written.

What is read as what is the caller's to say (`read`), so that this room needs no table of look-alikes. Everything is done
on whole arrays of code points, in chunks that fit a processor's cache.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.compiling import compiled
from aboveboard.text import term_loops

__all__ = ["END", "Glyph", "Ints", "Letters", "Read", "Stream", "group", "letters_of", "stream"]

Ints = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
_Codes = npt.NDArray[np.uint8] | npt.NDArray[np.uint32]
_Kinds = npt.NDArray[np.int8]

Read = Callable[[str], str]
"""One character to the letters it is read as: none for what is not seen, a space for a separator."""

END = 1
"""The symbol between two texts. 0 is a letter that no term has; a term's letters start at 2."""

_SEPARATOR, _LOWER, _UPPER, _DIGIT, _PACKED, _SIGN, _UNSEEN = range(7)
_PACKED_SCRIPTS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
_CODES, _ASCII = 0x110000, 0x80
_TRAILING = re.compile(r"[!|€+](?!\w)")
"""Signs that stand for a letter only where a letter follows: Hell! ends in no l."""
_PADDED = re.compile(r"[xX]{2}(?<![^\W_]..)([^\W_]{3,}?)[xX]{2}(?![^\W_])")
"""Players dress a name: xXnameXx."""


class Stream(NamedTuple):
    """Letters of all texts in reading order; neighbouring repeats of one letter are one entry.

    `symbol`: the letter as a number of the lexicon. `run`: how often it stands. `first`, `last`: where in the joined text
    its first and last character stand. `start`, `end`: whether a word may start or end there.
    """

    symbol: Ints
    run: Ints
    first: Ints
    last: Ints
    start: Flags
    end: Flags


class Letters(NamedTuple):
    """The letters of one text, as `Stream` has those of many, and the end of the text after them."""

    symbol: list[int]
    run: list[int]
    first: list[int]
    last: list[int]
    start: list[bool]
    end: list[bool]


Glyph = tuple[int, tuple[int, ...]]
"""What kind of character it is, and the numbers of the letters it is read as."""


@lru_cache(maxsize=65_536)
def group(char: str) -> int:
    """Return what kind of character it is, for word boundaries."""
    category = unicodedata.category(char)
    if category[0] == "L" or category in {"Mn", "Mc"}:
        name = unicodedata.name(char, "")
        if name.startswith(_PACKED_SCRIPTS):
            return _PACKED
        return _UPPER if category in {"Lu", "Lt"} else _LOWER
    return _DIGIT if category[0] == "N" else _SIGN if char in "$@!|€+*" else _SEPARATOR


def stream(joined: str, read: Read, symbols: Mapping[str, int], *, many: bool = False) -> Stream:
    """Read `joined` (texts parted by newlines, one at the end too) with the letters numbered in `symbols`.

    `many` texts, in this call and others, are worth a compiled loop; the letters are the same.
    """
    codes = _codes_ascii(joined) if joined.isascii() else _codes_any(_undressed(_TRAILING.sub(" ", joined)))
    seen = np.zeros(_CODES if codes.itemsize > 1 else _ASCII, bool)
    seen[codes] = True
    tables = _tables(np.flatnonzero(seen), len(seen), read, symbols)
    return _read(codes, *tables) if many else _read_whole(codes, seen, *tables)


def _read(codes: _Codes, count: Ints, offset: Ints, flat: Ints, groups: _Kinds) -> Stream:
    """Read codes in a compiled loop."""
    name = "ascii" if codes.itemsize == 1 else "read"
    size, room = len(codes), int(count[codes].sum())
    symbol, run, first, last = (np.empty(room, np.int32) for _ in range(4))
    start, end = (np.empty(room, np.bool_) for _ in range(2))
    made = Stream(symbol, run, first, last, start, end)
    taken = np.empty(size, np.int32), np.empty(size + 1, np.bool_)
    kept = compiled(term_loops.read, term_loops.SIGNATURES[name])(codes, count, offset, flat, groups, *taken, *made)
    return Stream(symbol[:kept], run[:kept], first[:kept], last[:kept], start[:kept], end[:kept])


def _read_whole(codes: _Codes, seen: Flags, count: Ints, offset: Ints, flat: Ints, groups: _Kinds) -> Stream:
    """Read codes on whole arrays."""
    visible = np.arange(len(codes), dtype=np.int32)
    if (groups[seen] == _UNSEEN).any():
        visible = visible[groups[codes] != _UNSEEN]
        codes = codes[visible]
    start = _starts(groups[codes])
    kept = np.flatnonzero(count[codes])
    first, after = start[kept], np.append(start[1:], [True])[kept]
    if (times := count[codes[kept]]).max(initial=1) == 1:
        return _collapsed(flat[offset[codes[kept]]], visible[kept], first, after)
    within = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    kept = np.repeat(kept, times)
    first, after = (
        np.repeat(first, times) & (within == 0),
        np.repeat(after, times) & (within == np.repeat(times, times) - 1),
    )
    return _collapsed(flat[offset[codes[kept]] + within], visible[kept], first, after)


def _undressed(text: str) -> str:
    return _PADDED.sub(r"  \1  ", text) if any(pair in text for pair in ("xx", "XX", "xX", "Xx")) else text


def _codes_ascii(text: str) -> npt.NDArray[np.uint8]:
    """Return the bytes of an ASCII text, `_TRAILING` and `_PADDED` as spaces: neither is found sooner or later by the other."""
    codes = np.frombuffer(bytearray(text, "ascii"), np.uint8)
    trailing = _SIGNS[codes]
    trailing[:-1] &= ~_WORDS[codes[1:]]
    if (plain := _undressed(text)) is not text:
        codes = np.frombuffer(bytearray(plain, "ascii"), np.uint8)
    codes[trailing] = ord(" ")
    return codes


def _codes_any(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(bytearray(text, "utf-32-le", "replace"), np.uint32)


_SIGNS, _WORDS = (np.array([bool(re.match(of, chr(n))) for n in range(_ASCII)]) for of in (r"[!|+]", r"\w"))


def _tables(
    present: npt.NDArray[np.int64], size: int, read: Read, symbols: Mapping[str, int]
) -> tuple[Ints, Ints, Ints, _Kinds]:
    """For each code point: how many letters it is read as, where they lie in the flat list, and its kind."""
    count, offset, groups = np.zeros(size, np.int32), np.zeros(size, np.int32), np.zeros(size, np.int8)
    flat: list[int] = []
    for code in present.tolist():
        char = chr(code)
        letters = "" if char == "\n" else read(char)
        groups[code] = group(char) if letters.strip() or letters == " " else _UNSEEN
        numbers = [END] if char == "\n" else [symbols.get(x, 0) for x in letters if x != " "]
        if char == "\n" or (not numbers and groups[code] != _UNSEEN):
            groups[code] = _SEPARATOR
        count[code], offset[code] = len(numbers), len(flat)
        flat += numbers
    return count, offset, np.array(flat or [0], np.int32), groups


def _starts(kinds: _Kinds) -> Flags:
    """Whether a word may start at each character: the kind changes, or a capital follows or leads a small letter."""
    start = np.ones(len(kinds), bool)
    before, here = kinds[:-1], kinds[1:]
    start[1:] = (before != here) & ~((before == _UPPER) & (here == _LOWER)) | (here == _SEPARATOR)
    start[1:-1] |= (before[:-1] == _UPPER) & (here[:-1] == _UPPER) & (here[1:] == _LOWER)
    return start


def _collapsed(symbol: Ints, place: Ints, start: Flags, end: Flags) -> Stream:
    """Make one entry of a letter repeated inside a word."""
    new = np.ones(len(symbol), bool)
    new[1:] = (symbol[1:] != symbol[:-1]) | start[1:] | (symbol[1:] == END)
    heads = np.flatnonzero(new)
    tails = np.append(heads[1:], [len(symbol)]) - 1
    run = (tails - heads + 1).astype(np.int32)
    return Stream(symbol[heads], run, place[heads], place[tails], start[heads], end[tails])


def letters_of(text: str, read: Read, symbols: Mapping[str, int], known: dict[str, Glyph]) -> Letters:
    """Read one short text without newlines as `stream` reads many, with no array made; `known` keeps what its characters are."""
    seen = list[tuple[int, Glyph]]()
    for place, char in enumerate(_undressed(_TRAILING.sub(" ", text))):
        glyph = known.get(char)
        if glyph is None:
            glyph = known[char] = _glyph(char, read, symbols)
        if glyph[0] != _UNSEEN:
            seen.append((place, glyph))
    starts = _starts_in([kind for _, (kind, _) in seen])
    made = Letters([], [], [], [], [], [])
    for n, (place, (_, numbers)) in enumerate(seen):
        most = len(numbers) - 1
        for at, number in enumerate(numbers):
            _add(made, number, place, start=starts[n] and not at, end=starts[n + 1] and at == most)
    _add(made, END, len(text), start=True, end=True)
    return made


def _glyph(char: str, read: Read, symbols: Mapping[str, int]) -> Glyph:
    written = read(char)
    kind = group(char) if written.strip() or written == " " else _UNSEEN
    numbers = tuple(symbols.get(x, 0) for x in written if x != " ")
    return (kind if numbers or kind == _UNSEEN else _SEPARATOR), numbers


def _starts_in(kinds: list[int]) -> list[bool]:
    """Return what `_starts` does, of the characters of one text and its end."""
    starts, before = [True], kinds[0] if kinds else _SEPARATOR
    for here, after in zip(kinds[1:], [*kinds[2:], _SEPARATOR], strict=False):
        other = before != here and not (before == _UPPER and here == _LOWER)
        starts.append(other or here == _SEPARATOR or (before == here == _UPPER and after == _LOWER))
        before = here
    return [*starts, True] if kinds else starts


def _add(made: Letters, number: int, place: int, *, start: bool, end: bool) -> None:
    """Add a letter; one repeated inside a word is one."""
    if made.symbol and made.symbol[-1] == number != END and not start:
        made.run[-1] += 1
        made.last[-1], made.end[-1] = place, end
        return
    made.symbol.append(number)
    made.run.append(1)
    made.first.append(place)
    made.last.append(place)
    made.start.append(start)
    made.end.append(end)
