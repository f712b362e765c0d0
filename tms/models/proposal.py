"""Terms that people propose, and what was decided on concepts, which is never forgotten."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from tms.models.columns import now, word_type
from tms.values import DecisionKind, ProposalState


class TermProposal(SQLModel, table=True):
    """A word for a word, as somebody marked them in a segment; it waits until a coordinator decides."""

    __tablename__ = "term_proposal"

    id: int | None = Field(default=None, primary_key=True)
    source_language: str = Field(max_length=20)
    source: str
    language: str = Field(max_length=20)
    target: str
    note: str = ""
    segment_id: int | None = Field(default=None, foreign_key="segment.id", index=True)
    member_id: str = Field(foreign_key="member.id", max_length=32)
    at: datetime = Field(default_factory=now)
    state: ProposalState = Field(default=ProposalState.OPEN, sa_type=word_type(ProposalState))


class TermDecision(SQLModel, table=True):
    """One decision on a concept with its reason; `before` and `after` are the concept as TOML, None for no concept."""

    __tablename__ = "term_decision"

    id: int | None = Field(default=None, primary_key=True)
    kind: DecisionKind = Field(sa_type=word_type(DecisionKind))
    concept_id: str = Field(default="", max_length=120, index=True)
    summary: str
    reason: str = ""
    before: str | None = None
    after: str | None = None
    proposal_id: int | None = Field(default=None, foreign_key="term_proposal.id", index=True)
    member_id: str = Field(foreign_key="member.id", max_length=32)
    at: datetime = Field(default_factory=now)
