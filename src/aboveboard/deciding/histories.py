"""What the ledger knows of accounts when something is to be decided about them: their lives, what was decided, what was found wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from aboveboard.cases import Account, fold
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Decision
from aboveboard.store.aliases import about
from aboveboard.store.deciding_tables import CASES
from aboveboard.store.entries import Entry
from aboveboard.store.ledger import read_entries
from aboveboard.store.lives import event_of
from aboveboard.store.schema import ITS_STREAM

__all__ = ["History", "histories", "history"]

_CHUNK = 500
_STREAMS = ITS_STREAM.in_(("accounts", "decisions", "proposals"))


@dataclass(slots=True)
class History:
    """One account: its life, its decisions by id, those that were undone, the keys of its proposals, and the findings of cases that wait."""

    account: Account
    decisions: dict[str, Decision] = field(default_factory=dict[str, Decision])
    undone: set[str] = field(default_factory=set[str])
    proposed: set[str] = field(default_factory=set[str])
    shielded_us: int = 0
    waiting: list[frozenset[str]] = field(default_factory=list[frozenset[str]])

    def immune(self, findings: Iterable[str]) -> bool:
        """Say whether all of these findings were part of a decision that was found wrong: then they decide nothing again."""
        wrong = {f for i in self.undone if i in self.decisions for f in self.decisions[i].findings}
        return bool(wrong) and set(findings) <= wrong

    def settled(self, findings: Iterable[str]) -> bool:
        """Say whether a decision that stands rests on all of these findings already."""
        chosen = set(findings)
        return any(chosen <= set(d.findings) for i, d in self.decisions.items() if i not in self.undone)

    def waits(self, findings: Iterable[str]) -> bool:
        """Say whether a case about all of these findings waits for a person."""
        chosen = set(findings)
        return any(chosen <= known for known in self.waiting)


def history(s: Sitting, account_id: str) -> History:
    """Return one account's history."""
    return histories(s, [account_id])[account_id]


def histories(s: Sitting, accounts: Sequence[str]) -> dict[str, History]:
    """Return the history of each account, in a few queries however many they are."""
    found: dict[str, History] = {}
    names = list(dict.fromkeys(accounts))
    for start in range(0, len(names), _CHUNK):
        found |= _some(s, names[start : start + _CHUNK])
    return found


def _some(s: Sitting, names: list[str]) -> dict[str, History]:
    entries: dict[str, list[Entry]] = {n: [] for n in names}
    for entry in read_entries(s.connection, about(*names), _STREAMS):
        entries[entry.subject].append(entry)
    waiting = _waiting(s, names)
    return {n: _one(n, found, waiting) for n, found in entries.items()}


def _waiting(s: Sitting, names: list[str]) -> set[str]:
    """Return the proposals of these accounts that wait as a case."""
    query = sa.select(CASES.c.proposal).where(
        CASES.c.account_id.in_(names), CASES.c.status != "decided", CASES.c.kind == "proposal"
    )
    return set(s.connection.execute(query).scalars())


def _one(name: str, entries: list[Entry], waiting: set[str]) -> History:
    life = fold(event_of(e) for e in entries if e.stream == "accounts")
    made = History(life._replace(account_id=name))
    for entry in entries:
        body = entry.body
        match entry.stream, entry.kind:
            case "decisions", "decided":
                made.decisions[body["decision"]] = Decision.read(name, _own(body))
            case "decisions", "reversed" | "appeal_granted":
                made.undone.add(body["undoes"])
            case "proposals", "proposed":
                made.proposed.add(entry.key or "")
                if entry.key in waiting:
                    made.waiting.append(frozenset(body["findings"]))
            case "proposals", "shielded":
                made.shielded_us = body["until"]
            case _:
                pass
    return made


def _own(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a decision, without what its entry says besides."""
    return {k: v for k, v in body.items() if k in _COLUMNS}


_COLUMNS = {*Decision._fields, "decision", "action", "scope", "until", "ground", "severity", "imminent", "spread_s"} - {
    "id"
}
