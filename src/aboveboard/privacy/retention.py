"""How long what is kept, by class of data, and why; and the purge that proves itself with a receipt for every batch."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import sqlalchemy as sa

from aboveboard.errors import InputError
from aboveboard.privacy.rotation import PRIVACY
from aboveboard.store import Ledger, New, Store
from aboveboard.store.entries import microseconds
from aboveboard.store.schema import METADATA

__all__ = ["CLASSES", "DataClass", "Receipt", "classes_of", "purge", "read_retention", "rows_of"]

BATCH = 5_000
_IN = 500


@dataclass(frozen=True, slots=True)
class DataClass:
    """One class of data: where it lies, how long it stays, and why so long.

    `table`, `id` and `at` name a table of the store, its key and its column of times (microseconds since 1970); `only` maps a column to the
    values that belong to this class. `owner` is the column with the account; its rows stay while the account is under a hold. `days`
    None: there is no timer here, `why` says what ends it. An operator may choose any days from `least` on.
    """

    name: str
    why: str
    days: int | None
    table: str = ""
    id: str = "id"
    at: str = "at_us"
    owner: str = ""
    only: tuple[tuple[str, tuple[str, ...]], ...] = ()
    least: int = 1


def _rows(name: str, days: int, why: str, *tables: str) -> DataClass:
    return DataClass(name, why, days, "facts", owner="account_id", only=(("source", tables),))


_STANDING = (
    "accounts", "organisations", "official_accounts", "holders", "protected_terms", "professions", "holds", "contacts", "play_rules",
    "play_hours", "holidays", "notices",
)  # fmt: skip
"""Tables whose rows hold until a later row replaces them: they end with the account or the register, not by age."""

CLASSES: Mapping[str, DataClass] = {
    c.name: c
    for c in (
        _rows("sessions", 90, "networks and places of sign-ins: the most telling and the soonest stale; 90 days find a return", "sessions"),
        _rows("tokens", 400, "a bar of a year must find the device it was set for", "tokens"),
        _rows("texts", 400, "content, as people published it: what a finding quotes must be there until the appeal is over", "posts", "ratings"),
        _rows("acts", 400, "likes, reports and follows: a year and a month, so that one year can be held against the next", "actions", "follows"),
        _rows("counts", 800, "numbers by day, of no single act", "audience", "activity", "topics"),
        _rows("changes", 400, "what a profile said before", "profile_changes", "warnings", "grants"),
        _rows("proofs", 800, "results of checks and their dates, never a document; most run out before", "attestations", "credentials"),
        DataClass("deliveries", "what was sent where, for as long as a receiver may ask", 90, "deliveries", at="made_at_us"),
        DataClass("receipts", "what came back, without its body", 90, "receipts", "number"),
        DataClass("set_aside", "events that could not be read wait for a person", 30, "dead_letters"),
        DataClass("jobs", "work done, so that it can be looked into", 90, "jobs", at="ended_at_us"),
        DataClass("staff_sessions", "who was signed in here when, for as long as a misuse may be looked into", 30, "staff_sessions", "digest", "ends_at_us"),
        DataClass("standing", f"holds until it is replaced, or the account is erased: {', '.join(_STANDING)}", None),
        DataClass("sealed", "what decisions quote: forgotten with the account, or when nothing may be appealed any more", None),
        DataClass("cases", "end with the account; the ledger keeps that there was one, and no longer whose", None),
        DataClass("bars", "until the bar ends, is lifted or falls: then its tokens are forgotten at once", None),
        DataClass("audit", "the ledger: it names nobody once the account is erased, and cannot be shortened", None),
    )
}  # fmt: skip
"""Every class of data, with its default and the reason for it."""


class Receipt(NamedTuple):
    """What one purge of a class did: how many rows went, the oldest, how many stayed under a hold, a digest of what went, and what was left."""

    name: str
    gone: int
    oldest_us: int | None
    held: int
    digest: str
    left: int


def read_retention(path: Path) -> Mapping[str, DataClass]:
    """Return the classes with the days that a TOML file gives: `[days]`, then `sessions = 30`.

    Raises `InputError` with every fault: a class that does not exist or has no timer, days that are no whole number or too few.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8")).get("days", {})
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from None
    faults = list[str]()
    made = dict(CLASSES)
    for name, days in given.items():
        known = CLASSES.get(name)
        if known is None or known.days is None:
            timed = ", ".join(c.name for c in CLASSES.values() if c.days is not None)
            faults.append(f"{path}: days.{name} is no class with a timer; there are {timed}")
        elif not isinstance(days, int) or isinstance(days, bool) or days < known.least:
            faults.append(f"{path}: days.{name} must be a whole number of days, {known.least} or more")
        else:
            made[name] = replace(known, days=days)
    if faults:
        raise InputError(*faults)
    return MappingProxyType(made)


def classes_of(chosen: Mapping[str, DataClass], metadata: sa.MetaData = METADATA) -> list[tuple[DataClass, sa.Table]]:
    """Return the classes that have a timer and a table in this store, shortest first."""
    found = [
        (c, metadata.tables[c.table]) for c in chosen.values() if c.days is not None and c.table in metadata.tables
    ]
    fitting = [(c, t) for c, t in found if {c.id, c.at} <= set(t.c.keys())]
    return sorted(fitting, key=lambda pair: (pair[0].days or 0, pair[0].name))


def purge(
    store: Store, ledger: Ledger, at: datetime, chosen: Mapping[str, DataClass] = CLASSES, held: Callable[[sa.Connection], Collection[str]] = lambda _: (),
    *, metadata: sa.MetaData = METADATA,
) -> list[Receipt]:  # fmt: skip
    """Delete what has outlived its class, a batch a transaction together with its receipt in the ledger, and return a receipt a class.

    `held` names the accounts whose rows must stay. Stopped half-way, it goes on at the next call. A class of which something due is
    left that nobody holds says so in `left`; that is 0 unless rows came in meanwhile.
    """
    return [_class(store, ledger, at, c, t, held) for c, t in classes_of(chosen, metadata)]


def _class(
    store: Store, ledger: Ledger, at: datetime, kind: DataClass, table: sa.Table, held: Callable[[sa.Connection], Collection[str]]
) -> Receipt:  # fmt: skip
    limit = microseconds(at - timedelta(days=kind.days or 0))
    count, oldest, whole, after = 0, None, hashlib.sha256(), None
    while True:
        with store.writing() as connection:
            kept = frozenset(held(connection)) if kind.owner else frozenset[str]()
            batch = rows_of(connection, kind, table, limit, after)
            gone = [r for r in batch if r[2] not in kept]
            _delete(connection, table.c[kind.id], [r[0] for r in gone])
            digest = _digest([r[0] for r in gone])
            if gone:
                oldest = min(oldest if oldest is not None else gone[0][1], gone[0][1])
                told = {"class": kind.name, "count": len(gone), "oldest_us": gone[0][1], "digest": digest}
                ledger.within(connection, PRIVACY, [New("purged", "", told)], at)
        count += len(gone)
        whole.update(digest.encode() if gone else b"")
        after = batch[-1][:2] if batch else after
        if len(batch) < BATCH:
            return _finished(store, ledger, at, kind, table, (limit, count, oldest, whole.hexdigest()), held)


def _finished(
    store: Store, ledger: Ledger, at: datetime, kind: DataClass, table: sa.Table, done: tuple[int, int, int | None, str],
    held: Callable[[sa.Connection], Collection[str]],
) -> Receipt:  # fmt: skip
    """Look again whether anything due is left, and write the proof down."""
    limit, count, oldest, digest = done
    with store.writing() as connection:
        kept = frozenset(held(connection)) if kind.owner else frozenset[str]()
        owners = _owners(connection, kind, table, limit)
        staying = sum(n for who, n in owners.items() if who in kept)
        receipt = Receipt(kind.name, count, oldest, staying, digest, sum(owners.values()) - staying)
        if count or receipt.left:
            told = {
                "class": kind.name,
                "count": count,
                "held": staying,
                "left": receipt.left,
                "digest": digest,
                "before_us": limit,
            }
            ledger.within(connection, PRIVACY, [New("purge_finished", "", told)], at)
    return receipt


def rows_of(
    connection: sa.Connection, kind: DataClass, table: sa.Table, limit: int, after: Sequence[object] | None
) -> list[tuple[object, int, str]]:
    """Return id, time and owner of the next rows that are older than `limit`, oldest first."""
    owner = table.c[kind.owner] if kind.owner else sa.literal("")
    key, at = table.c[kind.id], table.c[kind.at]
    query = sa.select(key, at, owner).where(*_due(kind, table, limit)).order_by(at, key).limit(BATCH)
    if after is not None:
        query = query.where(sa.or_(at > after[1], sa.and_(at == after[1], key > after[0])))
    return [(r[0], r[1], r[2]) for r in connection.execute(query)]


def _due(kind: DataClass, table: sa.Table, limit: int) -> Iterator[sa.ColumnElement[bool]]:
    yield table.c[kind.at] < limit
    yield from (table.c[column].in_(values) for column, values in kind.only)


def _owners(connection: sa.Connection, kind: DataClass, table: sa.Table, limit: int) -> dict[str, int]:
    owner = table.c[kind.owner] if kind.owner else sa.literal("").label("owner")
    query = sa.select(owner, sa.func.count()).where(*_due(kind, table, limit))
    grouped = query.group_by(owner) if kind.owner else query
    return {who: n for who, n in connection.execute(grouped) if n}


def _delete(connection: sa.Connection, key: sa.Column[object], ids: Sequence[object]) -> None:
    for start in range(0, len(ids), _IN):
        connection.execute(sa.delete(key.table).where(key.in_(ids[start : start + _IN])))


def _digest(ids: Sequence[object]) -> str:
    return hashlib.sha256("\n".join(str(i) for i in ids).encode()).hexdigest()
