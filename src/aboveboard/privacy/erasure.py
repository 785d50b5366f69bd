"""Erasure: what is kept of an account goes, but for the bar it may leave, which ends by itself; while it is disputed it is restricted.

What remains in the chain after that: entries under a random alias, with kinds, dates, ground and digests. Whose they were is written
nowhere any more. Rows of others, and what is computed from the ledger, name the alias in the account's place, as reading the ledger does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from aboveboard.cases.bars import due_bars
from aboveboard.privacy.holding import obstacles
from aboveboard.privacy.rotation import PRIVACY
from aboveboard.store import Ledger, New, Store, forget
from aboveboard.store.aliases import aliases, forget_alias
from aboveboard.store.bars_written import BARS, bar_entry, bars
from aboveboard.store.ledger import read_entries
from aboveboard.store.lives import account as life
from aboveboard.store.schema import CONTENTS, ENTRIES, METADATA
from aboveboard.store.together import settle
from aboveboard.store.veiling import VEILED

__all__ = ["Erased", "end_bars", "erase", "resume", "scrub", "still_named", "waiting_to_erase"]

RAW = ("facts", "account_dates", "case_lines")
"""Tables whose rows about an account are deleted, what was handed in, what falls due and lines of queues; in all others its id gives way to the alias, so that they can still be rebuilt."""
_CHAIN = ("entries", "aliases", "contents", "heads", "seals")


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did. With `waits_for` nothing was deleted: the account is restricted until that is over.

    `rows` were deleted, `sealed` quotes forgotten, `named` rows renamed; `bars` are the decisions whose bar stays under tokens until it
    ends, and `left` is where the account's id still stands, by table and column: quotes in decisions about others (`contents.body`),
    which are sealed and go with those, or else a fault to look into.
    """

    alias: str
    waits_for: tuple[str, ...] = ()
    rows: int = 0
    sealed: int = 0
    named: int = 0
    bars: tuple[str, ...] = ()
    left: Mapping[str, int] | None = None


def erase(
    connection: sa.Connection, ledger: Ledger, account: str, at: datetime, by: str, *, metadata: sa.MetaData = METADATA
) -> Erased:
    """Erase an account in a transaction of the caller's, and write down that it was done, without saying whose it was.

    While an appeal, a dispute or a hold is open nothing is deleted: the account is restricted, which `resume` turns into erasure once
    nothing forbids it. To erase again what is erased deletes nothing. `metadata` names the tables of the store.
    """
    why = (*obstacles(connection, account), *_undelivered(connection, metadata, account))
    alias = aliases(connection, [account])[account]
    if why:
        if (account, why) not in waiting_to_erase(connection).items():
            ledger.within(connection, PRIVACY, [New("restricted", account, {"waits_for": list(why), "by": by})], at)
        return Erased(alias, why)
    kept = _bars_of(connection, account)
    rows = sum(_delete(connection, metadata.tables[name], account) for name in RAW if name in metadata.tables)
    named = sum(_rename(connection, t, account, alias) for t in metadata.sorted_tables if t.name not in _CHAIN)
    sealed = forget(connection, account)
    told = {
        "by": by.partition(":")[0] if account in by else by,
        "alias": alias,
        "rows": rows,
        "sealed": sealed,
        "named": named,
    }
    ledger.within(connection, PRIVACY, [New("erased", "", {**told, "bars": len(kept)})], at)
    forget_alias(connection, account)
    return Erased(alias, (), rows, sealed, named, kept, still_named(connection, metadata, account))


def waiting_to_erase(connection: sa.Connection) -> dict[str, tuple[str, ...]]:
    """Return the accounts that are restricted: their erasure waits, and for what."""
    found = read_entries(connection, ENTRIES.c.stream == PRIVACY, ENTRIES.c.kind.in_(("restricted", "erased")))
    restricted: dict[str, tuple[str, ...]] = {}
    for entry in found:
        if entry.kind == "restricted":
            restricted[entry.subject] = tuple(entry.body["waits_for"])
        else:
            restricted.pop(entry.body["alias"], None)
    return restricted


def resume(store: Store, ledger: Ledger, at: datetime, *, metadata: sa.MetaData = METADATA) -> list[Erased]:
    """Erase the restricted accounts that nothing holds any more, each in a transaction of its own. A job runs this daily."""
    with store.reading() as connection:
        free = [a for a in waiting_to_erase(connection) if not obstacles(connection, a)]
    done = list[Erased]()
    for account in free:
        with store.writing() as connection:
            done.append(erase(connection, ledger, account, at, "policy:erasure", metadata=metadata))
    scrub(store)
    return done


def scrub(store: Store) -> None:
    """Take what was deleted out of the database's own files too: SQLite keeps old pages in its write-ahead log until it is emptied.

    PostgreSQL gives the space of deleted rows to new ones when it vacuums; its archives and backups are the operator's to let run out.
    """
    settle()
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect() as connection:
            raw = connection.connection.driver_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)") if raw is not None else None


def end_bars(connection: sa.Connection, ledger: Ledger, at: datetime) -> int:
    """Write down the bars that have run their time, forget what was kept of every bar that is over, and return how many that were.

    A bar is over when it has expired, was lifted, or its decision fell, its own or the one it rests on.
    """
    over = due_bars(bars(connection), at)
    ledger.within(connection, BARS, [bar_entry(e) for e in over], at)
    alive = bars(connection).bars
    sealed = {row[0] for row in connection.execute(_barred_contents())}
    gone = sorted(sealed - set(alive))
    if gone:
        body = {"class": "bars", "count": len(gone)}
        ledger.within(connection, PRIVACY, [New("purged", "", body)], at)
    return sum(1 for name in gone if forget(connection, name))


def _barred_contents() -> sa.Select[Any]:
    part = VEILED[BARS]
    return sa.select(CONTENTS.c.subject).where(CONTENTS.c.body.like(f'{{"{part}":[%')).distinct()


def _bars_of(connection: sa.Connection, account: str) -> tuple[str, ...]:
    """Return the decisions on this account that bar its holder."""
    barred = bars(connection).bars
    return tuple(m.id for m in life(connection, account).measures if m.id in barred)


def _undelivered(connection: sa.Connection, metadata: sa.MetaData, account: str) -> tuple[str, ...]:
    """Say whether the platform has yet to fetch something: under the alias it would not know whom it is about."""
    table = metadata.tables.get("handed")
    if table is None:
        return ()
    query = sa.select(sa.func.count()).where(table.c.account_id == account, table.c.state == "waiting")
    return ("undelivered",) if connection.execute(query).scalar_one() else ()


def _delete(connection: sa.Connection, table: sa.Table, account: str) -> int:
    return connection.execute(sa.delete(table).where(table.c.account_id == account)).rowcount


def _rename(connection: sa.Connection, table: sa.Table, account: str, alias: str) -> int:
    """Put the alias where a row of the table names the account: as a whole cell, or as a whole text of JSON. Return how many did."""
    count = 0
    key, texts = tuple(table.primary_key), _texts(table)
    if not texts:
        return 0
    query = sa.select(*key, *(c for c in texts if c not in key)).where(sa.or_(*(_names(c, account) for c in texts)))
    for row in connection.execute(query).mappings().all():
        told = {c.name: _replaced(row[c.name], account, alias) for c in texts if row[c.name]}
        changed = {name: text for name, text in told.items() if text != row[name]}
        if changed:
            this = sa.and_(*(c == row[c.name] for c in key))
            connection.execute(sa.update(table).where(this).values(changed))
            count += 1
    return count


def _names(column: sa.Column[Any], account: str) -> sa.ColumnElement[bool]:
    return sa.or_(
        column == account,
        column.contains(json.dumps(account), autoescape=True),
        column.contains(json.dumps(account, ensure_ascii=False), autoescape=True),
    )


def _texts(table: sa.Table) -> list[sa.Column[Any]]:
    return [c for c in table.c if isinstance(c.type, sa.Text)]


def _replaced(text: str, account: str, alias: str) -> str:
    if text == account:
        return alias
    try:
        said = json.loads(text)
    except ValueError:
        return text
    told = _put(said, account, alias)
    return text if told == said else json.dumps(told, separators=(",", ":"), ensure_ascii=False)


def _put(value: Any, account: str, alias: str) -> Any:  # noqa: ANN401  (JSON)
    if isinstance(value, dict):
        return {alias if k == account else k: _put(v, account, alias) for k, v in value.items()}
    if isinstance(value, list):
        return [_put(v, account, alias) for v in value]
    return alias if value == account else value


def still_named(connection: sa.Connection, metadata: sa.MetaData, account: str) -> dict[str, int]:
    """Return where an account's id still stands as a whole text: `table.column` to the number of rows. This reads the whole store."""
    found: dict[str, int] = {}
    for table in metadata.sorted_tables:
        for column in _texts(table):
            query = sa.select(sa.func.count()).select_from(table).where(_names(column, account))
            count = connection.execute(query).scalar_one()
            if count:
                found[f"{table.name}.{column.name}"] = count
    return found
