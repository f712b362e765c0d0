"""Other words in the place of those found: every paragraph looked at, some left out, all taken back by one key."""

import dataclasses
from asyncio import to_thread
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType
from textual.widgets import Input
from textual.worker import get_current_worker

from tms.errors import TmsError
from tms.tui.actions import When, Where
from tms.tui.blocks import Role, cut_to, make_block
from tms.tui.hits import describe_scope
from tms.tui.language import _, ngettext
from tms.tui.personal import personal_of
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.list_keys import ListKeys
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.search_messages import ReplacingDone, ReplacingGoesOn, SearchFailed, SwapsChecked, SwapsPlanned
from tms.tui.signs import draw_bar
from tms.tui.swaps import LABELLED, Swaps, describe_undo, key_of
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import FilterLine
from tms.tui.widgets.line_list import LineList
from tms.values import Query, Scope, Swap, Swapped
from tms.workflow.replacing import (
    Replacement,
    apply_swaps,
    find_last_run,
    find_new_findings,
    plan_swaps,
    undo_run,
)
from tms.workflow.searching import Searcher

if TYPE_CHECKING:
    from textual.timer import Timer

DELAY_SECONDS = 0.2
NEWS_SECONDS = 0.2
CHECKED_AT_ONCE = 25


class ReplaceScreen(ListKeys, TaskScreen):
    """A line for the replacement, below it what would become of each paragraph."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "search.tcss"]
    WHERE = Where.REPLACE

    def __init__(self, searcher: Searcher, query: Query, scope: Scope) -> None:
        super().__init__()
        self.searcher = searcher
        self.workspace = searcher.workspace
        self.query_ = query
        self.scope = scope
        self.in_markup = False
        self.swaps = Swaps()
        self.number = 0
        self.is_planned = False
        self.is_working = False
        self.is_stopping = False
        self.is_stale = False
        self.is_made = False
        self._timer: Timer | None = None

    def compose_task(self) -> ComposeResult:
        """The replacement and the paragraphs."""
        yield FilterLine(self, _("what is to stand there instead; Enter on an empty line takes the words out"))
        yield BlockList(id="swaps")

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one(Input).focus()
        self._show_nothing()

    def on_screen_resume(self) -> None:
        """Look again after work at a desk."""
        super().on_screen_resume()
        if self.is_stale and not self.is_made:
            self.action_refresh()

    @property
    def list(self) -> BlockList:
        """The paragraphs, under their articles."""
        return self.query_one("#swaps", BlockList)

    @property
    def swap(self) -> Swap | None:
        """The paragraph under the cursor."""
        return self.swaps.find(self.list.value)

    def list_conditions(self) -> frozenset[When]:
        """What is so now."""
        facts = {
            When.ALWAYS: True,
            When.REACHED: self.list.value is not None,
            When.CHANGEABLE: self.is_planned and any(map(self.swaps.is_taken, self.swaps.rows)),
        }
        return frozenset(fact for fact, is_so in facts.items() if is_so)

    async def take_key(self, key: str, character: str | None) -> bool:
        """In the line a space is a space."""
        if key == "space" and self.query_one(Input).has_focus and not self.router.pending:
            return False
        return await super().take_key(key, character)

    # Looking at what would be.

    @on(Input.Changed, "#filter")
    def _wait(self) -> None:
        self.is_planned = False
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DELAY_SECONDS, self._begin)

    def _begin(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self.is_stale = self.is_made = False
        self.number += 1
        self._show_header(_("looking …"))
        self._plan(self.number, Replacement(self.query_, self.query_one(Input).value, self.in_markup))

    @work(thread=True, exclusive=True, group="swaps", exit_on_error=False)
    def _plan(self, number: int, replacement: Replacement) -> None:
        worker = get_current_worker()
        planned: list[Swap] = []
        try:
            for swaps in plan_swaps(self.searcher, replacement, self.scope):
                if worker.is_cancelled:
                    return
                planned += swaps
        except TmsError as error:
            self.post_message(SearchFailed(number, error))
            return
        self.post_message(SwapsPlanned(number, tuple(planned)))
        for start in range(0, len(planned), CHECKED_AT_ONCE):
            part = planned[start : start + CHECKED_AT_ONCE]
            found = tuple(zip(map(key_of, part), find_new_findings(self.workspace, part), strict=True))
            if worker.is_cancelled:
                return
            self.post_message(SwapsChecked(number, found, min(start + CHECKED_AT_ONCE, len(planned))))

    @on(SwapsPlanned)
    def _take(self, message: SwapsPlanned) -> None:
        if message.number != self.number:
            return
        self.is_planned = True
        self.swaps = Swaps(tuple(map(self._cover_swap, message.swaps)), self.swaps.left_out)
        self._show_swaps()

    def _show_swaps(self) -> None:
        if self.swaps.rows:
            self.list.show(list(self.swaps.describe()), keep=True)
            self._show_header()
        else:
            self._show_nothing()

    def _cover_swap(self, swap: Swap) -> Swap:
        """Nobody changes what they have not agreed to see."""
        if swap.notice is None or not personal_of(self.app).is_hidden(swap.article, swap.notice):
            return swap
        return dataclasses.replace(swap, obstacle=LABELLED, before="", after="", pieces=())

    @on(SwapsChecked)
    def _take_findings(self, message: SwapsChecked) -> None:
        if message.number != self.number:
            return
        news = {key: found for key, found in message.findings if found}
        self.swaps.findings |= news
        if news:
            self._redraw({at for at, block in enumerate(self.list.blocks) if block.value in news})
        total = len(self.swaps.rows)
        is_done = message.done == total
        self._show_header("" if is_done else _("checking {done} of {total}").format(done=message.done, total=total))

    @on(SearchFailed)
    def _fail(self, message: SearchFailed) -> None:
        if message.number == self.number:
            self.swaps = Swaps()
            error = message.error
            self.list.show([make_block((f"{error.message}\n", Role.ERROR), (error.hint, Role.QUIET))])
            self._show_header()

    def _redraw(self, places: set[int]) -> None:
        blocks = list(self.list.blocks)
        for place in places:
            swap = self.swaps.find(blocks[place].value)
            if swap is not None:
                blocks[place] = self.swaps.describe_one(swap)
        self.list.blocks = blocks
        for place in places:
            self.list.measure_one(place)

    def _show_header(self, said: str = "") -> None:
        counts = self.swaps.describe_counts() if self.is_planned else ""
        words = cut_to(self.query_.words, 30)
        self.header.show(
            [
                (_("Replace “{words}”").format(words=words), Role.STRONG),
                (f"   {describe_scope(self.scope)}", Role.QUIET),
            ],
            [(f"  {'   '.join(part for part in (counts, said) if part)}", Role.PLAIN)],
        )
        self.show_keys()

    def _show_nothing(self) -> None:
        if self.is_made:
            lines = [_("The change is made. {key} takes it back.").format(key=self.key_of("undo"))]
        elif self.is_planned:
            lines = [_("No translation has these words {where}.").format(where=describe_scope(self.scope))]
        else:
            lines = [
                _(
                    "Write what is to stand in the place of “{words}”: each paragraph is shown with the change made."
                ).format(words=self.query_.words),
                "",
                _(
                    "Capitals are kept where they stand; tags and addresses are left alone ({key} takes them in)."
                ).format(key=self.key_of("toggle_markup")),
                _(
                    "Enter leads to the list: Space leaves one out, {key} makes the change, {undo} takes it back."
                ).format(key=self.key_of("apply"), undo=self.key_of("undo")),
            ]
        self.list.show([make_block((line or " ", Role.QUIET)) for line in lines])
        self._show_header()

    # Choosing.

    @on(LineList.Chosen, "#swaps")
    def action_open(self) -> None:
        """From the line into the list; from there to the paragraph."""
        if self.query_one(Input).has_focus:
            if not self.is_planned:
                self._begin()
            self.list.focus()
            return
        swap = self.swap
        if swap is not None:
            self.is_stale = True
            self.app.push_screen(DeskScreen(self.workspace, swap.article, swap.language, key=swap.segment))

    def action_toggle_taken(self) -> None:
        """Leave the paragraph out, or take it in again."""
        swap, place = self.swap, self.list.cursor
        if swap is None or place is None:
            return
        if swap.obstacle:
            self.say(_("this one is left alone: {why}").format(why=swap.obstacle), Role.WARNING)
            return
        self.swaps.toggle(swap)
        self._redraw({place})
        self.list.action_cursor_down()
        self._show_header()

    def action_toggle_article(self) -> None:
        """Leave all of the article out, or take it in again."""
        swap = self.swap
        if swap is not None:
            self.swaps.toggle_article(swap)
            self._redraw(set(range(len(self.list.blocks))))
            self._show_header()

    def action_toggle_markup(self) -> None:
        """Also in tags and addresses, or not."""
        self.in_markup = not self.in_markup
        self.say(_("in tags and addresses too") if self.in_markup else _("tags and addresses stay as they are"))
        self._begin()

    def action_refresh(self) -> None:
        """Look again."""
        if self.is_planned:
            self._begin()

    # Making the change.

    def action_apply(self) -> None:
        """Make the change in every paragraph that is taken in."""
        if self.is_working:
            self.say(_("one thing at a time: Esc stops what is being done"), Role.WARNING)
            return
        replacement = Replacement(self.query_, self.query_one(Input).value, self.in_markup)
        self.is_working, self.is_stopping = True, False
        self._apply(self.swaps.list_taken(), replacement.make_run())

    @work(thread=True, group="replacing", exit_on_error=False)
    def _apply(self, swaps: Sequence[Swap], run: str) -> None:
        began = told = monotonic()
        done: list[Swapped] = []
        failure: TmsError | None = None
        try:
            for one in apply_swaps(self.workspace, swaps, run):
                done.append(one)
                if self.is_stopping:
                    break
                if monotonic() - told > NEWS_SECONDS:
                    told = monotonic()
                    left = (told - began) / len(done) * (len(swaps) - len(done))
                    self.post_message(ReplacingGoesOn(len(done), len(swaps), left))
        except TmsError as error:
            failure = error
        self.post_message(ReplacingDone(tuple(done), len(swaps), failure))

    @on(ReplacingGoesOn)
    def _tell(self, message: ReplacingGoesOn) -> None:
        if self.is_working and not self.is_stopping:
            bar = draw_bar(message.done / message.total, 20)
            said = _("{bar} {done} of {total}, about {seconds} s left; Esc stops")
            seconds = max(1, round(message.seconds_left))
            self.say(said.format(bar=bar, done=message.done, total=message.total, seconds=seconds), stays=True)

    @on(ReplacingDone)
    def _finish_replacing(self, message: ReplacingDone) -> None:
        self.is_working = False
        made = sum(not one.why for one in message.done)
        left = [one for one in message.done if one.why]
        said = [ngettext("{count} paragraph changed", "{count} paragraphs changed", made).format(count=made)]
        if left:
            first = f"{left[0].segment}: {_(left[0].why)}"
            said.append(_("{count} left alone ({first})").format(count=len(left), first=first))
        if len(message.done) < message.total:
            said.append(_("stopped, {count} to go").format(count=message.total - len(message.done)))
        if made:
            said.append(_("{key} takes it back").format(key=self.key_of("undo")))
        self.say("; ".join(said), Role.GOOD if made else Role.WARNING, stays=True)
        if message.failure is not None:
            self.tell(message.failure)
        self.is_made = True
        self.swaps.take_away(message.done)
        self._show_swaps()

    @work(exit_on_error=False)
    async def action_undo(self) -> None:
        """Take back what I replaced last, here or on another evening."""
        if self.is_working:
            self.say(_("one thing at a time: Esc stops what is being done"), Role.WARNING)
            return
        self.is_working = True
        try:
            run = await to_thread(find_last_run, self.workspace)
            done = await to_thread(lambda: tuple(undo_run(self.workspace, run)) if run else ())
        finally:
            self.is_working = False
        if run:
            self.say(describe_undo(run, done), Role.GOOD)
        else:
            self.say(_("nothing of yours is there to be taken back"), Role.WARNING)
        if self.is_planned:
            self._begin()

    def action_back(self) -> None:
        """Stop what is being done; from the list into the line; back to what was found."""
        if self.is_working:
            self.is_stopping = True
            self.say(_("stops after this paragraph"), stays=True)
        elif self.list.has_focus:
            self.query_one(Input).focus()
        else:
            self.dismiss()

    async def finish(self) -> bool:
        """A change that is being made stops between two paragraphs."""
        self.is_stopping = True
        await self.workers.wait_for_complete([worker for worker in self.workers if worker.group == "replacing"])
        return True
