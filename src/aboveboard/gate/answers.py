"""What the gate answers: allow, verify, review or deny, why in plain words, and apart from that what only staff may see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from aboveboard.core import Action
from aboveboard.errors import InputError
from aboveboard.gate.attempts import KINDS, Kind
from aboveboard.gate.claims import Claim

__all__ = [
    "ANSWERS",
    "ASKED",
    "FAIL_OVER",
    "FIELDS",
    "ORDER",
    "REASONS",
    "Answer",
    "Outcome",
    "Reason",
    "Staff",
    "fail_over_of",
]

Outcome = Literal["allow", "verify", "review", "deny"]

ORDER: tuple[Outcome, ...] = ("allow", "verify", "review", "deny")
"""Mildest first; of several claims the hardest answer counts."""

ANSWERS: Mapping[Action, tuple[Outcome, Outcome]] = {
    "none": ("allow", "review"),
    "label": ("allow", "review"),
    "verify": ("verify", "verify"),
    "limit": ("review", "review"),
    "remove": ("deny", "review"),
    "suspend": ("deny", "review"),
    "close": ("deny", "review"),
    "bar": ("deny", "review"),
}
"""The answer for each action of the policy: as it stands, and where a person must confirm it first. To ask somebody who they are
hurts nobody, so that is not kept waiting; a refusal is. No action goes beyond `review` on one kind of evidence: see `policy.corroboration`."""

REASONS: Mapping[str, str] = {
    "may_be_a_return": "This looks like an account that was closed and may not come back yet. If it is not you, tell us.",
    "taken_for_an_organisation": "This can be taken for an organisation's account. Show that it is one, change what is named here, or mark it as a fan or parody account.",
    "badge_needs_a_new_check": "The badge was given for another name, so it rests until the new name is checked.",
    "holds_what_is_not_allowed": "What is named here holds a word that is not allowed here, or a way to be reached elsewhere. Change it, or tell us why it is right.",
    "offers_an_account": "This reads like an offer to sell, rent or lend an account.",
    "not_checked": "This could not be checked just now.",
}
"""Every reason there is, with the sentence for the holder where the policy has none of its own."""

CODES: Mapping[str, str] = {
    "reincarnation": "may_be_a_return",
    "impersonation": "taken_for_an_organisation",
    "account_trade": "offers_an_account",
    "name_violation": "holds_what_is_not_allowed",
}

ASKED: Mapping[str, Outcome] = {"name_violation": "verify"}
"""What is answered to a violation where no rule of the policy speaks of it: the operator's own lists say already that a field must be changed."""

FIELDS = ("handle", "display_name", "bio", "url", "avatar_hash", "text")
"""What the holder can change. Which device, contact or payment agrees with another's is nobody's business but the operator's."""

FAIL_OVER: Mapping[Kind, Outcome] = {
    "registration": "review",
    "profile_change": "review",
    "login": "allow",
    "listing": "review",
}
"""What is answered where the gate is not ready or has too much to do, unless the operator sets it otherwise."""


def fail_over_of(setting: str | None) -> Mapping[Kind, Outcome]:
    """Return what is answered without a check, by kind: `registration=review, login=allow`; what is not named stays as it is.

    Raises `InputError` on a kind or an answer that does not exist.
    """
    found = dict(FAIL_OVER)
    for part in filter(None, map(str.strip, (setting or "").split(","))):
        kind, _, outcome = (side.strip() for side in part.partition("="))
        if kind not in KINDS or outcome not in ORDER:
            told = f"KIND=ANSWER, a kind of {', '.join(KINDS)} and an answer of {', '.join(ORDER)}"
            raise InputError(f"ABOVEBOARD_FAIL_OVER: {part!r} is not {told}")
        found[kind] = outcome
    return found


class Reason(msgspec.Struct, frozen=True):
    """Why, in a sentence the holder may read, and which fields to change."""

    code: str
    says: str
    fields: tuple[str, ...] = ()


class Staff(msgspec.Struct, frozen=True):
    """What only staff may see: the claims with their evidence, and the rule that decided on each violation."""

    claims: tuple[Claim, ...] = ()
    rules: Mapping[str, str] = {}


class Answer(msgspec.Struct, frozen=True):
    """The answer to one attempt. Everything but `staff` may go to the holder.

    `person` says that somebody must look as well; `drop_badge` that the badge must not stand beside the new name. `index_version` is
    the position of the last entry of the ledger that changed the indexes. `degraded` marks an answer that was given without a check.
    """

    attempt_id: str
    decision_id: str
    answer: Outcome
    reasons: tuple[Reason, ...]
    finding_ids: tuple[str, ...]
    violation: str
    tier: str
    score: float
    classes: tuple[str, ...]
    person: bool
    drop_badge: bool
    policy: str
    policy_version: str
    index_version: int
    degraded: bool
    staff: Staff
