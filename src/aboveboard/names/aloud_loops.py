"""The plain loop that reads many names aloud, for numba to compile. What it fills is handed in."""

# pyright: reportMissingParameterType=false
# the loop is typed by its signature
from __future__ import annotations

__all__ = ["SIGNATURE", "read"]

SIGNATURE = "i8(i4[::1],i8[::1],u1[::1],i4[::1],i4[::1],i8,i8,u1[:,::1],u1[:,::1],i4[::1],u1[::1],i4[::1],i4[::1])"

_A, _Z = 0x61, 0x7A


def read(number, starts, ways, at, filled, most, others, rules, raw, sizes, out, rows, ends):  # noqa: ANN001, ANN201, C901, PLR0912, PLR0917
    """Write each name in the first reading of its characters, and with one of them in each other reading; return how many were written.

    `number` says which characters the names are of, `starts` where each name begins. `ways` are the readings, of which a character
    has `filled` and room for `most`; `at` says where each begins. The first `others` characters of a name with several are read
    otherwise. No reading comes twice for a name: `raw` and `sizes` hold those it has. What is written is blurred by ear: `rules` are
    two letters (the second may be 0) and the one that is written for them, applied one after the other; then letters that follow
    themselves are written once. `out` takes the letters, `rows` whose they are, `ends` where they end; its first is 0.
    """
    count = made = 0
    for name in range(len(starts) - 1):
        first, last = starts[name], starts[name + 1]
        held = several = 0
        for place in range(first - 1, last):
            begin, end = 0, 1
            if place >= first:
                begin, end = 1, int(filled[number[place]])
                several += end > 1
                if several > others:
                    break
            for which in range(begin, end):
                size = 0
                for spot in range(first, last):
                    way = int(number[spot]) * most + (which if spot == place else 0)
                    for letter in range(at[way], at[way + 1]):
                        raw[held, size] = ways[letter]
                        size += 1
                known = False
                for other in range(held):
                    same = sizes[other] == size
                    for letter in range(size if same else 0):
                        if raw[held, letter] != raw[other, letter]:
                            same = False
                            break
                    known = known or same
                if known:
                    continue
                for letter in range(size):
                    out[made + letter] = raw[held, letter]
                sizes[held] = size
                held += 1
                for rule in range(len(rules)):
                    a, b, one = rules[rule, 0], rules[rule, 1], rules[rule, 2]
                    to, letter, stop = made, made, made + size
                    while letter < stop:
                        met = out[letter] == a and (b == 0 or (letter + 1 < stop and out[letter + 1] == b))
                        out[to] = one if met else out[letter]
                        letter += 2 if met and b != 0 else 1
                        to += 1
                    size = to - made
                to, before = made, 0
                for letter in range(made, made + size):
                    here = int(out[letter])
                    if here != before or here < _A or here > _Z:
                        out[to] = here
                        to += 1
                    before = here
                made = to
                rows[count] = name
                count += 1
                ends[count] = made
    return count
