"""How review goes, over the service: what was decided and looked at again in thirty days, golden cases, and who may name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from aboveboard.console.meaning import Act
from aboveboard.console.reviewing import Did, agreements, reviewers, stamped
from aboveboard.console.service.audit import Audit
from aboveboard.console.service.ground import asked, who
from aboveboard.console.views.frame import Me
from aboveboard.console.views.review import Candidate, Check, GoldenRow, ReviewPage
from aboveboard.deciding.second_looks import agree_golden, ask_golden, retire_golden
from aboveboard.store import Entry
from aboveboard.store.deciding_tables import CASES, GOLDEN
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES

__all__ = ["Review"]

_BACK = timedelta(days=30)
_SHOWN = 30
_CHUNK = 400
_LEADS = ("decisions:confirm", "audit:read")


class Review(Audit):
    """The verbs of the page about review."""

    def review(self, me: Me, at: datetime) -> ReviewPage:
        """Return how review goes: all of it for who leads or audits, one's own answered checks for anybody else."""
        asked(me, "cases:read")
        since, leads = at - _BACK, any(map(me.may, _LEADS))
        with self.reading() as connection:
            said = _said(connection, since)
            checks = [_check(e) for e in said if e.kind == "checked"]
            own = tuple(c for c in reversed(checks) if c.by == me.name)[:_SHOWN]
            if not leads:
                return ReviewPage(since, leads, own)
            did = _did(connection, [e for e in said if e.kind == "reviewed"])
            golden, candidates = _golden(connection, checks), _candidates(connection, since)
        differ = tuple(c for c in reversed(checks) if c.kind == "second" and c.was != c.action)[:_SHOWN]
        shares = (self.on.limits.golden, self.on.limits.second_looks)
        return ReviewPage(
            since,
            leads,
            own,
            reviewers(did, checks),
            agreements(did, checks),
            differ,
            golden,
            candidates,
            stamped(did),
            shares,
        )

    def ask_golden(self, me: Me, case_id: str, at: datetime) -> None:
        """Ask that a decided case become golden."""
        asked(me, "decisions:confirm")
        with self.sitting(at) as s:
            ask_golden(s, case_id, who(me))

    def agree_golden(self, me: Me, case_id: str, at: datetime) -> None:
        """Agree, as the second person, that a case is golden."""
        asked(me, "decisions:confirm")
        with self.sitting(at) as s:
            agree_golden(s, case_id, who(me))

    def retire_golden(self, me: Me, case_id: str, at: datetime) -> None:
        """Draw a golden case no more."""
        asked(me, "decisions:confirm")
        with self.sitting(at) as s:
            retire_golden(s, case_id, who(me))


def _said(connection: sa.Connection, since: datetime) -> list[Entry]:
    kinds = ENTRIES.c.kind.in_(("reviewed", "checked"))
    of = (ENTRIES.c.stream == "decisions", kinds, ENTRIES.c.at_us >= microseconds(since))
    return list(read_entries(connection, *of))


def _plain(by: str) -> str:
    return by.removeprefix("person:")


def _check(e: Entry) -> Check:
    b = e.body
    return Check(
        b["kind"], b["about"], b["violation"], b["was"], b["action"], _plain(b.get("first", "")), _plain(b["by"]), e.at
    )


def _did(connection: sa.Connection, said: Sequence[Entry]) -> list[Did]:
    """Return the reviews of ordinary cases: what was said of a case that was decided before is no decision."""
    wanted, about = sorted({e.body["about"] for e in said}), dict[str, tuple[str, str]]()
    for start in range(0, len(wanted), _CHUNK):
        some = (CASES.c.kind == "proposal", CASES.c.case_id.in_(wanted[start : start + _CHUNK]))
        rows = connection.execute(sa.select(CASES.c.case_id, CASES.c.violation, CASES.c.action).where(*some))
        about |= {r[0]: (r[1], r[2] or "none") for r in rows}
    return [_one(e, *about[e.body["about"]]) for e in said if e.body["about"] in about]


def _one(e: Entry, violation: str, proposed: str) -> Did:
    b = e.body
    act = Act(_plain(b["by"]), moment(b["given_us"]), b.get("seconds", 0), b.get("opened", 0), bool(b.get("agreed")))
    return Did(act, violation, b["action"], proposed, tuple(b.get("parts", ())))


def _golden(connection: sa.Connection, checks: Sequence[Check]) -> tuple[GoldenRow, ...]:
    of = defaultdict[str, list[Check]](list)
    for c in reversed(checks):
        if c.kind == "golden":
            of[c.case].append(c)
    rows = connection.execute(sa.select(GOLDEN).order_by(GOLDEN.c.since_us.desc())).mappings()
    return tuple(
        GoldenRow(r["case_id"], r["violation"], r["action"], _plain(r["by"]), _plain(r["second"]), r["status"], sum(c.was == c.action for c in told), len(told), tuple(told))
        for r in rows
        for told in (of[r["case_id"]],)
    )  # fmt: skip


def _candidates(connection: sa.Connection, since: datetime) -> tuple[Candidate, ...]:
    """Return what people decided lately and nobody named yet."""
    named, of = sa.select(GOLDEN.c.case_id), microseconds(since)
    query = (
        sa.select(CASES)
        .where(
            CASES.c.kind == "proposal",
            CASES.c.status == "decided",
            CASES.c.last_us >= of,
            CASES.c.case_id.not_in(named),
        )
        .order_by(CASES.c.last_us.desc(), CASES.c.case_id)
        .limit(_SHOWN)
    )
    rows = [dict(r) for r in connection.execute(query).mappings()]
    keys = [r["about"] for r in rows]
    made = {e.key: e.body for e in read_entries(connection, ENTRIES.c.stream == "decisions", ENTRIES.c.key.in_(keys))}
    return tuple(
        Candidate(r["case_id"], r["violation"], made[r["about"]]["action"], _plain(made[r["about"]]["by"]), moment(r["last_us"]))
        for r in rows
        if r["about"] in made
    )  # fmt: skip
