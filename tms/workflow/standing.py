"""Where a translation stands against its source: computed from the texts each time, never stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from tms.store import segments
from tms.store.rows import ArticleRow, TranslationRow
from tms.text.normalize import hash_text
from tms.tracking import count_behind, level_since
from tms.values import Grade, Level, SourceText, State
from tms.workflow.terms import list_sensitive_forms


@dataclass(frozen=True, slots=True)
class SourceHistory:
    """All wordings of the segments that have had more than one, by segment id, and what their grading needs."""

    wordings: Mapping[int, tuple[SourceText, ...]] = field(default_factory=dict)
    language: str = "en"
    sensitive: tuple[str, ...] = ()


def read_history(session: Session, article: ArticleRow, *, segment_ids: Sequence[int] | None = None) -> SourceHistory:
    """The history of an article's source, or of some segments of it."""
    wordings = segments.map_versions(session, article_id=article.id, segment_ids=segment_ids)
    sensitive = list_sensitive_forms(session, article.source_language) if wordings else ()
    return SourceHistory(wordings, article.source_language, sensitive)


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


def measure_standing(row: TranslationRow, history: SourceHistory) -> Standing:
    """The standing of a translation against its source."""
    if row.source_version is None or row.source_version == row.version:
        return FRESH
    wordings = history.wordings[row.segment_id]
    grade = _grade_since(history, row.segment_id, row.source_version)
    made_from = next((w.text for w in wordings if w.number == row.source_version), None)
    return Standing(grade.level, grade.reasons, count_behind(wordings, row.source_version), made_from)


def measure_quickly(row: TranslationRow, history: SourceHistory) -> Standing:
    """The same as `measure_standing`; over one step, the grade that the import of that step found is at hand."""
    if row.source_version is not None and row.version - row.source_version == 1:
        step = next(wording for wording in history.wordings[row.segment_id] if wording.number == row.version)
        return Standing(step.level, step.reasons, behind=1)
    return measure_standing(row, history)


def measure_review(row: TranslationRow, history: SourceHistory) -> Grade:
    """What became of the source since the reviewer saw it, or where nobody reviewed, since the translation was made."""
    if row.reviewed_version is None:
        standing = measure_standing(row, history)
        return Grade(standing.level, standing.reasons)
    if row.reviewed_version == row.version:
        return Grade(Level.NONE)
    return _grade_since(history, row.segment_id, row.reviewed_version)


def _grade_since(history: SourceHistory, segment_id: int, version: int) -> Grade:
    wordings = history.wordings[segment_id]
    return level_since(wordings, version, language=history.language, sensitive=history.sensitive)


def is_review_current(row: TranslationRow) -> bool:
    """Whether the target is, to the letter, the one that the reviewer approved."""
    if row.state is not State.REVIEWED or row.reviewed_hash is None:
        return False
    return row.covered_by is not None or hash_text(row.text or "") == row.reviewed_hash
