"""Appeals: against any decision, by its holder without signing in, judged by somebody who had no part in it."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from aboveboard.cases import Event, take
from aboveboard.cases.finding import measure_of
from aboveboard.cases.kinds import role
from aboveboard.cases.periods import APPEAL
from aboveboard.core import ACTIONS
from aboveboard.deciding.carrying import Outbox, carry_out, takes_away, timely
from aboveboard.deciding.halting import BREAKER, appeals_too_many, halt
from aboveboard.deciding.histories import History, history
from aboveboard.deciding.pairs import person
from aboveboard.deciding.ruling import current
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.undoing import Undone, undo
from aboveboard.deciding.values import Decision, Order, filled, made_id
from aboveboard.errors import CaseError
from aboveboard.store import New
from aboveboard.store.deciding_tables import CASES, LEASES
from aboveboard.store.entries import moment

__all__ = ["OUTCOMES", "appeal", "judge"]

OUTCOMES = ("upheld", "overturned", "changed")
"""What an appeal leads to: the decision stands, falls, or a milder one takes its place."""


def appeal(s: Sitting, decision_id: str, by: str, text: str, evidence: str = "") -> str:
    """File an appeal and return its id. `by` is `holder:…` (a link of the notice is enough) or `body:…`; `evidence` is a hash of what is new.

    Raises `CaseError` where there is no such decision, it was taken back, one waits, or it is too late.
    """
    made, known = _decision(s, decision_id)
    if role(by) not in ("holder", "body"):
        raise CaseError(f"`{by}` may not appeal; the holder or a body may")
    before = _appeals(s, decision_id)
    out = Outbox()
    if measure_of(known.account, decision_id):
        event = Event(made.account_id, s.at, "appealed", decision_id, by, evidence=evidence)
        known.account, events = take(known.account, timely(known.account, event), s.periods)
        out.events += [(e, None) for e in events]
    else:
        _allowed(s, made, before, evidence)
    found = made_id("apl", decision_id, len(before))
    body = {
        "case": found, "kind": "appeal", "about": decision_id, "rule": made.rule, "violation": made.violation, "action": made.order.action,
        "scope": made.order.scope, "policy": made.policy, "version_of_policy": made.policy_version, "proposal": made.proposal,
        "level": "appeals", "by": by, "evidence": evidence, "text": s.seal(made.account_id, {"text": text}), "score": 0.0,
    }  # fmt: skip
    out.decided.append(New("case_opened", made.account_id, filled(body), found))
    _ = out.send(s)
    why = appeals_too_many(s, made.rule) if made.rule else ""
    if why:
        _ = halt(s, made.rule, BREAKER, why)
    return found


def judge(
    s: Sitting, appeal_id: str, outcome: str, by: str, reason: str, version: int, order: Order | None = None
) -> Undone | None:
    """Answer an appeal; return what was taken back, None where the decision stands.

    `order` is the milder decision that takes the place of a `changed` one. Raises `CaseError` where this person had a part in the
    decision, somebody else was faster, or the outcome is none.
    """
    case = current(s, appeal_id, version, person(by))
    if case["kind"] != "appeal" or outcome not in OUTCOMES:
        raise CaseError(f"an appeal is {', '.join(OUTCOMES)}; `{outcome}` of {appeal_id} is not")
    if not reason.strip():
        raise CaseError("an answer needs a reason in writing")
    made, known = _decision(s, case["about"])
    if by in _took_part(s, made):
        raise CaseError("who decided may not judge the appeal")
    sealed = s.seal(made.account_id, {"reason": reason})
    s.connection.execute(sa.delete(LEASES).where(LEASES.c.case_id == appeal_id))
    if outcome == "upheld":
        return _refuse(s, case, made, known, by, sealed)
    milder = _milder(made, order) if outcome == "changed" else None
    done = undo(s, {made.id: made.account_id}, by, sealed, kind="appeal_granted", case=appeal_id)
    if done.refused:
        raise CaseError(f"appeal {appeal_id}: {done.refused[made.id]}")
    if milder:
        _instead(s, case, made, milder, by, sealed)
    return done


def _decision(s: Sitting, decision_id: str) -> tuple[Decision, History]:
    said = s.said("decisions", decision_id)
    known = history(s, said[0]) if said else None
    if known is None or decision_id not in known.decisions:
        raise CaseError(f"there is no decision {decision_id}")
    if decision_id in known.undone:
        raise CaseError(f"decision {decision_id} was taken back already")
    return known.decisions[decision_id], known


def _appeals(s: Sitting, decision_id: str) -> list[dict[str, Any]]:
    query = sa.select(CASES).where(CASES.c.kind == "appeal", CASES.c.about == decision_id).order_by(CASES.c.opened_us)
    return [dict(row) for row in s.connection.execute(query).mappings()]


def _allowed(s: Sitting, made: Decision, before: list[dict[str, Any]], evidence: str) -> None:
    """Hold an appeal against what leaves no trace in the account's life, such as a label, to the same rules."""
    if any(a["status"] != "decided" for a in before):
        raise CaseError("an appeal about it waits already")
    used = [(s.said("decisions", a["case_id"]) or ("", {}))[1].get("evidence", "") for a in before]
    if before and (not evidence or evidence in used):
        raise CaseError("an appeal about it was refused; another needs new evidence")
    at = s.connection.execute(_AT, {"key": made.id}).scalar_one()
    if s.at > max(moment(at) + APPEAL, made.order.until or moment(at)):
        raise CaseError("the time to appeal is over")


_AT = sa.text("SELECT at_us FROM entries WHERE stream = 'decisions' AND key = :key")


def _took_part(s: Sitting, made: Decision) -> set[str]:
    """Return who had a part in a decision: who decided, who was the second, who gave an opinion, and who ran the batch."""
    part = {made.by, made.second}
    if made.case:
        part |= {o["by"] for o in json.loads(s.case(made.case)["opinions"])}
    return part - {""}


def _refuse(s: Sitting, case: dict[str, Any], made: Decision, known: History, by: str, reason: str) -> None:
    out = Outbox()
    if measure_of(known.account, made.id):
        event = Event(made.account_id, s.at, "appeal_refused", made.id, by)
        known.account, events = take(known.account, timely(known.account, event), s.periods)
        out.events += [(e, None) for e in events]
    body = {"case": case["case_id"], "by": by, "decision": made.id, "rule": made.rule, "reason": reason}
    out.decided.append(New("appeal_refused", made.account_id, body))
    _ = out.send(s)


def _milder(made: Decision, order: Order | None) -> Order:
    if (
        order is None
        or not 0 <= ACTIONS.index(order.action) <= ACTIONS.index(made.order.action)
        or order.action == "bar"
    ):
        raise CaseError(f"an appeal changes a decision to a milder one than {made.order.action}")
    same = order.action == made.order.action
    if same and (order.until is None or made.order.until is None or order.until >= made.order.until):
        raise CaseError("the same for as long is no change")
    return takes_away(order, made.violation)


def _instead(s: Sitting, case: dict[str, Any], made: Decision, order: Order, by: str, reason: str) -> None:
    """Make the milder decision. The appeal brought new evidence, so it rests on that too."""
    known, out = history(s, made.account_id), Outbox()
    evidence = hashlib.sha256(f"{made.evidence}\n{case['case_id']}".encode()).hexdigest()
    new = made._replace(
        id=made_id("dec", "changed", case["case_id"]), order=order, by=by, second="", case="", batch="", evidence=evidence, reason=reason,
        findings=(), spread=timedelta(0),
    )  # fmt: skip
    _ = carry_out(s, known, new, out)
    _ = out.send(s)
