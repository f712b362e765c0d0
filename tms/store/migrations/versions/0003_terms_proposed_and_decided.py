"""Types of concepts, proposals and decisions, waivers for one place."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; every concept of before is a term that is spelt out where it stands first."""
    op.add_column("concept", sa.Column("type", sa.String(length=16), nullable=False, server_default="term"))
    op.add_column("concept", sa.Column("first_mention", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("concept", sa.Column("decided_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column("waiver", sa.Column("start", sa.Integer(), nullable=True))
    op.create_table(
        "term_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_language", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("language", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("target", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("segment_id", sa.Integer(), nullable=True),
        sa.Column("member_id", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_term_proposal_member_id_member")),
        sa.ForeignKeyConstraint(["segment_id"], ["segment.id"], name=op.f("fk_term_proposal_segment_id_segment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term_proposal")),
    )
    op.create_index("ix_term_proposal_segment_id", "term_proposal", ["segment_id"], unique=False)
    op.create_table(
        "term_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("concept_id", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("summary", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("before", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("after", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("proposal_id", sa.Integer(), nullable=True),
        sa.Column("member_id", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_term_decision_member_id_member")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["term_proposal.id"], name=op.f("fk_term_decision_proposal_id_term_proposal")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term_decision")),
    )
    op.create_index("ix_term_decision_concept_id", "term_decision", ["concept_id"], unique=False)
    op.create_index("ix_term_decision_proposal_id", "term_decision", ["proposal_id"], unique=False)
