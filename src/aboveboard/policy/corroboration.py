"""What no policy can switch off: how strong evidence must be before anything beyond a person's look is proposed.

Why each limit is there is in `docs/reference/policy.md`; the sources are the corroboration rule and the ladders of the
domain study (household and dormitory networks, bought followers nobody asked for, minors who must not be punished).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.core import ACTIONS, CLASSES, Action, Tier

__all__ = ["ALLOWED", "CEILING", "INDEPENDENT", "REVIEWED", "Ruling", "bounded", "rule_on"]

INDEPENDENT = 2
"""How many independent evidence classes any action needs."""

CEILING: Mapping[Tier, Action] = {"confirmed": "bar", "likely": "bar", "possible": "verify", "inconclusive": "none"}
"""The hardest action each tier can carry."""

ALLOWED: Mapping[str, frozenset[Action]] = {
    "inflated_audience": frozenset({"none", "label", "remove"}),
    "minor_unprotected": frozenset({"none", "label", "verify", "limit"}),
}
"""Violations whose account is not the one to blame: followers may be taken off its count, a minor may be protected."""

REVIEWED: frozenset[str] = frozenset({"orphaned_institution", "duplicate_institution"})
"""Violations where a person always confirms: an institution's voice is a public record."""

_ALWAYS = frozenset({"close", "bar"})


@dataclass(frozen=True, slots=True)
class Ruling:
    """What remains of a rule's action after the limits; `reason` says why it was taken back, and is empty otherwise."""

    action: Action
    review: bool
    reason: str = ""


def rule_on(action: Action, violation: str, tier: Tier, classes: Collection[str], *, review: bool) -> Ruling:
    """Hold one action against the limits. An action that does not stand becomes `none` for a person to decide."""
    if action == "none":
        return Ruling(action, review)
    reason = _refusal(action, violation, tier, [c for c in CLASSES if c in classes])
    if reason:
        return Ruling("none", review=True, reason=f"A person decides: {reason}.")
    return Ruling(action, review or action in _ALWAYS or violation in REVIEWED or tier == "possible")


def _refusal(action: Action, violation: str, tier: Tier, classes: list[str]) -> str:
    if len(classes) < INDEPENDENT:
        only = f"one kind of evidence only ({classes[0]})" if classes else "no kind of evidence"
        return f"there is {only}, and every action needs two that are independent"
    if ACTIONS.index(action) > ACTIONS.index(CEILING[tier]):
        return f'the finding is {tier}, which is too weak for "{action}"'
    if violation in ALLOWED and action not in ALLOWED[violation]:
        return f'"{action}" would fall on somebody who is not to blame for {violation}'
    return ""


def bounded(groups: pa.Table) -> pa.Table:
    """Return the groups with honest tiers: a network alone is never above possible, and only a person confirms."""
    tier = groups["tier"]
    tier = pc.if_else(pc.equal(tier, "confirmed"), "likely", tier)
    alone = pc.equal(pc.binary_join(groups["classes"], ","), "network")
    tier = pc.if_else(pc.and_(alone, pc.equal(tier, "likely")), "possible", tier)
    return groups.set_column(groups.column_names.index("tier"), "tier", tier)
