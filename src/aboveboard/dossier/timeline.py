"""What happened to one account, in the order of time, from every table of the contract.

Much that is alike, such as likes or sessions, is told a day at a time. A table that has no sentence of its own yet is told row by
row, so that nothing a world holds of an account is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

import duckdb

from aboveboard.tables import TABLES, Table

__all__ = ["EVENT", "MILESTONE", "timeline"]

EVENT = ("at", "until", "kind", "facts", "weight", "table")
"""`at` and `until` are microseconds since 1970, UTC (`until` may be null); `kind` chooses the sentence that `facts` fill; `weight` is 3
for a milestone, 2 for a single act, 1 for a day's sum."""

MILESTONE, _SINGLE, _DAILY = 3, 2, 1

_QUOTED = 200
"""Characters of a text that are quoted."""

_MONTHS = "date_trunc('month', day)"

_QUERIES: tuple[tuple[str, str, int, str], ...] = (
    ("accounts", "signed_up", MILESTONE, "SELECT created_at AS began, NULL::TIMESTAMPTZ AS ended, struct_pack(handle := handle) AS facts FROM accounts WHERE account_id = $me"),
    ("accounts", "closed", MILESTONE, """SELECT closed_at AS began, barred_until AS ended, struct_pack(ground := coalesce(closed_ground, 'unknown'), violation := coalesce(closed_for, 'unknown'),
        root := coalesce(closed_root, '')) AS facts FROM accounts WHERE account_id = $me AND closed_at IS NOT NULL"""),
    ("accounts", "overturned", MILESTONE, "SELECT overturned_at AS began, NULL::TIMESTAMPTZ AS ended, struct_pack(handle := handle) AS facts FROM accounts WHERE account_id = $me"),
    ("accounts", "last_active", MILESTONE, "SELECT last_active_at AS began, NULL::TIMESTAMPTZ AS ended, struct_pack(handle := handle) AS facts FROM accounts WHERE account_id = $me"),
    ("profile_changes", "changed", MILESTONE, "SELECT \"at\" AS began, NULL::TIMESTAMPTZ AS ended, struct_pack(field := field, old := coalesce(old, ''), new := coalesce(new, '')) AS facts FROM profile_changes WHERE account_id = $me"),
    ("tokens", "token", _SINGLE, """SELECT min(t.first_seen_at) AS began, max(t.last_seen_at) AS ended, struct_pack(kind := t.kind, token := left(t.token, 8), others := max(u.users) - 1) AS facts
        FROM tokens AS t LEFT JOIN token_users AS u ON u.kind = t.kind AND u.head = left(t.token, 8) WHERE t.account_id = $me GROUP BY t.kind, t.token"""),
    ("follows", "followed", _DAILY, "SELECT min(\"at\") AS began, max(\"at\") AS ended, struct_pack(n := count(*)) AS facts FROM follows WHERE follower_id = $me GROUP BY date_trunc('day', \"at\")"),
    ("follows", "unfollowed", _DAILY, "SELECT min(ended_at) AS began, max(ended_at) AS ended, struct_pack(n := count(*)) AS facts FROM follows WHERE follower_id = $me GROUP BY date_trunc('day', ended_at)"),
    ("follows", "gained", _DAILY, "SELECT min(\"at\") AS began, max(\"at\") AS ended, struct_pack(n := count(*)) AS facts FROM follows WHERE target_id = $me GROUP BY date_trunc('day', \"at\")"),
    ("follows", "lost", _DAILY, "SELECT min(ended_at) AS began, max(ended_at) AS ended, struct_pack(n := count(*)) AS facts FROM follows WHERE target_id = $me GROUP BY date_trunc('day', ended_at)"),
    ("audience", "audience", _DAILY, f"""SELECT min(day)::TIMESTAMPTZ AS began, max(day)::TIMESTAMPTZ AS ended, struct_pack(gained := coalesce(sum(gained), 0)::BIGINT, lost := coalesce(sum(lost), 0)::BIGINT,
        views := coalesce(sum(views), 0)::BIGINT) AS facts FROM audience WHERE account_id = $me GROUP BY {_MONTHS}"""),
    ("activity", "counted", _SINGLE, "SELECT since AS began, until AS ended, struct_pack(verb := verb, n := count) AS facts FROM activity WHERE account_id = $me"),
    ("posts", "posted", _SINGLE, f"""SELECT min("at") AS began, max("at") AS ended, struct_pack(n := count(*), kind := coalesce(kind, 'post'),
        text := left(coalesce(arg_min(coalesce(nullif(title, ''), text), post_id), ''), {_QUOTED})) AS facts FROM posts WHERE account_id = $me GROUP BY date_trunc('day', "at"), coalesce(kind, 'post')"""),
    ("posts", "removed", _SINGLE, "SELECT min(removed_at) AS began, max(removed_at) AS ended, struct_pack(n := count(*)) AS facts FROM posts WHERE account_id = $me GROUP BY date_trunc('day', removed_at)"),
    ("posts", "answered", _DAILY, "SELECT min(\"at\") AS began, max(\"at\") AS ended, struct_pack(n := count(*), accounts := count(DISTINCT account_id)) AS facts FROM posts WHERE target_id = $me GROUP BY date_trunc('day', \"at\")"),
    ("actions", "acted", _DAILY, "SELECT min(\"at\") AS began, max(\"at\") AS ended, struct_pack(verb := verb, n := count(*), objects := count(DISTINCT object_id)) AS facts FROM actions WHERE account_id = $me GROUP BY verb, date_trunc('day', \"at\")"),
    ("actions", "received", _DAILY, "SELECT min(\"at\") AS began, max(\"at\") AS ended, struct_pack(verb := verb, n := count(*), accounts := count(DISTINCT account_id)) AS facts FROM actions WHERE target_account_id = $me GROUP BY verb, date_trunc('day', \"at\")"),
    ("sessions", "sessions", _DAILY, """SELECT min(started_at) AS began, max(coalesce(ended_at, started_at)) AS ended, struct_pack(n := count(*), devices := count(DISTINCT device_token),
        networks := count(DISTINCT network_token), regions := coalesce(string_agg(DISTINCT region, ', ' ORDER BY region), '')) AS facts FROM sessions WHERE account_id = $me GROUP BY date_trunc('day', started_at)"""),
    ("official_accounts", "official", MILESTONE, "SELECT since AS began, until AS ended, struct_pack(org := coalesce(name, org_id)) AS facts FROM official_accounts LEFT JOIN organisations USING (org_id) WHERE account_id = $me"),
    ("holders", "holder", MILESTONE, """SELECT h.since AS began, h.until AS ended, struct_pack(holder := holder, org := coalesce(name, org_id)) AS facts FROM holders AS h LEFT JOIN organisations USING (org_id)
        WHERE org_id IN (SELECT org_id FROM official_accounts WHERE account_id = $me)"""),
    ("credentials", "credential", MILESTONE, "SELECT valid_from AS began, valid_until AS ended, struct_pack(field := field, issuer := coalesce(issuer, 'unknown'), status := coalesce(status, 'unknown')) AS facts FROM credentials WHERE account_id = $me"),
    ("attestations", "attestation", MILESTONE, "SELECT \"at\" AS began, expires_at AS ended, struct_pack(kind := kind, result := coalesce(result, 'none'), band := coalesce(age_band, 'unknown'), provider := coalesce(provider, 'unknown')) AS facts FROM attestations WHERE account_id = $me"),
    ("holds", "hold", MILESTONE, "SELECT since AS began, until AS ended, struct_pack(kind := kind) AS facts FROM holds WHERE account_id = $me"),
    ("warnings", "warned", MILESTONE, 'SELECT "at" AS began, mend_by AS ended, struct_pack(violation, withdrawn := withdrawn_at IS NOT NULL) AS facts FROM warnings WHERE account_id = $me'),
    ("ratings", "rated", _SINGLE, "SELECT p.\"at\" AS began, NULL::TIMESTAMPTZ AS ended, struct_pack(violation := r.violation, score := round(r.score, 2), model := coalesce(model, 'unknown')) AS facts FROM ratings AS r JOIN posts AS p USING (post_id) WHERE p.account_id = $me"),
    ("grants", "granted", MILESTONE, "SELECT \"at\" AS began, ended_at AS ended, struct_pack(app := app, purpose := coalesce(purpose, 'unknown')) AS facts FROM grants WHERE account_id = $me"),
)  # fmt: skip

_TOLD = frozenset(table for table, *_ in _QUERIES) | {"labels", "notices", "organisations", "protected_terms", "topics"}
"""Tables with sentences of their own, and those that say nothing of one account; labels are the truth, which nobody judged sees."""

_ALL = """
SELECT epoch_us(began) AS "at", epoch_us(ended) AS until, '{kind}' AS kind, CAST(to_json(facts) AS VARCHAR) AS facts, {weight} AS weight, '{table}' AS "table"
FROM ({query}) WHERE began IS NOT NULL OR ended IS NOT NULL
"""


_NEEDED = {
    "closed": "closed_at", "overturned": "overturned_at", "unfollowed": "ended_at", "lost": "ended_at", "removed": "removed_at", "answered": "target_id",
    "received": "target_account_id",
}  # fmt: skip
"""The column without which a query has no rows: planning it takes as long as any other, so it is left out where the input lacks that column."""


def timeline(
    connection: duckdb.DuckDBPyConnection, account: str, tables: Collection[str], has: Callable[[str, str], bool] = lambda _table, _column: True
) -> list[dict[str, Any]]:  # fmt: skip
    """Return the events of `account` (`EVENT`), earliest first; what has no beginning comes first of all.

    `connection` shows every table of the contract by its name, and how many use each of its tokens as `token_users`; `tables` are those that have rows; `has` says whether a table has a column.
    """
    queries = [
        _ALL.format(kind=kind, weight=weight, table=table, query=query)
        for table, kind, weight, query in (*_QUERIES, *_others(tables))
        if table in tables and (kind not in _NEEDED or has(table, _NEEDED[kind]))
    ]
    if not queries:
        return []
    made = connection.sql(" UNION ALL ".join(queries), params={"me": account}).to_arrow_table()
    return sorted(map(_event, made.to_pylist()), key=_place)


def _event(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "facts": json.loads(row["facts"])}


def _place(event: Mapping[str, Any]) -> tuple[int, int, str, str]:
    at = event["at"] if event["at"] is not None else -(1 << 62)
    return at, -event["weight"], event["kind"], json.dumps(event["facts"], sort_keys=True)


def _others(tables: Collection[str]) -> list[tuple[str, str, int, str]]:
    """Return a query for each further table that speaks of accounts and has a time."""
    found: list[tuple[str, str, int, str]] = []
    for name in sorted(set(tables) - _TOLD):
        query = _any(TABLES[name])
        found += [(name, "row", _SINGLE, query)] if query else []
    return found


def _any(table: Table) -> str:
    types = {c.name: c for c in table.columns}
    times = [n for n, c in types.items() if c.type in {"time", "date"} and not c.plan]
    if "account_id" not in types or not times:
        return ""
    plans = [n for n, c in types.items() if c.type in {"time", "date"} and n != times[0]]
    rest = [n for n in types if n not in {"account_id", times[0], *plans[:1]}]
    parts = ", ".join(f"'{n} ' || CAST(\"{n}\" AS VARCHAR)" for n in rest) or "''"
    until = f'CAST("{plans[0]}" AS TIMESTAMPTZ)' if plans else "NULL::TIMESTAMPTZ"
    return (
        f'SELECT CAST("{times[0]}" AS TIMESTAMPTZ) AS began, {until} AS ended, '
        f"struct_pack(\"table\" := '{table.name}', text := left(concat_ws(' · ', {parts}), {_QUOTED})) AS facts "
        f"FROM {table.name} WHERE account_id = $me"
    )
