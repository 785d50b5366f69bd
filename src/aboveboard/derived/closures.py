"""Which accounts are closed, which of the closures still bar their holder, and which rest on one that was overturned."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from aboveboard.detector import Derived, Groups, Sql
from aboveboard.linkage.roots import fallen_root
from aboveboard.tables import Type

__all__ = ["BARRED", "FALLEN"]

_CLOSED = """
SELECT account_id, closed_root, overturned_at IS NOT NULL AS fell, 1 AS world
FROM accounts WHERE status IN ('closed', 'suspended') OR overturned_at IS NOT NULL
"""

_FALLEN: Mapping[str, Type] = {"account_id": "string", "fell": "bool", "fallen_root": "string"}

_BARRED = """
SELECT account_id AS closed_id, closed_at, handle, platform FROM fallen JOIN accounts USING (account_id)
WHERE NOT fell AND fallen_root IS NULL AND coalesce(closed_ground, '') <> 'request'
  AND coalesce(barred_until > $as_of, true)
"""


def _resolved(closed: pa.Table) -> pa.Table:
    """Follow every closure to the root it rests on: one that fell takes along what rests on it."""
    ids, roots, fell = (closed[c].combine_chunks() for c in ("account_id", "closed_root", "fell"))
    return pa.table({"account_id": ids, "fell": fell, "fallen_root": fallen_root(ids, roots, fell)})


FALLEN = Derived(
    name="fallen",
    about=(
        "Every closed or suspended account, and every one whose closure was overturned (`fell`). `fallen_root` is the "
        "overturned closure it rests on, through others if need be; null where the ground stands."
    ),
    reads={"accounts": "account_id status closed_root? overturned_at?"},
    steps=(Sql("closed", _CLOSED), Groups("fallen", "closed", ("world",), _resolved, _FALLEN)),
    columns=_FALLEN,
)

BARRED = Derived(
    name="barred",
    about=(
        "Closed or suspended accounts whose holders may not be back yet: not after the end of the bar, a closure on request, an "
        "overturned closure, or one that rests on an overturned closure."
    ),
    reads={
        "accounts": "account_id handle platform? closed_at closed_ground? barred_until?",
        "fallen": "account_id fell fallen_root",
    },
    derives=(FALLEN,),
    steps=(Sql("barred", _BARRED),),
    columns={"closed_id": "string", "closed_at": "time", "handle": "string", "platform": "string"},
)
