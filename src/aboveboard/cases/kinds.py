"""What can happen to an account: one row a kind of event, with the states it can happen in and who may bring it about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from aboveboard.cases.states import GONE, LIVE, STATES

__all__ = ["KINDS", "RANK", "ROLES", "Kind", "role", "ways"]

ROLES: Mapping[str, str] = {
    "person": "somebody of the operator's, by name",
    "policy": "the operator's policy, carried out by the program",
    "timer": "a date that has come",
    "holder": "the account's holder",
    "body": "an institution from outside",
}
"""Who can bring an event about: the part of `by` before the colon."""


class Kind(NamedTuple):
    """One kind of event.

    `within` names the states it can meet, `by` the roles that may bring it about, `needs` the columns that must be filled.
    `state` is the state of the measure it opens, if it opens one; `leads` the other ways between states, where nothing else is open.
    """

    name: str
    about: str
    within: tuple[str, ...]
    by: tuple[str, ...]
    needs: tuple[str, ...] = ()
    state: str = ""
    leads: tuple[tuple[str, str], ...] = ()


_OPEN = ("proposed", *LIVE)
_ANY = (*_OPEN, *GONE)
_RULE = ("person", "policy")
_HELD = LIVE[1:]
_BACK = tuple((state, "active") for state in (*_HELD, *GONE))
_PLANNED = (
    ("active", "limited"),
    ("orphaned", "limited"),
    ("orphaned", "active"),
    ("limited", "active"),
    *((s, "closed") for s in LIVE),
)
_CONFINED = ("id", "until", "ground", "violation", "evidence")

_KINDS = (
    # Facts.
    Kind(
        "registered",
        "Somebody asks for an account.",
        ("unknown",),
        ("holder", "policy", "person"),
        leads=(("unknown", "proposed"),),
    ),
    Kind(
        "admitted", "The account is let in.", ("proposed", "verification_due"), _RULE, leads=(("proposed", "active"),)
    ),
    Kind(
        "seen",
        "A sign of life: the account was used. It wakes one that sleeps.",
        LIVE,
        ("holder",),
        leads=(("dormant", "active"),),
    ),
    Kind(
        "confirmed",
        "An institution's custodian (`party`) confirms the account, the first time by the operator's hand; one taken for orphaned is its own again.",
        LIVE,
        ("body", "person"),
        ("party",),
        leads=(("orphaned", "active"),),
    ),
    Kind(
        "credential_set",
        "A qualification for a field (`scope`) is on record, valid until a date. The field opens again if it was paused.",
        LIVE,
        ("person", "policy"),
        ("scope", "until"),
        leads=(("limited", "active"),),
    ),
    Kind(
        "claimed",
        "A body (`party`) says the account is its own, with evidence.",
        LIVE,
        ("body",),
        ("id", "party", "evidence"),
    ),
    # Decisions.
    Kind(
        "refused", "Registration is refused.", ("proposed", "verification_due", "limited"), _RULE, _CONFINED, "closed"
    ),
    Kind("limited", "One thing (`scope`) is taken away until a date.", LIVE, _RULE, (*_CONFINED, "scope"), "limited"),
    Kind(
        "verification_asked",
        "The holder is asked to show who they are, or to correct something, by a date.",
        _OPEN,
        _RULE,
        _CONFINED,
        "verification_due",
    ),
    Kind("suspended", "The account is out of use until a date.", LIVE, _RULE, _CONFINED, "suspended"),
    Kind(
        "credential_revoked",
        "The qualification for a field (`scope`) was taken away; publishing in that field is paused at once.",
        LIVE,
        _RULE,
        ("id", "scope", "ground", "violation", "evidence"),
        "limited",
    ),
    Kind(
        "orphaned",
        "A person found that nobody may act for the institution any more.",
        LIVE,
        ("person",),
        ("id", "evidence"),
        "orphaned",
    ),
    Kind(
        "plan_proposed",
        "A person proposes what becomes of the account (`scope`, one of the plans).",
        LIVE,
        ("person",),
        ("id", "scope"),
    ),
    Kind("plan_approved", "A second person approves the plan; the public notice begins.", LIVE, ("person",), ("id",)),
    Kind("plan_withdrawn", "The plan is given up.", LIVE, ("person",), ("id",)),
    Kind(
        "closing_announced",
        "The holder is told that the account may be closed, and is asked to answer first.",
        (*LIVE, "closed"),
        _RULE,
        ("id", "ground", "violation", "evidence"),
    ),
    Kind(
        "closed",
        "A person closes the account, after the holder could answer; `scope` says `imminent` where harm cannot wait.",
        (*LIVE, "closed"),
        ("person",),
        _CONFINED,
        "closed",
    ),
    Kind(
        "left",
        "The holder closes the account. They can come back until a date.",
        LIVE,
        ("holder",),
        ("id", "until"),
        "closed",
    ),
    Kind("erasure_asked", "The holder asks to be erased, by a date.", _ANY, ("holder",), ("id", "until"), "closed"),
    # Answers.
    Kind(
        "verified",
        "The holder has shown it, or corrected it.",
        ("proposed", *LIVE),
        _RULE,
        ("id",),
        leads=(("verification_due", "active"), ("limited", "active")),
    ),
    Kind(
        "returned",
        "The holder takes back that they left, or asked to be erased.",
        GONE,
        ("holder",),
        ("id",),
        leads=(("closed", "active"), ("quarantined", "active")),
    ),
    Kind(
        "appealed",
        "The holder appeals against a decision, or a body against a plan; `id` names it.",
        _ANY,
        ("holder", "body"),
        ("id",),
    ),
    Kind("appeal_refused", "Somebody who had no part in the decision finds it right.", _ANY, ("person",), ("id",)),
    Kind(
        "appeal_granted",
        "Somebody who had no part in the decision finds it wrong: it is undone.",
        _ANY,
        ("person",),
        ("id",),
        leads=(*_BACK, ("closed", "proposed")),
    ),
    Kind(
        "reversed",
        "A decision is undone: found wrong without an appeal, or because the decision it rests on (`root`) was.",
        _ANY,
        _RULE,
        ("id",),
        leads=(*_BACK, ("closed", "proposed")),
    ),
    # Holds and notices.
    Kind("held", "The account must stay as it is (`scope`, one of the holds).", _ANY, _RULE, ("id", "scope")),
    Kind("released", "A hold ends.", _ANY, ("person", "policy", "timer"), ("id",)),
    Kind("notice_sent", "A notice (`scope`) about `id` was sent.", _ANY, _RULE, ("id", "scope")),
    # Dates that have come.
    Kind(
        "ended",
        "A limit or suspension has run its time.",
        _ANY,
        ("timer",),
        ("id",),
        leads=(("limited", "active"), ("suspended", "active")),
    ),
    Kind(
        "verification_missed",
        "The date passed: nothing is published until the holder has answered.",
        LIVE,
        ("timer",),
        ("id",),
        leads=(("verification_due", "limited"),),
    ),
    Kind(
        "field_paused",
        "The qualification for a field (`scope`) has run out; publishing in that field is paused.",
        LIVE,
        ("timer",),
        ("id", "scope"),
        "limited",
    ),
    Kind(
        "slept",
        "Nobody has used the account for long.",
        ("active", "limited", "verification_due"),
        ("timer",),
        ("id",),
        "dormant",
    ),
    Kind(
        "plan_done",
        "The public notice has run its time, nobody's objection is open, and the plan is carried out.",
        LIVE,
        ("timer",),
        ("id", "until"),
        leads=_PLANNED,
    ),
    Kind(
        "quarantined",
        "The time to appeal is over and no appeal is open.",
        GONE,
        ("timer",),
        ("id",),
        leads=(("closed", "quarantined"),),
    ),
    Kind(
        "purged",
        "The time to keep it is over; nothing forbids erasing it.",
        GONE,
        ("timer",),
        ("id",),
        leads=(("quarantined", "purged"), ("closed", "purged")),
    ),
)

KINDS: Mapping[str, Kind] = {k.name: k for k in _KINDS}
"""Every kind of event by name. Events of one time are taken in this order: facts, decisions, answers, notices, then timers."""

RANK: Mapping[str, int] = {name: n for n, name in enumerate(KINDS)}


def role(by: str) -> str:
    """Return the role of `ROLE:NAME`."""
    return by.partition(":")[0]


def ways() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return every way from one state to another, and the kinds of events that lead it, where nothing else is open."""
    found = dict[tuple[str, str], list[str]]()
    gravity = {name: n for n, name in enumerate(STATES)}
    for kind in _KINDS:
        opens = ((s, kind.state) for s in kind.within if kind.state and gravity[s] < gravity[kind.state])
        for way in (*opens, *kind.leads):
            found.setdefault(way, []).append(kind.name)
    return {way: tuple(kinds) for way, kinds in found.items()}
