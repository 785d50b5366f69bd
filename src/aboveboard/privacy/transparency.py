"""What the operator publishes about its own decisions: counts, appeals, overturns and times, with nothing about a few people.

Every table has the violations as rows and shares their sums with the others; nothing else links them, so that hiding small cells table by
table is enough: any two that have the same sums can come from the same people.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any, NamedTuple

import numpy as np
import sqlalchemy as sa

from aboveboard.cases.kinds import KINDS, role
from aboveboard.cases.states import STATES
from aboveboard.privacy.categories import CATEGORIES
from aboveboard.privacy.smallcells import K, hidden, merged, rounded
from aboveboard.store.entries import microseconds
from aboveboard.store.ledger import read_entries
from aboveboard.store.lives import ACCOUNTS, event_of
from aboveboard.store.schema import ENTRIES, METADATA

__all__ = ["DIMENSIONS", "Decided", "Table", "decided", "published", "tables"]

DIMENSIONS: Mapping[str, str] = {
    "language": "the account's language, as the platform says",
    "decided_by": "a person, or the operator's rules by a program",
    "restriction": "what was done, in the words of the European database",
    "outcome": "what became of it by the end: not appealed, an appeal waits, was refused, was granted, or taken back without one",
}
"""What decisions are counted by, beside their violation."""

_DECIDES = tuple(k.name for k in KINDS.values() if k.state and "violation" in k.needs)
_ANSWERS = ("appealed", "appeal_refused", "appeal_granted", "reversed")
_CHUNK = 500


class Decided(NamedTuple):
    """One decision of the period, and what became of it by its end; times are None where there was none."""

    id: str
    violation: str
    language: str
    decided_by: str
    restriction: str
    outcome: str
    at: datetime
    appealed_at: datetime | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of decisions by violation and one more thing; None in place of a count that is hidden."""

    by: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    row_sums: tuple[int | None, ...]
    column_sums: tuple[int | None, ...]
    total: int | None


def decided(connection: sa.Connection, since: datetime, until: datetime) -> list[Decided]:
    """Return the decisions made from `since` up to `until`, with what became of each before `until`."""
    kinds = ENTRIES.c.kind.in_((*_DECIDES, *_ANSWERS))
    made: dict[str, Any] = {}
    answers = defaultdict[str, dict[str, datetime]](dict)
    for entry in read_entries(connection, ENTRIES.c.stream == ACCOUNTS, kinds, ENTRIES.c.at_us < microseconds(until)):
        event = event_of(entry)
        if not since <= event.at < until and entry.kind in _DECIDES:
            continue
        if entry.kind in _DECIDES and event.violation:
            made.setdefault(event.id, event)
        elif event.id in made:
            answers[event.id].setdefault(entry.kind, event.at)
    spoken = _languages(connection, {e.account_id for e in made.values()})
    return [_one(e, answers[i], spoken.get(e.account_id, "unknown")) for i, e in made.items()]


def _one(event: Any, answers: Mapping[str, datetime], language: str) -> Decided:  # noqa: ANN401  (a cases.Event)
    answered = answers.get("appeal_granted") or answers.get("appeal_refused")
    by = "person" if role(event.by) == "person" else "program"
    restriction = STATES[KINDS[event.kind].state].statement[1] or "none"
    return Decided(
        event.id,
        event.violation,
        language,
        by,
        restriction,
        _outcome(answers),
        event.at,
        answers.get("appealed"),
        answered,
    )


def _outcome(answers: Mapping[str, datetime]) -> str:
    if "appeal_granted" in answers:
        return "granted"
    if "reversed" in answers:
        return "taken_back"
    if "appeal_refused" in answers:
        return "refused"
    return "waits" if "appealed" in answers else "not_appealed"


def _languages(connection: sa.Connection, accounts: set[str]) -> dict[str, str]:
    """Return the language that the platform last said of each account."""
    table, names, found = METADATA.tables["facts"], sorted(accounts), dict[str, str]()
    for start in range(0, len(names), _CHUNK):
        query = sa.select(table.c.account_id, table.c.body).where(
            table.c.source == "accounts", table.c.account_id.in_(names[start : start + _CHUNK])
        )
        for account, body in connection.execute(query.order_by(table.c.at_us)):
            found[account] = str(json.loads(body).get("language") or "unknown")
    return found


def tables(made: Sequence[Decided], k: int = K, base: int = 1) -> list[Table]:
    """Return a table for each of `DIMENSIONS`, small cells hidden, counts to the nearest `base`; none with fewer than `k` decisions in all."""
    if len(made) < k:
        return []
    rows = merged(Counter(d.violation for d in made), k)
    return [_table(made, by, rows, k, base) for by in DIMENSIONS]


def _table(made: Sequence[Decided], by: str, rows: Mapping[str, str], k: int, base: int) -> Table:
    columns = merged(Counter(getattr(d, by) for d in made), k)
    up, across = sorted(set(rows.values())), sorted(set(columns.values()))
    counts = np.zeros((len(up), len(across)), np.int64)
    for (violation, value), count in Counter((rows[d.violation], columns[getattr(d, by)]) for d in made).items():
        counts[up.index(violation), across.index(value)] = count
    mask = hidden(counts, k)
    cells = tuple(tuple(_shown(r, m, base)) for r, m in zip(counts, mask, strict=True))
    sums = [tuple(rounded([int(n) for n in counts.sum(axis)], base)) for axis in (1, 0)]
    return Table(by, tuple(up), tuple(across), cells, sums[0], sums[1], rounded([len(made)], base)[0])


def _shown(counts: Any, mask: Any, base: int) -> Iterator[int | None]:  # noqa: ANN401  (arrays)
    yield from rounded([None if m else int(c) for c, m in zip(counts, mask, strict=True)], base)


def published(made: Sequence[Decided], since: datetime, until: datetime, k: int = K, base: int = 1) -> dict[str, Any]:
    """Return everything that may be published about the decisions of a period, as JSON can hold it. Nothing in it is free text."""
    appeals = [d for d in made if d.appealed_at]
    answered = [d.answered_at - d.appealed_at for d in appeals if d.answered_at and d.appealed_at]
    granted = sum(d.outcome == "granted" for d in made)
    return {
        "from": since.isoformat(),
        "to": until.isoformat(),
        "fewest": k,
        "rounded_to": base,
        "decisions": _few(len(made), k, base),
        "appeals": _few(len(appeals), k, base),
        "appeals_granted": _few(granted, k, base),
        "taken_back_without_appeal": _few(sum(d.outcome == "taken_back" for d in made), k, base),
        "median_hours_to_answer_an_appeal": _median(answered, k),
        "tables": [_said(t) for t in tables(made, k, base)],
        "dsa": {
            "note": "restrictions are in the words of the European database; a row's category is the default of each violation in it",
            "categories": {v: {"category": c.category, "keyword": c.keyword} for v, c in CATEGORIES.items()},
            "complaints": _few(len(appeals), k, base),
            "complaints_median_hours": _median(answered, k),
            "complaints_reversed": _few(granted, k, base),
        },
    }


def _few(count: int, k: int, base: int) -> int | None:
    return None if 0 < count < k else rounded([count], base)[0]


def _median(times: Iterable[timedelta], k: int) -> int | None:
    """Return the median in whole hours, of k or more."""
    told = [t.total_seconds() / 3600 for t in times]
    return round(median(told)) if len(told) >= k else None


def _said(table: Table) -> dict[str, Any]:
    return {
        "by": table.by,
        "about": DIMENSIONS[table.by],
        "rows": list(table.rows),
        "columns": list(table.columns),
        "cells": [list(r) for r in table.cells],
        "row_sums": list(table.row_sums),
        "column_sums": list(table.column_sums),
        "total": table.total,
    }
