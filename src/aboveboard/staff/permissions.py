"""Who may do what: the closed list of permissions, and the roles that hold them.

A route asks for one permission. A person holds those of their roles, a machine those that its token was given. Which two acts one
person may never do in the same matter stands in `APART`, and whoever decides holds to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aboveboard.errors import AccessError

__all__ = [
    "APART",
    "HOLDER",
    "PERMISSIONS",
    "PLATFORM",
    "READS",
    "ROLES",
    "SHOWS",
    "TOKENS_MAY",
    "Caller",
    "Scope",
    "apart",
    "clash",
    "held",
    "required",
]

PERMISSIONS: Mapping[str, str] = {
    "checks:ask": "ask about a registration, a change of profile, a login or a listing",
    "events:write": "hand in rows of the contract's tables",
    "actions:pull": "fetch what the platform is to do, and say that it was done",
    "accounts:read": "see an account's state, timeline and standing",
    "accounts:reveal": "see personal data of an account, for a stated purpose and case; each time is written down",
    "findings:read": "see findings and their evidence",
    "cases:read": "see cases and queues",
    "cases:work": "claim, hand over, hold, escalate and skip cases",
    "decisions:read": "see decisions and what they rest on",
    "decisions:make": "decide a case or propose a decision that needs a second person",
    "decisions:confirm": "be the second person of a decision that needs two",
    "batches:run": "run one decision over many accounts, after a dry run",
    "batches:reverse": "take a whole batch back",
    "bars:read": "see who may not return, under tokens",
    "bars:write": "set and lift bars",
    "appeals:read": "see appeals",
    "appeals:judge": "answer an appeal against somebody else's decision",
    "registers:write": "propose changes to protected names, bodies, credentials and custodians",
    "registers:confirm": "be the second person of such a change",
    "policies:read": "see policies, their tests and their history",
    "policies:write": "draft a policy, backtest it, run it in shadow",
    "policies:approve": "let somebody else's policy go live",
    "halt:pull": "halt a rule or all of them, at once",
    "breakers:override": "let a halted rule run on; needs two people",
    "jobs:read": "see the work that is scheduled, running, done and failed",
    "jobs:run": "start, retry and cancel work, replay what was set aside",
    "webhooks:manage": "say where decisions are sent, and see receipts",
    "ledger:read": "read the ledger, verify it, export checkpoints",
    "audit:read": "see who looked at what, and what is unusual about it",
    "privacy:read": "see retention, receipts of purges and the register of processing",
    "privacy:export": "make the copy of their data that a holder asked for",
    "privacy:erase": "erase an account's data on request",
    "keys:rotate": "put new keys in the place of old ones; needs two people",
    "staff:manage": "add and remove people, their roles and machine tokens",
    "service:watch": "read metrics",
    "notices:own": "read the notice that a link was made for, and nothing else",
    "appeals:lodge": "appeal against the decision that a link was made for",
}

READS = frozenset({name for name in PERMISSIONS if name.endswith(":read")}) | {"service:watch"}
"""What changes nothing."""

SHOWS = frozenset(
    {
        "accounts:read", "accounts:reveal", "findings:read", "cases:read", "cases:work", "decisions:read", "decisions:make", "decisions:confirm",
        "batches:run", "batches:reverse", "bars:read", "bars:write", "appeals:read", "appeals:judge", "ledger:read", "audit:read",
        "privacy:export", "privacy:erase", "actions:pull", "checks:ask",
    }
)  # fmt: skip
"""What shows something about single accounts."""

_SEES = frozenset({"accounts:read", "findings:read", "cases:read", "decisions:read", "policies:read"})

ROLES: Mapping[str, frozenset[str]] = {
    "intake": _SEES | {"cases:work"},
    "reviewer": _SEES | {"cases:work", "decisions:make", "accounts:reveal", "bars:read", "halt:pull"},
    "senior": _SEES
    | {
        "cases:work", "decisions:make", "decisions:confirm", "accounts:reveal", "batches:run", "batches:reverse", "bars:read", "bars:write",
        "registers:write", "registers:confirm", "halt:pull", "breakers:override", "jobs:read",
    },
    "policy_author": _SEES - {"accounts:read"} | {"policies:write", "halt:pull"},
    "policy_approver": _SEES - {"accounts:read"} | {"policies:approve", "halt:pull", "breakers:override"},
    "appeals": _SEES | {"appeals:read", "appeals:judge", "accounts:reveal", "bars:read", "batches:reverse", "halt:pull"},
    "auditor": _SEES | {"appeals:read", "bars:read", "ledger:read", "audit:read", "jobs:read", "privacy:read"},
    "privacy_officer": frozenset(
        {"accounts:read", "bars:read", "privacy:read", "privacy:export", "privacy:erase", "audit:read", "keys:rotate"}
    ),
    "administrator": frozenset(
        {"staff:manage", "webhooks:manage", "jobs:read", "jobs:run", "keys:rotate", "halt:pull", "service:watch"}
    ),
}  # fmt: skip
"""An administrator runs the service and sees no account; an auditor sees all and changes nothing."""

PLATFORM = frozenset({"checks:ask", "events:write", "actions:pull", "accounts:read", "decisions:read"})
"""What the token of the platform itself may be given, at most with `webhooks:manage` and `service:watch`."""

TOKENS_MAY = PLATFORM | {"webhooks:manage", "service:watch"}
"""All that a machine token may ever be given."""

HOLDER = frozenset({"notices:own", "appeals:lodge"})
"""What the link in a notice allows, for the one account it was made for. No role holds these."""

APART: tuple[tuple[str, str], ...] = (
    ("decisions:make", "decisions:confirm"),
    ("decisions:make", "appeals:judge"),
    ("decisions:confirm", "appeals:judge"),
    ("policies:write", "policies:approve"),
    ("registers:write", "registers:confirm"),
)
"""What one person does not do twice over in the same matter, whatever their roles."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of the work that a person sees: queues, languages and regions; none named means all."""

    queues: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()

    def covers(self, queue: str | None = None, language: str | None = None, region: str | None = None) -> bool:
        """Say whether a piece of work lies within. What is not known of the work (None) lies only where nothing is narrowed."""
        parts = ((self.queues, queue), (self.languages, language), (self.regions, region))
        return all(not named or value in named for named, value in parts)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: `name` is a person's pseudonym, a token's name or the account of a link; `kind` is `person`, `token` or `holder` (by a link of a notice).

    `scope` narrows a person's work. `about` is what a link was made for, such as a decision. `session` names the log-in of a person.
    """

    name: str
    kind: str
    permissions: frozenset[str]
    scope: Scope = Scope()
    about: str = ""
    session: str = ""

    def may(self, permission: str) -> bool:
        """Say whether this is allowed. Raises `KeyError` for a permission that does not exist."""
        _ = PERMISSIONS[permission]
        return permission in self.permissions


def held(roles: Iterable[str]) -> frozenset[str]:
    """Return all that these roles hold together. A role that does not exist holds nothing."""
    return frozenset().union(*(ROLES.get(role, frozenset()) for role in roles))


def required(caller: Caller | None, permission: str) -> Caller:
    """Return the caller where they hold the permission. Raises `AccessError`: `unknown` where nobody is there, `forbidden` where they do not."""
    if caller is None:
        raise AccessError("unknown", "log in, or send a valid token")
    if not caller.may(permission):
        raise AccessError("forbidden", f"this needs the permission {permission}, which {caller.name} does not hold")
    return caller


def clash(roles: Iterable[str]) -> str | None:
    """Say which two of these roles one person must not hold at once: an administrator sees no account, an auditor changes nothing."""
    named = sorted(set(roles))
    for role in named:
        if "administrator" in named and ROLES[role] & SHOWS:
            return f"an administrator sees no accounts, and {role} does"
        if "auditor" in named and not ROLES[role] <= READS:
            return f"an auditor changes nothing, and {role} does"
    return None


def apart(caller: Caller, permission: str, matter: str, history: Iterable[tuple[str, str]]) -> str | None:
    """Say why this caller may not do this in a matter they had a hand in; None where nothing keeps them from it.

    `history` is who did what in the matter before: pairs of a name and the permission that was used.
    """
    against = {a for pair in APART for a, b in (pair, pair[::-1]) if b == permission}
    for name, done in history:
        if name == caller.name and done in against:
            return f"{caller.name} has used {done} in {matter}; {permission} is for somebody else there"
    return None
