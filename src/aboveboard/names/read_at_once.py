"""Many names of ideographs read aloud at once: protected names have hundreds of thousands of look-alikes, each with several readings."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from aboveboard.compiling import compiled
from aboveboard.names.aloud_loops import SIGNATURE, read
from aboveboard.names.sounds import HEARD

__all__ = ["read_at_once"]

_CODES = 0x110000


class _Said(NamedTuple):
    """The ways to say the characters of some names: all letters (UTF-8), where each way begins, and how many a character has.

    `longest` are the letters of the longest of its ways, `number` says whose a character's are.
    """

    letters: np.ndarray
    at: np.ndarray
    filled: np.ndarray
    longest: np.ndarray
    number: np.ndarray


def read_at_once(
    names: list[str], said: Callable[[str], tuple[str, ...]], *, most: int, others: int
) -> tuple[pa.Array, pa.Array]:
    """Return (row, key): each name in the first reading of all its characters, and with one of them in another of its first `most`.

    Only the first `others` characters of a name that have several are read otherwise. No reading comes twice for a name. Keys are
    blurred by ear, letters that follow themselves once.
    """
    known = _known("".join(names), said, most)
    starts = np.concatenate([[0], np.cumsum(np.fromiter(map(len, names), np.int64, len(names)))])
    room = np.diff(np.concatenate([[0], np.cumsum(known.longest[known.number])])[starts])
    ways = 1 + others * (most - 1)
    raw, sizes = np.empty((ways + 1, int(room.max(initial=0))), np.uint8), np.empty(ways + 1, np.int32)
    out, rows = np.empty(ways * int(room.sum()), np.uint8), np.empty(ways * len(names), np.int32)
    ends = np.zeros(ways * len(names) + 1, np.int32)
    tables = known.letters, known.at, known.filled
    many = compiled(read, SIGNATURE)(known.number, starts, *tables, most, others, _RULES, raw, sizes, out, rows, ends)
    keys = pa.StringArray.from_buffers(
        many, pa.py_buffer(ends[: many + 1].copy()), pa.py_buffer(out[: ends[many]].copy())
    )
    return pa.array(rows[:many].copy()), keys


_RULES = np.array([[*pair.encode(), *[0] * (2 - len(pair)), *one.encode()] for pair, one in HEARD], np.uint8)
"""What is heard alike, as `sounds.blur` has it: two letters, or one and a zero, and the one written for them."""


def _known(text: str, said: Callable[[str], tuple[str, ...]], most: int) -> _Said:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    met, number = np.zeros(_CODES, np.bool_), np.zeros(_CODES, np.int32)
    met[codes] = True
    chars = np.flatnonzero(met)
    number[chars] = np.arange(len(chars))
    ways = [said(chr(code))[:most] for code in chars.tolist()]
    letters = [way.encode() for some in ways for way in (*some, *[""] * (most - len(some)))]
    sizes = np.fromiter(map(len, letters), np.int32, len(letters))
    at = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    filled, longest = np.fromiter(map(len, ways), np.int32, len(ways)), sizes.reshape(-1, most).max(axis=1)
    return _Said(np.frombuffer(b"".join(letters), np.uint8).copy(), at, filled, longest, number[codes])
