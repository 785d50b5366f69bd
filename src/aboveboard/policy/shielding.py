"""Rules that would fall on whom reports were piled upon: a shield protects an account, so no rule may turn it into an action."""

from __future__ import annotations

from aboveboard.core import CLASSES, TIERS, Action
from aboveboard.policy.conditions import Condition, tokens
from aboveboard.policy.inputs import Value

__all__ = ["falls_on_a_shield"]

_SHIELD: dict[str, Value] = {
    "violation": "report_abuse", "subject_kind": "object", "tier": "inconclusive", "score": 0.2, "detector": "report_ring",
    "detectors": ["report_ring"], "classes": ["behaviour"], "class_count": 1, "findings": 1, "ring_size": 0,
}  # fmt: skip
"""What every shield gives a condition; nothing else is known of its account."""


def falls_on_a_shield(condition: Condition, action: Action) -> str | None:
    """Return why a rule may not stand: it speaks of abuse of reports and can hold for the account that was reported. None where it may.

    A rule that reads `subject_kind` is tried at every tier, since it chooses shields on purpose. A rule about anything at all is left
    alone: the limits of `corroboration` take its action back where it meets a shield.
    """
    if action == "none" or not {"report_abuse", "object"} & {
        t.value for t in tokens(condition.text) if t.kind == "text"
    }:
        return None
    tries, every = [_SHIELD], [str(c) for c in CLASSES]
    if "subject_kind" in condition.inputs:
        tries += [{**_SHIELD, "tier": t, "score": 1.0, "classes": every, "class_count": len(every)} for t in TIERS]  # fmt: skip
    known = [{n: v for n, v in one.items() if n in condition.inputs} for one in tries]
    if all(condition.evaluate(one) is False for one in known):
        return None
    return (
        f'"{action}" could fall on an account that others report together: the shield protects it, and the number '
        'of reports is no ground; add subject_kind == "account"'
    )
