"""Keys of names that are a slip of the pen away from a protected one, where that is too long to be met by chance."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.nearby import nearby
from aboveboard.tables import Type

__all__ = ["MISSPELLED", "misspelled"]

MISSPELLED: Mapping[str, Type] = {"family": "string", "key": "string", "meant": "string"}
_LEAST, _LONG = 7, 14
"""Size of a name from which one edit, and two, are read as a slip: below it, one letter makes another word."""

_SLIPS = 2

_SIGNS = r"^\p{Han}+$"
"""Names of ideographs alone: only one left out or put in is a slip. One changed is another name, and look-alikes have other keys."""


def misspelled(written: pa.Table) -> pa.Table:
    """Return each account's key (`key`) with the protected key (`meant`) it is one or two edits from.

    Columns in: `family`, `key`, `protected`. Optimal string alignment; see `names.index`.
    """
    written = written.combine_chunks()
    theirs, ours = (_long_enough(written.filter(pc.equal(written["protected"], side))["key"]) for side in (False, True))
    ours = ours.filter(pc.greater_equal(_size(ours), _LEAST))
    if not len(ours) or not len(theirs):
        return pa.table({c: pa.array([], pa.string()) for c in MISSPELLED})
    found = _looked_up(ours, theirs)
    signs = pc.match_substring_regex(found["key"], _SIGNS)
    allowed = pc.if_else(pc.and_(_long(found["key"]), pc.invert(signs)), 2, 1)
    near = found.filter(pc.and_(pc.greater(found["distance"], 0), pc.less_equal(found["distance"], allowed)))
    keys = theirs.take(near["row"])
    lost = pc.not_equal(pc.utf8_length(keys), pc.utf8_length(near["key"]))
    one = pc.or_(lost, pc.invert(pc.match_substring_regex(near["key"], _SIGNS)))
    near, keys = near.filter(one), keys.filter(one)
    return pa.table({"family": pa.array(["loose"] * near.num_rows, pa.string()), "key": keys, "meant": near["key"]})


def _long_enough(keys: pa.ChunkedArray) -> pa.Array:
    whole = keys.combine_chunks()
    return whole.filter(pc.greater_equal(pc.binary_length(whole), _LEAST - 1))


def _looked_up(ours: pa.Array, theirs: pa.Array) -> pa.Table:
    """Look every key up: among the short protected keys within one edit only, which is several times faster than two."""
    long = pc.and_(_long(ours), pc.invert(pc.match_substring_regex(ours, _SIGNS)))
    found: list[pa.Table] = []
    for some, edits in ((ours.filter(pc.invert(long)), 1), (ours.filter(long), _SLIPS)):
        if len(some):
            least = pc.min(pc.utf8_length(some)).as_py() - edits
            rows = pc.indices_nonzero(pc.greater_equal(pc.utf8_length(theirs), least))
            near = nearby(theirs.take(rows), some, edits)
            found.append(pa.table({"row": rows.take(near["row"]), "key": near["key"], "distance": near["distance"]}))
    return pa.concat_tables(found)


def _long(keys: pa.Array | pa.ChunkedArray) -> pa.Array:
    return pc.greater_equal(_size(keys), _LONG)


def _size(keys: pa.Array | pa.ChunkedArray) -> pa.Array:
    """How much a key says: a letter counts one, a kana or a syllable two, and an ideograph so much that six are enough."""
    wide = pc.count_substring_regex(keys, r"[\p{Hiragana}\p{Katakana}\p{Hangul}]")
    signs = pc.if_else(pc.match_substring_regex(keys, r"^\p{Han}{6,}$"), _LEAST, 0)
    return pc.max_element_wise(pc.add(pc.utf8_length(keys), wide), signs)
