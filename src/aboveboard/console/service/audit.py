"""The first page and the audit room of the service."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from aboveboard.console.meaning import Act, agreement, rubber_stamped
from aboveboard.console.service.ground import asked
from aboveboard.console.service.policies import Policies
from aboveboard.console.views.cases import Queue
from aboveboard.console.views.frame import Me
from aboveboard.console.views.rooms import AuditEntry, AuditPage, AuditWanted, Concern, Home, Precision, Verified
from aboveboard.deciding.halting import halted
from aboveboard.evaluation.measures import wilson
from aboveboard.privacy.anomalies import Habits, anomalies
from aboveboard.store import Entry, New, verify
from aboveboard.store.aliases import known_as
from aboveboard.store.deciding_tables import CASES, CHECKS
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES

__all__ = ["Audit"]

_ROWS = 50
_DAYS = 14
_BACK = timedelta(days=30)
_KINDS = {
    "without_case": "no_case",
    "out_of_hours": "after_hours",
    "widely_followed": "known_face",
    "in_a_row": "in_a_row",
    "outlier": "outlier",
}
_DAY_US = timedelta(days=1) // timedelta(microseconds=1)


class Audit(Policies):
    """The verbs of the first page and of the audit room."""

    def home(self, me: Me, at: datetime) -> Home:
        """Return the first page: what this person may see of it."""
        day = microseconds(at - timedelta(days=1))
        overdue, queues = self._mine(me, at) if me.may("cases:read") else (0, ())
        with self.sitting(at) as s:
            stopped = tuple(halted(s).items()) if me.may("decisions:read") else ()
            reviews = list(_reviews(s.connection, at))
            opened = _count(s.connection, CASES.c.opened_us >= day, CASES.c.kind == "proposal")
            done = _count(
                s.connection, CASES.c.status == "decided", CASES.c.last_us >= day, CASES.c.kind.not_in(CHECKS)
            )
            appeals = _count(s.connection, CASES.c.kind == "appeal", CASES.c.status != "decided")
            days, precision = _days(s.connection, at), _precision(s.connection, at, reviews)
        new = (("new: cases", opened), ("new: decided", done), ("new: overdue", overdue), ("new: appeals", appeals))
        concerns = _stamped(reviews) if me.may("audit:read") or me.may("decisions:confirm") else ()
        rings = self.rings(me, at, 5) if me.may("cases:read") else ()
        return Home(new, queues, rings, stopped, precision, concerns, days, self.asks(me))

    def _mine(self, me: Me, at: datetime) -> tuple[int, tuple[Queue, ...]]:
        """Return how many cases are over their time, and the queues."""
        with self.lined() as connection:
            waiting = self.waiting(connection, me, at)
            return waiting.overdue(connection, microseconds(at)), self.queues_of(connection, waiting)

    def audit(self, me: Me, wanted: AuditWanted, at: datetime) -> AuditPage:
        """Return a page of entries. Looking is written down."""
        asked(me, "audit:read")
        with self.sitting(at) as s:
            s.write("reads", [New("audited", wanted.subject, {"by": f"person:{me.name}", "stream": wanted.stream})])
            where = _where(wanted, at)
            rows, total = self._page(s.connection, where, wanted)
            streams = tuple(s.connection.execute(sa.select(ENTRIES.c.stream).distinct().order_by(ENTRIES.c.stream)).scalars())  # fmt: skip
            odd = anomalies(s.connection, at - _BACK, at, Habits(UTC))
            reviews = list(_reviews(s.connection, at))
            agreed = _agreement(s.connection, reviews)
        concerns = _gathered(Concern(_KINDS[a.kind], _plain(a.by), a.at, a.says) for a in odd)
        pages = max(1, -(-total // _ROWS))
        return AuditPage(replace(wanted, page=min(wanted.page, pages)), rows, total, pages, streams, (*_stamped(reviews), *concerns), agreed)  # fmt: skip

    def _page(self, connection: sa.Connection, where: list[sa.ColumnElement[bool]], wanted: AuditWanted) -> tuple[tuple[AuditEntry, ...], int]:  # fmt: skip
        total = connection.execute(sa.select(sa.func.count()).select_from(ENTRIES).where(*where)).scalar_one()
        page = min(wanted.page, max(1, -(-total // _ROWS)))
        query = sa.select(ENTRIES.c.position).where(*where).order_by(ENTRIES.c.position.desc())
        chosen = list(connection.execute(query.limit(_ROWS).offset((page - 1) * _ROWS)).scalars())
        entries = read_entries(connection, ENTRIES.c.position.in_(chosen)) if chosen else ()
        return tuple(sorted((_shown(e) for e in entries), key=lambda e: -e.position)), total

    def verify(self, me: Me, at: datetime) -> Verified:
        """Follow the chain of the whole ledger."""
        asked(me, "audit:read")
        found = verify(self.on.ledger.store)
        with self.reading() as connection:
            head = connection.execute(sa.select(ENTRIES.c.hash).order_by(ENTRIES.c.position.desc()).limit(1)).scalar()
        return Verified(found.entries, head or "", at, tuple(f"{b.stream} {b.number}: {b.what}" for b in found.breaks))

    def export(self, me: Me, wanted: AuditWanted, at: datetime) -> Iterator[bytes]:
        """Yield the entries as NDJSON: the ledger holds no personal data, and whom they are about stands as its alias."""
        asked(me, "audit:read")
        with self.sitting(at) as s:
            s.write("reads", [New("exported", wanted.subject, {"by": f"person:{me.name}", "stream": wanted.stream})])
        return self._lines(wanted, at)

    def _lines(self, wanted: AuditWanted, at: datetime) -> Iterator[bytes]:
        said = [ENTRIES.c[n] for n in ("position", "stream", "number", "at_us", "kind", "subject", "key", "body", "before", "hash")]  # fmt: skip
        query = sa.select(*said).where(*_where(wanted, at)).order_by(ENTRIES.c.position)
        with self.reading() as connection, connection.execute(query, execution_options={"yield_per": 2000}) as found:
            for row in found.mappings():
                yield json.dumps(dict(row)).encode() + b"\n"


def _where(wanted: AuditWanted, at: datetime) -> list[sa.ColumnElement[bool]]:
    made = [ENTRIES.c.at_us >= microseconds(at - timedelta(days=wanted.days))] if wanted.days else []
    if wanted.stream:
        made.append(ENTRIES.c.stream == wanted.stream)
    if wanted.subject:
        made.append(ENTRIES.c.subject == known_as(wanted.subject))
    if wanted.who:
        name = wanted.who if ":" in wanted.who else f"person:{wanted.who}"
        made.append(ENTRIES.c.body.contains(json.dumps(name), autoescape=True))
    return made or [sa.true()]


def _shown(e: Entry) -> AuditEntry:
    why = next((e.body[n] for n in ("case", "about", "batch", "policy", "purpose") if e.body.get(n)), "")
    return AuditEntry(e.position, e.at, e.stream, e.kind, _plain(str(e.body.get("by", ""))), e.subject, str(why))


def _gathered(concerns: Iterable[Concern]) -> list[Concern]:
    """Return concerns that say the same of somebody as one, with how often; odd hours of one day are one."""
    found = dict[tuple[str, str, str], Concern]()
    for c in concerns:
        key = (c.kind, c.who, c.at.date().isoformat() if c.kind == "after_hours" else c.says)
        found[key] = replace(found[key], times=found[key].times + 1) if key in found else c
    return list(found.values())


def _plain(by: str) -> str:
    return by.removeprefix("person:")


def _count(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(CASES).where(*where)).scalar_one()


def _reviews(connection: sa.Connection, at: datetime) -> Iterator[Entry]:
    since = microseconds(at - _BACK)
    of = (ENTRIES.c.stream == "decisions", ENTRIES.c.kind == "reviewed", ENTRIES.c.at_us >= since)
    yield from read_entries(connection, *of)


def _stamped(reviews: list[Entry]) -> tuple[Concern, ...]:
    """Return who decided too fast to have looked."""
    acts = [Act(_plain(e.body["by"]), moment(e.body["given_us"]), e.body.get("seconds", 0), e.body.get("opened", 0), bool(e.body.get("agreed"))) for e in reviews]  # fmt: skip
    return tuple(
        Concern("rubber_stamp", s.by, s.last_at, f"{s.by} decided {s.count} cases in {s.seconds:.1f} s each, all as the machine proposed, and opened nothing.")
        for s in rubber_stamped(acts)
    )  # fmt: skip


def _agreement(connection: sa.Connection, reviews: list[Entry]) -> tuple[tuple[str, int, float, float], ...]:
    """Return how far first and second answers agree beyond chance: by violation, pairs, kappa, AC1."""
    answers = defaultdict[str, list[str]](list)
    for e in reviews:
        answers[e.body["about"]].append(e.body["action"])
    pairs = {c: (a[0], a[1]) for c, a in answers.items() if len(a) > 1}
    if not pairs:
        return ()
    rows = sa.select(CASES.c.case_id, CASES.c.violation).where(CASES.c.case_id.in_(pairs))
    by = defaultdict[str, list[tuple[str, str]]](list)
    for case, violation in connection.execute(rows):
        by[violation].append(pairs[case])
    return tuple((v, len(p), *agreement(p)) for v, p in sorted(by.items()))


def _precision(connection: sa.Connection, at: datetime, reviews: list[Entry]) -> tuple[Precision, ...]:
    """Return, for each violation, how often a person found that what was proposed holds, with its 95 % interval."""
    cases = {e.body["about"]: e.body["action"] != "none" for e in reviews if e.body["led_to"] == "decided"}  # fmt: skip
    if not cases:
        return ()
    rows = sa.select(CASES.c.case_id, CASES.c.violation).where(CASES.c.status == "decided", CASES.c.last_us >= microseconds(at - _BACK))  # fmt: skip
    right, of = Counter[str](), Counter[str]()
    for case, violation in connection.execute(rows):
        if case in cases:
            of[violation] += 1
            right[violation] += cases[case]
    return tuple(Precision(v, right[v], n, *wilson(right[v] / n, n)) for v, n in of.most_common(6))


def _days(connection: sa.Connection, at: datetime) -> tuple[tuple[datetime, int, int], ...]:
    """Return, for each of the last days, how many cases were opened and how many were decided."""
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    since = microseconds(midnight - timedelta(days=_DAYS - 1))
    counts = [Counter[int](), Counter[int]()]
    wanted = ((CASES.c.opened_us, sa.true()), (CASES.c.last_us, CASES.c.status == "decided"))
    for count, (column, where) in zip(counts, wanted, strict=True):
        day = (column // _DAY_US).label("day")
        query = sa.select(day, sa.func.count()).where(column >= since, where, CASES.c.kind.not_in(CHECKS))
        count.update({int(d): n for d, n in connection.execute(query.group_by(sa.literal_column("day")))})
    first = since // _DAY_US
    return tuple((moment(d * _DAY_US), counts[0][d], counts[1][d]) for d in range(first, first + _DAYS))
