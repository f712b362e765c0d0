"""The closed lists of words that the rooms share; their strings stand in the database, the CLI and the docs."""

from enum import StrEnum


class Kind(StrEnum):
    """What a unit is in its article."""

    TITLE = "title"
    EXCERPT = "excerpt"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CAPTION = "caption"
    TABLE_CELL = "table-cell"
    ALT = "alt"
    LINK = "link"
    LABEL = "label"
    LOCAL = "local"


class State(StrEnum):
    """How far a translation has come (XLIFF 2 words; `draft` is `initial` with a sub-state)."""

    INITIAL = "initial"
    DRAFT = "draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"

    @property
    def is_done(self) -> bool:
        """Whether a person stands behind the text."""
        return self in (State.TRANSLATED, State.REVIEWED)


class Origin(StrEnum):
    """Where a target text came from; machine stays machine until a person deals with it."""

    HUMAN = "human"
    MEMORY = "memory"
    MACHINE = "machine"
    IMPORT = "import"


class Level(StrEnum):
    """How much a change of the source matters, in rising order."""

    NONE = "none"
    MARKUP = "markup"
    TYPO = "typo"
    CONTENT = "content"
    MAJOR = "major"

    @property
    def rank(self) -> int:
        """Position in the order none < markup < typo < content < major."""
        return _LEVEL_ORDER.index(self)

    @property
    def is_stale(self) -> bool:
        """Whether a translation made before such a change has to be looked at again."""
        return self.rank >= Level.CONTENT.rank


_LEVEL_ORDER = tuple(Level)


class Change(StrEnum):
    """What became of a paragraph between two versions of an article."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    EDITED = "edited"
    SPLIT = "split"
    MERGED = "merged"
    INSERTED = "inserted"
    DELETED = "deleted"


class Severity(StrEnum):
    """What a finding means: an error blocks review, a warning wants a look, an info is a hint."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, the worst first."""
        return tuple(Severity).index(self)


class Role(StrEnum):
    """What a member may do; each may do what the ones before may."""

    TRANSLATOR = "translator"
    REVIEWER = "reviewer"
    COORDINATOR = "coordinator"

    @property
    def rank(self) -> int:
        """0 for a translator, rising."""
        return tuple(Role).index(self)


class TermStatus(StrEnum):
    """The standing of a term in its language (TBX administrative status)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


class ConceptType(StrEnum):
    """What a concept is: a term, a name of one kind or another, or a passage with an official wording."""

    TERM = "term"
    NAME = "name"
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    QUOTE = "quote"

    @property
    def is_name(self) -> bool:
        """Whether it names somebody or something, and so inflects by no rule."""
        return self not in (ConceptType.TERM, ConceptType.QUOTE)


class Repetition(StrEnum):
    """How often a translation must have a term: once in a paragraph, or each time that the source has it."""

    ONCE = "once"
    EACH = "each"


class ProposalState(StrEnum):
    """What became of a term that somebody proposed."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class DecisionKind(StrEnum):
    """What was decided on a concept."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    LOADED = "loaded"


class MatchKind(StrEnum):
    """How a proposal for a target text was found."""

    CONTEXT = "context"
    EXACT = "exact"
    FUZZY = "fuzzy"
    MACHINE = "machine"


class EventKind(StrEnum):
    """What happened to a translation, as its history says it."""

    SAVED = "saved"
    DRAFTED = "drafted"
    ATTACHED = "attached"
    MERGED = "merged"
    APPROVED = "approved"
    RETURNED = "returned"
    CONFIRMED = "confirmed"
    WAIVED = "waived"
    RESTORED = "restored"
    REJECTED = "rejected"
    CARRIED = "carried"
    REPLACED = "replaced"
    MENDED = "mended"
    REWORDED = "reworded"
