"""Indexes by which a page of the queue, and the place of a case in it, are found without reading every line."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("lines_in_order", "case_lines", ["due_us", "case_id", "erased"])
    op.create_index("cases_by_state", "cases", ["status", "kind", "case_id"])
