"""The plain loop of `drawn_letters`, compiled where it is used."""

# pyright: reportMissingParameterType=false
# a loop is typed by the signature it is compiled for

from __future__ import annotations

import numpy as np

__all__ = ["LED", "led"]

LED = "boolean(u1[::1], u1[::1], b1[::1], b1[::1], u1[:, ::1], i8[:, ::1], u1[:, ::1], i8[:, ::1], b1)"
"""The signature of `led`."""


def led(written, meant, unheard, out, alike, spans, runs, lengths, fooled):  # noqa: ANN001, ANN201, C901, PLR0912, PLR0917  (compiled)
    """Tell whether moves lead from some letter of the name, through all letters of the model, with one that fools among them.

    `alike` is 1 where a letter of the name may be one of the model's, 2 where that fools; `unheard` and `out` mark letters that may
    stand for none; `spans` says which `runs` (their letters, those meant after them) begin with two letters, `lengths` how long both are
    and whether they fool.
    """
    size, end = len(written), len(meant)
    there = np.zeros((2, size + 1, end + 1), np.bool_)
    for i in range(size + 1):
        there[np.int64(fooled), i, 0] = True
        for s in range(2):
            for j in range(end):
                if there[s, i, j] and out[j]:
                    there[s, i, j + 1] = True
        if there[1, i, end]:
            return True
        if i == size:
            break
        for run in range(1, min(7, size - i + 1)):
            gone = unheard[i] if run == 1 else i >= run
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
                first, second, fools = lengths[r, 0], lengths[r, 1], lengths[r, 2]
                if i + first > size or j + second > end:
                    continue
                same = True
                for n in range(first):
                    same = same and runs[r, n] == written[i + n]
                for n in range(second):
                    same = same and runs[r, first + n] == meant[j + n]
                if same:
                    there[1, i + first, j + second] |= there[1, i, j] or fools == 1
                    there[0, i + first, j + second] |= there[0, i, j] and fools == 0
    return False
