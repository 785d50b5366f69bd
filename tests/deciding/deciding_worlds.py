"""Small worlds for deciding: a policy, findings about accounts, and sittings on a day."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa

from aboveboard.core import FINDINGS
from aboveboard.deciding.evidence import Found
from aboveboard.deciding.policy_life import adopt
from aboveboard.deciding.sitting import sit
from aboveboard.policy import load_policy
from aboveboard.tables import TABLES

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
ANNA, BORIS, CHEN, DANA = "person:anna", "person:boris", "person:chen", "person:dana"

RULES = """
name = "small"
version = "1"
owner = "the team"

[caps]
limit = { per_day = 40, share = 1.0 }

[[rule]]
name = "made_to_follow"
when = 'violation == "fake_follower"'
action = "limit"
expires = "30d"
cap = { per_day = 30, share = 0.5 }
why = "Your account follows in step with many others."

[[rule]]
name = "not_counted"
when = 'violation == "inflated_audience"'
action = "remove"
expires = "90d"
cap = { per_day = 50, share = 1.0 }
why = "Some of your followers are not real. You are not accused of anything."

[[rule]]
name = "came_back"
when = 'violation == "reincarnation"'
action = "close"
review = true
expires = "90d"
cap = { per_day = 50, share = 1.0 }
why = "Your account looks like one that was closed."

[[rule]]
name = "in_concert"
when = 'violation == "coordination"'
action = "label"
why = "Copies are shown as one."

[[rule]]
name = "poses"
when = 'violation == "impersonation"'
action = "close"
review = true
expires = "90d"
cap = { per_day = 50, share = 1.0 }
why = "Your account looks like somebody else's."
"""
POLICY = load_policy(RULES)


def day(count):
    return START + timedelta(days=count)


def finding(account, violation="fake_follower", number=1, **more):
    row = {
        "finding_id": f"{violation}-{account}-{number}",
        "violation": violation,
        "detector": "bulk_accounts",
        "detector_version": "1",
        "account_id": account,
        "subject_kind": "account",
        "subject_id": account,
        "related": [],
        "group": None,
        "score": 0.9,
        "tier": "likely",
        "classes": ["behaviour", "profile"],
        "says": "a sentence",
        "facts": "{}",
        "first_at": START - timedelta(days=9),
        "last_at": START - timedelta(days=1),
        "scope": None,
    }
    return {**row, **more}


def account(name, **more):
    row = {
        "account_id": name,
        "handle": name,
        "created_at": START - timedelta(days=400),
        "followers": 20,
        "kind": "personal",
    }
    return {**row, **more}


def found(*findings, accounts=(), at=0, population=1000):
    told = {a["account_id"]: a for a in accounts}
    names = dict.fromkeys([*(f["account_id"] for f in findings if f["account_id"]), *told])
    rows = [told.get(n) or account(n) for n in names]
    return Found(
        pa.Table.from_pylist(list(findings), schema=FINDINGS),
        pa.Table.from_pylist(rows, schema=TABLES["accounts"].schema),
        day(at),
        population=population,
    )


def opened(ledger, text=RULES):
    """Put the small policy live on the first day."""
    with sit(ledger, day(-1)) as s:
        adopt(s, text, day(300))
    return load_policy(text)
