"""Which other accounts one account is tied to, by which token, and how many of all accounts share that token."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import duckdb

__all__ = ["Tie", "ties"]

_TIES = """
WITH own AS (SELECT DISTINCT kind, token FROM tokens WHERE account_id = $me),
shared AS (SELECT kind, token, count(DISTINCT account_id) AS users FROM tokens SEMI JOIN own USING (kind, token) GROUP BY kind, token)
SELECT DISTINCT t.kind, left(t.token, 8) AS token, t.account_id, greatest(s.users, u.users) AS users
FROM tokens AS t JOIN shared AS s USING (kind, token) LEFT JOIN token_users AS u ON u.kind = t.kind AND u.head = left(t.token, 8)
WHERE t.account_id <> $me
ORDER BY users, t.kind, token, t.account_id LIMIT $most
"""


class Tie(NamedTuple):
    """One other account: what kind of token it shares, the token's beginning, and how many accounts of all use that token."""

    kind: str
    token: str
    account_id: str
    users: int


def ties(connection: duckdb.DuckDBPyConnection, account: str, tables: Collection[str], most: int = 40) -> list[Tie]:
    """Return what ties `account` to others, rarest first, at most so many; `connection` and `tables` are as for `timeline`.

    A rarity that was worked out over the whole world (`token_users`) goes before what these rows show.
    """
    if "tokens" not in tables:
        return []
    return [Tie(*row) for row in connection.execute(_TIES, {"me": account, "most": most}).fetchall()]
