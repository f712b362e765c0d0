"""What is out of date, worst first, and why."""

from datetime import UTC, datetime

from sqlmodel import Session

from tms.store import articles as article_store
from tms.store import segments
from tms.store.rows import ArticleRow
from tms.values import StaleRow
from tms.workflow.articles import get_project
from tms.workflow.standing import measure_standing, read_history
from tms.workflow.workspace import Workspace


def list_stale(
    workspace: Workspace, project: str | None = None, *, language: str | None = None
) -> tuple[StaleRow, ...]:
    """The stale translations of a project or of all, worst first: published ones, then by level, then the oldest."""
    with workspace.reading() as session:
        if project is not None:
            get_project(session, project)
        rows = [
            row
            for article in article_store.list_articles(session, project=project)
            for row in list_stale_rows(session, article)
            if language in (None, row.language)
        ]
    return tuple(sorted(rows, key=_urgency))


def _urgency(row: StaleRow) -> tuple[bool, int, datetime, str, str, str]:
    return (not row.published, -row.level.rank, row.since, row.article, row.segment, row.language)


def list_stale_rows(session: Session, article: ArticleRow) -> list[StaleRow]:
    """The stale translations of one article in reading order."""
    history = read_history(session, article)
    published = article_store.map_publications(session)
    found = []
    for row in segments.list_translations(session, article_id=article.id):
        if row.language not in article.target_languages:
            continue
        standing = measure_standing(row, history)
        if not standing.is_stale:
            continue
        since = segments.find_version_date(session, row.segment_id, (row.source_version or 0) + 1)
        found.append(
            StaleRow(
                project=article.project,
                article=article.slug,
                segment=row.key,
                language=row.language,
                level=standing.level,
                reasons=standing.reasons,
                behind=standing.behind,
                since=since or datetime.now(UTC),
                published=(article.id, row.language) in published,
                source=row.source,
                text=row.text or "",
            )
        )
    return found
