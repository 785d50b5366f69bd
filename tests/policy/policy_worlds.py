"""Small findings, accounts and policies for the tests of this room."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa

from aboveboard.core import FINDINGS
from aboveboard.policy import load_policy
from aboveboard.tables import TABLES

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)


def findings_of(*rows):
    """A findings table from rows that say only what matters to the test."""
    whole = [
        {
            "finding_id": f"f{n:04}",
            "violation": "impersonation",
            "detector": "posing_name",
            "detector_version": "1",
            "account_id": "a1",
            "subject_kind": "account",
            "subject_id": row.get("account_id", "a1"),
            "related": [],
            "group": None,
            "score": 0.9,
            "tier": "likely",
            "classes": ["profile", "behaviour"],
            "says": "x",
            "facts": "{}",
            **row,
        }
        for n, row in enumerate(rows)
    ]
    return pa.Table.from_pylist(whole, schema=FINDINGS)


def accounts_of(*rows, size=0):
    """An accounts table in the contract's schema; `size` adds bystanders."""
    whole = [{"handle": r["account_id"], "created_at": AS_OF - timedelta(days=400), **r} for r in rows]
    whole += [{"account_id": f"z{n}", "handle": f"z{n}"} for n in range(size)]
    return pa.Table.from_pylist(whole, schema=TABLES["accounts"].schema)


def rule_text(name="r", when="true", action="verify", **over):
    """One rule as TOML; a key set to None is left out."""
    keys = {
        "name": f'"{name}"',
        "when": f"'''{when}'''",
        "action": f'"{action}"',
        "why": '"Because."',
        "expires": '"30d"',
        "cap": "{ per_day = 1000, share = 1 }",
        **over,
    }
    return "[[rule]]\n" + "".join(f"{k} = {v}\n" for k, v in keys.items() if v is not None)


def policy_text(*rules, head=""):
    """A whole policy as TOML."""
    return f'name = "test"\nversion = "1"\nowner = "Team"\n{head}\n' + "\n".join(rules)


def policy_of(*rules, head="", **options):
    """A loaded policy."""
    return load_policy(policy_text(*rules, head=head), **options)
