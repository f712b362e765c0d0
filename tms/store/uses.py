"""The translations of a project together: how long they are, and what is translated how."""

from typing import Any

from sqlalchemy import Select, func
from sqlmodel import Session, col

from tms.models import Article, Event, KnownWord, Segment, SourceVersion, Translation
from tms.store.columns import select_columns
from tms.values import State

_DONE = (State.TRANSLATED, State.REVIEWED)
# Made once: it is asked at every pause in typing.
_WORK_STAMP = select_columns(
    select_columns(func.max(Event.id)).scalar_subquery(),
    select_columns(func.max(SourceVersion.id)).scalar_subquery(),
    select_columns(func.max(KnownWord.id)).scalar_subquery(),
    select_columns(func.count(col(KnownWord.id))).scalar_subquery(),
)


def read_work_stamp(session: Session) -> tuple[object, ...]:
    """Changes with every save of a translation, every new wording of a source, every word of a project's list."""
    return tuple(session.execute(_WORK_STAMP).one())


def list_lengths(session: Session, project_id: int, language: str) -> list[tuple[int, int]]:
    """Lengths of source and target, in characters, of the translations that somebody stands behind."""
    lengths = select_columns(func.length(SourceVersion.text), func.length(Translation.text))
    return [(source, target) for source, target in session.execute(_of_project(lengths, project_id, language))]


def list_uses(session: Session, project_id: int, language: str) -> list[tuple[str, str, str, str]]:
    """Article, key, source and target of the translations that somebody stands behind, in their order."""
    texts = select_columns(Article.slug, Segment.key, SourceVersion.text, Translation.text)
    query = _of_project(texts, project_id, language).order_by(col(Segment.article_id), col(Segment.position))
    return [(slug, key, source, target) for slug, key, source, target in session.execute(query)]


def _of_project(query: Select[Any], project_id: int, language: str) -> Select[Any]:
    """Live segments with the wording that their translation was made from."""
    return (
        query.select_from(Translation)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .join(Article, col(Article.id) == col(Segment.article_id))
        .join(
            SourceVersion,
            (col(SourceVersion.segment_id) == col(Segment.id))
            & (col(SourceVersion.number) == col(Translation.source_version)),
        )
        .where(
            col(Article.project_id) == project_id,
            col(Article.withdrawn_at).is_(None),
            col(Segment.position).is_not(None),
            col(Translation.language) == language,
            col(Translation.state).in_(_DONE),
            col(Translation.text).is_not(None),
            col(Translation.covered_by).is_(None),
        )
    )
