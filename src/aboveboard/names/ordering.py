"""Names with their words, or their signs, in a fixed order: what is written in another order has the same key."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.expansions import SMALL

__all__ = ["signs_in_order", "words_in_order"]

_FEW = 32
"""Names up to which one by one is faster."""

_TWO = r"^(?P<first>[^ ]+) (?P<second>[^ ]+)$"


def words_in_order(words: pa.Array) -> pa.Array:
    """Return the words of each name (`letters.letters`) by the alphabet, without small ones unless all are small."""
    if len(words) <= _FEW:
        return pa.array([_in_order(w) for w in words.to_pylist()], pa.string())
    halves = pc.extract_regex(words, _TWO)
    two = pc.is_valid(halves)
    first, second = (pc.struct_field(halves, n) for n in ("first", "second"))
    rest = pa.array([_in_order(w) for w in words.filter(pc.invert(two)).to_pylist()], pa.string())
    return pc.replace_with_mask(_of_two(first, second), pc.invert(two), rest)


def _of_two(first: pa.Array, second: pa.Array) -> pa.Array:
    small = pa.array(sorted(SMALL))
    less, more = (pc.is_in(half, small) for half in (first, second))
    early = pc.less_equal(first, second)
    both = pc.binary_join_element_wise(pc.if_else(early, first, second), pc.if_else(early, second, first), " ")
    return pc.if_else(pc.equal(less, more), both, pc.if_else(less, second, first))


def _in_order(words: str) -> str:
    every = words.split(" ")
    return " ".join(sorted([w for w in every if w not in SMALL] or every))


def signs_in_order(words: pa.Array) -> pa.Array:
    """Return the characters of each name in the order of their code points, spaces left out."""
    return pa.array(["".join(sorted(w.replace(" ", ""))) for w in words.to_pylist()], pa.string())
