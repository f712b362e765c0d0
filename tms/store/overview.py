"""The standing of every live segment of every article, light enough for a list that opens at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_
from sqlmodel import Session, col

from tms.models import Article, Segment, SourceVersion, Translation
from tms.store.columns import select_columns
from tms.values import State


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One live segment in one language, without its texts."""

    translation_id: int
    article_id: int
    segment_id: int
    version: int
    language: str
    state: State
    is_covered: bool


def list_standings(session: Session) -> list[StandingRow]:
    """All live segments in all languages."""
    query = (
        select_columns(
            Translation.id,
            Segment.article_id,
            Segment.id,
            Segment.version,
            Translation.language,
            Translation.state,
            col(Translation.covered_by).is_not(None),
        )
        .select_from(Translation)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .join(Article, col(Article.id) == col(Segment.article_id))
        .where(col(Segment.position).is_not(None), col(Article.withdrawn_at).is_(None))
    )
    return [StandingRow(*row) for row in session.execute(query)]


def map_sources(session: Session, article_ids: Sequence[int]) -> dict[int, str]:
    """The current source of every live segment of some articles."""
    is_current = and_(
        col(SourceVersion.segment_id) == col(Segment.id), col(SourceVersion.number) == col(Segment.version)
    )
    query = (
        select_columns(Segment.id, SourceVersion.text)
        .join(SourceVersion, is_current)
        .where(col(Segment.article_id).in_(article_ids), col(Segment.position).is_not(None))
    )
    return {row[0]: row[1] for row in session.execute(query)}
