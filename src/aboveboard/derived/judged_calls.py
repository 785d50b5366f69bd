"""Which calls an inflow of strangers answers: whether those who came are the caller's audience beyond chance, or the target's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from aboveboard.graph.chance import log_tail
from aboveboard.tables import ARROW, Type

__all__ = ["JUDGED", "judged"]

JUDGED: Mapping[str, Type] = {
    "account_id": "string", "role": "string", "inflow": "string", "target": "string", "organiser": "string", "call": "string", "post_id": "string",
    "called_at": "time", "first_at": "time", "last_at": "time", "size": "int", "expected": "float", "linked": "int", "chance": "float", "heard": "bool",
    "sole": "bool", "hears": "bool",
}  # fmt: skip
"""What `judged` yields: one row a target, organiser or account that came."""

_Row = Mapping[str, Any]
_FEW, _SURE = 3, np.log(1e-3)
_DAY = timedelta(days=1)


def judged(lines: pa.Table) -> pa.Table:
    """Return who called, who came and who was come upon, for each inflow a call explains. `lines` has rows of several kinds (`what`)."""
    inflows: dict[str, dict[str, list[_Row]]] = {}
    speakers = 1
    for row in sorted(
        lines.to_pylist(),
        key=lambda r: (r["inflow"] or "", r["what"], r["account_id"] or "", r["caller"] or "", str(r["at"])),
    ):
        if row["what"] == "speakers":
            speakers = max(row["size"], 1)
        else:
            inflows.setdefault(row["inflow"], {}).setdefault(row["what"], []).append(row)
    found = [told for kinds in inflows.values() for told in _inflow(kinds, speakers)]
    return pa.Table.from_pylist(found, pa.schema([(n, ARROW[k]) for n, k in JUDGED.items()]))


def _inflow(kinds: Mapping[str, Sequence[_Row]], speakers: int) -> Iterator[dict[str, Any]]:
    came, told = kinds["came"], []
    if 2 * len({c["account_id"] for c in came} & _before(kinds.get("fan", ()), came[0]["first_at"])) >= len(came):
        return
    viral = len(
        {
            v["account_id"]
            for v in kinds.get("viral", ())
            if v["text"] == "share" and v["at"] <= came[0]["last_at"] and v["at"] >= came[0]["first_at"] - _DAY
        }
    )
    for call in kinds["call"]:
        told += _answered(call, came, kinds.get("hears", ()), speakers, explained=2 * viral >= len(came))
    yield from _once(told)


def _before(rows: Sequence[_Row], when: datetime) -> set[str]:
    return {r["account_id"] for r in rows if r["at"] is None or r["at"] < when}


def _answered(
    call: _Row, came: Sequence[_Row], hears: Sequence[_Row], speakers: int, *, explained: bool
) -> list[dict[str, Any]]:
    """Return the rows of one call, if those who came after it are its audience, or nothing else named the target."""
    after = [c for c in came if c["at"] >= call["at"] and c["account_id"] != call["caller"]]
    audience = _before([h for h in hears if h["caller"] == call["caller"]], call["at"])
    linked = [c for c in after if c["account_id"] in audience]
    chance = float(log_tail(np.array([len(linked)]), np.array([len(after) * len(audience) / speakers]))[0])
    heard = len(linked) >= _FEW and chance <= _SURE
    sole = call["sole"] and not explained
    if 2 * len(after) < len(came) or not (heard or sole):
        return []
    whole = {
        "inflow": call["inflow"], "target": call["target"], "organiser": call["caller"], "call": call["text"], "post_id": call["account_id"],
        "called_at": call["at"], "first_at": came[0]["first_at"], "last_at": came[0]["last_at"], "size": len(after), "expected": came[0]["expected"],
        "linked": len(linked), "chance": float(np.exp(chance)), "heard": heard, "sole": sole,
    }  # fmt: skip
    return [
        {**whole, "account_id": call["target"], "role": "target", "hears": False},
        {**whole, "account_id": call["caller"], "role": "organiser", "hears": False},
        *(
            {**whole, "account_id": c["account_id"], "role": "came", "hears": c["account_id"] in audience}
            for c in after
        ),
    ]


def _once(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep one row an account: an organiser's before one who came, and of several calls the one that is heard, then the earliest."""
    order = {"target": 0, "organiser": 1, "came": 2}
    best: dict[str, dict[str, Any]] = {}
    for row in sorted(
        rows, key=lambda r: (order[r["role"]], not r["hears"], not r["heard"], r["called_at"], r["organiser"])
    ):
        best.setdefault(row["account_id"], row)
    return list(best.values())
