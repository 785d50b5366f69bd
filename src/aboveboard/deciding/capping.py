"""Caps and breakers: how much a rule may do, counted from the ledger in the sitting in which it is done."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import sqlalchemy as sa

from aboveboard.deciding.projecting import day_of
from aboveboard.deciding.sitting import Sitting
from aboveboard.policy import Cap, Policy
from aboveboard.store.deciding_tables import CAPS_USED

__all__ = ["Caps", "caps_of", "counted", "counted_since"]

_WINDOW = 28
_HISTORY = 7


def counted(s: Sitting, kind: str, name: str) -> int:
    """Return how often something was done on the day of the sitting."""
    query = sa.select(CAPS_USED.c.used).where(
        CAPS_USED.c.day == day_of(s.at), CAPS_USED.c.kind == kind, CAPS_USED.c.name == name
    )
    return s.connection.execute(query).scalar() or 0


def counted_since(s: Sitting, kind: str, name: str, days: int = _WINDOW) -> dict[int, int]:
    """Return how often something was done on each of the days before the sitting's, counted back from it; days without any are left out."""
    today = day_of(s.at)
    query = sa.select(CAPS_USED.c.day, CAPS_USED.c.used).where(
        CAPS_USED.c.day >= today - days, CAPS_USED.c.day < today, CAPS_USED.c.kind == kind, CAPS_USED.c.name == name
    )
    return {today - day: used for day, used in s.connection.execute(query)}


@dataclass(slots=True)
class Caps:
    """What is left of the day's caps, for one policy in one sitting."""

    s: Sitting
    rules: Mapping[str, Cap | None]
    actions: Mapping[str, Cap]
    population: int
    used: dict[tuple[str, str], int]
    ceilings: dict[str, int | None]

    def why_not(self, rule: str, action: str) -> str:
        """Return why no more of this may be done today without a person; empty where it may."""
        asked = (
            (f'the cap of the rule "{rule}"', self.rules.get(rule), ("rule", rule)),
            (f'the policy\'s cap on "{action}"', self.actions.get(action), ("action", action)),
        )
        for called, cap, key in asked:
            if cap is not None and self._count(*key) >= (most := limit(cap, self.population)):
                return f"{called} allows {most} a day, and others came first"
        return ""

    def runs_away(self, rule: str) -> str:
        """Return why a rule must be halted: it acts far more often than it did on any usual day; empty where it does not."""
        if rule not in self.ceilings:
            self.ceilings[rule] = _ceiling(self.s, rule)
        ceiling = self.ceilings[rule]
        if ceiling is None or self._count("rule", rule) < ceiling:
            return ""
        return f"it acted {self._count('rule', rule)} times today, {self.s.limits.times:g} times its 99th percentile of {_WINDOW} days"

    def note(self, rule: str, action: str) -> None:
        """Count one more."""
        for key in (("rule", rule), ("action", action)):
            self.used[key] = self._count(*key) + 1

    def _count(self, kind: str, name: str) -> int:
        if (kind, name) not in self.used:
            self.used[kind, name] = counted(self.s, kind, name)
        return self.used[kind, name]


def caps_of(s: Sitting, policy: Policy, population: int) -> Caps:
    """Return the caps of a policy on the day of the sitting."""
    return Caps(s, {r.name: r.cap for r in policy.rules}, dict(policy.caps.items()), population, {}, {})


def limit(cap: Cap, population: int) -> int:
    """Return how many a cap allows a day among so many accounts; a share is rounded up, so that a small service can act."""
    return min(cap.per_day, math.ceil(Decimal(str(cap.share)) * population))


def _ceiling(s: Sitting, rule: str) -> int | None:
    """Return how often a rule may act a day; None while too few days are known to say what is usual."""
    days = counted_since(s, "rule", rule)
    if max(days, default=0) < _HISTORY:
        return None
    usual = float(np.percentile([days.get(n, 0) for n in range(1, max(days) + 1)], 99))
    return max(s.limits.least, math.ceil(s.limits.times * usual))
