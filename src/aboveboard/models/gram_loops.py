"""The loop that adds up the weights of every run in many texts, for numba to compile. What it fills is handed in."""

# pyright: reportMissingParameterType=false
# the loop is typed by its signature
from __future__ import annotations

__all__ = ["SIGNATURE", "add_up"]

SIGNATURE = "void(i4[::1],i1[::1],i8,i8,i8,i8,i8[::1],i8[::1])"

_END, _ALL = 10, 0xFFFFFFFF
_STEP, _MIX = 0x01000193, 0x9E3779B1


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
