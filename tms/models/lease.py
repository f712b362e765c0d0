"""Who is at a translation now."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel


class Lease(SQLModel, table=True):
    """A member is at a translation until a moment, and may have claimed it for longer; both run out by themselves."""

    __table_args__ = (UniqueConstraint("translation_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    translation_id: int = Field(foreign_key="translation.id")
    member_id: str = Field(foreign_key="member.id", max_length=32)
    until: datetime
    claimed_until: datetime | None = None
