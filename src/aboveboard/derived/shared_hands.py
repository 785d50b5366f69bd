"""Queries that look for one hand behind a ring: tokens its members share, and sign-ups in one batch."""

from __future__ import annotations

from aboveboard.derived.made_together import MADE, made_together
from aboveboard.detector import Groups, Param, Sql

__all__ = ["HANDS", "HOURS", "JUDGED_HANDS", "OF_MOST"]

_USED = "SELECT DISTINCT ring, account_id, t.kind, t.token FROM tokens AS t JOIN own USING (account_id)"

_WORN = """
SELECT kind, token, count(DISTINCT account_id) AS holders FROM tokens
JOIN (SELECT DISTINCT kind, token FROM used) AS theirs USING (kind, token) GROUP BY kind, token
"""

_TIED = """
SELECT account_id, ring, max(CASE kind WHEN 'device' THEN 1 ELSE 0 END) AS device, max(CASE kind WHEN 'device' THEN 0 ELSE 1 END) AS identity,
  array_sort(list(DISTINCT token)) AS tokens
FROM used AS u JOIN (
  SELECT ring, kind, token FROM (
    SELECT ring, kind, token, count(*) AS inside FROM used
    WHERE kind IN ('device', 'phone', 'email', 'payment', 'identity') GROUP BY ring, kind, token HAVING count(*) > 1
  ) AS i JOIN worn AS w USING (kind, token) WHERE 2 * i.inside >= w.holders
) AS ties USING (ring, kind, token) GROUP BY account_id, ring
"""

_BIRTHS = """
SELECT ring, account_id, s.born, s.place, s.everyone, CAST(floor(epoch(o.first_at)) AS BIGINT) AS began,
  CAST(floor(epoch(o.last_at)) AS BIGINT) AS ended, kind, token, w.holders, $hours AS hours, $accounts AS least
FROM own AS o JOIN sign_ups AS s USING (account_id) LEFT JOIN used AS u USING (account_id, ring) LEFT JOIN worn AS w USING (kind, token)
"""

HANDS: tuple[Sql | Groups, ...] = (
    Sql("used", _USED),
    Sql("worn", _WORN),
    Sql("tied", _TIED),
    Sql("births", _BIRTHS),
    Groups("made", "births", ("ring",), made_together, MADE),
)
"""Steps from `own` (ring, account_id, first_at, last_at) to `tied` (account_id, ring, device, identity: 1 where shared; tokens) and `made`
(account_id, made: 1).

A token ties only where most of its holders are in the ring. The tokens of everybody are read twice: for those of the rings, and for who else has
them. They read `tokens` and the derived `sign_ups`, and the parameters `hours`, the
longest pause between two sign-ups of one batch, and `accounts`, the fewest of a batch.
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

JUDGED_HANDS: tuple[Sql | Groups, ...] = (*HANDS, Sql("pieces", _PIECES), Sql("judged", _JUDGED))
"""`HANDS`, then `judged`: what a ring of copiers shows, each sign only where half of the ring shows it.

Here `own` also holds texts, crowd (accounts in one thread), quoted and clockwork (1 or 0).
"""

HOURS = Param(6, "hours", 1, 168, "longest pause between two sign-ups of one batch")

OF_MOST = """
SELECT account_id, ring, t.tokens, coalesce(t.device = 1 AND 2 * s.devices >= s.size, false) AS device,
  coalesce(t.identity = 1 AND 2 * s.identities >= s.size, false) AS identity, coalesce(m.made = 1 AND 2 * s.made >= s.size, false) AS made
FROM own AS o LEFT JOIN tied AS t USING (account_id, ring) LEFT JOIN made AS m USING (account_id) JOIN (
  SELECT ring, count(*) AS size, sum(t.device) AS devices, sum(t.identity) AS identities, sum(m.made) AS made
  FROM own AS o LEFT JOIN tied AS t USING (account_id, ring) LEFT JOIN made AS m USING (account_id) GROUP BY ring
) AS s USING (ring)
"""
"""Reads `own` (account_id, ring), `tied` and `made`; what a member shares counts where at least half of its ring shares it."""
