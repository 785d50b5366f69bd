"""What speaks for an account: facts of the world that no detector needs to be asked about."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

import duckdb

__all__ = ["favour"]

_QUERIES: tuple[tuple[str, str, str], ...] = (
    ("accounts", "overturned", "SELECT struct_pack(day := strftime(overturned_at, '%Y-%m-%d')) AS facts FROM accounts WHERE account_id = $me AND overturned_at <= $as_of"),
    ("accounts", "old", """SELECT struct_pack(days := date_diff('day', created_at, $first)) AS facts FROM accounts
        WHERE account_id = $me AND date_diff('day', created_at, $first) >= 365"""),
    ("attestations", "attested", """SELECT struct_pack(kind := kind, provider := coalesce(provider, 'unknown'), until := coalesce(strftime(max(expires_at), '%Y-%m-%d'), '')) AS facts FROM attestations
        WHERE account_id = $me AND result = 'pass' AND ("at" IS NULL OR "at" <= $as_of) AND (expires_at IS NULL OR expires_at > $as_of) GROUP BY kind, provider"""),
    ("credentials", "credential", """SELECT struct_pack(field := field, issuer := coalesce(issuer, 'unknown')) AS facts FROM credentials
        WHERE account_id = $me AND status = 'valid' AND (valid_from IS NULL OR valid_from <= $as_of) AND (valid_until IS NULL OR valid_until > $as_of)"""),
    ("official_accounts", "official", """SELECT struct_pack(org := coalesce(name, org_id)) AS facts FROM official_accounts LEFT JOIN organisations USING (org_id)
        WHERE account_id = $me AND (since IS NULL OR since <= $as_of) AND (until IS NULL OR until > $as_of)"""),
    ("holds", "held", "SELECT struct_pack(kind := kind) AS facts FROM holds WHERE account_id = $me AND (since IS NULL OR since <= $as_of) AND (until IS NULL OR until > $as_of)"),
    ("tokens", "own_tokens", """SELECT struct_pack(kind := kind, own := count(*) FILTER (WHERE users = 1), n := count(*)) AS facts FROM token_users
        WHERE kind IN ('device', 'phone', 'email', 'payment', 'identity') GROUP BY kind HAVING count(*) FILTER (WHERE users = 1) > 0"""),
)  # fmt: skip


def favour(
    connection: duckdb.DuckDBPyConnection, account: str, tables: Collection[str], first: datetime, as_of: datetime
) -> list[dict[str, Any]]:
    """Return what speaks for `account` at `as_of`, each a `kind` and the `facts` of its sentence.

    `connection` and `tables` are as for `timeline`, with who uses its tokens as the table `token_users`; `first` is when the earliest finding begins.
    """
    found: list[dict[str, Any]] = []
    for table, kind, query in _QUERIES:
        if table in tables:
            given = {"me": account, "as_of": as_of, "first": first}
            bound = {name: value for name, value in given.items() if f"${name}" in query}
            text = f"SELECT CAST(to_json(facts) AS VARCHAR) AS facts FROM ({query}) ORDER BY facts"
            rows = connection.execute(text, bound).fetchall()
            found += [{"kind": kind, "facts": json.loads(facts)} for (facts,) in rows]
    return found
