"""Rings of open cases, and one decision over all of a ring: tried, run by whoever works on batches, taken back whole."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pyarrow as pa
import sqlalchemy as sa

from aboveboard.app.choosing import choose
from aboveboard.console.service.ground import asked, who
from aboveboard.console.service.outside import Outside
from aboveboard.console.service.rows import LINED, Known, of_ring
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.cases import Edge, Explained, Node
from aboveboard.console.views.frame import Me, Option
from aboveboard.console.views.rooms import BatchAsk, BatchView, DryRun, RingRow, RingView
from aboveboard.deciding.batching import (
    Asked,
    Looked,
    advance_batch,
    batch_of,
    cancel_batch,
    look_again,
    plan_batch,
    refuse_batch,
    reverse_batch,
    run_batch,
)
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.strata import counts_of
from aboveboard.deciding.values import Order
from aboveboard.errors import CaseError
from aboveboard.intake.rows import struct_of
from aboveboard.store.aliases import known_as
from aboveboard.store.console_tables import CASE_LINES
from aboveboard.store.deciding_tables import BATCHES, CASES
from aboveboard.store.entries import moment
from aboveboard.store.intake_tables import FACTS, ITS_TABLE
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, ITS_STREAM
from aboveboard.store.sealing import unseal_all
from aboveboard.tables import TABLES

__all__ = ["Bulk"]

_ACTIONS = ("label", "verify", "limit", "suspend")
_CHUNK = 400
_NODES, _SHOWN = 60, 12
_STATES = {"planned": "waiting", "asked": "waiting", "canary": "running", "stopped": "cancelled"}
_SAYS = 3


class Bulk(Outside):
    """The verbs of the ring room. A ring is what open cases have in one group."""

    def rings(self, me: Me, at: datetime, most: int = 0) -> tuple[RingRow, ...]:
        """Return the rings, largest first; `most` of them, 0 for all."""
        asked(me, "cases:read")
        del at
        with self.lined() as connection:
            found = connection.execute(_RINGS.limit(most) if most else _RINGS).all()
            first = _firsts(connection, [ring for ring, *_ in found] if most else None)
            rows = [_ring_line(ring, size, since, *first[ring]) for ring, size, since in map(tuple, found)]
        return tuple(sorted(rows, key=lambda r: (-r.size, r.id)))

    def _ring(self, ring_id: str) -> list[Known]:
        """Return the open cases of a ring; of one that was settled those that were: its batch's page still leads here."""
        with self.lined() as connection:
            found = of_ring(connection, ring_id, decided=False) or of_ring(connection, ring_id, decided=True)
        if not found:
            raise NotHereError(f"there is no ring {ring_id}")
        return found

    def ring(self, me: Me, ring_id: str, at: datetime) -> RingView:
        """Return one ring."""
        asked(me, "cases:read")
        del at
        own = self._ring(ring_id)
        with self.reading() as connection:
            names = _members(own)
            rows = _latest(connection, names)
            query = sa.select(BATCHES.c.batch_id).where(BATCHES.c.rule == _named(ring_id)).order_by(BATCHES.c.planned_us.desc())  # fmt: skip
            started = query.where(BATCHES.c.status != "planned").limit(1)
            batch = connection.execute(started).scalar() or ""
        found = {k.row.account_id for k in own}
        members = tuple(
            (a, _cell(rows, a, "handle"), _cell(rows, a, "display_name"), _cell(rows, a, "status") or "active", a in found)
            for a in names
        )  # fmt: skip
        nodes, edges = _picture(own, rows)
        return RingView(_ring_row(ring_id, own), members, nodes, edges, _mistakes(own[0].detector), tuple(Option(a, key=f"action.{a}") for a in _ACTIONS), batch)  # fmt: skip

    def try_batch(self, me: Me, ring_id: str, action: str, days: int, at: datetime) -> DryRun:
        """Return what one action for all of a ring would do: everybody who has a finding of their own."""
        asked(me, "batches:run")
        own = self._ring(ring_id)
        if action not in _ACTIONS:
            raise CaseError("This action is decided case by case.")
        findings = defaultdict[str, list[str]](list)
        for k in own:
            findings[k.row.account_id].append(str(k.finding["finding_id"]))
        with self.sitting(at) as s:
            rows = _latest(s.connection, sorted(findings))
            everyone = counts_of(_table(_bodies(s.connection, FACTS.c.source == "accounts")), s.at)
            until = (s.at + timedelta(days=days + 1)).replace(hour=0, minute=0, second=0, microsecond=0)
            wish = Asked(Order(action, until=until), own[0].row.violation, _named(ring_id), findings)
            looked = plan_batch(s, wish, _table({a: r["_"] for a, r in rows.items()}), everyone, who(me))
        dry = self._dry(looked, ring_id, action, days, list(rows.values()), own)
        alone = len(_members(own)) - len(rows)
        return replace(dry, left_out=(("left: alone", alone), *dry.left_out)) if alone else dry

    def _dry(self, looked: Looked, ring_id: str, action: str, days: int, rows: Sequence[Mapping[str, Any]], own: Sequence[Known]) -> DryRun:  # fmt: skip
        """Return what was looked at as its page shows it."""
        says = {k.row.account_id: (k.row.name or k.row.handle, k.detector, k.row.says) for k in own}
        followed = sum((r.get("followers") or 0) >= self.on.limits.followers for r in rows)
        languages = Counter(str(r.get("language") or "–") for r in rows).most_common(6)
        strata = (("stratum: accounts", looked.size), ("stratum: followed", followed), *languages)
        sample = tuple((a, *says.get(a, ("", "", ""))) for a in looked.sample)
        id_, first = f"{looked.batch}.{looked.token}", max(1, math.ceil(looked.size * self.on.limits.canary))
        left = tuple((w, n) for w, n in looked.refused.items() if n)
        return DryRun(id_, ring_id, action, days, looked.size, strata, sample, left, self.on.limits.bulk, bool(looked.two_people), first, self.on.limits.hold // timedelta(hours=1))  # fmt: skip

    def run_batch(self, me: Me, tried: str, reason: str, key: str, at: datetime) -> str:
        """Start what was tried. The batch's id is its key: started twice, it is started once."""
        asked(me, "batches:run")
        del key
        batch, _, token = tried.partition(".")
        with self.sitting(at) as s:
            row = batch_of(s, batch)
            mine = row["by"] == who(me)
            if not (mine and row["status"] in ("asked", "canary", "running", "done")):
                _ = run_batch(s, batch, token, who(me), reason)
            _ = advance_batch(s, batch)
        return batch

    def batch(self, me: Me, batch_id: str, at: datetime) -> BatchView:
        """Return how far it is; what can go on, goes on."""
        asked(me, "decisions:read")
        with self.sitting(at) as s:
            row = self._batch(s, batch_id)
            if row["status"] in ("canary", "running") and me.may("batches:run"):
                row = advance_batch(s, batch_id)
            plan, (reason, said) = s.unseal(row["plan"]) or {}, _reasons(s, row)
            looked = look_again(s, batch_id) if _for_me(row, me) and plan else None
        done = row["done"] + row["failed"]
        action = str(plan.get("order", {}).get("action", "none"))
        restored = row["taken_back"]
        view = BatchView(
            batch_id, row["rule"].partition("ring:")[2], action, _STATES.get(row["status"], row["status"]), done, row["size"],
            row["by"].removeprefix("person:"), reason, moment(row["planned_us"]), row["done"] + restored, restored,
            rest_at=moment(row["hold_us"]) if row["status"] == "canary" and done >= row["canary"] else None,
            why=row["why"], second=row["second"].removeprefix("person:"), said=said,
        )  # fmt: skip
        return replace(view, by="", reason="", ask=self._ask(view, looked, plan)) if looked else view

    def _ask(self, view: BatchView, looked: Looked, plan: Mapping[str, Any]) -> DryRun:
        """Return what a batch would do, for the person who may agree to it: as the first one saw it, with another sample."""
        try:
            own = self._ring(view.ring)
        except NotHereError:
            own = list[Known]()  # planned by the interface, or its cases were erased
        until = plan["order"].get("until")
        days = (moment(until) - view.at).days if until else 0
        return self._dry(looked, view.ring, view.action, days, plan["accounts"], own)

    def asks(self, me: Me) -> tuple[BatchAsk, ...]:
        """Return the batches that wait for this person as the second one, oldest first."""
        if not me.may("batches:run"):
            return ()
        query = sa.select(BATCHES).where(BATCHES.c.status == "asked", BATCHES.c.by != who(me)).order_by(BATCHES.c.planned_us, BATCHES.c.batch_id)  # fmt: skip
        with self.reading() as connection:
            rows = [dict(r) for r in connection.execute(query).mappings()]
            plans = unseal_all(connection, [r["plan"] for r in rows])
        known = [(r, plans[r["plan"]]) for r in rows if r["plan"] in plans]
        return tuple(BatchAsk(r["batch_id"], p["order"]["action"], r["size"], moment(r["planned_us"])) for r, p in known)  # fmt: skip

    def agree_batch(self, me: Me, batch_id: str, reason: str, at: datetime) -> None:
        """Agree, as the second person, to what was tried; it starts."""
        asked(me, "batches:run")
        with self.sitting(at) as s:
            row = self._batch(s, batch_id)
            if row["status"] == "asked":
                _ = run_batch(s, batch_id, row["token"], who(me), reason)
            elif row["second"] != who(me):
                raise CaseError(f"batch {batch_id} does not wait for a second person")
            _ = advance_batch(s, batch_id)

    def refuse_batch(self, me: Me, batch_id: str, reason: str, at: datetime) -> None:
        """Say no, as the second person; nothing of it is done."""
        asked(me, "batches:run")
        with self.sitting(at) as s:
            row = self._batch(s, batch_id)
            if (row["status"], row["second"]) != ("cancelled", who(me)):
                _ = refuse_batch(s, batch_id, who(me), reason)

    def _batch(self, s: Sitting, batch_id: str) -> dict[str, Any]:
        try:
            return batch_of(s, batch_id)
        except CaseError as error:
            raise NotHereError(str(error)) from error

    def cancel_batch(self, me: Me, batch_id: str, at: datetime) -> None:
        """Stop what is left of it."""
        asked(me, "batches:run")
        with self.sitting(at) as s:
            _ = cancel_batch(s, batch_id, who(me), "stopped in the console")

    def reverse_batch(self, me: Me, batch_id: str, reason: str, at: datetime) -> None:
        """Take all of it back."""
        asked(me, "batches:reverse")
        with self.sitting(at) as s:
            while reverse_batch(s, batch_id, who(me), reason)["status"] != "reversed":
                pass


_OWN, _NAMED = sa.func.count(CASE_LINES.c.account_id.distinct()), sa.func.max(CASE_LINES.c.size)
_SIZE = sa.case((_OWN > _NAMED, _OWN), else_=_NAMED)
"""A finding may name the others of its ring, or be one of many that name nobody."""
_RINGS = (
    sa.select(CASE_LINES.c.ring, _SIZE, sa.func.min(CASE_LINES.c.first_us))
    .select_from(LINED)
    .where(CASES.c.kind == "proposal", CASES.c.status != "decided", CASE_LINES.c.ring != "")
    .group_by(CASE_LINES.c.ring)
    .having(_SIZE > 1)
    .order_by(_SIZE.desc(), CASE_LINES.c.ring)
)


def _firsts(connection: sa.Connection, rings: Sequence[str] | None) -> dict[str, tuple[str, str, str]]:
    """Return the violation, the detector and the sentence of the surest open case of each ring, of these or of all, in one query."""
    ranked = sa.func.row_number().over(
        partition_by=CASE_LINES.c.ring, order_by=(CASE_LINES.c.score.desc(), CASES.c.case_id)
    )
    wanted = (CASE_LINES.c.ring, CASES.c.violation, CASE_LINES.c.detector, CASE_LINES.c.says, ranked.label("place"))
    query = sa.select(*wanted).select_from(LINED).where(CASE_LINES.c.ring != "", CASES.c.status != "decided")
    of = (query if rings is None else query.where(CASE_LINES.c.ring.in_(rings))).subquery()
    rows = connection.execute(sa.select(of.c.ring, of.c.violation, of.c.detector, of.c.says).where(of.c.place == 1))
    return {ring: (violation, detector, says) for ring, violation, detector, says in rows}


def _ring_line(ring: str, size: int, first_us: int, violation: str, detector: str, says: str) -> RingRow:
    """Return a ring as the list shows it: its size is that of the widest finding or of all cases; its page counts everybody whom any finding names."""
    return RingRow(ring, violation, detector, size, says, f"{moment(first_us):%Y-%m-%d}" if first_us else "")


def _named(ring_id: str) -> str:
    return f"ring:{ring_id}"


def _members(own: Sequence[Known]) -> list[str]:
    return sorted({a for k in own for a in (k.row.account_id, *(k.finding.get("related") or ()))})


def _ring_row(group: str, own: Sequence[Known]) -> RingRow:
    first = min(own, key=lambda k: (-k.row.score, k.row.id))
    since = min((k.finding["first_at"] for k in own if k.finding.get("first_at")), default=None)
    day = f"{moment(since):%Y-%m-%d}" if since else ""
    return RingRow(group, first.row.violation, first.detector, len(_members(own)), first.row.says, day)


def _mistakes(detector: str) -> tuple[Explained, ...]:
    found = next((d for d in choose(None) if d.name == detector), None)
    return tuple(Explained(f"m{n}", m.says, m.guard) for n, m in enumerate(found.mistakes)) if found else ()


def _picture(own: Sequence[Known], rows: dict[str, dict[str, Any]]) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Return what the findings say ties their accounts: things that several of them name, rarest first, and each other."""
    drawn = own[:_NODES]
    edges = [
        Edge(k.row.account_id, r, k.detector.replace("_", " "))
        for k in drawn
        for r in [r for r in k.finding.get("related") or () if r != k.row.account_id][:_SAYS]
    ]
    edges = list({tuple(sorted((e.source, e.target))): e for e in edges}.values())
    things = _things(drawn)
    edges += [
        Edge(a, name, kind.replace("_", " "), len(whose)) for (kind, name), whose in things for a in sorted(whose)
    ]
    names = {k.row.account_id: k.row.name or k.row.handle for k in own}
    members = {*names, *rows}
    ends = dict.fromkeys(a for e in edges for a in (e.source, e.target))
    label = {a: names.get(a) or str(rows.get(a, {}).get("display_name") or a[:12]) for a in ends}
    return tuple(Node(a, label[a], "member" if a in members else "thing") for a in ends), tuple(edges)


def _things(own: Sequence[Known]) -> list[tuple[tuple[str, str], set[str]]]:
    """Return what lists of facts name for two accounts or more: whom they follow, which token they use."""
    found = defaultdict[tuple[str, str], set[str]](set)
    for k in own:
        for kind, value in json.loads(k.finding.get("facts") or "{}").items():
            for name in value if isinstance(value, list) else ():
                if isinstance(name, str):
                    found[kind, name].add(k.row.account_id)
    shared = [(key, whose) for key, whose in found.items() if len(whose) > 1]
    return sorted(shared, key=lambda x: (len(x[1]), x[0]))[:_SHOWN]


def _cell(rows: dict[str, dict[str, Any]], account: str, column: str) -> str:
    return str(rows.get(account, {}).get(column) or "")


def _bodies(connection: sa.Connection, *chosen: sa.ColumnElement[bool]) -> dict[str, str]:
    query = sa.select(FACTS.c.account_id, FACTS.c.body).where(*chosen)
    return {row[0]: row[1] for row in connection.execute(query.order_by(FACTS.c.position))}


def _latest(connection: sa.Connection, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return the last row of each account; `_` holds it as it was written."""
    found = dict[str, str]()
    for start in range(0, len(names), _CHUNK):
        some = FACTS.c.account_id.in_(names[start : start + _CHUNK])
        found |= _bodies(connection, some, ITS_TABLE == "accounts")
    return {a: {**json.loads(b), "_": b} for a, b in found.items()}


def _table(found: dict[str, str]) -> pa.Table:
    schema = TABLES["accounts"].schema
    rows = msgspec.json.decode("[" + ",".join(found.values()) + "]", type=list[struct_of("accounts")])
    return pa.Table.from_pylist([{n: getattr(r, n) for n in schema.names} for r in rows], schema=schema)


def _for_me(row: Mapping[str, Any], me: Me) -> bool:
    return row["status"] == "asked" and row["by"] != who(me) and me.may("batches:run")


def _reasons(s: Sitting, row: Mapping[str, Any]) -> tuple[str, str]:
    """Return what the first person of a batch gave as a reason, and the second one; the latter empty where one was enough."""
    kinds = ENTRIES.c.kind.in_(("second_asked", "batch_started", "batch_stopped"))
    about = ENTRIES.c.subject.in_([known_as(f"batch:{row['batch_id']}")])
    entries = read_entries(s.connection, ITS_STREAM == "decisions", kinds, about)
    said = {e.kind: e.body.get("reason", "") for e in entries if e.kind != "batch_stopped" or "second" in e.body}
    last = said.get("batch_started") or said.get("batch_stopped") or ""
    first, second = (said["second_asked"], last) if "second_asked" in said else (last, "")
    told = [str((s.unseal(d) or {}).get("reason", "")) if d else "" for d in (first, second)]
    return told[0], told[1]
