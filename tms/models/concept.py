"""The glossary as stored: concepts, their terms, the inflected forms."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from tms.models.columns import JsonValue, now, word_type
from tms.values import ConceptType, Severity, TermStatus


class ConceptRow(SQLModel, table=True):
    """A meaning; `glossary` is the stem of the file it was loaded from, `loaded_at` when that was.

    `decided_at` is when a person changed it here after that, which no file takes back unasked.
    """

    __tablename__ = "concept"

    id: str = Field(primary_key=True, max_length=120)
    glossary: str = Field(default="", max_length=120)
    definition: str = ""
    subject: str = ""
    note: str = ""
    source: str = ""
    enforcement: Severity | None = Field(default=None, sa_type=word_type(Severity))
    do_not_translate: bool = False
    sensitive: bool = False
    type: ConceptType = Field(default=ConceptType.TERM, sa_type=word_type(ConceptType))
    first_mention: bool = True
    loaded_at: datetime = Field(default_factory=now)
    decided_at: datetime | None = None


class TermRow(SQLModel, table=True):
    """A word for a concept in one language, in the order of the file."""

    __tablename__ = "term"

    id: int | None = Field(default=None, primary_key=True)
    concept_id: str = Field(foreign_key="concept.id", index=True, max_length=120)
    position: int
    language: str = Field(max_length=20)
    text: str
    status: TermStatus = Field(sa_type=word_type(TermStatus))
    part_of_speech: str = ""
    gender: str = ""
    number: str = ""
    case_sensitive: bool = False
    note: str = ""
    reason: str = ""
    replacement: str = ""
    type: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    extra: dict[str, str] = Field(default_factory=dict, sa_type=JsonValue)


class FormRow(SQLModel, table=True):
    """An inflected form of a term, as given or expanded when it was loaded."""

    __tablename__ = "form"

    id: int | None = Field(default=None, primary_key=True)
    term_id: int = Field(foreign_key="term.id", index=True)
    position: int
    text: str
