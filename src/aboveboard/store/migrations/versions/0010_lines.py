"""The console: lines of the queue, and golden cases."""

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
