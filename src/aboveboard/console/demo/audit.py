"""The first page and the audit room of the demo."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from aboveboard.console.demo.desk import CaseBook
from aboveboard.console.demo.rings import Rings
from aboveboard.console.meaning import Act, rubber_stamped
from aboveboard.console.views.frame import Me
from aboveboard.console.views.rooms import AuditEntry, AuditPage, AuditWanted, Concern, Home, Verified
from aboveboard.store import Entry, Store, verify

__all__ = ["Audit"]

_ROWS = 50


class Audit(Rings):
    """The verbs of the first page and of the audit room."""

    book: CaseBook
    store: Store

    def home(self, me: Me, at: datetime) -> Home:
        """Return the first page."""
        rows = list(self.book.rows.values())
        decided = [e for e in self.ledger.of_stream("decisions") if e.kind == "decided"]
        fresh = sum(r.opened_at >= at - timedelta(days=1) for r in rows)
        late = sum(r.due_at < at and r.state != "decided" for r in rows)
        recent = sum(e.at >= at - timedelta(days=1) for e in decided)
        appeals = sum(1 for _ in self.ledger.of_stream("appeals"))
        midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
        days = tuple(
            (d, sum(r.opened_at.date() == d.date() for r in rows), sum(e.at.date() == d.date() for e in decided))
            for d in (midnight - timedelta(days=n) for n in range(13, -1, -1))
        )
        new = (("new: cases", fresh), ("new: decided", recent), ("new: overdue", late), ("new: appeals", appeals))
        return Home(
            new, self.book.queues(me.name, at), self.rings(me, at)[:5], (), (), self._concerns(), days, self.asks(me)
        )

    def _concerns(self) -> tuple[Concern, ...]:
        acts = [
            Act(e.body["by"], e.at, e.body["seconds"], e.body["opened"], e.body["agreed"])
            for e in self.ledger.of_stream("decisions")
            if e.kind == "decided"
        ]
        return tuple(
            Concern(
                "rubber_stamp",
                s.by,
                s.last_at,
                f"{s.by} decided {s.count} cases in {s.seconds:.1f} s each, all as the machine proposed, and opened nothing.",
            )
            for s in rubber_stamped(acts)
        )

    def audit(self, me: Me, wanted: AuditWanted, at: datetime) -> AuditPage:
        """Return a page of entries. Looking is written down."""
        self.write("reads", "audited", wanted.subject, {"by": me.name}, at)
        rows = list(self._entries(wanted, at))[::-1]
        pages = max(1, -(-len(rows) // _ROWS))
        page = min(wanted.page, pages)
        part = tuple(rows[(page - 1) * _ROWS : page * _ROWS])
        streams = tuple(sorted({e.stream for e in self.ledger.all()}))
        return AuditPage(replace(wanted, page=page), part, len(rows), pages, streams, self._concerns())

    def _entries(self, wanted: AuditWanted, at: datetime) -> Iterator[AuditEntry]:
        since = at - timedelta(days=wanted.days) if wanted.days else None
        for e in self.ledger.all():
            entry = _shown(e)
            fits = (
                wanted.who in ("", entry.who)
                and wanted.subject in ("", entry.subject)
                and wanted.stream in ("", entry.stream)
            )
            if fits and (since is None or e.at >= since):
                yield entry

    def verify(self, me: Me, at: datetime) -> Verified:
        """Follow the chain of the whole ledger."""
        del me
        found = verify(self.store)
        last = max(self.ledger.all(), key=lambda e: e.position, default=None)
        return Verified(
            found.entries,
            last.hash if last else "",
            at,
            tuple(f"{b.stream} {b.number}: {b.what}" for b in found.breaks),
        )

    def export(self, me: Me, wanted: AuditWanted, at: datetime) -> Iterator[bytes]:
        """Yield the entries as NDJSON."""
        self.write("reads", "exported", wanted.subject, {"by": me.name}, at)
        for e in self._entries(wanted, at):
            row = {
                "position": e.position,
                "at": e.at.isoformat(),
                "stream": e.stream,
                "kind": e.kind,
                "who": e.who,
                "subject": e.subject,
                "why": e.why,
            }
            yield json.dumps(row, ensure_ascii=False).encode() + b"\n"


def _shown(e: Entry) -> AuditEntry:
    why = e.body.get("case") or e.body.get("batch") or e.body.get("policy") or e.body.get("reason") or ""
    return AuditEntry(e.position, e.at, e.stream, e.kind, str(e.body.get("by", "")), e.subject, str(why))
