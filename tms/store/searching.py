"""What stands nowhere any more, or beside the texts: earlier wordings, comments; and what was reworded together."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from tms.models import Comment, Event, Segment, SourceVersion, Translation
from tms.store.columns import select_columns
from tms.values import EventKind


@dataclass(frozen=True, slots=True)
class PastText:
    """A text of a segment that stands there no more, or what was said on it; `language` "" where it is a source."""

    key: str
    language: str
    text: str
    at: datetime
    member_id: str = ""


def list_past_targets(session: Session, article_id: int) -> list[PastText]:
    """Every text that a translation of an article has had and has no more, the newest first; each once."""
    query = (
        select_columns(Segment.key, Translation.language, Event.after, Event.at, Event.member_id)
        .select_from(Event)
        .join(Translation, col(Translation.id) == col(Event.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(col(Segment.article_id) == article_id, col(Event.after).is_not(None))
        .where(func.coalesce(col(Translation.text), "") != col(Event.after))
        .order_by(col(Event.id).desc())
    )
    unique: dict[tuple[str, str, str], PastText] = {}
    for key, language, text, at, member_id in session.execute(query):
        unique.setdefault((key, language, text), PastText(key, language, text, at, member_id))
    return list(unique.values())


def list_past_sources(session: Session, article_id: int) -> list[PastText]:
    """Every earlier wording of the source of an article, the newest first."""
    query = (
        select_columns(Segment.key, SourceVersion.text, SourceVersion.created_at)
        .select_from(SourceVersion)
        .join(Segment, col(Segment.id) == col(SourceVersion.segment_id))
        .where(col(Segment.article_id) == article_id, col(SourceVersion.number) < col(Segment.version))
        .order_by(col(SourceVersion.id).desc())
    )
    return [PastText(key, "", text, at) for key, text, at in session.execute(query)]


def list_all_comments(session: Session, article_id: int) -> list[PastText]:
    """All that was said on the segments of an article, the newest first."""
    query = (
        select_columns(Segment.key, Comment.language, Comment.text, Comment.at, Comment.member_id)
        .select_from(Comment)
        .join(Segment, col(Segment.id) == col(Comment.segment_id))
        .where(col(Segment.article_id) == article_id)
        .order_by(col(Comment.id).desc())
    )
    return [PastText(*row) for row in session.execute(query)]


def find_last_run(session: Session, member_id: str) -> str:
    """What a member reworded last and nobody has written over or taken back, as its events say it; "" if nothing."""
    later = aliased(Event)
    is_last = ~exists().where(
        col(later.translation_id) == col(Event.translation_id), col(later.number) > col(Event.number)
    )
    query = (
        select(Event.reason)
        .where(col(Event.kind) == EventKind.REWORDED, col(Event.member_id) == member_id, is_last)
        .order_by(col(Event.id).desc())
        .limit(1)
    )
    return session.exec(query).first() or ""


def list_reworded(session: Session, reason: str) -> list[tuple[int, str, str]]:
    """Article id, segment key and language of what was reworded for that reason, in reading order."""
    query = (
        select_columns(Segment.article_id, Segment.key, Translation.language)
        .select_from(Event)
        .join(Translation, col(Translation.id) == col(Event.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(col(Event.kind) == EventKind.REWORDED, col(Event.reason) == reason)
        .order_by(col(Event.id))
    )
    return [(article_id, key, language) for article_id, key, language in session.execute(query)]
