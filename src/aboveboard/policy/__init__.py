"""The operator's policy: read, checked, run over findings, compared. It proposes; people and the ledger dispose."""

from __future__ import annotations

from aboveboard.policy.checking import CaseResult, check_policy, uncovered
from aboveboard.policy.comparing import counts, diff
from aboveboard.policy.groups import FACTS
from aboveboard.policy.inputs import INPUTS, REFUSED
from aboveboard.policy.model import Cap, Policy, Rule, WorkedCase
from aboveboard.policy.proposing import propose
from aboveboard.policy.reading import default_policy, load_policy

__all__ = [
    "FACTS",
    "INPUTS",
    "REFUSED",
    "Cap",
    "CaseResult",
    "Policy",
    "Rule",
    "WorkedCase",
    "check_policy",
    "counts",
    "default_policy",
    "diff",
    "load_policy",
    "propose",
    "uncovered",
]
