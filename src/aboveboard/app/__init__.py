"""The verbs: what can be done with Aboveboard, each one function. The only wiring between rooms."""

from aboveboard.app.checking import check, check_policy, diff_policies
from aboveboard.app.cleaning import clean_up, undo
from aboveboard.app.demo import demo, make_world
from aboveboard.app.evaluating import evaluate
from aboveboard.app.explaining import explain
from aboveboard.app.scanning import scan

__all__ = [
    "check",
    "check_policy",
    "clean_up",
    "demo",
    "diff_policies",
    "evaluate",
    "explain",
    "make_world",
    "scan",
    "undo",
]
