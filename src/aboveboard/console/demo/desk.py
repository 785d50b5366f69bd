"""Queues and cases of the demo: one case for each proposal of the scan, decided in memory, written to a real ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from aboveboard.cases.ladder import rung
from aboveboard.console.demo.notices import notices
from aboveboard.console.demo.world import Scan
from aboveboard.console.demo.writing import Writing
from aboveboard.console.telling import favours, finding_view, later_of, lead, moved_why, profile, twin
from aboveboard.console.verbs import Decided, NotHereError, Ruling
from aboveboard.console.views.cases import (
    CaseRow,
    CaseView,
    Edge,
    Form,
    Later,
    Node,
    Preview,
    Profile,
    Proposal,
    Queue,
    QueuePage,
    Rule,
    Wanted,
)  # fmt: skip
from aboveboard.console.views.frame import Me, Option
from aboveboard.core import CLASSES, TIERS
from aboveboard.errors import CaseError, InputError

__all__ = ["CaseBook", "Desk"]

_PAGE, _LEASE, _HELD_BACK = 50, timedelta(minutes=10), timedelta(seconds=10)
_DAY = timedelta(days=1)
_RARE, _TIES = 25, 12
"""A token of more accounts ties nobody on the page; at most so many ties are drawn."""
_DUE = {"likely": timedelta(days=1), "possible": timedelta(days=3), "inconclusive": timedelta(days=7)}
_QUEUES = {
    "returning": frozenset({"reincarnation"}),
    "posing": frozenset({"impersonation", "unqualified_professional", "name_violation"}),
    "together": frozenset({"coordination", "fake_follower", "inflated_audience", "bought_audience", "trend_hijack", "pile_on", "report_abuse"}),
    "institutions": frozenset({"orphaned_institution", "duplicate_institution", "stale_check"}),
    "minors": frozenset({"minor_unprotected", "account_sharing", "account_trade"}),
}  # fmt: skip
_SEVERITY = {"none": 0, "label": 0, "verify": 0, "limit": 1, "remove": 1, "suspend": 2, "close": 3, "bar": 4}


@dataclass(slots=True)
class CaseBook:
    """Cases in memory: rows as the queue shows them, and what changes about each; `shut` and `only` say who may not, or alone may, see one."""

    rows: dict[str, CaseRow]
    versions: dict[str, int] = field(default_factory=dict[str, int])
    leases: dict[str, tuple[str, datetime]] = field(default_factory=dict[str, tuple[str, datetime]])
    saved: dict[str, tuple[str, Wanted]] = field(default_factory=dict[str, tuple[str, Wanted]])
    shut: dict[str, str] = field(default_factory=dict[str, str])
    only: dict[str, str] = field(default_factory=dict[str, str])

    def holder(self, case_id: str, at: datetime) -> str:
        """Return who works on a case; empty where nobody does."""
        by, until = self.leases.get(case_id, ("", at))
        return by if until > at else ""

    def open_to(self, name: str) -> list[CaseRow]:
        """Return the open cases that somebody may see."""
        rows = (r for r in self.rows.values() if r.state != "decided")
        return [r for r in rows if self.shut.get(r.id) != name and self.only.get(r.id, name) == name]

    def wanted(self, name: str, wanted: Wanted, at: datetime) -> list[CaseRow]:
        """Return the open cases that somebody asks for, in the order that is asked for."""
        if wanted.queue in self.saved:
            wanted = replace(self.saved[wanted.queue][1], order=wanted.order, page=wanted.page)
        text = wanted.text.casefold()
        rows = [r for r in self.open_to(name) if _matches(r, wanted, text)]
        keys = {"oldest": lambda r: r.opened_at, "newest": lambda r: at - r.opened_at, "surest": lambda r: -r.score}
        rows.sort(key=lambda r: (keys.get(wanted.order, lambda r: r.due_at)(r), r.id))
        return rows

    def queues(self, who: str, at: datetime) -> tuple[Queue, ...]:
        """Return every queue with what waits in it."""
        every = self.open_to(who)
        groups = {"": every} | {name: [r for r in every if r.violation in kinds] for name, kinds in _QUEUES.items()}
        made = [_queue(i, f"queue: {i or 'all'}", rows) for i, rows in groups.items() if rows or not i]
        made += [replace(_queue(i, name, self.wanted(who, w, at)), saved=True) for i, (name, w) in self.saved.items()]
        return tuple(made)


def _queue(id_: str, name: str, rows: list[CaseRow]) -> Queue:
    oldest, due = (min((getattr(r, a) for r in rows), default=None) for a in ("opened_at", "due_at"))
    return Queue(id_, name, len(rows), oldest, due)


def _matches(row: CaseRow, wanted: Wanted, text: str) -> bool:
    return (
        (not wanted.queue or row.violation in _QUEUES.get(wanted.queue, ()))
        and wanted.violation in ("", row.violation)
        and wanted.tier in ("", row.tier)
        and (not wanted.evidence or wanted.evidence in row.classes)
        and (not text or text in f"{row.name} {row.handle} {row.account_id} {row.id} {row.says}".casefold())
    )


def rows_of(scan: Scan) -> dict[str, CaseRow]:
    """Return a case for each proposal of a scan that speaks of an account."""
    found = (_row(scan, d) for d in scan.decisions.to_pylist() if d["account_id"] in scan.rows)
    return {r.id: r for r in found}


def _row(scan: Scan, decision: Mapping[str, Any]) -> CaseRow:
    account = scan.rows[decision["account_id"]]
    finding = scan.found[decision["finding_ids"][0]]
    seen = finding["last_at"] or finding["first_at"] or scan.as_of
    opened = scan.as_of - (scan.as_of - seen) % timedelta(hours=40)
    ring = next((r for r in scan.rings if r["group"] == finding["group"]), None)
    return CaseRow(
        id="case_" + decision["decision_id"][:12], account_id=account["account_id"], name=account["display_name"] or "", handle=account["handle"] or "",
        violation=decision["violation"], tier=decision["tier"], score=decision["score"], classes=tuple(decision["classes"]), says=lead([finding["says"]])[0],
        proposed=decision["action"], state="open", opened_at=opened, due_at=opened + _DUE.get(decision["tier"], 7 * _DAY), size=ring["size"] if ring else 1, detector=finding["detector"],
    )  # fmt: skip


class Desk(Writing):
    """The verbs of queues, cases and decisions."""

    scan: Scan
    book: CaseBook

    def _begin(self) -> None:
        self._decided = dict[str, tuple[Decided, str, Me]]()
        self._first = dict[str, str]()
        self._proposals = {"case_" + d["decision_id"][:12]: d for d in self.scan.decisions.to_pylist()}

    def queue(self, me: Me, wanted: Wanted, at: datetime) -> QueuePage:
        """Return a page of cases."""
        rows = self.book.wanted(me.name, wanted, at)
        pages = max(1, -(-len(rows) // _PAGE))
        page = min(wanted.page, pages)
        part = rows[(page - 1) * _PAGE : page * _PAGE]
        shown = tuple(replace(r, by=self.book.holder(r.id, at)) for r in part)
        kinds = sorted({r.violation for r in self.book.rows.values()})
        return QueuePage(
            replace(wanted, page=page), shown, len(rows), pages, self.book.queues(me.name, at),
            tuple(Option(v, key=f"violation.{v}") for v in kinds), tuple(Option(t, key=f"tier.{t}") for t in TIERS), tuple(Option(c, key=f"class.{c}") for c in CLASSES),
        )  # fmt: skip

    def save_queue(self, me: Me, name: str, wanted: Wanted, at: datetime) -> Queue:
        """Keep what was asked for under a name."""
        if not name.strip():
            raise InputError("a queue needs a name")
        id_ = "own_" + hashlib.sha256(f"{me.name} {name}".encode()).hexdigest()[:8]
        self.book.saved[id_] = (name.strip(), replace(wanted, page=1))
        return replace(_queue(id_, name, self.book.wanted(me.name, wanted, at)), saved=True)

    def forget_queue(self, me: Me, queue: str, at: datetime) -> None:
        """Forget a queue of one's own."""
        del me, at
        if self.book.saved.pop(queue, None) is None:
            raise NotHereError("You keep no such queue.")

    def case(self, me: Me, case_id: str, wanted: Wanted, at: datetime) -> CaseView:
        """Return a case. Looking is written down."""
        row = self._found(case_id)
        self.write("reads", "looked", row.account_id, {"by": me.name, "case": case_id}, at)
        order = [r.id for r in self.book.wanted(me.name, wanted, at)]
        place = order.index(case_id) if case_id in order else -1
        record = self.scan.record(row.account_id)
        proposed = self._proposals.get(case_id)
        form = self._form(row, proposed, at)
        nodes, edges, double = self._ties(row.account_id, record)
        ring = next((f["group"] for f in record["findings"] if f["group"]), "")
        members = next((r["members"] for r in self.scan.rings if r["group"] == ring), [])
        return CaseView(
            id=case_id, version=self.book.versions.get(case_id, 1), state=row.state, violation=row.violation, tier=row.tier, opened_at=row.opened_at,
            due_at=row.due_at, seen_at=self.scan.as_of, subject=profile(self.scan.rows[row.account_id], record["timeline"]),
            findings=tuple(finding_view(f) for f in record["findings"] if f["violation"] == row.violation),
            favour=favours(record), form=form, proposal=self._proposal(proposed), twin=double, nodes=nodes, edges=edges,
            members=tuple(members), ring=ring or "", by=self.book.holder(case_id, at), until=self.book.leases.get(case_id, ("", at))[1],
            place=place + 1, total=len(order), next_id=_beside(order, place, 1), previous_id=_beside(order, place, -1), lease=_LEASE, second=row.state == "second",
        )  # fmt: skip

    def later(self, me: Me, case_id: str, at: datetime) -> Later:
        """Return what takes longest of a case."""
        del me, at
        record = self.scan.record(self._found(case_id).account_id)
        return later_of({**record, "changes": [c for f in record["findings"] for _, c in f["changes"]]})

    def picture(self, me: Me, case_id: str, whose: str, kind: str, at: datetime) -> None:
        """Return none: a scan has no pictures."""

    def _found(self, case_id: str) -> CaseRow:
        if case_id not in self.book.rows:
            raise NotHereError(f"there is no case {case_id}")
        return self.book.rows[case_id]

    def _proposal(self, proposed: Mapping[str, Any] | None) -> Proposal | None:
        if proposed is None or proposed["action"] == "none" or not proposed["rule"]:
            return None
        rule = next(r for r in self.rules() if r.id == proposed["rule"])
        return Proposal(
            rule.id, proposed["action"], proposed["why"], rule.days, proposed["policy"], proposed["policy_version"]
        )

    def rules(self) -> Iterator[Rule]:
        """Yield the rules a person can decide by."""
        for r in self.scan.policy.rules:
            if r.action != "none":
                yield Rule(r.name, r.why, r.action, r.expires.days if r.expires else 0, _SEVERITY[r.action])

    def _form(self, row: CaseRow, proposed: Mapping[str, Any] | None, at: datetime) -> Form:
        rules = tuple(self.rules())
        rule = next((r for r in rules if proposed and r.id == proposed["rule"]), None)
        asked = str(self.scan.rows[row.account_id].get("language") or "en")[:2]
        texts = notices(
            row.handle, rule.action if rule else "verify", rule.why if rule else "", rule.days if rule else 0, at
        )
        language = asked if asked in texts else "en"
        return Form(rules, language, texts, self._weigh(row.account_id, rule.severity if rule else 0), {})

    def _weigh(self, account: str, severity: int) -> Preview:
        """Return what a decision weighs: in a scan nobody has strikes yet."""
        lasts = rung(max(severity, 1), 1.0 if severity else 0.0).lasts
        row = self.scan.rows[account]
        second = severity > 1 and ((row.get("followers") or 0) >= 10_000 or bool(row.get("verified_org_id")))  # noqa: PLR2004  (deciding.Limits)
        gone = self.scan.as_of + timedelta(days=365) if severity else None
        return Preview(0.0, 1.0 if severity else 0.0, gone, lasts.days if lasts else 0, second)

    def _ties(self, account: str, record: Mapping[str, Any]) -> tuple[tuple[Node, ...], tuple[Edge, ...], Any]:
        """Return the account's neighbourhood, and the closed account beside it where a finding names one."""
        found = [t for t in self.scan.ties(account) if t.users <= _RARE][:_TIES]
        closed = next(
            (f["facts"]["closed_id"] for f in record["findings"] if f["facts"].get("closed_id") in self.scan.rows), ""
        )
        ends: dict[str, None] = dict.fromkeys([account, *(t.account_id for t in found), *([closed] if closed else [])])
        nodes = tuple(
            Node(a, self._label(a), "subject" if a == account else "closed" if a == closed else "member") for a in ends
        )
        edges = [Edge(account, t.account_id, t.kind, t.users, f"{t.token}…") for t in found]
        moved = next((f["facts"].get("moved") for f in record["findings"] if f["facts"].get("moved")), "")
        edges += [Edge(account, closed, "audience", None, moved_why(moved))] if closed and moved else []
        shared = [(t.kind, t.users) for t in found if t.account_id == closed]
        return nodes, tuple(edges), twin(self.scan.rows[closed], self.scan.rows[account], shared) if closed else None

    def _label(self, account: str) -> str:
        row = self.scan.rows.get(account, {})
        return str(row.get("display_name") or row.get("handle") or account)

    def claim(self, me: Me, case_id: str, version: int, at: datetime) -> int:
        """Take a case up."""
        self._current(me, case_id, version, at)
        self.book.leases[case_id] = (me.name, at + _LEASE)
        return version

    def _current(self, me: Me, case_id: str, version: int, at: datetime) -> CaseRow:
        row, holder = self._found(case_id), self.book.holder(case_id, at)
        if holder and holder != me.name:
            raise CaseError(f"{holder} works on this case. What you wrote stays here; the case may come back to you.")
        if row.state == "decided" or version != self.book.versions.get(case_id, 1):
            raise CaseError(
                "This case has changed since you opened it. What you wrote stays here; open the case again to see it as it is."
            )
        return row

    def heartbeat(self, me: Me, case_id: str, at: datetime) -> datetime:
        """Say that one still works on it."""
        if self.book.holder(case_id, at) not in (me.name, ""):
            raise CaseError(f"{self.book.holder(case_id, at)} has this case now.")
        self.book.leases[case_id] = (me.name, at + _LEASE)
        return at + _LEASE

    def pass_on(
        self, me: Me, case_id: str, version: int, how: str, reason: str, to: str, days: int, at: datetime
    ) -> None:
        """Skip, hold, escalate, hand over or release a case."""
        row = self._current(me, case_id, version, at)
        kinds = {
            "skip": "skipped",
            "hold": "held",
            "escalate": "escalated",
            "hand_over": "handed_over",
            "release": "released",
        }
        if how not in kinds or not reason.strip():
            raise InputError("a case is passed on with a reason")
        self.book.leases.pop(case_id, None)
        if how == "hand_over":
            self.book.leases[case_id] = (to.strip() or me.name, at + _LEASE)
        states = {"hold": "held", "escalate": "escalated"}
        self._change(
            replace(
                row, state=states.get(how, "open"), due_at=row.due_at + days * _DAY if how == "hold" else row.due_at
            )
        )
        self.write("decisions", kinds[how], row.account_id, {"by": me.name, "case": case_id}, at)

    def _change(self, row: CaseRow) -> None:
        self.book.rows[row.id] = row
        self.book.versions[row.id] = self.book.versions.get(row.id, 1) + 1

    def preview(self, me: Me, case_id: str, severity: int, days: int, at: datetime) -> Preview:
        """Return what a decision would weigh."""
        del me, days, at
        return self._weigh(self._found(case_id).account_id, severity)

    def decide(self, me: Me, case_id: str, version: int, ruling: Ruling, key: str, at: datetime) -> Decided:
        """Decide a case, once for each key."""
        if key in self._decided:
            return self._decided[key][0]
        row = self._current(me, case_id, version, at)
        if ruling.action != "none" and "[" in ruling.notice:
            raise InputError("the notice still has a gap in brackets")
        if row.state == "second" and self._first.get(case_id) == me.name:
            raise CaseError("You gave your answer already; somebody else looks at this case now.")
        second = row.state != "second" and self._weigh(row.account_id, ruling.severity).second
        self._first.setdefault(case_id, me.name)
        made = Decided(
            "dec_" + hashlib.sha256(f"{case_id} {key}".encode()).hexdigest()[:26], case_id, at + _HELD_BACK, second
        )
        self._decided[key] = (made, row.state, me)
        self.book.leases.pop(case_id, None)
        self._change(replace(row, state="second" if second else "decided"))
        looked = {
            "seconds": ruling.looked.seconds,
            "opened": len(ruling.looked.opened),
            "ruled_out": len(ruling.looked.ruled_out),
        }
        body = {
            "by": me.name,
            "case": case_id,
            "action": ruling.action,
            "rule": ruling.rule,
            "reason": ruling.reason,
            "agreed": ruling.action == row.proposed,
        }
        self.write("decisions", "decided", row.account_id, {**body, **looked}, at)
        return made

    def undo(self, me: Me, decision_id: str, at: datetime) -> str:
        """Take one's own decision back before it leaves."""
        found = next(((k, *v) for k, v in self._decided.items() if v[0].id == decision_id), None)
        if found is None or found[3].name != me.name:
            raise NotHereError("there is no such decision of yours")
        key, made, state, _ = found
        if at > made.leaves_at:
            raise CaseError("It has left already. Take it back as a decision of its own, with a reason.")
        del self._decided[key]
        if state != "second":
            self._first.pop(made.case_id, None)
        row = replace(self._found(made.case_id), state=state)
        self._change(row)
        self.write("decisions", "undone", row.account_id, {"by": me.name, "case": made.case_id}, at)
        return made.case_id

    def subject(self, account: str) -> Profile:
        """Return an account."""
        if account not in self.scan.rows:
            raise NotHereError(f"there is no account {account}")
        return profile(self.scan.rows[account])


def _beside(order: list[str], place: int, step: int) -> str:
    at = place + step
    return order[at] if place >= 0 and 0 <= at < len(order) else ""
