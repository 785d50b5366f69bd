"""Accounts registered in a burst and cast from one mould."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import pyarrow as pa

from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.tables import Type
from aboveboard.text.mould import mould

_BORN = """
SELECT account_id, handle, CAST(floor(epoch(created_at)) AS BIGINT) AS s,
  CASE WHEN coalesce(default_avatar, avatar IS NULL AND avatar_hash IS NULL) AND trim(coalesce(bio, '')) = ''
    THEN 1 ELSE 0 END AS hollow,
  CASE WHEN epoch(l.at) - epoch(created_at) > 3600 * $settle THEN 0 ELSE 1 END AS idle
FROM accounts AS a LEFT JOIN (
  SELECT account_id, max(at) AS at FROM (
    SELECT account_id, at FROM posts UNION ALL SELECT account_id, at FROM actions
  ) AS seen WHERE at <= $as_of GROUP BY account_id
) AS l USING (account_id)
WHERE created_at <= $as_of
"""


def _cast(born: pa.Table) -> pa.Table:
    return born.drop_columns("handle").append_column("mould", mould(born.column("handle")))


_CAST: Mapping[str, Type] = {"account_id": "string", "s": "int", "hollow": "int", "idle": "int", "mould": "string"}

_MOMENTS = """
SELECT mould, s, m.n, c.upto, c.upto - c.here AS before
FROM (SELECT mould, s, count(*) AS n FROM casts GROUP BY mould, s) AS m JOIN (
  SELECT s, here, sum(here) OVER (ORDER BY s) AS upto
  FROM (SELECT s, count(*) AS here FROM casts GROUP BY s) AS counted
) AS c USING (s)
"""

_PACED = """
SELECT mould, s, n, upto, before, k.kin, w.everyone, m.s - lag(m.s) OVER (PARTITION BY mould ORDER BY s) AS gap,
  m.upto - lag(m.upto) OVER (PARTITION BY mould ORDER BY s) AS passed
FROM moments AS m JOIN (SELECT mould, sum(n) AS kin FROM moments GROUP BY mould) AS k USING (mould)
CROSS JOIN (SELECT count(*) AS everyone FROM casts) AS w
"""

_RUNS = """
SELECT mould, s, n, upto, before, kin, everyone, CASE WHEN joined = 1 THEN gap END AS gap,
  sum(1 - joined) OVER (PARTITION BY mould ORDER BY s) AS run
FROM (
  SELECT mould, s, n, upto, before, kin, everyone, gap,
    CASE WHEN gap <= 60 * $minutes AND n * everyone >= $lift * kin * passed THEN 1 ELSE 0 END AS joined FROM paced
) AS paired
"""

_BURSTS = """
SELECT mould, run, sum(n) AS size, min(s) AS first_s, max(s) AS last_s, max(upto) - min(before) AS signups,
  round(max(kin) * (max(upto) - min(before)) / max(everyone), 1) AS expected,
  sum(gap) AS pace, count(gap) AS gaps
FROM runs GROUP BY mould, run
HAVING sum(n) >= $accounts AND sum(n) * max(everyone) >= $lift * max(kin) * (max(upto) - min(before))
"""

_DAYS = "SELECT mould, CAST(floor(s / 86400) AS BIGINT) AS day, sum(n) AS n FROM moments GROUP BY 1, 2"

_UNUSUAL = """
SELECT mould, run, b.size, b.first_s, b.last_s, b.signups, b.expected, b.pace, b.gaps
FROM bursts AS b LEFT JOIN (
  SELECT b.mould, b.run, sum(CASE WHEN d.mould = b.mould THEN d.n ELSE 0 END) AS kin, sum(d.n) AS everyone
  FROM bursts AS b JOIN days AS d ON d.day >= floor(b.first_s / 86400) - $around
    AND d.day <= floor(b.last_s / 86400) + $around
    AND d.day NOT BETWEEN floor(b.first_s / 86400) AND floor(b.last_s / 86400)
  GROUP BY b.mould, b.run
) AS near USING (mould, run)
WHERE coalesce(b.size * near.everyone >= $lift * near.kin * b.signups, true)
"""

_MEMBERS = """
SELECT mould, run, account_id, c.hollow, c.idle, u.size, u.first_s, u.last_s, u.signups, u.expected, u.pace, u.gaps,
  CASE WHEN 5 * abs(coalesce(r.gap * u.gaps, u.pace) - u.pace) <= u.pace THEN 1 ELSE 0 END AS even
FROM casts AS c JOIN (SELECT mould, s, run, gap FROM runs) AS r USING (mould, s) JOIN unusual AS u USING (mould, run)
"""

_HELD = """
SELECT DISTINCT mould, run, account_id, m.size, t.kind, t.token
FROM members AS m JOIN tokens AS t USING (account_id) WHERE t.kind <> 'organisation'
"""

_TIED = """
SELECT mould, run, account_id, max(CASE kind WHEN 'device' THEN 1 ELSE 0 END) AS device,
  max(CASE kind WHEN 'network' THEN 1 ELSE 0 END) AS network,
  max(CASE WHEN kind IN ('phone', 'email', 'payment', 'identity') THEN 1 ELSE 0 END) AS identity,
  array_sort(list(DISTINCT token)) AS tokens
FROM held JOIN (
  SELECT mould, run, kind, token FROM (
    SELECT mould, run, kind, token, max(size) AS size, count(*) AS inside FROM held
    GROUP BY mould, run, kind, token HAVING count(*) >= $shared
  ) AS i JOIN (
    SELECT kind, token, count(DISTINCT account_id) AS everyone FROM tokens GROUP BY kind, token
  ) AS e USING (kind, token)
  WHERE 2 * i.inside >= CASE kind WHEN 'network' THEN i.size ELSE e.everyone END
) AS ties USING (mould, run, kind, token) GROUP BY mould, run, account_id
"""

_JUDGED = """
SELECT mould, run, account_id, m.size, m.first_s, m.last_s, m.expected, t.tokens, s.first_account,
  m.hollow = 1 AND 3 * s.hollow >= 2 * m.size AND s.hollow * w.everyone >= 2 * w.hollow * m.size AS hollow,
  m.idle = 1 AND 3 * s.idle >= 2 * m.size AND s.idle * w.everyone >= 2 * w.idle * m.size
    AND m.last_s + 86400 * $rest <= epoch($as_of) AS idle,
  m.even = 1 AND 5 * s.even >= 3 * m.size AND m.pace > 0 AS even,
  coalesce(t.device, 0) = 1 AS device, coalesce(t.identity, 0) = 1 AS identity, coalesce(t.network, 0) = 1 AS network
FROM members AS m LEFT JOIN tied AS t USING (mould, run, account_id) JOIN (
  SELECT mould, run, sum(hollow) AS hollow, sum(idle) AS idle, sum(even) AS even, min(account_id) AS first_account
  FROM members GROUP BY mould, run
) AS s USING (mould, run)
CROSS JOIN (SELECT count(*) AS everyone, sum(hollow) AS hollow, sum(idle) AS idle FROM casts) AS w
"""

_FOUND = """
SELECT account_id, a.handle, concat('burst ', first_account) AS "group", mould, size, expected, tokens,
  a.created_at AS first_at, a.created_at AS last_at, CAST(1 + floor((last_s - first_s) / 60) AS BIGINT) AS minutes,
  concat(CASE WHEN hollow THEN '; its profile is empty' ELSE '' END,
    CASE WHEN device THEN '; it shares a device with the others' ELSE '' END,
    CASE WHEN identity THEN '; it shares a phone, mail, payment or identity with the others' ELSE '' END,
    CASE WHEN network THEN '; it shares their network' ELSE '' END,
    CASE WHEN idle THEN '; it has done nothing since' ELSE '' END,
    CASE WHEN even THEN '; they came at even intervals' ELSE '' END) AS signs,
  round(1 - CAST(0.6 AS DOUBLE) * CASE WHEN hollow THEN 0.7 ELSE 1 END * CASE WHEN device THEN 0.5 ELSE 1 END
    * CASE WHEN identity THEN 0.5 ELSE 1 END * CASE WHEN network THEN 0.9 ELSE 1 END
    * CASE WHEN idle THEN 0.5 ELSE 1 END * CASE WHEN even THEN 0.6 ELSE 1 END, 4) AS score,
  CASE WHEN device OR identity OR idle OR even THEN 'likely' ELSE 'possible' END AS tier,
  ['profile', CASE WHEN device THEN 'device' END, CASE WHEN identity THEN 'identity' END,
    CASE WHEN network THEN 'network' END, CASE WHEN idle OR even THEN 'behaviour' END] AS classes
FROM judged JOIN accounts AS a USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND (hollow OR device OR identity OR idle OR even)
"""


def _accounts(*waves: tuple[str, str, int, float, str]) -> str:
    """Draw sign-ups: (handle with {} for the number, first time, how many, seconds apart, bio and status).

    The account's id is the wave's number and its own. Sign-ups come unevenly, as people's do, unless `seconds` is whole.
    """
    rows = [
        f"{number}-{n} | {handle.format(n)} | {datetime.fromisoformat(first) + timedelta(seconds=_late(n, apart))} | {rest}"
        for number, (handle, first, count, apart, rest) in enumerate(waves)
        for n in range(count)
    ]
    return "\n".join(["accounts", "account_id | handle | created_at | bio | status", *rows, "", ""])


def _late(n: int, apart: float) -> float:
    return n * apart + (0 if apart == int(apart) else apart * (n * n % 5) / 3)


def _rows(head: str, row: str, *accounts: str) -> str:
    """Draw one row an account, {} standing for its id."""
    return "\n".join([*head.split("/"), *(row.format(a) for a in accounts), "", ""])


def _ids(wave: int, count: int, first: int = 0) -> list[str]:
    return [f"{wave}-{n}" for n in range(first, count)]


_LOCALS = ("person", "2025-01-01T09:00", 120, 172800.0, "likes cycling | active")
_POSTS = "posts/post_id | account_id | at"
