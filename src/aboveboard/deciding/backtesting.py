"""What a draft would have done: run over everything the ledger remembers, held against what people ruled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from aboveboard.cases.kinds import role
from aboveboard.core import ACTIONS
from aboveboard.deciding.replaying import table_of
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.strata import counts_of, skewed
from aboveboard.evaluation.measures import wilson
from aboveboard.policy import Policy
from aboveboard.policy.groups import SCHEMA
from aboveboard.policy.proposing import weigh
from aboveboard.store.entries import moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES
from aboveboard.tables import TABLES

__all__ = ["backtest", "rulings"]

Bools = npt.NDArray[np.bool_]


def backtest(s: Sitting, policy: Policy) -> dict[str, Any]:
    """Return the report of a policy over every snapshot that the ledger still has, as a body that an entry can hold.

    `would` counts proposals by action; `precision` and `recall` hold them against what people ruled, each with its 95 % interval, and
    are None where nobody ruled; `hit` counts whom it would hit by language, script, age and followers, beside all that were looked at.
    `skew` is a sentence where a breaker would stop it.
    """
    kept = list(_kept(s))
    told = [snapshot for _, snapshot in kept]
    verdicts = weigh(policy, pa.Table.from_pylist([t["inputs"] for t in told], schema=SCHEMA))
    acts = verdicts.action > 0
    ruled = rulings(s)
    labels = np.array([int(ruled[name]) if name in ruled else -1 for name, _ in kept], dtype=np.int64)
    hit, looked = _whom(told, acts), _whom(told, np.ones(len(told), dtype=bool))
    return {
        "policy": policy.name,
        "version": policy.version,
        "snapshots": len(told),
        "ruled": int((labels >= 0).sum()),
        "would": {a: int((verdicts.action == n).sum()) for n, a in enumerate(ACTIONS)},
        "for_review": int(verdicts.review.sum()),
        "precision": _share(acts & (labels == 1), acts & (labels >= 0)),
        "recall": _share(acts & (labels == 1), labels == 1),
        "hit": {n: dict(g) for n, g in hit.items()},
        "looked_at": {n: dict(g) for n, g in looked.items()},
        "skew": skewed(hit, looked, s.limits),
    }


def rulings(s: Sitting) -> dict[str, bool]:
    """Return what people ruled on each proposal: whether something was to be done. What an appeal overturned was not."""
    found, proposals = dict[str, bool](), dict[str, str]()
    kinds = ENTRIES.c.kind.in_(("decided", "appeal_granted", "appeal_refused", "reversed"))
    for entry in read_entries(s.connection, ENTRIES.c.stream == "decisions", kinds):
        body = entry.body
        if entry.kind == "decided":
            proposals[body["decision"]] = proposal = (
                body.get("proposal", "") or f"prp_{body['decision'].partition('_')[2]}"
            )
            if role(body["by"]) == "person" and body.get("proposal"):
                found[proposal] = body["action"] != "none"
        elif role(body["by"]) == "person":
            about = body.get("undoes") or body["decision"]
            found[proposals.get(about, "")] = entry.kind == "appeal_refused"
    return found


def _kept(s: Sitting) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each proposal of which the snapshot is still there."""
    for entry in read_entries(s.connection, ENTRIES.c.stream == "proposals", ENTRIES.c.kind == "proposed"):
        snapshot = s.unseal(entry.body["snapshot"])
        if snapshot is not None:
            yield entry.key or "", snapshot


def _share(part: Bools, whole: Bools) -> dict[str, float] | None:
    many = int(whole.sum())
    if not many:
        return None
    value = int(part.sum()) / many
    low, high = wilson(value, many)
    return {"value": value, "low": low, "high": high, "of": float(many)}


def _whom(told: list[dict[str, Any]], chosen: Bools) -> Mapping[str, Mapping[str, int]]:
    """Count accounts, each once, as they were when the evidence was found."""
    accounts = {t["account"]["account_id"]: t for t, c in zip(told, chosen, strict=True) if c}
    total: dict[str, Counter[str]] = {}
    by_time: dict[int, list[Mapping[str, Any]]] = {}
    for t in accounts.values():
        by_time.setdefault(t["as_of"], []).append(t["account"])
    for at, rows in by_time.items():
        for stratum, groups in counts_of(table_of(rows, TABLES["accounts"].schema), moment(at)).items():
            total.setdefault(stratum, Counter()).update(groups)
    return total
