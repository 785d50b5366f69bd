"""The work: jobs, what is handed to the platform, webhooks and their receipts, what was set aside, and when accounts are due."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0007"
branch_labels = None
depends_on = None

_POSITION = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OPEN = sa.text("turn_us IS NOT NULL")
_WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "jobs",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("key", sa.Text),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("due_at_us", sa.BigInteger, nullable=False),
        sa.Column("turn_us", sa.BigInteger),
        sa.Column("made_at_us", sa.BigInteger, nullable=False),
        sa.Column("ended_at_us", sa.BigInteger),
        sa.Column("lease_until_us", sa.BigInteger),
        sa.Column("lease_by", sa.Text),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("wakes", sa.Integer, nullable=False),
        sa.Column("last_error", sa.Text),
        sa.UniqueConstraint("key", name="one_job_a_key"),
    )
    op.create_index("jobs_in_turn", "jobs", ["priority", "turn_us", "id"], sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.create_index("jobs_by_state", "jobs", ["state", "made_at_us"])
    op.create_table(
        "cursors",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "dead_letters",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("ended_at_us", sa.BigInteger),
    )
    op.create_index("dead_letters_by_state", "dead_letters", ["state", "at_us"])
    op.create_table(
        "endpoints",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("kinds", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("former_until_us", sa.BigInteger),
        sa.Column("failing_since_us", sa.BigInteger),
        sa.Column("made_at_us", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "handed",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("account_id", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("settled_at_us", sa.BigInteger),
        sa.Column("lease_until_us", sa.BigInteger),
        sa.Column("lease_by", sa.Text),
        sa.UniqueConstraint("number", name="one_handed_a_number"),
    )
    op.create_index("handed_of_an_account", "handed", ["account_id", "number"])
    op.create_index("handed_and_waiting", "handed", ["number"], sqlite_where=_WAITING, postgresql_where=_WAITING)
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("endpoint", sa.Text, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("made_at_us", sa.BigInteger, nullable=False),
        sa.Column("ended_at_us", sa.BigInteger),
        sa.UniqueConstraint("endpoint", "number", name="one_delivery_a_number"),
    )
    op.create_index("deliveries_in_turn", "deliveries", ["endpoint", "state", "number"])
    op.create_table(
        "receipts",
        sa.Column("number", _POSITION, primary_key=True, autoincrement=True),
        sa.Column("delivery", sa.Text, nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("took_us", sa.BigInteger, nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
    )
    op.create_index("receipts_of_a_delivery", "receipts", ["delivery", "number"])
    op.create_table(
        "account_dates",
        sa.Column("account_id", sa.Text, primary_key=True),
        sa.Column("date_us", sa.BigInteger),
        sa.Column("notice_us", sa.BigInteger),
    )
    op.create_index("accounts_by_date", "account_dates", ["date_us"])
    op.create_index("accounts_by_notice", "account_dates", ["notice_us"])
