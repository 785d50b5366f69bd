"""The loops that read many texts and add up the weights of every run in them, for numba to compile. What they fill is handed in."""

# pyright: reportMissingParameterType=false
# a loop is typed by its signature
from __future__ import annotations

__all__ = ["CODES", "SIGNATURE", "WRITTEN", "add_up", "codes", "written"]

SIGNATURE = "void(i4[::1],i1[::1],i8,i8,i8,i8,i8[::1],i8[::1])"
CODES = "i8(u1[::1],i4[::1],u4[::1])"
WRITTEN = "i8(u4[::1],u1[::1],i4[::1])"

_END, _ALL = 10, 0xFFFFFFFF
_STEP, _MIX = 0x01000193, 0x9E3779B1
_ONE, _TWO, _THREE = 0x80, 0x800, 0x10000
"""Code points from which UTF-8 takes one byte more."""
_LEAD_TWO, _LEAD_THREE, _LEAD_FOUR = 0xC0, 0xE0, 0xF0


def codes(data, starts, out):  # noqa: ANN001, ANN201
    """Write the code points of texts (UTF-8, from `starts`) to `out`, a newline behind each text; return how many."""
    made = 0
    for text in range(len(starts) - 1):
        i, end = int(starts[text]), int(starts[text + 1])
        while i < end:
            code = int(data[i])
            i += 1
            if code >= _LEAD_TWO:
                more = 1 + (code >= _LEAD_THREE) + (code >= _LEAD_FOUR)
                code &= 0x3F >> more
                for _ in range(more):
                    code = (code << 6) | (int(data[i]) & 0x3F)
                    i += 1
            out[made] = code
            made += 1
        out[made] = _END
        made += 1
    return made


def written(told, data, ends):  # noqa: ANN001, ANN201
    """Write texts (code points, a newline behind each) as UTF-8 to `data`, and where each ends to `ends` behind a 0; return how many bytes."""
    made = text = 0
    for i in range(len(told)):
        code = int(told[i])
        if code == _END:
            text += 1
            ends[text] = made
            continue
        more = (code >= _ONE) + (code >= _TWO) + (code >= _THREE)
        for j in range(more, 0, -1):
            data[made + j] = 0x80 | (code & 0x3F)
            code >>= 6
        data[made] = code if more == 0 else code | ((0x780 >> more) & 0xFF)
        made += 1 + more
    return made


def add_up(codes, weights, salt, shortest, longest, bits, total, count):  # noqa: ANN001, ANN201
    """Add to `total` the weights, and to `count` the number, of the runs of each text; texts are code points, a newline ends each.

    Runs fall into places as in `grams.places`.
    """
    text = 0
    for start in range(len(codes)):
        if codes[start] == _END:
            text += 1
            continue
        hashed = salt
        for length in range(1, longest + 1):
            code = int(codes[start + length - 1])
            if code == _END:
                break
            hashed = ((hashed ^ code) * _STEP) & _ALL
            if length >= shortest:
                mixed = ((hashed ^ (hashed >> 15)) * _MIX) & _ALL
                total[text] += weights[mixed >> (32 - bits)]
                count[text] += 1
