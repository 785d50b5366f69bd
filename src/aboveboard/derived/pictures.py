"""Pictures seen again: avatars and covers that look like those of a closed account, or like an organisation's logo."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Derived, Groups, Param, Sql
from aboveboard.images.hashes import Words, as_words, ones
from aboveboard.images.turned import turned_pairs
from aboveboard.tables import Type
from aboveboard.workers import allowed

__all__ = ["PICTURE_PAIRS"]

_SEEN = """
SELECT 'account' AS kind, account_id AS id, 'avatar' AS field, lower(avatar_hash) AS hash,
  status IN ('closed', 'suspended') AS kept
FROM accounts WHERE avatar_hash IS NOT NULL AND NOT coalesce(default_avatar, false)
UNION ALL
SELECT 'account' AS kind, account_id AS id, 'cover' AS field, lower(cover_hash) AS hash,
  status IN ('closed', 'suspended') AS kept
FROM accounts WHERE cover_hash IS NOT NULL
UNION ALL
SELECT 'organisation' AS kind, org_id AS id, 'logo' AS field, lower(logo_hash) AS hash, true AS kept
FROM organisations WHERE logo_hash IS NOT NULL
"""

_RARE = """
SELECT kind, id, field, hash, coalesce(kept, false) AS kept, 1 AS world FROM seen
JOIN (SELECT hash FROM seen GROUP BY hash HAVING count(DISTINCT CASE WHEN kind = 'account' THEN id END) <= $common)
AS few USING (hash)
"""

_UNCOMMON = """
SELECT account_id, other_kind, other_id, field, distance, turned, carriers FROM alike WHERE carriers <= $common
"""

_LEAN, _FULL = 96, 160
"""A hash of a picture has 128 of its 256 bits set; one far from that comes from a flat surface or is no PDQ hash."""

_PAIRS: Mapping[str, Type] = {
    "account_id": "string", "other_kind": "string", "other_id": "string", "field": "string", "distance": "int",
    "turned": "string", "carriers": "int",
}  # fmt: skip


def _alike(rare: pa.Table) -> pa.Table:
    """Pair what accounts show with what is kept; each distinct hash is looked up once."""
    coded = rare["hash"].combine_chunks().dictionary_encode()
    words, good = as_words(coded.dictionary)
    bits = ones(words)
    good &= (bits >= _LEAN) & (bits <= _FULL)
    code = coded.indices.to_numpy().astype(np.int64)
    kept = rare["kept"].to_numpy()
    shown = pc.equal(rare["kind"], "account").to_numpy()
    filed, asked = (
        np.flatnonzero(np.bincount(code[rows], minlength=len(words)).astype(bool) & good) for rows in (kept, shown)
    )
    hits = _hits(words, asked, filed)
    table = _named(rare, code, hits)
    return _nearest(table) if table.num_rows else pa.table({c: [] for c in _PAIRS})


def _hits(words: Words, asked: np.ndarray, filed: np.ndarray) -> pa.Table:
    """Return which distinct hash (`ask`) looks like which kept one (`keep`), how far apart and how turned."""
    parts: list[pa.Table] = []
    for turned, found in turned_pairs(words[asked], words[filed], threads=allowed()).items():
        columns = {"ask": asked[found[:, 0]], "keep": filed[found[:, 1]], "distance": found[:, 2].astype(np.int64)}
        parts.append(pa.table({**columns, "turned": pa.repeat(turned, len(found))}))
    return pa.concat_tables(parts)


def _named(rare: pa.Table, code: np.ndarray, hits: pa.Table) -> pa.Table:
    """Turn pairs of hashes into pairs of an account and what it looks like, and count who carries each kept picture."""
    coded = rare.select(["kind", "id", "field", "kept"]).append_column("code", pa.array(code))
    shows = coded.filter(pc.equal(coded["kind"], "account")).select(["code", "id", "field"])
    keeps = coded.filter(coded["kept"]).select(["code", "kind", "id", "field"])
    pairs = hits.join(shows.rename_columns(["ask", "account_id", "shown"]), "ask", join_type="inner")
    counted = pairs.group_by("keep").aggregate([("account_id", "count_distinct")])
    pairs = pairs.join(counted.rename_columns(["keep", "carriers"]), "keep", join_type="inner")
    pairs = pairs.join(keeps.rename_columns(["keep", "other_kind", "other_id", "field"]), "keep", join_type="inner")
    same = pc.and_(pc.equal(pairs["other_kind"], "account"), pc.equal(pairs["account_id"], pairs["other_id"]))
    fits = pc.or_(pc.equal(pairs["field"], "logo"), pc.equal(pairs["field"], pairs["shown"]))
    return pairs.filter(pc.and_(fits, pc.invert(same)))


def _nearest(pairs: pa.Table) -> pa.Table:
    """Keep the nearest pair of pictures of each account, other and field; of two as near, the first named turn."""
    by = ["account_id", "other_kind", "other_id", "field"]
    order = [(c, "ascending") for c in (*by, "distance", "turned", "carriers")]
    ordered = pairs.sort_by(order).select(list(_PAIRS))
    keys = ordered.select(by)
    new = np.ones(ordered.num_rows, bool)
    new[1:] = False
    for name in by:
        column = keys[name].combine_chunks()
        new[1:] |= pc.not_equal(column[1:], column[:-1]).to_numpy(zero_copy_only=False)
    return ordered.filter(pa.array(new))


PICTURE_PAIRS = Derived(
    name="picture_pairs",
    about=(
        "Accounts whose avatar or cover looks like that of a closed account, or like an organisation's logo: PDQ hashes "
        "within 31 of 256 bits, also where one was mirrored or turned. `distance` is in bits, `carriers` the accounts on "
        "which that picture is seen. Default avatars, pictures many accounts carry, and hashes of flat surfaces are left "
        "out. Whole pictures are compared, never faces."
    ),
    reads={
        "accounts": "account_id status? avatar_hash? cover_hash? default_avatar?",
        "organisations?": "org_id logo_hash",
    },
    params={"common": Param(20, "accounts", 2, 10_000, "a picture seen on more accounts than this says nothing")},
    steps=(
        Sql("seen", _SEEN),
        Sql("rare", _RARE),
        Groups("alike", "rare", ("world",), _alike, _PAIRS),
        Sql("uncommon", _UNCOMMON),
    ),
    columns=_PAIRS,
)
