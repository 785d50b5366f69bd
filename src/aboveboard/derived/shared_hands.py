"""Queries that look for one hand behind a ring: tokens its members share, and sign-ups in one batch."""

from __future__ import annotations

from aboveboard.detector import Param, Sql

__all__ = ["HANDS", "HOURS"]

_HELD = """
SELECT DISTINCT ring, account_id, t.kind, t.token, CASE t.kind WHEN 'device' THEN 1 ELSE 0 END AS device
FROM tokens AS t JOIN own USING (account_id) WHERE t.kind IN ('device', 'phone', 'email', 'payment', 'identity')
"""

_TIED = """
SELECT account_id, ring, max(h.device) AS device, max(1 - h.device) AS identity,
  array_sort(list(DISTINCT token)) AS tokens
FROM held AS h JOIN (
  SELECT ring, kind, token FROM (
    SELECT ring, kind, token, count(*) AS inside FROM held GROUP BY ring, kind, token HAVING count(*) > 1
  ) AS i JOIN tokens AS e USING (kind, token)
  GROUP BY ring, kind, token HAVING 2 * max(i.inside) >= count(DISTINCT e.account_id)
) AS ties USING (ring, kind, token) GROUP BY account_id, ring
"""

_BATCHES = """
SELECT ring, account_id, sum(fresh) OVER (PARTITION BY ring ORDER BY born, account_id) AS batch FROM (
  SELECT ring, account_id, born, CASE WHEN born - lag(born) OVER (PARTITION BY ring ORDER BY born, account_id)
    <= 3600 * $hours THEN 0 ELSE 1 END AS fresh
  FROM (
    SELECT o.ring, account_id, CAST(floor(epoch(a.created_at)) AS BIGINT) AS born
    FROM own AS o JOIN accounts AS a USING (account_id)
  ) AS births
) AS spaced
"""

_MADE = """
SELECT account_id, 1 AS made FROM batches JOIN (
  SELECT ring, batch FROM batches GROUP BY ring, batch HAVING count(*) >= $accounts
) AS big USING (ring, batch)
"""

HANDS: tuple[Sql, ...] = (Sql("held", _HELD), Sql("tied", _TIED), Sql("batches", _BATCHES), Sql("made", _MADE))
"""Steps from `own` (ring, account_id) to `tied` (account_id, ring, device, identity: 1 where shared; tokens) and `made` (account_id).

A token ties only where most of its holders are in the ring. They read `tokens` and `accounts` (created_at), and the parameters
`hours`, the longest pause between two sign-ups of one batch, and `accounts`, the fewest of a batch.
"""

HOURS = Param(6, "hours", 1, 168, "longest pause between two sign-ups of one batch")
