"""Home: every article with its languages, what is done, what is out of date, what comes next."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType
from textual.widgets import Input

from tms.tui.actions import Where
from tms.tui.blocks import Block, Role, Run, cut_to, make_block
from tms.tui.messages import ArticlesLoaded
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
from tms.workflow.reading import list_articles
from tms.workflow.workspace import Workspace

WIDE_LINE = 96
NARROW_LINE = 72
EMPTY = (
    "No article yet.",
    "",
    "A coordinator brings one in on the command line:",
    "  tms project add SLUG --target fr --target es",
    "  tms import SLUG article.md",
    "",
    "Then press ^R here.  `tms demo` builds a sample workspace to try things on.",
)


class ArticlesScreen(ListKeys, TaskScreen):
    """Typing filters, Tab goes from language to language, Enter opens."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "articles.tcss"]
    WHERE = Where.ARTICLES

    def __init__(self, workspace: Workspace, open_ref: str | None = None) -> None:
        super().__init__()
        self.is_ready = False
        self.workspace = workspace
        self.open_ref = open_ref
        self.articles: tuple[ArticleSummary, ...] | None = None
        self.language = 0

    def compose_task(self) -> ComposeResult:
        """A line to filter by, and the list."""
        yield FilterLine(self, "type to filter")
        yield BlockList(id="articles")

    def on_mount(self) -> None:
        """Read the articles."""
        self.list.can_focus = False
        self.query_one(Input).focus()
        self.header.show([("Articles", Role.STRONG), ("   reading …", Role.QUIET)])
        self.show_keys()

    def on_screen_resume(self) -> None:
        """Read the numbers again after work at a desk."""
        super().on_screen_resume()
        self.action_refresh()

    @property
    def list(self) -> BlockList:
        """The list of articles."""
        return self.query_one("#articles", BlockList)

    @work(thread=True, exclusive=True, group="articles", exit_on_error=False)
    def _load(self) -> None:
        self.post_message(ArticlesLoaded(list_articles(self.workspace)))

    @on(ArticlesLoaded)
    def _take(self, message: ArticlesLoaded) -> None:
        is_first = self.articles is None
        self.articles = message.articles
        self._show(keep=not is_first)
        if is_first and self.open_ref is not None:
            self._open_named(self.open_ref)
        self.become_ready()

    def _open_named(self, ref: str) -> None:
        found = [a for a in self.articles or () if ref in (a.ref, a.slug)]
        if len(found) == 1:
            self._open(found[0])
        else:
            self.say(f"no article “{ref}”" if not found else f"“{ref}” is there more than once", Role.WARNING)

    def _show(self, *, keep: bool = True) -> None:
        articles = self._filtered()
        if not self.articles:
            self.list.show([make_block((line or " ", Role.QUIET)) for line in EMPTY])
        elif not articles:
            self.list.show([make_block(("No article has these words. Esc clears the filter.", Role.QUIET))])
        else:
            width = self.list.scrollable_content_region.width or 80
            titles = Counter(article.title for article in self.articles)
            blocks = [describe_article(a, self.language, width, is_twin=titles[a.title] > 1) for a in articles]
            self.list.show(blocks, keep=keep)
        self.header.show([("What next", Role.STRONG), (f"   {describe_work(self.articles or ())}", Role.QUIET)])

    def _filtered(self) -> Sequence[ArticleSummary]:
        words = self.query_one(Input).value.casefold().split()
        return [a for a in self.articles or () if all(word in f"{a.title} {a.ref}".casefold() for word in words)]

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
            self.say("this article has no target language; `tms project add` names them", Role.WARNING)
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
        path = await self.app.push_screen_wait(FileDialog(f"Attach to {ref} in {language.upper()}", files))
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
        """Clear the filter."""
        self.query_one(Input).value = ""


def describe_article(article: ArticleSummary, chosen: int, width: int, *, is_twin: bool = False) -> Block:
    """A title, with the slug where another article has the same title, and a line for each language."""
    place = article.ref if is_twin else article.project
    title = cut_to(article.title or article.slug, max(10, width - len(place) - 6))
    runs: list[Run] = [(f" {title}", Role.STRONG), (f"  {place}", Role.QUIET)]
    for number, progress in enumerate(article.languages):
        is_chosen = number == chosen % len(article.languages)
        runs += [("\n", Role.PLAIN), *describe_progress(progress, is_chosen=is_chosen, width=width)]
    if not article.languages:
        runs.append(("\n    no target language", Role.QUIET))
    return make_block(*runs, "\n ", value=article.ref)


def describe_progress(progress: Progress, *, is_chosen: bool, width: int) -> list[Run]:
    """Where an article stands in a language, in one line."""
    is_wide = width >= WIDE_LINE
    step = next_step(progress) if is_wide else short_step(progress)
    stale = f"! {progress.stale} stale" if progress.stale else ""
    parts: list[Run] = [
        (f"  {'›' if is_chosen else ' '} {progress.language.upper():<3}", Role.ACCENT if is_chosen else Role.QUIET),
        (draw_bar(progress.coverage, 20 if is_wide else 10), Role.ACCENT if is_chosen else Role.QUIET),
        (f" {percent(progress.coverage):>5} done ", Role.PLAIN),
        (f" {percent(progress.up_to_date):>5} up to date " if width >= NARROW_LINE else "", Role.QUIET),
        (f" {stale:<9}", Role.WARNING),
    ]
    if is_wide:
        parts.append((f" {count_findings(progress.findings):<13}", Role.QUIET))
    return [*parts, (f" next: {step}", Role.GOOD if step == "done" else Role.PLAIN)]


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
