"""A title to show in place of one that may hurt to read."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column(
        "article",
        sa.Column("neutral_title", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=""),
    )
