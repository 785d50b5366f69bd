"""The plain loop of `drawn_letters`, compiled where it is used."""

# pyright: reportMissingParameterType=false
# a loop is typed by the signature it is compiled for

from __future__ import annotations

import numpy as np

__all__ = ["LED", "led"]

_LETTERS = "Array(u1, 1, 'C', readonly=True)"
LED = f"boolean({_LETTERS}, i8[::1], b1[::1], i8, {_LETTERS}, u1[:, ::1], i8[:, ::1], u1[:, ::1], i8[:, ::1], b1[::1])"
"""The signature of `led`."""


def led(ways, at, fooled, first, meant, alike, spans, runs, lengths, unheard):  # noqa: ANN001, ANN201, C901, PLR0912, PLR0917  (compiled)
    """Tell whether moves lead from some letter of one of several ways to write a name, from the `first` on, through all letters of the model.

    A move that fools must be among them where the way is not `fooled`: where a reader is not fooled already. `at` says where each of the
    `ways` begins. `alike` is 1 where a letter of the name may be one of the model's, 2 where that fools; `unheard` marks letters that may
    stand for none, as repeated ones may; `spans` says which `runs` (their letters, those meant after them) begin with two letters,
    `lengths` how long both are and whether they fool.
    """
    end = len(meant)
    out = np.zeros(end, np.bool_)
    for j in range(end):
        same = (j > 0 and meant[j - 1] == meant[j]) or (j + 1 < end and meant[j + 1] == meant[j])
        out[j] = same or unheard[meant[j]]
    for way in range(first, len(at) - 1):
        written = ways[at[way] : at[way + 1]]
        size = len(written)
        there = np.zeros((2, size + 1, end + 1), np.bool_)
        for i in range(size + 1):
            there[np.int64(fooled[way]), i, 0] = True
            for s in range(2):
                for j in range(end):
                    if there[s, i, j] and out[j]:
                        there[s, i, j + 1] = True
            if there[1, i, end]:
                return True
            if i == size:
                break
            for run in range(1, min(7, size - i + 1)):
                if run == 1:
                    gone = unheard[written[i]] or (i > 0 and written[i - 1] == written[i])
                    gone = gone or (i + 1 < size and written[i + 1] == written[i])
                else:
                    gone = i >= run
                for n in range(run if run > 1 and gone else 0):
                    gone = gone and written[i - run + n] == written[i + n]
                if gone:
                    for s in range(2):
                        for j in range(end + 1):
                            there[s, i + run, j] |= there[s, i, j]
            for j in range(end):
                if not (there[0, i, j] or there[1, i, j]):
                    continue
                a, b = written[i], meant[j]
                if alike[a, b]:
                    there[1, i + 1, j + 1] |= there[1, i, j] or alike[a, b] > 1
                    there[0, i + 1, j + 1] |= there[0, i, j] and alike[a, b] == 1
                if i + 1 < size and j + 1 < end and written[i + 1] == b and meant[j + 1] == a:
                    there[0, i + 2, j + 2] |= there[0, i, j]
                    there[1, i + 2, j + 2] |= there[1, i, j]
                for r in range(spans[a, b], spans[a, b + 1]):
                    long, short, fools = lengths[r, 0], lengths[r, 1], lengths[r, 2]
                    if i + long > size or j + short > end:
                        continue
                    same = True
                    for n in range(long):
                        same = same and runs[r, n] == written[i + n]
                    for n in range(short):
                        same = same and runs[r, long + n] == meant[j + n]
                    if same:
                        there[1, i + long, j + short] |= there[1, i, j] or fools == 1
                        there[0, i + long, j + short] |= there[0, i, j] and fools == 0
    return False
