"""What is handed to the platform: written once, with its entry in the ledger, pushed to the endpoints that want it, and there to be pulled.

A message's id is what makes it happen once: for an action it is the decision's id.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

from aboveboard.cases import Event, take
from aboveboard.cases.periods import PERIODS, Periods
from aboveboard.errors import CaseError, InputError
from aboveboard.store import Entry, Ledger, New
from aboveboard.store.entries import canonical, microseconds, moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.lives import ACCOUNTS, account, entry_of
from aboveboard.store.schema import ENTRIES
from aboveboard.store.work_tables import DELIVERIES, HANDED
from aboveboard.work.endpoints import delivery_id, endpoints, wake_deliveries
from aboveboard.work.refusals import NotThereError, TooLateError

__all__ = [
    "ACTIONS", "RESULTS", "Handed", "Link", "Message", "acknowledge", "hand", "handed", "pending", "rebuild", "with_link",
]  # fmt: skip

ACTIONS: Final = "actions"
"""The stream of what was handed to the platform and what it made of it."""

RESULTS: Mapping[str, str] = {
    "applied": "the platform did it",
    "failed": "the platform could not do it, for a reason it gives; it may try again",
    "not_found": "the platform has no such account",
}
"""What the platform can say of a message."""

Link = Callable[[str, str, datetime], str]
"""From an account, the decision that a message is about and when it was handed over to the link for the holder."""

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Message:
    """What the platform is to do or to tell: `kind` is one of `MESSAGES`, `data` holds no personal data beyond the account's id."""

    id: str
    kind: str
    account_id: str
    data: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Handed:
    """A message as it stands: `number` is its place in the line, `state` is `waiting` or one of `RESULTS`, with the platform's `reason`."""

    id: str
    number: int
    kind: str
    account_id: str
    data: Mapping[str, Any]
    at: datetime
    state: str
    reason: str
    settled_at: datetime | None


def hand(connection: sa.Connection, ledger: Ledger, messages: Sequence[Message], at: datetime) -> list[Entry]:
    """Hand messages to the platform in a transaction of the caller's; one whose id was handed over before is not handed over again."""
    new = [
        New("handed", m.account_id, {"id": m.id, "kind": m.kind, "data": dict(m.data)}, f"handed:{m.id}")
        for m in messages
    ]
    entries = ledger.within(connection, ACTIONS, new, at)
    known = _known(connection, [m.id for m in messages])
    fresh = {e.number: e for e in entries if e.body["id"] not in known}
    if fresh:
        rows = [_row(e) for e in fresh.values()]
        connection.execute(sa.insert(HANDED), rows)
        _push(connection, rows, at)
    return entries


def _known(connection: sa.Connection, ids: Sequence[str]) -> set[str]:
    return set(connection.execute(sa.select(HANDED.c.id).where(HANDED.c.id.in_(ids))).scalars())


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.body["id"], "number": entry.number, "kind": entry.body["kind"], "account_id": entry.subject,
        "body": canonical(entry.body["data"]), "at_us": microseconds(entry.at), "state": "waiting", "reason": "", "settled_at_us": None,
    }  # fmt: skip


def _push(connection: sa.Connection, rows: Sequence[Mapping[str, Any]], at: datetime) -> None:
    """Put messages in line for every endpoint that wants them; one that is off gets them when it is on again."""
    for place in endpoints(connection):
        wanted = [r for r in rows if place.wants(r["kind"])]
        if wanted:
            made = [
                {"id": delivery_id(place.id, r["id"]), "endpoint": place.id, "number": r["number"], "message": r["id"], "state": "waiting",
                 "attempts": 0, "made_at_us": microseconds(at)}
                for r in wanted
            ]  # fmt: skip
            connection.execute(sa.insert(DELIVERIES), made)
            if place.state == "on":
                wake_deliveries(connection, place.id, at)


def handed(connection: sa.Connection, message_id: str) -> Handed:
    """Return a message as it stands. Raises `NotThereError` where none has this id."""
    row = connection.execute(sa.select(HANDED).where(HANDED.c.id == message_id)).mappings().one_or_none()
    if row is None:
        raise NotThereError(f"nothing was handed over under {message_id}")
    return _handed(row)


def pending(
    connection: sa.Connection,
    at: datetime,
    *,
    after: int = 0,
    most: int = 100,
    kinds: Sequence[str] = (),
    lease: timedelta | None = None,
    by: str = "",
) -> list[Handed]:
    """Return what waits for the platform, in order, from the number `after` on.

    With a `lease`, what is returned is kept from other pullers than `by` until the lease ends; the connection must then be a writing one.
    """
    free = HANDED.c.lease_until_us.is_(None) | (HANDED.c.lease_until_us <= microseconds(at)) | (HANDED.c.lease_by == by)
    query = (
        sa.select(HANDED)
        .where(HANDED.c.state == "waiting", HANDED.c.number > after, free)
        .order_by(HANDED.c.number)
        .limit(most)
    )
    if kinds:
        query = query.where(HANDED.c.kind.in_(kinds))
    if lease is None:
        return [_handed(row) for row in connection.execute(query).mappings()]
    rows = connection.execute(query.with_for_update(skip_locked=True)).mappings().all()
    taken = {"lease_until_us": microseconds(at + lease), "lease_by": by}
    connection.execute(sa.update(HANDED).where(HANDED.c.id.in_([r["id"] for r in rows])).values(taken))
    return [_handed(row) for row in rows]


def acknowledge(
    connection: sa.Connection,
    ledger: Ledger,
    message_id: str,
    result: str,
    at: datetime,
    by: str,
    *,
    reason: str = "",
    periods: Periods = PERIODS,
) -> Handed:
    """Write down what became of a message and return it as it stands.

    The same receipt twice is one. `applied` is final: a receipt that says otherwise and comes after it is refused, as it is late; one that
    failed may still be applied. A notice that was applied counts as sent. Raises `InputError` on a result that cannot be, `NotThereError` on an id that is unknown, `TooLateError` on a receipt
    that is.
    """
    if result not in RESULTS:
        raise InputError(f"a receipt says {', '.join(RESULTS)}, not {result}")
    if len(reason) > _LONGEST or "\x00" in reason:
        raise InputError(f"the reason of a receipt has {_LONGEST} characters at most, none of them null")
    for stream in (ACCOUNTS, ACTIONS):  # held in this order everywhere
        ledger.within(connection, stream, [], at)
    found = handed(connection, message_id)
    if found.state == result:
        return found
    if found.state == "applied":
        raise TooLateError(f"{message_id} was applied already; a receipt that says {result} comes too late")
    if found.kind == "notice" and result == "applied":
        _sent(connection, ledger, found, at, periods)
    body = {"id": message_id, "result": result, "by": by, "reason": reason}
    (entry,) = ledger.within(connection, ACTIONS, [New("acknowledged", found.account_id, body)], at)
    values = {"state": result, "reason": reason, "settled_at_us": microseconds(entry.at)}
    connection.execute(sa.update(HANDED).where(HANDED.c.id == message_id).values(values))
    return handed(connection, message_id)


def _sent(connection: sa.Connection, ledger: Ledger, found: Handed, at: datetime, periods: Periods) -> None:
    """Write in the account's life that a notice went out, where it still matters."""
    life = account(connection, found.account_id)
    at = max(at, life.at + timedelta(microseconds=1)) if life.at else at
    event = Event(
        found.account_id, at, "notice_sent", found.data["about"], "policy:notices", scope=found.data["notice"]
    )
    try:
        _, events = take(life, event, periods)
    except CaseError:  # the account was erased, or what the notice is about was undone
        return
    ledger.within(connection, ACCOUNTS, [entry_of(e) for e in events], at)


def with_link(message: Message, at: datetime, link: Link | None) -> Mapping[str, Any]:
    """Return what a message says when it goes out: what is decided about a holder, or told to them, with the link to read why and to appeal."""
    data = message.data
    notice = message.kind == "notice"
    for_holder = "holder" in data.get("to", ()) if notice else not data.get("undoes")
    if link is None or not for_holder:
        return data
    return {**data, "link": link(message.account_id, data["about"] if notice else message.id, at)}


def rebuild(connection: sa.Connection, ledger: Ledger, at: datetime) -> int:
    """Make the table of what was handed over anew from the ledger alone and return its rows; leases are forgotten."""
    ledger.within(connection, ACTIONS, [], at)
    rows = _folded(read_entries(connection, ENTRIES.c.stream == ACTIONS))
    connection.execute(sa.delete(HANDED))
    if rows:
        connection.execute(sa.insert(HANDED), rows)
    return len(rows)


def _folded(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    rows = dict[str, dict[str, Any]]()
    for entry in entries:
        if entry.kind == "handed":
            rows[entry.body["id"]] = _row(entry)
        elif entry.kind == "acknowledged":
            said = {
                "state": entry.body["result"],
                "reason": entry.body["reason"],
                "settled_at_us": microseconds(entry.at),
            }
            rows[entry.body["id"]] |= said
    return list(rows.values())


def _handed(row: Mapping[Any, Any]) -> Handed:
    settled = row["settled_at_us"]
    return Handed(
        row["id"], row["number"], row["kind"], row["account_id"], json.loads(row["body"]), moment(row["at_us"]), row["state"], row["reason"],
        None if settled is None else moment(settled),
    )  # fmt: skip
