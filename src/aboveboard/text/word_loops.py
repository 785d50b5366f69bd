"""The loop that writes every word of many texts as one sign, for numba to compile; a plain function for few. What it fills is handed in."""

# pyright: reportMissingParameterType=false
# the loop is typed by its signature
from __future__ import annotations

__all__ = ["SIGNATURE", "signs"]

SIGNATURE = "i8(u4[::1],u4[::1])"

_END, _BLANK, _ZERO, _LOW, _HIGH, _MARK = 10, 32, 48, 97, 122, 39
_FIRST, _STEP, _ALL = 0x811C9DC5, 0x01000193, 0xFFFFFFFF
_PLANE, _ROOM = 0x10000, 0xF0000


def signs(codes, out):  # noqa: ANN001, ANN201
    """Write the words of texts (code points, a newline ends each) as signs to `out`, as long as `codes`; return how many were written.

    A word is a row of small Latin letters and apostrophes, a row of 0, or any other character that is seen. Its sign is its FNV-1a hash in
    the planes above the first.
    """
    made = 0
    place = 0
    size = len(codes)
    while place < size:
        code = int(codes[place])
        if code == _END:
            out[made] = _END
            made += 1
            place += 1
            continue
        if code <= _BLANK:
            place += 1
            continue
        letter = _LOW <= code <= _HIGH or code == _MARK
        hashed = _FIRST
        first = place
        while place < size:
            code = int(codes[place])
            inside = (_LOW <= code <= _HIGH or code == _MARK) if letter else code == _ZERO
            if place > first and not inside:
                break
            if place == first or letter:
                hashed = ((hashed ^ code) * _STEP) & _ALL
            place += 1
            if not letter and code != _ZERO:
                break
        out[made] = _PLANE + hashed % _ROOM
        made += 1
    return made
