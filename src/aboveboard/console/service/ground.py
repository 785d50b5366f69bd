"""What every part of the console's service stands on: the ledger, the staff, the operator's limits, and one sitting at a time."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from aboveboard.app.acting import hand_over
from aboveboard.app.leaving import leave_due
from aboveboard.cases import Periods
from aboveboard.cases.periods import PERIODS
from aboveboard.console.pictures import Pictures
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.frame import Care, Me
from aboveboard.deciding.leaving import Tokens
from aboveboard.deciding.policy_life import policy_of
from aboveboard.deciding.sitting import Sitting, sit
from aboveboard.deciding.values import Limits
from aboveboard.errors import AccessError, PolicyError
from aboveboard.policy import Policy, default_policy
from aboveboard.staff.roster import Roster
from aboveboard.store import Ledger
from aboveboard.store.console_tables import RULINGS
from aboveboard.store.deciding_tables import CASES, CHECKS
from aboveboard.store.entries import microseconds

__all__ = ["Ground", "Standing", "asked", "case_row", "who"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the service hands the console: the staff (and with it the ledger), what makes the tokens of a bar, the operator's limits and periods, the detectors that are installed, where pictures are, and how people work who set nothing themselves."""

    roster: Roster
    tokens: Tokens
    limits: Limits = field(default_factory=Limits)
    periods: Periods = PERIODS
    detectors: Mapping[str, str] = field(default_factory=dict[str, str])
    pictures: Pictures | None = None
    care: Care = field(default_factory=Care)

    @property
    def ledger(self) -> Ledger:
        """The ledger of the store."""
        return self.roster.ledger


def who(me: Me) -> str:
    """Return somebody as the ledger names them."""
    return f"person:{me.name}"


class Ground:
    """Something that stands on the service."""

    def __init__(self, standing: Standing) -> None:
        self.on = standing
        self._policies = dict[tuple[str, str], Policy]()

    @contextmanager
    def sitting(self, at: datetime) -> Generator[Sitting]:
        """Open a sitting; what leaves with it goes to the platform in the same transaction."""
        with sit(self.on.ledger, at, self.on.limits, self.on.periods) as s:
            yield s
            _ = hand_over(s)

    @contextmanager
    def reading(self) -> Generator[sa.Connection]:
        """Open a transaction that only reads."""
        with self.on.ledger.store.reading() as connection:
            yield connection

    def settle(self, at: datetime) -> None:
        """Let rulings leave whose time has come: the worker does it every few seconds, and whoever looks need not wait for it."""
        waiting = sa.select(sa.func.min(RULINGS.c.leaves_us)).where(RULINGS.c.status == "waiting")
        with self.reading() as connection:
            first = connection.execute(waiting).scalar()
        if first is not None and first <= microseconds(at):
            with self.sitting(at) as s:
                _ = leave_due(s, self.on.tokens)

    def rulebook(self, name: str, version: str, at: datetime) -> Policy:
        """Return a version of a policy; the one that ships where its text was forgotten."""
        if (name, version) not in self._policies:
            try:
                with sit(self.on.ledger, at, self.on.limits) as s:
                    self._policies[name, version] = policy_of(s, name, version)
            except PolicyError:
                return default_policy()
        return self._policies[name, version]


def asked(me: Me, permission: str) -> None:
    """Raise `AccessError` where somebody may not do this."""
    if not me.may(permission):
        raise AccessError(
            "forbidden",
            f"This takes the permission {permission}, which you do not hold. An administrator can give you a role that has it.",
        )


def case_row(connection: sa.Connection, case_id: str, *kinds: str) -> dict[str, Any]:
    """Return a case as it stands, without a kind one that is worked on in the queue. Raises `NotHereError` where there is none of these kinds."""
    query = sa.select(CASES).where(CASES.c.case_id == case_id, CASES.c.kind.in_(kinds or ("proposal", *CHECKS)))
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise NotHereError(f"there is no case {case_id}")
    return dict(row)
