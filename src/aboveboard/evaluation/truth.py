"""Bring findings and labels together: one row a judged subject, and how many accounts nobody named."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.embedded import connect

__all__ = ["Truth", "is_closed", "join"]

_SUBJECTS = """
WITH scored AS (
  SELECT violation, coalesce(subject_kind, 'account') AS kind, coalesce(subject_id, account_id) AS subject,
    max(score) AS score, bool_or(tier IN ('confirmed', 'likely')) AS likely,
    bool_or(tier IN ('confirmed', 'likely', 'possible')) AS possible
  FROM findings GROUP BY ALL
), told AS (
  SELECT violation, coalesce(subject_kind, 'account') AS kind, coalesce(subject_id, account_id) AS subject,
    bool_or("value") AS breach, coalesce(min("class") FILTER ("value"), min("class")) AS class, min(cluster) AS cluster,
    bool_or("value") AND NOT bool_and("value") AS torn
  FROM labels WHERE coalesce(subject_id, account_id) IS NOT NULL GROUP BY ALL
), both_sides AS (
  SELECT coalesce(t.violation, s.violation) AS violation, coalesce(t.kind, s.kind) AS kind,
    coalesce(t.subject, s.subject) AS subject, coalesce(t.breach, false) AS breach, t.class, t.cluster,
    coalesce(t.torn, false) AS torn, t.subject IS NOT NULL AS labelled, coalesce(s.score, 0.0) AS score,
    coalesce(s.likely, false) AS likely, coalesce(s.possible, false) AS possible
  FROM told AS t FULL JOIN scored AS s ON s.violation = t.violation AND s.kind = t.kind AND s.subject = t.subject
)
SELECT b.*, a.account_id IS NOT NULL AS listed, a.language
FROM both_sides AS b LEFT JOIN accounts AS a ON b.kind = 'account' AND a.account_id = b.subject
WHERE b.violation IN (SELECT violation FROM labels) AND (b.labelled OR $closed)
ORDER BY b.violation, b.kind, b.subject
"""
_LANGUAGES = "SELECT language, count(*) AS n FROM accounts GROUP BY ALL ORDER BY ALL"
_UNSCORED = """
SELECT violation, count(*) AS n FROM findings WHERE violation NOT IN (SELECT violation FROM labels) GROUP BY ALL ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Truth:
    """Judged subjects, accounts by language, and findings on violations that no label speaks of."""

    subjects: pa.Table
    languages: pa.Table
    unscored: pa.Table


def is_closed(labels: pa.Table) -> bool:
    """Say whether what the labels leave out is innocent: only where a generator planted everything and knows it."""
    generated = pc.all(pc.equal(pc.fill_null(labels["source"], ""), "generator"), min_count=0).as_py()
    known = pc.all(pc.equal(pc.fill_null(labels["certainty"], ""), "known"), min_count=0).as_py()
    return bool(labels.num_rows and generated and known)


def join(findings: pa.Table, labels: pa.Table, accounts: pa.Table, *, closed: bool) -> Truth:
    """Return the subjects of labelled violations with their truth and their strongest finding.

    Where `closed`, subjects found but not labelled are innocent rows; otherwise they are left out.
    """
    with connect() as db:
        for name, table in (("findings", findings), ("labels", labels), ("accounts", accounts)):
            db.register(name, table)
        return Truth(
            subjects=db.sql(_SUBJECTS, params={"closed": closed}).to_arrow_table(),
            languages=db.sql(_LANGUAGES).to_arrow_table(),
            unscored=db.sql(_UNSCORED).to_arrow_table(),
        )
