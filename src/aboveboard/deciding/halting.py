"""Halts: a rule, or all of them, only propose until two people let them run on. A halt is one entry, and the next sitting already sees it."""

from __future__ import annotations

import sqlalchemy as sa

from aboveboard.deciding.capping import counted, counted_since
from aboveboard.deciding.pairs import agreed
from aboveboard.deciding.sitting import Sitting
from aboveboard.errors import CaseError
from aboveboard.store import New
from aboveboard.store.deciding_tables import HALTS

__all__ = ["ALL", "appeals_too_many", "halt", "halted", "resume"]

ALL = "*"
"""The rule that stands for all of them."""

BREAKER = "policy:breaker"


def halted(s: Sitting) -> dict[str, str]:
    """Return the rules that are halted, each with the reason; `*` stands for all."""
    return {row[0]: row[1] for row in s.connection.execute(sa.select(HALTS.c.rule, HALTS.c.why))}


def halt(s: Sitting, rule: str, by: str, reason: str) -> bool:
    """Halt a rule, or all with `*`; False where it was halted already. Raises `CaseError` without a reason."""
    if not reason.strip():
        raise CaseError("a halt needs a reason")
    if rule in halted(s):
        return False
    s.write("policies", [New("halted", "", {"rule": rule, "by": by, "why": reason})])
    return True


def resume(s: Sitting, rule: str, by: str, reason: str) -> bool:
    """Let a halted rule run on: the first person asks (False), a second one lets it (True). Raises `CaseError` where it is not halted."""
    if rule not in halted(s):
        raise CaseError(f"rule {rule} is not halted")
    first = agreed(s, "breaker", rule, {"reason": reason}, by)
    if first is None:
        return False
    s.write("policies", [New("resumed", "", {"rule": rule, "by": first, "second": by})])
    return True


def appeals_too_many(s: Sitting, rule: str) -> str:
    """Return why a rule must be halted: too large a share of what it did in 28 days was appealed; empty where it was not."""
    appeals = counted(s, "appeal", rule) + sum(counted_since(s, "appeal", rule).values())
    acts = counted(s, "rule", rule) + sum(counted_since(s, "rule", rule).values())
    if appeals < s.limits.appeal_least or appeals < s.limits.appeal_share * acts:
        return ""
    return f"{appeals} of its {acts} decisions of 28 days were appealed"
