"""Privacy: the made-up names under which the ledger knows its subjects."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "aliases",
        sa.Column("subject", sa.Text, primary_key=True),
        sa.Column("alias", sa.Text, nullable=False),
        sa.UniqueConstraint("alias", name="one_subject_an_alias"),
    )
