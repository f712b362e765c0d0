"""The coordinator's numbers: coverage and up to date, what is stale and why, what blocks publication."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType
from textual.widgets import Input

from tms.tui.actions import Where
from tms.tui.blocks import Block, Role, cut_to, make_block
from tms.tui.language import _, ngettext
from tms.tui.messages import ReportLoaded
from tms.tui.personal import Personal, neutral_title, personal_of
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.list_keys import ListKeys
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.signs import draw_bar, percent
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import FilterLine
from tms.tui.widgets.line_list import LineList
from tms.values import ArticleReport, Blocker, Progress, StaleRow, WorkspaceReport
from tms.workflow.reporting import build_report
from tms.workflow.workspace import Workspace

DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of the report leads to."""

    ref: str
    language: str
    segment: str | None = None
    line: int = 0


class ProgressScreen(ListKeys, TaskScreen):
    """Typing filters by words of title, project or language; Enter opens the place."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "progress.tcss"]
    WHERE = Where.PROGRESS

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.report: WorkspaceReport | None = None

    def compose_task(self) -> ComposeResult:
        """A line to filter by, and the report."""
        yield FilterLine(self, _("type to filter by article, project or language"))
        yield BlockList(id="report")

    def on_mount(self) -> None:
        """Read the numbers."""
        self.list.can_focus = False
        self.query_one(Input).focus()
        self.header.show([(_("Progress"), Role.STRONG), ("   " + _("counting …"), Role.QUIET)])

    def on_screen_resume(self) -> None:
        """Count again after work at a desk."""
        super().on_screen_resume()
        self.action_refresh()

    @property
    def list(self) -> BlockList:
        """The report."""
        return self.query_one("#report", BlockList)

    @work(thread=True, exclusive=True, group="report", exit_on_error=False)
    def _load(self) -> None:
        self.post_message(ReportLoaded(build_report(self.workspace)))

    @on(ReportLoaded)
    def _take(self, message: ReportLoaded) -> None:
        self.report = message.report
        self._show()

    @on(Input.Changed, "#filter")
    def _show(self) -> None:
        if self.report is None:
            return
        words = self.query_one(Input).value
        blocks = list(describe_report(self._hide_titles(self.report), words))
        empty = "No article has these words. Esc clears the filter." if words else "No article yet: `tms import`."
        self.list.show(blocks or [make_block((empty, Role.QUIET))], keep=True)
        made = self.report.made_at.astimezone()
        self.header.show(
            [(_("Progress"), Role.STRONG), ("   " + _("shares are of source words"), Role.QUIET)],
            [(f"{made:%Y-%m-%d %H:%M}", Role.QUIET)],
        )

    def _hide_titles(self, report: WorkspaceReport) -> WorkspaceReport:
        """The report with neutral titles, and without the words of articles that wait for a yes."""
        personal = personal_of(self.app)
        return replace(report, articles=tuple(cover_article(one, personal) for one in report.articles))

    @on(LineList.Chosen, "#report")
    def _choose(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the place that the line speaks of."""
        # The letters before this Enter may not have been looked at yet.
        self._show()
        place = self.list.value
        if isinstance(place, Place):
            self.app.push_screen(DeskScreen(self.workspace, place.ref, place.language, key=place.segment))

    def action_refresh(self) -> None:
        """Count again."""
        self._load()

    def action_back(self) -> None:
        """Clear the filter, or go back."""
        line = self.query_one(Input)
        if line.value:
            line.value = ""
        else:
            self.dismiss()


def cover_article(article: ArticleReport, personal: Personal) -> ArticleReport:
    """An article under its neutral title, none of its words quoted, where the person has not agreed to see it."""
    summary = article.summary
    if summary.notice is None or not personal.is_hidden(summary.ref, summary.notice):
        return article
    stale = tuple(replace(row, source="", text="", reasons=()) for row in article.stale)
    return replace(
        article, summary=replace(summary, title=neutral_title(summary.notice)), stale=stale, source_faults=()
    )


def describe_report(report: WorkspaceReport, words: str = "") -> Iterable[Block]:
    """The report as blocks: per project and article its languages, stale paragraphs, what blocks publication."""
    wanted = words.casefold().split()
    project = None
    titles = Counter(article.summary.title for article in report.articles)
    for article in sorted(report.articles, key=lambda a: a.summary.project):
        summary = article.summary
        languages = [
            progress
            for progress in summary.languages
            if all(word in f"{summary.title} {summary.ref} {progress.language}".casefold() for word in wanted)
        ]
        if not languages:
            continue
        if summary.project != project:
            project = summary.project
            yield make_block((f"{project}\n", Role.QUIET))
        twin = f"  {summary.ref}" if titles[summary.title] > 1 and summary.notice is None else ""
        yield make_block((cut_to(summary.title or summary.slug, 90), Role.STRONG), (twin, Role.QUIET))
        for progress in languages:
            yield from describe_language(article, progress, report.made_at)
        yield make_block(" ")


def describe_language(article: ArticleReport, progress: Progress, now: datetime) -> Iterable[Block]:
    """One language of an article."""
    ref, language = article.summary.ref, progress.language
    due = "  " + _("due {due}").format(due=progress.due) if progress.due else ""
    assignee = f"  {progress.assignee}" if progress.assignee else ""
    yield make_block(
        (f"  {language.upper():<3} ", Role.ACCENT),
        (draw_bar(progress.coverage), Role.ACCENT),
        (
            " "
            + _("{percent:>5} covered  {percent2:>5} up to date").format(
                percent=percent(progress.coverage), percent2=percent(progress.up_to_date)
            ),
            Role.PLAIN,
        ),
        (
            (
                f"   · {progress.initial}  ~ {progress.draft}  ▸ {progress.translated}"
                f"  ✓ {progress.reviewed}  ! {progress.stale}{due}{assignee}"
            ),
            Role.QUIET,
        ),
        value=Place(ref, language),
        indent=6,
    )
    stale = [row for row in article.stale if row.language == language]
    for row in stale:
        yield describe_stale(row, Place(ref, language, row.segment), now)
    blockers = article.blockers_in(language)
    for number, blocker in enumerate(blockers):
        yield describe_blocker(blocker, Place(ref, language, next(iter(blocker.segments), None), number + 1))
    if not blockers:
        yield make_block(("      " + _("✓ may be published"), Role.GOOD))


def describe_stale(row: StaleRow, place: Place, now: datetime) -> Block:
    """A paragraph that the source has left behind: how long, how badly, why."""
    reasons = ", ".join(row.reasons) or _(row.level.value)
    published = _(", published") if row.published else ""
    return make_block(
        ("      ! ", Role.WARNING),
        f"{reasons}",
        (
            "  "
            + _("{describe_age}, {value}, {behind} behind{published}").format(
                describe_age=describe_age(row.since, now),
                value=_(row.level.value),
                behind=row.behind,
                published=published,
            )
            + "  ",
            Role.QUIET,
        ),
        (f"“{cut_to(row.source, 40)}”" if row.source else "", Role.QUIET),
        value=place,
        indent=8,
    )


def describe_blocker(blocker: Blocker, place: Place) -> Block:
    """A reason against publication, with the first paragraph that has it."""
    return make_block(("      ✗ ", Role.ERROR), blocker.message, value=place, indent=8)


def describe_age(since: datetime, now: datetime) -> str:
    """How long ago, in the largest whole unit."""
    if since.tzinfo is None:
        since = since.replace(tzinfo=UTC)
    if now.tzinfo is None:
        now = now.replace(tzinfo=UTC)
    days = int((now - since).total_seconds() // DAY_SECONDS)
    if days < 1:
        return _("since today")
    return ngettext("for {count} day", "for {count} days", days).format(count=days)
