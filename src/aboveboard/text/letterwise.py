"""Forms of many texts that are made letter by letter: each letter is read once, and a compiled loop writes the texts.

What composes with its neighbours is left to those who know the rules: texts that hold such a letter are handed back.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.compiling import compiled
from aboveboard.text import letter_loops
from aboveboard.text.near_compiled import loop

__all__ = ["counted", "many", "spelled"]

_MANY = 1_000_000
"""Bytes of texts from which compiled loops pay for their import, half a second and 90 MB."""
_CODES = 0x110000
_PLAIN = ((0, 0x10000), (0x1F000, 0x1FB00), (0x20000, 0x30000))
"""Code points among which those that compose with the one before them are marks, or parts of Hangul syllables."""
_COMPOSING = r"[\p{M}\x{1100}-\x{11FF}]"
_MARKS = frozenset(("Mn", "Mc", "Me", "Cn"))

Form = Callable[[pa.Array], pa.Array]
Flags = npt.NDArray[np.bool_]


def many(texts: pa.Array) -> bool:
    """Tell whether texts are many enough, and of the kind, for this room."""
    return texts.type == pa.string() and int(pc.sum(pc.binary_length(texts)).as_py() or 0) >= _MANY


def spelled(texts: pa.Array, form: Form) -> pa.Array:
    """Return what `form` makes of texts (strings; null stays null); it must be a normal form: NFKC and then letter by letter."""
    whole = pc.fill_null(texts, "")
    data, starts = _flat(whole)
    codes = _met(data)
    told = form(_letters(codes))
    known, first, length = _known(codes, told)
    ratio = (
        int(
            max(
                (len(t.encode()) / len(chr(c).encode()) for c, t in zip(codes.tolist(), told.to_pylist(), strict=True)),
                default=1,
            )
        )
        + 1
    )
    out, ends = np.empty(ratio * len(data), np.uint8), np.zeros(len(whole) + 1, np.int32)
    odd = np.zeros(len(whole), np.bool_)
    letters, _ = _flat(told)
    _run("spell")(data, starts, known, first, length, letters, out, ends, odd)
    made = pa.Array.from_buffers(
        pa.string(), len(whole), [None, pa.py_buffer(ends), pa.py_buffer(out[: ends[-1]].copy())]
    )
    if odd.any():
        made = pc.replace_with_mask(made, pa.array(odd), form(whole.filter(pa.array(odd))))
    return pc.if_else(pc.is_valid(texts), made, None) if texts.null_count else made


def counted(texts: pa.Array, heavy: str, more: int) -> pa.Array:
    """Return how many characters texts have (null stays null); those that a pattern of RE2 finds count for so many `more`."""
    whole = pc.fill_null(texts, "")
    data, starts = _flat(whole)
    codes, marked = _met(data), np.zeros(_CODES, np.bool_)
    marked[codes] = pc.match_substring_regex(_letters(codes), heavy).to_numpy(zero_copy_only=False)
    told = np.zeros(len(whole), np.int64)
    _run("weigh")(data, starts, marked, more, told)
    return pa.array(told, mask=pc.is_null(texts).to_numpy(zero_copy_only=False) if texts.null_count else None)


def _run(name: str) -> Callable[..., None]:
    return compiled(getattr(letter_loops, name), letter_loops.SIGNATURES[name])


def _flat(texts: pa.StringArray) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int32]]:
    """Return the bytes of texts, none null, and where each begins, and the last one ends."""
    _, offsets, data = texts.buffers()
    starts = np.frombuffer(offsets, np.int32)[texts.offset : texts.offset + len(texts) + 1]
    held = np.frombuffer(data, np.uint8)[starts[0] : starts[-1]] if data is not None else np.empty(0, np.uint8)
    return np.require(held, requirements=["C", "W"]), np.require(starts - starts[0], requirements=["C", "W"])


def _met(data: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    met = np.zeros(_CODES, np.bool_)
    loop("seen", many=True)(data, met)
    return np.flatnonzero(met)


def _letters(codes: npt.NDArray[np.int64]) -> pa.Array:
    return pa.array([chr(code) for code in codes.tolist()], pa.string())


def _known(codes: npt.NDArray[np.int64], told: pa.Array) -> tuple[Flags, npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Return which code points no neighbour changes, and where in what is `told` of them each one's letters begin, and how many they are."""
    letters = _letters(codes)
    apart, whole = (pc.utf8_normalize(letters, form=form) for form in ("NFKD", "NFKC"))
    leading = pc.utf8_slice_codeunits(apart, 0, 1)
    alone = ~np.logical_or.reduce([_composes(part) for part in (leading, whole, told)])
    alone &= np.logical_or.reduce([(codes >= low) & (codes < high) for low, high in _PLAIN])
    known = np.zeros(_CODES, np.bool_)
    known[codes] = alone
    first, length = np.zeros(_CODES, np.int32), np.zeros(_CODES, np.int32)
    _, starts = _flat(told)
    first[codes], length[codes] = starts[:-1], np.diff(starts)
    return known, first, length


def _composes(parts: pa.Array) -> Flags:
    """Tell which strings hold what may compose with the letter before it, or is not known to Python's tables."""
    told = pc.match_substring_regex(parts, _COMPOSING).to_numpy(zero_copy_only=False)
    return told | np.array([any(unicodedata.category(c) in _MARKS for c in part) for part in parts.to_pylist()], bool)
