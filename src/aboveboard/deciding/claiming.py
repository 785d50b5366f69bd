"""Claims from outside: of a party that is imitated, of a body that claims or objects. Two people say the same, each without the other's word, and then it is done."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from aboveboard.cases import Event, take
from aboveboard.cases.states import PLANS
from aboveboard.deciding.carrying import Outbox, carry_out, takes_away, timely
from aboveboard.deciding.histories import history
from aboveboard.deciding.pairs import person
from aboveboard.deciding.proposing import enter
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Decision, Order, made_id
from aboveboard.errors import CaseError
from aboveboard.store import New
from aboveboard.store.deciding_tables import CLAIMS

__all__ = ["ACTS", "Said", "claim_of", "file_claim", "judge_claim", "may_say"]

ACTS = ("label", "verify", "limit")
"""What the claim of an imitated party can lead to: nothing that ends an account."""
_LIMITED = timedelta(days=30)
_VIOLATION = "impersonation"


class Said(NamedTuple):
    """What one person says of a claim: `refused`, an action of `ACTS`, a plan of `cases.states.PLANS` or `withdraw`; `account` is whom an action is about."""

    outcome: str
    account: str = ""

    @property
    def text(self) -> str:
        """What two people must have in common."""
        return f"{self.outcome}:{self.account}"


def may_say(claim: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the outcomes that a claim can have."""
    if claim["kind"] == "imitated":
        return (*ACTS, "refused")
    return ("withdraw", "refused") if claim["wish"] == "object" else (*PLANS, "refused")


def file_claim(s: Sitting, claim_id: str, kind: str, account: str = "", wish: str = "", party: str = "", evidence: str = "") -> None:  # fmt: skip
    """Write a claim down. A body's claim stands in the account's life from then on; its objection holds up the plan that is under way."""
    if kind == "institution":
        life = history(s, account).account
        event = Event(account, s.at, "claimed", claim_id, party, party=party, evidence=evidence)
        if wish == "object":
            event = Event(account, s.at, "appealed", life.plan.id if life.plan else "", party, evidence=evidence)
        if wish != "object" or life.plan:
            _, events = take(life, timely(life, event), s.periods)
            s.live([(e, None) for e in events])
    body = {"claim": claim_id, "kind": kind, "wish": wish, "party": party}
    s.write("decisions", [New("claim_filed", account, body, claim_id)])


def claim_of(s: Sitting, claim_id: str) -> dict[str, Any]:
    """Return a claim as it stands. Raises `CaseError` where there is none."""
    row = s.connection.execute(sa.select(CLAIMS).where(CLAIMS.c.claim_id == claim_id)).mappings().one_or_none()
    if row is None:
        raise CaseError(f"there is no claim {claim_id}")
    return dict(row)


def judge_claim(s: Sitting, claim_id: str, said: Said, by: str, text: str, version: int) -> str:
    """Say what becomes of a claim and return `second`, or `decided` where an earlier person said the same.

    `text` is what whoever claimed reads. Raises `CaseError` where it was decided or has changed, where this person spoke already, or where it cannot be done.
    """
    claim = claim_of(s, claim_id)
    _fits(claim, said, person(by), text, version)
    subject = claim["account_id"] or said.account
    body = {"claim": claim_id, "by": by, "text": s.seal(subject or claim_id, {"text": text}), "account": said.account}
    opinions: list[dict[str, str]] = json.loads(claim["opinions"])
    first = next((o["by"] for o in opinions if o["said"] == said.text), None)
    if first is None:
        s.write("decisions", [New("claim_seconded", subject, {**body, "said": said.text})])
        return "second"
    done = _done(s, claim, said, first, by)
    s.write(
        "decisions", [New("claim_decided", subject, {**body, "first": first, "outcome": said.outcome, "led_to": done})]
    )
    return "decided"


def _fits(claim: Mapping[str, Any], said: Said, by: str, text: str, version: int) -> None:
    if claim["status"] == "decided":
        raise CaseError("This claim was decided already.")
    if claim["version"] != version:
        raise CaseError("This claim has changed since you opened it; look again.")
    if any(o["by"] == by for o in json.loads(claim["opinions"])):
        raise CaseError("You gave your answer already; somebody else looks at this claim now.")
    if said.outcome not in may_say(claim) or (said.outcome in ACTS and not said.account):
        raise CaseError("Say what becomes of it, and of which account.")
    if not text.strip():
        raise CaseError("An answer is given in writing.")


def _done(s: Sitting, claim: Mapping[str, Any], said: Said, first: str, second: str) -> str:
    """Do what two people said, and return the decision or the plan that it led to."""
    account = claim["account_id"]
    if said.outcome in ACTS:
        return _act(s, claim, said, first, second)
    if said.outcome in PLANS:
        plan = made_id("pln", claim["claim_id"])
        proposed = Event(account, s.at, "plan_proposed", plan, first, scope=said.outcome, party=claim["party"])
        _lived(s, account, proposed, Event(account, s.at, "plan_approved", plan, second))
        return plan
    plan = history(s, account).account.plan if claim["wish"] == "object" else None
    if plan:
        kind = "plan_withdrawn" if said.outcome == "withdraw" else "appeal_refused"
        _lived(s, account, Event(account, s.at, kind, plan.id, second))
    return plan.id if plan else ""


def _lived(s: Sitting, account: str, *events: Event) -> None:
    life = history(s, account).account
    for event in events:
        life, written = take(life, timely(life, event), s.periods)
        s.live([(e, None) for e in written])


def _act(s: Sitting, claim: Mapping[str, Any], said: Said, first: str, second: str) -> str:
    """Decide about the account that imitates. It rests on the claim alone, so it is mild, has an end and can be appealed."""
    known, out = history(s, said.account), Outbox()
    enter(s, known, {"account_id": said.account}, out)
    until = s.at + (s.periods.verify if said.outcome == "verify" else _LIMITED)
    order = takes_away(Order(said.outcome, until=until), _VIOLATION)
    evidence = hashlib.sha256(claim["claim_id"].encode()).hexdigest()
    made = Decision(made_id("dec", "claim", claim["claim_id"]), said.account, order, first, second, violation=_VIOLATION, evidence=evidence)  # fmt: skip
    _ = carry_out(s, known, made, out)
    _ = out.send(s)
    return made.id
