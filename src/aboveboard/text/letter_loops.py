"""Loops over the letters of many texts, for numba to compile. What they fill is handed in."""

# pyright: reportMissingParameterType=false
# a loop is typed by its signature
from __future__ import annotations

__all__ = ["SIGNATURES", "spell", "weigh"]

SIGNATURES = {
    "spell": "void(u1[::1],i4[::1],b1[::1],i4[::1],i4[::1],u1[::1],u1[::1],i4[::1],b1[::1])",
    "weigh": "void(u1[::1],i4[::1],b1[::1],i8,i8[::1])",
}

_TWO, _THREE, _FOUR = 0xC0, 0xE0, 0xF0
"""First bytes from which a character of UTF-8 takes so many."""


def spell(data, starts, known, first, length, letters, out, ends, odd):  # noqa: ANN001, ANN201, PLR0917
    """Write each text (UTF-8, from `starts`) to `out` with what stands in `letters` for each code point, and where it ends to `ends`.

    A text with a code point that is not `known` is `odd`, and left empty.
    """
    made = 0
    for text in range(len(starts) - 1):
        i, end, begin = int(starts[text]), int(starts[text + 1]), made
        while i < end:
            code = int(data[i])
            wide = 1 + (code >= _TWO) + (code >= _THREE) + (code >= _FOUR)
            if wide > 1:
                code &= 0x7F >> wide
            for j in range(1, wide):
                code = (code << 6) | (int(data[i + j]) & 0x3F)
            i += wide
            if not known[code]:
                odd[text] = True
                made = begin
                break
            for j in range(first[code], first[code] + length[code]):
                out[made] = letters[j]
                made += 1
        ends[text + 1] = made


def weigh(data, starts, heavy, more, told):  # noqa: ANN001, ANN201
    """Count the characters of each text, those that are `heavy` as so many `more`."""
    for text in range(len(starts) - 1):
        i, end, many = int(starts[text]), int(starts[text + 1]), 0
        while i < end:
            code = int(data[i])
            wide = 1 + (code >= _TWO) + (code >= _THREE) + (code >= _FOUR)
            if wide > 1:
                code &= 0x7F >> wide
            for j in range(1, wide):
                code = (code << 6) | (int(data[i + j]) & 0x3F)
            i += wide
            many += 1 + more * heavy[code]
        told[text] = many
