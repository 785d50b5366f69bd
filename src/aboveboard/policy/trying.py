"""Trying a condition before it meets an account: some faults of CEL show only when a condition runs."""

from __future__ import annotations

from itertools import product

from aboveboard.core import CLASSES
from aboveboard.policy.conditions import Condition, tokens
from aboveboard.policy.inputs import INPUTS, Input, Value

__all__ = ["first_error", "reaches"]

_MOST = 4096


def first_error(condition: Condition) -> str | None:
    """Return what goes wrong for some values the inputs may take, and which values; None when all go well.

    Every violation is tried with the ends of every number's range, one and all evidence classes, and both truths.
    """
    names = condition.inputs
    ranges = [_samples(INPUTS[n]) for n in names]
    for _, values in zip(range(_MOST), product(*ranges), strict=False):
        given = dict(zip(names, values, strict=True))
        outcome = condition.evaluate(given)
        if isinstance(outcome, str):
            shown = ", ".join(f"{n} = {v!r}" for n, v in given.items())
            return f"this fails where {shown[:200]}: {outcome}"
    return None


def reaches(condition: Condition, violation: str) -> bool:
    """Return whether a condition that speaks of `violation` holds for it with some values that the other inputs may take."""
    if "violation" not in condition.inputs or violation not in condition.text:
        return False
    said = [t.value for t in tokens(condition.text) if t.kind == "text"]
    own: dict[str, tuple[Value, ...]] = {"violation": (violation,), "detector": ("", *said), "detectors": ([], said)}
    ranges = [own.get(n, _samples(INPUTS[n])) for n in condition.inputs]
    tried = (dict(zip(condition.inputs, v, strict=True)) for _, v in zip(range(_MOST), product(*ranges), strict=False))
    return any(condition.evaluate(given) is True for given in tried)


def _samples(known: Input) -> tuple[Value, ...]:
    if known.type == "strings":
        return ([], list(known.words or CLASSES))
    if known.type == "bool":
        return (False, True)
    if known.type == "string":
        return known.words or (known.sample,)
    return (float(known.low), float(known.high)) if known.type == "double" else (int(known.low), int(known.high))
