"""The loop that reads many texts in small letters, for numba to compile. What it fills is handed in."""

# pyright: reportMissingParameterType=false
# the loop is typed by its signature
from __future__ import annotations

__all__ = ["SIGNATURE", "read"]

SIGNATURE = "void(u1[::1],i4[::1],u4[::1],b1[::1],b1[::1],b1[::1],u4[::1],u1[::1],i4[::1])"

_ONE, _TWO, _THREE = 0x80, 0x800, 0x10000
"""Code points from which UTF-8 takes one byte more."""
_LEAD_TWO, _LEAD_THREE, _LEAD_FOUR = 0xC0, 0xE0, 0xF0


def read(data, starts, table, sign, han, latin, figures, out, ends):  # noqa: ANN001, ANN201, C901, PLR0917
    """Write each text (UTF-8, from `starts`) as it is read to `out`, and where it ends to `ends`, of which the first is 0.

    `table` says what a code point is read as, 0 for what is not seen. A sign between two ideographs is dropped; what stands between
    two Latin letters is read as `figures` say. `out` has twice as much room as `data`.
    """
    made = 0
    for text in range(len(starts) - 1):
        i, end = int(starts[text]), int(starts[text + 1])
        before = here = 0
        while i <= end:
            after = 0
            if i < end:
                code = int(data[i])
                wide = 1 + (code >= _LEAD_TWO) + (code >= _LEAD_THREE) + (code >= _LEAD_FOUR)
                if wide > 1:
                    code &= 0x7F >> wide
                for j in range(1, wide):
                    code = (code << 6) | (int(data[i + j]) & 0x3F)
                i += wide
                after = int(table[code])
                if after == 0:
                    continue
            else:
                i += 1
            if sign[here] and han[before] and han[after]:
                here = after
                continue
            told = here
            if here < _ONE and latin[before] and latin[after]:
                told = int(figures[here])
            before, here = here, after
            if told == 0:
                continue
            wide = 1 + (told >= _ONE) + (told >= _TWO) + (told >= _THREE)
            for j in range(wide - 1, 0, -1):
                out[made + j] = 0x80 | (told & 0x3F)
                told >>= 6
            out[made] = told if wide == 1 else told | ((0xF00 >> wide) & 0xFF)
            made += wide
        ends[text + 1] = made
