"""The rows behind a report's pictures: who followed whom when, and what attention explains, of the strongest findings; and rings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.app.seeing import see
from aboveboard.embedded import connect
from aboveboard.report import shown_rings
from aboveboard.tables import TABLES, Source, World

__all__ = ["illustrate"]

_MOST = 6
_POINTS = 700

_STRONGEST = """
SELECT account_id FROM findings WHERE detector = $detector
GROUP BY account_id ORDER BY min(CASE tier WHEN 'likely' THEN 0 ELSE 1 END), max(score) DESC, account_id LIMIT $most
"""

_ARRIVALS = """
WITH shown AS ({strongest}), came AS (
  SELECT target_id AS account_id, follower_id, epoch(f.at) AS came_s, epoch(a.created_at) AS born_s,
    row_number() OVER (PARTITION BY target_id ORDER BY f.at, follower_id) AS place, m.follower_id IS NOT NULL AS member
  FROM follows AS f JOIN shown AS s ON s.account_id = target_id JOIN accounts AS a ON a.account_id = follower_id
  LEFT JOIN (
    SELECT DISTINCT account_id AS target_id, unnest(related) AS follower_id FROM findings WHERE detector = $detector
  ) AS m USING (target_id, follower_id)
  WHERE f.at IS NOT NULL AND a.created_at IS NOT NULL
)
SELECT c.account_id, a.handle, c.place, c.came_s, c.born_s, c.member, max(c.place) OVER (PARTITION BY c.account_id) AS many
FROM came AS c JOIN accounts AS a USING (account_id)
QUALIFY row_number() OVER (PARTITION BY c.account_id, member ORDER BY sha256(follower_id), place) <= $points
ORDER BY c.account_id, place
"""

_GROWTH = """
WITH shown AS ({strongest})
SELECT account_id, a.handle, period, start_s, end_s, gained, usual, explained, known, inside
FROM attention JOIN shown USING (account_id) JOIN accounts AS a USING (account_id)
WHERE (account_id, period) IN (SELECT (account_id, period) FROM attention GROUP BY account_id, period HAVING max(inside) = 1)
ORDER BY account_id, period, start_s
"""


def illustrate(world: World, findings: pa.Table, rings: pa.Table, shared: Mapping[str, Source]) -> dict[str, pa.Table]:
    """Return the tables `arrivals`, `growth` and those of `ring_rows`, each only where there is something to draw.

    `shared` holds what the scan derived, such as `attention`, where its detectors ran. Of a target's
    followers at most a few hundred of each kind are kept, chosen by a hash of their id.
    """
    connection = connect()
    try:
        connection.register("findings", findings)
        connection.register("rings", rings)
        made: dict[str, pa.Table] = {}
        found = set(pc.unique(findings["detector"]).to_pylist())
        for name, detector, query, needs in _PICTURES:
            if detector in found and all(_shown(connection, table, world, shared) for table in needs):
                text = query.format(strongest=_STRONGEST)
                params = {"detector": detector, "most": _MOST} | ({"points": _POINTS} if "$points" in text else {})
                made[name] = connection.sql(text, params=params).to_arrow_table()
        if rings.num_rows:
            from aboveboard.app.ring_rows import ring_rows  # a service that draws no ring starts without scipy

            made |= ring_rows(connection, world, shared, shown_rings(rings))
        return {name: table for name, table in made.items() if table.num_rows}
    finally:
        connection.close()


_PICTURES = (
    ("arrivals", "follower_batch", _ARRIVALS, ("follows", "accounts")),
    ("growth", "audience_growth", _GROWTH, ("attention", "accounts")),
)


def _shown(connection: duckdb.DuckDBPyConnection, name: str, world: World, shared: Mapping[str, Source]) -> bool:
    """Make one table visible; return whether it has rows."""
    source = shared.get(name) or world.sources.get(name)
    if source is None or (name not in TABLES and source.memory is None):
        return False
    bare = TABLES[name].schema if name in TABLES else cast("pa.Table", source.memory).schema
    return see(connection, name, bare.empty_table(), source)
