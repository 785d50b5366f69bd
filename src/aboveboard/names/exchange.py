"""Long texts, a name a line, changed character by character as arrays: several times faster than `str.translate` and patterns.

Every function gives the same text as the plain Python one that it names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from aboveboard.ordered import distinct

__all__ = ["Exchange", "singled", "where_again"]

_FEW = 256
"""Characters up to which Python's own functions are as fast."""

_CODES, _SET = 0x110000, 2
_GONE, _LONG = 1, 0xFFFFFFFF


class Exchange:
    """A table for `str.translate`, read into arrays as its characters are met. Threads may share it."""

    def __init__(self, table: Mapping[int, int | str | None]) -> None:
        self._table = table
        self._codes = np.zeros(_CODES, np.uint32)
        self._long: dict[int, np.ndarray] = {}

    def __call__(self, text: str) -> str:
        """Return `text.translate(table)`."""
        if len(text) < _FEW:
            return text.translate(self._table)
        codes = _codes(text)
        made = self._codes[codes]
        if not made.all():
            self._learn(distinct(codes[made == 0]))
            made = self._codes[codes]
        if (long := np.flatnonzero(made == _LONG)).size:
            made = self._lengthened(codes, made, long)
        return _text(made[made != _GONE] - _SET)

    def _learn(self, codes: np.ndarray) -> None:
        for code in codes.tolist():
            new = chr(code).translate(self._table)
            if len(new) > 1:
                self._long[code] = _codes(new) + _SET
            self._codes[code] = ord(new) + _SET if len(new) == 1 else _LONG if new else _GONE

    def _lengthened(self, codes: np.ndarray, made: np.ndarray, long: np.ndarray) -> np.ndarray:
        """Make room for the characters at `long`, which stand for several letters each."""
        held = [self._long[code] for code in codes[long].tolist()]
        times = np.ones(len(made), np.int64)
        times[long] = sizes = [len(h) for h in held]
        made = np.repeat(made, times)
        begin = np.cumsum(times)[long] - sizes
        ends = np.cumsum(sizes)
        within = np.arange(ends[-1]) - np.repeat(ends - sizes, sizes)
        made[np.repeat(begin, sizes) + within] = np.concatenate(held)
        return made


_DOUBLED = re.compile(r"([a-z])\1+")


def _first(found: re.Match[str]) -> str:
    return found[1]


def singled(text: str) -> str:
    r"""Return `text` with each Latin letter that follows itself written once: `re.sub(r"([a-z])\1+", r"\1", text)`."""
    if len(text) < _FEW:
        return _DOUBLED.sub(_first, text)
    codes = _codes(text)
    again = (codes[1:] == codes[:-1]) & (codes[1:] >= ord("a")) & (codes[1:] <= ord("z"))
    return _text(codes[np.concatenate([[True], ~again])]) if again.any() else text


def where_again(pattern: re.Pattern[str], text: str, longest: int) -> str:
    r"""Return `pattern.sub(r"\1", text)` for one that finds runs of at most `longest` characters, none ASCII, that follow themselves.

    Only lines in which such a run follows itself are looked at.
    """
    if len(text) < _FEW:
        return pattern.sub(_first, text)
    codes = _codes(text)
    signs = codes >= _SIGNS
    one = _following(codes, signs, 1)
    more = np.concatenate([one[:0], *(_following(codes, signs, size) for size in range(2, longest + 1))])
    if not one.size and not more.size:
        return text
    ends = np.flatnonzero(codes == ord("\n"))
    hard = np.unique(np.searchsorted(ends, more))
    easy = one[~np.isin(np.searchsorted(ends, one), hard)]  # in such a line only single characters follow themselves
    lines = (_text(np.delete(codes, easy)) if easy.size else text).split("\n")
    for number in hard.tolist():
        lines[number] = pattern.sub(_first, lines[number])
    return "\n".join(lines)


def _following(codes: np.ndarray, signs: np.ndarray, size: int) -> np.ndarray:
    """Return where a run of `size` characters begins that follows itself; it and what it follows are signs."""
    same = (codes[size:] == codes[:-size]) & signs[size:]
    whole = same[: max(0, len(same) - size + 1)].copy()
    for off in range(1, size):
        whole &= same[off : off + len(whole)]
    return np.flatnonzero(whole)


_SIGNS = 0x80


def _codes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _text(codes: np.ndarray) -> str:
    return codes.astype(np.uint32, copy=False).tobytes().decode("utf-32-le", "surrogatepass")
