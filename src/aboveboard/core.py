"""The nouns every room shares: violations, tiers, evidence classes, actions, and the tables a scan writes.

Nothing here computes; it is the vocabulary of `design/tables.md` as values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pyarrow as pa

from aboveboard.progress import Progress, silent

__all__ = [
    "ACTIONS",
    "CLASSES",
    "DECISIONS",
    "FINDINGS",
    "RINGS",
    "SEEDS",
    "TIERS",
    "VIOLATIONS",
    "Action",
    "EvidenceClass",
    "Progress",
    "Tier",
    "silent",
]

Tier = Literal["confirmed", "likely", "possible", "inconclusive"]
EvidenceClass = Literal["identity", "device", "network", "profile", "behaviour", "graph", "content", "document"]
Action = Literal["none", "label", "verify", "limit", "remove", "suspend", "close", "bar"]

TIERS: tuple[Tier, ...] = ("confirmed", "likely", "possible", "inconclusive")
"""Strongest first. `confirmed` belongs to people: no detector may say it."""

CLASSES: tuple[EvidenceClass, ...] = (
    "identity", "device", "network", "profile", "behaviour", "graph", "content", "document",
)  # fmt: skip

ACTIONS: tuple[Action, ...] = ("none", "label", "verify", "limit", "remove", "suspend", "close", "bar")
"""What may be done, mildest first."""

VIOLATIONS: Mapping[str, str] = {
    "reincarnation": "1 reincarnation",
    "name_violation": "2 account information",
    "impersonation": "2 account information",
    "unqualified_professional": "2 account information",
    "fake_follower": "3 fake followers",
    "inflated_audience": "3 fake followers",
    "bought_audience": "3 fake followers",
    "zombie": "3 fake followers",
    "clickbait": "4 malicious marketing",
    "trend_hijack": "4 malicious marketing",
    "vulgarity": "4 malicious marketing",
    "pile_on": "4 malicious marketing",
    "fabricated_quote": "4 malicious marketing",
    "coordination": "4 malicious marketing",
    "account_trade": "5 game accounts",
    "account_sharing": "5 game accounts",
    "minor_unprotected": "5 game accounts",
    "orphaned_institution": "6 institutions",
    "duplicate_institution": "6 institutions",
    "report_abuse": "whole process",
    "stale_check": "whole process",
}
"""The closed vocabulary of findings: violation to the seed area it belongs to."""

SEEDS: tuple[str, ...] = tuple(dict.fromkeys(VIOLATIONS.values()))

_time = pa.timestamp("us", tz="UTC")

FINDINGS = pa.schema(
    [
        ("finding_id", pa.string()),
        ("violation", pa.string()),
        ("detector", pa.string()),
        ("detector_version", pa.string()),
        ("account_id", pa.string()),
        ("subject_kind", pa.string()),
        ("subject_id", pa.string()),
        ("related", pa.list_(pa.string())),
        ("group", pa.string()),
        ("score", pa.float64()),
        ("tier", pa.string()),
        ("classes", pa.list_(pa.string())),
        ("says", pa.string()),
        ("facts", pa.string()),
        ("first_at", _time),
        ("last_at", _time),
        ("scope", pa.string()),
    ]
)
"""One row a claim. `facts` is a JSON object; `group` is the ring's id or null; `scope` is the one part of the account it
speaks of, such as the professional field `medicine`, or null for all of it."""

DECISIONS = pa.schema(
    [
        ("decision_id", pa.string()),
        ("account_id", pa.string()),
        ("violation", pa.string()),
        ("action", pa.string()),
        ("rule", pa.string()),
        ("review", pa.bool_()),
        ("why", pa.string()),
        ("tier", pa.string()),
        ("score", pa.float64()),
        ("classes", pa.list_(pa.string())),
        ("finding_ids", pa.list_(pa.string())),
        ("expires_at", _time),
        ("policy", pa.string()),
        ("policy_version", pa.string()),
        ("decided_by", pa.string()),
        ("scope", pa.string()),
    ]
)
"""One row an account, violation and scope: what the policy proposes, never what was done. A proposal reaches no further than
its findings: with a `scope` it concerns that part of the account only, and the rest goes on."""

RINGS = pa.schema(
    [
        ("group", pa.string()),
        ("violation", pa.string()),
        ("size", pa.int64()),
        ("evidence", pa.string()),
        ("members", pa.list_(pa.string())),
    ]
)
"""One row a ring. `evidence` is JSON: detector, says, first_at, last_at and `links`, a list of
`{"kind": fact name, "value": text, "members": [account ids]}`: what ties the members together."""
