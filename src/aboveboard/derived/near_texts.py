"""Posts that say nearly the same, in groups around one wording each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Derived, Groups, Sql
from aboveboard.names.characters import normal, simplified, table
from aboveboard.ordered import distinct
from aboveboard.tables import Type
from aboveboard.text.near_groups import grouped
from aboveboard.text.neardup import folded, near

__all__ = ["NEAR_TEXTS"]

_VOICES = 3
"""Accounts that a group needs: what one or two say is nobody's template."""

_SAID = """
SELECT p.post_id, account_id, p.text, CASE WHEN a.kind = 'organisation' THEN 1 ELSE 0 END AS published, 1 AS world
FROM posts AS p LEFT JOIN accounts AS a USING (account_id) WHERE p.at <= $as_of
UNION ALL
SELECT CAST(NULL AS VARCHAR) AS post_id, CAST(NULL AS VARCHAR) AS account_id, title AS text, 1 AS published, 1 AS world FROM notices
UNION ALL
SELECT CAST(NULL AS VARCHAR) AS post_id, CAST(NULL AS VARCHAR) AS account_id, text, 1 AS published, 1 AS world FROM notices
"""

_COLUMNS: Mapping[str, Type] = {
    "post_id": "string", "account_id": "string", "cluster": "string", "wording": "int", "form": "int", "alike": "float", "says": "int",
    "published": "int",
}  # fmt: skip


@cache
def _reading(char: str) -> str:
    """Return a character as a copier's look-alike is read: Cyrillic а as a, traditional ideographs as simplified ones."""
    return simplified(normal(folded(char)).translate(table()))


def _near(said: pa.Table) -> pa.Table:
    found = near(said["text"], read=_reading)
    groups = grouped(found)
    account = _codes(said["account_id"])
    row = np.flatnonzero((groups.middle >= 0) & (account >= 0))
    voices = distinct((groups.middle[row] << 31) | account[row]) >> 31
    many = np.bincount(voices, minlength=len(found.sets.begins) + 1) >= _VOICES
    row = np.flatnonzero(many[groups.middle] & (groups.middle >= 0))
    middle, text = groups.middle[row], found.text[row]
    taken = said.select(["post_id", "account_id", "published"]).take(pa.array(row))
    made = {
        "wording": found.sets.wording[text], "form": found.form[row], "alike": np.round(groups.alike[row], 4),
        "says": found.says()[text] if len(row) else text,
    }  # fmt: skip
    for name, column in {"cluster": _named(taken["post_id"], middle), **made}.items():
        taken = taken.append_column(name, pa.array(column))
    return taken


def _codes(ids: pa.ChunkedArray) -> np.ndarray:
    """Return a number for each id, -1 for null."""
    codes = pc.fill_null(pc.index_in(ids, value_set=pc.unique(ids.drop_null())), -1)
    return codes.to_numpy().astype(np.int64)


def _named(posts: pa.ChunkedArray, middle: np.ndarray) -> pa.Array:
    """Return the least post of each row's group."""
    least = pa.table({"middle": middle, "post": posts}).group_by("middle").aggregate([("post", "min")])
    at = pc.index_in(pa.array(middle), value_set=least["middle"].combine_chunks())
    return pc.binary_join_element_wise("text of", least["post_min"].combine_chunks().take(at), " ")


NEAR_TEXTS = Derived(
    name="near_texts",
    about=(
        "Posts of three accounts or more that say nearly the same (half of their shingles alike), grouped around one wording (`alike` "
        "says how near each is to it). `wording` is one for posts that differ in numbers, addresses, hashtags and signs only, `form` for "
        "those alike in numbers too; `says` counts different shingles, of ideographs thrice; `published` is 1 for organisations and notices."
    ),
    reads={
        "posts": "post_id account_id at text",
        "accounts?": "account_id kind",
        "notices?": "title text",
    },
    steps=(Sql("said", _SAID), Groups("near_texts", "said", ("world",), _near, _COLUMNS)),
    columns=_COLUMNS,
)
