"""What people say about a translation: waivers, comments and questions."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from tms.models.columns import now


class Waiver(SQLModel, table=True):
    """A person's reason for letting a finding stand; it holds while both texts are the ones it was given for.

    `start` is the place in the target of the one finding that it is for; without one it is for all of the check.
    """

    id: int | None = Field(default=None, primary_key=True)
    translation_id: int = Field(foreign_key="translation.id", index=True)
    check_id: str = Field(max_length=60)
    texts_hash: str = Field(max_length=64)
    start: int | None = None
    reason: str
    member_id: str = Field(foreign_key="member.id", max_length=32)
    at: datetime = Field(default_factory=now)


class Comment(SQLModel, table=True):
    """A comment or a question on a segment; without a language it concerns the source and so every language."""

    id: int | None = Field(default=None, primary_key=True)
    segment_id: int = Field(foreign_key="segment.id", index=True)
    language: str = Field(default="", max_length=20)
    member_id: str = Field(foreign_key="member.id", max_length=32)
    text: str
    is_question: bool = False
    is_resolved: bool = False
    at: datetime = Field(default_factory=now)
