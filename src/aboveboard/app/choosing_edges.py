"""Which follows a clean-up would remove, why, and whom that touches: one query each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb
import numpy as np
import pyarrow as pa

from aboveboard.embedded import connect

__all__ = ["Limits", "Plan", "plan"]

_REASONS = """
CREATE TABLE reasons AS
WITH sure AS (SELECT * FROM findings WHERE tier IN ('likely', 'confirmed') AND subject_kind = 'account'),
current AS (
  SELECT follower_id, target_id, position FROM follows
  WHERE (ended_at IS NULL OR ended_at > $as_of) AND ("at" IS NULL OR "at" <= $as_of)
)
SELECT position, finding_id, score, violation FROM current JOIN (
  SELECT account_id AS follower_id, finding_id, score, violation FROM sure WHERE violation = 'fake_follower'
) USING (follower_id)
UNION ALL SELECT position, finding_id, score, violation FROM current JOIN (
  SELECT account_id AS target_id, unnest(related) AS follower_id, finding_id, score, violation
  FROM sure WHERE violation = 'inflated_audience'
) USING (target_id, follower_id)
"""

_COUNTED = """
CREATE TABLE counted AS
SELECT target_id, coalesce(any_value(a.followers), count(*)) AS before, count(*) AS edges
FROM follows LEFT JOIN accounts AS a ON a.account_id = target_id
WHERE (ended_at IS NULL OR ended_at > $as_of) AND ("at" IS NULL OR "at" <= $as_of)
GROUP BY target_id
"""

_CHOSEN = """
CREATE TABLE chosen AS
SELECT *, place <= least($cap, floor($share * before)) AS taken FROM (
  SELECT position, follower_id, target_id, f.at, score, reasons, violations, c.before,
    row_number() OVER (PARTITION BY target_id ORDER BY score DESC, follower_id, position) AS place
  FROM (
    SELECT position, max(score) AS score, list_sort(list(DISTINCT finding_id)) AS reasons,
      list_sort(list(DISTINCT violation)) AS violations
    FROM reasons GROUP BY position
  ) JOIN follows AS f USING (position) JOIN counted AS c USING (target_id)
)
"""

_EDGES = """
SELECT follower_id, target_id, "at", score, reasons, violations, position FROM chosen WHERE taken ORDER BY target_id, follower_id, position
"""

_TARGETS = """
SELECT target_id AS account_id, any_value(a.handle) AS handle, any_value(a.language) AS language, any_value(c.before) AS before,
  any_value(c.before) - count(*) FILTER (taken) AS after, count(*) FILTER (taken) AS removed,
  count(*) FILTER (NOT taken) AS held_back,
  list_filter($thresholds::BIGINT[], lambda t: any_value(c.before) >= t AND any_value(c.before) - count(*) FILTER (taken) < t) AS below
FROM chosen JOIN counted AS c USING (target_id) LEFT JOIN accounts AS a ON a.account_id = target_id
GROUP BY target_id ORDER BY target_id
"""

_CONTROL = """
WITH pool AS (
  SELECT f.follower_id, f.target_id, f.at, coalesce(k.taken, false) AS removed,
    sha256(concat($seed, '/', f.follower_id, '/', f.target_id, '/', f.position)) AS lot
  FROM follows AS f LEFT JOIN chosen AS k USING (position)
  WHERE f.target_id IN (SELECT target_id FROM chosen) AND coalesce(k.taken, true)
    OR f.target_id IN (SELECT target_id FROM chosen) AND k.position IS NULL
)
SELECT follower_id, target_id, "at", removed, lot FROM pool
QUALIFY row_number() OVER (PARTITION BY removed ORDER BY lot) <= $sample ORDER BY lot
"""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one campaign may do: at most `cap` follows and `share` of the followers of one target; `sample` per arm."""

    cap: int = 100_000
    share: float = 1.0
    sample: int = 50
    thresholds: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a campaign would do. `edges` name rows of the follows by `position`; `control` mixes removed and kept ones."""

    edges: pa.Table
    targets: pa.Table
    control: pa.Table


def plan(findings: pa.Table, follows: pa.Table, accounts: pa.Table, as_of: datetime, limits: Limits, seed: int) -> Plan:
    """Choose follows that likely or confirmed findings speak against, the strongest first where a cap binds."""
    connection = connect()
    numbered = follows.append_column("position", pa.array(np.arange(follows.num_rows)))
    connection.register("findings", findings)
    connection.register("follows", numbered)
    connection.register("accounts", accounts.select(["account_id", "handle", "language", "followers"]))
    try:
        return _planned(connection, as_of, limits, seed)
    finally:
        connection.close()


def _planned(connection: duckdb.DuckDBPyConnection, as_of: datetime, limits: Limits, seed: int) -> Plan:
    connection.execute(_REASONS, {"as_of": as_of})
    connection.execute(_COUNTED, {"as_of": as_of})
    connection.execute(_CHOSEN, {"cap": limits.cap, "share": limits.share})
    edges = connection.sql(_EDGES).to_arrow_table()
    below = sorted(set(limits.thresholds), reverse=True)
    targets = connection.sql(_TARGETS, params={"thresholds": below}).to_arrow_table()
    control = connection.sql(_CONTROL, params={"seed": str(seed), "sample": limits.sample}).to_arrow_table()
    return Plan(edges, targets, control)
