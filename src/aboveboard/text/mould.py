"""The mould of a handle: its shape with the letters forgotten. Handles a machine makes come from one mould."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["mould", "spelling"]

_SHAPES = ((r"\p{Han}+", "\x01"), (r"[\p{L}\p{M}]+", "a"), (r"\p{N}", "0"), ("\x01", "文"))
_MIXED = r"^[\p{L}\p{M}]*\p{N}+[\p{L}\p{M}]+\p{N}[\p{L}\p{M}\p{N}]*$"
_TURNS = r"\p{L}\p{N}+\p{L}+\p{N}|\p{N}\p{L}+\p{N}+\p{L}"


def mould(handles: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return each handle's mould (strings in, strings out; null stays null).

    A run of letters becomes `a`, of ideographs `文`, each digit `0`, signs stay: `mary8392` and `peter1047` are both
    `a0000`. Letters and digits stirred together (`k3j9x2`) keep only their number: `~6`. Names differ in length while
    the generator's digits do not, so digits are counted and letters are not.
    """
    plain = pc.utf8_normalize(handles, form="NFKC")
    shape = plain
    for pattern, sign in _SHAPES:
        shape = pc.replace_substring_regex(shape, pattern=pattern, replacement=sign)
    mixed = pc.match_substring_regex(plain, pattern=_MIXED)
    length = pc.cast(pc.utf8_length(plain), pa.string())
    return pc.if_else(mixed, pc.binary_join_element_wise("~", length, ""), shape)


def spelling(handles: pa.ChunkedArray) -> tuple[pa.ChunkedArray, pa.ChunkedArray, pa.ChunkedArray]:
    """Return how many letters and how many digits each handle has, and whether they take turns (null stays null)."""
    plain = pc.utf8_normalize(handles, form="NFKC")
    letters = pc.count_substring_regex(plain, pattern=r"\p{L}")
    return letters, pc.count_substring_regex(plain, pattern=r"\p{N}"), pc.match_substring_regex(plain, pattern=_TURNS)
