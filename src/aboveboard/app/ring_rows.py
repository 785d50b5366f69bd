"""The rows behind a report's ring pages: members, what they share, what they did together, and accounts as busy beside them."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.app.seeing import see
from aboveboard.derived.ring_evidence import plain_evidence
from aboveboard.graph.coding import read_acts
from aboveboard.graph.contrast import alike, asked
from aboveboard.tables import ARROW, TABLES, Source, Type, World

__all__ = ["ring_rows"]

_TOGETHER = {"copied_text": 3600, "templated_text": 3600, "registration_burst": 3600, "follow_ring": 86_400}
"""How many seconds apart members of a ring act together, where the ring's own evidence does not say."""

_OWN = "coaction_ring"
_MOST = 200
"""Members of one ring that are looked at."""

_TABLES = ("accounts", "actions", "posts", "follows", "tokens")
_DERIVED: Mapping[str, Mapping[str, Type]] = {
    "coaction_rings": {
        "ring": "string", "account_id": "string", "joint": "int", "expected": "float", "place": "float", "led": "int",
        "others": "int", "owned": "float", "pace": "float", "ordered": "float", "order_chance": "float", "at_once": "int", "first_at": "time",
        "last_at": "time", "evidence": "string",
    },
    "near_texts": {"post_id": "string", "account_id": "string", "cluster": "string"},
}  # fmt: skip
"""What is read of derived tables; one that the scan had no need of is empty."""

_NAMED = "CREATE TABLE named AS SELECT concat('coaction_ring:', left(sha256(ring), 12)) AS page, * FROM coaction_rings"

_MEMBERS = """
CREATE TABLE members AS
WITH found AS (
  SELECT "group" AS ring, account_id, max(score) AS score, min(first_at) AS first_at, max(last_at) AS last_at,
    max(TRY_CAST(coalesce(facts ->> '$.joint', facts ->> '$.shared', facts ->> '$.texts') AS BIGINT)) AS joint,
    max(TRY_CAST(facts ->> '$.expected' AS DOUBLE)) AS expected
  FROM findings WHERE "group" IN (SELECT ring FROM shown) GROUP BY ALL
), known AS (
  SELECT page AS ring, account_id, joint, expected, place, led, first_at, last_at FROM named WHERE page IN (SELECT ring FROM shown)
)
SELECT ring, account_id, coalesce(a.handle, account_id) AS handle, a.status, epoch(a.created_at) AS born_s, f.score,
  coalesce(k.joint, f.joint) AS joint, CASE WHEN ring LIKE 'registration%' THEN NULL ELSE coalesce(k.expected, f.expected) END AS expected,
  k.place, k.led, epoch(coalesce(k.first_at, f.first_at)) AS first_s, epoch(coalesce(k.last_at, f.last_at)) AS last_s
FROM found AS f FULL JOIN known AS k USING (ring, account_id) LEFT JOIN accounts AS a USING (account_id)
QUALIFY row_number() OVER (PARTITION BY ring ORDER BY coalesce(k.joint, f.joint) DESC NULLS LAST, f.score DESC NULLS LAST, account_id) <= {most}
"""

_ROWS = "SELECT * FROM members ORDER BY ring, joint DESC NULLS LAST, first_s, account_id"

_TOKENS = """
WITH held AS (SELECT DISTINCT ring, account_id, kind, token FROM tokens JOIN members USING (account_id)),
ties AS (SELECT ring, kind, token FROM held GROUP BY ALL HAVING count(*) > 1),
inside AS (SELECT ring, kind, count(DISTINCT account_id) AS members FROM held JOIN ties USING (ring, kind, token) GROUP BY ALL),
around AS (
  SELECT ring, kind, count(DISTINCT t.account_id) AS holders FROM tokens AS t JOIN ties USING (kind, token) GROUP BY ALL
)
SELECT ring, kind, members, holders - members AS outsiders FROM inside JOIN around USING (ring, kind) ORDER BY ring, kind
"""

_TOLD = """
SELECT s.ring, s.detector, n.others, n.owned, n.pace, n.ordered, n.order_chance, n.at_once, n.evidence
FROM shown AS s LEFT JOIN (SELECT * FROM named WHERE evidence IS NOT NULL) AS n ON n.page = s.ring ORDER BY s.ring
"""

_ASIDE = 50_000
"""Accounts of a large world among which the equally busy are looked for, drawn by a hash of their id."""

_DRAWN = """
CREATE TABLE drawn AS SELECT DISTINCT account_id FROM (
  SELECT account_id FROM members UNION ALL
  SELECT account_id FROM (SELECT account_id FROM accounts ORDER BY md5(account_id), account_id LIMIT {aside})
)
"""

_DONE = """
CREATE TABLE done AS
SELECT account_id, "at", concat(verb, ' ', object_id) AS object FROM actions
WHERE verb NOT IN ('view', 'report') AND account_id IN (SELECT account_id FROM drawn)
UNION ALL
SELECT follower_id, "at", concat('follow ', target_id) FROM follows WHERE follower_id IN (SELECT account_id FROM drawn)
UNION ALL
SELECT p.account_id, p."at", concat('text ', coalesce(n.cluster, md5(lower(trim(p.text))), p.post_id))
FROM posts AS p LEFT JOIN near_texts AS n USING (post_id, account_id) WHERE p.account_id IN (SELECT account_id FROM drawn)
"""
"""What they did, read once: to see who is as busy, and to set them beside the ring."""

_BUSY = "SELECT account_id, count(*) AS acts FROM done GROUP BY account_id ORDER BY account_id"

_ACTS = """
SELECT account_id, "at", object, CAST(NULL AS VARCHAR) AS owner FROM done
WHERE "at" IS NOT NULL AND account_id IN (SELECT account_id FROM people)
UNION ALL
SELECT account_id, created_at, 'sign-up', NULL FROM accounts WHERE created_at IS NOT NULL AND account_id IN (
  SELECT account_id FROM members WHERE ring LIKE 'registration_burst:%')
"""


def ring_rows(
    connection: duckdb.DuckDBPyConnection, world: World, shared: Mapping[str, Source], shown: pa.Table
) -> dict[str, pa.Table]:
    """Return `ring_members`, `ring_tokens` and `rings_told` for the rings `shown` (`ring`, `detector`).

    `connection` sees the scan's `findings` and `rings`. Nothing is read where no ring has a page.
    """
    shown = shown.filter(pc.is_in(shown["detector"], pa.array([_OWN, *_TOGETHER])))
    if not shown.num_rows:
        return {}
    connection.register("shown", shown)
    for name in _TABLES:
        see(connection, name, TABLES[name].schema.empty_table(), world.sources.get(name))
    for name, columns in _DERIVED.items():
        bare = pa.schema([(c, ARROW[kind]) for c, kind in columns.items()]).empty_table()
        see(connection, name, bare, shared.get(name))
    for query in (_NAMED, _MEMBERS.format(most=_MOST), _DRAWN.format(aside=_ASIDE)):
        connection.execute(query)
    made = {n: connection.sql(q).to_arrow_table() for n, q in (("ring_members", _ROWS), ("ring_tokens", _TOKENS))}
    return made | {"rings_told": _told(connection, made["ring_members"])}


def _told(connection: duckdb.DuckDBPyConnection, members: pa.Table) -> pa.Table:
    """Return a row a ring, its evidence as JSON."""
    told = connection.sql(_TOLD).to_arrow_table()
    plain = [(r["ring"], _TOGETHER[r["detector"]]) for r in told.to_pylist() if r["detector"] in _TOGETHER]
    if not plain:
        return told
    own = {ring: members.filter(pc.equal(members["ring"], ring))["account_id"] for ring, _ in plain}
    beside = _beside(connection, own)
    people = [*own.values(), *beside.values()]
    connection.register(
        "people", pa.table({"account_id": pa.chunked_array([c for p in people for c in p.chunks], pa.string())})
    )
    acts = connection.sql(_ACTS).to_arrow_table()
    read = read_acts(acts.set_column(1, "at", acts["at"].cast(pa.timestamp("us", tz="UTC"))))
    made = {ring: plain_evidence(read, own[ring], beside[ring], window) for ring, window in plain}
    evidence = [made.get(r["ring"], r["evidence"]) for r in told.to_pylist()]
    return told.set_column(told.column_names.index("evidence"), "evidence", pa.array(evidence, pa.string()))


def _beside(connection: duckdb.DuckDBPyConnection, own: Mapping[str, pa.ChunkedArray]) -> dict[str, pa.ChunkedArray]:
    """Return for each ring as many accounts about as busy that are in no ring."""
    connection.execute(_DONE)
    busy = connection.sql(_BUSY).to_arrow_table()
    ids, acts = busy["account_id"], busy["acts"].to_numpy()
    ringed = connection.sql("SELECT DISTINCT unnest(members) AS account_id FROM rings").to_arrow_table()["account_id"]
    taken = pc.is_in(ids, ringed.combine_chunks()).to_numpy(zero_copy_only=False)
    found: dict[str, pa.ChunkedArray] = {}
    known, free = ids.combine_chunks(), asked(acts, taken)
    for ring, members in own.items():
        numbers = pc.index_in(members, value_set=known).drop_null().to_numpy().astype(np.int32)
        found[ring] = ids.take(pa.array(alike(acts, numbers, free)))
    return found
