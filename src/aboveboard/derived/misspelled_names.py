"""Keys of names that are a slip of the pen away from a protected one, where that is too long to be met by chance."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.nearby import nearby
from aboveboard.tables import Type

__all__ = ["MISSPELLED", "misspelled"]

MISSPELLED: Mapping[str, Type] = {"family": "string", "key": "string", "meant": "string"}
_LEAST, _LONG = 8, 14
"""Size of a name from which one edit, and two, are read as a slip: below it, one letter makes another word."""

_SLIPS = 2

_LETTERED = r"^[^\p{Han}]|[\p{Hiragana}\p{Katakana}\p{Hangul}]"
"""Names of ideographs alone are left out: one of them changed is another name, and their look-alikes have keys of their own."""


def misspelled(written: pa.Table) -> pa.Table:
    """Return each account's key (`key`) with the protected key (`meant`) it is one or two edits from.

    Columns in: `family`, `key`, `protected`. Optimal string alignment; see `names.index`.
    """
    written = written.combine_chunks()
    theirs, ours = (_long_enough(written.filter(pc.equal(written["protected"], side))["key"]) for side in (False, True))
    ours = ours.filter(pc.and_(pc.match_substring_regex(ours, _LETTERED), pc.greater_equal(_size(ours), _LEAST)))
    if not len(ours) or not len(theirs):
        return pa.table({c: pa.array([], pa.string()) for c in MISSPELLED})
    found = _looked_up(ours, theirs)
    allowed = pc.if_else(pc.greater_equal(_size(found["key"]), _LONG), 2, 1)
    near = found.filter(pc.and_(pc.greater(found["distance"], 0), pc.less_equal(found["distance"], allowed)))
    keys = theirs.take(near["row"])
    return pa.table({"family": pa.array(["loose"] * near.num_rows, pa.string()), "key": keys, "meant": near["key"]})


def _long_enough(keys: pa.ChunkedArray) -> pa.Array:
    whole = keys.combine_chunks()
    return whole.filter(pc.greater_equal(pc.binary_length(whole), _LEAST - 1))


def _looked_up(ours: pa.Array, theirs: pa.Array) -> pa.Table:
    """Look every key up: among the short protected keys within one edit only, which is several times faster than two."""
    long = pc.greater_equal(_size(ours), _LONG)
    found: list[pa.Table] = []
    for some, edits in ((ours.filter(pc.invert(long)), 1), (ours.filter(long), _SLIPS)):
        if len(some):
            least = pc.min(pc.utf8_length(some)).as_py() - edits
            rows = pc.indices_nonzero(pc.greater_equal(pc.utf8_length(theirs), least))
            near = nearby(theirs.take(rows), some, edits)
            found.append(pa.table({"row": rows.take(near["row"]), "key": near["key"], "distance": near["distance"]}))
    return pa.concat_tables(found)


def _size(keys: pa.Array | pa.ChunkedArray) -> pa.Array:
    """How much a key says: a letter counts one, a kana or a syllable two."""
    wide = pc.count_substring_regex(keys, r"[\p{Hiragana}\p{Katakana}\p{Hangul}]")
    return pc.add(pc.utf8_length(keys), wide)
