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
    many = pc.greater_equal(_signs(ours), _MANY)
    found: list[pa.Table] = []
    for which, edits in ((pc.invert(long), 1), (long, _SLIPS)):
        for some, signs in (
            (ours.filter(pc.and_(which, many)), _MANY),
            (ours.filter(pc.and_(which, pc.invert(many))), 0),
        ):
            if len(some):
                found.append(_among(theirs, some, edits, signs - edits))
    return pa.concat_tables(found)


_MANY = 5
"""Ideographs of a key from which it is looked up only among keys with ideographs: look-alikes make such keys many."""


def _signs(keys: pa.Array) -> pa.Array:
    return pc.count_substring_regex(keys, r"\p{Han}")


def _among(theirs: pa.Array, ours: pa.Array, edits: int, signs: int) -> pa.Table:
    """Look up the keys that are long enough and have at least so many ideographs."""
    least = pc.min(pc.utf8_length(ours)).as_py() - edits
    rows = pc.indices_nonzero(pc.greater_equal(pc.utf8_length(theirs), least))
    if signs > 0:
        rows = rows.filter(pc.greater_equal(_signs(theirs.take(rows)), signs))
    some = theirs.take(rows)
    if edits == 1 and len(some) < len(ours):
        near = nearby(ours, some, edits)
        at, keys = pc.index_in(near["key"], some), ours.take(near["row"])
    else:
        near = nearby(some, ours, edits)
        at, keys = near["row"], near["key"]
    return pa.table({"row": rows.take(at), "key": keys, "distance": near["distance"]})


def _long(keys: pa.Array | pa.ChunkedArray) -> pa.Array:
    return pc.greater_equal(_size(keys), _LONG)


def _size(keys: pa.Array | pa.ChunkedArray) -> pa.Array:
    """How much a key says: a letter counts one, a kana or a syllable two, and an ideograph so much that six are enough."""
    wide = pc.count_substring_regex(keys, r"[\p{Hiragana}\p{Katakana}\p{Hangul}]")
    signs = pc.if_else(pc.match_substring_regex(keys, r"^\p{Han}{6,}$"), _LEAST, 0)
    return pc.max_element_wise(pc.add(pc.utf8_length(keys), wide), signs)
