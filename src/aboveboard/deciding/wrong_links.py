"""Whom an account was wrongly linked to, as decisions that were taken back say, and people who looked at a check: such evidence does not count a second time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import sqlalchemy as sa

from aboveboard.deciding.pairs import person
from aboveboard.deciding.sitting import Sitting
from aboveboard.errors import CaseError
from aboveboard.store import Entry, New
from aboveboard.store.aliases import about
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, ITS_STREAM
from aboveboard.store.sealing import unseal

__all__ = ["clear", "wrongly_linked"]

_UNDONE = ("reversed", "appeal_granted")
_CLEARED = "link_cleared"


def clear(s: Sitting, check: str, account_id: str, by: str, reason: str) -> tuple[str, ...]:
    """Write down that a person looked at a check and found that the account is not whom it may not let back; return the bars, which count no more.

    A link to an account that is still kept is undone where that was decided. Raises `CaseError` where there was no such check, it met no
    bar, or there is no reason.
    """
    if not reason.strip():
        raise CaseError("it needs a reason")
    told = s.said("proposals", check)
    met = tuple(told[1].get("bars", ())) if told else ()
    if not met:
        raise CaseError(f"there is no check {check} that met a bar")
    sealed = s.seal(account_id, {"reason": reason})
    body = {"about": check, "bars": list(met), "by": person(by), "reason": sealed}
    s.write("decisions", [New(_CLEARED, account_id, body, f"cleared:{check}:{account_id}")])
    return met


def wrongly_linked(connection: sa.Connection, accounts: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Return, of each account with a decision that was taken back or a check that was cleared, whom its findings named: accounts, organisations, bars."""
    of_them = (ITS_STREAM == "decisions", about(*accounts))
    told = list(read_entries(connection, *of_them, ENTRIES.c.kind.in_((*_UNDONE, _CLEARED))))
    found = _cleared(e for e in told if e.kind == _CLEARED)
    fallen = {str(e.body.get("undoes", "")) for e in told if e.kind != _CLEARED}
    for entry in read_entries(connection, *of_them, ENTRIES.c.kind == "decided") if fallen else ():
        if entry.body["decision"] in fallen and entry.body.get("snapshot"):
            kept = unseal(connection, entry.body["snapshot"]) or {}
            related = {str(r) for f in kept.get("findings", ()) for r in f.get("related") or ()}
            found.setdefault(entry.subject, set()).update(related)
    return {account: frozenset(related) for account, related in found.items()}


def _cleared(entries: Iterable[Entry]) -> dict[str, set[str]]:
    found = dict[str, set[str]]()
    for entry in entries:
        found.setdefault(entry.subject, set()).update(entry.body["bars"])
    return found
