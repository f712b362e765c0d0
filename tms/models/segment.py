"""Segments and every wording their source has had."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from tms.models.columns import JsonValue, now, word_type
from tms.values import Kind, Level


class Segment(SQLModel, table=True):
    """A paragraph-like unit; `position` is null when it left the article, `version` is the current wording's number.

    A segment of kind `local` exists only in one `language` and stands after the segment `after_key`.
    """

    __table_args__ = (UniqueConstraint("article_id", "key"), Index("ix_segment_order", "article_id", "position"))

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    key: str = Field(max_length=20)
    kind: Kind = Field(default=Kind.PARAGRAPH, sa_type=word_type(Kind))
    position: int | None = None
    version: int = 1
    language: str | None = Field(default=None, max_length=20)
    after_key: str | None = Field(default=None, max_length=20)


class SourceVersion(SQLModel, table=True):
    """One wording of a segment's source, with the level of change since the wording before; never overwritten."""

    __tablename__ = "source_version"
    __table_args__ = (UniqueConstraint("segment_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    segment_id: int = Field(foreign_key="segment.id")
    number: int
    text: str
    level: Level = Field(default=Level.NONE, sa_type=word_type(Level))
    reasons: list[str] = Field(default_factory=list, sa_type=JsonValue)
    set_by_person: bool = False
    article_revision_id: int | None = Field(default=None, foreign_key="article_revision.id")
    created_at: datetime = Field(default_factory=now)
