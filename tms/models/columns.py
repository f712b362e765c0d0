"""Column types that several tables share."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Enum
from sqlmodel import SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def word_type(words: type[StrEnum]) -> Enum:
    """A string column that holds the words of an enumeration and nothing else (checked when read and written)."""
    return Enum(words, native_enum=False, length=16, values_callable=lambda enum: [member.value for member in enum])


def now() -> datetime:
    """The current moment in UTC."""
    return datetime.now(UTC)


JsonValue: Any = JSON
