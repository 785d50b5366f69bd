"""The console: lines of the queue, golden cases and claims."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(n, sa.Text, nullable=False) for n in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(n, sa.BigInteger, nullable=False) for n in names]


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "case_lines",
        sa.Column("case_id", sa.Text, primary_key=True),
        *_texts("account_id", "tier", "language", "ring", "detector", "classes", "name", "handle", "says", "search"),
        *_numbers("due_us", "size", "first_us", "erased"),
        sa.Column("score", sa.Float, nullable=False),
    )
    op.create_index("lines_of_an_account", "case_lines", ["account_id"])
    op.create_index("lines_of_a_ring", "case_lines", ["ring"])
    op.create_table(
        "golden_cases",
        sa.Column("case_id", sa.Text, primary_key=True),
        *_texts("account_id", "violation", "action", "by", "second", "status"),
        *_numbers("since_us"),
    )
    op.create_table(
        "claims",
        sa.Column("claim_id", sa.Text, primary_key=True),
        *_texts("kind", "account_id", "wish", "party", "status", "outcome", "led_to", "text", "opinions"),
        *_numbers("version", "opened_us", "last_us"),
    )
    op.create_index("claims_to_work_on", "claims", ["status", "opened_us"])
