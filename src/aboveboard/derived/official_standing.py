"""Which accounts stand as an organisation's own at the as-of time: by the register, or by a badge where it is silent."""

from __future__ import annotations

from aboveboard.detector import Derived, Sql

__all__ = ["OFFICIAL_NOW"]

_NOW = """
SELECT org_id, account_id, min(since) AS since, max(listed) AS listed FROM (
  SELECT org_id, account_id, since, 1 AS listed FROM official_accounts
  WHERE coalesce(since <= $as_of, true) AND coalesce(until > $as_of, true)
  UNION ALL
  SELECT g.org_id, a.account_id, CAST(NULL AS TIMESTAMPTZ) AS since, 0 AS listed FROM accounts AS a
  JOIN organisations AS g ON g.org_id = a.verified_org_id LEFT JOIN official_accounts AS o ON o.account_id = a.account_id
  WHERE o.account_id IS NULL
) AS o GROUP BY org_id, account_id
"""

OFFICIAL_NOW = Derived(
    name="official_now",
    about=(
        "Every account that stands as an organisation's own now: `listed` is 1 where the register says so and 0 where only the "
        "platform's badge does. A badge counts only for an account the register does not know."
    ),
    reads={
        "accounts": "account_id verified_org_id?",
        "organisations": "org_id",
        "official_accounts?": "org_id account_id since? until?",
    },
    steps=(Sql("official_now", _NOW),),
    columns={"org_id": "string", "account_id": "string", "since": "time", "listed": "int"},
)
