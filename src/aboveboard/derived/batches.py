"""Batches of followers that differ from their target's other followers: one row a member."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.detector import Derived, Groups, Param, Sql
from aboveboard.series.arrivals import TRAITS, Arrivals, batches
from aboveboard.tables import Type

__all__ = ["BATCH_MEMBERS"]

_MOST = 0.1
"""The loosest false-discovery rate an operator may choose."""

_ACTIVE = """
SELECT DISTINCT account_id FROM (
  SELECT account_id, at FROM posts UNION ALL SELECT account_id, at FROM actions
) AS seen WHERE at <= $as_of
"""

_NUMBERED = """
SELECT account_id, CAST(row_number() OVER (ORDER BY account_id) - 1 AS INT) AS n,
  CAST(floor(epoch(created_at)) AS BIGINT) AS born,
  CAST(CASE WHEN coalesce(default_avatar, avatar IS NULL AND avatar_hash IS NULL) AND trim(coalesce(bio, '')) = ''
    THEN 1 ELSE 0 END AS INT) AS hollow,
  CAST(CASE WHEN lived = 1 THEN 0 ELSE 1 END AS INT) AS idle
FROM accounts LEFT JOIN (SELECT account_id, 1 AS lived FROM active) AS l USING (account_id)
"""

_ARRIVALS = """
SELECT t.n AS target, f.n AS follower, CAST(floor(epoch(e.at)) AS BIGINT) AS came, f.born, f.idle, f.hollow, 1 AS world,
  CAST(CASE WHEN epoch(e.at) - f.born <= 86400 * $days THEN 1 ELSE 0 END AS INT) AS fresh
FROM follows AS e JOIN (SELECT account_id AS follower_id, n, born, idle, hollow FROM numbered) AS f USING (follower_id)
JOIN (SELECT account_id AS target_id, n FROM numbered) AS t USING (target_id)
WHERE e.at <= $as_of
"""

_KEPT: Mapping[str, Type] = {
    "turn": "int", "size": "int", "came_s": "int", "first_s": "int", "last_s": "int", "chance": "float",
    **dict.fromkeys(TRAITS, "int"),
    **{f"{t}_{what}": "float" for t in TRAITS for what in ("seen", "of", "expected")},
    **{f"{t}_clear": "int" for t in TRAITS},
}  # fmt: skip

_FOUND: Mapping[str, Type] = {"target": "int", "follower": "int", **_KEPT}


def _batches(arrivals: pa.Table) -> pa.Table:
    columns = {n: arrivals.column(n).combine_chunks() for n in ("target", "follower", "came", "born", *_TRAITS_READ)}
    dated = np.flatnonzero(columns["born"].is_valid().to_numpy(zero_copy_only=False))
    known = [c.take(pa.array(dated)) if len(dated) < len(c) else c for c in columns.values()]
    rows = Arrivals(*(c.to_numpy() for c in known))
    found = batches(rows, _MOST)
    b = found.batch
    made = {
        "target": rows.target[found.row], "follower": rows.follower[found.row], "turn": found.turn[b], "came_s": rows.at[found.row],
        "size": found.size[b], "first_s": found.first[b], "last_s": found.last[b], "chance": found.chance[b],
    }  # fmt: skip
    for k, trait in enumerate(TRAITS):
        made |= {trait: found.traits[:, k], f"{trait}_clear": found.clear[b, k]}
        made |= {f"{trait}_seen": found.hits[b, k], f"{trait}_of": found.trials[b, k]}
        made[f"{trait}_expected"] = np.round(found.expected[b, k], 1)
    return pa.table({n: np.asarray(v, np.int64 if _FOUND[n] == "int" else np.float64) for n, v in made.items()})


_TRAITS_READ = ("fresh", "idle", "hollow")

_MEMBERS = f"""
SELECT t.target_id, f.follower_id, {", ".join(_KEPT)}
FROM found JOIN (SELECT account_id AS target_id, n AS target FROM numbered) AS t USING (target)
JOIN (SELECT account_id AS follower_id, n AS follower FROM numbered) AS f USING (follower)
WHERE chance <= $fdr
"""

BATCH_MEMBERS = Derived(
    name="batch_members",
    about=(
        "Followers who came in a batch that differs from the target's other followers and from the world's: made shortly "
        "before (`fresh`), made with a neighbour in arrival (`twin`), without life (`idle`), without profile (`hollow`). "
        "Each row is a member with its own traits and what was seen and expected in its batch. `turn` numbers a target's "
        "batches, the most surprising first. `chance` is the p-value adjusted over all targets (Benjamini and Hochberg)."
    ),
    reads={
        "accounts": "account_id created_at bio? avatar? avatar_hash? default_avatar?",
        "follows": "follower_id target_id at",
        "posts?": "account_id at",
        "actions?": "account_id at",
    },
    params={
        "days": Param(30, "days", 1, 365, "how young a follower is fresh"),
        "fdr": Param(0.01, "share", 0.0001, _MOST, "share of the targets with batches that may be so by chance"),
    },
    columns={"target_id": "string", "follower_id": "string", **_KEPT},
    steps=(
        Sql("active", _ACTIVE),
        Sql("numbered", _NUMBERED),
        Sql("arrivals", _ARRIVALS),
        Groups("found", "arrivals", ("world",), _batches, _FOUND),
        Sql("members", _MEMBERS),
    ),
)
