"""The order in which a service's accounts signed up: what tells a batch from a busy day."""

from __future__ import annotations

from aboveboard.detector import Derived, Sql

__all__ = ["SIGN_UPS"]

_PLACED = """
SELECT account_id, CAST(floor(epoch(created_at)) AS BIGINT) AS born,
  row_number() OVER (ORDER BY created_at, account_id) AS place, count(*) OVER () AS everyone
FROM accounts
"""

SIGN_UPS = Derived(
    name="sign_ups",
    about="When each account signed up (`born`, seconds), its `place` in the order of all sign-ups, and how many accounts there are (`everyone`).",
    reads={"accounts?": "account_id created_at"},
    steps=(Sql("sign_ups", _PLACED),),
    columns={"account_id": "string", "born": "int", "place": "int", "everyone": "int"},
)
