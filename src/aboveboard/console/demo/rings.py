"""Rings and bulk actions of the demo."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from aboveboard.console.demo.world import Scan, evidence_of
from aboveboard.console.demo.writing import Writing
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.cases import Edge, Node
from aboveboard.console.views.frame import Me, Option
from aboveboard.console.views.rooms import BatchAsk, BatchView, DryRun, RingRow, RingView
from aboveboard.errors import CaseError

__all__ = ["Rings"]

_NODES, _SAMPLE, _CAP, _ALONE, _A_SECOND = 60, 8, 50, 50, 10
_FOLLOWED = 10_000


class Rings(Writing):
    """The verbs of rings and bulk actions."""

    scan: Scan

    def _begin_rings(self) -> None:
        self._tried = dict[str, tuple[DryRun, list[str]]]()
        self._batches = dict[str, BatchView]()
        self._keys = dict[str, str]()
        self._dry = dict[str, DryRun]()

    def rings(self, me: Me, at: datetime) -> tuple[RingRow, ...]:
        """Return the rings, largest first."""
        del me, at
        return tuple(sorted(map(_ring_row, self.scan.rings), key=lambda r: (-r.size, r.id)))

    def ring(self, me: Me, ring_id: str, at: datetime) -> RingView:
        """Return one ring."""
        del me, at
        ring = self._ring(ring_id)
        own = {f["account_id"] for f in self.scan.found.values() if f["group"] == ring_id}
        nodes, edges = _picture(ring, self._name)
        batch = next((b.id for b in self._batches.values() if b.ring == ring_id), "")
        members = tuple(
            (a, self._cell(a, "handle"), self._cell(a, "display_name"), self._cell(a, "status") or "active", a in own)
            for a in ring["members"]
        )
        actions = tuple(Option(a, key=f"action.{a}") for a in ("label", "verify", "limit", "suspend"))
        return RingView(
            _ring_row(ring), members, nodes, edges, self.scan.mistakes(evidence_of(ring)["detector"]), actions, batch
        )

    def _ring(self, ring_id: str) -> Mapping[str, Any]:
        found = next((r for r in self.scan.rings if r["group"] == ring_id), None)
        if found is None:
            raise NotHereError(f"there is no ring {ring_id}")
        return found

    def _cell(self, account: str, column: str) -> str:
        return str(self.scan.rows.get(account, {}).get(column) or "")

    def _name(self, account: str) -> str:
        return self._cell(account, "display_name") or self._cell(account, "handle") or account

    def try_batch(self, me: Me, ring_id: str, action: str, days: int, at: datetime) -> DryRun:
        """Return what one action for all of a ring would do."""
        del at
        ring = self._ring(ring_id)
        says = {f["account_id"]: (f["detector"], f["says"]) for f in self.scan.found.values() if f["group"] == ring_id}
        rows = [self.scan.rows[a] for a in ring["members"] if a in self.scan.rows]
        closed, verified = ([r for r in rows if r["status"] == "closed"], [r for r in rows if r["verified_org_id"]])
        alone = [r for r in rows if r["account_id"] not in says and r not in closed]
        out = {r["account_id"] for r in (*closed, *verified, *alone)}
        hit = [r for r in rows if r["account_id"] not in out]
        drawn = sorted(hit, key=lambda r: hashlib.sha256(f"{ring_id}{r['account_id']}".encode()).hexdigest())[:_SAMPLE]
        id_ = "try_" + hashlib.sha256(f"{me.name}{ring_id}{action}{days}".encode()).hexdigest()[:16]
        left = (("left: closed", len(closed)), ("left: verified", len(verified)), ("left: alone", len(alone)))
        strata = (
            ("stratum: accounts", len(hit)),
            ("stratum: followed", sum((r["followers"] or 0) >= _FOLLOWED for r in hit)),
        )
        languages = Counter(str(r["language"] or "–") for r in hit).most_common(6)
        sample = tuple((r["account_id"], self._name(r["account_id"]), *says[r["account_id"]]) for r in drawn)
        made = DryRun(
            id_,
            ring_id,
            action,
            days,
            len(hit),
            (*strata, *languages),
            sample,
            tuple(x for x in left if x[1]),
            _CAP,
            len(hit) > _ALONE,
        )
        self._tried[id_] = (made, [r["account_id"] for r in hit])
        return made

    def run_batch(self, me: Me, tried: str, reason: str, key: str, at: datetime) -> str:
        """Start what was tried, once for each key."""
        if key in self._keys:
            return self._keys[key]
        if tried not in self._tried:
            raise CaseError("Try it again first: what was tried is not known any more.")
        dry, _ = self._tried[tried]
        state, count = ("waiting", dry.count) if dry.second else ("running", min(dry.count, dry.cap))
        id_ = "bat_" + hashlib.sha256(f"{tried}{key}".encode()).hexdigest()[:26]
        why = f"it is about more than {_ALONE} accounts" if dry.second else ""
        self._batches[id_] = BatchView(id_, dry.ring, dry.action, state, 0, count, me.name, reason, at, why=why)
        self._dry[id_] = dry
        self._keys[key] = id_
        self.write(
            "decisions",
            "batch_asked" if dry.second else "batch_started",
            "",
            {"by": me.name, "batch": id_, "count": dry.count, "action": dry.action},
            at,
        )
        return id_

    def batch(self, me: Me, batch_id: str, at: datetime) -> BatchView:
        """Return how far it is."""
        if batch_id not in self._batches:
            raise NotHereError(f"there is no batch {batch_id}")
        made = self._batches[batch_id]
        if made.state == "running":
            done = min(made.count, int((at - made.at).total_seconds() * _A_SECOND))
            made = replace(made, done=done, notices=done, state="done" if done == made.count else "running")
            self._batches[batch_id] = made
        if made.state == "waiting" and made.by != me.name:
            return replace(made, by="", reason="", ask=self._dry[batch_id])
        return made

    def asks(self, me: Me) -> tuple[BatchAsk, ...]:
        """Return the batches that wait for this person as the second one."""
        waiting = (b for b in self._batches.values() if b.state == "waiting" and b.by != me.name)
        return tuple(BatchAsk(b.id, b.action, b.count, b.at) for b in waiting)

    def agree_batch(self, me: Me, batch_id: str, reason: str, at: datetime) -> None:
        """Agree, as the second person, to what was tried; it starts."""
        self._second(me, batch_id, "running", reason, at)

    def refuse_batch(self, me: Me, batch_id: str, reason: str, at: datetime) -> None:
        """Say no, as the second person; nothing of it is done."""
        self._second(me, batch_id, "cancelled", reason, at)

    def _second(self, me: Me, batch_id: str, state: str, reason: str, at: datetime) -> None:
        made = self._batches[self.batch(me, batch_id, at).id]
        if made.state != "waiting" or made.by == me.name:
            raise CaseError("This waits for no second person, or you asked for it yourself.")
        self._batches[batch_id] = replace(made, state=state, second=me.name, said=reason, at=at)
        kind = "batch_started" if state == "running" else "batch_stopped"
        self.write("decisions", kind, "", {"by": made.by, "second": me.name, "batch": batch_id}, at)

    def cancel_batch(self, me: Me, batch_id: str, at: datetime) -> None:
        """Stop what is left of it."""
        made = self.batch(me, batch_id, at)
        if made.state in ("running", "waiting"):
            self._batches[batch_id] = replace(self._batches[batch_id], state="cancelled")
            self.write("decisions", "batch_cancelled", "", {"by": me.name, "batch": batch_id, "done": made.done}, at)

    def reverse_batch(self, me: Me, batch_id: str, reason: str, at: datetime) -> None:
        """Take all of it back."""
        made = self.batch(me, batch_id, at)
        if made.state not in ("done", "cancelled"):
            raise CaseError("A batch is taken back once it is done or stopped.")
        self._batches[batch_id] = replace(made, state="reversed", restored=made.done, notices=2 * made.done)
        self.write(
            "decisions",
            "batch_reversed",
            "",
            {"by": me.name, "batch": batch_id, "count": made.done, "reason": reason},
            at,
        )


def _ring_row(ring: Mapping[str, Any]) -> RingRow:
    told = evidence_of(ring)
    return RingRow(
        ring["group"],
        ring["violation"],
        told["detector"],
        ring["size"],
        str(told.get("says") or ""),
        str(told.get("first_at") or "")[:10],
    )


def _picture(ring: Mapping[str, Any], name_of: Callable[[str], str]) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Return members and the things they share as two kinds of nodes: rarest things first."""
    links = sorted(evidence_of(ring).get("links", []), key=lambda x: (len(x["members"]), x["kind"], x["value"]))
    nodes = {a: Node(a, name_of(a), "member") for a in ring["members"]}
    edges = list[Edge]()
    for number, link in enumerate(links[:12]):
        thing = f"thing-{number}"
        nodes[thing] = Node(thing, name_of(str(link["value"])), "thing")
        edges += [
            Edge(a, thing, link["kind"].replace("_", " "), len(link["members"]))
            for a in link["members"][:_NODES]
            if a in nodes
        ]
    tied = {e.source for e in edges} | {e.target for e in edges}
    return tuple(n for n in nodes.values() if n.id in tied), tuple(edges)
