"""Findings gathered into what one decision is about: an account and a violation, with every input a rule may read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import pyarrow as pa

from aboveboard.core import CLASSES, FINDINGS, TIERS
from aboveboard.embedded import working
from aboveboard.errors import InputError
from aboveboard.policy.inputs import INPUTS, InputType
from aboveboard.tables import TABLES

__all__ = ["FACTS", "SCHEMA", "gathered"]

_ARROW: dict[InputType, pa.DataType] = {
    "string": pa.string(),
    "strings": pa.list_(pa.string()),
    "int": pa.int64(),
    "double": pa.float64(),
    "bool": pa.bool_(),
}

SCHEMA = pa.schema(
    [
        ("account_id", pa.string()),
        ("finding_ids", pa.list_(pa.string())),
        ("scope", pa.string()),
        *((n, _ARROW[i.type]) for n, i in INPUTS.items()),
    ]
)
"""One row a decision: whom it is about and which part of the account, the findings behind it, and the inputs."""

FACTS = (
    "account_id",
    "kind",
    "status",
    "created_at",
    "last_active_at",
    "verified_org_id",
    "followers",
    "following",
    "posts",
)
"""What a decision asks of an account."""

_ELSEWHERE = pa.schema([("group", pa.string()), ("size", pa.int64())])
_RANK = " ".join(f"WHEN '{t}' THEN {n}" for n, t in enumerate(TIERS))
_MASK = " + ".join(f"CASE WHEN list_contains(classes, '{c}') THEN {1 << n} ELSE 0 END" for n, c in enumerate(CLASSES))
_CLASSES = ", ".join(f"CASE WHEN mask & {1 << n} > 0 THEN '{c}' END" for n, c in enumerate(CLASSES))

_GATHER = f"""
WITH said AS (
    SELECT *, coalesce(subject_kind, 'account') AS kind,
        CASE WHEN coalesce(subject_kind, 'account') = 'account' THEN account_id ELSE subject_id END AS subject,
        CASE tier {_RANK} ELSE {len(TIERS) - 1} END AS rank,
        coalesce(score, 0.0) AS height,
        {_MASK} AS mask
    FROM findings
),
rings AS (
    SELECT "group", count(DISTINCT (kind, subject)) + coalesce(any_value(elsewhere.size), 0) AS size FROM said LEFT JOIN elsewhere USING ("group")
    WHERE "group" IS NOT NULL GROUP BY ALL
),
about AS (
    SELECT violation, kind AS subject_kind, subject, scope, max(last_at) AS ends,
        CASE WHEN count(account_id) = count(*) AND min(account_id) = max(account_id) THEN min(account_id) END AS account_id,
        list(finding_id ORDER BY finding_id) AS finding_ids,
        min(rank) AS rank, max(height) AS score, bit_or(mask) AS mask,
        min({{'low': -height, 'name': detector}}).name AS detector,
        list_sort(list(DISTINCT detector)) AS detectors,
        count(*) AS findings, coalesce(max(rings.size), 0) AS ring_size
    FROM said LEFT JOIN rings USING ("group")
    GROUP BY ALL
),
shaped AS (
    SELECT *, list_filter([{_CLASSES}], lambda c: c IS NOT NULL) AS classes, bit_count(mask) AS class_count,
        {list(TIERS)}[rank + 1] AS tier
    FROM about
),
known AS (
    SELECT account_id, coalesce(kind, 'unknown') AS account_kind, coalesce(status, 'unknown') AS account_status,
        coalesce(verified_org_id, '') <> '' AS verified,
        floor((epoch($as_of) - epoch(created_at)) / 86400) AS age, floor((epoch($as_of) - epoch(last_active_at)) / 86400) AS idle,
        followers, following, posts
    FROM accounts
),
asked AS (
    SELECT account_id, count(DISTINCT "at") AS challenges FROM attestations
    WHERE kind IN ('real_name', 'age', 'guardian') AND "at" <= $as_of AND "at" > $as_of - INTERVAL 30 DAY GROUP BY account_id
)
SELECT shaped.*, coalesce(challenges, 0) AS challenges, coalesce(account_kind, 'unknown') AS account_kind, coalesce(account_status, 'unknown') AS account_status,
    coalesce(verified, false) AS verified,
    CASE WHEN age >= 0 THEN age END AS account_age_days, CASE WHEN idle >= 0 THEN idle END AS idle_days,
    followers, following, posts, CASE WHEN ends > $as_of THEN floor((epoch(ends) - epoch($as_of)) / 86400) END AS days_left
FROM shaped LEFT JOIN known USING (account_id) LEFT JOIN asked USING (account_id)
ORDER BY account_id NULLS LAST, violation, subject_kind, subject, scope NULLS FIRST
"""


def gathered(
    findings: pa.Table,
    accounts: pa.Table,
    as_of: datetime,
    attestations: pa.Table | None = None,
    elsewhere: Mapping[str, int] | None = None,
) -> pa.Table:
    """Return one row an account, violation and scope, in `SCHEMA`, sorted by account, violation, subject and scope.

    `attestations`, in the contract's schema, tells how often each account was challenged; without it nobody was. `elsewhere` says how many more
    a group has whose findings are not among these.

    A finding about a topic or an object is gathered by its subject; `account_id` is then the one account all findings
    name, or null. Raises `InputError` on a naive `as_of` or a table without its columns.
    """
    if as_of.tzinfo is None:
        raise InputError(f"as_of {as_of.isoformat()} has no time zone")
    with working(max(findings.num_rows, accounts.num_rows)) as connection:
        connection.register("findings", _shaped(findings, FINDINGS, "findings", FINDINGS.names))
        facts = pa.schema([TABLES["accounts"].schema.field(n) for n in FACTS])
        connection.register("accounts", _shaped(accounts, facts, "accounts", ["account_id"]))
        asked = TABLES["attestations"].schema
        connection.register(
            "attestations",
            asked.empty_table() if attestations is None else _shaped(attestations, asked, "attestations", []),
        )
        more = elsewhere or {}
        connection.register("elsewhere", pa.table([list(more), list(more.values())], schema=_ELSEWHERE))
        found = connection.sql(_GATHER, params={"as_of": as_of}).to_arrow_table()
    return found.select(SCHEMA.names).cast(SCHEMA)


def _shaped(table: pa.Table, schema: pa.Schema, name: str, must: list[str]) -> pa.Table:
    """Return `table` with exactly the schema's columns; those it may lack are null."""
    missing = [c for c in must if c not in table.column_names]
    if missing:
        raise InputError(f"{name}: missing column {', '.join(missing)}")
    columns = [
        table[f.name].cast(f.type) if f.name in table.column_names else pa.nulls(len(table), f.type) for f in schema
    ]
    return pa.table(columns, schema=schema)
