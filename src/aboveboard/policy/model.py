"""What a policy is: frozen values, as the operator wrote them. Nothing here computes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from aboveboard.core import Action
from aboveboard.policy.conditions import Condition
from aboveboard.policy.inputs import Value

__all__ = ["Cap", "Policy", "Rule", "WorkedCase"]


@dataclass(frozen=True, slots=True)
class Cap:
    """How many decisions may go through: `per_day` in a run, and no more than `share` (0 to 1] of all accounts."""

    per_day: int
    share: float


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `why` is the sentence the account's holder reads; `line` is where the rule stands in its file.

    With `spread`, the platform is told at a time drawn from so long after the decision, so that nobody learns from the delay.
    """

    name: str
    when: Condition
    action: Action
    why: str
    review: bool = False
    expires: timedelta | None = None
    cap: Cap | None = None
    line: int = 0
    spread: timedelta | None = None


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """An example the operator agreed with: these inputs must give this action by this rule (`""`: by none)."""

    name: str
    given: Mapping[str, Value]
    then: Action
    rule: str
    review: bool | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Policy:
    """An operator's policy: rules in order, the first that matches wins."""

    name: str
    version: str
    owner: str
    rules: tuple[Rule, ...]
    caps: Mapping[Action, Cap] = field(default_factory=dict[Action, Cap])
    cases: tuple[WorkedCase, ...] = ()
    file: str = "policy"
