"""The states of an account, mildest first, and what its holder may do in each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from aboveboard.cases.values import Account, Measure

__all__ = ["ACTS", "GONE", "GROUNDS", "HOLDS", "LIVE", "PLANS", "STATES", "State", "may", "opened", "state_of"]

ACTS: Mapping[str, str] = {
    "read": "read what others wrote",
    "sign_in": "sign in",
    "publish": "publish posts, listings and streams",
    "comment": "comment and reply",
    "follow": "follow others",
    "report": "report others, other than a danger to life",
    "play": "play and spend as an adult may",
    "reach": "be recommended and found",
    "monetise": "earn",
    "change_profile": "change the profile",
    "verify": "show who they are",
    "appeal": "appeal, without signing in where they cannot",
    "export": "get a copy of their data",
    "leave": "close the account or have it erased",
}
"""What a holder does on a service. A measure's `scope` names the one it takes away; `field:NAME` is publishing in one field."""

GROUNDS: Mapping[str, str] = {
    "law": "the law forbids it",
    "terms": "the operator's own rules forbid it",
    "request": "the holder asked for it",
    "institution": "the institution ended, merged or changed hands",
}

HOLDS: Mapping[str, str] = {
    "memorial": "the holder has died and the account is kept in memory; it never sleeps",
    "legal": "a court or an authority asked to keep it; nothing is erased",
    "subscription": "somebody pays for it; it never sleeps",
    "archive": "what it said must stay readable; it never sleeps and nothing is erased",
    "guardian": "a minor's account with a guardian, who gets every notice too; it never sleeps",
    "seasonal": "a body that is silent between its seasons or crises; it never sleeps",
    "four_eyes": "widely followed, verified or a journalist's; two people close it",
}
"""Why an account stays as it is."""

PLANS: Mapping[str, str] = {
    "archive": "it stays readable as a public record, and nobody publishes under it",
    "transfer": "the successor becomes its custodian, and it is active again",
    "merge": "it is closed and points to the successor's account; the handle stays withheld",
    "close": "it is closed; the handle stays withheld",
}
"""What can become of an institution's account. Each needs two people and a public notice of 30 days."""


class State(NamedTuple):
    """One state: what it means, what the holder may do, and how a statement of reasons in the European database names it."""

    name: str
    about: str
    acts: tuple[str, ...]
    statement: tuple[str, str] = ("", "")


_ALL = tuple(ACTS)
_STILL = ("read", "sign_in", "verify", "appeal", "export", "leave")

STATES: Mapping[str, State] = {
    s.name: s
    for s in (
        State("unknown", "No event of it has been read.", ()),
        State(
            "proposed",
            "Somebody asked to register; nobody has let it in or refused it.",
            ("verify", "appeal", "export", "leave"),
        ),
        State("active", "In use, and nothing is open on it.", _ALL),
        State(
            "limited",
            "One thing is taken away for a time: what the `scope` names, such as comments or one professional field. The rest works.",
            _ALL,
            ("decision_visibility", "DECISION_VISIBILITY_OTHER"),
        ),
        State(
            "verification_due",
            "The holder was asked to show who they are, or to correct something. Until the date, all works.",
            _ALL,
            ("decision_provision", "DECISION_PROVISION_PARTIAL_SUSPENSION"),
        ),
        State("dormant", "Nobody has used it for long, and three reminders went out. Signing in wakes it.", _STILL),
        State(
            "orphaned",
            "An institution's account that nobody may act for any more. What it said stays readable; nobody publishes.",
            ("read", "appeal", "export"),
        ),
        State(
            "suspended",
            "Out of use until a date. The holder can still read, answer and take their data.",
            _STILL,
            ("decision_account", "DECISION_ACCOUNT_SUSPENDED"),
        ),
        State(
            "closed",
            "Out of use. Everything is kept, and an appeal brings all of it back.",
            ("appeal", "export"),
            ("decision_account", "DECISION_ACCOUNT_TERMINATED"),
        ),
        State(
            "quarantined",
            "The time to appeal is over. The handle is withheld; a decision that falls still brings the account back.",
            ("export",),
            ("decision_account", "DECISION_ACCOUNT_TERMINATED"),
        ),
        State("purged", "Erased. What remains of it is at most a bar, under tokens, until that ends.", ()),
    )
}
"""Mildest first: where several measures are open, the last of these is the account's state."""

LIVE = ("active", "limited", "verification_due", "dormant", "orphaned", "suspended")
GONE = ("closed", "quarantined")
_GRAVITY = {name: n for n, name in enumerate(STATES)}


def opened(account: Account) -> list[Measure]:
    """Return the measures that still hold, oldest first."""
    return [m for m in account.measures if m.ended_at is None]


def state_of(account: Account) -> str:
    """Return the gravest state of what is open; without any, `active` or, before it is let in, `proposed`."""
    state = "active" if account.admitted_at else "proposed"
    gravity = _GRAVITY[state] if account.admitted_at else 0
    for m in account.measures:
        if m.ended_at is None and _GRAVITY[m.state] > gravity:
            state, gravity = m.state, _GRAVITY[m.state]
    return state


def may(account: Account, act: str, field: str = "") -> bool:
    """Say whether the holder may do this (one of `ACTS`), in a professional field where one is named."""
    taken = {m.scope for m in opened(account) if m.state == "limited"}
    waits = account.admitted_at is None and account.state in LIVE
    state = "proposed" if waits else account.state
    return act in STATES[state].acts and act not in taken and f"field:{field}" not in taken
