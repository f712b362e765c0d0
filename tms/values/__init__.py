"""Plain values that travel between the rooms; a module is read when the first of its names is asked for.

Making a value class takes a millisecond, and a first picture needs three of sixty.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tms.values.alignments import (
        BY_HAND,
        Alignment,
        AlignmentPlan,
        AlignmentRow,
        AlignmentSource,
        AlignmentTarget,
        Attachment,
        AttachOutcome,
        Piece,
        make_alignment,
    )
    from tms.values.bilingual import BilingualEntry, BilingualFile
    from tms.values.changes import AlignedPair, Grade, Pair, Repair, RepairEdit, SentencePin, SourceText
    from tms.values.desks import Desk, DeskRow, Glance, Place
    from tms.values.diffs import DiffKind, DiffPiece
    from tms.values.documents import Document, Skipped, Slice, Unit
    from tms.values.findings import CheckContext, CheckInput, Finding, Speller, Spot
    from tms.values.house_rules import Address, Choice, FrenchSpace, HouseRules, SpanishQuotes, Variant
    from tms.values.matches import ConcordanceHit, Draft, DraftRequest, Match, MemoryPair, Penalty, Usage
    from tms.values.notices import BETWEEN_LABELS, Notice, make_notice
    from tms.values.queue import (
        Amount,
        ArticleWork,
        Pace,
        Queue,
        QueueItem,
        ReturnedPiece,
        Sitting,
        SittingPiece,
        StalePiece,
        Task,
        Worker,
    )
    from tms.values.searching import Hit, HitKind, Query, Scope, Side, Swap, Swapped
    from tms.values.term_work import Applied, DecisionView, ImpactRow, ProposalView, TermReason, TermUse
    from tms.values.terms import Concept, QuoteMatch, Term, TermFile, TermHit, TermProblem
    from tms.values.trail import Trail
    from tms.values.typing import MarkupSpan, MissingTag, Replacement, TagRole
    from tms.values.views import (
        ArticleReport,
        ArticleSummary,
        Blocker,
        CommentView,
        GateRow,
        HistoryEntry,
        MemberView,
        Progress,
        Save,
        Saved,
        Seen,
        SegmentHelp,
        SegmentProgress,
        SourceFault,
        StaleRow,
        TermCard,
        WorkspaceReport,
    )
    from tms.values.vocabulary import (
        Change,
        ConceptType,
        DecisionKind,
        EventKind,
        Kind,
        Level,
        MatchKind,
        Origin,
        ProposalState,
        Repetition,
        Role,
        Severity,
        State,
        TermStatus,
    )
else:
    # Not for the type checker: it would take any name for granted.
    # Those of the first picture stand first: a module is read to see whether it has a name.
    _MODULES = (
        "vocabulary",
        "desks",
        "diffs",
        "notices",
        "typing",
        "queue",
        "alignments",
        "bilingual",
        "changes",
        "documents",
        "findings",
        "house_rules",
        "matches",
        "searching",
        "term_work",
        "terms",
        "trail",
        "views",
    )

    def __getattr__(name: str) -> object:
        """The value of that name, from the first module that has it."""
        if name in __all__:
            for module in _MODULES:
                value = vars(import_module(f"tms.values.{module}")).get(name)
                if value is not None:
                    globals()[name] = value
                    return value
        raise AttributeError(f"module 'tms.values' has no attribute '{name}'")


__all__ = [
    "BETWEEN_LABELS",
    "BY_HAND",
    "Address",
    "AlignedPair",
    "Alignment",
    "AlignmentPlan",
    "AlignmentRow",
    "AlignmentSource",
    "AlignmentTarget",
    "Amount",
    "Applied",
    "ArticleReport",
    "ArticleSummary",
    "ArticleWork",
    "AttachOutcome",
    "Attachment",
    "BilingualEntry",
    "BilingualFile",
    "Blocker",
    "Change",
    "CheckContext",
    "CheckInput",
    "Choice",
    "CommentView",
    "Concept",
    "ConceptType",
    "ConcordanceHit",
    "DecisionKind",
    "DecisionView",
    "Desk",
    "DeskRow",
    "DiffKind",
    "DiffPiece",
    "Document",
    "Draft",
    "DraftRequest",
    "EventKind",
    "Finding",
    "FrenchSpace",
    "GateRow",
    "Glance",
    "Grade",
    "HistoryEntry",
    "Hit",
    "HitKind",
    "HouseRules",
    "ImpactRow",
    "Kind",
    "Level",
    "MarkupSpan",
    "Match",
    "MatchKind",
    "MemberView",
    "MemoryPair",
    "MissingTag",
    "Notice",
    "Origin",
    "Pace",
    "Pair",
    "Penalty",
    "Piece",
    "Place",
    "Progress",
    "ProposalState",
    "ProposalView",
    "Query",
    "Queue",
    "QueueItem",
    "QuoteMatch",
    "Repair",
    "RepairEdit",
    "Repetition",
    "Replacement",
    "ReturnedPiece",
    "Role",
    "Save",
    "Saved",
    "Scope",
    "Seen",
    "SegmentHelp",
    "SegmentProgress",
    "SentencePin",
    "Severity",
    "Side",
    "Sitting",
    "SittingPiece",
    "Skipped",
    "Slice",
    "SourceFault",
    "SourceText",
    "SpanishQuotes",
    "Speller",
    "Spot",
    "StalePiece",
    "StaleRow",
    "State",
    "Swap",
    "Swapped",
    "TagRole",
    "Task",
    "Term",
    "TermCard",
    "TermFile",
    "TermHit",
    "TermProblem",
    "TermReason",
    "TermStatus",
    "TermUse",
    "Trail",
    "Unit",
    "Usage",
    "Variant",
    "Worker",
    "WorkspaceReport",
    "make_alignment",
    "make_notice",
]
