"""Which names are protected or closed from now on, as the platform's rows say: entries that whoever keeps an index of names follows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec
import sqlalchemy as sa

from aboveboard.intake.rows import Fact
from aboveboard.store import New
from aboveboard.store.aliases import about
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, ITS_STREAM

__all__ = ["NAMES", "names_said"]

NAMES = "names"
"""The stream of names that are protected or closed. A public body's names are no personal data; an account is named by its id only."""

_SHUT = ("closed", "suspended")
_GONE = ("closed", "merged")
_LOOKUP = 1_000


class _Body(msgspec.Struct, omit_defaults=True):
    """What is said of an organisation: what tells its names, and which accounts are its own."""

    org_id: str
    name: str
    aliases: list[str] = []
    domains: list[str] = []
    logo_hash: str = ""
    opened_at: str = ""
    status: str = ""
    own: list[str] = []


class _Own(msgspec.Struct):
    org_id: str
    account_id: str


class _Status(msgspec.Struct):
    status: str | None = None


def names_said(connection: sa.Connection, table: str, facts: Sequence[Fact]) -> list[New]:
    """Return what new rows of a table say about names; nothing for most tables."""
    if table == "organisations":
        return _bodies(connection, {fact.id: msgspec.json.decode(fact.body, type=_Body) for fact in facts})
    if table == "official_accounts":
        named = {msgspec.json.decode(fact.body, type=_Own).org_id: fact.id for fact in facts}
        return _bodies(connection, {named[b.org_id]: b for b in _known(connection, named)})
    if table == "protected_terms" and facts:
        return [New("terms_changed", "", {"rows": len(facts)})]
    return _accounts(connection, facts) if table == "accounts" else []


def _bodies(connection: sa.Connection, bodies: Mapping[str, _Body]) -> list[New]:
    """Return an entry for each body, by the row that it is said with."""
    own = _owned(connection, {b.org_id for b in bodies.values()})
    return [_protected(fact, body, own.get(body.org_id, [])) for fact, body in bodies.items()]


def _protected(fact: str, body: _Body, own: list[str]) -> New:
    if body.status in _GONE:
        return New("name_unprotected", body.org_id, {}, f"named:{fact}")
    said = msgspec.to_builtins(msgspec.structs.replace(body, own=own, status=""))
    return New("name_protected", body.org_id, {n: v for n, v in said.items() if n != "org_id"}, f"named:{fact}")


def _owned(connection: sa.Connection, organisations: Collection[str]) -> dict[str, list[str]]:
    """Return the accounts that the register calls these organisations' own."""
    found = dict[str, list[str]]()
    query = sa.select(FACTS.c.body).where(FACTS.c.source == "official_accounts").order_by(FACTS.c.position)
    for body in connection.execute(query).scalars() if organisations else ():
        row = msgspec.json.decode(body, type=_Own)
        if row.org_id in organisations and row.account_id not in found.setdefault(row.org_id, []):
            found[row.org_id].append(row.account_id)
    return found


def _known(connection: sa.Connection, organisations: Collection[str]) -> list[_Body]:
    """Return the last row of each of these organisations."""
    last = dict[str, _Body]()
    query = sa.select(FACTS.c.body).where(FACTS.c.source == "organisations").order_by(FACTS.c.position)
    for body in connection.execute(query).scalars():
        row = msgspec.json.decode(body, type=_Body)
        if row.org_id in organisations:
            last[row.org_id] = row
    return list(last.values())


def _accounts(connection: sa.Connection, facts: Sequence[Fact]) -> list[New]:
    """Return that accounts were closed, and that accounts which were said to be closed are not any more."""
    told = [(fact, msgspec.json.decode(fact.body, type=_Status).status) for fact in facts]
    shut, said = (
        _shut_before(connection, [fact.account_id for fact, status in told if status not in _SHUT]),
        list[New](),
    )
    for fact, status in told:
        if status in _SHUT:
            shut.add(fact.account_id)
            said.append(New("closed", fact.account_id, {}, f"named:{fact.id}"))
        elif fact.account_id in shut:
            said.append(New("restored", fact.account_id, {}, f"named:{fact.id}"))
    return said


def _shut_before(connection: sa.Connection, accounts: Sequence[str]) -> set[str]:
    found = set[str]()
    for start in range(0, len(accounts), _LOOKUP):
        part = accounts[start : start + _LOOKUP]
        entries = read_entries(connection, ITS_STREAM == NAMES, ENTRIES.c.kind == "closed", about(*part))
        found |= {e.subject for e in entries}
    return found
