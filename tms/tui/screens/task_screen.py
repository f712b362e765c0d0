"""What every screen of ours shares: keys from the table of actions, the footer, the status line, errors told."""

from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.types import CSSPathType
from textual.worker import Worker, WorkerState

from tms.tui.actions import Action, When, Where, list_keys, show_key
from tms.tui.blocks import Role, make_block
from tms.tui.key_router import KeyRouter
from tms.tui.screens.error_dialog import describe_error, tell_error
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.key_bar import ChordPanel, KeyBar
from tms.tui.widgets.line_bar import LineBar

if TYPE_CHECKING:
    from textual.timer import Timer

PANEL_DELAY_SECONDS = 0.4
LOADERS = frozenset({"articles", "desk", "report", "glossary", "proposals", "campaign", "spotted"})
WIDE_COLUMNS = 100
TALL_LINES = 30


class TaskScreen(Screen[None]):
    """One task of a person."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss"]
    WHERE: ClassVar[Where] = Where.ANYWHERE

    def __init__(self) -> None:
        super().__init__()
        self.router = KeyRouter(list_keys(self.WHERE))
        self.header = LineBar(id="header")
        self.status = LineBar(id="status")
        self.key_bar = KeyBar()
        self.chord_panel = ChordPanel()
        self.trouble = BlockList(id="trouble", has_cursor=False)
        self.trouble.can_focus = False
        self._panel_timer: Timer | None = None
        self._is_notice_passing = False

    def compose(self) -> ComposeResult:
        """Header, the task, status line and footer."""
        yield self.header
        yield LineBar(id="rule", filler="─")
        yield self.trouble
        yield from self.compose_task()
        yield self.status
        yield self.key_bar
        yield self.chord_panel

    def compose_task(self) -> ComposeResult:
        """What lies between."""
        yield from ()

    # Keys.

    def list_conditions(self) -> frozenset[When]:
        """What is so now."""
        return frozenset({When.ALWAYS})

    def is_enabled(self, action: Action) -> bool:
        """Whether an action makes sense now."""
        return action.when in self.list_conditions()

    async def take_key(self, key: str, character: str | None) -> bool:
        """Do what a key stands for on this screen; False if it is nobody's."""
        self._forget_notice()
        routed = self.router.feed(key, character)
        self._show_chord()
        if routed is None:
            return False
        if routed.action is not None:
            await self.perform(routed.action, routed.argument)
        return True

    async def perform(self, action: Action, argument: int | None = None) -> None:
        """Run an action, or say why not now."""
        if not self.is_enabled(action):
            self.say(f"not now: {show_key(action.keys[0])} is for when {action.when.value}", Role.WARNING)
            return
        target = self.app if action.where is Where.ANYWHERE else self
        method = getattr(target, f"action_{action.name}")
        result = method() if argument is None else method(argument)
        if isawaitable(result):
            await result

    async def on_key(self, event: events.Key) -> None:
        """Keys that no widget took."""
        if await self.take_key(event.key, event.character):
            event.stop()
            event.prevent_default()

    @on(KeyBar.Pressed)
    async def _press(self, message: KeyBar.Pressed) -> None:
        if message.action.keys[0].endswith("1-9"):
            self.router.pending = tuple(message.action.keys[0].split(" ")[:-1])
            self._show_chord()
        else:
            await self.perform(message.action)

    def _show_chord(self) -> None:
        if self._panel_timer is not None:
            self._panel_timer.stop()
            self._panel_timer = None
        if self.router.pending:
            self._panel_timer = self.set_timer(PANEL_DELAY_SECONDS, self._show_panel)
        else:
            self.chord_panel.display = False
        self.show_keys()

    def _show_panel(self) -> None:
        rows = [(keys, action) for keys, action in self.router.list_continuations() if self.is_enabled(action)]
        self.chord_panel.show_continuations(show_key(" ".join(self.router.pending)), rows, self.size.width)

    def show_keys(self) -> None:
        """Bring the footer up to date."""
        shown = (a for a in self.router.actions if a.short and self.is_enabled(a))
        # Nobody needs the way to the screen that is in front of them: its action is named as the place is.
        self.key_bar.show_actions([action for action in shown if action.name != self.WHERE])

    # News.

    def say(self, text: str, role: Role = Role.PLAIN, *, stays: bool = False) -> None:
        """Say in the status line what happened; all but a result goes away with the next key."""
        self._is_notice_passing = role is not Role.GOOD and not stays
        self.status.show(self.status.left, [(f"{text} ", role)])

    def _forget_notice(self) -> None:
        if self._is_notice_passing:
            self._is_notice_passing = False
            self.status.show(self.status.left, ())

    def tell(self, error: BaseException) -> None:
        """Say what went wrong and what to do about it."""
        tell_error(self.app, error)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A worker's failure is told, it does not end the program."""
        if event.worker.group in LOADERS and event.state is WorkerState.RUNNING:
            self.trouble.display = False
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.tell(event.worker.error)
            if event.worker.group in LOADERS:
                self.header.show([("could not be read", Role.ERROR), ("   F5 tries again, Esc goes back", Role.QUIET)])
                self.trouble.show([make_block(*describe_error(event.worker.error))])
                self.trouble.display = True

    def on_screen_resume(self) -> None:
        """Come back with a footer that is up to date."""
        self.show_keys()

    def on_resize(self) -> None:
        """Let styles know how much room there is."""
        self.set_class(self.size.width < WIDE_COLUMNS, "-narrow")
        self.set_class(self.size.height < TALL_LINES, "-short")

    async def finish(self) -> bool:
        """Bring everything to safety before the program ends; False if it should not end yet."""
        return True
