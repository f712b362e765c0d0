"""The stored nouns: one table each."""

from tms.models.article import Article, ArticleRevision, Assignment, ImportNote, ImportRun, Publication
from tms.models.concept import ConceptRow, FormRow, TermRow
from tms.models.lease import Lease
from tms.models.member import Member
from tms.models.memory_entry import MemoryEntry
from tms.models.project import Project
from tms.models.proposal import TermDecision, TermProposal
from tms.models.remark import Comment, Waiver
from tms.models.segment import Segment, SourceVersion
from tms.models.translation import Event, Translation, WorkingCopy
from tms.models.word import KnownWord

__all__ = [
    "Article",
    "ArticleRevision",
    "Assignment",
    "Comment",
    "ConceptRow",
    "Event",
    "FormRow",
    "ImportNote",
    "ImportRun",
    "KnownWord",
    "Lease",
    "Member",
    "MemoryEntry",
    "Project",
    "Publication",
    "Segment",
    "SourceVersion",
    "TermDecision",
    "TermProposal",
    "TermRow",
    "Translation",
    "Waiver",
    "WorkingCopy",
]
