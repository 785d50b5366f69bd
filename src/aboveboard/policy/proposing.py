"""From findings to proposals: gather, match, hold against the limits, cap. What comes out is proposed, never done."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from aboveboard.core import ACTIONS, DECISIONS, Action, Progress, silent
from aboveboard.embedded import working
from aboveboard.policy.corroboration import Ruling, bounded, rule_on
from aboveboard.policy.groups import gathered
from aboveboard.policy.matching import Encoded, Ints, combinations, first_matches
from aboveboard.policy.model import Cap, Policy

__all__ = ["Verdicts", "of_groups", "propose", "weigh"]

_UNMATCHED = "No rule of the policy speaks about this."
_ORDINAL: Mapping[Action, int] = {a: n for n, a in enumerate(ACTIONS)}

_SIGN = """
SELECT left(sha256(CAST(to_json([policy, policy_version, coalesce(account_id, ''), violation, coalesce(rule, ''),
    CAST(to_json(finding_ids) AS VARCHAR)]) AS VARCHAR)), 24) AS decision_id
FROM decisions ORDER BY place
"""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Row by row: the rule's index (-1: none), the action's place in `ACTIONS`, whether a person looks, and why."""

    rule: Ints
    action: Ints
    review: npt.NDArray[np.bool_]
    why: npt.NDArray[np.object_]


def propose(
    policy: Policy,
    findings: pa.Table,
    accounts: pa.Table,
    as_of: datetime,
    progress: Progress = silent,
    attestations: pa.Table | None = None,
) -> pa.Table:
    """Return what the policy proposes, in `core.DECISIONS`: one row an account, violation and scope, sorted by them.

    `findings` is in `core.FINDINGS`; `accounts` needs `account_id` and may have any column of the contract; `as_of` is
    aware; `attestations` (the contract's table) counts challenges. Caps count this run as one day. The same findings in any order give the same bytes. Raises `InputError` on a
    naive time or a missing column.
    """
    return of_groups(
        policy, bounded(gathered(findings, accounts, as_of, attestations)), accounts.num_rows, as_of, progress
    )


def of_groups(
    policy: Policy, groups: pa.Table, accounts: int, as_of: datetime, progress: Progress = silent
) -> pa.Table:
    """Return what the policy proposes for findings that are gathered already (`groups.SCHEMA`, bounded), among so many accounts."""
    verdicts = _capped(policy, weigh(policy, groups, progress), groups, accounts)
    return _decisions(policy, groups, verdicts, as_of)


def weigh(policy: Policy, groups: pa.Table, progress: Progress = silent) -> Verdicts:
    """Return the first matching rule's verdict on each group (`groups.SCHEMA`), held against the limits, before caps."""
    inputs = Encoded(groups)
    matches = first_matches(policy.rules, inputs, progress)
    # A failed rule and an unmatched group are decided alike for all rows that share what the limits look at.
    keys = [matches.rule + 1, matches.trouble, *(inputs.codes[n] for n in ("violation", "tier", "classes"))]
    first, inverse = combinations(keys, inputs.rows)
    told = [
        _ruling(policy, int(matches.rule[row]), matches.reasons[matches.trouble[row]], given)
        for row, given in zip(first, inputs.given(("violation", "tier", "classes"), first), strict=True)
    ]
    action = np.array([_ORDINAL[r.action] for r in told], dtype=np.int64)
    review = np.array([r.review for r in told], dtype=bool)
    why = np.array([r.reason for r in told], dtype=object)
    return Verdicts(matches.rule, action[inverse], review[inverse], why[inverse])


def _ruling(policy: Policy, index: int, trouble: str, given: Mapping[str, object]) -> Ruling:
    """Return the verdict on one kind of group; its `reason` is always a sentence."""
    if index < 0:
        return Ruling("none", review=False, reason=_UNMATCHED)
    rule = policy.rules[index]
    if trouble:
        reason = f'A person decides: the rule "{rule.name}" could not be applied, because {trouble}.'
        return Ruling("none", review=True, reason=reason)
    ruling = rule_on(rule.action, given["violation"], given["tier"], given["classes"], review=rule.review)  # pyright: ignore[reportArgumentType]  # the schema of groups says so
    return Ruling(ruling.action, ruling.review, ruling.reason or rule.why)


def _capped(policy: Policy, verdicts: Verdicts, groups: pa.Table, accounts: int) -> Verdicts:
    """Turn what lies above a cap into cases for a person; the highest scores go first, then the smallest ids."""
    score = groups["score"].to_numpy()
    order = np.lexsort((np.arange(len(score)), -score))
    action, review, why = verdicts.action.copy(), verdicts.review.copy(), verdicts.why.copy()
    for called, mine, cap in _caps(policy, verdicts):
        standing = order[(mine & (action > 0))[order]]
        surplus = standing[_limit(cap, accounts) :]
        action[surplus], review[surplus] = 0, True
        why[surplus] = f"A person decides: {called} allows {_limit(cap, accounts)} a day, and others come first."
    return Verdicts(verdicts.rule, action, review, why)


def _caps(policy: Policy, verdicts: Verdicts) -> list[tuple[str, npt.NDArray[np.bool_], Cap]]:
    """Return (name, rows, cap): each rule's own, then the policy's for each action."""
    own = [(f'the cap of the rule "{r.name}"', verdicts.rule == n, r.cap) for n, r in enumerate(policy.rules) if r.cap]
    shared = [(f'the policy\'s cap on "{a}"', verdicts.action == _ORDINAL[a], c) for a, c in policy.caps.items()]
    return [*own, *shared]


def _limit(cap: Cap, accounts: int) -> int:
    """Return how many a cap allows among so many accounts; a share is rounded up, so that a small service can act."""
    return min(cap.per_day, math.ceil(Decimal(str(cap.share)) * accounts))


def _decisions(policy: Policy, groups: pa.Table, verdicts: Verdicts, as_of: datetime) -> pa.Table:
    rows = groups.num_rows
    columns = {
        **{n: groups[n] for n in ("account_id", "violation", "tier", "score", "classes", "finding_ids", "scope")},
        "action": pa.array(ACTIONS).take(pa.array(verdicts.action)),
        "rule": pa.array([r.name for r in policy.rules] + [None], pa.string()).take(
            pa.array(np.where(verdicts.rule < 0, len(policy.rules), verdicts.rule))
        ),
        "review": pa.array(verdicts.review),
        "why": pa.array(verdicts.why, pa.string()),
        "expires_at": _expiry(policy, verdicts, as_of),
        "policy": pa.repeat(pa.scalar(policy.name), rows),
        "policy_version": pa.repeat(pa.scalar(policy.version), rows),
        "decided_by": pa.repeat(pa.scalar("policy"), rows),
    }
    columns["decision_id"] = _signed(pa.table(columns))
    return pa.table([columns[n] for n in DECISIONS.names], schema=DECISIONS)


def _expiry(policy: Policy, verdicts: Verdicts, as_of: datetime) -> pa.Array:
    ends = pa.array(
        [as_of + r.expires if r.expires else None for r in policy.rules] + [None], DECISIONS.field("expires_at").type
    )
    chosen = np.where((verdicts.action > 0) & (verdicts.rule >= 0), verdicts.rule, len(policy.rules))
    return ends.take(pa.array(chosen))


def _signed(decisions: pa.Table) -> pa.ChunkedArray:
    """Return an id for each decision: who decided what about whom on which findings, hashed."""
    placed = decisions.append_column("place", pa.array(np.arange(decisions.num_rows)))
    with working(placed.num_rows) as connection:
        connection.register("decisions", placed)
        return connection.sql(_SIGN).to_arrow_table()["decision_id"]
