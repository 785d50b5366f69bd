"""Strikes: what a decision weighs against its holder afterwards, for how long, and how long the next bar is."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from aboveboard.cases.values import Account

__all__ = ["LADDER", "Rung", "Strike", "rung", "strikes", "weight"]

_WHOLE = timedelta(days=90)
_GONE = timedelta(days=365)


class Rung(NamedTuple):
    """One step of the ladder of bars: how long it lasts; empty means no end, and then how often a person looks again."""

    lasts: timedelta | None
    review: timedelta | None = None


LADDER: tuple[Rung, ...] = (
    Rung(timedelta(days=7)),
    Rung(timedelta(days=30)),
    Rung(timedelta(days=365)),
    Rung(None, timedelta(days=365)),
)
"""How long a subject stays away: 7 days, 30 days, a year, then without an end but looked at every year."""


class Strike(NamedTuple):
    """What one decision weighs today: 1 for 90 days, one half until a year has passed, then it is gone."""

    id: str
    violation: str
    since: datetime
    weight: float
    gone_at: datetime


def strikes(account: Account, at: datetime) -> tuple[Strike, ...]:
    """Return the strikes that count at a time, oldest first.

    Only a decision on law or terms with a severity of 1 to 4 is a strike. A warning, a check, an expired credential and a
    compromised account weigh nothing; an overturned decision has left no strike.
    """
    return tuple(
        Strike(m.id, m.violation, m.since, 1.0 if at < m.since + _WHOLE else 0.5, m.since + _GONE)
        for m in account.measures
        if m.severity and m.ground in ("law", "terms") and m.since <= at < m.since + _GONE
    )


def weight(account: Account, at: datetime) -> float:
    """Return the sum of the strikes at a time."""
    return sum(s.weight for s in strikes(account, at))


def rung(severity: int, earlier: float = 0.0) -> Rung:
    """Return the step for a severity (1 to 4) after strikes that weigh `earlier`: one step further for each."""
    return LADDER[min(len(LADDER) - 1, max(0, severity - 1) + int(earlier))]
