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


@dataclass(frozen=True, slots=True)
class SentencePin:
    """A place of a translation that a change of its source touches, and the source sentence before and after.

    `start` and `end` are code-point offsets of the touched sentences of the translation, without the space around;
    they are the same where a new sentence belongs between two. `number` counts sentences of the translation from 1:
    the first touched one, or the one after which the new one belongs (0: before all). `old` is "" for what was
    inserted, `new` for what was deleted. `confidence` is 0-1.
    """

    start: int
    end: int
    number: int
    old: str
    new: str
    confidence: float

    @property
    def is_between(self) -> bool:
        """Whether something is missing here, rather than out of date."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class RepairEdit:
    """A stretch of a translation, by code-point offsets, with what is to stand there instead, and why."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A translation with the change of its source made in it; nothing outside of `edits` is touched."""

    text: str
    edits: tuple[RepairEdit, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """What was changed, in words ("number 3 900 -> 4 200")."""
        return tuple(edit.reason for edit in self.edits)
