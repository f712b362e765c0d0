"""Words that a project knows and no dictionary has."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from tms.models.columns import now


class KnownWord(SQLModel, table=True):
    """A word that may stand in the translations of a project, for spelling and for all that looks for foreign words.

    Without a language it is a name that is written alike in all of them.
    """

    __tablename__ = "known_word"
    __table_args__ = (UniqueConstraint("project_id", "language", "text"),)

    id: int | None = Field(default=None, primary_key=True)
    project_id: int = Field(foreign_key="project.id")
    language: str = Field(default="", max_length=20)
    text: str = Field(max_length=200)
    member_id: str = Field(foreign_key="member.id", max_length=32)
    at: datetime = Field(default_factory=now)
