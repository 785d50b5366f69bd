"""What a ring of reporters shows beside reporting together, and which targets it fell upon."""

from __future__ import annotations

from aboveboard.derived.report_rings import FILED, HUBS, RINGS
from aboveboard.derived.shared_hands import HANDS, OF_MOST
from aboveboard.detector import Groups, Sql

__all__ = ["JUDGED_REPORTS"]


def _low(hits: str, trials: str) -> str:
    """Write the lower end of Wilson's interval (1927) of a share at 95 %; 0 where nothing was tried, and never a hair below: engines would differ in its sign."""
    share = f"CAST({hits} AS DOUBLE) / greatest({trials}, 1)"
    root = f"sqrt(({share} * (1 - {share}) + 0.9604 / greatest({trials}, 1)) / greatest({trials}, 1))"
    return f"CASE WHEN {trials} = 0 THEN CAST(0 AS DOUBLE) ELSE greatest(({share} + 1.9208 / {trials} - 1.96 * {root}) / (1 + 3.8416 / {trials}), CAST(0 AS DOUBLE)) END"


_QUALITY = f"""
SELECT account_id, accepted, decided, round({_low("accepted", "decided")}, 2) AS low, round(1 - ({_low("decided - accepted", "decided")}), 2) AS high
FROM (
  SELECT account_id, sum(CASE WHEN 2 * accepted >= decided THEN least(decided, 1) ELSE 0 END) AS accepted, sum(least(decided, 1)) AS decided
  FROM filed GROUP BY account_id
) AS q
"""

_OWN = """
SELECT ring, account_id, way, joint, expected, span, aim, first_at, last_at, filed, repeated, accepted, rejected, settled, upheld, decided, low, high
FROM (
  SELECT ring, account_id, max(way) AS way, max(joint) AS joint, max(expected) AS expected, max(span) AS span, max(object) AS aim, min(f.at) AS first_at,
    max(f.at) AS last_at, count(*) AS filed, sum(CASE WHEN f.again > 0 THEN 1 ELSE 0 END) AS repeated, sum(f.accepted) AS accepted,
    sum(f.rejected) AS rejected, sum(f.decided) AS settled, max(q.accepted) AS upheld, max(q.decided) AS decided, max(q.low) AS low, max(q.high) AS high
  FROM rings JOIN filed AS f USING (account_id, object) JOIN quality AS q USING (account_id) GROUP BY ring, account_id
) AS o WHERE low < $good OR (way <> 'burst' AND 2 * accepted < settled)
"""

_POOLS = f"""
SELECT ring, size, {_low("accepted", "decided")} AS right_low, {_low("rejected", "decided")} AS wrong_low,
  repeated >= $accounts AND 2 * repeated >= filed AND repeated * w.reports >= 10 * filed * w.repeats AS insisted
FROM (
  SELECT ring, count(*) AS size, sum(accepted) AS accepted, sum(rejected) AS rejected, sum(settled) AS decided,
    sum(repeated) AS repeated, sum(filed) AS filed FROM own GROUP BY ring
) AS p CROSS JOIN (
  SELECT count(*) AS reports, sum(CASE WHEN again > 0 THEN 1 ELSE 0 END) AS repeats FROM filed LEFT JOIN (
    SELECT DISTINCT account_id, object, 1 AS ringed FROM rings) AS r USING (account_id, object) WHERE ringed IS NULL
) AS w
"""

_EYES = """
SELECT s.ring, count(DISTINCT x.account_id) AS eyes FROM (
  SELECT ring, aim, min(first_at) AS first_at, max(last_at) AS last_at FROM own GROUP BY ring, aim
) AS s JOIN actions AS x ON x.target_account_id = s.aim
WHERE x.verb <> 'report' AND x.at <= s.last_at AND date_diff('day', x.at, s.first_at) <= 1 GROUP BY s.ring
"""

_HEARD = """
SELECT ring, account_id, hub FROM hearers JOIN pools AS p USING (ring) LEFT JOIN eyes AS e USING (ring)
WHERE coalesce(e.eyes, 0) < p.size
"""

_KIN = """
SELECT ring, 1 AS kin FROM own AS o JOIN used AS u USING (ring, account_id) JOIN tokens AS t USING (kind, token)
JOIN witnesses AS w ON w.account_id = t.account_id AND w.object = o.aim WHERE o.way = 'burst' AND kind <> 'network' GROUP BY ring
"""

_WARNED = """
SELECT account_id, min(at) AS warned_at, 1 AS warned FROM warnings
WHERE violation = 'report_abuse' AND withdrawn_at IS NULL GROUP BY account_id
"""

_SEEN = """
SELECT account_id, ring, o.way, o.joint, o.expected, o.span, o.first_at, o.last_at, o.upheld, o.decided, o.low, o.high, p.size, s.tokens,
  s.device, s.identity, s.made, h.hub, p.insisted, p.wrong_low > 0.5 AS refused, coalesce(w.warned_at < o.last_at, false) AS warned,
  coalesce(k.kin = 1, false) AS kin
FROM own AS o JOIN pools AS p USING (ring) JOIN signs AS s USING (account_id, ring) LEFT JOIN heard AS h USING (account_id, ring)
LEFT JOIN warned AS w USING (account_id) LEFT JOIN kin AS k USING (ring)
WHERE p.size >= $accounts AND p.right_low < $good AND (o.way IN ('again', 'serial') OR s.device OR s.identity OR s.made OR h.hub IS NOT NULL)
"""

_JUDGED = """
SELECT account_id, ring, way, joint, expected, span, first_at, last_at, upheld, decided, low, high, size, tokens, device, identity, made, hub,
  insisted, refused, warned, kin FROM (
  SELECT account_id, ring, way, joint, expected, span, first_at, last_at, upheld, decided, low, high, size, tokens, device, identity, made, hub,
    insisted, refused, warned, kin, ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY way, size DESC, ring) AS place FROM seen
) AS s WHERE place = 1
"""

JUDGED_REPORTS: tuple[Sql | Groups, ...] = (
    *FILED,
    *RINGS,
    Sql("quality", _QUALITY),
    Sql("own", _OWN),
    Sql("pools", _POOLS),
    *HANDS,
    Sql("signs", OF_MOST),
    *HUBS,
    Sql("eyes", _EYES),
    Sql("heard", _HEARD),
    Sql("warned", _WARNED),
    Sql("kin", _KIN),
    Sql("seen", _SEEN),
    Sql("judged", _JUDGED),
)
"""Steps from the tables to `judged`: one row an account of a ring that is not mostly right, with the signs of one hand.

A burst is of `kin` where one of those to whom its target had written shares a device, or papers, with one of it: a family, or a quarrel
of one person with many accounts; which of the two a person must say."""
