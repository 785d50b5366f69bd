"""The life of an account as a fold over its events, and the bar ledger. Nothing here reads a clock, a file or a setting.

Read `values`, then the tables `states`, `kinds`, `notices` and `periods`, then `folding` and `timers`.
"""

from __future__ import annotations

from aboveboard.cases.bars import BarEvent, Ledger, bar, due_bars, fold_bars, in_force
from aboveboard.cases.batch import fold_table
from aboveboard.cases.cascading import cascade
from aboveboard.cases.folding import apply, fold
from aboveboard.cases.ladder import strikes
from aboveboard.cases.periods import Periods
from aboveboard.cases.statements import statement
from aboveboard.cases.states import may
from aboveboard.cases.timers import advance, due, take, to_send
from aboveboard.cases.values import Account, Event

__all__ = [
    "Account",
    "BarEvent",
    "Event",
    "Ledger",
    "Periods",
    "advance",
    "apply",
    "bar",
    "cascade",
    "due",
    "due_bars",
    "fold",
    "fold_bars",
    "fold_table",
    "in_force",
    "may",
    "statement",
    "strikes",
    "take",
    "to_send",
]
