"""Imported memories; the project's own memory is its translations and their history."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from tms.models.columns import now, word_type
from tms.values import Origin


class MemoryEntry(SQLModel, table=True):
    """A pair of texts from a memory file."""

    __tablename__ = "memory_entry"

    id: int | None = Field(default=None, primary_key=True)
    language: str = Field(max_length=20, index=True)
    source: str
    target: str
    origin: Origin = Field(default=Origin.IMPORT, sa_type=word_type(Origin))
    file: str = ""
    pair_hash: str = Field(max_length=64, unique=True)
    created_at: datetime = Field(default_factory=now)
