"""Queries that look for one hand behind a ring: tokens its members share, and sign-ups in one batch."""

from __future__ import annotations

from aboveboard.detector import Param, Sql

__all__ = ["HANDS", "HOURS", "JUDGED_HANDS"]

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

_PIECES = """
SELECT account_id, ring, o.texts, o.first_at, o.last_at, o.crowd, o.quoted, o.clockwork, t.device, t.identity, m.made,
  t.tokens
FROM own AS o LEFT JOIN tied AS t USING (account_id, ring) LEFT JOIN made AS m USING (account_id)
"""

_JUDGED = """
SELECT account_id, ring, p.texts, p.first_at, p.last_at, p.quoted, s.size, p.tokens, p.crowd IS NOT NULL AS together,
  coalesce(s.repeaters >= $accounts AND p.texts > 1, false) AS repeated,
  coalesce(p.device = 1 AND 2 * s.devices >= s.size, false) AS device,
  coalesce(p.identity = 1 AND 2 * s.identities >= s.size, false) AS identity,
  coalesce(p.made = 1 AND 2 * s.made >= s.size, false) OR p.clockwork = 1 AS behaviour
FROM pieces AS p JOIN (
  SELECT ring, count(*) AS size, sum(CASE WHEN texts > 1 THEN 1 ELSE 0 END) AS repeaters,
    sum(device) AS devices, sum(identity) AS identities, sum(made) AS made
  FROM pieces GROUP BY ring
) AS s USING (ring)
"""

JUDGED_HANDS: tuple[Sql, ...] = (*HANDS, Sql("pieces", _PIECES), Sql("judged", _JUDGED))
"""`HANDS`, then `judged`: what a ring of copiers shows, each sign only where half of the ring shows it.

Here `own` also holds texts, first_at, last_at, crowd (accounts in one thread), quoted and clockwork (1 or 0).
"""

HOURS = Param(6, "hours", 1, 168, "longest pause between two sign-ups of one batch")
