"""Words that a project knows, and where the translations of an article stand on the site."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "known_word",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("language", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("member_id", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_known_word_member_id_member")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_known_word_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_word")),
        sa.UniqueConstraint("project_id", "language", "text", name=op.f("uq_known_word_project_id")),
    )
    _move_rules()
    op.add_column("article", sa.Column("addresses", sa.JSON(), nullable=False, server_default="{}"))


def _move_rules() -> None:
    """House rules are stored as the tables of project.toml that they come from."""
    project = sa.table("project", sa.column("id", sa.Integer), sa.column("policy", sa.JSON))
    connection = op.get_bind()
    for row in connection.execute(sa.select(project)).all():
        rules = dict(row.policy)
        if "term_repetition" in rules:
            rules["terms"] = {"repetition": rules.pop("term_repetition")}
            connection.execute(sa.update(project).where(project.c.id == row.id).values(policy=rules))
