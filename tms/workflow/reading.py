"""What people look at: articles with their progress, an article opened for work, the history of a translation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlmodel import Session

from tms.errors import NotFoundError
from tms.models import Assignment, WorkingCopy
from tms.reports import measure_progress
from tms.store import articles as article_store
from tms.store import remarks, translations
from tms.store.members import map_pen_names
from tms.store.rows import ArticleRow, TranslationRow
from tms.text.words import count_words
from tms.values import ArticleSummary, Desk, DeskRow, Finding, HistoryEntry, Kind, Progress, SegmentProgress
from tms.workflow.articles import get_article, get_project, require_language
from tms.workflow.checking import Checker, list_open
from tms.workflow.locals import list_rows
from tms.workflow.people import get_member, name_member
from tms.workflow.standing import SourceHistory, measure_standing, read_history
from tms.workflow.workspace import Workspace


def list_articles(workspace: Workspace, project: str | None = None) -> tuple[ArticleSummary, ...]:
    """Every article, or those of a project, with their progress in each language."""
    with workspace.reading() as session:
        if project is not None:
            get_project(session, project)
        rows = article_store.list_articles(session, project=project)
        reader = SummaryReader(workspace, session)
        return tuple(reader.summarize(article) for article in rows)


class SummaryReader:
    """Summaries of articles within one transaction."""

    def __init__(self, workspace: Workspace, session: Session) -> None:
        self.session = session
        self.checker = Checker(workspace, session)
        self.names = map_pen_names(session)
        self.assignments = article_store.map_assignments(session)

    def summarize(self, article: ArticleRow) -> ArticleSummary:
        """An article with its progress in each language."""
        rows: dict[str, list[TranslationRow]] = defaultdict(list)
        for row in list_rows(self.session, article.id):
            rows[row.language].append(row)
        history = read_history(self.session, article)
        waivers = remarks.list_waivers(self.session, article_id=article.id)
        progress = []
        for language in article.target_languages:
            findings = self.checker.check_rows(article, rows[language], waivers)
            counted = self.count_segments(rows[language], history, findings)
            progress.append(self._measure(article, language, counted))
        return ArticleSummary(
            article.project, article.slug, article.title, article.format, tuple(progress), article.notice
        )

    def count_segments(
        self, rows: Iterable[TranslationRow], history: SourceHistory, findings: Mapping[int, Sequence[Finding]]
    ) -> list[SegmentProgress]:
        """What the progress of one language is counted from."""
        return [
            SegmentProgress(
                words=count_words(row.source),
                state=row.state,
                is_stale=measure_standing(row, history).is_stale,
                is_covered=row.covered_by is not None,
                findings=tuple(finding.severity for finding in list_open(findings[row.id])),
                is_local=row.kind is Kind.LOCAL,
            )
            for row in rows
        ]

    def _measure(self, article: ArticleRow, language: str, counted: Sequence[SegmentProgress]) -> Progress:
        assigned: Assignment | None = self.assignments.get((article.id, language))
        return measure_progress(
            language,
            counted,
            due=assigned.due if assigned else None,
            assignee=name_member(self.names, assigned.member_id) if assigned else None,
        )


def list_refs(workspace: Workspace) -> tuple[str, ...]:
    """All articles by name, and nothing else of them."""
    with workspace.reading() as session:
        return tuple(article.ref for article in article_store.list_articles(session))


def load_desk(workspace: Workspace, ref: str, language: str) -> Desk:
    """An article opened for work in one language, with what I typed there and did not save."""
    with workspace.reading() as session:
        article = get_article(session, ref)
        require_language(article, language)
        typed = _map_typed(workspace, session, article, language)
        history = read_history(session, article)
        rows = list_rows(session, article.id, language=language, typed=typed)
        return Desk(
            project=article.project,
            slug=article.slug,
            title=article.title,
            source_language=article.source_language,
            language=language,
            rows=tuple(to_desk_row(row, history, typed) for row in rows),
            notice=article.notice,
        )


def load_row(workspace: Workspace, ref: str, key: str, language: str) -> DeskRow:
    """One segment of an opened article, read again."""
    with workspace.reading() as session:
        article = get_article(session, ref)
        row = get_row(session, article, key, language)
        typed = _map_typed(workspace, session, article, language)
        history = read_history(session, article, segment_ids=[row.segment_id])
        return to_desk_row(row, history, typed)


def get_row(session: Session, article: ArticleRow, key: str, language: str) -> TranslationRow:
    """A live segment, or the translation's own one, beside its translation; raises NotFoundError."""
    require_language(article, language)
    found = list_rows(session, article.id, language=language, key=key)
    if not found:
        raise NotFoundError(f"no segment '{key}' in '{article.ref}'", f"'tms show {article.ref}' lists the keys")
    return found[0]


def _map_typed(workspace: Workspace, session: Session, article: ArticleRow, language: str) -> dict[int, WorkingCopy]:
    member = get_member(workspace, session)
    copies = translations.list_working_copies(session, article.id, language, member.id)
    return {copy.translation_id: copy for copy in copies}


def to_desk_row(row: TranslationRow, history: SourceHistory, typed: Mapping[int, WorkingCopy]) -> DeskRow:
    """A stored row as the desk shows it; `typed` holds unsaved texts by translation."""
    standing = measure_standing(row, history)
    copy = typed.get(row.id)
    return DeskRow(
        key=row.key,
        kind=row.kind,
        position=row.position,
        source=row.source,
        source_version=row.version,
        text=row.text,
        state=row.state,
        origin=row.origin,
        revision=row.revision,
        engine=row.engine,
        level=standing.level,
        reasons=standing.reasons,
        behind=standing.behind,
        made_from_text=standing.made_from_text,
        covered_by=row.covered_by,
        working_text=copy.text if copy else None,
        working_revision=copy.revision if copy else None,
        after=row.after_key,
    )


def list_history(workspace: Workspace, ref: str, key: str, language: str) -> tuple[HistoryEntry, ...]:
    """All that happened to a translation, the newest first."""
    with workspace.reading() as session:
        article = get_article(session, ref)
        translation_id = translations.find_translation_id(session, article.id, key, language)
        if translation_id is None:
            raise NotFoundError(f"no segment '{key}' in '{article.ref}'", f"'tms show {article.ref}' lists the keys")
        return list_entries(session, translation_id)


def list_entries(session: Session, translation_id: int) -> tuple[HistoryEntry, ...]:
    """The history of a translation, the newest first."""
    names = map_pen_names(session)
    return tuple(
        HistoryEntry(e.number, e.kind, e.at, name_member(names, e.member_id), e.after, e.state, e.reason)
        for e in reversed(translations.list_events(session, translation_id))
    )
