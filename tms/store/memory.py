"""The pairs of texts that the memory is made of."""

from collections.abc import Sequence

from sqlalchemy import insert
from sqlmodel import Session, col, func, select

from tms.models import Article, Event, MemoryEntry, Project, Segment, SourceVersion, Translation
from tms.store.columns import select_columns
from tms.values import MemoryPair, Origin, State


def list_superseded(session: Session, *, translation_ids: Sequence[int] | None = None) -> list[MemoryPair]:
    """Pairs that stand or stood: a done text with the wording it was made from, out of the events."""
    query = (
        select_columns(
            SourceVersion.text,
            Event.after,
            Translation.language,
            Event.origin,
            Event.state,
            Article.slug,
            Project.slug,
            Segment.key,
        )
        .select_from(Event)
        .join(Translation, col(Translation.id) == col(Event.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .join(Article, col(Article.id) == col(Segment.article_id))
        .join(Project, col(Project.id) == col(Article.project_id))
        .join(
            SourceVersion,
            (col(SourceVersion.segment_id) == col(Translation.segment_id))
            & (col(SourceVersion.number) == col(Event.source_version)),
        )
        .where(col(Event.state).in_([State.TRANSLATED, State.REVIEWED]), col(Event.after).is_not(None))
    )
    if translation_ids is not None:
        query = query.where(col(Translation.id).in_(translation_ids))
    return [
        MemoryPair(
            source=source,
            target=after,
            language=language,
            origin=origin,
            article=f"{project}/{article}",
            segment=key,
            is_reviewed=state is State.REVIEWED,
        )
        for source, after, language, origin, state, article, project, key in session.execute(query)
    ]


def list_changed(session: Session, after_event: int) -> list[tuple[int, int, str, str]]:
    """Id, article id, segment key and language of the live translations with events after that one."""
    query = (
        select_columns(Translation.id, Segment.article_id, Segment.key, Translation.language)
        .select_from(Event)
        .join(Translation, col(Translation.id) == col(Event.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(col(Event.id) > after_event, col(Segment.position).is_not(None))
        .distinct()
    )
    return [(one, article_id, key, language) for one, article_id, key, language in session.execute(query)]


def list_imported(session: Session) -> list[MemoryPair]:
    """The pairs of imported memory files."""
    query = select_columns(MemoryEntry.source, MemoryEntry.target, MemoryEntry.language, MemoryEntry.origin)
    rows = session.execute(query)
    return [MemoryPair(source=s, target=t, language=language, origin=origin) for s, t, language, origin in rows]


def list_known_hashes(session: Session) -> set[str]:
    """The pair hashes that are stored already."""
    return set(session.exec(select(MemoryEntry.pair_hash)))


def add_entries(session: Session, entries: Sequence[dict[str, object]]) -> None:
    """Imported pairs in bulk."""
    if entries:
        session.execute(insert(MemoryEntry), list(entries))


def read_stamp(session: Session) -> tuple[int, int, int]:
    """Changes whenever the memory may have changed: the newest event, imported entry and source version."""
    newest = (select(func.max(col(table.id))) for table in (Event, MemoryEntry, SourceVersion))
    return tuple(int(session.exec(query).one() or 0) for query in newest)  # type: ignore[return-value]  # three of them


def map_article_refs(session: Session) -> dict[int, str]:
    """`project/slug` of each article."""
    query = select(Article.id, Project.slug, Article.slug).join(Project, col(Project.id) == col(Article.project_id))
    return {int(article_id or 0): f"{project}/{slug}" for article_id, project, slug in session.exec(query)}


def count_origins(session: Session) -> dict[tuple[str, Origin, State], int]:
    """How many texts there are by language, origin and state."""
    query = (
        select_columns(Translation.language, Translation.origin, Translation.state, func.count())
        .select_from(Translation)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(col(Translation.text).is_not(None))
        .group_by(col(Translation.language), col(Translation.origin), col(Translation.state))
    )
    return {(language, origin, state): count for language, origin, state, count in session.execute(query)}
