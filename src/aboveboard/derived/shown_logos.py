"""Accounts whose avatar is an organisation's logo, as it is, re-encoded, mirrored or turned."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Derived, Groups, Sql
from aboveboard.images.hashes import as_words
from aboveboard.images.turned import turned_pairs
from aboveboard.tables import Type
from aboveboard.workers import allowed

__all__ = ["SHOWN_LOGOS"]

_SHOWN = """
SELECT account_id, CAST(NULL AS TEXT) AS org_id, lower(avatar_hash) AS hash, 1 AS world FROM accounts
UNION ALL SELECT CAST(NULL AS TEXT) AS account_id, org_id, lower(logo_hash) AS hash, 1 AS world FROM organisations
"""

_LOGOS: Mapping[str, Type] = {"account_id": "string", "org_id": "string", "how": "string"}


def _shown(pictures: pa.Table) -> pa.Table:
    """Look every distinct avatar up among the logos; the nearest turn of each pair is said."""
    pictures = pictures.filter(pc.is_valid(pictures["hash"])).combine_chunks()
    logo = pc.is_valid(pictures["org_id"])
    theirs, ours = pictures.filter(pc.invert(logo)), pictures.filter(logo)
    avatars, logos = pc.unique(theirs["hash"]), pc.unique(ours["hash"])
    hits = _hits(avatars, logos)
    theirs = theirs.filter(pc.is_in(theirs["hash"], hits["hash"].combine_chunks())).select(["hash", "account_id"])
    found = hits.join(theirs, "hash", join_type="inner")
    found = found.join(ours.select(["hash", "org_id"]), "logo", "hash", join_type="inner")
    return found.group_by(["account_id", "org_id"]).aggregate([("how", "min")]).rename_columns([*list(_LOGOS)])


def _hits(avatars: pa.Array, logos: pa.Array) -> pa.Table:
    """Return (hash, logo, how) for each distinct avatar that looks like a logo."""
    asked, fine = as_words(avatars)
    kept, good = as_words(logos)
    rows, files = np.flatnonzero(fine), np.flatnonzero(good)
    parts = [pa.table({c: pa.array([], pa.string()) for c in ("hash", "logo", "how")})]
    for turned, near in turned_pairs(asked[rows], kept[files], threads=allowed()).items():
        how = "a picture like it" if turned == "same" else f"a picture like it, {turned}"
        pairs = {"hash": avatars.take(rows[near[:, 0]]), "logo": logos.take(files[near[:, 1]])}
        parts.append(pa.table({**pairs, "how": pa.repeat(how, len(near))}))
    return pa.concat_tables(parts)


SHOWN_LOGOS = Derived(
    name="shown_logos",
    about=(
        "Accounts whose avatar is an organisation's logo: PDQ hashes within 31 of 256 bits, also mirrored or turned. Whole "
        "pictures are compared, never faces."
    ),
    reads={"accounts": "account_id avatar_hash", "organisations": "org_id logo_hash"},
    steps=(Sql("pictures", _SHOWN), Groups("shown_logos", "pictures", ("world",), _shown, _LOGOS)),
    columns=_LOGOS,
)
