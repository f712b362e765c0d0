"""Articles and the exact bytes of each of their versions."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from tms.models.columns import now


class Article(SQLModel, table=True):
    """One source text in a project; `next_key` is the number of the next segment key, never given twice."""

    __table_args__ = (UniqueConstraint("project_id", "slug"),)

    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    slug: str = Field(max_length=200)
    format: str = Field(max_length=30)
    title: str = ""
    address: str = ""
    label: str = ""
    embargo_until: datetime | None = None
    next_key: int = 1
    created_at: datetime = Field(default_factory=now)


class ArticleRevision(SQLModel, table=True):
    """The exact bytes of an article as it came in; the skeleton is parsed from them whenever it is needed."""

    __tablename__ = "article_revision"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    number: int
    data: bytes
    sha256: str = Field(max_length=64)
    member_id: str = Field(foreign_key="member.id", max_length=32)
    created_at: datetime = Field(default_factory=now)


class Assignment(SQLModel, table=True):
    """Who translates an article into a language, and by when."""

    __table_args__ = (UniqueConstraint("article_id", "language"),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    language: str = Field(max_length=20)
    member_id: str = Field(foreign_key="member.id", max_length=32)
    due: date | None = None


class Publication(SQLModel, table=True):
    """An export that passed the gate: from then on the pipeline may have put the article on the site."""

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    language: str = Field(max_length=20)
    format: str = Field(max_length=30)
    sha256: str = Field(max_length=64)
    member_id: str = Field(foreign_key="member.id", max_length=32)
    at: datetime = Field(default_factory=now)
