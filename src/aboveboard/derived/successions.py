"""Who came after a body that has ended, through as many successors as there are."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from aboveboard.detector import Derived, Groups, Sql
from aboveboard.tables import ARROW, Type

__all__ = ["SUCCESSIONS"]

_STEPS = """
SELECT org_id, unnest(successor_ids) AS heir_id, 1 AS world,
  coalesce(closed_at <= $as_of, status IN ('closed', 'merged'), false) AND coalesce(opened_at <= closed_at, true) AS over
FROM organisations
"""

_COLUMNS: Mapping[str, Type] = {"org_id": "string", "heir_id": "string", "last": "bool", "circle": "bool"}


def _followed(steps: pa.Table) -> pa.Table:
    """Follow every body to all who came after it; bad data that leads back to it ends there and is told (`circle`)."""
    heirs: dict[str, list[str]] = {}
    for row in steps.to_pylist():
        if row["over"] and row["heir_id"]:
            heirs.setdefault(row["org_id"], []).append(row["heir_id"])
    rows = [
        {"org_id": org, "heir_id": heir, "last": heir not in heirs, "circle": org in after}
        for org in sorted(heirs)
        for after in [_after(org, heirs)]
        for heir in sorted(after - {org})
    ]
    return pa.Table.from_pylist(rows, pa.schema([(n, ARROW[k]) for n, k in _COLUMNS.items()]))


def _after(org: str, heirs: Mapping[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [*heirs[org]]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += heirs.get(one, [])
    return found


SUCCESSIONS = Derived(
    name="successions",
    about=(
        "Every body that has ended, with each body that came after it, through others that have ended too. `last` says that nobody is "
        "known to have come after that one; `circle` that the register's successors lead back to where they began."
    ),
    reads={"organisations": "org_id status? opened_at? closed_at? successor_ids?"},
    steps=(Sql("steps", _STEPS), Groups("successions", "steps", ("world",), _followed, _COLUMNS)),
    columns=_COLUMNS,
)
