"""Deciding: cases, leases, actions, counts, policies, halts and batches."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _texts(*names: str) -> list[sa.Column]:
    return [sa.Column(n, sa.Text, nullable=False) for n in names]


def _numbers(*names: str) -> list[sa.Column]:
    return [sa.Column(n, sa.BigInteger, nullable=False) for n in names]


def _key(name: str, kind: type = sa.Text) -> sa.Column:
    return sa.Column(name, kind, primary_key=True)


def _float(name: str) -> sa.Column:
    return sa.Column(name, sa.Float, nullable=False)


def upgrade() -> None:
    """Make the tables; they start empty, as the ledger has nothing about them yet."""
    op.create_table(
        "cases",
        _key("case_id"),
        *_texts(
            "kind", "account_id", "about", "proposal", "violation", "scope", "rule", "policy", "version_of_policy",
            "action", "why", "level", "status", "claimed_by", "last_by", "last_did", "opinions",
        ),
        *_numbers("version", "opened_us", "last_us", "until_us"),
        _float("score"),
    )  # fmt: skip
    op.create_index("cases_to_work_on", "cases", ["status", "level", "opened_us"])
    op.create_index("cases_of_an_account", "cases", ["account_id"])
    op.create_table("leases", _key("case_id"), *_texts("by"), *_numbers("until_us"))
    op.create_table(
        "actions",
        _key("decision_id"),
        *_texts("account_id", "action", "scope", "rule", "batch", "undoes", "root", "detail"),
        *_numbers("due_us", "not_before_us", "until_us", "position", "handed"),
    )
    op.create_index("actions_of_a_batch", "actions", ["batch"])
    op.create_index("actions_that_rest", "actions", ["root"])
    op.create_index("actions_in_order", "actions", ["position"])
    op.create_index("actions_to_hand_over", "actions", ["handed", "not_before_us"])
    op.create_table("caps_used", _key("day", sa.BigInteger), _key("kind"), _key("name"), *_numbers("used"))
    op.create_table(
        "policy_state",
        _key("policy"),
        _key("version"),
        *_texts("stage", "author", "approver", "sha256", "sealed", "asked_by"),
        *_numbers("ends_us", "since_us"),
        _float("share"),
    )
    op.create_table("halts", _key("rule"), *_texts("by", "why"), *_numbers("since_us"))
    op.create_table(
        "batches",
        _key("batch_id"),
        *_texts("status", "token", "plan", "rule", "by", "second", "why"),
        *_numbers("size", "canary", "done", "failed", "planned_us", "hold_us", "taken_back"),
    )
