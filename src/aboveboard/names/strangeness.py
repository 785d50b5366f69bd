"""How little a handle reads like anything said or written: what fingers or a random number generator leave behind."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["strangeness"]

_FEWEST = 4
"""Pairs of letters below which nothing is said: a nickname of four letters may be anything."""

Floats = npt.NDArray[np.float64]


def strangeness(handles: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Return the bits a handle's letters cost, each told by the one before it, on average (strings in, float64 out).

    About 4 for names and words in Latin letters, 7.3 for letters drawn at random. The costs are those of `rarity`, from
    English words: Polish or Chinese names reach 6, one in a while 7, so only what lies beyond should count. Null for null,
    and where there are fewer than four pairs of Latin letters.
    """
    whole = handles.combine_chunks() if isinstance(handles, pa.ChunkedArray) else handles
    lower = pc.fill_null(pc.utf8_lower(pc.cast(whole, pa.large_string())), "")
    size = pc.binary_length(lower).to_numpy().astype(np.int64)
    text = np.frombuffer("".join(lower.to_pylist()).encode(), np.uint8)
    owner = np.repeat(np.arange(len(size)), size)
    cost = _costs()[text[:-1], text[1:]]
    told = (owner[1:] == owner[:-1]) & ~np.isnan(cost)
    count = np.bincount(owner[1:][told], minlength=len(size))
    total = np.bincount(owner[1:][told], cost[told], len(size))
    return pa.array(np.round(total / np.maximum(count, 1), 2), mask=count < _FEWEST)


@cache
def _costs() -> Floats:
    """Return the bits of each byte after each byte; not a number for all but Latin letters."""
    made = np.full((256, 256), np.nan)
    text = files("aboveboard.names").joinpath("data/rarity.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("pair\t"):
            _, pair, tenths = line.split("\t")
            if pair.isalpha():
                made[ord(pair[0]), ord(pair[1])] = int(tenths) / 10
    return made
