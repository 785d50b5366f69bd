"""Tokens that a barred account and another account both used: devices, networks, contacts, payments, identities."""

from __future__ import annotations

from aboveboard.derived.closures import BARRED
from aboveboard.detector import Derived, Param, Sql

__all__ = ["TIES"]

_HELD = (
    "SELECT DISTINCT kind, token FROM tokens JOIN (SELECT closed_id AS account_id FROM barred) AS b USING (account_id)"
)

_HOLDERS = """
SELECT kind, token, account_id, min(first_seen_at) AS first_at, max(last_seen_at) AS last_at
FROM tokens JOIN held USING (kind, token) GROUP BY kind, token, account_id
"""

_TIES = """
SELECT n.account_id, closed_id, kind, token, s.holders, n.first_at AS taken_at, b.closed_at,
  date_diff('day', c.last_at, n.first_at) AS idle_days
FROM barred AS b JOIN (SELECT account_id AS closed_id, kind, token, last_at FROM holders) AS c USING (closed_id) JOIN (
  SELECT kind, token, count(*) AS holders FROM holders GROUP BY kind, token HAVING count(*) <= $crowd
) AS s USING (kind, token) JOIN holders AS n USING (kind, token)
"""

TIES = Derived(
    name="ties",
    about=(
        "One row a token that a barred account and another account used: how many accounts used it (`holders`), since when "
        "the other did (`taken_at`), and how long nobody had (`idle_days`). A token on more accounts than `crowd` is a place."
    ),
    reads={"barred": "closed_id closed_at", "tokens": "account_id kind token first_seen_at? last_seen_at?"},
    derives=(BARRED,),
    params={"crowd": Param(20, "accounts", 2, 10_000, "a token on more accounts is a campus, a café or a carrier")},
    steps=(Sql("held", _HELD), Sql("holders", _HOLDERS), Sql("ties", _TIES)),
    columns={
        "account_id": "string", "closed_id": "string", "kind": "string", "token": "string", "holders": "int",
        "taken_at": "time", "closed_at": "time", "idle_days": "int",
    },
)  # fmt: skip
