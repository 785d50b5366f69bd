"""What would change a proposal: the policy is asked again without each finding, and with all the evidence its detector could offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.core import FINDINGS
from aboveboard.policy import Policy, propose

__all__ = ["changes"]


def changes(
    policy: Policy,
    findings: pa.Table,
    account: pa.Table,
    classes: Mapping[str, Sequence[str]],
    as_of: datetime,
    attestations: pa.Table | None = None,
) -> list[dict[str, Any]]:
    """Return how the proposals on one account would differ, one entry a finding and question.

    `findings` (`core.FINDINGS`) are those about it, `account` its row, `classes` what each detector can offer,
    `attestations` the checks it was put through. The caps of a day are left
    out: they depend on others. `kind` is `without` (this finding dismissed) or `surer` (likely, on every class its detector can offer);
    `before` and `after` are an action and whether a person decides.
    """
    now = _proposals(policy, findings, account, as_of, attestations)
    found: list[dict[str, Any]] = []
    for place, row in enumerate(findings.to_pylist()):
        before = _resting(now, {row["finding_id"]})
        group = set(before["finding_ids"]) if before else set[str]()
        for kind, asked in (("without", _without(findings, place)), ("surer", _surer(findings, place, classes))):
            then = _proposals(policy, asked, account, as_of, attestations)
            after = _resting(then, group & set(asked["finding_id"].to_pylist()))
            told = {"kind": kind, "finding_id": row["finding_id"], "violation": row["violation"]}
            found.append({**told, "before": _told(before), "after": _told(after)})
    return found


def _proposals(
    policy: Policy, findings: pa.Table, account: pa.Table, as_of: datetime, attestations: pa.Table | None
) -> list[dict[str, Any]]:
    return propose(policy, findings, account, as_of, attestations=attestations).to_pylist()


def _resting(proposals: Sequence[Mapping[str, Any]], findings: set[str]) -> Mapping[str, Any] | None:
    """Return the proposal that rests on any of these findings: an account may have several of one violation, as one a field."""
    return next((p for p in proposals if findings & set(p["finding_ids"])), None)


def _told(proposal: Mapping[str, Any] | None) -> dict[str, Any]:
    if proposal is None:
        return {"action": "none", "review": False, "rule": None}
    return {name: proposal[name] for name in ("action", "review", "rule")}


def _without(findings: pa.Table, place: int) -> pa.Table:
    return findings.filter(pa.array([n != place for n in range(findings.num_rows)]))


def _surer(findings: pa.Table, place: int, classes: Mapping[str, Sequence[str]]) -> pa.Table:
    """Return the findings as they would be if this one rested on all its detector can offer."""
    row = findings.slice(place, 1).to_pylist()[0]
    row |= {"tier": "likely", "classes": list(classes.get(row["detector"], row["classes"]))}
    row["score"] = max(row["score"], pc.max(findings["score"]).as_py())
    return pa.concat_tables([_without(findings, place), pa.Table.from_pylist([row], schema=FINDINGS)])
