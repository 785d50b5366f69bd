"""Avatars that look like a barred account's, mirrored and turned ones too."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.closures import BARRED
from aboveboard.detector import Derived, Groups, Sql
from aboveboard.ordered import distinct
from aboveboard.tables import Type
from aboveboard.workers import allowed

__all__ = ["ALIKE_PICTURES"]

_SHOWN = """
SELECT account_id, lower(avatar_hash) AS hash, closed_id IS NOT NULL AS barred, 1 AS world
FROM accounts LEFT JOIN (SELECT closed_id, closed_id AS account_id FROM barred) AS b USING (account_id)
WHERE NOT coalesce(default_avatar, false)
"""

_CROWD = 20
"""A picture on more accounts than this is nobody's own."""

_PAIRS: Mapping[str, Type] = {"account_id": "string", "closed_id": "string", "bearers": "int"}


def _alike(shown: pa.Table) -> pa.Table:
    """Pair every account with the barred ones whose picture it shows; each distinct picture is looked up once."""
    from aboveboard.images.hashes import as_words

    shown = shown.filter(pc.is_valid(shown["hash"]))
    coded = shown["hash"].combine_chunks().dictionary_encode()
    words, good = as_words(coded.dictionary)
    code, barred = coded.indices.to_numpy(), shown["barred"].to_numpy()
    kept = distinct(code[barred & good[code]])
    hits = _hits(words, np.flatnonzero(good), kept)
    seen = np.isin(code, hits["ask"].to_numpy())
    accounts = pa.table({"ask": code, "account_id": shown["account_id"]}).filter(pa.array(seen))
    closed = pa.table({"keep": code, "closed_id": shown["account_id"]}).filter(pa.array(barred))
    pairs = hits.join(accounts, "ask", join_type="inner")
    counted = pairs.group_by("keep").aggregate([("account_id", "count_distinct")])
    few = counted.filter(pc.less_equal(counted["account_id_count_distinct"], _CROWD))
    pairs = pairs.join(few, "keep", join_type="inner").join(closed, "keep", join_type="inner")
    return pa.table(
        {**{c: pairs[c] for c in ("account_id", "closed_id")}, "bearers": pairs["account_id_count_distinct"]}
    )


def _hits(words: np.ndarray, asked: np.ndarray, kept: np.ndarray) -> pa.Table:
    """Return each distinct (ask, keep) whose pictures are alike, `keep` turned and mirrored in every way."""
    from aboveboard.images.turned import turned_pairs

    near = turned_pairs(words[asked], words[kept], threads=allowed()).values() if len(kept) else ()
    found = [np.zeros((0, 2), np.int64), *(np.stack([asked[n[:, 0]], kept[n[:, 1]]], axis=1) for n in near)]
    pairs = np.unique(np.concatenate(found), axis=0)
    return pa.table({"ask": pa.array(pairs[:, 0], pa.int32()), "keep": pa.array(pairs[:, 1], pa.int32())})


ALIKE_PICTURES = Derived(
    name="alike_pictures",
    about="Pairs whose avatars look alike (PDQ, within 31 of 256 bits, however turned), and how many accounts show it (`bearers`).",
    reads={"barred": "closed_id", "accounts": "account_id avatar_hash default_avatar?"},
    derives=(BARRED,),
    steps=(Sql("shown", _SHOWN), Groups("alike_pictures", "shown", ("world",), _alike, _PAIRS)),
    columns=_PAIRS,
)
