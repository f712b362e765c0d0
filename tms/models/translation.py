"""Translations, what is being typed, and the append-only history."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from tms.models.columns import now, word_type
from tms.values import EventKind, Origin, State


class Translation(SQLModel, table=True):
    """A segment's target text in one language; the row exists from import on, with revision 0 and no text.

    `source_version` is the number of the wording it was made from. A review is bound to `reviewed_version`
    and `reviewed_hash`, the SHA-256 of the target that the reviewer saw. `covered_by` is the key of the
    segment whose translation carries this one too.
    """

    __table_args__ = (UniqueConstraint("segment_id", "language"),)

    id: int | None = Field(default=None, primary_key=True)
    segment_id: int = Field(foreign_key="segment.id")
    language: str = Field(max_length=20)
    text: str | None = None
    state: State = Field(default=State.INITIAL, sa_type=word_type(State))
    origin: Origin = Field(default=Origin.HUMAN, sa_type=word_type(Origin))
    engine: str = Field(default="", max_length=40)
    source_version: int | None = None
    revision: int = 0
    member_id: str | None = Field(default=None, foreign_key="member.id", max_length=32)
    covered_by: str | None = Field(default=None, max_length=20)
    reviewed_version: int | None = None
    reviewed_hash: str | None = Field(default=None, max_length=64)
    reviewer_id: str | None = Field(default=None, foreign_key="member.id", max_length=32)
    updated_at: datetime = Field(default_factory=now)


class WorkingCopy(SQLModel, table=True):
    """What a member has typed and not yet saved, with the revision it started from."""

    __tablename__ = "working_copy"
    __table_args__ = (UniqueConstraint("translation_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    translation_id: int = Field(foreign_key="translation.id")
    member_id: str = Field(foreign_key="member.id", max_length=32)
    text: str
    revision: int
    updated_at: datetime = Field(default_factory=now)


class Event(SQLModel, table=True):
    """One thing that happened to a translation; `hash` covers the event and the hash of the one before it.

    `member_id` is no foreign key: a member may be forgotten, the chain stays whole.
    """

    __table_args__ = (UniqueConstraint("translation_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    translation_id: int = Field(foreign_key="translation.id")
    number: int
    kind: EventKind = Field(sa_type=word_type(EventKind))
    before: str | None = None
    after: str | None = None
    state: State = Field(sa_type=word_type(State))
    origin: Origin = Field(sa_type=word_type(Origin))
    source_version: int | None = None
    member_id: str = Field(max_length=32)
    reason: str = ""
    at: datetime = Field(default_factory=now)
    previous_hash: str = Field(default="", max_length=64)
    hash: str = Field(max_length=64)
