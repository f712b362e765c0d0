"""Segments and the wordings of their source."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, insert, or_, update
from sqlmodel import Session, col, select

from tms.models import Article, Segment, SourceVersion, Translation
from tms.store.columns import select_columns
from tms.store.rows import SegmentRow, TranslationRow
from tms.values import Grade, Kind, SourceText

_TRANSLATION_COLUMNS = (
    Translation.id,
    Segment.id,
    Segment.article_id,
    Segment.key,
    Segment.kind,
    Segment.position,
    Segment.version,
    SourceVersion.text,
    Translation.language,
    Translation.text,
    Translation.state,
    Translation.origin,
    Translation.engine,
    Translation.revision,
    Translation.source_version,
    Translation.covered_by,
    Translation.reviewed_version,
    Translation.reviewed_hash,
    Translation.reviewer_id,
    Translation.member_id,
    Translation.updated_at,
    Segment.after_key,
)
"""In the order of the fields of TranslationRow."""

_SEGMENT_COLUMNS = (
    Segment.id,
    Segment.article_id,
    Segment.key,
    Segment.kind,
    Segment.position,
    Segment.version,
    SourceVersion.text,
)
"""In the order of the fields of SegmentRow."""


def list_segments(session: Session, article_id: int, *, is_live: bool = True) -> list[SegmentRow]:
    """The live segments of an article in reading order, or those that left it, the newest first."""
    position = col(Segment.position)
    query = (
        select_columns(*_SEGMENT_COLUMNS)
        .join(SourceVersion, _is_current_version())
        .where(col(Segment.article_id) == article_id, _is_of_source())
        .where(position.is_not(None) if is_live else position.is_(None))
        .order_by(position if is_live else col(Segment.id).desc())
    )
    return [SegmentRow(*row) for row in session.execute(query)]


def find_neighbours(session: Session, article_id: int, position: int) -> tuple[str, str]:
    """The sources before and after a place in an article; "" where there is none."""
    place = col(Segment.position)
    query = (
        select_columns(SourceVersion.text)
        .select_from(Segment)
        .join(SourceVersion, _is_current_version())
        .where(col(Segment.article_id) == article_id, _is_of_source())
        .limit(1)
    )
    before = session.execute(query.where(place < position).order_by(place.desc())).scalar()
    after = session.execute(query.where(place > position).order_by(place)).scalar()
    return before or "", after or ""


def list_translations(
    session: Session,
    *,
    article_id: int | None = None,
    language: str | None = None,
    key: str | None = None,
    covered_by: AbstractSet[str] | None = None,
) -> list[TranslationRow]:
    """Live segments beside their translations, by article and reading order; `covered_by`: only those so covered."""
    query = (
        _select_translations()
        .where(col(Segment.position).is_not(None))
        .order_by(col(Segment.article_id), col(Segment.position), col(Translation.language))
    )
    if covered_by is not None:
        query = query.where(col(Translation.covered_by).in_(covered_by))
    return _read_translations(session, query, article_id=article_id, language=language, key=key)


def read_behind(session: Session, is_behind: ColumnElement[bool]) -> list[TranslationRow]:
    """The live segments of all articles that this is true of, by article and reading order."""
    query = (
        _select_translations()
        .join(Article, col(Article.id) == col(Segment.article_id))
        .where(col(Segment.position).is_not(None), col(Article.withdrawn_at).is_(None), is_behind)
        .order_by(col(Segment.article_id), col(Segment.position), col(Translation.language))
    )
    return [TranslationRow(*row) for row in session.execute(query)]


def _select_translations() -> Select[Any]:
    return (
        select_columns(*_TRANSLATION_COLUMNS)
        .select_from(Translation)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .join(SourceVersion, _is_current_version())
    )


def _read_translations(
    session: Session, query: Select[Any], *, article_id: int | None, language: str | None, key: str | None
) -> list[TranslationRow]:
    if article_id is not None:
        query = query.where(col(Segment.article_id) == article_id)
    if language is not None:
        query = query.where(col(Translation.language) == language)
    if key is not None:
        query = query.where(col(Segment.key) == key)
    return [TranslationRow(*row) for row in session.execute(query)]


def read_text_stamp(session: Session, article_id: int, language: str) -> tuple[object, ...]:
    """Changes whenever a text of an article in one language does, or the order of its segments."""
    query = (
        select_columns(
            func.count(), func.sum(Translation.revision), func.max(Translation.updated_at), func.sum(Segment.position)
        )
        .select_from(Translation)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(col(Segment.article_id) == article_id, col(Translation.language) == language)
    )
    return tuple(session.execute(query).one())


def list_local_translations(
    session: Session, *, article_id: int | None = None, language: str | None = None, key: str | None = None
) -> list[TranslationRow]:
    """The paragraphs that only a translation has, those whose text was taken out as well, in the order of their making.

    Their source is empty, they have no position, and nothing but their own language has a row.
    """
    query = _select_translations().where(~_is_of_source()).order_by(col(Segment.article_id), col(Segment.id))
    return _read_translations(session, query, article_id=article_id, language=language, key=key)


def find_segment(session: Session, article_id: int, key: str) -> SegmentRow | None:
    """A segment that is live, or that only a translation has."""
    query = (
        select_columns(*_SEGMENT_COLUMNS)
        .join(SourceVersion, _is_current_version())
        .where(col(Segment.article_id) == article_id, col(Segment.key) == key)
        .where(or_(col(Segment.position).is_not(None), ~_is_of_source()))
    )
    row = session.execute(query).first()
    return SegmentRow(*row) if row else None


def lock_translations(session: Session, article_id: int) -> None:
    """Keep others from saving translations of an article until the transaction ends."""
    query = (
        select(Translation.id)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(col(Segment.article_id) == article_id)
    )
    session.exec(query.with_for_update(of=Translation)).all()


def update_segments(session: Session, changes: Sequence[dict[str, object]]) -> None:
    """Change segments in bulk; each change names the `id` and the new values."""
    if changes:
        session.execute(update(Segment), list(changes))


def list_segment_ids(session: Session, article_id: int) -> list[tuple[int, str, int | None]]:
    """Id, key and position of every segment that the source has or had."""
    query = select_columns(Segment.id, Segment.key, Segment.position)
    query = query.where(col(Segment.article_id) == article_id, _is_of_source())
    return [(one, key, position) for one, key, position in session.execute(query)]


def map_versions(
    session: Session, *, article_id: int | None = None, segment_ids: Sequence[int] | None = None
) -> Mapping[int, tuple[SourceText, ...]]:
    """All wordings of the segments that have had more than one, by segment, oldest first."""
    query = (
        select_columns(
            SourceVersion.segment_id,
            SourceVersion.number,
            SourceVersion.text,
            SourceVersion.level,
            SourceVersion.reasons,
            SourceVersion.set_by_person,
        )
        .join(Segment, col(Segment.id) == col(SourceVersion.segment_id))
        .where(col(Segment.version) > 1)
        .order_by(col(SourceVersion.segment_id), col(SourceVersion.number))
    )
    if article_id is not None:
        query = query.where(col(Segment.article_id) == article_id)
    if segment_ids is not None:
        query = query.where(col(Segment.id).in_(segment_ids))
    found: dict[int, list[SourceText]] = defaultdict(list)
    for segment_id, number, text, level, reasons, set_by_person in session.execute(query):
        found[segment_id].append(SourceText(number, text, level, tuple(reasons), set_by_person))
    return {segment_id: tuple(versions) for segment_id, versions in found.items()}


def find_version_date(session: Session, segment_id: int, number: int) -> datetime | None:
    """When a wording came in."""
    query = select(SourceVersion.created_at).where(
        col(SourceVersion.segment_id) == segment_id, col(SourceVersion.number) == number
    )
    return session.exec(query).first()


def add_segments(session: Session, segments: Sequence[dict[str, object]]) -> Mapping[str, int]:
    """New segments of one article in bulk; their ids by key."""
    if not segments:
        return {}
    session.execute(insert(Segment), list(segments))
    query = select(Segment.key, Segment.id).where(col(Segment.article_id) == segments[0]["article_id"])
    return {key: int(segment_id or 0) for key, segment_id in session.exec(query)}


def make_version(
    segment_id: int, number: int, text: str, grade: Grade, *, revision_id: int | None, set_by_person: bool = False
) -> dict[str, object]:
    """A wording as `add_versions` takes it."""
    return {
        "segment_id": segment_id,
        "number": number,
        "text": text,
        "level": grade.level,
        "reasons": list(grade.reasons),
        "set_by_person": set_by_person,
        "article_revision_id": revision_id,
    }


def add_versions(session: Session, versions: Sequence[dict[str, object]]) -> None:
    """New wordings in bulk."""
    if versions:
        session.execute(insert(SourceVersion), list(versions))


def add_translations(session: Session, pairs: Iterable[tuple[int, str]]) -> None:
    """The empty row of each (segment id, language)."""
    rows = [{"segment_id": segment_id, "language": language} for segment_id, language in pairs]
    if rows:
        session.execute(insert(Translation), rows)


def add_local_segment(session: Session, article_id: int, language: str, after_key: str | None) -> str:
    """A new paragraph that only one translation has, with its empty row; its key."""
    article = session.exec(select(Article).where(col(Article.id) == article_id).with_for_update()).one()
    key = f"s{article.next_key}"
    article.next_key += 1
    segment = Segment(article_id=article_id, key=key, kind=Kind.LOCAL, language=language, after_key=after_key)
    session.add(segment)
    session.flush()
    segment_id = int(segment.id or 0)
    add_versions(session, [{"segment_id": segment_id, "number": 1, "text": "", "reasons": []}])
    add_translations(session, [(segment_id, language)])
    return key


def move_local_segment(session: Session, segment_id: int, after_key: str | None) -> None:
    """Let a paragraph that only one translation has stand after another segment, or (None) at the start."""
    session.execute(update(Segment).where(col(Segment.id) == segment_id).values(after_key=after_key))


def list_missing_translations(session: Session, project_id: int, languages: Sequence[str]) -> list[tuple[int, str]]:
    """The (segment id, language) pairs of a project that have no row yet."""
    query = (
        select(Segment.id)
        .join(Article, col(Article.id) == col(Segment.article_id))
        .where(col(Article.project_id) == project_id, _is_of_source())
    )
    segment_ids = [int(found or 0) for found in session.exec(query)]
    known = {tuple(row) for row in session.execute(select_columns(Translation.segment_id, Translation.language))}
    return [(one, language) for one in segment_ids for language in languages if (one, language) not in known]


def _is_of_source() -> ColumnElement[bool]:
    """Whether the article has or had it: a paragraph of one translation's own names its language."""
    return col(Segment.language).is_(None)


def _is_current_version() -> ColumnElement[bool]:
    return and_(col(SourceVersion.segment_id) == col(Segment.id), col(SourceVersion.number) == col(Segment.version))
