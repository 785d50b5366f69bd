"""The tables of deciding: what the ledger says about cases, actions, counts, policies, halts and batches, ready to be asked.

All but `leases` can be rebuilt from the ledger and then are the same, row by row. Where an account stands is no table: its life is folded.
"""

from __future__ import annotations

import sqlalchemy as sa

from aboveboard.store.schema import METADATA

__all__ = [
    "ACTIONS",
    "BATCHES",
    "CAPS_USED",
    "CASES",
    "CHECKS",
    "CLAIMS",
    "GOLDEN",
    "HALTS",
    "LEASES",
    "POLICY_STATE",
    "REBUILT",
]


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, default="")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, default=0)


CASES = sa.Table(
    "cases",
    METADATA,
    sa.Column("case_id", sa.Text, primary_key=True),
    *(_text(n) for n in ("kind", "account_id", "about", "proposal", "violation", "scope", "rule", "policy", "version_of_policy")),
    *(_text(n) for n in ("action", "why", "level", "status", "claimed_by", "last_by", "last_did", "opinions")),
    *(_number(n) for n in ("version", "opened_us", "last_us", "until_us")),
    sa.Column("score", sa.Float, nullable=False, default=0.0),
    sa.Index("cases_to_work_on", "status", "level", "opened_us"),
    sa.Index("cases_of_an_account", "account_id"),
    sa.Index("cases_by_state", "status", "kind", "case_id"),
)  # fmt: skip
"""What waits for a person. `kind` is `proposal`, `appeal` or one of `CHECKS`; `about` the decision it is to become, or that is appealed, or the case that is looked at again; `version` counts
what happened to it; `opinions` is JSON: who said what while it takes two; `until_us` is when a held case, or a hearing, comes back."""

CHECKS = ("golden", "second")
"""Kinds of cases that were decided before and come back: with a known answer, or for a second look."""

LEASES = sa.Table("leases", METADATA, sa.Column("case_id", sa.Text, primary_key=True), _text("by"), _number("until_us"))
"""Who is working on a case, as long as they say so. It is no history: the ledger has who claimed what."""

ACTIONS = sa.Table(
    "actions",
    METADATA,
    sa.Column("decision_id", sa.Text, primary_key=True),
    *(_text(n) for n in ("account_id", "action", "scope", "rule", "batch", "undoes", "root", "detail")),
    *(_number(n) for n in ("due_us", "not_before_us", "until_us", "position", "handed")),
    sa.Index("actions_of_a_batch", "batch"),
    sa.Index("actions_that_rest", "root"),
    sa.Index("actions_in_order", "position"),
    sa.Index("actions_to_hand_over", "handed", "not_before_us"),
)
"""What the platform is to do, once for each decision id. `undoes` names the decision that is taken back, `root` the one that this rests on; `detail` is a sealed digest, `handed` 1
once it is with the platform."""

CAPS_USED = sa.Table(
    "caps_used",
    METADATA,
    sa.Column("day", sa.BigInteger, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    _number("used"),
)
"""How often something was done a day (days since 1970, UTC): `rule`, `action`, `appeal`, `overturned`, `shadow`."""

POLICY_STATE = sa.Table(
    "policy_state",
    METADATA,
    sa.Column("policy", sa.Text, primary_key=True),
    sa.Column("version", sa.Text, primary_key=True),
    *(_text(n) for n in ("stage", "author", "approver", "sha256", "sealed", "asked_by")),
    *(_number(n) for n in ("ends_us", "since_us")),
    sa.Column("share", sa.Float, nullable=False, default=0.0),
)
"""Each version of a policy and how far it has come."""

HALTS = sa.Table(
    "halts", METADATA, sa.Column("rule", sa.Text, primary_key=True), _text("by"), _text("why"), _number("since_us")
)
"""Rules that only propose; `*` is all of them."""

BATCHES = sa.Table(
    "batches",
    METADATA,
    sa.Column("batch_id", sa.Text, primary_key=True),
    *(_text(n) for n in ("status", "token", "plan", "rule", "by", "second", "why")),
    *(_number(n) for n in ("size", "canary", "done", "failed", "planned_us", "hold_us", "taken_back")),
)
"""One decision over many accounts: planned, running, in its canary, done, cancelled, stopped or reversed, and how far."""

GOLDEN = sa.Table(
    "golden_cases",
    METADATA,
    sa.Column("case_id", sa.Text, primary_key=True),
    *(_text(n) for n in ("account_id", "violation", "action", "by", "second", "status")),
    _number("since_us"),
)
"""Decided cases whose answer is known: `action` is right. `status` is `asked` until a second person agrees, then `golden`; `retired` is drawn no more."""

CLAIMS = sa.Table(
    "claims",
    METADATA,
    sa.Column("claim_id", sa.Text, primary_key=True),
    *(_text(n) for n in ("kind", "account_id", "wish", "party", "status", "outcome", "led_to", "text", "opinions")),
    *(_number(n) for n in ("version", "opened_us", "last_us")),
    sa.Index("claims_to_work_on", "status", "opened_us"),
)
"""Claims from outside: `kind` is `imitated` or `institution`; `status` is `open`, `second` once one person spoke, then `decided`; `text` the sealed answer,
`led_to` the decision or the plan that it became."""

REBUILT = (CASES, ACTIONS, CAPS_USED, POLICY_STATE, HALTS, BATCHES, GOLDEN, CLAIMS)
"""What is rebuilt from the ledger."""
