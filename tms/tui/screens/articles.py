"""Every article with its languages, what is done, what is out of date, what comes next."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType
from textual.widgets import Input
from textual.worker import get_current_worker

from tms.tui.actions import Where
from tms.tui.article_filter import filter_articles
from tms.tui.blocks import Block, Role, Run, cut_to, make_block
from tms.tui.language import N_, _
from tms.tui.messages import ArticleCounted, ArticlesLoaded
from tms.tui.personal import personal_of
from tms.tui.screens.alignment import AlignmentScreen
from tms.tui.screens.alignment_dialogs import FileDialog
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.list_keys import ListKeys
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.signs import draw_bar, next_step, percent, short_step
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import FilterLine
from tms.tui.widgets.line_list import LineList
from tms.values import ArticleSummary, Progress
from tms.workflow.choosing import list_project_files
from tms.workflow.overview import count_findings as count_article
from tms.workflow.overview import load_overview
from tms.workflow.workspace import Workspace

WIDE_LINE = 96
NARROW_LINE = 72
MOST_REST_SECONDS = 0.5
SECONDS_BETWEEN = 0.5
EMPTY = (
    N_("No article yet."),
    "",
    N_("A coordinator brings one in on the command line:"),
    "  tms project add SLUG --target fr --target es",
    "  tms import SLUG article.md",
    "",
    N_("Then press ^R here.  `tms demo` builds a sample workspace to try things on."),
)


class ArticlesScreen(ListKeys, TaskScreen):
    """Typing filters, Tab goes from language to language, Enter opens."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "articles.tcss"]
    WHERE = Where.ARTICLES
    _shown_at = 0.0

    def __init__(self, workspace: Workspace, open_ref: str | None = None) -> None:
        super().__init__()
        self.is_ready = False
        self.workspace = workspace
        self.open_ref = open_ref
        self.articles: tuple[ArticleSummary, ...] | None = None
        self.language = 0
        self.me = ""
        self.counted: dict[str, ArticleSummary] = {}

    def compose_task(self) -> ComposeResult:
        """A line to filter by, and the list."""
        yield FilterLine(self, _("type to filter: words, lang:fr, state:stale, mine, due"))
        yield BlockList(id="articles")

    def on_mount(self) -> None:
        """Read the articles."""
        self.list.can_focus = False
        self.query_one(Input).focus()
        self.header.show([(_("Articles"), Role.STRONG), ("   " + _("reading …"), Role.QUIET)])
        self.show_keys()

    def on_screen_resume(self) -> None:
        """Read the numbers again after work at a desk."""
        super().on_screen_resume()
        self.action_refresh()

    @property
    def list(self) -> BlockList:
        """The list of articles."""
        return self.query_one("#articles", BlockList)

    def on_screen_suspend(self) -> None:
        """Nothing is checked while nobody looks."""
        self.workers.cancel_group(self, "counting")

    @work(thread=True, exclusive=True, group="articles", exit_on_error=False)
    def _load(self) -> None:
        overview = load_overview(self.workspace)
        self.post_message(ArticlesLoaded(overview.articles, overview.me))

    @work(thread=True, exclusive=True, group="counting", exit_on_error=False)
    def _count(self, refs: Sequence[str]) -> None:
        worker = get_current_worker()
        for number, ref in enumerate(refs, 1):
            if worker.is_cancelled:
                return
            began = time.monotonic()
            self.post_message(ArticleCounted(count_article(self.workspace, ref), number, len(refs)))
            # Checks take the processor whole: whoever types in the meantime has the other half of it.
            time.sleep(min(MOST_REST_SECONDS, time.monotonic() - began))

    @on(ArticleCounted)
    def _take_counted(self, message: ArticleCounted) -> None:
        article = message.article
        self.counted[article.ref] = article
        self.articles = tuple(article if one.ref == article.ref else one for one in self.articles or ())
        is_last = message.number == message.total
        if is_last or time.monotonic() - self._shown_at > SECONDS_BETWEEN:
            self._show()
        if not is_last:
            self._show_header(_("   checking {number} of {total} …").format(number=message.number, total=message.total))

    @on(ArticlesLoaded)
    def _take(self, message: ArticlesLoaded) -> None:
        is_first = self.articles is None
        self.me = message.me
        # What was counted last stands until it is counted again.
        self.articles = tuple(self._with_findings(article) for article in message.articles)
        if self.is_current and self.open_ref is None:
            self._count([article.ref for article in message.articles])
        self._show(keep=not is_first)
        if is_first and self.open_ref is not None:
            self._open_named(self.open_ref)
        self.become_ready()

    def _with_findings(self, article: ArticleSummary) -> ArticleSummary:
        known = self.counted.get(article.ref)
        findings = {one.language: one.findings for one in known.languages} if known is not None else {}
        languages = tuple(replace(one, findings=findings.get(one.language, 0)) for one in article.languages)
        return replace(article, languages=languages)

    def _open_named(self, ref: str) -> None:
        found = [a for a in self.articles or () if ref in (a.ref, a.slug)]
        if len(found) == 1:
            self._open(found[0])
            self.open_ref = None
        else:
            self.say(
                _("no article “{ref}”").format(ref=ref)
                if not found
                else _("“{ref}” is there more than once").format(ref=ref),
                Role.WARNING,
            )

    def _show(self, *, keep: bool = True) -> None:
        if self.articles is None:
            # Not read yet, or it cannot be: that there is no article would be said too early.
            return
        articles = self._filtered()
        if not self.articles:
            self.list.show([make_block((line or " ", Role.QUIET)) for line in EMPTY])
        elif not articles:
            self.list.show([make_block((_("No article has these words. Esc clears the filter."), Role.QUIET))])
        else:
            width = self.list.scrollable_content_region.width or 80
            titles = Counter(self._title(article) for article in self.articles)
            blocks = [
                describe_article(
                    replace(a, title=self._title(a)),
                    self.language,
                    width,
                    is_twin=titles[self._title(a)] > 1 and not self._is_hidden(a),
                )
                for a in articles
            ]
            self.list.show(blocks, keep=keep)
        self._shown_at = time.monotonic()
        self._show_header()

    def _show_header(self, more: str = "") -> None:
        work = describe_work(self.articles or ())
        self.header.show([(_("Articles"), Role.STRONG), (f"   {work}", Role.QUIET)], [(more, Role.QUIET)])

    def _title(self, article: ArticleSummary) -> str:
        return personal_of(self.app).title_of(article.ref, article.title or article.slug, article.notice)

    def _is_hidden(self, article: ArticleSummary) -> bool:
        return personal_of(self.app).is_hidden(article.ref, article.notice)

    def _filtered(self) -> Sequence[ArticleSummary]:
        words = self.query_one(Input).value
        named = [(self._title(a) if self._is_hidden(a) else f"{a.title} {a.ref}", a) for a in self.articles or ()]
        return filter_articles(named, words, self.me)

    @property
    def current(self) -> ArticleSummary | None:
        """The article under the cursor."""
        return next((a for a in self.articles or () if a.ref == self.list.value), None)

    @on(Input.Changed, "#filter")
    def _filter(self) -> None:
        self._show()

    @on(LineList.Chosen, "#articles")
    def _choose(self) -> None:
        self.action_open()

    def on_resize(self) -> None:
        """Shorten titles to the new width."""
        super().on_resize()
        if self.articles:
            self.call_after_refresh(self._show)

    # Actions.

    def action_open(self) -> None:
        """Open the article in the chosen language."""
        # The letters before this Enter may not have been looked at yet.
        self._show()
        if self.current is not None:
            self._open(self.current)

    def _open(self, article: ArticleSummary) -> None:
        if not article.languages:
            self.say(_("this article has no target language; `tms project add` names them"), Role.WARNING)
            return
        language = article.languages[self.language % len(article.languages)].language
        self.app.push_screen(DeskScreen(self.workspace, article.ref, language))

    def _find_place(self) -> tuple[str, str] | None:
        """The article under the cursor and the chosen language."""
        self._show()
        if self.current is None or not self.current.languages:
            return None
        return self.current.ref, self.current.languages[self.language % len(self.current.languages)].language

    @work
    async def action_attach(self) -> None:
        """Choose a file and align it with the article."""
        place = self._find_place()
        if place is None:
            return
        ref, language = place
        files = list_project_files(self.workspace, ref)
        path = await self.app.push_screen_wait(
            FileDialog(_("Attach to {ref} in {language}").format(ref=ref, language=language.upper()), files)
        )
        if path is not None:
            self.app.push_screen(AlignmentScreen(self.workspace, ref, language, path))

    def action_repair_alignment(self) -> None:
        """Look at the alignment of the translation that stands there."""
        place = self._find_place()
        if place is not None:
            self.app.push_screen(AlignmentScreen(self.workspace, *place))

    def action_next_language(self, step: int = 1) -> None:
        """Choose the next language."""
        count = max((len(a.languages) for a in self.articles or ()), default=0)
        if count:
            self.language = (self.language + step) % count
            self._show()

    def action_previous_language(self) -> None:
        """Choose the language before."""
        self.action_next_language(-1)

    def action_refresh(self) -> None:
        """Read the numbers again."""
        self._load()

    def action_back(self) -> None:
        """Clear the filter, or go back."""
        line = self.query_one(Input)
        if line.value:
            line.value = ""
        else:
            self.dismiss()


def describe_article(article: ArticleSummary, chosen: int, width: int, *, is_twin: bool = False) -> Block:
    """A title, with the slug where another article has the same title, and a line for each language."""
    place = article.ref if is_twin else article.project
    title = cut_to(article.title or article.slug, max(10, width - len(place) - 6))
    runs: list[Run] = [(f" {title}", Role.STRONG), (f"  {place}", Role.QUIET)]
    for number, progress in enumerate(article.languages):
        is_chosen = number == chosen % len(article.languages)
        runs += [("\n", Role.PLAIN), *describe_progress(progress, is_chosen=is_chosen, width=width)]
    if not article.languages:
        runs.append(("\n    " + _("no target language"), Role.QUIET))
    return make_block(*runs, "\n ", value=article.ref)


def describe_progress(progress: Progress, *, is_chosen: bool, width: int) -> list[Run]:
    """Where an article stands in a language, in one line."""
    is_wide = width >= WIDE_LINE
    step = next_step(progress) if is_wide else short_step(progress)
    stale = _("! {stale} stale").format(stale=progress.stale) if progress.stale else ""
    parts: list[Run] = [
        (f"  {'›' if is_chosen else ' '} {progress.language.upper():<3}", Role.ACCENT if is_chosen else Role.QUIET),
        (draw_bar(progress.coverage, 20 if is_wide else 10), Role.ACCENT if is_chosen else Role.QUIET),
        (" " + _("{percent:>5} done").format(percent=percent(progress.coverage)) + " ", Role.PLAIN),
        (
            " " + _("{percent:>5} up to date").format(percent=percent(progress.up_to_date)) + " "
            if width >= NARROW_LINE
            else "",
            Role.QUIET,
        ),
        (f" {stale:<9}", Role.WARNING),
    ]
    if is_wide:
        parts.append((f" {count_findings(progress.findings):<13}", Role.QUIET))
    parts.append((" " + _("next: {step}").format(step=step), Role.GOOD if step == "done" else Role.PLAIN))
    return [*parts, (describe_assignment(progress), Role.QUIET)]


def describe_assignment(progress: Progress) -> str:
    """Who has it and by when, if anybody."""
    told = [progress.assignee or "", _("due {day}").format(day=progress.due.isoformat()) if progress.due else ""]
    return "".join(f"  {one}" for one in told if one)


def count_findings(count: int) -> str:
    """How many findings, in words; nothing for none."""
    return f"{count} finding{'' if count == 1 else 's'}" if count else ""


def describe_work(articles: Sequence[ArticleSummary]) -> str:
    """What there is to do in the whole workspace."""
    languages = [progress for article in articles for progress in article.languages]
    counts = {
        "out of date": sum(p.stale for p in languages),
        "to translate": sum(p.initial for p in languages),
        "drafts to read": sum(p.draft for p in languages),
        "to review": sum(p.translated for p in languages),
    }
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count) or "nothing to do"
