"""Whom a finding names beside its subject: the closed account that returned, and the ring it belongs to."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from aboveboard.embedded import connect

__all__ = ["grouping", "parents"]

_PARENTS = """
WITH wanted AS (
  SELECT DISTINCT coalesce(subject_id, account_id) AS child, related AS parent FROM told WHERE related IS NOT NULL
), offered AS (
  SELECT coalesce(subject_id, account_id) AS child, u.parent, score, u.place
  FROM own, LATERAL (SELECT unnest(related) AS parent, generate_subscripts(related, 1) AS place) AS u
), best AS (
  SELECT child, parent, max(score) AS score, min(place) AS place FROM offered GROUP BY ALL
), ranked AS (
  SELECT child, parent, row_number() OVER (PARTITION BY child ORDER BY score DESC, place, parent) AS rank FROM best
), placed AS (
  SELECT w.child, min(r.rank) AS rank FROM wanted AS w LEFT JOIN ranked AS r ON r.child = w.child AND r.parent = w.parent
  GROUP BY w.child
)
SELECT count(*) AS labelled, count(rank) AS named, count(*) FILTER (rank = 1) AS first,
  coalesce(avg(coalesce(1.0 / rank, 0.0)), 0.0) AS reciprocal,
  (SELECT count(*) FROM ranked WHERE child IN (SELECT child FROM wanted)) AS pairs,
  (SELECT count(*) FROM ranked AS r JOIN wanted AS w ON w.child = r.child AND w.parent = r.parent) AS right_pairs
FROM placed
"""
_GROUPING = """
WITH truth AS (
  SELECT coalesce(subject_id, account_id) AS subject, min("group") AS ring FROM told WHERE "group" IS NOT NULL GROUP BY ALL
), claim AS (
  SELECT coalesce(subject_id, account_id) AS subject, min("group") AS ring FROM own WHERE "group" IS NOT NULL GROUP BY ALL
), met AS (
  SELECT t.ring AS a, c.ring AS b, count(*) AS n FROM truth AS t JOIN claim AS c ON c.subject = t.subject GROUP BY ALL
)
SELECT (SELECT sum(n * (n - 1) // 2) FROM met) AS right_pairs,
  (SELECT sum(n * (n - 1) // 2) FROM (SELECT count(*) AS n FROM claim GROUP BY ring)) AS claimed_pairs,
  (SELECT sum(n * (n - 1) // 2) FROM (SELECT count(*) AS n FROM truth GROUP BY ring)) AS true_pairs
"""


def parents(own: pa.Table, told: pa.Table) -> dict[str, Any] | None:
    """Return how well findings name the closed account that `told.related` knows; None where no label names one.

    Candidates rank by the score of the finding that names them, then by their place in `related`. `reciprocal_rank` is
    the mean of one over the rank of the right one, 0 where it is not named; `precision` is over all named pairs.
    """
    row = _query(_PARENTS, own, told)
    if not row["labelled"]:
        return None
    return {
        "labelled": row["labelled"],
        "named": row["named"],
        "first": row["first"],
        "reciprocal_rank": round(row["reciprocal"], 6),
        "precision": round(row["right_pairs"] / row["pairs"], 6) if row["pairs"] else None,
    }


def grouping(own: pa.Table, told: pa.Table) -> dict[str, Any] | None:
    """Return how well rings agree, over pairs of accounts put into one ring; None where no label has a ring of two.

    Pairs with an account that is in no labelled ring count against precision.
    """
    row = {k: int(v or 0) for k, v in _query(_GROUPING, own, told).items()}
    if not row["true_pairs"]:
        return None
    return {
        "true_pairs": row["true_pairs"],
        "claimed_pairs": row["claimed_pairs"],
        "precision": round(row["right_pairs"] / row["claimed_pairs"], 6) if row["claimed_pairs"] else None,
        "recall": round(row["right_pairs"] / row["true_pairs"], 6),
    }


def _query(text: str, own: pa.Table, told: pa.Table) -> dict[str, Any]:
    with connect() as db:
        db.register("own", own)
        db.register("told", told)
        return db.sql(text).to_arrow_table().to_pylist()[0]
