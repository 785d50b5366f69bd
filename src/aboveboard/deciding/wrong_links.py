"""Whom an account was wrongly linked to, as decisions that were taken back say: such evidence does not count a second time."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import sqlalchemy as sa

from aboveboard.store.aliases import about
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES
from aboveboard.store.sealing import unseal

__all__ = ["wrongly_linked"]

_UNDONE = ("reversed", "appeal_granted")


def wrongly_linked(connection: sa.Connection, accounts: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Return, of each account with a decision that was taken back, the accounts and organisations its findings named."""
    of_them = (ENTRIES.c.stream == "decisions", about(*accounts))
    undone = read_entries(connection, *of_them, ENTRIES.c.kind.in_(_UNDONE))
    fallen = {str(e.body.get("undoes", "")) for e in undone}
    if not fallen:
        return {}
    found = dict[str, set[str]]()
    for entry in read_entries(connection, *of_them, ENTRIES.c.kind == "decided"):
        if entry.body["decision"] in fallen and entry.body.get("snapshot"):
            kept = unseal(connection, entry.body["snapshot"]) or {}
            related = {str(r) for f in kept.get("findings", ()) for r in f.get("related") or ()}
            found.setdefault(entry.subject, set()).update(related)
    return {account: frozenset(related) for account, related in found.items()}
