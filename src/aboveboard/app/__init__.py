"""The verbs: what can be done with Aboveboard, each one function. The only wiring between rooms.

Each is imported when it is first asked for: reading the ledger needs no detector, and a scan needs no database.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aboveboard.app.checking import check, check_policy, diff_policies
    from aboveboard.app.cleaning import clean_up, undo
    from aboveboard.app.demonstrating import demo, make_world
    from aboveboard.app.evaluating import evaluate
    from aboveboard.app.explaining import explain
    from aboveboard.app.keeping import ledger_checkpoint, ledger_entries, ledger_role, ledger_verify
    from aboveboard.app.publishing import transparency
    from aboveboard.app.scanning import scan

__all__ = [
    "check",
    "check_policy",
    "clean_up",
    "demo",
    "diff_policies",
    "evaluate",
    "explain",
    "ledger_checkpoint",
    "ledger_entries",
    "ledger_role",
    "ledger_verify",
    "make_world",
    "scan",
    "transparency",
    "undo",
]

_HOMES = {
    "check": "checking", "check_policy": "checking", "diff_policies": "checking", "clean_up": "cleaning", "undo": "cleaning",
    "demo": "demonstrating", "make_world": "demonstrating", "evaluate": "evaluating", "explain": "explaining", "ledger_checkpoint": "keeping",
    "ledger_entries": "keeping", "ledger_role": "keeping", "ledger_verify": "keeping", "scan": "scanning",
    "transparency": "publishing",
}  # fmt: skip


def __getattr__(name: str) -> Any:  # noqa: ANN401  (whatever the verb is)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    verb = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = verb
    return verb
