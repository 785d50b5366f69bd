"""Lines of the queue: what a case is about, written once from the snapshot of its proposal, so that queues are asked of the database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from aboveboard.store.console_tables import CASE_LINES
from aboveboard.store.deciding_tables import CASES
from aboveboard.store.inserting import insert_into
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES
from aboveboard.store.sealing import unseal_all

__all__ = ["DUE", "WEEK", "lacks_lines", "line_up"]

DUE = {"likely": timedelta(days=1), "possible": timedelta(days=3), "inconclusive": timedelta(days=7)}
"""How long a case may wait, by how sure the finding is; anything else waits a week."""
WEEK = timedelta(days=7)

_CHUNK = 400
_BITS = "; bits of evidence"
_US = timedelta(microseconds=1)
_LACKING = (
    sa.select(CASES)
    .join(CASE_LINES, CASE_LINES.c.case_id == CASES.c.case_id, isouter=True)
    .where(CASES.c.kind != "appeal", CASES.c.status != "decided", CASE_LINES.c.case_id.is_(None))
)


def lacks_lines(connection: sa.Connection) -> bool:
    """Say whether an open case has no line yet."""
    return connection.execute(_LACKING.with_only_columns(CASES.c.case_id).limit(1)).first() is not None


def line_up(connection: sa.Connection) -> int:
    """Write the line of every open case that has none, and return how many that were. What was erased has a line that says so."""
    many = 0
    while some := [dict(c) for c in connection.execute(_LACKING.limit(_CHUNK)).mappings()]:
        wanted = sorted({c["proposal"] for c in some})
        of = (ENTRIES.c.stream == "proposals", ENTRIES.c.key.in_(wanted))
        said = {e.key: e.body for e in read_entries(connection, *of)}
        sealed = unseal_all(connection, [d for b in said.values() if (d := str(b.get("snapshot") or ""))])
        rows = [_line(c, said.get(c["proposal"], {}), sealed) for c in some]
        connection.execute(insert_into(connection, CASE_LINES).on_conflict_do_nothing(), rows)
        many += len(rows)
    return many


def _line(case: Mapping[str, Any], proposal: Mapping[str, Any], sealed: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:  # fmt: skip
    blank = {c.name: c.default.arg for c in CASE_LINES.columns if c.default is not None}  # pyright: ignore[reportAttributeAccessIssue]  # plain defaults only
    whose = {**blank, "case_id": case["case_id"], "account_id": case["account_id"]}
    snapshot = sealed.get(str(proposal.get("snapshot") or ""))
    if snapshot is None or not snapshot["findings"]:
        return {**whose, "erased": 1}
    finding, account = snapshot["findings"][0], snapshot["account"]
    tier, says = str(proposal.get("tier") or finding["tier"]), _lead(str(finding["says"]))
    name, handle, ring = (str(v or "") for v in (account.get("display_name"), account.get("handle"), finding.get("group")))  # fmt: skip
    return {
        **whose, "tier": tier, "language": str(account.get("language") or ""), "ring": ring, "detector": finding["detector"],
        "classes": "".join(f",{c}" for c in finding.get("classes") or ()) + ",", "name": name, "handle": handle, "says": says,
        "search": f"{name} {handle} {case['account_id']} {case['case_id']} {says}".casefold(), "due_us": case["opened_us"] + DUE.get(tier, WEEK) // _US,
        "size": len({case["account_id"], *(finding.get("related") or ())}) if ring else 1, "first_us": finding.get("first_at") or 0,
        "score": case["score"] or finding["score"],
    }  # fmt: skip


def _lead(says: str) -> str:
    """Return a sentence without the weights at its end."""
    head, found, _ = says.partition(_BITS)
    return head + "." * bool(found)
