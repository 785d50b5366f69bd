"""Lines of the queue as its pages show them, and a case as its proposal has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from aboveboard.console.telling import lead
from aboveboard.console.views.cases import CaseRow
from aboveboard.deciding.lining import DUE, WEEK
from aboveboard.store.console_tables import CASE_LINES
from aboveboard.store.deciding_tables import CASES
from aboveboard.store.entries import moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES
from aboveboard.store.sealing import unseal_all

__all__ = ["LINED", "STATE", "Known", "known_of", "of_ring", "row_of", "state_of"]

LINED = CASES.join(CASE_LINES, CASE_LINES.c.case_id == CASES.c.case_id)
"""Cases with their lines."""

STATE: sa.ColumnElement[str] = sa.case(
    (sa.and_(CASES.c.status == "open", CASES.c.level == "senior"), "escalated"),
    (CASES.c.status == "hearing", "held"),
    else_=CASES.c.status,
)
"""The state of a case as the queue names it, for the database."""

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Known:
    """A case as its proposal has it: the line of the queue, the language of its account, its ring, and its first finding."""

    row: CaseRow
    language: str
    group: str
    detector: str
    finding: Mapping[str, Any]


def row_of(line: Mapping[Any, Any], by: str = "") -> CaseRow:
    """Return a line of the queue from the columns of `CASES` and `CASE_LINES`."""
    return CaseRow(
        id=line["case_id"], account_id=line["account_id"], name=line["name"], handle=line["handle"], violation=line["violation"], tier=line["tier"],
        score=line["score"], classes=tuple(c for c in line["classes"].split(",") if c), says=line["says"], proposed=line["action"] or "none",
        state=state_of(line), opened_at=moment(line["opened_us"]), due_at=moment(line["due_us"]), size=line["size"], by=by, detector=line["detector"],
    )  # fmt: skip


def of_ring(connection: sa.Connection, ring_id: str, *, decided: bool) -> list[Known]:
    """Return the cases of a ring, open or decided, with their findings."""
    is_decided = CASES.c.status == "decided"
    query = sa.select(CASES).select_from(LINED).where(CASES.c.kind == "proposal", CASE_LINES.c.ring == ring_id)
    rows = [dict(c) for c in connection.execute(query.where(is_decided if decided else ~is_decided)).mappings()]
    found = list[Known]()
    for start in range(0, len(rows), _CHUNK):
        some = {c["proposal"]: c for c in rows[start : start + _CHUNK]}
        said = {e.key or "": e.body for e in read_entries(connection, ENTRIES.c.stream == "proposals", ENTRIES.c.key.in_(some))}  # fmt: skip
        sealed = unseal_all(connection, [str(b["snapshot"]) for b in said.values() if b.get("snapshot")])
        found += [known_of(some[k], b, sealed[b["snapshot"]]) for k, b in said.items() if b.get("snapshot") in sealed]
    return found


def known_of(case: Mapping[str, Any], proposal: Mapping[str, Any], snapshot: Mapping[str, Any]) -> Known:
    """Return the line of a case from its proposal and the snapshot that rests on."""
    finding, account = snapshot["findings"][0], snapshot["account"]
    tier, opened = str(proposal.get("tier") or finding["tier"]), moment(case["opened_us"])
    group = str(finding.get("group") or "")
    row = CaseRow(
        id=case["case_id"], account_id=case["account_id"], name=str(account.get("display_name") or ""), handle=str(account.get("handle") or ""),
        violation=case["violation"], tier=tier, score=case["score"] or finding["score"], classes=tuple(finding.get("classes") or ()), says=lead([finding["says"]])[0],
        proposed=case["action"] or "none", state=state_of(case), opened_at=opened, due_at=opened + DUE.get(tier, WEEK),
        size=len({case["account_id"], *(finding.get("related") or ())}) if group else 1, detector=finding["detector"],
    )  # fmt: skip
    return Known(row, str(account.get("language") or ""), group, finding["detector"], finding)


def state_of(case: Mapping[Any, Any]) -> str:
    """Return the state of a case as the queue names it."""
    if case["status"] == "open" and case["level"] == "senior":
        return "escalated"
    return "held" if case["status"] == "hearing" else case["status"]
