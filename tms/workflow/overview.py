"""All articles with their progress, before anything is checked; and the findings of one of them, afterwards."""

from collections import defaultdict
from dataclasses import dataclass

from sqlmodel import Session

from tms.reports import measure_progress
from tms.store import articles as article_store
from tms.store import overview as store
from tms.store import queue as queue_store
from tms.store import segments
from tms.store.members import count_active_members, map_pen_names
from tms.text.words import count_words
from tms.values import ArticleSummary, SegmentProgress
from tms.workflow.articles import get_article
from tms.workflow.people import get_member, name_member
from tms.workflow.reading import SummaryReader
from tms.workflow.standing import SourceHistory, measure_quickly
from tms.workflow.terms import list_sensitive_forms
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Overview:
    """All articles; `me` is my pen name, "" where I work alone and everything is mine. Findings are not counted yet."""

    articles: tuple[ArticleSummary, ...]
    me: str = ""


def load_overview(workspace: Workspace) -> Overview:
    """Every article with its progress in each language, without its findings."""
    with workspace.reading() as session:
        member = get_member(workspace, session)
        me = "" if count_active_members(session) == 1 else member.pen_name
        return Overview(_OverviewReader(workspace, session).read(), me)


def count_findings(workspace: Workspace, ref: str) -> ArticleSummary:
    """One article with its progress and its findings."""
    with workspace.reading() as session:
        return SummaryReader(workspace, session).summarize(get_article(session, ref))


class _OverviewReader:
    def __init__(self, workspace: Workspace, session: Session) -> None:
        self.caches = workspace.caches
        self.session = session

    def read(self) -> tuple[ArticleSummary, ...]:
        articles = article_store.list_articles(self.session)
        names = map_pen_names(self.session)
        assignments = article_store.map_assignments(self.session)
        stale = self._find_stale({article.id: article.source_language for article in articles})
        rows = store.list_standings(self.session)
        words = self._count_words(rows)
        counted: dict[tuple[int, str], list[SegmentProgress]] = defaultdict(list)
        for row in rows:
            counted[row.article_id, row.language].append(
                SegmentProgress(
                    words[row.segment_id, row.version], row.state, row.translation_id in stale, row.is_covered
                )
            )
        summaries = []
        for article in articles:
            progress = []
            for language in article.target_languages:
                place = (article.id, language)
                assigned = assignments.get(place)
                progress.append(
                    measure_progress(
                        language,
                        counted.get(place, ()),
                        due=assigned.due if assigned else None,
                        assignee=name_member(names, assigned.member_id) if assigned else None,
                    )
                )
            summaries.append(
                ArticleSummary(
                    article.project, article.slug, article.title, article.format, tuple(progress), article.notice
                )
            )
        return tuple(summaries)

    def _find_stale(self, languages: dict[int, str]) -> set[int]:
        rows = queue_store.list_behind(self.session)
        if not rows:
            return set()
        wordings = segments.map_versions(self.session, segment_ids=[row.segment_id for row in rows])
        histories = {
            language: SourceHistory(wordings, language, list_sensitive_forms(self.session, language))
            for language in set(languages.values())
        }
        return {row.id for row in rows if measure_quickly(row, histories[languages[row.article_id]]).is_stale}

    def _count_words(self, rows: list[store.StandingRow]) -> dict[tuple[int, int], int]:
        """Words of each wording; one never changes, so it is counted once."""
        known = self.caches.word_counts
        unknown = {row.article_id for row in rows if (row.segment_id, row.version) not in known}
        if unknown:
            versions = {row.segment_id: row.version for row in rows if row.article_id in unknown}
            for segment_id, text in store.map_sources(self.session, sorted(unknown)).items():
                known[segment_id, versions[segment_id]] = count_words(text)
        return known
