"""Looking at personal data: only with a purpose and a case, for a quarter of an hour, and every look is in the ledger for peers to see."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from aboveboard.errors import CaseError
from aboveboard.store import Entry, Ledger, New
from aboveboard.store.aliases import known_as
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, ITS_STREAM, METADATA

__all__ = ["LASTS", "PURPOSES", "READS", "Grant", "Seen", "grant", "reveal", "seen"]

READS = "reads"
"""The stream of who was allowed to look at whom, and who looked."""

LASTS = timedelta(minutes=15)
"""How long a grant holds."""

PURPOSES: Mapping[str, str] = {
    "case": "to decide the case",
    "appeal": "to answer an appeal",
    "safety": "somebody may be hurt",
    "legal": "a court or an authority asked",
    "holder": "the holder asked about their own account",
}
"""What personal data may be looked at for."""

_MOST = 200


class Grant(NamedTuple):
    """Leave for one person to look at one account until `until`; `known` says whether such a case about it was there."""

    id: str
    account: str
    by: str
    purpose: str
    case: str
    until: datetime
    known: bool


class Seen(NamedTuple):
    """One look: who, when, why. Nothing of what was shown."""

    at: datetime
    by: str
    purpose: str
    case: str
    known: bool
    rows: int


def grant(
    connection: sa.Connection, ledger: Ledger, account: str, by: str, at: datetime, *, purpose: str, case: str,
    lasts: timedelta = LASTS, metadata: sa.MetaData = METADATA,
) -> Grant:  # fmt: skip
    """Let a person look at an account, and write it down. Raises `CaseError` without a purpose of the list or without a case.

    A case that is not there, or is about somebody else, is no reason to refuse: it may lie in another system. It is written down as such,
    and the auditor is shown it.
    """
    if purpose not in PURPOSES:
        raise CaseError(f"personal data is looked at for a purpose: {', '.join(PURPOSES)}")
    if not case.strip():
        raise CaseError("personal data is looked at for a case; name it")
    made = Grant(
        f"rvl_{secrets.token_hex(13)}",
        account,
        by,
        purpose,
        case,
        at + min(lasts, LASTS),
        _known(connection, metadata, account, case),
    )
    body = {
        "by": by,
        "purpose": purpose,
        "case": case,
        "known": made.known,
        "until_us": microseconds(made.until),
        "id": made.id,
    }
    ledger.within(connection, READS, [New("reveal_granted", account, body, made.id)], at)
    return made


def _known(connection: sa.Connection, metadata: sa.MetaData, account: str, case: str) -> bool:
    table = metadata.tables.get("cases")
    if table is None:
        return False
    query = sa.select(sa.func.count()).where(table.c.case_id == case, table.c.account_id == account)
    return bool(connection.execute(query).scalar_one())


def reveal(
    connection: sa.Connection, ledger: Ledger, granted: str, by: str, at: datetime, *, metadata: sa.MetaData = METADATA
) -> list[dict[str, Any]]:
    """Return the newest rows that the platform handed in about the account, and write down that they were looked at.

    Raises `CaseError` where there is no such grant, it is somebody else's, or its time is over.
    """
    entry = next(read_entries(connection, ENTRIES.c.stream == READS, ENTRIES.c.key == granted), None)
    if entry is None or entry.kind != "reveal_granted" or entry.body["by"] != by:
        raise CaseError("there is no such leave of yours to look at personal data")
    if moment(entry.body["until_us"]) <= at:
        raise CaseError("the leave to look at personal data is over; ask again")
    rows = _rows(connection, metadata, entry.subject)
    told = {k: entry.body[k] for k in ("by", "purpose", "case", "known")}
    ledger.within(
        connection, READS, [New("revealed", entry.subject, {**told, "grant": granted, "rows": len(rows)})], at
    )
    return rows


def _rows(connection: sa.Connection, metadata: sa.MetaData, account: str) -> list[dict[str, Any]]:
    table = metadata.tables["facts"]
    query = (
        sa.select(table.c.source, table.c.body)
        .where(table.c.account_id == account)
        .order_by(table.c.at_us.desc(), table.c.id)
    )
    return [{"table": r.source, "row": json.loads(r.body)} for r in connection.execute(query.limit(_MOST))]


def seen(connection: sa.Connection, account: str) -> list[Seen]:
    """Return who looked at an account, oldest first, for their peers."""
    found = read_entries(
        connection, ENTRIES.c.subject == known_as(account), ITS_STREAM == READS, ENTRIES.c.kind == "revealed"
    )
    return [_seen(e) for e in found]


def _seen(entry: Entry) -> Seen:
    body = entry.body
    return Seen(entry.at, body["by"], body["purpose"], body["case"], body["known"], body["rows"])
