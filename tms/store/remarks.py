"""Waivers, comments and questions."""

from collections import defaultdict
from collections.abc import Mapping

from sqlmodel import Session, col, func, select

from tms.models import Comment, Segment, Translation, Waiver


def list_waivers(session: Session, *, article_id: int | None = None) -> Mapping[int, tuple[Waiver, ...]]:
    """Waivers by translation."""
    query = (
        select(Waiver)
        .join(Translation, col(Translation.id) == col(Waiver.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .order_by(col(Waiver.id))
    )
    if article_id is not None:
        query = query.where(col(Segment.article_id) == article_id)
    found: dict[int, list[Waiver]] = defaultdict(list)
    for waiver in session.exec(query):
        found[waiver.translation_id].append(waiver)
    return {translation_id: tuple(waivers) for translation_id, waivers in found.items()}


def list_comments(session: Session, segment_id: int, language: str) -> list[Comment]:
    """What was said on a segment for all languages and for this one (or with "" for any), oldest first."""
    query = select(Comment).where(col(Comment.segment_id) == segment_id)
    if language:
        query = query.where(col(Comment.language).in_(["", language]))
    return list(session.exec(query.order_by(col(Comment.id))))


def find_comment(session: Session, comment_id: int) -> Comment | None:
    """One comment."""
    return session.exec(select(Comment).where(col(Comment.id) == comment_id)).first()


def count_questions(session: Session, article_id: int, language: str) -> Mapping[int, int]:
    """Open questions by segment that concern a language."""
    query = (
        select(Comment.segment_id, func.count())
        .join(Segment, col(Segment.id) == col(Comment.segment_id))
        .where(
            col(Segment.article_id) == article_id,
            col(Comment.is_question),
            col(Comment.is_resolved).is_(False),
            col(Comment.language).in_(["", language]),
        )
        .group_by(col(Comment.segment_id))
    )
    return dict(session.exec(query).all())
