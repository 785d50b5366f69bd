"""One case as the page shows it, from the sealed snapshot of its proposal and what the platform says today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from aboveboard.cases import Account
from aboveboard.cases.ladder import rung, weight
from aboveboard.cases.periods import APPEAL
from aboveboard.console.demo.notices import notices
from aboveboard.console.service.around import Around
from aboveboard.console.service.queues import Place
from aboveboard.console.service.rows import Known
from aboveboard.console.telling import favours, finding_view, moved_why, profile, twin
from aboveboard.console.views.cases import (
    CaseView,
    Edge,
    FindingView,
    Form,
    Node,
    Preview,
    Profile,
    Proposal,
    Rule,
    Twin,
)
from aboveboard.deciding.carrying import severity_of
from aboveboard.deciding.ruling import takes_two
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Order
from aboveboard.policy import Policy
from aboveboard.store.entries import moment

__all__ = ["File", "findings_of", "form_of", "picture", "rules_of", "subject_of", "view_of", "weighed"]

_RARE, _TIES = 25, 12
"""A token of more accounts ties nobody on the page; at most so many ties are drawn."""
_GONE, _DAY = timedelta(days=365), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class File:
    """All that a case's page needs: its row, its proposal and snapshot, the account's life, the policy, and what is around it."""

    case: Mapping[str, Any]
    proposal: Mapping[str, Any]
    snapshot: Mapping[str, Any]
    life: Account
    policy: Policy
    around: Around
    known: Known


def rules_of(policy: Policy, violation: str) -> tuple[Rule, ...]:
    """Return the rules a person can decide by."""
    return tuple(
        Rule(r.name, r.why, r.action, r.expires.days if r.expires else 0, severity_of(r.action, violation))
        for r in policy.rules
        if r.action != "none"
    )


def weighed(s: Sitting, case: Mapping[str, Any], life: Account, facts: Mapping[str, Any], action: str, severity: int) -> Preview:  # fmt: skip
    """Return what a decision would weigh: strikes before and after, and the next step of the ladder."""
    before = float(weight(life, s.at))
    after = before + (1.0 if severity else 0.0)
    lasts = rung(max(severity, 1), after).lasts
    order = Order(action or case["action"] or "none", severity=severity)
    two = takes_two(order, life, facts, s.limits, s)
    return Preview(before, after, s.at + _GONE if severity else None, lasts.days if lasts else 0, bool(two))


def subject_of(file: File) -> Profile:
    """Return the account as it is, and as it stood in the snapshot where that differs."""
    row = file.around.rows.get(file.case["account_id"]) or {
        k: moment(v) if k.endswith("_at") and v is not None else v for k, v in file.snapshot["account"].items()
    }
    made = profile({**row, "status": row.get("status") or file.life.state}, file.around.record["timeline"])
    then = {k: str(v) for k, v in file.snapshot["account"].items() if v is not None and not k.endswith("_at")}
    facts = tuple((n, before or then.get(n, ""), now) for n, before, now in made.facts)
    told = {n for n, *_ in facts}
    moved = tuple(
        (n, then[n], str(row[n]))
        for n in ("display_name", "handle")
        if n not in told and then.get(n) and row.get(n) and str(row[n]) != then[n]
    )
    return replace(made, facts=moved + facts)


def findings_of(file: File) -> tuple[FindingView, ...]:
    """Return the findings of the case."""
    return tuple(finding_view(f) for f in file.around.record["findings"])


def form_of(file: File, preview: Preview, at: datetime) -> Form:
    """Return what can be decided."""
    rules = rules_of(file.policy, file.case["violation"])
    rule = next((r for r in rules if r.id == file.case["rule"]), None)
    subject = subject_of(file)
    texts = notices(
        subject.handle,
        rule.action if rule else "verify",
        rule.why if rule else "",
        rule.days if rule else 0,
        at + _DAY,
        appeal_days=APPEAL.days - 1,
    )  # fmt: skip  (days count from the midnight that follows)
    asked = subject.language[:2]
    return Form(rules, asked if asked in texts else "en", texts, preview, {})


def picture(file: File) -> tuple[tuple[Node, ...], tuple[Edge, ...], Twin | None]:
    """Return the account's neighbourhood, and the closed account beside it where a finding names one."""
    account, rows, record = file.case["account_id"], file.around.rows, file.around.record
    found = [t for t in file.around.ties if t.users <= _RARE][:_TIES]
    closed = next((str(f["facts"]["closed_id"]) for f in record["findings"] if f["facts"].get("closed_id") in rows), "")
    ends: dict[str, None] = dict.fromkeys([account, *(t.account_id for t in found), *([closed] if closed else [])])
    nodes = tuple(Node(a, _label(rows, a), "subject" if a == account else "closed" if a == closed else "member") for a in ends)  # fmt: skip
    edges = [Edge(account, t.account_id, t.kind, t.users, f"{t.token}…") for t in found]
    moved = next((f["facts"].get("moved") for f in record["findings"] if f["facts"].get("moved")), "")
    if closed and moved:
        edges.append(Edge(account, closed, "audience", None, moved_why(moved)))
    shared = [(t.kind, t.users) for t in found if t.account_id == closed]
    return nodes, tuple(edges), twin(rows[closed], rows.get(account, {}), shared) if closed else None


def _label(rows: Mapping[str, Mapping[str, Any]], account: str) -> str:
    row = rows.get(account, {})
    return str(row.get("display_name") or row.get("handle") or account)


def _proposal(file: File) -> Proposal | None:
    case = file.case
    rule = next((r for r in rules_of(file.policy, case["violation"]) if r.id == case["rule"]), None)
    if rule is None or case["action"] in ("", "none"):
        return None
    return Proposal(rule.id, case["action"], rule.why, rule.days, case["policy"], case["version_of_policy"])


def view_of(file: File, preview: Preview, place: Place, by: str, until: datetime | None, at: datetime) -> CaseView:
    """Return the case. What a first person said of it is nowhere in it."""
    case, row = file.case, file.known.row
    nodes, edges, double = picture(file)
    related = {r for f in file.snapshot["findings"] for r in f.get("related") or ()}
    members = sorted({file.case["account_id"], *related}) if file.known.group else []
    return CaseView(
        id=row.id, version=case["version"], state=row.state, violation=row.violation, tier=row.tier, opened_at=row.opened_at, due_at=row.due_at,
        seen_at=moment(file.snapshot["as_of"]), subject=subject_of(file), findings=findings_of(file), favour=favours(file.around.record),
        form=form_of(file, preview, at), proposal=_proposal(file), twin=double, nodes=nodes, edges=edges,
        members=tuple(members), ring=file.known.group, by=by, until=until, second=row.state == "second", place=place.at + 1,
        total=place.total, next_id=place.next_id, previous_id=place.previous_id,
    )  # fmt: skip
