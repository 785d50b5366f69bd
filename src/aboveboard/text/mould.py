"""The mould of a handle: its shape with the letters forgotten. Handles a machine makes come from one mould."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["mould", "spelling"]

_SHAPES = ((r"\p{Han}+", "\x01"), (r"[\p{L}\p{M}]+", "a"), (r"\p{N}", "0"), ("\x01", "文"))
_MIXED = r"^[\p{L}\p{M}]*\p{N}+[\p{L}\p{M}]+\p{N}[\p{L}\p{M}\p{N}]*$"
_TURNS = r"\p{L}\p{N}+\p{L}+\p{N}|\p{N}\p{L}+\p{N}+\p{L}"


_FORMS = np.arange(128, dtype=np.uint8)
_FORMS[[n for n in range(128) if chr(n).isalpha()]] = ord("a")
_FORMS[[n for n in range(128) if chr(n).isdigit()]] = ord("0")
"""What each byte of ASCII is in a mould."""


def mould(handles: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return each handle's mould (strings in, strings out; null stays null).

    A run of letters becomes `a`, of ideographs `文`, each digit `0`, signs stay: `mary8392` and `peter1047` are both
    `a0000`. Letters and digits stirred together (`k3j9x2`) keep only their number: `~6`. Names differ in length while
    the generator's digits do not, so digits are counted and letters are not.
    """
    return _each(handles, _moulded, _mould)


def _mould(plain: pa.Array, shape: pa.Array | None = None) -> pa.Array:
    """Return the moulds of handles in NFKC, whose `shape` may be known."""
    if shape is None:
        shape = plain
        for pattern, sign in _SHAPES:
            shape = pc.replace_substring_regex(shape, pattern=pattern, replacement=sign)
    mixed = pc.match_substring_regex(plain, pattern=_MIXED)
    length = pc.cast(pc.utf8_length(plain), pa.string())
    return pc.if_else(mixed, pc.binary_join_element_wise("~", length, ""), shape)


def _moulded(plain: pa.Array) -> pa.Array:
    """Return the moulds of handles of ASCII, none null: one pass over the bytes of all of them."""
    forms, starts = _forms(plain)
    kept = np.ones(len(forms), bool)
    kept[1:] = (forms[1:] != ord("a")) | (forms[:-1] != ord("a"))
    kept[starts[:-1][np.diff(starts) > 0]] = True
    ends = np.concatenate([[0], np.cumsum(kept)])[starts].astype(np.int32)
    shape = pa.Array.from_buffers(pa.string(), len(plain), [None, pa.py_buffer(ends), pa.py_buffer(forms[kept])])
    return _mould(plain, shape)


def _forms(plain: pa.Array) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """Return what the bytes of handles of ASCII are in a mould, and where each handle begins, and the last one ends."""
    _, offsets, data = plain.buffers()
    starts = np.frombuffer(offsets, np.int32)[plain.offset : plain.offset + len(plain) + 1].astype(np.int64)
    held = np.frombuffer(data, np.uint8)[starts[0] : starts[-1]] if data is not None else np.empty(0, np.uint8)
    return _FORMS[held], starts - starts[0]


def _each(
    handles: pa.ChunkedArray | pa.Array, quick: Callable[[pa.Array], pa.Array], slow: Callable[[pa.Array], pa.Array]
) -> pa.ChunkedArray:
    """Return what `quick` makes of handles of ASCII, and `slow` of all others in NFKC, in the handles' order."""
    chunks = handles.chunks if isinstance(handles, pa.ChunkedArray) else [handles]
    made = [_mixed(chunk.cast(pa.string()), quick, slow) for chunk in chunks]
    return pa.chunked_array(made) if made else slow(handles)


def _mixed(handles: pa.Array, quick: Callable[[pa.Array], pa.Array], slow: Callable[[pa.Array], pa.Array]) -> pa.Array:
    plain = pc.fill_null(pc.and_(pc.string_is_ascii(handles), pc.invert(pc.match_substring(handles, "\x01"))), False)
    many = pc.sum(plain).as_py() or 0
    if many == len(handles) and many:
        return quick(handles)
    other = pc.invert(plain)
    told = slow(pc.utf8_normalize(handles.filter(other), form="NFKC"))
    return (
        pc.replace_with_mask(
            pc.replace_with_mask(pa.nulls(len(handles), told.type), other, told), plain, quick(handles.filter(plain))
        )
        if many
        else told
    )


def spelling(handles: pa.ChunkedArray) -> tuple[pa.ChunkedArray, pa.ChunkedArray, pa.ChunkedArray]:
    """Return how many letters and how many digits each handle has, and whether they take turns (null stays null)."""
    letters, digits = (
        _each(
            handles,
            lambda plain, sign=sign: _count(plain, sign),
            lambda other, of=of: pc.count_substring_regex(other, pattern=of),
        )
        for sign, of in (("a", r"\p{L}"), ("0", r"\p{N}"))
    )
    turns = _each(handles, _turning, _turning)
    return letters, digits, turns


def _turning(plain: pa.Array) -> pa.Array:
    return pc.match_substring_regex(plain, pattern=_TURNS)


def _count(plain: pa.Array, sign: str) -> pa.Array:
    forms, starts = _forms(plain)
    return pa.array(np.diff(np.concatenate([[0], np.cumsum(forms == ord(sign))])[starts]).astype(np.int32))
