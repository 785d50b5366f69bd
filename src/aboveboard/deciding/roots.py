"""What a decision rests on: who came back is closed because of an earlier closure, and when that falls, so does this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from aboveboard.cases.finding import gone
from aboveboard.deciding.histories import History

__all__ = ["resting_on", "root_of"]


def resting_on(snapshots: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the accounts whose closure these proposals may rest on: those that a finding of a return names."""
    found = (f for s in snapshots for f in s["findings"] if f["violation"] == "reincarnation")
    return list(dict.fromkeys(r for f in found for r in f["related"] or ()))


def root_of(snapshot: Mapping[str, Any], known: Mapping[str, History]) -> str:
    """Return the decision that closed the account which came back; the latest where there are several, empty where the ledger has none."""
    closures = [
        m
        for name in resting_on([snapshot])
        if name in known
        for m in gone(known[name].account)
        if m.ground in ("law", "terms")
    ]
    return max(closures, key=lambda m: (m.since, m.id)).id if closures else ""
