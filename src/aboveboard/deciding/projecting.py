"""What entries of the ledger do to the tables of deciding: one small function a kind. Live and rebuilt, the same code runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from aboveboard.store import Entry
from aboveboard.store.deciding_tables import (
    ACTIONS,
    BATCHES,
    CAPS_USED,
    CASES,
    CLAIMS,
    GOLDEN,
    HALTS,
    POLICY_STATE,
    REBUILT,
)
from aboveboard.store.entries import canonical, microseconds
from aboveboard.store.inserting import insert_into
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES

__all__ = ["day_of", "project", "rebuild"]

_STREAMS = ("decisions", "actions", "policies", "proposals")
Row = dict[str, Any]


def day_of(at: datetime) -> int:
    """Return the day of a time: days since 1970, UTC."""
    return microseconds(at) // (timedelta(days=1) // timedelta(microseconds=1))


class _Book:
    """Rows of the tables that entries touch, read once and written back once. Without a connection all of them are new."""

    def __init__(self, connection: sa.Connection | None) -> None:
        self.connection = connection
        self.rows: dict[str, dict[tuple[Any, ...], Row | None]] = {t.name: {} for t in REBUILT}

    def row(self, table: sa.Table, *key: object) -> Row:
        """Return the row under a key as a dictionary that may be changed, or a new one."""
        kept = self.rows[table.name]
        found = kept.get(key)
        if found is None:
            found = (self._read(table, key) if key not in kept else None) or self._new(table, key)
            kept[key] = found
        return found

    def has(self, table: sa.Table, *key: object) -> bool:
        """Say whether there is a row under a key."""
        return self.rows[table.name].get(key) is not None or (
            key not in self.rows[table.name] and self._read(table, key) is not None
        )

    def add(self, table: sa.Table, *key: object) -> Row:
        """Return a row that cannot be there yet."""
        made = self._new(table, key)
        self.rows[table.name][key] = made
        return made

    def drop(self, table: sa.Table, *key: object) -> None:
        """Take a row out."""
        self.rows[table.name][key] = None

    def count(self, at: datetime, kind: str, name: str, by: int = 1) -> None:
        """Count something on the day of a time."""
        if name:
            self.row(CAPS_USED, day_of(at), kind, name)["used"] += by

    def save(self, connection: sa.Connection) -> None:
        """Write every row back."""
        for table in REBUILT:
            rows = self.rows[table.name]
            keys = [c.name for c in table.primary_key]
            for gone in [k for k, r in rows.items() if r is None]:
                connection.execute(sa.delete(table).where(*(table.c[n] == v for n, v in zip(keys, gone, strict=True))))
            _upsert(connection, table, [r for r in rows.values() if r is not None])

    def _read(self, table: sa.Table, key: tuple[object, ...]) -> Row | None:
        if self.connection is None:
            return None
        match = (c == v for c, v in zip(table.primary_key, key, strict=True))
        found = self.connection.execute(sa.select(table).where(*match)).mappings().one_or_none()
        return None if found is None else dict(found)

    @staticmethod
    def _new(table: sa.Table, key: tuple[object, ...]) -> Row:
        blank = {c.name: c.default.arg if c.default is not None else None for c in table.columns}  # pyright: ignore[reportAttributeAccessIssue]  # plain defaults only
        return blank | dict(zip((c.name for c in table.primary_key), key, strict=True))


def _upsert(connection: sa.Connection, table: sa.Table, rows: list[Row]) -> None:
    if not rows:
        return
    made = insert_into(connection, table)
    rest = {c.name: made.excluded[c.name] for c in table.columns if not c.primary_key}
    connection.execute(made.on_conflict_do_update(index_elements=list(table.primary_key), set_=rest), rows)


def project(connection: sa.Connection, entries: Iterable[Entry]) -> None:
    """Bring the tables up to date with entries that were just written, in their order."""
    book = _Book(connection)
    for entry in entries:
        _taken(book, entry)
    book.save(connection)


def rebuild(connection: sa.Connection) -> None:
    """Make every table anew from the ledger alone."""
    for table in REBUILT:
        connection.execute(sa.delete(table))
    book = _Book(None)
    for entry in read_entries(connection, ENTRIES.c.stream.in_(_STREAMS)):
        _taken(book, entry)
    book.save(connection)


def _taken(book: _Book, entry: Entry) -> None:
    reducer = _REDUCERS.get((entry.stream, entry.kind))
    if reducer:
        reducer(book, entry, entry.body)


def _case_opened(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    row = book.add(CASES, body["case"])
    row |= {n: body[n] for n in row.keys() & body.keys()}
    at = microseconds(entry.at)
    row |= {
        "account_id": entry.subject,
        "status": "open",
        "version": 1,
        "opened_us": at,
        "last_us": at,
        "last_did": "opened",
    }
    row["opinions"] = row["opinions"] or "[]"
    if row["kind"] == "appeal":
        book.count(entry.at, "appeal", row["rule"])


def _touched(book: _Book, entry: Entry, body: Mapping[str, Any], **changes: object) -> None:
    """Note on a case what happened to it: everything that happens makes a new version."""
    if not body.get("case"):
        return
    row = book.row(CASES, body["case"])
    row |= {
        "version": row["version"] + 1,
        "last_by": body["by"],
        "last_did": entry.kind,
        "last_us": microseconds(entry.at),
        **changes,
    }


def _claimed(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    _touched(book, entry, body, claimed_by=body.get("to", body["by"]), status=_back(book, body), until_us=0)


def _freed(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    _touched(book, entry, body, claimed_by="", status=_back(book, body), until_us=0)


def _back(book: _Book, body: Mapping[str, Any]) -> str:
    """Return the status of a case that somebody works on again: one that waited for a time is open."""
    status = book.row(CASES, body["case"])["status"]
    return "open" if status == "held" else status


def _held(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    _touched(book, entry, body, status="held", until_us=body["until"])


def _escalated(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    _touched(book, entry, body, claimed_by="", level="senior")


def _asked_second(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    said = json.loads(book.row(CASES, body["case"])["opinions"])
    said.append({"by": body["by"], "said": body["said"]})
    _touched(book, entry, body, status="second", claimed_by="", opinions=canonical({"all": said})[7:-1])


def _announced(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    _touched(book, entry, body, status="hearing", claimed_by="", until_us=body["hearing_us"], opinions="[]")


def _settled(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    _touched(book, entry, body, status="decided", claimed_by="", until_us=0)


def _returned(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    """Let a case wait again: for a second person, where a first one had spoken."""
    spoken = book.row(CASES, body["case"])["opinions"] not in ("", "[]")
    _touched(book, entry, body, status="second" if spoken else "open")


def _decided(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    _touched(book, entry, body, status="decided", claimed_by="", until_us=0)
    if body["action"] != "none":
        book.count(entry.at, "rule", body.get("rule", ""))
        book.count(entry.at, "action", body["action"])
    if body.get("batch"):
        book.row(BATCHES, body["batch"])["done"] += 1


def _reversed(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    _ = entry
    if body.get("batch"):
        book.row(BATCHES, body["batch"])["taken_back"] += 1


def _answered(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    _touched(book, entry, body, status="decided", claimed_by="")
    if entry.kind == "appeal_granted":
        book.count(entry.at, "overturned", body.get("rule", ""))


def _shadowed(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    book.count(entry.at, "shadow", f"{body['policy']}@{body['policy_version']}:{body['action']}")


def _action_due(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    row = book.add(ACTIONS, body["decision"])
    row |= {n: body[n] for n in row.keys() & body.keys()}
    row |= {
        "account_id": entry.subject,
        "due_us": microseconds(entry.at),
        "position": entry.position,
        "until_us": body.get("until", 0),
        "not_before_us": body.get("not_before", 0),
    }


def _handed(book: _Book, _entry: Entry, body: Mapping[str, Any]) -> None:
    """Note that an action is with the platform; a notice is none."""
    if book.has(ACTIONS, body["id"]):
        book.row(ACTIONS, body["id"])["handed"] = 1


def _policy(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    row = book.row(POLICY_STATE, body["policy"], body["version"])
    row |= {n: body[n] for n in row.keys() & body.keys()}
    row |= {
        "stage": body.get("stage", row["stage"]),
        "since_us": microseconds(entry.at),
        "ends_us": body.get("ends", row["ends_us"]),
    }


def _halted(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    row = book.row(HALTS, body["rule"])
    row |= {"by": body["by"], "why": body["why"], "since_us": microseconds(entry.at)}


def _resumed(book: _Book, _entry: Entry, body: Mapping[str, Any]) -> None:
    book.drop(HALTS, body["rule"])


def _batch_planned(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    row = book.add(BATCHES, body["batch"])
    row |= {n: body[n] for n in row.keys() & body.keys()}
    row |= {"status": "planned", "planned_us": microseconds(entry.at)}


def _batch(book: _Book, _entry: Entry, body: Mapping[str, Any]) -> None:
    row = book.row(BATCHES, body["batch"])
    row["failed"] += body.get("refused", 0)
    row |= {n: body[n] for n in ("status", "by", "second", "why", "canary") if n in body}
    row["hold_us"] = body.get("hold", row["hold_us"])


def _golden_asked(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    row = book.row(GOLDEN, body["about"])
    row |= {n: body[n] for n in ("by", "action", "violation")}
    row |= {"account_id": entry.subject, "status": "asked", "since_us": microseconds(entry.at)}


def _golden_agreed(book: _Book, _entry: Entry, body: Mapping[str, Any]) -> None:
    row = book.row(GOLDEN, body["about"])
    row |= {"status": "golden", "second": body["by"]}


def _golden_retired(book: _Book, _entry: Entry, body: Mapping[str, Any]) -> None:
    book.row(GOLDEN, body["about"])["status"] = "retired"


def _checked(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    _touched(book, entry, body, status="decided", claimed_by="", until_us=0)


def _claim_filed(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    row, at = book.add(CLAIMS, body["claim"]), microseconds(entry.at)
    row |= {n: body[n] for n in ("kind", "wish", "party")}
    row |= {"account_id": entry.subject, "status": "open", "opinions": "[]", "version": 1, "opened_us": at, "last_us": at}  # fmt: skip


def _claim_seconded(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    row = book.row(CLAIMS, body["claim"])
    said = [*json.loads(row["opinions"]), {"by": body["by"], "said": body["said"]}]
    row |= {"status": "second", "opinions": canonical({"all": said})[7:-1], "version": row["version"] + 1, "last_us": microseconds(entry.at)}  # fmt: skip


def _claim_decided(book: _Book, entry: Entry, body: Mapping[str, Any]) -> None:
    row = book.row(CLAIMS, body["claim"])
    row |= {n: body[n] for n in ("outcome", "led_to", "text")}
    row |= {"status": "decided", "version": row["version"] + 1, "last_us": microseconds(entry.at)}


_Reducer = Callable[[_Book, Entry, Mapping[str, Any]], None]
_REDUCERS: Mapping[tuple[str, str], _Reducer] = {
    ("decisions", "case_opened"): _case_opened,
    ("decisions", "claimed"): _claimed,
    ("decisions", "handed_over"): _claimed,
    ("decisions", "released"): _freed,
    ("decisions", "skipped"): _freed,
    ("decisions", "held"): _held,
    ("decisions", "escalated"): _escalated,
    ("decisions", "asked_second"): _asked_second,
    ("decisions", "announced"): _announced,
    ("decisions", "settled"): _settled,
    ("decisions", "case_returned"): _returned,
    ("decisions", "decided"): _decided,
    ("decisions", "reversed"): _reversed,
    ("decisions", "appeal_refused"): _answered,
    ("decisions", "appeal_granted"): _answered,
    ("decisions", "claim_filed"): _claim_filed,
    ("decisions", "claim_seconded"): _claim_seconded,
    ("decisions", "claim_decided"): _claim_decided,
    ("decisions", "golden_asked"): _golden_asked,
    ("decisions", "golden_agreed"): _golden_agreed,
    ("decisions", "golden_retired"): _golden_retired,
    ("decisions", "checked"): _checked,
    ("decisions", "batch_planned"): _batch_planned,
    **{
        ("decisions", kind): _batch
        for kind in ("batch_asked", "batch_started", "batch_moved", "batch_stopped", "batch_reversed")
    },
    ("proposals", "shadow_proposed"): _shadowed,
    ("actions", "action_due"): _action_due,
    ("actions", "handed"): _handed,
    **{
        ("policies", kind): _policy
        for kind in (
            "drafted",
            "backtested",
            "shadowed",
            "canaried",
            "go_live_asked",
            "went_live",
            "expired",
            "withdrawn",
        )
    },
    ("policies", "halted"): _halted,
    ("policies", "resumed"): _resumed,
}
