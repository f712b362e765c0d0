"""What workers tell their screens; each carries the paragraph it belongs to, so that late news is recognised."""

from dataclasses import dataclass

from textual.message import Message

from tms.values import (
    AlignmentPlan,
    ArticleSummary,
    Attachment,
    CommentView,
    Desk,
    DiffPiece,
    Finding,
    HistoryEntry,
    SegmentHelp,
    WorkspaceReport,
)


@dataclass
class ArticlesLoaded(Message):
    """The list of articles was read."""

    articles: tuple[ArticleSummary, ...]


@dataclass
class ReportLoaded(Message):
    """The coordinator's numbers were read."""

    report: WorkspaceReport


@dataclass
class DeskLoaded(Message):
    """An article was read for work."""

    desk: Desk


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
    """Matches and terms of a paragraph; `differences` has the word diff of each match's source."""

    key: str
    help: SegmentHelp
    differences: tuple[tuple[DiffPiece, ...], ...]


@dataclass
class FindingsLoaded(Message):
    """The findings of a text as it was typed."""

    key: str
    text: str
    findings: tuple[Finding, ...]


@dataclass
class NotesLoaded(Message):
    """History and comments of a paragraph."""

    key: str
    history: tuple[HistoryEntry, ...]
    comments: tuple[CommentView, ...]
