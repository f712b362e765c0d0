"""What people see: light rows that workflow hands to the two faces and to reports."""

from dataclasses import dataclass
from datetime import date, datetime

from tms.values.changes import Repair, SentencePin
from tms.values.diffs import DiffPiece
from tms.values.matches import Match
from tms.values.notices import Notice
from tms.values.terms import TermHit
from tms.values.vocabulary import EventKind, Level, Origin, Role, Severity, State


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an article stands in one language; counts are segments, `words` and the two shares source words.

    `coverage` is the share of words that are translated or reviewed, `up_to_date` of those that are not stale
    as well; both 0-1, and 1 for an article without words. `findings` counts open errors and warnings. The four
    states add up to `segments`; `stale` ones are among them, `stale_draft` and `stale_reviewed` say how many where.
    """

    language: str
    segments: int
    words: int
    initial: int
    draft: int
    translated: int
    reviewed: int
    stale: int
    findings: int
    coverage: float
    up_to_date: float
    due: date | None = None
    assignee: str | None = None
    stale_draft: int = 0
    stale_reviewed: int = 0


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article with its progress in each language; `ref` is how people name it."""

    project: str
    slug: str
    title: str
    format: str
    languages: tuple[Progress, ...]
    notice: Notice | None = None

    @property
    def ref(self) -> str:
        """`project/slug`."""
        return f"{self.project}/{self.slug}"


@dataclass(frozen=True, slots=True)
class TermCard:
    """A term hit in the source with what to write for it; each list is in order of preference."""

    hit: TermHit
    preferred: tuple[str, ...]
    admitted: tuple[str, ...]
    deprecated: tuple[str, ...]
    definition: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SegmentHelp:
    """All that lies beside a segment while it is translated; `changes` is the source diff since this translation.

    For a stale translation `pins` say which of its sentences the change touches, and `repair` is the text with the
    change made, where that takes no guess; both are about `target`, the text as it is saved.
    """

    matches: tuple[Match, ...]
    terms: tuple[TermCard, ...]
    changes: tuple[DiffPiece, ...] = ()
    target: str | None = None
    pins: tuple[SentencePin, ...] = ()
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One event in the life of a translation; `after` is the text it left."""

    number: int
    kind: EventKind
    at: datetime
    who: str
    after: str | None
    state: State
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CommentView:
    """A comment or an open question on a segment; `language` "" means it concerns every language."""

    id: int
    language: str
    who: str
    at: datetime
    text: str
    is_question: bool
    is_resolved: bool


@dataclass(frozen=True, slots=True)
class Save:
    """A target text to be saved; `expect_revision` None means whatever stands there may be overwritten.

    `ref` is the article as `project/slug`. `source_version` is the wording of the source that was on the screen
    (None: the current one). `replaces_typing`: what I had typed here and not saved is in this text.
    """

    ref: str
    key: str
    language: str
    text: str
    state: State = State.TRANSLATED
    expect_revision: int | None = None
    origin: Origin = Origin.HUMAN
    engine: str = ""
    reason: str = ""
    source_version: int | None = None
    replaces_typing: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What was on the screen when a person gave a verdict: the translation's revision, the source's version."""

    revision: int
    source_version: int


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save left: the new revision and state."""

    key: str
    language: str
    revision: int
    state: State
    text: str | None


@dataclass(frozen=True, slots=True)
class StaleRow:
    """A translation that the source has left behind; `since` is when the first such change came in."""

    project: str
    article: str
    segment: str
    language: str
    level: Level
    reasons: tuple[str, ...]
    behind: int
    since: datetime
    published: bool
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Blocker:
    """A reason why an article cannot be published in a language yet; `count` segments have it."""

    message: str
    count: int
    segments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GateRow:
    """What the gate before publication looks at: one live segment in one language.

    `is_reviewed_text_current`: the text is the one that the reviewer saw. `level` is what became of the source since
    the version that the reviewer saw, `is_machine_unread` that no person has dealt with a machine's text.
    """

    key: str
    state: State
    is_reviewed_text_current: bool = True
    level: Level = Level.NONE
    is_machine_unread: bool = False
    is_covered: bool = False
    errors: int = 0
    open_questions: int = 0


@dataclass(frozen=True, slots=True)
class SourceFault:
    """A place where a source departs from the glossary: its segment, the words that stand there, and what is wrong."""

    segment: str
    words: str
    message: str


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One article on the dashboard: its summary, and per language what is stale and what blocks publication.

    `source_faults` are what the glossary says of the source, which only its author can mend.
    """

    summary: ArticleSummary
    stale: tuple[StaleRow, ...]
    blockers: tuple[tuple[str, tuple[Blocker, ...]], ...]
    source_faults: tuple[SourceFault, ...] = ()

    def blockers_in(self, language: str) -> tuple[Blocker, ...]:
        """The blockers of one language."""
        return next((found for name, found in self.blockers if name == language), ())


@dataclass(frozen=True, slots=True)
class WorkspaceReport:
    """The numbers of a dashboard, per project and article; `open_proposals` are terms that wait for a decision."""

    made_at: datetime
    articles: tuple[ArticleReport, ...]
    open_proposals: int = 0


@dataclass(frozen=True, slots=True)
class SegmentProgress:
    """What progress is counted from: one live segment in one language.

    One that only the translation has (`is_local`) is no part of the article: its findings count, nothing else.
    """

    words: int
    state: State
    is_stale: bool
    is_covered: bool = False
    findings: tuple[Severity, ...] = ()
    is_local: bool = False


@dataclass(frozen=True, slots=True)
class MemberView:
    """A person under a pen name."""

    pen_name: str
    role: Role
    is_active: bool = True
