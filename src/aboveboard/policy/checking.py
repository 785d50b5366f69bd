"""Worked cases, run through the same code that decides about accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from aboveboard.core import ACTIONS, Action
from aboveboard.policy.corroboration import bounded
from aboveboard.policy.groups import SCHEMA
from aboveboard.policy.model import Policy, WorkedCase
from aboveboard.policy.proposing import weigh

__all__ = ["CaseResult", "check_policy", "uncovered"]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What the policy gave for one worked case. `message` says what differs, with file and line, and is empty when held."""

    case: WorkedCase
    action: Action
    rule: str
    review: bool
    why: str
    message: str

    @property
    def held(self) -> bool:
        """Whether the policy did what the case says."""
        return not self.message


def check_policy(policy: Policy) -> list[CaseResult]:
    """Run every worked case, in the order of the file. Caps do not count here: each case stands alone."""
    rows: list[dict[str, Any]] = [{"account_id": c.name, "finding_ids": [], **c.given} for c in policy.cases]
    verdicts = weigh(policy, bounded(pa.Table.from_pylist(rows, schema=SCHEMA)))
    found: list[CaseResult] = []
    for n, case in enumerate(policy.cases):
        index = int(verdicts.rule[n])
        rule = policy.rules[index].name if index >= 0 else ""
        action, review, why = ACTIONS[verdicts.action[n]], bool(verdicts.review[n]), str(verdicts.why[n])
        found.append(
            CaseResult(case, action, rule, review, why, _differs(policy, case, action, rule, review=review, why=why))
        )
    return found


def uncovered(policy: Policy) -> list[str]:
    """Return the names of the rules that no worked case ends in, in order."""
    used = {c.rule for c in policy.cases}
    return [r.name for r in policy.rules if r.name not in used]


def _differs(policy: Policy, case: WorkedCase, action: Action, rule: str, *, review: bool, why: str) -> str:
    found: list[str] = []
    if case.then != action:
        found.append(f'expected "{case.then}", the policy says "{action}" ({why})')
    if case.rule != rule:
        found.append(f'expected the rule "{case.rule}", it was "{rule}"')
    if case.review is not None and case.review != review:
        found.append(f"expected review = {str(case.review).lower()}, it is {str(review).lower()}")
    return f"{policy.file}:{case.line}: {case.name}: " + "; ".join(found) if found else ""
