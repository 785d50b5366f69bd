"""When each account last posted or acted: read once for all who ask whether it lives."""

from __future__ import annotations

from aboveboard.detector import Derived, Sql

__all__ = ["LAST_ACTS"]

_LAST = """
SELECT account_id, max(at) AS at FROM (
  SELECT account_id, at FROM posts UNION ALL SELECT account_id, at FROM actions
) AS seen WHERE at <= $as_of GROUP BY account_id
"""

LAST_ACTS = Derived(
    name="last_acts",
    about="When each account that posts or acts last did so (`at`).",
    reads={"posts?": "account_id at", "actions?": "account_id at"},
    steps=(Sql("last_acts", _LAST),),
    columns={"account_id": "string", "at": "time"},
)
