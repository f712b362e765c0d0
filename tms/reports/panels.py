"""What the dashboard shows, worked out from the report: sorted, counted and put into words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tms.values import ArticleReport, Blocker, Progress, StaleRow, WorkspaceReport

BAR_WIDTH = 300
LABELS = {
    "reviewed": "reviewed",
    "translated": "translated",
    "stale": "out of date",
    "draft": "draft",
    "initial": "not begun",
}
_EXCERPT = 110


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of a bar: its name, how many segments, and where it lies in BAR_WIDTH units."""

    name: str
    count: int
    x: float
    width: float

    @property
    def label(self) -> str:
        """What people call it."""
        return LABELS[self.name]


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """An article in one language: its progress and what is in the way."""

    progress: Progress
    parts: tuple[BarPart, ...]
    blockers: tuple[Blocker, ...]
    is_ready: bool
    days_left: int | None

    @property
    def description(self) -> str:
        """The bar in words."""
        told = ", ".join(f"{part.count} {part.label}" for part in self.parts)
        return f"{told or 'no paragraphs'}, of {self.progress.segments}"

    @property
    def is_overdue(self) -> bool:
        """Whether the day has passed with something left to do."""
        return self.days_left is not None and self.days_left < 0 and not self.is_ready


@dataclass(frozen=True, slots=True)
class ArticlePanel:
    """An article with its languages, the most urgent first."""

    report: ArticleReport
    lines: tuple[LanguageLine, ...]

    @property
    def urgency(self) -> tuple[int, int, int, float, str]:
        """A sort key: on the site and out of date, then overdue, then out of date, then the least up to date."""
        return (
            -sum(row.published for row in self.report.stale),
            -sum(line.is_overdue for line in self.lines),
            -sum(line.progress.stale for line in self.lines),
            min((line.progress.up_to_date for line in self.lines), default=1.0),
            self.report.summary.ref,
        )


@dataclass(frozen=True, slots=True)
class ProjectPanel:
    """A project with its articles, the most urgent first."""

    slug: str
    articles: tuple[ArticlePanel, ...]


@dataclass(frozen=True, slots=True)
class StaleLine:
    """A translation that is out of date, with its age in whole days."""

    row: StaleRow
    title: str
    days: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers at the top of the page."""

    stale_published: int
    stale: int
    overdue: int
    findings: int
    to_review: int
    ready: int

    @property
    def is_calm(self) -> bool:
        """Whether nobody has to do anything at once."""
        return not (self.stale or self.overdue or self.findings)


def list_projects(report: WorkspaceReport) -> tuple[ProjectPanel, ...]:
    """The projects of the report, the most urgent first."""
    today = report.made_at.date()
    panels = sorted((_to_panel(article, today) for article in report.articles), key=lambda panel: panel.urgency)
    slugs = dict.fromkeys(panel.report.summary.project for panel in panels)
    return tuple(
        ProjectPanel(slug, tuple(panel for panel in panels if panel.report.summary.project == slug)) for slug in slugs
    )


def list_stale(report: WorkspaceReport) -> tuple[StaleLine, ...]:
    """What is out of date, worst first: on the site, by level, the longest since."""
    lines = [
        StaleLine(row, article.summary.title, count_days(row.since, report.made_at), _shorten(row.source))
        for article in report.articles
        for row in article.stale
    ]
    return tuple(sorted(lines, key=_stale_order))


def count_totals(projects: Iterable[ProjectPanel], stale: Iterable[StaleLine]) -> Totals:
    """The totals over all projects."""
    lines = [line for project in projects for article in project.articles for line in article.lines]
    rows = [line.row for line in stale]
    return Totals(
        stale_published=sum(row.published for row in rows),
        stale=sum(line.progress.stale for line in lines),
        overdue=sum(line.is_overdue for line in lines),
        findings=sum(line.progress.findings for line in lines),
        to_review=sum(line.progress.translated for line in lines),
        ready=sum(line.is_ready for line in lines),
    )


def count_days(since: datetime, until: datetime) -> int:
    """Whole days between two moments, never negative; a moment without a zone is taken to be in the other's."""
    if (since.tzinfo is None) is not (until.tzinfo is None):
        since, until = since.replace(tzinfo=None), until.replace(tzinfo=None)
    return max((until - since).days, 0)


def _to_panel(article: ArticleReport, today: date) -> ArticlePanel:
    lines = [_to_line(article, progress, today) for progress in article.summary.languages]
    return ArticlePanel(article, tuple(sorted(lines, key=_line_order)))


def _to_line(article: ArticleReport, progress: Progress, today: date) -> LanguageLine:
    # A language that the gate did not look at is not ready.
    is_gated = any(name == progress.language for name, _ in article.blockers)
    blockers = tuple(sorted(article.blockers_in(progress.language), key=lambda blocker: -blocker.count))
    return LanguageLine(
        progress=progress,
        parts=_to_parts(progress),
        blockers=blockers,
        is_ready=is_gated and not blockers and progress.segments > 0,
        days_left=None if progress.due is None else (progress.due - today).days,
    )


def _to_parts(progress: Progress) -> tuple[BarPart, ...]:
    stale_translated = progress.stale - progress.stale_draft - progress.stale_reviewed
    counts = {
        "reviewed": progress.reviewed - progress.stale_reviewed,
        "translated": progress.translated - stale_translated,
        "stale": progress.stale,
        "draft": progress.draft - progress.stale_draft,
        "initial": progress.initial,
    }
    total = sum(max(count, 0) for count in counts.values())
    parts: list[BarPart] = []
    for name, count in counts.items():
        if count > 0:
            x = parts[-1].x + parts[-1].width if parts else 0.0
            parts.append(BarPart(name, count, x, BAR_WIDTH * count / total))
    return tuple(parts)


def _line_order(line: LanguageLine) -> tuple[bool, int, float, str]:
    return not line.is_overdue, -line.progress.stale, line.progress.up_to_date, line.progress.language


def _stale_order(line: StaleLine) -> tuple[bool, int, int, str, str, str, str]:
    row = line.row
    return not row.published, -row.level.rank, -line.days, row.project, row.article, row.language, row.segment


def _shorten(text: str) -> str:
    """The beginning of a text in one line, cut at a word."""
    line = " ".join(text[: _EXCERPT * 8].split())
    return line if len(line) <= _EXCERPT else line[:_EXCERPT].rsplit(" ", maxsplit=1)[0] + " …"
