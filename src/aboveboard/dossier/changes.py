"""What would change a proposal: the policy is asked again without each finding, and with all the evidence its detector could offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.core import ACTIONS, FINDINGS
from aboveboard.policy import Policy
from aboveboard.policy.corroboration import bounded
from aboveboard.policy.groups import gathered
from aboveboard.policy.proposing import weigh

__all__ = ["changes"]

_MARK = "\x1f"
"""Sorts before every letter, so that marked ids keep their order."""


def changes(
    policy: Policy,
    findings: pa.Table,
    account: pa.Table,
    classes: Mapping[str, Sequence[str]],
    as_of: datetime,
    attestations: pa.Table | None = None,
    rings: Mapping[str, int] | None = None,
) -> list[dict[str, Any]]:
    """Return how the proposals on one account would differ, one entry a finding and question.

    `findings` (`core.FINDINGS`) are those about it, `account` its row, `classes` what each detector can offer,
    `attestations` the checks it was put through, `rings` how many have a finding in each of its groups. The caps of a day are left
    out: they depend on others. `kind` is `without` (this finding dismissed) or `surer` (likely, on every class its detector can offer);
    `before` and `after` are an action and whether a person decides.
    """
    questions: list[tuple[str, str, str, pa.Table]] = []
    for place, row in enumerate(findings.to_pylist()):
        of = row["finding_id"], row["violation"]
        questions += [("without", *of, _without(findings, place)), ("surer", *of, _surer(findings, place, classes))]
    asked = [findings, *(q[-1] for q in questions)]
    now, *answers = _proposals(policy, asked, account, as_of, attestations, rings or {})
    found: list[dict[str, Any]] = []
    for (kind, finding, violation, changed), then in zip(questions, answers, strict=True):
        before = _resting(now, {finding})
        group = set(before["finding_ids"]) if before else set[str]()
        after = _resting(then, group & set(changed["finding_id"].to_pylist()))
        told = {"kind": kind, "finding_id": finding, "violation": violation}
        found.append({**told, "before": _told(before), "after": _told(after)})
    return found


def _proposals(
    policy: Policy,
    asked: Sequence[pa.Table],
    account: pa.Table,
    as_of: datetime,
    attestations: pa.Table | None,
    rings: Mapping[str, int],
) -> list[list[dict[str, Any]]]:
    """Return what the policy proposes for each of these tables of findings, all weighed at once, each about an account of its own."""
    own = account["account_id"][0].as_py()
    checks = None if attestations is None else attestations.filter(pc.equal(attestations["account_id"], own))
    marks = [f"{_MARK}{n}" for n in range(len(asked))]
    findings = pa.concat_tables([_marked(t, m) for t, m in zip(asked, marks, strict=True)])
    accounts = pa.concat_tables([_marked(account, m) for m in marks])
    checked = None if checks is None else pa.concat_tables([_marked(checks, m) for m in marks])
    others = {f"{group}{m}": size - 1 for m in marks for group, size in rings.items()}
    groups = bounded(gathered(findings, accounts, as_of, checked, others))
    verdicts = weigh(policy, groups)
    made: list[list[dict[str, Any]]] = [[] for _ in asked]
    for place, (whom, finding_ids) in enumerate(
        zip(*(groups[n].to_pylist() for n in ("account_id", "finding_ids")), strict=True)
    ):
        rule, action, review = (int(v[place]) for v in (verdicts.rule, verdicts.action, verdicts.review))
        name = policy.rules[rule].name if rule >= 0 else None
        told = {"finding_ids": finding_ids, "action": ACTIONS[action], "review": bool(review), "rule": name}
        made[int(whom.rpartition(_MARK)[2])].append(told)
    return made


def _marked(table: pa.Table, mark: str) -> pa.Table:
    """Return the rows as those of another account, of subjects and groups of their own."""
    for place, name in enumerate(table.column_names):
        if name in {"account_id", "subject_id", "group"}:
            marked = pc.binary_join_element_wise(table[name], pa.scalar(mark), "")
            table = table.set_column(place, table.schema.field(place), marked)
    return table


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
