"""People under pen names."""

import uuid
from datetime import datetime

from sqlmodel import Field, SQLModel

from tms.models.columns import now, word_type
from tms.values import Role


def _random_id() -> str:
    return uuid.uuid4().hex


class Member(SQLModel, table=True):
    """A person under a pen name; histories name only the random id, so that the name can be forgotten."""

    id: str = Field(default_factory=_random_id, primary_key=True, max_length=32)
    pen_name: str = Field(unique=True, max_length=200)
    role: Role = Field(default=Role.TRANSLATOR, sa_type=word_type(Role))
    is_active: bool = True
    created_at: datetime = Field(default_factory=now)
