"""What lies in all articles, counted by the database: few queries, light rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, exists, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from tms.models import Article, Comment, Event, Segment, SourceVersion, Translation, WorkingCopy
from tms.store.columns import select_columns
from tms.store.rows import TranslationRow
from tms.store.segments import read_behind
from tms.values import EventKind, Origin, State

_DONE = (State.TRANSLATED, State.REVIEWED)


@dataclass(frozen=True, slots=True)
class WorkCount:
    """So many live segments of an article in one language are alike; `characters` are of their source."""

    article_id: int
    language: str
    state: State
    is_covered: bool
    is_mine: bool
    count: int
    characters: int


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """A draft that a reviewer gave back and nobody has confirmed since, with its place."""

    translation_id: int
    article_id: int
    language: str
    key: str
    position: int
    characters: int
    reason: str
    number: int


@dataclass(frozen=True, slots=True)
class DeedRow:
    """A text that somebody saved."""

    translation_id: int
    at: datetime
    language: str
    characters: int


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """An open question; `is_answered`: somebody said something after it."""

    article_id: int
    language: str
    member_id: str
    is_answered: bool


def count_work(session: Session, member_id: str) -> list[WorkCount]:
    """All live segments that are not behind their source, counted by article, language and standing."""
    is_mine = case((_is_written_by(member_id), True), else_=False)
    is_covered = col(Translation.covered_by).is_not(None)
    keys = (
        col(Segment.article_id),
        col(Translation.language),
        col(Translation.state),
        is_covered,
        is_mine,
    )
    query = (
        select_columns(*keys, func.count(), func.sum(func.length(SourceVersion.text)))
        .select_from(Translation)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .join(SourceVersion, _is_current())
        .where(col(Segment.position).is_not(None), or_(~is_behind(), col(Translation.source_version).is_(None)))
        .group_by(*keys)
    )
    return [
        WorkCount(article_id, language, state, bool(covered), bool(mine), count, int(characters or 0))
        for article_id, language, state, covered, mine, count, characters in session.execute(query)
    ]


def _is_written_by(member_id: str) -> ColumnElement[bool]:
    """Whether a draft or a translation is the very text that a member saved."""
    return and_(
        col(Translation.state).in_((State.DRAFT, State.TRANSLATED)),
        exists().where(
            col(Event.translation_id) == col(Translation.id),
            col(Event.member_id) == member_id,
            col(Event.kind) == EventKind.SAVED,
            col(Event.origin) == Origin.HUMAN,
            col(Event.after) == col(Translation.text),
        ),
    )


def is_behind() -> ColumnElement[bool]:
    """Whether the source has a newer wording than the one that a translation was made from."""
    return col(Translation.source_version) < col(Segment.version)


def _is_current() -> ColumnElement[bool]:
    return and_(col(SourceVersion.segment_id) == col(Segment.id), col(SourceVersion.number) == col(Segment.version))


def list_behind(session: Session) -> list[TranslationRow]:
    """Translations made from an earlier wording of their source, by article and reading order."""
    return read_behind(session, is_behind())


def list_returned(session: Session) -> list[ReturnRow]:
    """What reviewers gave back, in reading order."""
    later = aliased(Event)
    is_settled = exists().where(
        col(later.translation_id) == col(Event.translation_id),
        col(later.number) > col(Event.number),
        or_(col(later.state).in_(_DONE), col(later.kind) == EventKind.RETURNED),
    )
    query = (
        select_columns(
            Event.translation_id,
            Segment.article_id,
            Translation.language,
            Segment.key,
            Segment.position,
            func.length(SourceVersion.text),
            Event.reason,
            Event.number,
        )
        .join(Translation, col(Translation.id) == col(Event.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .join(SourceVersion, _is_current())
        .where(
            col(Event.kind) == EventKind.RETURNED,
            col(Translation.state) == State.DRAFT,
            col(Segment.position).is_not(None),
            ~is_settled,
        )
        .order_by(col(Segment.article_id), col(Segment.position))
    )
    return [ReturnRow(*row) for row in session.execute(query)]


def map_authors(session: Session, translation_ids: Sequence[int]) -> dict[int, str]:
    """Who last saved a text of their own in each of these translations."""
    query = (
        select_columns(Event.translation_id, Event.member_id)
        .where(
            col(Event.translation_id).in_(translation_ids),
            col(Event.kind) == EventKind.SAVED,
            col(Event.origin) == Origin.HUMAN,
        )
        .order_by(col(Event.translation_id), col(Event.number))
    )
    return {row[0]: row[1] for row in session.execute(query)}


def list_deeds(session: Session, member_id: str, *, most: int) -> list[DeedRow]:
    """The texts that a member saved last, oldest first."""
    query = (
        select_columns(Event.translation_id, Event.at, Translation.language, func.length(SourceVersion.text))
        .select_from(Event)
        .join(Translation, col(Translation.id) == col(Event.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .join(SourceVersion, _is_current())
        .where(col(Event.member_id) == member_id, col(Event.kind) == EventKind.SAVED, col(Event.origin) == Origin.HUMAN)
        .order_by(col(Event.id).desc())
        .limit(most)
    )
    return [DeedRow(*row) for row in reversed(session.execute(query).all())]


def count_typed(session: Session, member_id: str) -> dict[tuple[int, str], int]:
    """In how many paragraphs a member typed something and did not save it, by article and language."""
    query = (
        select_columns(Segment.article_id, Translation.language, func.count())
        .select_from(WorkingCopy)
        .join(Translation, col(Translation.id) == col(WorkingCopy.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(col(WorkingCopy.member_id) == member_id)
        .group_by(col(Segment.article_id), col(Translation.language))
    )
    return {(article_id, language): count for article_id, language, count in session.execute(query)}


def list_questions(session: Session) -> list[QuestionRow]:
    """Open questions of articles that are not withdrawn; one for all languages has the language ""."""
    later = aliased(Comment)
    is_answered = exists().where(
        col(later.segment_id) == col(Comment.segment_id),
        col(later.language).in_(("", col(Comment.language))),
        col(later.id) > col(Comment.id),
        col(later.is_question).is_(False),
    )
    query = (
        select_columns(Segment.article_id, Comment.language, Comment.member_id, case((is_answered, True), else_=False))
        .select_from(Comment)
        .join(Segment, col(Segment.id) == col(Comment.segment_id))
        .join(Article, col(Article.id) == col(Segment.article_id))
        .where(col(Comment.is_question), col(Comment.is_resolved).is_(False), col(Article.withdrawn_at).is_(None))
    )
    return [
        QuestionRow(article_id, language, who, bool(done)) for article_id, language, who, done in session.execute(query)
    ]
