"""An article opened for work, row by row: the first values that a screen needs."""

from dataclasses import dataclass

from tms.values.notices import Notice
from tms.values.vocabulary import Kind, Level, Origin, State


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One segment beside its translation in one language.

    `text` None: nothing yet. `level` and `reasons`: what became of the source since this translation was
    made; `behind`: over how many changes. `made_from_text` is the source it was made from where that differs.
    `working_text`: what I typed and have not saved; `working_revision`: the revision it started from.
    What only the translation has (kind `local`) has no position; it stands after the segment `after`.
    """

    key: str
    kind: Kind
    position: int | None
    source: str
    source_version: int
    text: str | None
    state: State
    origin: Origin
    revision: int
    engine: str = ""
    level: Level = Level.NONE
    reasons: tuple[str, ...] = ()
    behind: int = 0
    made_from_text: str | None = None
    covered_by: str | None = None
    working_text: str | None = None
    working_revision: int | None = None
    after: str | None = None

    @property
    def is_local(self) -> bool:
        """Whether only the translation has it."""
        return self.kind is Kind.LOCAL

    @property
    def is_stale(self) -> bool:
        """Whether there is a text here that the source has left behind."""
        return (self.text is not None or self.covered_by is not None) and self.level.is_stale

    @property
    def needs_work(self) -> bool:
        """Whether a translator has something to do here."""
        if self.is_local and self.text is None:
            return False
        return self.is_stale or (self.covered_by is None and not self.state.is_done)


@dataclass(frozen=True, slots=True)
class Desk:
    """An article opened for work in one language, in reading order."""

    project: str
    slug: str
    title: str
    source_language: str
    language: str
    rows: tuple[DeskRow, ...]
    notice: Notice | None = None

    @property
    def ref(self) -> str:
        """`project/slug`."""
        return f"{self.project}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Glance:
    """Some rows of an article, to be looked at until all of them are there; `total` counts them all."""

    desk: Desk
    key: str
    total: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where to open the desk: an article in a language, at a segment if one is named."""

    ref: str
    language: str
    key: str | None = None
