"""What each account's credentials come to in each professional field: valid now, or why not."""

from __future__ import annotations

from aboveboard.detector import Derived, Sql

__all__ = ["CREDENTIALS_HELD"]

_READ = """
SELECT account_id, field, coalesce(status, 'valid') AS status, valid_from, valid_until,
  coalesce(status, 'valid') = 'valid' AND coalesce(valid_from <= $as_of, true) AND coalesce(valid_until > $as_of, true) AS now
FROM credentials
"""

_HELD = """
SELECT account_id, field, max(now) AS valid,
  CASE WHEN max(status = 'revoked') THEN 'was revoked' WHEN max(status = 'unverified') THEN 'was never verified'
    ELSE concat('covers ', coalesce(substring(CAST(min(valid_from) AS VARCHAR), 1, 10), 'the past'), ' to ',
      coalesce(substring(CAST(max(valid_until) AS VARCHAR), 1, 10), 'no end'), ' only') END AS state
FROM read GROUP BY account_id, field
"""

CREDENTIALS_HELD = Derived(
    name="credentials_held",
    about="Each account's credentials by field: whether one is valid now, and otherwise what became of them. No status counts as valid.",
    reads={"credentials": "account_id field valid_from? valid_until? status?"},
    steps=(Sql("read", _READ), Sql("held", _HELD)),
    columns={"account_id": "string", "field": "string", "valid": "bool", "state": "string"},
)
