"""Queues over the service's cases: what this person may take up, in the order they ask for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import sqlalchemy as sa

from aboveboard.console.service.door import Door, keep_own, own
from aboveboard.console.service.ground import Standing, asked, who
from aboveboard.console.service.rows import Known, Rows
from aboveboard.console.views.cases import CaseRow, Queue, QueuePage, Wanted
from aboveboard.console.views.frame import Me, Option
from aboveboard.core import CLASSES, TIERS
from aboveboard.errors import InputError
from aboveboard.staff.permissions import Scope
from aboveboard.staff.roster import person_named
from aboveboard.store.console_tables import RULINGS
from aboveboard.store.deciding_tables import CASES, LEASES
from aboveboard.store.entries import microseconds

__all__ = ["QUEUES", "Queues"]

_PAGE = 50
QUEUES = {
    "returning": frozenset({"reincarnation"}),
    "posing": frozenset({"impersonation", "unqualified_professional", "name_violation"}),
    "together": frozenset({"coordination", "fake_follower", "inflated_audience", "bought_audience", "trend_hijack", "pile_on", "report_abuse"}),
    "institutions": frozenset({"orphaned_institution", "duplicate_institution", "stale_check"}),
    "minors": frozenset({"minor_unprotected", "account_sharing", "account_trade"}),
}  # fmt: skip
"""The queues that are there without anybody having made them, by violation; `second` is those that wait for a second person."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What waits for somebody: the lines, who works on what, and the names of their saved queues."""

    lines: list[Known]
    held: dict[str, str]
    saved: dict[str, tuple[str, Wanted]]


class Queues(Door):
    """The verbs of the queue."""

    def __init__(self, standing: Standing) -> None:
        super().__init__(standing)
        self.rows = Rows()

    def queue(self, me: Me, wanted: Wanted, at: datetime) -> QueuePage:
        """Return a page of cases."""
        asked(me, "cases:read")
        waiting = self.waiting(me, at)
        rows = _chosen(waiting, wanted)
        pages = max(1, -(-len(rows) // _PAGE))
        page = min(wanted.page, pages)
        part = rows[(page - 1) * _PAGE : page * _PAGE]
        shown = tuple(replace(r, by=waiting.held.get(r.id, "")) for r in part)
        kinds = sorted({k.row.violation for k in waiting.lines})
        return QueuePage(
            replace(wanted, page=page), shown, len(rows), pages, _queues(waiting),
            tuple(Option(v, key=f"violation.{v}") for v in kinds), tuple(Option(t, key=f"tier.{t}") for t in TIERS), tuple(Option(c, key=f"class.{c}") for c in CLASSES),
        )  # fmt: skip

    def queues_of(self, waiting: _Waiting) -> tuple[Queue, ...]:
        """Return every queue with what waits in it."""
        return _queues(waiting)

    def order(self, me: Me, wanted: Wanted, at: datetime) -> list[str]:
        """Return the cases that are asked for, in their order."""
        return [r.id for r in _chosen(self.waiting(me, at), wanted)]

    def waiting(self, me: Me, at: datetime) -> _Waiting:
        """Return what this person could work on: what is open, none that they gave their word on, within their part of the work."""
        levels = ("reviewer", "senior") if me.may("decisions:confirm") else ("reviewer",)
        now = microseconds(at)
        open_ = sa.select(CASES).where(
            CASES.c.kind == "proposal", CASES.c.status != "decided", CASES.c.level.in_(levels)
        )
        leases = sa.select(LEASES.c.case_id, LEASES.c.by).where(LEASES.c.until_us > now)
        leaving = sa.select(RULINGS.c.case_id).where(RULINGS.c.status == "waiting")
        with self.reading() as connection:
            gone = set(connection.execute(leaving).scalars())
            cases = [dict(c) for c in connection.execute(open_).mappings() if c["case_id"] not in gone]
            mine = [c for c in cases if c["opinions"] == "[]" or not _spoke(c, who(me))]
            ready = [c for c in mine if c["status"] in ("open", "second") or c["until_us"] <= now]
            lines = self.rows.of(connection, ready)
            held = {row[0]: row[1].removeprefix("person:") for row in connection.execute(leases)}
            saved = {n: _saved(body) for n, body in own(connection, me.name, "queue").items()}
            person = person_named(connection, me.name)
        scope = person.scope if person else Scope()
        return _Waiting([k for k in lines if _within(scope, k)], held, saved)

    def save_queue(self, me: Me, name: str, wanted: Wanted, at: datetime) -> Queue:
        """Keep what was asked for under a name."""
        asked(me, "cases:read")
        if not name.strip():
            raise InputError("a queue needs a name")
        id_ = f"own_{uuid5(NAMESPACE_OID, name.strip()).hex[:8]}"
        kept = replace(wanted, queue="" if wanted.queue.startswith("own_") else wanted.queue, page=1)
        with self.on.ledger.store.writing() as connection:
            keep_own(connection, me.name, "queue", id_, {"name": name.strip(), "wanted": asdict(kept)})
        return next(q for q in _queues(self.waiting(me, at)) if q.id == id_)


def _spoke(case: dict[str, Any], by: str) -> bool:
    return any(o["by"] == by for o in json.loads(case["opinions"]))


def _within(scope: Scope, known: Known) -> bool:
    queue = next((n for n, kinds in QUEUES.items() if known.row.violation in kinds), None)
    return scope.covers(queue, known.language or None, None)


def _saved(body: str) -> tuple[str, Wanted]:
    told = json.loads(body)
    return told["name"], Wanted(**told["wanted"])


def _chosen(waiting: _Waiting, wanted: Wanted) -> list[CaseRow]:
    if wanted.queue in waiting.saved:
        kept = waiting.saved[wanted.queue][1]
        wanted = replace(kept, order=wanted.order, text=wanted.text or kept.text)
    text = wanted.text.casefold()
    rows = [k.row for k in waiting.lines if _matches(k.row, wanted, text)]
    keys = {
        "oldest": lambda r: r.opened_at.timestamp(),
        "newest": lambda r: -r.opened_at.timestamp(),
        "surest": lambda r: -r.score,
    }
    rows.sort(key=lambda r: (keys.get(wanted.order, lambda r: r.due_at.timestamp())(r), r.id))
    return rows


def _matches(row: CaseRow, wanted: Wanted, text: str) -> bool:
    queued = not wanted.queue or row.violation in QUEUES.get(wanted.queue, ())
    return (
        (row.state == "second" if wanted.queue == "second" else queued)
        and wanted.violation in ("", row.violation)
        and wanted.tier in ("", row.tier)
        and wanted.state in ("", row.state)
        and (not wanted.evidence or wanted.evidence in row.classes)
        and (not text or text in f"{row.name} {row.handle} {row.account_id} {row.id} {row.says}".casefold())
    )


def _queues(waiting: _Waiting) -> tuple[Queue, ...]:
    every = [k.row for k in waiting.lines]
    groups = {"": every} | {name: [r for r in every if r.violation in kinds] for name, kinds in QUEUES.items()}
    groups["second"] = [r for r in every if r.state == "second"]
    made = [_queue(i, f"queue: {i or 'all'}", rows) for i, rows in groups.items() if rows or not i]
    own_ = [_queue(i, name, _chosen(waiting, w)) for i, (name, w) in waiting.saved.items()]
    return (*made, *(replace(q, saved=True) for q in own_))


def _queue(id_: str, name: str, rows: Sequence[CaseRow]) -> Queue:
    return Queue(
        id_,
        name,
        len(rows),
        min((r.opened_at for r in rows), default=None),
        min((r.due_at for r in rows), default=None),
    )
