"""Closures and bars as the ledger tells them: what is kept of one, and the tables of a service with all of them in their place.

Rows that a platform hands in say who was closed when they were written. What was decided since stands in the ledger only, and a bar
may outlive its account: an index that is built anew takes both in, so that it says what one that followed the ledger says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import sqlalchemy as sa

from aboveboard.cases.bars import Bar, fold_bars
from aboveboard.gate.barred import BAR
from aboveboard.gate.opening import FREE, SHUT
from aboveboard.gate.subjects import Closed, Held
from aboveboard.intake import latest
from aboveboard.store.aliases import known_as
from aboveboard.store.bars_written import BARS, bar_of, bars
from aboveboard.store.entries import Entry
from aboveboard.store.intake_tables import FACTS, ITS_TABLE
from aboveboard.store.ledger import read_entries
from aboveboard.store.lives import ACCOUNTS, event_of
from aboveboard.store.schema import ENTRIES, ITS_STREAM
from aboveboard.tables import TABLES

__all__ = ["closed_of", "put_in_place"]

NAMES = "names"
_NAMED = ("handle", "display_name")


class _Profile(msgspec.Struct):
    """What is read of an account's last row."""

    account_id: str
    handle: str = ""
    display_name: str | None = None
    bio: str | None = None
    platform: str | None = None
    avatar_hash: str | None = None
    default_avatar: bool | None = None
    closed_at: datetime | None = None
    closed_for: str | None = None
    closed_root: str | None = None
    barred_until: datetime | None = None


def closed_of(connection: sa.Connection, subject: str) -> Closed | None:
    """Return what is kept of an account that was closed, or of a bar under tokens by its id.

    None where there is neither, and where nobody said when the account was closed. The end of its bar is the ledger's, where that has one.
    """
    row = latest(connection, "accounts", subject)
    if row is None:
        return _of_bar(connection, subject)
    profile = msgspec.convert(row, _Profile)
    told = _told_of(connection, subject)
    closed_at = profile.closed_at or (told.at if told else None)
    if closed_at is None:
        return None
    return Closed(
        subject, closed_at, profile.handle, profile.display_name or "", _past(connection, subject), profile.bio or "",
        profile.platform or "", profile.closed_for or (told.why if told else ""),
        told.until if told and told.until else profile.barred_until, profile.closed_root or "",
        avatar_hash="" if profile.default_avatar else profile.avatar_hash or "",
        tokens=tuple(_tokens(connection, subject)),
    )  # fmt: skip


class _Told(NamedTuple):
    """What the ledger says of a closure: whether it stands (`shut`), since when, for what, until when."""

    shut: bool
    at: datetime
    why: str = ""
    until: datetime | None = None
    overturned: bool = False


def _told_of(connection: sa.Connection, account_id: str) -> _Told | None:
    of = (ITS_STREAM == ACCOUNTS, ENTRIES.c.subject == known_as(account_id), ENTRIES.c.kind.in_(SHUT))
    last = max(read_entries(connection, *of), key=lambda e: e.position, default=None)
    if last is None:
        return None
    bar = _bar(connection, event_of(last).id)
    return _told(last, {bar.id: bar} if bar else {})


def _told(entry: Entry, known: Mapping[str, Bar]) -> _Told:
    """Return what an entry says of a closure; one of the stream of names only says that rows do."""
    if entry.stream != ACCOUNTS:
        return _Told(entry.kind in SHUT, entry.at)
    event = event_of(entry)
    bar = known.get(event.id)
    return _Told(
        entry.kind in SHUT, event.at, event.violation, bar.ends_at if bar else None, entry.kind == "overturned"
    )


def _bar(connection: sa.Connection, bar_id: str) -> Bar | None:
    """Return a bar that has not ended, by the id of its decision."""
    of = (ITS_STREAM == BARS, ENTRIES.c.subject == known_as(bar_id))
    return fold_bars(bar_of(e) for e in read_entries(connection, *of)).bars.get(bar_id) if bar_id else None


def _of_bar(connection: sa.Connection, bar_id: str) -> Closed | None:
    bar = _bar(connection, bar_id)
    if bar is None or not bar.tokens or bar.scope != "registration":
        return None
    held = tuple(Held(BAR, token) for token in bar.tokens)
    return Closed(bar_id, bar.starts_at, closed_for=bar.ground, barred_until=bar.ends_at, root=bar.root, tokens=held)


class _Change(msgspec.Struct):
    field: str
    old: str | None = None


def _past(connection: sa.Connection, account_id: str) -> tuple[tuple[str, str], ...]:
    """Return the names that an account bore before, as (field, name)."""
    mine = sa.select(FACTS.c.body).where(FACTS.c.account_id == account_id, ITS_TABLE == "profile_changes")
    rows = (msgspec.json.decode(body, type=_Change) for body in connection.execute(mine).scalars())
    return tuple(sorted({(row.field, row.old) for row in rows if row.old and row.field in _NAMED}))


class _Token(msgspec.Struct):
    kind: str
    token: str
    last_seen_at: datetime | None = None


def _tokens(connection: sa.Connection, account_id: str) -> list[Held]:
    """Return the tokens an account used; how many use each, the index counts."""
    mine = sa.select(FACTS.c.body).where(FACTS.c.account_id == account_id, ITS_TABLE == "tokens")
    rows = [msgspec.json.decode(body, type=_Token) for body in connection.execute(mine).scalars()]
    last: dict[tuple[str, str], datetime | None] = {}
    for row in rows:
        known = last.get((row.kind, row.token))
        last[row.kind, row.token] = max(filter(None, (known, row.last_seen_at)), default=None)
    return [Held(kind, token, 1, at) for (kind, token), at in sorted(last.items())]


def put_in_place(connection: sa.Connection, tables: Path, counts: dict[str, int]) -> dict[str, int]:
    """Change the tables in a folder (parquet) to what the ledger says, and return their rows by table.

    Accounts that were closed or let free since are so; bars in force, and names that are protected, stand there though no row says so.
    """
    standing = bars(connection).bars
    told = _last(connection)
    closures = {e.subject: _told(e, standing) for e in told.values() if e.stream == ACCOUNTS}
    kept = [b for b in standing.values() if b.tokens and b.scope == "registration"]
    tokens = [{"account_id": b.id, "kind": BAR, "token": t} for b in kept for t in b.tokens]
    changed = {
        "accounts": _accounts(tables, closures, [_row_of_bar(b) for b in kept]),
        "tokens": _with(_read(tables, "tokens"), "tokens", tokens),
        **_protected(tables, told.values()),
    }
    return counts | {name: _write(tables, name, rows) for name, rows in changed.items() if rows is not None}


def _accounts(tables: Path, closures: Mapping[str, _Told], more: list[dict[str, Any]]) -> pa.Table | None:
    """Return the accounts as the ledger left them; None where the rows say the same already."""
    rows = _read(tables, "accounts")
    mine = pc.is_in(rows["account_id"], pa.array(sorted(closures), pa.string()))
    changed = [_row(row, closures[row["account_id"]]) for row in rows.filter(mine).to_pylist()]
    return _with(rows.filter(pc.invert(mine)), "accounts", changed + more) if changed or more else None


def _with(rows: pa.Table, name: str, more: list[dict[str, Any]]) -> pa.Table | None:
    """Return rows of a table with more of them; None without any."""
    schema = TABLES[name].schema
    return pa.concat_tables([rows.cast(schema), pa.Table.from_pylist(more, schema=schema)]) if more else None


def _last(connection: sa.Connection) -> dict[tuple[str, str], Entry]:
    """Return the last entry of each subject that concerns an index: of organisations and of accounts apart."""
    found: dict[tuple[str, str], Entry] = {}
    of = (ENTRIES.c.stream.in_((ACCOUNTS, NAMES)), ENTRIES.c.kind.in_(SHUT | FREE | _BODIES))
    for entry in sorted(read_entries(connection, *of), key=lambda e: e.position):
        found["body" if entry.kind in _BODIES else "account", entry.subject] = entry
    return found


_BODIES = frozenset(("name_protected", "name_unprotected"))


def _row(row: dict[str, Any], told: _Told) -> dict[str, Any]:
    if not told.shut:
        fell = told.at if told.overturned else None
        return row | {"status": row["status"] if told.overturned else "active", "overturned_at": fell}
    shut = row["status"] if row["status"] in SHUT else "closed"
    until = told.until or row["barred_until"]
    since = {"closed_at": row["closed_at"] or told.at, "closed_for": row["closed_for"] or told.why or None}
    return row | since | {"status": shut, "barred_until": until}


def _row_of_bar(bar: Bar) -> dict[str, Any]:
    return {
        "account_id": bar.id, "handle": "", "status": "closed", "closed_at": bar.starts_at, "closed_ground": bar.ground,
        "closed_for": bar.ground, "barred_until": bar.ends_at, "closed_root": bar.root or None,
    }  # fmt: skip


def _protected(tables: Path, told: Iterable[Entry]) -> dict[str, pa.Table | None]:
    """Return the organisations with those that the ledger protects, without those it does not any more, and whose own is what."""
    bodies = {e.subject: e for e in told if e.kind in _BODIES}
    rows = _read(tables, "organisations")
    here = set(rows["org_id"].to_pylist())
    new = [e for e in bodies.values() if e.kind == "name_protected" and e.subject not in here]
    gone = sorted(i for i, e in bodies.items() if e.kind == "name_unprotected" and i in here)
    left = rows.filter(pc.invert(pc.is_in(rows["org_id"], pa.array(gone, pa.string()))))
    own = [{"org_id": e.subject, "account_id": a} for e in new for a in e.body.get("own", ())]
    more = [_organisation(e) for e in new]
    return {
        "organisations": _with(left, "organisations", more) or (left if gone else None),
        "official_accounts": _with(_read(tables, "official_accounts"), "official_accounts", own),
    }


def _organisation(entry: Entry) -> dict[str, Any]:
    body = entry.body
    opened = datetime.fromisoformat(body["opened_at"]) if body.get("opened_at") else None
    told = {n: body.get(n) for n in ("name", "aliases", "domains", "logo_hash")}
    return {"org_id": entry.subject, "opened_at": opened, **told}


def _read(tables: Path, name: str) -> pa.Table:
    path, schema = tables / f"{name}.parquet", TABLES[name].schema
    return pq.read_table(path).select(schema.names) if path.exists() else schema.empty_table()


def _write(tables: Path, name: str, rows: pa.Table) -> int:
    pq.write_table(rows, tables / f"{name}.parquet")
    return rows.num_rows
