"""What only the whole world can tell of an account: who else uses its tokens, how large its rings are, what was there to be looked at.

A case is read beside a few rows of the account and of those named with it. From those nobody could say that no other account uses a
device. So a scan works it out for each account that it has something to say of, and a proposal keeps it with its snapshot.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard.app.seeing import see
from aboveboard.embedded import working
from aboveboard.tables import TABLES, Source

__all__ = ["USERS", "see_users", "surroundings", "surroundings_of_scan"]

USERS = pa.schema([("kind", pa.string()), ("head", pa.string()), ("users", pa.int64())])
"""A token of an account: its kind, its beginning, and how many accounts use it."""

_READ = ("tokens", "official_accounts", "organisations")
_HEAD, _MOST = 8, 100
"""Letters of a token that are shown, which tell one account's apart; and how many an account's are kept, the rarest first."""

_TOLD = f"""
WITH held AS (SELECT DISTINCT account_id, kind, token FROM tokens),
own AS (SELECT * FROM held SEMI JOIN whom USING (account_id)),
used AS (SELECT kind, token, count(*) AS users FROM held SEMI JOIN own USING (kind, token) GROUP BY ALL)
SELECT account_id, list({{'kind': kind, 'head': left(token, {_HEAD}), 'users': users}} ORDER BY users, kind, token)[:{_MOST}] AS told
FROM own JOIN used USING (kind, token) GROUP BY account_id
"""

_RINGS = """
WITH said AS (
    SELECT account_id, "group", coalesce(subject_kind, 'account') AS kind, CASE WHEN coalesce(subject_kind, 'account') = 'account' THEN account_id ELSE subject_id END AS subject
    FROM findings WHERE "group" IS NOT NULL
),
sizes AS (SELECT "group", count(DISTINCT (kind, subject)) AS size FROM said GROUP BY ALL)
SELECT DISTINCT account_id, "group", size FROM said SEMI JOIN whom USING (account_id) JOIN sizes USING ("group")
"""

_BODIES = """
SELECT account_id, org_id, min(name) FROM official_accounts SEMI JOIN whom USING (account_id) JOIN organisations USING (org_id)
WHERE name IS NOT NULL GROUP BY ALL ORDER BY ALL
"""


def surroundings(
    connection: duckdb.DuckDBPyConnection,
    tables: Collection[str],
    findings: pa.Table,
    whom: Sequence[str],
    ran: Collection[str],
) -> dict[str, dict[str, Any]]:
    """Return for each account of `whom` what the whole world says of it, as JSON can hold it.

    `connection` sees the world's tables, `tables` names those that have rows; `findings` (`core.FINDINGS`) are all of the scan's, `ran` the detectors
    that could look. `tokens` lists kind, beginning and number of users of each of its tokens, `rings` the size of each of its rings, `tables` what was
    there to be looked at, `quiet` how many detectors found nothing about it, and `bodies` the names of the organisations whose official account it is.
    """
    connection.register("whom", pa.table({"account_id": pa.array(whom, pa.string())}))
    connection.register("findings", findings)
    tokens = dict(connection.sql(_TOLD).fetchall()) if "tokens" in tables else {}
    rings: dict[str, dict[str, int]] = {}
    for account, group, size in connection.sql(_RINGS).fetchall():
        rings.setdefault(account, {})[group] = size
    bodies: dict[str, dict[str, str]] = {}
    for account, body, name in connection.sql(_BODIES).fetchall():
        bodies.setdefault(account, {})[body] = name
    spoke: dict[str, set[str]] = {}
    for account, detector in zip(*(findings[n].to_pylist() for n in ("account_id", "detector")), strict=True):
        spoke.setdefault(account, set()).add(detector)
    there, able = sorted(tables), set(ran)
    return {
        a: {
            "tables": there,
            "quiet": len(able - spoke.get(a, set())),
            "tokens": [[t["kind"], t["head"], t["users"]] for t in tokens.get(a, ())],
            "rings": rings.get(a, {}),
            "bodies": bodies.get(a, {}),
        }
        for a in whom
    }


def surroundings_of_scan(world: Path, findings: pa.Table, ran: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return the same for every account that a scan of the folder `world`, in the contract's own columns, has a finding about."""
    files = {f.stem: f for f in sorted(world.glob("*.parquet")) if f.stem in TABLES}
    heads = {name: pq.read_metadata(file) for name, file in files.items()}
    sources = {
        n: Source(h.num_rows, frozenset(h.schema.to_arrow_schema().names), files=(files[n],)) for n, h in heads.items()
    }
    whom = sorted(set(findings["account_id"].drop_null().to_pylist()))
    with working(max((s.rows for s in sources.values()), default=0)) as connection:
        for name in _READ:
            _ = see(connection, name, TABLES[name].schema.empty_table(), sources.get(name))
        return surroundings(connection, [n for n, s in sources.items() if s.rows], findings, whom, ran)


def see_users(connection: duckdb.DuckDBPyConnection, around: Mapping[str, Any]) -> None:
    """Show who uses an account's tokens as the table `token_users`; empty where nobody worked it out."""
    rows = [dict(zip(USERS.names, row, strict=True)) for row in around.get("tokens", ())]
    connection.register("token_users", pa.Table.from_pylist(rows, schema=USERS))
