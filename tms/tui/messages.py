"""What workers tell their screens; each carries the paragraph it belongs to, so that late news is recognised."""

from dataclasses import dataclass, field

from textual.message import Message

from tms.errors import TmsError
from tms.tui.concept_rows import ConceptRow
from tms.tui.found import Spotted
from tms.values import (
    AlignmentPlan,
    ArticleSummary,
    Attachment,
    CommentView,
    Concept,
    Desk,
    DiffPiece,
    Finding,
    HistoryEntry,
    ImpactRow,
    ProposalView,
    Queue,
    SegmentHelp,
    WorkspaceReport,
)
from tms.workflow.beside import OtherText
from tms.workflow.delivering import Delivered
from tms.workflow.seeing import LastSeen
from tms.workflow.terms import LookedUp, TermForms
from tms.workflow.watching import News


@dataclass
class ArticlesLoaded(Message):
    """The list of articles was read."""

    articles: tuple[ArticleSummary, ...]
    me: str = ""


@dataclass
class QueueLoaded(Message):
    """What is to be done next was read."""

    queue: Queue


@dataclass
class ArticleCounted(Message):
    """The findings of one article of the list were counted, the `number`th of `total`."""

    article: ArticleSummary
    number: int
    total: int


@dataclass
class ReportLoaded(Message):
    """The coordinator's numbers were read."""

    report: WorkspaceReport


@dataclass
class DeskLoaded(Message):
    """An article was read for work."""

    desk: Desk
    delivered: Delivered = field(default_factory=Delivered)


@dataclass
class ArticleChanged(Message):
    """Somebody wrote to the article that is open."""

    news: News


@dataclass
class WorkspaceChanged(Message):
    """Something was written to the database."""


@dataclass
class AlignmentLoaded(Message):
    """A translation was aligned with its article."""

    plan: AlignmentPlan


@dataclass
class AlignmentWritten(Message):
    """An alignment was written; what became of each row."""

    attachments: tuple[Attachment, ...]


@dataclass
class HelpLoaded(Message):
    """Matches and terms of a paragraph; `differences` has the word diff of each match's source.

    `is_all` is False for the near matches, which are found before the far ones.
    """

    key: str
    help: SegmentHelp
    differences: tuple[tuple[DiffPiece, ...], ...]
    is_all: bool = True


@dataclass
class FindingsLoaded(Message):
    """The findings of a text as it was typed."""

    key: str
    text: str
    findings: tuple[Finding, ...]


@dataclass
class GrammarLoaded(Message):
    """What the grammar server says of a text as it was typed."""

    key: str
    text: str
    findings: tuple[Finding, ...]


@dataclass
class FindingSought(Message):
    """The next paragraph with a finding was looked for from one paragraph on; None: there is no other."""

    key: str
    found: str | None


@dataclass
class CheckingGoesOn(Message):
    """An article is about to be checked, the `number`th of `total`."""

    number: int
    total: int
    ref: str


@dataclass
class SpottedLoaded(Message):
    """The findings of all articles, or of one."""

    spotted: tuple[Spotted, ...]


@dataclass
class NotesLoaded(Message):
    """History and comments of a paragraph."""

    key: str
    history: tuple[HistoryEntry, ...]
    comments: tuple[CommentView, ...]


@dataclass
class OthersLoaded(Message):
    """A paragraph in the other languages was read."""

    key: str
    others: tuple[OtherText, ...]


@dataclass
class SeenLoaded(Message):
    """What was judged last of a paragraph."""

    key: str
    seen: LastSeen | None


@dataclass
class OwnLoaded(Message):
    """Which paragraphs wait for somebody else's review."""

    own: frozenset[str]


@dataclass
class FaultsLoaded(Message):
    """How many errors each paragraph of an article has; none is not among them."""

    faults: dict[str, int]


@dataclass
class ConceptsLoaded(Message):
    """The glossary was read."""

    rows: tuple[ConceptRow, ...]


@dataclass
class ConceptChecked(Message):
    """A text was read as a concept: that and the forms of its terms, or why it is none."""

    text: str
    concept: Concept | None = None
    forms: tuple[TermForms, ...] = ()
    fault: TmsError | None = None


@dataclass
class TermsLookedUp(Message):
    """The terms of a text were looked up."""

    text: str
    found: tuple[LookedUp, ...]


@dataclass
class ProposalsLoaded(Message):
    """The terms that were proposed were read."""

    proposals: tuple[ProposalView, ...]


@dataclass
class ImpactLoaded(Message):
    """What a change of a concept reaches; `differences` has, for each row, the word diff that the change makes."""

    concept: str
    rows: tuple[ImpactRow, ...]
    differences: tuple[tuple[DiffPiece, ...], ...] = ()


@dataclass
class JournalDelivered(Message):
    """What came out of the journal, and how many paragraphs wait in it still."""

    delivered: Delivered
    waiting: int
