"""Which pictures look like which others, however those were turned or mirrored."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from aboveboard.images.hashes import Words, dihedral
from aboveboard.images.pdq import DISTANCE
from aboveboard.images.search import Ints, Pictures

__all__ = ["turned_pairs"]


def turned_pairs(shown: Words, kept: Words, *, threads: int = 1) -> dict[str, Ints]:
    """Return by turn (as `dihedral` names them) the rows (shown, kept, bits apart) that are within 31 bits, in that order.

    All are found of the pictures as they are; of turned ones, which is a guess from the hash, all within 15 bits and most
    of the others. What is shown is filed once and the kept ones are looked up in it: of a million avatars that are
    compared with a thousand logos, only the few in a logo's buckets are looked at.
    """
    filed = Pictures.of(shown, np.arange(len(shown), dtype=np.int32), pa.array([], pa.string()))
    return {
        turn: _ordered(filed.pairs(made, DISTANCE, threads=threads, quick=turn != "same"))
        for turn, made in dihedral(kept).items()
    }


def _ordered(found: Ints) -> Ints:
    pairs = found[:, [1, 0, 2]]
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
