"""The console over a scan: real accounts, real findings, real proposals; what is decided stays in this process and in a ledger of its own."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from aboveboard.console.demo.claims import Claims
from aboveboard.console.demo.desk import CaseBook, rows_of
from aboveboard.console.demo.policies import Policies
from aboveboard.console.demo.review import Review
from aboveboard.console.demo.world import Scan
from aboveboard.console.views.frame import Care, Me
from aboveboard.errors import InputError
from aboveboard.staff import ROLES
from aboveboard.store import Ledger, open_store

__all__ = ["Demo"]

_EVERY = frozenset().union(*ROLES.values())


class Demo(Claims, Policies, Review):
    """All verbs over one scan. Whoever gives a name of `people` and the demo's password comes in and may do everything."""

    def __init__(
        self, world: Path, scan: Path, data: Path, password: str, people: tuple[str, ...] = ("Heron", "Wren", "Lark")
    ) -> None:
        self.scan = Scan(world, scan)
        self.store = open_store(data, url=f"sqlite:///{data / 'console.db'}")
        self.ledger = Ledger(self.store)
        self.book = CaseBook(rows_of(self.scan))
        self._password, self._people = password, people
        self._sessions = dict[str, Me]()
        self._care = dict[str, Care]()
        self._begin()
        self._begin_rings()
        self._begin_policies(self.scan.as_of)
        self._begin_outside()
        self._begin_review()
        self._begin_claims()

    def close(self) -> None:
        """Close the store and the scan."""
        self.store.close()
        self.scan.close()

    def enter(self, name: str, password: str, at: datetime) -> str:
        """Return the secret of a session."""
        if name not in self._people or password != self._password:
            raise InputError("Name and password do not fit.")
        session = hashlib.sha256(f"{self._password} {name} {at.isoformat()}".encode()).hexdigest()
        self._sessions[session] = Me(name, _EVERY, at, self._care.get(name, Care()), session=session)
        return session

    def leave(self, me: Me, at: datetime) -> None:
        """End the session."""
        del at
        self._sessions.pop(me.session, None)

    def me(self, session: str | None, at: datetime) -> Me | None:
        """Return who holds a session."""
        del at
        return self._sessions.get(session or "")

    def set_care(self, me: Me, care: Care, at: datetime) -> None:
        """Keep how somebody works."""
        del at
        self._care[me.name] = care
        self._sessions[me.session] = replace(self._sessions[me.session], care=care)
