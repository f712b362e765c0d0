"""Streams of work."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from tms.models.columns import JsonValue, now


class Project(SQLModel, table=True):
    """A stream of work: a source language, the languages it goes into, and its house rules (those of project.toml)."""

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True, max_length=200)
    name: str = ""
    source_language: str = Field(default="en", max_length=20)
    target_languages: list[str] = Field(default_factory=list, sa_type=JsonValue)
    policy: dict[str, Any] = Field(default_factory=dict, sa_type=JsonValue)
    created_at: datetime = Field(default_factory=now)
