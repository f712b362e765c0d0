"""What people see of the work on terms: proposals, decisions, the reach of a change."""

from dataclasses import dataclass
from datetime import datetime

from tms.values.vocabulary import DecisionKind, ProposalState, State


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A term that somebody proposed, and where it was marked; `decision` says what came of it and why."""

    id: int
    source_language: str
    source: str
    language: str
    target: str
    note: str
    who: str
    at: datetime
    state: ProposalState
    article: str = ""
    segment: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What was decided on a concept, by whom and why; `before` and `after` are the concept as in a glossary file."""

    at: datetime
    who: str
    kind: DecisionKind
    concept: str
    summary: str
    reason: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class TermReason:
    """What the glossary itself says of a word: its standing in a concept, and why."""

    concept: str
    language: str
    term: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class TermUse:
    """A paragraph in which a concept stands; `start` and `end` are its first place in `text`, a source or a target."""

    article: str
    segment: str
    language: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """A paragraph that a change of a concept reaches: its text and, where that takes no guess, what it would become.

    `found` is what stands there now. `proposed` None: somebody has to look, `message` says at what.
    """

    article: str
    segment: str
    language: str
    state: State
    is_published: bool
    text: str
    found: str
    message: str
    proposed: str | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Applied:
    """What a campaign did in one article: the paragraphs that are drafts now, and those left alone with the reason."""

    article: str
    language: str
    segments: tuple[str, ...] = ()
    left: tuple[tuple[str, str], ...] = ()
