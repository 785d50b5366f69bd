"""The staff: people, machine tokens, what they prove themselves by, who is logged in, and tries that did not succeed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "staff_people",
        sa.Column("name", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("state", "roles", "scope", "added_by")),
        sa.Column("added_at_us", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.BigInteger) for name in ("joined_at_us", "left_at_us", "used_at_us")),
    )
    op.create_table(
        "staff_tokens",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("permissions", "made_by")),
        *(sa.Column(n, sa.BigInteger, nullable=False) for n in ("made_at_us", "expires_at_us", "per_second", "burst")),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("flagged_at_us", sa.BigInteger),
    )
    op.create_table(
        "staff_secrets",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("owner", "value")),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("counter", "made_at_us")),
        sa.Column("expires_at_us", sa.BigInteger),
        sa.Column("used_day", sa.Text),
    )
    op.create_index("staff_secrets_of_an_owner", "staff_secrets", ["owner", "kind"])
    op.create_table(
        "staff_sessions",
        sa.Column("digest", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("person", "way")),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("made_at_us", "seen_at_us", "ends_at_us")),
    )
    op.create_index("staff_sessions_of_a_person", "staff_sessions", ["person"])
    op.create_table(
        "staff_tries",
        sa.Column("subject", sa.Text, primary_key=True),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("failures", "last_at_us", "until_us")),
    )
    op.create_table(
        "staff_ceremonies",
        sa.Column("digest", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "person")),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("made_at_us", "ends_at_us")),
    )
