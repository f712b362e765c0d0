"""Where a translation stands against its source: computed from the texts each time, never stored."""

from collections.abc import Mapping
from dataclasses import dataclass

from tms.store.rows import TranslationRow
from tms.text.normalize import hash_text
from tms.tracking import count_behind, level_since
from tms.values import Grade, Level, SourceText, State

Versions = Mapping[int, tuple[SourceText, ...]]
"""All wordings of the segments that have had more than one, by segment id."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of the source since a translation was made, and over how many changes."""

    level: Level = Level.NONE
    reasons: tuple[str, ...] = ()
    behind: int = 0
    made_from_text: str | None = None

    @property
    def is_stale(self) -> bool:
        """Whether the translation has to be looked at again."""
        return self.level.is_stale


FRESH = Standing()


def measure_standing(row: TranslationRow, versions: Versions, *, language: str) -> Standing:
    """The standing of a translation whose source is in `language`."""
    if row.source_version is None or row.source_version == row.version:
        return FRESH
    wordings = versions[row.segment_id]
    grade = level_since(wordings, row.source_version, language=language)
    made_from = next((w.text for w in wordings if w.number == row.source_version), None)
    return Standing(grade.level, grade.reasons, count_behind(wordings, row.source_version), made_from)


def measure_review(row: TranslationRow, versions: Versions, *, language: str) -> Grade:
    """What became of the source since the reviewer saw it, or where nobody reviewed, since the translation was made."""
    if row.reviewed_version is None:
        standing = measure_standing(row, versions, language=language)
        return Grade(standing.level, standing.reasons)
    if row.reviewed_version == row.version:
        return Grade(Level.NONE)
    return level_since(versions[row.segment_id], row.reviewed_version, language=language)


def is_review_current(row: TranslationRow) -> bool:
    """Whether the target is, to the letter, the one that the reviewer approved."""
    if row.state is not State.REVIEWED or row.reviewed_hash is None:
        return False
    return row.covered_by is not None or hash_text(row.text or "") == row.reviewed_hash
