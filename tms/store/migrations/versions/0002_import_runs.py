"""Imports as wholes that can be undone."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; the earlier revisions of an article know no keys, they are found by pairing."""
    op.create_table(
        "import_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("undone_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_import_run_member_id_member")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_import_run_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
    )
    op.create_index("ix_import_run_project_id", "import_run", ["project_id"], unique=False)
    # Not in batches: those make a table anew, which SQLite refuses where other rows point to it.
    op.add_column("article", sa.Column("withdrawn_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.create_table(
        "import_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("translation_id", sa.Integer(), nullable=False),
        sa.Column("place", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_import_note_article_id_article")),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_import_note_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(
            ["translation_id"], ["translation.id"], name=op.f("fk_import_note_translation_id_translation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_note")),
    )
    op.create_index("ix_import_note_import_run_id", "import_note", ["import_run_id"], unique=False)
    op.add_column(
        "article",
        sa.Column("group_key", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=""),
    )
    op.add_column(
        "article", sa.Column("site_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="")
    )
    op.execute(
        "ALTER TABLE article_revision ADD COLUMN import_run_id INTEGER "
        "CONSTRAINT fk_article_revision_import_run_id_import_run REFERENCES import_run (id)"
    )
    op.create_index("ix_article_revision_import_run_id", "article_revision", ["import_run_id"], unique=False)
    op.add_column(
        "article_revision",
        sa.Column("format", sqlmodel.sql.sqltypes.AutoString(length=30), nullable=False, server_default=""),
    )
    for name in ("address", "site_id"):
        op.add_column(
            "article_revision",
            sa.Column(name, sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=""),
        )
    op.add_column("article_revision", sa.Column("revives", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("article_revision", sa.Column("keys", sa.JSON(), nullable=False, server_default="[]"))
