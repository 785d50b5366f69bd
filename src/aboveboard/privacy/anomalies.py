"""What is unusual about who looked at whom: for the auditor, who asks. A sign here is a question, not a verdict."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from statistics import median
from typing import Any, NamedTuple

import numpy as np
import sqlalchemy as sa

from aboveboard.store import Entry
from aboveboard.store.entries import microseconds
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, METADATA

__all__ = ["KINDS", "Anomaly", "Habits", "anomalies", "widely_followed"]

KINDS: Mapping[str, str] = {
    "without_case": "The case that was named is not there, or is about somebody else.",
    "widely_followed": "The account is widely followed: curiosity is the commonest misuse.",
    "out_of_hours": "Outside the hours in which this desk works.",
    "in_a_row": "More looks in a short time than a person reads.",
    "outlier": "One person looks far more often than their peers do.",
}
"""What is asked about."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What is usual: hours of work in the desk's own zone (from, until; weekends are none), and how much is much."""

    zone: tzinfo
    hours: tuple[int, int] = (7, 20)
    weekends: bool = False
    many: int = 10
    within: timedelta = timedelta(minutes=10)
    times: float = 5.0
    least: int = 20


class Anomaly(NamedTuple):
    """One thing to ask about: its kind, the person, when it began, whom they looked at (empty: several), how many looks, and a sentence."""

    kind: str
    by: str
    at: datetime
    account: str
    looks: int
    says: str


def anomalies(
    connection: sa.Connection, since: datetime, until: datetime, habits: Habits, followers: int = 100_000
) -> list[Anomaly]:
    """Return what is unusual about the looks between two times, by kind and time."""
    looks = list(
        read_entries(
            connection,
            ENTRIES.c.stream == "reads",
            ENTRIES.c.kind == "revealed",
            ENTRIES.c.at_us >= microseconds(since),
            ENTRIES.c.at_us < microseconds(until),
        )
    )
    known = widely_followed(connection, {e.subject for e in looks}, followers)
    found = [*_without_case(looks), *_celebrities(looks, known), *_out_of_hours(looks, habits), *_in_a_row(looks, habits), *_outliers(looks, habits)]  # fmt: skip
    return sorted(found, key=lambda a: (list(KINDS).index(a.kind), a.at, a.by, a.account))


def widely_followed(connection: sa.Connection, accounts: Iterable[str], followers: int) -> dict[str, int]:
    """Return the accounts of these that have at least so many followers, as the platform last said."""
    table, names, found = METADATA.tables["facts"], sorted(accounts), dict[str, int]()
    for start in range(0, len(names), 500):
        query = sa.select(table.c.account_id, table.c.body).where(
            table.c.source == "accounts", table.c.account_id.in_(names[start : start + 500])
        )
        for account, body in connection.execute(query.order_by(table.c.at_us)):
            said: Any = json.loads(body)
            found[account] = int(said.get("followers") or 0)
    return {a: n for a, n in found.items() if n >= followers}


def _without_case(looks: Sequence[Entry]) -> Iterator[Anomaly]:
    for e in looks:
        if not e.body["known"]:
            yield Anomaly(
                "without_case",
                e.body["by"],
                e.at,
                e.subject,
                1,
                f"named the case {e.body['case']}, which is not about this account",
            )


def _celebrities(looks: Sequence[Entry], known: Mapping[str, int]) -> Iterator[Anomaly]:
    for e in looks:
        if e.subject in known:
            says = f"looked at an account with {known[e.subject]:,} followers, for the case {e.body['case']}"
            yield Anomaly("widely_followed", e.body["by"], e.at, e.subject, 1, says)


def _out_of_hours(looks: Sequence[Entry], habits: Habits) -> Iterator[Anomaly]:
    saturday = 5
    for e in looks:
        local = e.at.astimezone(habits.zone)
        free = local.weekday() >= saturday and not habits.weekends
        if free or not habits.hours[0] <= local.hour < habits.hours[1]:
            yield Anomaly("out_of_hours", e.body["by"], e.at, e.subject, 1, f"looked at {local:%H:%M} on a {local:%A}")


def _in_a_row(looks: Sequence[Entry], habits: Habits) -> Iterator[Anomaly]:
    """Yield runs: the looks from the first of a full window to the last of one that overlaps it."""
    for by, mine in _by_person(looks).items():
        at = np.array([microseconds(e.at) for e in mine], np.int64)
        window = habits.within // timedelta(microseconds=1)
        full = np.flatnonzero(np.searchsorted(at, at + window, side="right") - np.arange(len(at)) >= habits.many)
        if not len(full):
            continue
        ends = np.searchsorted(at, at[full] + window, side="right")
        begins = np.concatenate(([True], full[1:] >= ends[:-1]))
        for first, last in zip(full[begins], np.maximum.reduceat(ends, np.flatnonzero(begins)), strict=True):
            count = int(last - first)
            minutes = (mine[last - 1].at - mine[first].at).total_seconds() / 60
            yield Anomaly(
                "in_a_row", by, mine[first].at, "", count, f"looked at {count} accounts in {minutes:.0f} minutes"
            )


def _outliers(looks: Sequence[Entry], habits: Habits) -> Iterator[Anomaly]:
    """Each person is held against the median of the others: with few people, one's own number would pull it up."""
    counts = Counter(e.body["by"] for e in looks)
    for by, count in counts.items():
        others = [n for name, n in counts.items() if name != by]
        usual = median(others) if others else 0
        if others and count >= max(habits.least, habits.times * usual):
            first = next(e.at for e in looks if e.body["by"] == by)
            yield Anomaly(
                "outlier", by, first, "", count, f"looked {count} times; half of the others at most {usual:.0f} times"
            )


def _by_person(looks: Sequence[Entry]) -> dict[str, list[Entry]]:
    found = defaultdict[str, list[Entry]](list)
    for e in looks:
        found[e.body["by"]].append(e)
    return found
