"""Articles and the exact bytes of each of their versions."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from tms.models.columns import JsonValue, now


class Article(SQLModel, table=True):
    """One source text in a project; `next_key` is the number of the next segment key, never given twice.

    `address` is where it stands on its site, `addresses` where its translations do, by language; `site_id` is host and
    post number there ("example.org#12"), `group_key` what its translations on the site have in common with it. `label`
    says what may hurt to read in it, with commas between, and `neutral_title` is shown in place of its title. It is
    withdrawn when the import that brought it was undone.
    """

    __table_args__ = (UniqueConstraint("project_id", "slug"),)

    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    slug: str = Field(max_length=200)
    format: str = Field(max_length=30)
    title: str = ""
    address: str = ""
    addresses: dict[str, str] = Field(default_factory=dict, sa_type=JsonValue)
    site_id: str = ""
    group_key: str = ""
    label: str = ""
    neutral_title: str = ""
    embargo_until: datetime | None = None
    next_key: int = 1
    withdrawn_at: datetime | None = None
    created_at: datetime = Field(default_factory=now)


class ImportRun(SQLModel, table=True):
    """One import or pull of any number of articles, or the undoing of one, whose number is then in `undoes`.

    `sha256` is that of the whole where it was one file.
    """

    __tablename__ = "import_run"

    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="project.id", index=True)
    member_id: str = Field(foreign_key="member.id", max_length=32)
    name: str = ""
    sha256: str = Field(default="", max_length=64)
    at: datetime = Field(default_factory=now)
    undone_at: datetime | None = None
    undoes: int | None = None


class ArticleRevision(SQLModel, table=True):
    """The exact bytes of an article as it came in; the skeleton is parsed from them whenever it is needed.

    `keys` are those of its segments in reading order; `revives` when the article was withdrawn before.
    """

    __tablename__ = "article_revision"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    number: int
    format: str = Field(default="", max_length=30)
    data: bytes
    sha256: str = Field(max_length=64)
    member_id: str = Field(foreign_key="member.id", max_length=32)
    import_run_id: int | None = Field(default=None, foreign_key="import_run.id", index=True)
    keys: list[str] = Field(default_factory=list, sa_type=JsonValue)
    address: str = ""
    site_id: str = ""
    revives: bool = False
    created_at: datetime = Field(default_factory=now)


class ImportNote(SQLModel, table=True):
    """What a translation was before an import attached, divided, joined or uncovered it, and its revision after."""

    __tablename__ = "import_note"

    id: int | None = Field(default=None, primary_key=True)
    import_run_id: int = Field(foreign_key="import_run.id", index=True)
    article_id: int = Field(foreign_key="article.id")
    translation_id: int = Field(foreign_key="translation.id")
    place: str = ""
    revision: int
    before: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)


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
