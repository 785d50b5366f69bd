"""Choose, with one query each, the few rows of large tables that a page can show."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from aboveboard.embedded import connect

__all__ = ["Reach", "Selection", "select", "shown_rings"]

_STRONGEST = """
WITH ranked AS (
  SELECT f.*, row_number() OVER (PARTITION BY violation ORDER BY {strength}, finding_id) AS place FROM findings AS f
), chosen AS (SELECT * FROM ranked ORDER BY place, {strength}, finding_id LIMIT $most),
proposed AS (
  SELECT account_id, violation, action, rule, review, why, expires_at
  FROM decisions WHERE account_id IN (SELECT account_id FROM chosen)
  QUALIFY row_number() OVER (PARTITION BY account_id, violation ORDER BY decision_id) = 1
)
SELECT c.finding_id, c.violation, c.detector, c.account_id, c.subject_kind, left(c.subject_id, 600) AS subject_id,
  list_slice(c.related, 1, 12) AS related, coalesce(len(c.related), 0) AS related_count, left(c."group", 200) AS ring,
  c.score, c.tier, c.classes, left(c.says, 900) AS says, CASE WHEN strlen(c.facts) < 20000 THEN c.facts END AS facts,
  c.facts IS NOT NULL AND strlen(c.facts) >= 20000 AS facts_cut,
  epoch_us(c.first_at) AS first_us, epoch_us(c.last_at) AS last_us,
  p.action, p.rule, p.review, left(p.why, 600) AS why, epoch_us(p.expires_at) AS expires_us
FROM chosen AS c LEFT JOIN proposed AS p ON p.account_id = c.account_id AND p.violation = c.violation
ORDER BY {strength_c}, c.finding_id
"""
_STRENGTH = "CASE {0}tier WHEN 'confirmed' THEN 0 WHEN 'likely' THEN 1 WHEN 'possible' THEN 2 ELSE 3 END, {0}score DESC NULLS LAST"
_RINGS = """
WITH placed AS (
  SELECT *, split_part("group", ':', 1) AS detector, row_number() OVER (PARTITION BY split_part("group", ':', 1) ORDER BY size DESC, "group") AS place
  FROM rings
), chosen AS (SELECT * FROM placed ORDER BY place, size DESC, "group" LIMIT $most)
SELECT left("group", 200) AS ring, detector, violation, size, CASE WHEN strlen(evidence) < 2000000 THEN evidence END AS evidence,
  list_slice(members, 1, 400) AS members
FROM chosen ORDER BY size DESC, "group"
"""
_WEEKS = """
SELECT violation, tier, (epoch_us(coalesce(first_at, last_at)) // 86400000000 + 3) // 7 AS week, count(*) AS n
FROM findings WHERE coalesce(first_at, last_at) IS NOT NULL GROUP BY ALL ORDER BY ALL
"""
_COUNTS = "SELECT violation, tier, count(*) AS n FROM findings GROUP BY ALL ORDER BY ALL"
_REACH = """
SELECT (SELECT count(DISTINCT account_id) FROM findings WHERE tier IN ('likely', 'confirmed')) AS likely,
  (SELECT count(DISTINCT account_id) FROM findings) AS any_tier,
  (SELECT count(*) FROM rings) AS rings,
  (SELECT count(DISTINCT account_id) FROM decisions WHERE action <> 'none') AS proposed,
  (SELECT count(DISTINCT account_id) FROM decisions WHERE review) AS review
"""


_MOST_RINGS = 12


@dataclass(frozen=True, slots=True)
class Reach:
    """Distinct accounts with a likely finding, with any, with a proposed measure, awaiting a person; and the rings."""

    likely: int
    any_tier: int
    rings: int
    proposed: int
    review: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What the page shows: `strongest` findings, the largest `rings`, `weeks` (since 1969-12-29, Monday) and counts."""

    strongest: pa.Table
    rings: pa.Table
    weeks: pa.Table
    counts: pa.Table
    reach: Reach


def select(findings: pa.Table, rings: pa.Table, decisions: pa.Table, most: int) -> Selection:
    """Return the rows to show; ties break by id, so equal tables give equal rows on any number of threads.

    Findings are taken in turn from each violation, strongest first, so that a plentiful one hides no other.
    """
    with connect() as db:
        for name, table in (("findings", findings), ("rings", rings), ("decisions", decisions)):
            db.register(name, table)
        strongest = _STRONGEST.format(strength=_STRENGTH.format(""), strength_c=_STRENGTH.format("c."))
        reach = db.sql(_REACH).to_arrow_table().to_pylist()[0]
        return Selection(
            strongest=db.sql(strongest, params={"most": most}).to_arrow_table(),
            rings=db.sql(_RINGS, params={"most": _MOST_RINGS}).to_arrow_table(),
            weeks=db.sql(_WEEKS).to_arrow_table(),
            counts=db.sql(_COUNTS).to_arrow_table(),
            reach=Reach(**reach),
        )


def shown_rings(rings: pa.Table) -> pa.Table:
    """Return the rings a page shows (`ring`, `detector`, `violation`, `size`, `evidence`, `members`), largest first.

    They are taken in turn from each detector, largest first, so that a plentiful kind hides no other.
    """
    with connect() as db:
        db.register("rings", rings)
        return db.sql(_RINGS, params={"most": _MOST_RINGS}).to_arrow_table()
