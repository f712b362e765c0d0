"""What became of paragraphs between two versions, and how much it matters."""

from dataclasses import dataclass

from tms.values.vocabulary import Change, Level


@dataclass(frozen=True, slots=True)
class Grade:
    """A change level with the reasons that led to it ("number 4,000 -> 5,000")."""

    level: Level
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions of old and new units that belong together; each unit stands in exactly one pair.

    `similarity` is 0-100. An inserted pair has no `old`, a deleted one no `new`.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    change: Change
    level: Level
    similarity: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Source and target positions that belong together in an existing translation; `confidence` is 0-1.

    Either side may be empty (a paragraph that was not translated, a note that only the translation has).
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceText:
    """One wording of a segment's source; `set_by_person` when the level was given at import."""

    number: int
    text: str
    level: Level = Level.NONE
    reasons: tuple[str, ...] = ()
    set_by_person: bool = False
