"""The coordinator's numbers: progress, what is stale, what blocks publication; and the page that shows them."""

from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session

from tms.publish import find_blockers
from tms.reports import render_dashboard
from tms.store import articles as article_store
from tms.store import remarks, segments
from tms.store.proposals import count_open_proposals
from tms.store.rows import ArticleRow
from tms.values import ArticleReport, Blocker, GateRow, Origin, Severity, SourceFault, State, WorkspaceReport
from tms.workflow.articles import get_project
from tms.workflow.checking import Checker, list_open
from tms.workflow.files import write_file
from tms.workflow.locals import list_notes
from tms.workflow.reading import SummaryReader
from tms.workflow.stale import list_stale_rows
from tms.workflow.standing import is_review_current, measure_review, read_history
from tms.workflow.workspace import Workspace

REPORT_FILE = "report.html"


def build_report(workspace: Workspace, project: str | None = None) -> WorkspaceReport:
    """The numbers of all articles, or of a project's."""
    with workspace.reading() as session:
        if project is not None:
            get_project(session, project)
        reader = SummaryReader(workspace, session)
        articles = tuple(
            _report_article(reader, session, article)
            for article in article_store.list_articles(session, project=project)
        )
        return WorkspaceReport(datetime.now(UTC), articles, count_open_proposals(session))


def _report_article(reader: SummaryReader, session: Session, article: ArticleRow) -> ArticleReport:
    blockers = tuple(
        (language, list_blockers(reader.checker, session, article, language)) for language in article.target_languages
    )
    stale = tuple(list_stale_rows(session, article))
    return ArticleReport(reader.summarize(article), stale, blockers, _list_source_faults(reader.checker, article))


def _list_source_faults(checker: Checker, article: ArticleRow) -> tuple[SourceFault, ...]:
    """What the glossary says of the source; hints are left to `tms check`."""
    return tuple(
        SourceFault(row.segment, row.text[finding.start : finding.end], finding.message)
        for row in checker.check_sources(article)
        for finding in row.findings
        if finding.severity is not Severity.INFO and finding.start is not None
    )


def list_blockers(checker: Checker, session: Session, article: ArticleRow, language: str) -> tuple[Blocker, ...]:
    """Why an article cannot be published in a language yet; nothing when it can."""
    rows = list_gate_rows(checker, session, article, language)
    return find_blockers(rows, embargo=article.find_embargo(datetime.now(UTC)))


def list_gate_rows(checker: Checker, session: Session, article: ArticleRow, language: str) -> list[GateRow]:
    """What the gate looks at, segment by segment."""
    history = read_history(session, article)
    waivers = remarks.list_waivers(session, article_id=article.id)
    questions = remarks.count_questions(session, article.id, language)
    live = {segment.key for segment in segments.list_segments(session, article.id)}
    found = segments.list_translations(session, article_id=article.id, language=language)
    # A paragraph that has no row in this language yet must not slip through in English.
    rows = [GateRow(key, State.INITIAL) for key in sorted(live - {row.key for row in found})]
    for row in [*found, *list_notes(session, article.id, language)]:
        is_covered = row.covered_by is not None
        findings = list_open(checker.check_row(article, row, waivers.get(row.id, ())))
        rows.append(
            GateRow(
                key=row.key,
                state=row.state if row.text is not None or is_covered else State.INITIAL,
                is_reviewed_text_current=is_review_current(row),
                level=measure_review(row, history).level,
                is_machine_unread=row.origin is Origin.MACHINE and row.state is State.DRAFT,
                is_covered=is_covered,
                errors=sum(f.severity is Severity.ERROR for f in findings),
                open_questions=questions.get(row.segment_id, 0),
            )
        )
    return rows


def write_report(workspace: Workspace, folder: Path, project: str | None = None) -> Path:
    """Write the dashboard as one self-contained page; where it is."""
    path = folder / REPORT_FILE
    write_file(path, render_dashboard(build_report(workspace, project)).encode())
    return path
