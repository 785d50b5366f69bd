"""Intake: rows of the contract come in, each is kept once or refused with its reason.

Read `rows`, then `keeping`, then `taking`; `facts` reads back what was kept.
"""

from __future__ import annotations

from aboveboard.intake.facts import Given, every, latest, of_account, write_world
from aboveboard.intake.keeping import INTAKE, Batch, Receipt, keep
from aboveboard.intake.rows import Fact, Reject, read
from aboveboard.intake.taking import Taker

__all__ = [
    "INTAKE",
    "Batch",
    "Fact",
    "Given",
    "Receipt",
    "Reject",
    "Taker",
    "every",
    "keep",
    "latest",
    "of_account",
    "read",
    "write_world",
]
