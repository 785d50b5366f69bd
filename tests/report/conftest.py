"""A small scan's result, drawn by hand: every violation, long lists, rings with and without links, hostile text."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import numpy as np
import pyarrow as pa
import pytest

from aboveboard.core import DECISIONS, FINDINGS, RINGS, VIOLATIONS

AS_OF = datetime(2026, 6, 30, 12, 0, tzinfo=UTC)
HOSTILE = (
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "' autofocus onfocus=window.hit=1 x='",
    "javascript:window.hit=1",
    "{{ 7*7 }}{% raw %}",
    "</template></title></style><b>",
    "<!-- <script> \u2028 \u2029",
    "\u202egnp.exe\u202c pay\u200bpal",
    "\x00\x07 bell \ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "&lt;b&gt; &amp;",
    "]]>",
    "وزارة الصحة الرسمية",
    "人民日报の官方",
)
SENTENCES = {
    "posing_name": "The name {name} reads like {organisation}, and the account is not its official one.",
    "registration_burst": "{count} accounts signed up within {minutes} minutes from one network; the usual number is {usual}.",
    "dormant": "Nothing was done for {days} days.",
    "copied_text": "{count} accounts posted the same text within {minutes} minutes: {text}",
    "returning_account": "The name {name} belonged to {closed}, closed and still barred.",
}
VIOLATION = {
    "posing_name": "impersonation",
    "registration_burst": "fake_follower",
    "dormant": "zombie",
    "copied_text": "coordination",
    "returning_account": "reincarnation",
}


@pytest.fixture(scope="session")
def detectors():
    return {
        name: {
            "about": f"Why {name} works, in a sentence or two that an operator can follow.",
            "mistakes": [
                {"says": "Two people can share a common name.", "guard": "A second class of evidence is asked for."},
                {"says": "A family signs up from one home.", "guard": "A network alone never counts as likely."},
            ],
            "references": ["Unicode Technical Standard 39", "https://example.org/paper"],
            "says": SENTENCES[name],
            "violation": VIOLATION[name],
        }
        for name in SENTENCES
    }


def blanks(detector: str, number: int) -> dict[str, object]:
    name = HOSTILE[number % len(HOSTILE)]
    return {
        "posing_name": {"name": name, "organisation": "Ministry of Health", "path": "NFKC, skeleton", "distance": 0.0},
        "registration_burst": {"count": 40 + number % 7, "minutes": 12, "usual": 1.25, "network": "192.0.2.0/24"},
        "dormant": {"days": 420 + number, "posts": 0},
        "copied_text": {
            "count": 18,
            "minutes": 9,
            "text": name + " 今天大家一起转发这条消息",
            "accounts": [f"a{i}" for i in range(14)],
        },
        "returning_account": {"name": name, "closed": f"c{number}", "shared": ["device", "email"], "days_since": 3},
    }[detector]


def finding(number: int, detector: str, tier: str, score: float, group: str | None, days: float) -> dict[str, object]:
    facts = blanks(detector, number)
    began = AS_OF - timedelta(days=days)
    return {
        "finding_id": f"f{number:07d}",
        "violation": VIOLATION[detector],
        "detector": detector,
        "detector_version": "1",
        "account_id": f"acc-{number}",
        "subject_kind": "account",
        "subject_id": f"acc-{number}",
        "related": [f"rel-{number}-{i}" for i in range(number % 20)],
        "group": group,
        "score": score,
        "tier": tier,
        "classes": ["profile", "network"] if number % 2 else ["behaviour"],
        "says": SENTENCES[detector].format(**facts),
        "facts": json.dumps(facts),
        "first_at": began,
        "last_at": began + timedelta(hours=5),
    }


def decision(row: dict[str, object]) -> dict[str, object]:
    return {
        "decision_id": "d-" + str(row["finding_id"]),
        "account_id": row["account_id"],
        "violation": row["violation"],
        "action": "verify" if row["tier"] == "likely" else "label",
        "rule": "two-classes",
        "review": row["tier"] == "likely",
        "why": "Two independent classes of evidence agree.",
        "tier": row["tier"],
        "score": row["score"],
        "classes": row["classes"],
        "finding_ids": [row["finding_id"]],
        "expires_at": AS_OF + timedelta(days=30),
        "policy": "sample",
        "policy_version": "3",
        "decided_by": "policy",
    }


def ring(number: int, size: int, links: int) -> dict[str, object]:
    rng = np.random.default_rng(number)
    members = [f"acc-{number * 100 + i}" for i in range(size)]
    kinds = ("network", "device", "text", "followed_account", "email")
    shared = [
        {
            "kind": kinds[i % 5],
            "value": HOSTILE[(number + i) % len(HOSTILE)] if i == 2 else f"192.0.2.{i}",
            "members": sorted(rng.choice(members, max(2, int(size * rng.uniform(0.3, 0.9))), replace=False).tolist()),
        }
        for i in range(links)
    ]
    evidence = {"detector": "copied_text", "says": f"{size} accounts posted the same text.", "links": shared}
    return {
        "group": f"ring-{number}",
        "violation": ("coordination", "fake_follower")[number % 2],
        "size": size,
        "evidence": json.dumps(evidence),
        "members": members,
    }


@pytest.fixture(scope="session")
def rows():
    rng = np.random.default_rng(7)
    names = tuple(SENTENCES)
    tiers = ("likely", "possible", "inconclusive")
    return [
        finding(
            i,
            names[i % 5],
            tiers[int(rng.choice(3, p=[0.4, 0.45, 0.15]))],
            round(float(rng.uniform(0.05, 0.99)), 4),
            f"ring-{i % 14}" if names[i % 5] in {"copied_text", "registration_burst"} else None,
            float(rng.gamma(2.0, 40.0)) if i % 5 != 2 else float(rng.uniform(400, 2000)),
        )
        for i in range(430)
    ]


@pytest.fixture(scope="session")
def findings(rows):
    return pa.Table.from_pylist(rows, schema=FINDINGS)


@pytest.fixture(scope="session")
def decisions(rows):
    return pa.Table.from_pylist([decision(r) for r in rows if r["tier"] != "inconclusive"], schema=DECISIONS)


@pytest.fixture(scope="session")
def rings():
    shapes = (
        (160, 1),
        (58, 2),
        (44, 3),
        (36, 5),
        (30, 4),
        (28, 1),
        (22, 9),
        (18, 2),
        (15, 3),
        (12, 2),
        (9, 1),
        (8, 0),
        (6, 1),
        (4, 1),
    )
    return pa.Table.from_pylist([ring(i, *shape) for i, shape in enumerate(shapes)], schema=RINGS)


@pytest.fixture(scope="session")
def pictures():
    """Two targets with hostile names and their followers; an audience by day, and one whose attention nobody knows."""
    arrivals = [
        {"account_id": f"acc-{t}", "handle": HOSTILE[t], "place": n + 1, "came_s": 1.7e9 + n * 900, "born_s": 1.6e9 + (n % 3) * t * 9e6, "member": n % 3 == 0, "many": 900}
        for t in (0, 1)
        for n in range(60)
    ]  # fmt: skip
    growth = [
        {"account_id": f"acc-{t}", "handle": HOSTILE[t + 2], "period": "day", "start_s": 1700006400 + n * 86400, "end_s": 1700092800 + n * 86400,
         "gained": 400.0 if n == 9 else 5.0, "usual": 4.0, "explained": 100.0 if n == 9 else 0.0, "known": t, "inside": int(n == 9)}
        for t in (0, 1)
        for n in range(30)
    ]  # fmt: skip
    return {"arrivals": pa.Table.from_pylist(arrivals), "growth": pa.Table.from_pylist(growth)}


@pytest.fixture(scope="session")
def summary(rows):
    assert {r["violation"] for r in rows} <= set(VIOLATIONS)
    return {
        "program": "0.1.0",
        "as_of": AS_OF.isoformat(),
        "world": "demo <world>",
        "tables": {"accounts": 20000, "follows": 181234, "posts": 53000},
        "rejected": {"posts": 3},
        "warnings": ["accounts: column favourite_colour is not in the contract and was left out"],
        "skipped": {"closed_institution": "needs organisations"},
        "counts": {},
        "detectors": [
            {"name": n, "version": "1", "violation": VIOLATION[n], "seconds": 0.5, "peak_mb": 120.5, "findings": 86}
            for n in SENTENCES
        ],
        "decisions": {"verify": 170, "label": 190},
        "policy": {"name": "sample", "version": "3"},
        "seconds": 7.25,
        "peak_mb": 410.0,
        "seed": 0,
        "engine": "duckdb",
    }
