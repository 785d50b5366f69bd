"""A person decides a case: on the version they saw, alone or as one of two, after the holder could answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from aboveboard.cases import Account, Event, take
from aboveboard.cases.finding import custodian_of, held_as
from aboveboard.cases.ladder import rung, weight
from aboveboard.cases.notices import NOTICES
from aboveboard.deciding.carrying import Outbox, carry_out, takes_away, timely
from aboveboard.deciding.evidence import evidence_of
from aboveboard.deciding.histories import History, histories
from aboveboard.deciding.pairs import person
from aboveboard.deciding.proposing import detail_of, enter
from aboveboard.deciding.roots import resting_on, root_of
from aboveboard.deciding.second_looks import answer_check, life_then, original_of
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Decision, Limits, Order, filled
from aboveboard.errors import CaseError
from aboveboard.store import New
from aboveboard.store.deciding_tables import CHECKS, LEASES
from aboveboard.store.entries import microseconds, moment

__all__ = ["Ruled", "blind", "current", "decide", "takes_two"]

_PUBLIC = ("organisation",)
_GRAVEST = 4
_BEYOND = ("suspend", "close", "bar")
_HEARING = NOTICES["hearing"].lead


class Ruled(NamedTuple):
    """What a ruling led to: `status` is `decided`, `second` (another person must say the same), `hearing` (the holder may answer first) or `checked` (it was decided before)."""

    decision: str
    status: str
    why: str = ""


class _Matter(NamedTuple):
    """A case with all that its decision needs."""

    case: dict[str, Any]
    proposal: Mapping[str, Any]
    snapshot: Mapping[str, Any]
    known: dict[str, History]

    @property
    def mine(self) -> History:
        return self.known[self.case["account_id"]]


def decide(
    s: Sitting, case_id: str, order: Order, by: str, reason: str, version: int, tokens: Sequence[str] = ()
) -> Ruled:
    """Decide a case as a person and return what that led to.

    `version` is the version of the case that the person saw; `tokens` are the account's keyed tokens, which only a bar needs. Where it
    takes two, the decision is made when a second person says the same without having seen what the first one said. Raises `CaseError`
    where somebody else was faster, saying who and when, or where the order cannot be.
    """
    case = current(s, case_id, version, person(by))
    if case["kind"] == "appeal":
        raise CaseError(f"{case_id} is an appeal; it is judged, not decided")
    if not reason.strip():
        raise CaseError("a decision needs a reason")
    if case["kind"] in CHECKS:
        return Ruled(answer_check(s, case, order, by, reason), "checked")
    matter = _matter(s, case)
    out = Outbox()
    enter(s, matter.mine, matter.snapshot["account"], out)
    order = takes_away(order, case["violation"], case["scope"])
    why = takes_two(order, matter.mine.account, matter.snapshot["account"], s.limits, s)
    first = _first(case, order, by) if why else by
    if first is None:
        return _second(s, matter, order, by, reason, why)
    made = _made(s, matter, order, first, by if why else "", reason)
    if _hearing_first(s, matter, order):
        return _announce(s, matter, made, out, by)
    s.connection.execute(sa.delete(LEASES).where(LEASES.c.case_id == case_id))
    _ = carry_out(s, matter.mine, made, out, tokens)
    _ = out.send(s)
    return Ruled(made.id, "decided")


def current(s: Sitting, case_id: str, version: int, by: str) -> dict[str, Any]:
    """Return a case that is still as this person saw it. Raises `CaseError`, naming who did what to it and when."""
    case = s.case(case_id)
    when = f"{case['last_by'] or 'the program'} at {moment(case['last_us']).isoformat()}"
    if case["status"] == "decided":
        raise CaseError(f"case {case_id} was decided by {when}")
    if case["version"] != version:
        raise CaseError(f"case {case_id} has changed: {case['last_did'].replace('_', ' ')} by {when}; look again")
    lease = s.connection.execute(sa.select(LEASES).where(LEASES.c.case_id == case_id)).mappings().one_or_none()
    if lease and lease["by"] != by and lease["until_us"] > microseconds(s.at):
        raise CaseError(f"{lease['by']} is working on case {case_id} until {moment(lease['until_us']).isoformat()}")
    return case


def takes_two(order: Order, account: Account, facts: Mapping[str, Any], limits: Limits, s: Sitting) -> str:
    """Return why an order takes two people; empty where one is enough."""
    if order.action not in _BEYOND:
        return ""
    if order.imminent:
        return "the holder is not heard first"
    if order.severity == _GRAVEST:
        return "it is of the gravest kind"
    if order.action == "bar" and _long(order, account, limits, s):
        return f"it bars for more than {limits.bar.days} days"
    return _guarded(account, facts, limits)


def _guarded(account: Account, facts: Mapping[str, Any], limits: Limits) -> str:
    if custodian_of(account) or facts.get("kind") in _PUBLIC:
        return "it is an institution's account"
    if facts.get("verified_org_id"):
        return "the account is verified"
    followers = facts.get("followers") or 0
    wide = followers >= limits.followers or held_as(account, "four_eyes")
    return f"the account is followed by {followers:,}" if wide else ""


def _long(order: Order, account: Account, limits: Limits, s: Sitting) -> bool:
    lasts = order.until - s.at if order.until else rung(order.severity, weight(account, s.at)).lasts
    return lasts is None or lasts > min(limits.bar, timedelta(days=30))


def blind(s: Sitting, case_id: str) -> dict[str, Any]:
    """Return what a second person sees of a case: the evidence and what the policy proposes, never who said what before."""
    case = s.case(case_id)
    matter = _matter(s, case)
    hidden = ("opinions", "claimed_by", "last_by", "last_did", "until_us", "status")
    shown = {k: v for k, v in case.items() if k not in hidden}
    return {
        **shown,
        "findings": matter.snapshot["findings"],
        "account": matter.snapshot["account"],
        "state": _state(s, case, matter),
    }


def _state(s: Sitting, case: Mapping[str, Any], matter: _Matter) -> str:
    """Return the state of the account; of a case that was decided before, the one before that."""
    first = original_of(s, case)
    return life_then(s, case["account_id"], first["opened_us"]).state if first else matter.mine.account.state


def _matter(s: Sitting, case: dict[str, Any]) -> _Matter:
    said = s.said("proposals", case["proposal"])
    if said is None:
        raise CaseError(f"case {case['case_id']} rests on no proposal")
    snapshot = s.unseal(said[1].get("snapshot", ""))
    if snapshot is None:
        raise CaseError(f"what case {case['case_id']} rests on was erased; dismiss nothing and decide nothing on it")
    return _Matter(case, said[1], snapshot, histories(s, [case["account_id"], *resting_on([snapshot])]))


def _first(case: Mapping[str, Any], order: Order, by: str) -> str | None:
    """Return who said the same before; None where nobody did. Raises `CaseError` where this person has spoken already."""
    opinions: list[dict[str, str]] = json.loads(case["opinions"])
    if any(o["by"] == by for o in opinions):
        raise CaseError(f"{by} has decided case {case['case_id']} once; it takes a second person")
    return next((o["by"] for o in opinions if o["said"] == order.said), None)


def _second(s: Sitting, matter: _Matter, order: Order, by: str, reason: str, why: str) -> Ruled:
    case = matter.case
    sealed = s.seal(case["account_id"], {"reason": reason})
    body = {"case": case["case_id"], "by": by, "said": order.said, "why": why, "reason": sealed}
    s.connection.execute(sa.delete(LEASES).where(LEASES.c.case_id == case["case_id"]))
    s.write("decisions", [New("asked_second", case["account_id"], body)])
    return Ruled(case["about"], "second", why)


def _made(s: Sitting, matter: _Matter, order: Order, by: str, second: str, reason: str) -> Decision:
    case, findings = matter.case, tuple(matter.proposal["findings"])
    account = case["account_id"]
    return Decision(
        case["about"], account, order, by, second, case["case_id"], case["proposal"], case["violation"], evidence_of(account, findings),
        findings, case["rule"], case["policy"], case["version_of_policy"], matter.proposal["snapshot"],
        root=root_of(matter.snapshot, matter.known), reason=s.seal(account, {"reason": reason}),
        detail=detail_of(s, order.action, account, matter.snapshot),
    )  # fmt: skip


def _hearing_first(s: Sitting, matter: _Matter, order: Order) -> bool:
    """Say whether the holder must be told first: before a closure, unless harm cannot wait or nobody was let in yet."""
    closes = order.action in ("close", "bar") and not order.imminent and matter.mine.account.admitted_at is not None
    return closes and s.said("decisions", f"announced:{matter.case['about']}") is None


def _announce(s: Sitting, matter: _Matter, made: Decision, out: Outbox, by: str) -> Ruled:
    """Tell the holder that the account may be closed; the case comes back when they could answer."""
    mine, order = matter.mine, made.order
    event = Event(
        made.account_id,
        s.at,
        "closing_announced",
        made.id,
        by,
        ground=order.ground,
        violation=made.violation,
        evidence=made.evidence,
    )
    mine.account, events = take(mine.account, timely(mine.account, event), s.periods)
    out.events += [(e, f"{e.kind}:{made.id}" if e.id == made.id else None) for e in events]
    _ = out.send(s)
    body = {
        "case": made.case,
        "by": by,
        "hearing_us": microseconds(s.at + _HEARING),
        "said": order.said,
        "reason": made.reason,
    }
    s.connection.execute(sa.delete(LEASES).where(LEASES.c.case_id == made.case))
    s.write("decisions", [New("announced", made.account_id, filled(body), f"announced:{made.id}")])
    return Ruled(made.id, "hearing", "the holder can answer first")
