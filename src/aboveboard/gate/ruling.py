"""From claims about an attempt to an answer: the operator's policy decides, within the limits that no policy can change."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import pyarrow as pa

from aboveboard.core import ACTIONS, CLASSES, TIERS, Action
from aboveboard.gate.answers import (
    ANSWERS,
    ASKED,
    CODES,
    FAIL_OVER,
    FIELDS,
    ORDER,
    REASONS,
    Answer,
    Outcome,
    Reason,
    Staff,
)
from aboveboard.gate.attempts import Attempt, Kind
from aboveboard.gate.claims import Claim
from aboveboard.policy.corroboration import bounded
from aboveboard.policy.groups import SCHEMA
from aboveboard.policy.model import Policy
from aboveboard.policy.proposing import weigh

__all__ = ["decided", "decision_id", "failed_over"]

_DAY = 86_400
_REVIEWED: tuple[Outcome, ...] = ("review",)


class _Verdict(NamedTuple):
    action: Action
    person: bool
    rule: str
    why: str
    violation: str

    @property
    def outcome(self) -> Outcome:
        asked = ASKED.get(self.violation) if not self.rule else None
        return asked or ANSWERS[self.action][self.person]


def decision_id(attempt: Attempt, policy: Policy, version: int) -> str:
    """Return the id of the decision about an attempt: the same for the same attempt, policy and version of the indexes."""
    event = msgspec.json.encode(attempt, order="deterministic")
    told = b"\x1f".join((event, policy.name.encode(), policy.version.encode(), str(version).encode()))
    return "dec_" + base64.b32encode(hashlib.sha256(told).digest()[:20]).decode().lower()[:26]


def decided(attempt: Attempt, claims: Sequence[Claim], policy: Policy, version: int) -> Answer:
    """Return the answer to an attempt about which the claims are made."""
    verdicts = _verdicts(attempt, claims, policy) if claims else {}
    badge = attempt.verified and attempt.kind == "profile_change" and "impersonation" in verdicts
    outcome = _hardest([*(v.outcome for v in verdicts.values()), *(_REVIEWED if badge else ())])
    first = min(claims, key=lambda c: (TIERS.index(c.tier), -c.score, c.finding_id), default=None)  # pyright: ignore[reportArgumentType]
    return Answer(
        attempt.attempt_id,
        decision_id(attempt, policy, version),
        outcome,
        tuple(_reasons(claims, verdicts, outcome, badge=badge)),
        tuple(sorted(c.finding_id for c in claims)),
        first.violation if first else "",
        first.tier if first else "",
        first.score if first else 0.0,
        tuple(c for c in CLASSES if any(c in one.classes for one in claims)),
        badge or any(v.person for v in verdicts.values()),
        badge,
        policy.name,
        policy.version,
        version,
        degraded=False,
        staff=Staff(tuple(claims), {violation: v.rule for violation, v in sorted(verdicts.items())}),
    )


def _hardest(outcomes: Sequence[Outcome]) -> Outcome:
    return ORDER[max(map(ORDER.index, outcomes), default=0)]


def failed_over(attempt: Attempt, policy: Policy, version: int, setting: Mapping[Kind, Outcome] = FAIL_OVER) -> Answer:
    """Return the answer the operator declared for when the gate cannot check; it says so."""
    outcome = setting[attempt.kind]
    return Answer(
        attempt.attempt_id, decision_id(attempt, policy, version), outcome, (Reason("not_checked", REASONS["not_checked"]),), (),
        "", "", 0.0, (), person=outcome == "review", drop_badge=False, policy=policy.name, policy_version=policy.version,
        index_version=version, degraded=True, staff=Staff(),
    )  # fmt: skip


def _verdicts(attempt: Attempt, claims: Sequence[Claim], policy: Policy) -> dict[str, _Verdict]:
    """Return what the policy says about each violation."""
    by_violation: dict[str, list[Claim]] = {}
    for one in claims:
        by_violation.setdefault(one.violation, []).append(one)
    rows = [_group(attempt, violation, some) for violation, some in sorted(by_violation.items())]
    weighed = weigh(policy, bounded(pa.Table.from_pylist(rows, schema=SCHEMA)))
    return {
        row["violation"]: _Verdict(
            ACTIONS[weighed.action[n]],
            bool(weighed.review[n]),
            policy.rules[weighed.rule[n]].name if weighed.rule[n] >= 0 else "",
            str(weighed.why[n]),
            row["violation"],
        )
        for n, row in enumerate(rows)
    }


def _group(attempt: Attempt, violation: str, claims: Sequence[Claim]) -> dict[str, Any]:
    """Return the inputs of the policy, as `policy.groups` gathers them in a scan."""
    best = min(claims, key=lambda c: (-c.score, c.detector))
    classes = [c for c in CLASSES if any(c in one.classes for one in claims)]
    born = attempt.born_at
    age = int((attempt.at - born).total_seconds() // _DAY) if born else None
    return {
        "account_id": attempt.subject, "finding_ids": sorted(c.finding_id for c in claims), "violation": violation,
        "tier": min((c.tier for c in claims), key=TIERS.index), "score": best.score, "detector": best.detector,  # pyright: ignore[reportArgumentType]
        "detectors": sorted({c.detector for c in claims}), "classes": classes, "class_count": len(classes),
        "findings": len(claims), "ring_size": 0, "subject_kind": "account", "account_kind": "unknown",
        "account_status": "active", "verified": attempt.verified, "challenges": 0,
        "account_age_days": age if age is None or age >= 0 else None, "idle_days": 0,
    }  # fmt: skip


def _reasons(
    claims: Sequence[Claim], verdicts: Mapping[str, _Verdict], outcome: Outcome, *, badge: bool
) -> list[Reason]:
    """Say why, in the order of the violations; nothing where the attempt is allowed."""
    if outcome == "allow":
        return []
    found = (
        [Reason("badge_needs_a_new_check", REASONS["badge_needs_a_new_check"], _changeable(claims))] if badge else []
    )
    for violation, verdict in verdicts.items():
        if verdict.outcome == "allow":
            continue
        code = CODES[violation]
        about = [c for c in claims if c.violation == violation]
        says = verdict.why if verdict.action != "none" else REASONS[code]
        found.append(Reason(code, says, _changeable(about)))
    return found


def _changeable(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(f for f in FIELDS if any(f in c.fields for c in claims))
