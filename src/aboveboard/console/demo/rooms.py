"""Rings, bulk actions, policies and the ledger of the demo."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, UTC
from importlib.resources import files
from typing import Any

from aboveboard.console.demo.desk import CaseBook
from aboveboard.console.demo.world import Scan, evidence_of
from aboveboard.console.meaning import Act, rubber_stamped
from aboveboard.console.verbs import Missing
from aboveboard.console.views.cases import Edge, Node
from aboveboard.console.views.frame import Me, Option
from aboveboard.console.views.rooms import (
    AuditEntry, AuditPage, AuditWanted, Backtest, BatchView, Checked, Concern, DryRun, Home, PolicyRow, PolicyView, RingRow, RingView, Verified,
)  # fmt: skip
from aboveboard.errors import CaseError, InputError, PolicyError
from aboveboard.policy import check_policy, counts, diff, load_policy, propose
from aboveboard.store import Entry, Ledger, Store, verify

__all__ = ["Audit", "Policies", "Rings"]

_NODES, _SAMPLE, _CAP, _ALONE, _A_SECOND = 60, 8, 50, 50, 10
_ROWS = 50
_FAULT = re.compile(r"^[^\n:]*:(\d+):(\d+): (.*)$", re.MULTILINE)
_STEPS = {
    "draft": ("backtest", "withdraw"), "backtested": ("shadow", "withdraw"), "shadow": ("canary", "live", "withdraw"), "canary": ("live", "withdraw"),
    "live": ("withdraw",),
}  # fmt: skip
_AFTER = {"shadow": "shadow", "canary": "canary", "live": "live", "withdraw": "ended"}


class Rings:
    """The verbs of rings and bulk actions."""

    scan: Scan
    book: CaseBook
    ledger: Ledger

    def _begin_rings(self) -> None:
        self._tried = dict[str, tuple[DryRun, list[str]]]()
        self._batches = dict[str, BatchView]()
        self._keys = dict[str, str]()

    def rings(self, me: Me, at: datetime) -> tuple[RingRow, ...]:
        """Return the rings, largest first."""
        del me, at
        return tuple(sorted(map(_ring_row, self.scan.rings), key=lambda r: (-r.size, r.id)))

    def ring(self, me: Me, ring_id: str, at: datetime) -> RingView:
        """Return one ring."""
        del me, at
        ring = self._ring(ring_id)
        own = {f["account_id"] for f in self.scan.found.values() if f["group"] == ring_id}
        nodes, edges = _picture(ring, {a: self._name(a) for a in ring["members"]})
        batch = next((b.id for b in self._batches.values() if b.ring == ring_id), "")
        members = tuple((a, self._cell(a, "handle"), self._cell(a, "display_name"), self._cell(a, "status") or "active", a in own) for a in ring["members"])
        actions = tuple(Option(a, key=f"action.{a}") for a in ("label", "verify", "limit", "suspend"))
        return RingView(_ring_row(ring), members, nodes, edges, self.scan.mistakes(evidence_of(ring)["detector"]), actions, batch)

    def _ring(self, ring_id: str) -> Mapping[str, Any]:
        found = next((r for r in self.scan.rings if r["group"] == ring_id), None)
        if found is None:
            raise Missing(f"there is no ring {ring_id}")
        return found

    def _cell(self, account: str, column: str) -> str:
        return str(self.scan.rows.get(account, {}).get(column) or "")

    def _name(self, account: str) -> str:
        return self._cell(account, "display_name") or self._cell(account, "handle") or account

    def try_batch(self, me: Me, ring_id: str, action: str, days: int, at: datetime) -> DryRun:
        """Return what one action for all of a ring would do."""
        del at
        ring = self._ring(ring_id)
        says = {f["account_id"]: f["says"] for f in self.scan.found.values() if f["group"] == ring_id}
        rows = [self.scan.rows[a] for a in ring["members"] if a in self.scan.rows]
        closed, verified = ([r for r in rows if r["status"] == "closed"], [r for r in rows if r["verified_org_id"]])
        alone = [r for r in rows if r["account_id"] not in says and r not in closed]
        out = {r["account_id"] for r in (*closed, *verified, *alone)}
        hit = [r for r in rows if r["account_id"] not in out]
        drawn = sorted(hit, key=lambda r: hashlib.sha256(f"{ring_id}{r['account_id']}".encode()).hexdigest())[:_SAMPLE]
        id_ = "try_" + hashlib.sha256(f"{me.name}{ring_id}{action}{days}".encode()).hexdigest()[:16]
        left = (("left: closed", len(closed)), ("left: verified", len(verified)), ("left: alone", len(alone)))
        strata = (("stratum: accounts", len(hit)), ("stratum: followed", sum((r["followers"] or 0) >= 10_000 for r in hit)))  # noqa: PLR2004
        languages = Counter(str(r["language"] or "–") for r in hit).most_common(6)
        sample = tuple((r["account_id"], self._name(r["account_id"]), says[r["account_id"]]) for r in drawn)
        made = DryRun(id_, ring_id, action, days, len(hit), (*strata, *languages), sample, tuple(x for x in left if x[1]), _CAP, len(hit) > _ALONE)
        self._tried[id_] = (made, [r["account_id"] for r in hit])
        return made

    def run_batch(self, me: Me, tried: str, reason: str, key: str, at: datetime) -> str:
        """Start what was tried, once for each key."""
        if key in self._keys:
            return self._keys[key]
        if tried not in self._tried:
            raise CaseError("Try it again first: what was tried is not known any more.")
        dry, _ = self._tried[tried]
        id_ = "bat_" + hashlib.sha256(f"{tried}{key}".encode()).hexdigest()[:26]
        self._batches[id_] = BatchView(id_, dry.ring, dry.action, "running", 0, min(dry.count, dry.cap), me.name, reason, at)
        self._keys[key] = id_
        self.write("decisions", "batch_started", "", {"by": me.name, "batch": id_, "count": dry.count, "action": dry.action}, at)
        return id_

    def batch(self, me: Me, batch_id: str, at: datetime) -> BatchView:
        """Return how far it is."""
        del me
        if batch_id not in self._batches:
            raise Missing(f"there is no batch {batch_id}")
        made = self._batches[batch_id]
        if made.state == "running":
            done = min(made.count, int((at - made.at).total_seconds() * _A_SECOND))
            made = replace(made, done=done, notices=done, state="done" if done == made.count else "running")
            self._batches[batch_id] = made
        return made

    def cancel_batch(self, me: Me, batch_id: str, at: datetime) -> None:
        """Stop what is left of it."""
        made = self.batch(me, batch_id, at)
        if made.state == "running":
            self._batches[batch_id] = replace(made, state="cancelled")
            self.write("decisions", "batch_cancelled", "", {"by": me.name, "batch": batch_id, "done": made.done}, at)

    def reverse_batch(self, me: Me, batch_id: str, reason: str, at: datetime) -> None:
        """Take all of it back."""
        made = self.batch(me, batch_id, at)
        if made.state not in ("done", "cancelled"):
            raise CaseError("A batch is taken back once it is done or stopped.")
        self._batches[batch_id] = replace(made, state="reversed", restored=made.done, notices=2 * made.done)
        self.write("decisions", "batch_reversed", "", {"by": me.name, "batch": batch_id, "count": made.done, "reason": reason}, at)


def _ring_row(ring: Mapping[str, Any]) -> RingRow:
    told = evidence_of(ring)
    return RingRow(ring["group"], ring["violation"], told["detector"], ring["size"], str(told.get("says") or ""), str(told.get("first_at") or "")[:10])


def _picture(ring: Mapping[str, Any], names: Mapping[str, str]) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Return members and the things they share as two kinds of nodes: rarest things first."""
    links = sorted(evidence_of(ring).get("links", []), key=lambda x: (len(x["members"]), x["kind"], x["value"]))
    nodes = {a: Node(a, name, "member") for a, name in names.items()}
    edges = list[Edge]()
    for number, link in enumerate(links[:12]):
        thing = f"thing-{number}"
        value = names.get(link["value"]) or str(link["value"])
        nodes[thing] = Node(thing, value, "thing")
        edges += [Edge(a, thing, link["kind"].replace("_", " "), len(link["members"])) for a in link["members"][:_NODES] if a in names]
    tied = {e.source for e in edges} | {e.target for e in edges}
    return tuple(n for n in nodes.values() if n.id in tied), tuple(edges)


@dataclass(slots=True)
class _Version:
    row: PolicyRow
    text: str
    backtest: Backtest | None = None


class Policies:
    """The verbs of the policy room."""

    scan: Scan

    def _begin_policies(self, at: datetime) -> None:
        text = files("aboveboard.policy").joinpath("default.toml").read_text(encoding="utf-8")
        known = load_policy(text)
        row = PolicyRow(known.name, known.version, "live", "shipped", "shipped", "It ships with Aboveboard.", at, at + timedelta(days=180))
        self._versions = {(known.name, known.version): _Version(row, text)}

    def policies(self, me: Me, at: datetime) -> tuple[PolicyRow, ...]:
        """Return every version, newest first."""
        del me, at
        return tuple(v.row for v in reversed(self._versions.values()))

    def policy(self, me: Me, name: str, version: str, at: datetime) -> PolicyView:
        """Return one version."""
        del at
        own = self._version(name, version)
        history = tuple(v.row for v in reversed(self._versions.values()) if v.row.name == name)
        earlier = [v for v in self._versions.values() if v.row.name == name]
        place = earlier.index(own)
        difference = _difference(earlier[place - 1].text, own.text) if place else ()
        allowed = {"live": "policies:approve", "canary": "policies:write"}
        steps = tuple(s for s in _STEPS.get(own.row.stage, ()) if me.may(allowed.get(s, "policies:write")))
        return PolicyView(own.row, own.text, self.check_policy(me, own.text), history, difference, own.backtest, steps)

    def _version(self, name: str, version: str) -> _Version:
        if (name, version) not in self._versions:
            raise Missing(f"there is no version {version} of a policy {name}")
        return self._versions[name, version]

    def check_policy(self, me: Me, text: str) -> Checked:
        """Look at a text."""
        del me
        try:
            read = load_policy(text)
        except PolicyError as error:
            return Checked(_faults(str(error)), ())
        return Checked((), tuple((r.case.name, r.held, r.message) for r in check_policy(read)), len(read.rules))

    def draft_policy(self, me: Me, text: str, why: str, ends: date, at: datetime) -> PolicyRow:
        """Keep a draft."""
        read = load_policy(text)
        if (read.name, read.version) in self._versions:
            raise CaseError(f"version {read.version} of {read.name} stands already; write another version into the text")
        ends_at = datetime.combine(ends, time(), UTC)
        if ends_at <= at:
            raise InputError("a policy ends after today")
        row = PolicyRow(read.name, read.version, "draft", me.name, "", why, at, ends_at)
        self._versions[read.name, read.version] = _Version(row, text.replace("\r\n", "\n"))
        self.write("policies", "drafted", "", {"by": me.name, "policy": read.name, "version": read.version}, at)
        return row

    def backtest(self, me: Me, name: str, version: str, at: datetime) -> Backtest:
        """Try a draft on the scan beside what is in force."""
        own = self._version(name, version)
        live = next(v for v in self._versions.values() if v.row.name == name and v.row.stage == "live")
        s = self.scan
        now, then = (propose(load_policy(v.text), s.findings, s.accounts, s.as_of, attestations=s.attestations) for v in (live, own))
        totals = [{r["action"]: r["proposed"] + r["for_review"] for r in counts(t).to_pylist()} for t in (now, then)]
        hit = {d["account_id"] for d in then.to_pylist() if d["action"] != "none"}
        everyone, struck = (Counter(str(s.rows[a]["language"] or "–") for a in ids if a in s.rows) for ids in (s.rows, hit))
        groups = tuple((g, struck[g], struck[g] / n) for g, n in everyone.most_common() if struck[g])
        own.backtest = Backtest(tuple((a, totals[0][a], totals[1][a]) for a in totals[0]), groups, diff(now, then).num_rows, _breaker(everyone, struck))
        if own.row.stage == "draft":
            own.row = replace(own.row, stage="backtested", at=at)
        self.write("policies", "backtested", "", {"by": me.name, "policy": name, "version": version}, at)
        return own.backtest

    def step_policy(self, me: Me, name: str, version: str, step: str, at: datetime) -> PolicyRow:
        """Take a version one step on."""
        own = self._version(name, version)
        if step not in _STEPS.get(own.row.stage, ()):
            raise CaseError(f"a policy that is {own.row.stage} cannot take this step")
        if step == "live" and (own.row.author == me.name or not me.may("policies:approve")):
            raise CaseError("somebody other than its author lets a policy go live")
        if step in ("canary", "live") and own.backtest and own.backtest.breaker:
            raise CaseError(own.backtest.breaker)
        if step == "live":
            for v in self._versions.values():
                v.row = replace(v.row, stage="ended") if v.row.name == name and v.row.stage == "live" else v.row
        own.row = replace(own.row, stage=_AFTER[step], at=at, approver=me.name if step == "live" else own.row.approver)
        self.write("policies", _AFTER[step], "", {"by": me.name, "policy": name, "version": version}, at)
        return own.row


def _faults(message: str) -> tuple[tuple[int, int, str], ...]:
    found = tuple((int(m[1]), int(m[2]), m[3]) for m in _FAULT.finditer(message))
    return found or ((1, 1, message),)


def _difference(before: str, after: str) -> tuple[tuple[str, str], ...]:
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=2, lineterm=""))[2:]
    return tuple((line[:1].replace("@", "…"), line[1:] if line[0] in "+- " else "") for line in lines)


def _breaker(everyone: Counter[str], struck: Counter[str]) -> str:
    """Say that a language is hit three times as often as the others together, where ten or more of it are."""
    for group, n in struck.items():
        rest_hit, rest = struck.total() - n, everyone.total() - everyone[group]
        if n >= 10 and rest and n / everyone[group] > 3 * max(rest_hit, 1) / rest:  # noqa: PLR2004  (deciding.Limits)
            return f"Stopped: accounts in the language {group} would be hit more than three times as often as all others ({n} of {everyone[group]})."
    return ""


class Audit:
    """The verbs of the first page and of the audit room."""

    scan: Scan
    book: CaseBook
    ledger: Ledger
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
        days = tuple((d, sum(r.opened_at.date() == d.date() for r in rows), sum(e.at.date() == d.date() for e in decided)) for d in (midnight - timedelta(days=n) for n in range(13, -1, -1)))
        new = (("new: cases", fresh), ("new: decided", recent), ("new: overdue", late), ("new: appeals", appeals))
        return Home(new, self.book.queues(at), self.rings(me, at)[:5], (), (), self._concerns(), days)

    def _concerns(self) -> tuple[Concern, ...]:
        acts = [
            Act(e.body["by"], e.at, e.body["seconds"], e.body["opened"], e.body["agreed"])
            for e in self.ledger.of_stream("decisions")
            if e.kind == "decided"
        ]
        return tuple(
            Concern("rubber_stamp", s.by, s.last_at, f"{s.by} decided {s.count} cases in {s.seconds:.1f} s each, all as the machine proposed, and opened nothing.")
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
            fits = wanted.who in ("", entry.who) and wanted.subject in ("", entry.subject) and wanted.stream in ("", entry.stream)
            if fits and (since is None or e.at >= since):
                yield entry

    def verify(self, me: Me, at: datetime) -> Verified:
        """Follow the chain of the whole ledger."""
        del me
        found = verify(self.store)
        last = max(self.ledger.all(), key=lambda e: e.position, default=None)
        return Verified(found.entries, last.hash if last else "", at, tuple(f"{b.stream} {b.number}: {b.what}" for b in found.breaks))

    def export(self, me: Me, wanted: AuditWanted, at: datetime) -> Iterator[bytes]:
        """Yield the entries as NDJSON."""
        self.write("reads", "exported", wanted.subject, {"by": me.name}, at)
        for e in self._entries(wanted, at):
            row = {"position": e.position, "at": e.at.isoformat(), "stream": e.stream, "kind": e.kind, "who": e.who, "subject": e.subject, "why": e.why}
            yield json.dumps(row, ensure_ascii=False).encode() + b"\n"


def _shown(e: Entry) -> AuditEntry:
    why = e.body.get("case") or e.body.get("batch") or e.body.get("policy") or e.body.get("reason") or ""
    return AuditEntry(e.position, e.at, e.stream, e.kind, str(e.body.get("by", "")), e.subject, str(why))
