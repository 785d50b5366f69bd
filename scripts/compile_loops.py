"""Compile every loop that numba compiles, on all cores, and keep the code beside the source: else the first scan of a set-up does, alone.

Run by `make test`, `make check` and `make loops` when they set up, not by `make demo`. What is compiled already is only
read. It takes some thirty-five seconds of one processor.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from typing import Any

from aboveboard.compiling import compiled
from aboveboard.graph import compiled as graph
from aboveboard.models import gram_loops
from aboveboard.names import aloud_loops, drawn_loops, edge_loops
from aboveboard.series import compiled as series
from aboveboard.text import fold_loops, letter_loops, near_compiled, term_loops, word_loops

Loop = Callable[..., Any]

DECORATED = ("aboveboard.names.index_best", "aboveboard.images.probing")
"""Modules whose loops are compiled as they are imported; the first imports `index_kernels`."""


def loops() -> Iterator[tuple[Loop, str]]:
    """Yield each loop that is compiled on demand, with its signature."""
    for name, signature in term_loops.SIGNATURES.items():
        yield (term_loops.walk if name == "walk" else term_loops.read), signature
    for name, signature in letter_loops.SIGNATURES.items():
        yield getattr(letter_loops, name), signature
    yield fold_loops.read, fold_loops.SIGNATURE
    yield gram_loops.add_up, gram_loops.SIGNATURE
    yield gram_loops.codes, gram_loops.CODES
    yield gram_loops.written, gram_loops.WRITTEN
    yield word_loops.signs, word_loops.SIGNATURE
    yield drawn_loops.led, drawn_loops.LED
    yield aloud_loops.read, aloud_loops.SIGNATURE
    yield edge_loops.touched, edge_loops.SIGNATURE
    for module in (graph, series, near_compiled):
        yield from module.every()


def main() -> None:
    """Compile all, in as many processes as there are cores; signatures of one function in one process, for they share a file."""
    by_loop = [list(same) for _, same in groupby(loops(), key=lambda pair: pair[0])]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        work = [pool.submit(import_only, name) for name in DECORATED] + [pool.submit(keep, same) for same in by_loop]
        for done in work:
            done.result()


def import_only(name: str) -> None:
    """Import a module: that compiles what is in it."""
    importlib.import_module(name)


def keep(same: list[tuple[Loop, str]]) -> None:
    """Compile one loop for each of its signatures."""
    for loop, signature in same:
        compiled(loop, signature)


if __name__ == "__main__":
    main()
