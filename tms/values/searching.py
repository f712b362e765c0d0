"""What a person searches for, and what was found or would become of it."""

from dataclasses import dataclass
from enum import StrEnum

from tms.values.diffs import DiffPiece
from tms.values.notices import Notice
from tms.values.vocabulary import Kind, State

Spans = tuple[tuple[int, int], ...]
"""Places in a text, first and last code point but one, in order and apart."""


class Side(StrEnum):
    """Which texts are looked at."""

    BOTH = "both"
    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Query:
    """Words to look for.

    Case does not matter unless `is_case_exact`; accents do unless `is_loose`. A space finds every kind of space, and
    apostrophes, quotation marks and hyphens find one another, unless `is_sign_exact`. With `is_regex` the words are a
    regular expression. `forms` stand for the words where a term is looked for in all its forms.
    """

    words: str
    is_case_exact: bool = False
    is_whole_word: bool = False
    is_regex: bool = False
    is_loose: bool = False
    is_sign_exact: bool = False
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: one paragraph, an article, a project or everywhere; in one language or in all; on which side.

    `with_history`: also in texts that stand no more. `with_comments`: also in comments and questions.
    """

    ref: str = ""
    project: str = ""
    language: str = ""
    side: Side = Side.BOTH
    segment: str = ""
    with_history: bool = False
    with_comments: bool = False


class HitKind(StrEnum):
    """What a hit is in."""

    TEXT = "text"
    HISTORY = "history"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph in which something was found; `number` is its place in the article, None where it has none.

    For an earlier text or a comment `target` is that text and `note` says by whom and when. `language` is "" where
    what was found concerns every language.
    """

    article: str
    segment: str
    number: int | None
    language: str
    state: State
    source: str
    target: str
    source_spans: Spans = ()
    target_spans: Spans = ()
    kind: HitKind = HitKind.TEXT
    note: str = ""
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Swap:
    """A translation in which words are to be exchanged: `before` becomes `after` if it still has that `revision`.

    `obstacle` says why it is left alone, "" if nothing is in the way. `in_markup` counts places in tags and addresses,
    which stay as they are. `pieces` are the difference.
    """

    article: str
    segment: str
    number: int | None
    language: str
    state: State
    revision: int
    kind: Kind
    source: str
    before: str
    after: str
    count: int
    in_markup: int = 0
    obstacle: str = ""
    pieces: tuple[DiffPiece, ...] = ()
    notice: Notice | None = None

    @property
    def loses_review(self) -> bool:
        """Whether somebody has to review it again."""
        return self.state is State.REVIEWED


@dataclass(frozen=True, slots=True)
class Swapped:
    """What became of one paragraph; `why` says why it was left alone, "" if its words were exchanged."""

    article: str
    segment: str
    language: str
    why: str = ""
