"""Home: what I should do next, the most urgent first."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType
from textual.widgets import Input

from tms.tui.actions import When, Where
from tms.tui.blocks import Block, Role, make_block
from tms.tui.home_lines import describe_item, describe_recent, describe_what, greet, list_empty_lines
from tms.tui.language import _
from tms.tui.messages import QueueLoaded
from tms.tui.personal import Personal, personal_of
from tms.tui.screens.articles import ArticlesScreen
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.home_delivery import HomeDelivery
from tms.tui.screens.home_watching import HomeWatching
from tms.tui.screens.list_keys import ListKeys
from tms.tui.screens.progress import ProgressScreen
from tms.tui.screens.sitting_dialog import SittingDialog
from tms.tui.sittings import describe_end
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import FilterLine
from tms.tui.widgets.line_list import LineList
from tms.values import ArticleWork, Queue, QueueItem
from tms.workflow.queue import load_queue
from tms.workflow.workspace import Workspace

SHOWN_RECENT = 5


class HomeScreen(ListKeys, HomeDelivery, HomeWatching):
    """Enter opens what is next; a letter does the rest."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "home.tcss"]
    WHERE = Where.HOME
    _is_moved = False
    is_ready = False

    def __init__(self, workspace: Workspace, open_ref: str | None = None) -> None:
        super().__init__()
        self.workspace = workspace
        self.open_ref = open_ref
        self.queue: Queue | None = None

    def compose_task(self) -> ComposeResult:
        """A line to filter by, hidden until it is asked for, and the list."""
        yield FilterLine(self, _("show only lines with these words"))
        yield BlockList(id="queue")

    def on_mount(self) -> None:
        """Read the queue."""
        self.query_one("#filter").display = False
        self.list.focus()
        self.header.show([(_("reading …"), Role.QUIET)])
        if self.open_ref is not None:
            self.app.push_screen(ArticlesScreen(self.workspace, self.open_ref))
        else:
            self.action_refresh()

    def on_screen_resume(self) -> None:
        """Read it again after work elsewhere; say what came of a sitting."""
        super().on_screen_resume()
        if self.queue is not None or self.open_ref is not None:
            self.action_refresh()
        self.deliver_soon()
        sitting, self.personal.sitting = self.personal.sitting, None
        if sitting is not None:
            self.say(describe_end(sitting), Role.GOOD, stays=True)

    @property
    def list(self) -> BlockList:
        """What is to be done."""
        return self.query_one("#queue", BlockList)

    @property
    def personal(self) -> Personal:
        """What is mine alone."""
        return personal_of(self.app)

    @property
    def today(self) -> date:
        """The day of the queue that is shown."""
        return self.queue.today if self.queue is not None else datetime.now().astimezone().date()

    def list_conditions(self) -> frozenset[When]:
        """What is so now."""
        is_chosen = isinstance(self.list.value, QueueItem)
        return frozenset({When.ALWAYS, When.CHOSEN}) if is_chosen else frozenset({When.ALWAYS})

    # Reading.

    def renew(self) -> None:
        """Something came out of the journal."""
        self.action_refresh()

    @work(thread=True, exclusive=True, group="queue", exit_on_error=False)
    def _load(self, today: date, skipped: frozenset[str]) -> None:
        self.post_message(QueueLoaded(load_queue(self.workspace, today=today, skipped=skipped)))

    @on(QueueLoaded)
    def _take(self, message: QueueLoaded) -> None:
        is_first = self.queue is None
        self.queue = message.queue
        self._show(keep=not is_first)
        # What was typed ahead is for the lines, not for an empty list.
        self.become_ready()

    @on(Input.Changed, "#filter")
    def _filter(self) -> None:
        self._show()

    def _show(self, *, keep: bool = True) -> None:
        queue = self.queue
        if queue is None:
            return
        words = self.query_one(Input).value.casefold().split()
        blocks = self._list_blocks(queue, words)
        if not blocks and words:
            blocks = [make_block((_("No line has these words. Esc clears the filter."), Role.QUIET))]
        self._show_list(blocks, keep=keep)
        hello, told = greet(queue, datetime.now().astimezone())
        self.header.show([(hello, Role.STRONG), (f" {told}", Role.PLAIN)])
        self.show_waiting()
        self.show_keys()

    def _show_list(self, blocks: Sequence[Block], *, keep: bool) -> None:
        """Show the lines, the cursor where it was: at the same article, or where that was put off at the same line."""
        line, value, moved = self.list.cursor, self.list.value, self._is_moved
        self._is_moved = False
        self.list.show(blocks)
        if not keep or line is None:
            return
        places = [_place_of(block.value) for block in blocks]
        wanted = _place_of(value)
        self.list.move_cursor_to(min(places.index(wanted) if wanted in places and not moved else line, len(blocks) - 1))

    def _list_blocks(self, queue: Queue, words: Sequence[str]) -> Sequence[Block]:
        width = (self.list.scrollable_content_region.width or 80) - self.list.mark_width
        blocks = [
            describe_item(item, self._title(item), queue.today, width, is_hidden=self._is_hidden(item))
            for item in queue.items
            if _has_words(f"{self._title(item)} {item.language} {describe_what(item, queue.today)}", words)
        ]
        if not queue.items and not words:
            lines = list_empty_lines(has_articles=bool(queue.works))
            blocks = [make_block((line or " ", Role.QUIET)) for line in lines]
        recent = self._list_recent(queue, words)
        if recent:
            blocks.append(make_block((f"\n {_('Opened lately')}", Role.QUIET)))
            blocks += [describe_recent(one, self._title(one), width) for one in recent]
        return blocks

    def _list_recent(self, queue: Queue, words: Sequence[str]) -> Sequence[ArticleWork]:
        works = {(one.ref, one.language): one for one in queue.works}
        recent = [works[place] for place in self.personal.list_recent() if place in works]
        found = [one for one in recent if _has_words(f"{self._title(one)} {one.language}", words)]
        return found if words else found[:SHOWN_RECENT]

    def _title(self, one: QueueItem | ArticleWork) -> str:
        return self.personal.title_of(one.ref, one.title, one.notice)

    def _is_hidden(self, item: QueueItem) -> bool:
        return self.personal.is_hidden(item.ref, item.notice)

    @on(LineList.Moved, "#queue")
    def _follow(self) -> None:
        self.show_keys()

    @on(LineList.Chosen, "#queue")
    def _choose(self) -> None:
        self.action_open()

    @on(Input.Submitted, "#filter")
    def _open_found(self) -> None:
        self._show()
        self.action_open()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        super().on_resize()
        self.call_after_refresh(self._show)

    # Actions.

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self._show()
        chosen = self.list.value
        if isinstance(chosen, QueueItem):
            self.app.push_screen(DeskScreen(self.workspace, chosen.ref, chosen.language, key=chosen.key))
        elif isinstance(chosen, ArticleWork):
            self.app.push_screen(DeskScreen(self.workspace, chosen.ref, chosen.language))

    @work(exit_on_error=False)
    async def action_fifteen(self) -> None:
        """Fifteen minutes: paragraphs that fit into them, one after the other."""
        if self.queue is None:
            return
        hidden = frozenset(item.ref for item in self.queue.items if self._is_hidden(item))
        titles = {(item.ref, item.language): self._title(item) for item in self.queue.items}
        sitting = await self.app.push_screen_wait(SittingDialog(self.workspace, self.queue, titles, hidden))
        piece = sitting.piece if sitting is not None else None
        if piece is None:
            return
        self.personal.sitting = sitting
        self.app.push_screen(DeskScreen(self.workspace, piece.ref, piece.language, key=piece.key))

    def action_skip(self) -> None:
        """Not this one, today; on a line that was put off: this one after all."""
        item = self.list.value
        if not isinstance(item, QueueItem):
            return
        if item.is_skipped:
            self.personal.take_back(item.place, self.today)
            self.say(_("back in its place"))
        else:
            self.personal.put_off(item.place, self.today)
            self._is_moved = True
            self.say(_("at the end until tomorrow; the same key brings it back"))
        self.action_refresh()

    def action_articles(self) -> None:
        """All articles."""
        self.app.push_screen(ArticlesScreen(self.workspace))

    def action_dashboard(self) -> None:
        """Progress, what is stale, what blocks publication."""
        self.app.push_screen(ProgressScreen(self.workspace))

    async def action_keys(self) -> None:
        """All keys."""
        await self.app.run_action("help")

    def action_find(self) -> None:
        """Filter the lines by words."""
        line = self.query_one("#filter", Input)
        line.display = True
        line.focus()

    def action_refresh(self) -> None:
        """Read it again."""
        today = datetime.now().astimezone().date()
        self._load(today, self.personal.list_put_off(today))

    def action_back(self) -> None:
        """Clear the filter."""
        line = self.query_one("#filter", Input)
        line.value = ""
        line.display = False
        self.list.focus()


def _place_of(value: object) -> tuple[str, str, bool] | None:
    if isinstance(value, QueueItem | ArticleWork):
        return value.ref, value.language, isinstance(value, QueueItem)
    return None


def _has_words(text: str, words: Sequence[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
