"""The pairs of texts that the memory is made of."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, insert
from sqlmodel import Session, col, func, select

from tms.models import Article, ArticleRevision, Event, MemoryEntry, Project, Segment, SourceVersion, Translation
from tms.store.columns import select_columns
from tms.values import MemoryPair, Origin, State


def list_superseded(session: Session, *, translation_ids: Sequence[int] | None = None) -> list[MemoryPair]:
    """Pairs that stand or stood, out of the events: for each wording of the source the last text made from it.

    A text that was corrected, returned or thrown away while the source stayed the same is not among them.
    """
    columns = (SourceVersion.text, Event.after, Translation.language, Event.origin, Event.state)
    query = (
        select_columns(Event.translation_id, Event.source_version, *columns, Project.slug, Article.slug, Segment.key)
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
        .where(_has_source())
        .order_by(col(Event.translation_id), col(Event.number))
    )
    if translation_ids is not None:
        query = query.where(col(Translation.id).in_(translation_ids))
    last = {(row[0], row[1]): row[2:] for row in session.execute(query)}
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
        for source, after, language, origin, state, project, article, key in last.values()
        if after is not None and state.is_done
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


def read_stamp(session: Session) -> tuple[int, ...]:
    """Changes whenever the memory may have changed: the newest and the number of events, imported entries, imports.

    On a server numbers are given before a transaction ends, so that the newest alone could hide a late one.
    """
    stamp: list[int] = []
    for table in (Event, MemoryEntry, ArticleRevision):
        newest, count = session.exec(select(func.max(col(table.id)), func.count()).select_from(table)).one()
        stamp += [int(newest or 0), int(count)]
    return tuple(stamp)


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
        .where(col(Translation.text).is_not(None), _has_source())
        .group_by(col(Translation.language), col(Translation.origin), col(Translation.state))
    )
    return {(language, origin, state): count for language, origin, state, count in session.execute(query)}


def _has_source() -> ColumnElement[bool]:
    """A paragraph that only one translation has is a translation of nothing."""
    return col(Segment.language).is_(None)
