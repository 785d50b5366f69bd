"""The console: rulings that have not left yet, what was handed in from outside, and how each person works."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0005"
branch_labels = None
depends_on = None


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(n, sa.Text, nullable=False) for n in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(n, sa.BigInteger, nullable=False) for n in names]


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "rulings",
        sa.Column("key", sa.Text, primary_key=True),
        *_texts("decision_id", "case_id", "account_id", "by", "status", "led_to", "body"),
        *_numbers("version", "kept_us", "leaves_us"),
    )
    op.create_index("rulings_to_leave", "rulings", ["status", "leaves_us"])
    op.create_index("rulings_of_a_case", "rulings", ["case_id"])
    op.create_table(
        "handed_in",
        sa.Column("key", sa.Text, primary_key=True),
        *_texts("reference", "kind", "about", "account_id", "sealed", "link"),
        *_numbers("at_us", "due_us"),
    )
    op.create_index("handed_in_about", "handed_in", ["about"])
    op.create_table(
        "own_settings",
        *(sa.Column(n, sa.Text, primary_key=True) for n in ("person", "kind", "name")),
        *_texts("body"),
    )
