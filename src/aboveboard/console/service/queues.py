"""Queues over the service's cases: what this person may take up, in the order they ask for. The database counts and sorts; a page is fifty lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple
from uuid import NAMESPACE_OID, uuid5

import sqlalchemy as sa

from aboveboard.console.service.door import Door, forget_own, keep_own, own
from aboveboard.console.service.ground import asked, who
from aboveboard.console.service.rows import LINED, STATE, row_of
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.cases import Queue, QueuePage, Wanted
from aboveboard.console.views.frame import Me, Option
from aboveboard.core import CLASSES, TIERS
from aboveboard.deciding.lining import lacks_lines, line_up
from aboveboard.errors import InputError
from aboveboard.staff.permissions import Scope
from aboveboard.staff.roster import person_named
from aboveboard.store.console_tables import CASE_LINES, RULINGS
from aboveboard.store.deciding_tables import CASES, CHECKS, LEASES
from aboveboard.store.entries import microseconds, moment

__all__ = ["QUEUES", "Place", "Queues", "Waiting"]

_PAGE = 50
_KINDS = ("proposal", *CHECKS)
QUEUES = {
    "returning": frozenset({"reincarnation"}),
    "posing": frozenset({"impersonation", "unqualified_professional", "name_violation"}),
    "together": frozenset({"coordination", "fake_follower", "inflated_audience", "bought_audience", "trend_hijack", "pile_on", "report_abuse"}),
    "institutions": frozenset({"orphaned_institution", "duplicate_institution", "stale_check"}),
    "minors": frozenset({"minor_unprotected", "account_sharing", "account_trade"}),
}  # fmt: skip
"""The queues that are there without anybody having made them, by violation; `second` is those that wait for a second person."""

_ORDERS: dict[str, tuple[sa.ColumnElement[Any], bool]] = {
    "oldest": (CASES.c.opened_us, False), "newest": (CASES.c.opened_us, True), "surest": (CASE_LINES.c.score, True), "due": (CASE_LINES.c.due_us, False),
}  # fmt: skip
"""By what a queue is put in order, and whether the greatest comes first; of equals, the case's id decides."""
_LINE = sa.select(
    *(c for c in CASES.columns if c.name != "score"),
    *(c for c in CASE_LINES.columns if c.name not in ("case_id", "account_id", "search")),
).select_from(LINED)


class _Group(NamedTuple):
    violation: str
    state: str
    many: int
    oldest_us: int
    due_us: int


class Place(NamedTuple):
    """Where a case stands among those that are asked for: counted from 0, -1 where it is none of them."""

    at: int
    total: int
    next_id: str
    previous_id: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for somebody: the conditions, what is open by violation and state, and the names of their saved queues."""

    where: tuple[sa.ColumnElement[bool], ...]
    groups: tuple[_Group, ...]
    saved: dict[str, tuple[str, Wanted]]

    def chosen(self, wanted: Wanted) -> tuple[tuple[sa.ColumnElement[bool], ...], str]:
        """Return the conditions of what is asked for, and its order."""
        if wanted.queue in self.saved:
            kept = self.saved[wanted.queue][1]
            wanted = replace(kept, order=wanted.order, text=wanted.text or kept.text)
        return (*self.where, *_matching(wanted)), wanted.order

    def overdue(self, connection: sa.Connection, now: int) -> int:
        """Return how many are over their time."""
        return _count(connection, (*self.where, CASE_LINES.c.due_us < now))


class Queues(Door):
    """The verbs of the queue."""

    def queue(self, me: Me, wanted: Wanted, at: datetime) -> QueuePage:
        """Return a page of cases."""
        asked(me, "cases:read")
        with self.lined() as connection:
            waiting = self.waiting(connection, me, at)
            where, order = waiting.chosen(wanted)
            total = sum(g.many for g in waiting.groups) if where == waiting.where else _count(connection, where)
            pages = max(1, -(-total // _PAGE))
            page = min(wanted.page, pages)
            query = _LINE.where(*where).order_by(*_ordered(order))
            lines = connection.execute(query.limit(_PAGE).offset((page - 1) * _PAGE)).mappings().all()
            held = _held(connection, [r["case_id"] for r in lines], microseconds(at))
            queues = self.queues_of(connection, waiting)
        kinds = sorted({g.violation for g in waiting.groups})
        return QueuePage(
            replace(wanted, page=page), tuple(row_of(r, held.get(r["case_id"], "")) for r in lines), total, pages, queues,
            tuple(Option(v, key=f"violation.{v}") for v in kinds), tuple(Option(t, key=f"tier.{t}") for t in TIERS), tuple(Option(c, key=f"class.{c}") for c in CLASSES),
        )  # fmt: skip

    def lined(self) -> Any:  # noqa: ANN401  (a context manager that gives a connection)
        """Open a transaction that reads, once every open case has its line."""
        with self.reading() as connection:
            lacks = lacks_lines(connection)
        if lacks:
            with self.on.ledger.store.writing() as connection:
                _ = line_up(connection)
        return self.reading()

    def queues_of(self, connection: sa.Connection, waiting: Waiting) -> tuple[Queue, ...]:
        """Return every queue with what waits in it."""
        every = waiting.groups
        groups = {"": every} | {name: [g for g in every if g.violation in kinds] for name, kinds in QUEUES.items()}
        groups["second"] = [g for g in every if g.state == "second"]
        made = [_queue(i, f"queue: {i or 'all'}", rows) for i, rows in groups.items() if rows or not i]
        own_ = [_queue(i, name, _grouped(connection, waiting.chosen(w)[0])) for i, (name, w) in waiting.saved.items()]
        return (*made, *(replace(q, saved=True) for q in own_))

    def place(self, me: Me, case_id: str, wanted: Wanted, at: datetime) -> Place:
        """Return where a case stands among those that are asked for."""
        with self.lined() as connection:
            where, order = self.waiting(connection, me, at, count=False).chosen(wanted)
            return _placed(connection, case_id, where, order)

    def waiting(self, connection: sa.Connection, me: Me, at: datetime, *, count: bool = True) -> Waiting:
        """Return what this person could work on: what is open, none that they gave their word on, within their part of the work."""
        levels = ("reviewer", "senior", who(me)) if me.may("decisions:confirm") else ("reviewer", who(me))
        person = person_named(connection, me.name)
        leaving = sa.select(RULINGS.c.case_id).where(RULINGS.c.status == "waiting")
        spoke = CASES.c.opinions.contains(json.dumps(who(me)), autoescape=True)
        ready = sa.or_(CASES.c.status.in_(("open", "second")), CASES.c.until_us <= microseconds(at))
        where = (
            CASES.c.kind.in_(_KINDS), CASES.c.status != "decided", CASES.c.level.in_(levels), CASE_LINES.c.erased == 0, ready,
            sa.or_(CASES.c.opinions == "[]", ~spoke), CASES.c.case_id.not_in(leaving), *_within(person.scope if person else Scope()),
        )  # fmt: skip
        saved = {n: _saved(body) for n, body in own(connection, me.name, "queue").items()}
        return Waiting(where, tuple(_grouped(connection, where)) if count else (), saved)

    def save_queue(self, me: Me, name: str, wanted: Wanted, at: datetime) -> Queue:
        """Keep what was asked for under a name."""
        asked(me, "cases:read")
        if not name.strip():
            raise InputError("a queue needs a name")
        id_ = f"own_{uuid5(NAMESPACE_OID, name.strip()).hex[:8]}"
        kept = replace(wanted, queue="" if wanted.queue.startswith("own_") else wanted.queue, page=1)
        with self.on.ledger.store.writing() as connection:
            keep_own(connection, me.name, "queue", id_, {"name": name.strip(), "wanted": asdict(kept)})
        with self.lined() as connection:
            return next(q for q in self.queues_of(connection, self.waiting(connection, me, at)) if q.id == id_)

    def forget_queue(self, me: Me, queue: str, at: datetime) -> None:
        """Forget a queue of one's own."""
        asked(me, "cases:read")
        del at
        with self.on.ledger.store.writing() as connection:
            if not forget_own(connection, me.name, "queue", queue):
                raise NotHereError("You keep no such queue.")


def _ordered(order: str, *, backwards: bool = False) -> list[sa.ColumnElement[Any]]:
    column, down = _ORDERS.get(order, _ORDERS["due"])
    return [
        column.desc() if down != backwards else column.asc(),
        CASE_LINES.c.case_id.desc() if backwards else CASE_LINES.c.case_id.asc(),
    ]


def _placed(connection: sa.Connection, case_id: str, where: Sequence[sa.ColumnElement[bool]], order: str) -> Place:
    """Return where a case stands: one count over the lines and a look to each side, instead of every id."""
    column, down = _ORDERS.get(order, _ORDERS["due"])
    own_ = connection.execute(sa.select(column).select_from(LINED).where(CASE_LINES.c.case_id == case_id)).scalar()
    if own_ is None:
        return Place(-1, _count(connection, where), "", "")
    before, after = (_beside(column, own_, case_id, down=down, before=b) for b in (True, False))
    tallied = (
        sa.func.coalesce(sa.func.sum(sa.case((c, 1), else_=0)), 0)
        for c in (sa.and_(*before), CASE_LINES.c.case_id == case_id)
    )
    count = sa.select(sa.func.count(), *tallied).select_from(LINED).where(*where)
    total, at, there = map(int, connection.execute(count).one())
    if not there:
        return Place(-1, total, "", "")
    sides = ((after, _ordered(order)), (before, _ordered(order, backwards=True)))
    found = (
        sa.select(CASE_LINES.c.case_id).select_from(LINED).where(*where, *side).order_by(*by).limit(1)
        for side, by in sides
    )
    return Place(at, total, *(connection.execute(query).scalar() or "" for query in found))


def _beside(column: sa.ColumnElement[Any], own_: float, case_id: str, *, down: bool, before: bool) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:  # fmt: skip
    """Return the conditions of what stands before or after a case; by the first, which the second implies, an index is entered at the right place."""
    less = before != down
    near, far = (column <= own_, column < own_) if less else (column >= own_, column > own_)
    return near, sa.or_(
        far, sa.and_(column == own_, CASE_LINES.c.case_id < case_id if before else CASE_LINES.c.case_id > case_id)
    )


def _grouped(connection: sa.Connection, where: Sequence[sa.ColumnElement[bool]]) -> list[_Group]:
    counted = (sa.func.count(), sa.func.min(CASES.c.opened_us), sa.func.min(CASE_LINES.c.due_us))
    query = sa.select(CASES.c.violation, STATE.label("state"), *counted).select_from(LINED).where(*where)
    return [_Group(*row) for row in connection.execute(query.group_by(CASES.c.violation, sa.literal_column("state")))]


def _count(connection: sa.Connection, where: Sequence[sa.ColumnElement[bool]]) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(LINED).where(*where)).scalar_one()


def _held(connection: sa.Connection, cases: Sequence[str], now: int) -> dict[str, str]:
    leases = sa.select(LEASES.c.case_id, LEASES.c.by).where(LEASES.c.until_us > now, LEASES.c.case_id.in_(cases))
    return {row[0]: row[1].removeprefix("person:") for row in connection.execute(leases)}


def _within(scope: Scope) -> list[sa.ColumnElement[bool]]:
    """Return the conditions of a person's part of the work. Of a case no region is known: it lies only where none is named."""
    made = list[sa.ColumnElement[bool]]()
    if scope.queues:
        made.append(CASES.c.violation.in_(sorted(set().union(*(QUEUES.get(q, ()) for q in scope.queues)))))
    if scope.languages:
        made.append(CASE_LINES.c.language.in_(scope.languages))
    return [*made, sa.false()] if scope.regions else made


def _saved(body: str) -> tuple[str, Wanted]:
    told = json.loads(body)
    return told["name"], Wanted(**told["wanted"])


def _matching(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    named = {"violation": CASES.c.violation, "tier": CASE_LINES.c.tier}
    made = [column == asked_ for name, column in named.items() if (asked_ := getattr(wanted, name))]
    if wanted.queue == "second":
        made.append(CASES.c.status == "second")
    elif wanted.queue:
        made.append(CASES.c.violation.in_(sorted(QUEUES.get(wanted.queue, ()))))
    if wanted.state:
        made.append(wanted.state == STATE)
    if wanted.evidence:
        made.append(CASE_LINES.c.classes.contains(f",{wanted.evidence},", autoescape=True))
    if wanted.text:
        made.append(CASE_LINES.c.search.contains(wanted.text.casefold(), autoescape=True))
    return made


def _queue(id_: str, name: str, groups: Sequence[_Group]) -> Queue:
    oldest, due = (min((getattr(g, n) for g in groups), default=None) for n in ("oldest_us", "due_us"))
    return Queue(
        id_,
        name,
        sum(g.many for g in groups),
        moment(oldest) if oldest is not None else None,
        moment(due) if due is not None else None,
    )
