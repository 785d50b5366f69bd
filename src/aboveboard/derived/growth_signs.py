"""From stretches of unexplained growth to what each shows: shape, what left again, tier and score."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from aboveboard.tables import ARROW, Type

__all__ = ["GROWN", "grown"]

GROWN: Mapping[str, Type] = {
    "account_id": "string", "first_at": "time", "last_at": "time", "gained": "int", "expected": "int", "excess": "int",
    "rises": "int", "left_again": "int", "chance": "float", "score": "float", "tier": "string", "classes": "list",
    "unseen": "string", "stairs": "string", "churn": "string", "numbers": "string",
}  # fmt: skip
"""What `grown` yields: one row an account whose growth is not explained."""

_STAIRS, _FIFTH = 3, 0.2


def grown(spans: pa.Table) -> pa.Table:
    """Return one row an account: the most surprising of its stretches, where something can be claimed.

    `spans` has a row an account and period with what `attention` tells of its stretch.
    """
    rows: dict[str, dict[str, Any]] = {}
    for span in sorted(spans.to_pylist(), key=lambda s: (s["account_id"], s["chance"], -s["jump_gained"], s["period"])):
        found = _weighed(span)
        if found["tier"]:
            rows.setdefault(span["account_id"], found)
    return pa.Table.from_pylist(list(rows.values()), pa.schema([(n, ARROW[k]) for n, k in GROWN.items()]))


def _weighed(span: Mapping[str, Any]) -> dict[str, Any]:
    excess = span["jump_gained"] - span["jump_expected"]
    stairs = span["steps"] >= _STAIRS
    churn = span["churned"] >= _FIFTH * excess
    numbers = bool(span["even"] or span["odd"])
    doubt = 0.6 * (0.7 if stairs else 1) * (0.7 if churn else 1) * (0.9 if numbers else 1)
    return {
        "account_id": span["account_id"], "first_at": _moment(span["first_s"]), "last_at": _moment(span["last_s"]),
        "gained": round(span["jump_gained"]), "expected": round(span["jump_expected"]), "excess": round(excess),
        "rises": span["steps"], "left_again": round(span["churned"]), "chance": span["chance"], "score": round(1 - doubt, 4),
        "tier": _tier(bool(span["known"]), stairs and (churn or bool(span["even"]))),
        "classes": ["behaviour"],
        "unseen": "" if span["known"] else "; views and mentions are not told",
        "stairs": f"; it rose like this {span['steps']} times" if stairs else "",
        "churn": f"; {round(span['churned']):,} left again soon" if churn else "",
        "numbers": "; the numbers are oddly even" if numbers else "",
    }  # fmt: skip


def _tier(known: bool, shaped: bool) -> str:
    """Weigh: counts are one kind of evidence, and where nobody knows of attention only a shape is claimed, weakly."""
    return "possible" if known else "inconclusive" if shaped else ""


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC)
