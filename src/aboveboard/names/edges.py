"""How names begin and end: a fast look at many, so that few are read for what stands there."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from aboveboard.compiling import compiled, ready
from aboveboard.names.edge_loops import FACTOR, KEPT, SIGNATURE, touched

__all__ = ["Edges", "worth_it"]

_MANY = 16_384
"""Names from which the compiled loop is worth it, if it is not there already."""


def worth_it(names: pa.Array) -> bool:
    """Tell whether so many names are looked at by `Edges`: the loop must be read from disk first."""
    return len(names) >= _MANY or ready(touched, SIGNATURE)


class Edges:
    """Words that plain ASCII names may begin or end with: as one with what is left, at least `least` letters, or parted from it by a space.

    All that is said here is said of more names than it is true of, never of fewer: words are told by a number of 22 bits.
    """

    def __init__(
        self,
        *,
        tails: Iterable[str] = (),
        heads: Iterable[str] = (),
        lasts: Iterable[str] = (),
        firsts: Iterable[str] = (),
        least: int = 0,
    ) -> None:
        words = [[w.encode() for w in some if w and w.isascii()] for some in (tails, heads, lasts, firsts)]
        self._tables = np.zeros((len(words), (KEPT + 1) // 8), np.uint8)
        for table, some, backwards in zip(self._tables, words, (True, False, True, False), strict=True):
            for word in some:
                number = _number(word[::-1] if backwards else word)
                table[number >> 3] |= 1 << (number & 7)
        self._longest = max((len(w) for some in words for w in some), default=0)
        self._least = least

    def touched(self, names: pa.Array, *, ends: bool = True, begins: bool = True, trims: bool = False) -> pa.Array:
        """Tell which names may have such a word at a side that is looked at, and which are not plain ASCII; a null has none.

        `trims`: what stands before digits and spaces at the end of a name is its end too.
        """
        out = np.zeros(len(names), np.bool_)
        if len(names):
            _, at, data = names.buffers()
            starts = np.frombuffer(at, np.int32)[names.offset : names.offset + len(names) + 1]
            letters = np.frombuffer(data, np.uint8) if data else np.zeros(1, np.uint8)
            loop = compiled(touched, SIGNATURE)
            loop(letters, starts, self._tables, self._longest, self._least, ends, begins, trims, out)
        return pa.array(out)


def _number(word: bytes) -> int:
    number = 0
    for letter in word:
        number = (number * FACTOR ^ letter) & KEPT
    return number
