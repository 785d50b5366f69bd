"""Two sets of decisions side by side: whose would change, from what to what, by which rule."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from aboveboard.core import ACTIONS

__all__ = ["counts", "diff"]

# A topic or an object has no account, so the place among equals stands in for one.
_PLACED = """
SELECT *, row_number() OVER (PARTITION BY account_id, violation, scope ORDER BY finding_ids, decision_id) AS place FROM {table}
"""
_DIFF = f"""
WITH one AS ({_PLACED.format(table="before")}), two AS ({_PLACED.format(table="after")})
SELECT coalesce(one.account_id, two.account_id) AS account_id, coalesce(one.violation, two.violation) AS violation,
    one.action AS before_action, two.action AS after_action, one.review AS before_review, two.review AS after_review,
    one.expires_at AS before_expires_at, two.expires_at AS after_expires_at, one.rule AS before_rule, two.rule AS after_rule,
    coalesce(one.scope, two.scope) AS scope, coalesce(two.tier, one.tier) AS tier, coalesce(two.score, one.score) AS score, coalesce(two.why, one.why) AS why
FROM one FULL JOIN two ON one.account_id IS NOT DISTINCT FROM two.account_id
    AND one.violation = two.violation AND one.scope IS NOT DISTINCT FROM two.scope AND one.place = two.place
WHERE (one.action, one.review, one.expires_at) IS DISTINCT FROM (two.action, two.review, two.expires_at)
    OR one.decision_id IS NULL OR two.decision_id IS NULL
ORDER BY account_id NULLS LAST, violation, scope NULLS FIRST, coalesce(one.place, two.place)
"""
_COUNTS = """
SELECT action, count(*) FILTER (NOT review) AS proposed, count(*) FILTER (review) AS for_review
FROM decisions GROUP BY action
"""

_time = pa.timestamp("us", tz="UTC")
_CHANGES = pa.schema(
    [
        ("account_id", pa.string()),
        ("violation", pa.string()),
        ("before_action", pa.string()),
        ("after_action", pa.string()),
        ("before_review", pa.bool_()),
        ("after_review", pa.bool_()),
        ("before_expires_at", _time),
        ("after_expires_at", _time),
        ("before_rule", pa.string()),
        ("after_rule", pa.string()),
        ("scope", pa.string()),
        ("tier", pa.string()),
        ("score", pa.float64()),
        ("why", pa.string()),
    ]
)


def diff(before: pa.Table, after: pa.Table) -> pa.Table:
    """Return one row for each decision (account, violation, scope) whose action, review or end differs between two tables in `core.DECISIONS`.

    A side that has no such decision is null. Sorted by account and violation.
    """
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.register("before", before)
        connection.register("after", after)
        return connection.sql(_DIFF).to_arrow_table().cast(_CHANGES)


def counts(decisions: pa.Table) -> pa.Table:
    """Return `action`, `proposed` and `for_review`: how many decisions there are of each action, mildest first."""
    with duckdb.connect() as connection:
        connection.register("decisions", decisions)
        found = {r["action"]: r for r in connection.sql(_COUNTS).to_arrow_table().to_pylist()}
    rows = [found.get(a, {"action": a, "proposed": 0, "for_review": 0}) for a in ACTIONS]
    return pa.Table.from_pylist(
        rows, pa.schema([("action", pa.string()), ("proposed", pa.int64()), ("for_review", pa.int64())])
    )
