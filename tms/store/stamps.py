"""Cheap questions about what changed in an article: numbers only, no texts."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, func, or_
from sqlmodel import Session, col

from tms.models import Article, ArticleRevision, Comment, Event, Segment, Translation
from tms.store.columns import select_columns
from tms.values import Kind


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a paragraph stands; `event_id` is the first of the events that were asked for, 0 without any."""

    key: str
    revision: int
    version: int
    is_local: bool
    event_id: int = 0


def find_last_event_id(session: Session) -> int:
    """The number of the newest event of all."""
    return int(session.execute(select_columns(func.max(Event.id))).scalar() or 0)


def list_stamps(session: Session, article_id: int, language: str) -> list[Stamp]:
    """The paragraphs that stand in an article in reading order, those that only the translation has after them."""
    is_standing = or_(col(Translation.text).is_not(None), col(Translation.revision) == 0)
    query = (
        _select_stamps()
        .where(col(Segment.article_id) == article_id, col(Translation.language) == language)
        .where(or_(col(Segment.position).is_not(None), and_(col(Segment.kind) == Kind.LOCAL, is_standing)))
        .order_by(col(Segment.position).is_(None), col(Segment.position), col(Segment.id))
    )
    return [
        Stamp(key, revision, version, kind is Kind.LOCAL) for key, revision, version, kind in session.execute(query)
    ]


def list_stamps_since(session: Session, article_id: int, language: str, event_id: int) -> list[Stamp]:
    """The paragraphs of an article to which something has happened after an event."""
    query = (
        _select_stamps()
        .add_columns(func.min(Event.id))
        .join(Event, col(Event.translation_id) == col(Translation.id))
        .where(col(Event.id) > event_id)
        .where(col(Segment.article_id) == article_id, col(Translation.language) == language)
        .group_by(col(Segment.key), col(Translation.revision), col(Segment.version), col(Segment.kind))
    )
    rows = session.execute(query)
    return [Stamp(key, revision, version, kind is Kind.LOCAL, first) for key, revision, version, kind, first in rows]


def _select_stamps() -> Select[Any]:
    return (
        select_columns(Segment.key, Translation.revision, Segment.version, Segment.kind)
        .select_from(Translation)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
    )


def read_source_stamp(session: Session, article_id: int) -> tuple[int, int, int]:
    """Changes whenever the English of an article may have, or a paragraph was added to a translation."""
    revisions = select_columns(func.count(), func.max(ArticleRevision.id)).where(
        col(ArticleRevision.article_id) == article_id
    )
    count, last = session.execute(revisions).one()
    next_key = session.execute(select_columns(Article.next_key).where(col(Article.id) == article_id)).scalar()
    return int(count), int(last or 0), int(next_key or 0)


def read_comment_stamp(session: Session, article_id: int) -> tuple[int, int]:
    """Changes whenever something was said in an article, or settled."""
    query = (
        select_columns(func.count(), func.count().filter(col(Comment.is_resolved)))
        .join(Segment, col(Segment.id) == col(Comment.segment_id))
        .where(col(Segment.article_id) == article_id)
    )
    said, settled = session.execute(query).one()
    return int(said), int(settled)
