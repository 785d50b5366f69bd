"""Batches of followers that differ from their target's other followers: one row a member."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.derived.last_acts import LAST_ACTS
from aboveboard.derived.numbered_follows import NUMBERED_ACCOUNTS, NUMBERED_FOLLOWS
from aboveboard.detector import Derived, Groups, Param, Sql
from aboveboard.series.arrivals import TRAITS, Arrivals, arrivals_of, batches
from aboveboard.tables import Type

__all__ = ["BATCH_MEMBERS"]

_MOST = 0.1
"""The loosest false-discovery rate an operator may choose."""

_TOLD = """
SELECT CAST(n AS INT) AS n, CAST(floor(epoch(created_at)) AS BIGINT) AS born,
  CASE WHEN coalesce(default_avatar, avatar IS NULL AND avatar_hash IS NULL) AND trim(coalesce(bio, '')) = '' THEN 1 ELSE 0 END AS hollow,
  CASE WHEN lived = 1 THEN 0 ELSE 1 END AS idle
FROM accounts JOIN numbered_accounts USING (account_id)
LEFT JOIN (SELECT account_id, 1 AS lived FROM last_acts) AS l USING (account_id)
"""

_ROWS = """
SELECT CAST(follower AS INT) AS one, CAST(target AS INT) AS other, at_s AS number, 1 AS world FROM numbered_follows
UNION ALL SELECT n AS one, -1 AS other, born AS number, 1 AS world FROM told
UNION ALL SELECT n AS one, -2 AS other, born + 86400 * $days AS number, 1 AS world FROM told
UNION ALL SELECT n AS one, -3 AS other, hollow + 2 * idle AS number, 1 AS world FROM told
"""
"""Follows, and what is told of each account under a negative number: a join would carry it into every follow."""

_KEPT: Mapping[str, Type] = {
    "turn": "int", "size": "int", "came_s": "int", "first_s": "int", "last_s": "int", "chance": "float",
    **dict.fromkeys(TRAITS, "int"),
    **{f"{t}_{what}": "float" for t in TRAITS for what in ("seen", "of", "expected")},
    **{f"{t}_clear": "int" for t in TRAITS},
}  # fmt: skip

_FOUND: Mapping[str, Type] = {"target": "int", "follower": "int", **_KEPT}


def _arrivals(rows: pa.Table) -> Arrivals:
    """Return the follows of `rows` whose time and whose follower's date of creation are known."""
    rows = rows.drop_null() if any(c.null_count for c in rows.columns) else rows
    one, other = (np.require(rows[n].to_numpy(), np.int32, ["C", "W"]) for n in ("one", "other"))
    number, size = np.require(rows["number"].to_numpy(), np.int64, ["C", "W"]), int(one.max(initial=-1)) + 1
    return arrivals_of(one, other, number, size)


def _batches(told: pa.Table) -> pa.Table:
    rows = _arrivals(told)
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


_MEMBERS = f"""
SELECT t.target_id, f.follower_id, {", ".join(_KEPT)}
FROM found JOIN (SELECT account_id AS target_id, n AS target FROM numbered_accounts) AS t USING (target)
JOIN (SELECT account_id AS follower_id, n AS follower FROM numbered_accounts) AS f USING (follower)
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
        "follows": "at",
        "numbered_follows": "follower target at_s",
        "numbered_accounts": "account_id n",
        "last_acts?": "account_id",
    },
    params={
        "days": Param(30, "days", 1, 365, "how young a follower is fresh"),
        "fdr": Param(0.01, "share", 0.0001, _MOST, "share of the targets with batches that may be so by chance"),
    },
    derives=(NUMBERED_FOLLOWS, NUMBERED_ACCOUNTS, LAST_ACTS),
    columns={"target_id": "string", "follower_id": "string", **_KEPT},
    steps=(
        Sql("told", _TOLD),
        Sql("rows", _ROWS),
        Groups("found", "rows", ("world",), _batches, _FOUND),
        Sql("members", _MEMBERS),
    ),
)
