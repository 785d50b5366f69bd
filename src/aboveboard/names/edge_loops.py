"""The plain loop of `edges`, compiled where it is used."""

# pyright: reportMissingParameterType=false
# the loop is typed by the signature it is compiled for
from __future__ import annotations

__all__ = ["FACTOR", "KEPT", "SIGNATURE", "touched"]

SIGNATURE = (
    "void(Array(u1, 1, 'C', readonly=True), Array(i4, 1, 'C', readonly=True), u1[:, ::1], i8, i8, b1, b1, b1, b1[::1])"
)

FACTOR, KEPT = 1_000_003, (1 << 22) - 1
"""Letters are added to a number one by one: times the first, with the letter, and of that so many bits."""

_SPACE, _ZERO, _NINE, _BEYOND = 0x20, 0x30, 0x39, 0x80


def touched(data, starts, tables, longest, least, ends, begins, trims, out):  # noqa: ANN001, ANN201, C901, PLR0912, PLR0917  (compiled)
    """Tell which texts may begin or end with a word, and which are not plain ASCII.

    `tables` mark, a bit each, the numbers of words that a text may end in, begin with, have behind a space, and before one; none is
    longer than `longest`. Of what ends or begins as one with such a word at least `least` letters are left. `ends` and `begins` say
    which sides are looked at; `trims`: what stands before digits and spaces at the end is an end too.
    """
    for row in range(len(starts) - 1):
        first, last = starts[row], starts[row + 1]
        hit = False
        for at in range(first, last):
            if data[at] >= _BEYOND:
                hit = True
                break
        stop = last
        for turn in range(2 if trims else 1):
            if hit or not ends:
                break
            if turn == 1:
                while stop > first and (data[stop - 1] == _SPACE or _ZERO <= data[stop - 1] <= _NINE):
                    stop -= 1
                if stop == last:
                    break
            number = 0
            for at in range(stop - 1, max(first - 1, stop - 1 - longest), -1):
                number = (number * FACTOR ^ data[at]) & KEPT
                if at - first >= least and tables[0, number >> 3] >> (number & 7) & 1:
                    hit = True
                    break
                if turn == 0 and at > first and data[at - 1] == _SPACE and tables[2, number >> 3] >> (number & 7) & 1:
                    hit = True
                    break
        if begins and not hit:
            number = 0
            for at in range(first, min(last, first + longest)):
                number = (number * FACTOR ^ data[at]) & KEPT
                if last - 1 - at >= least and tables[1, number >> 3] >> (number & 7) & 1:
                    hit = True
                    break
                if at + 1 < last and data[at + 1] == _SPACE and tables[3, number >> 3] >> (number & 7) & 1:
                    hit = True
                    break
        out[row] = hit
