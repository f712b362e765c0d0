"""What every screen of ours shares: keys from the table of actions, the footer, the status line, errors told."""

from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.types import CSSPathType
from textual.worker import Worker, WorkerState

from tms.tui.actions import Action, When, Where, show_key
from tms.tui.blocks import Role, make_block
from tms.tui.key_router import KeyRouter
from tms.tui.keymap import Keymap, current_keymap, key_of, list_keys
from tms.tui.language import _
from tms.tui.screens.error_dialog import describe_error, tell_error
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.key_bar import ChordPanel, KeyBar
from tms.tui.widgets.line_bar import LineBar

if TYPE_CHECKING:
    from textual.timer import Timer

    from tms.tui.app import TmsApp
    from tms.tui.habits import Habits
    from tms.tui.tour import Tour
    from tms.tui.widgets.tour_panel import TourPanel

PANEL_DELAY_SECONDS = 0.4
LOADERS = frozenset({"queue", "articles", "desk", "report", "glossary", "proposals", "campaign", "spotted"})
WIDE_COLUMNS = 100
TALL_LINES = 30


class TaskScreen(Screen[None]):
    """One task of a person."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss"]
    WHERE: ClassVar[Where] = Where.ANYWHERE
    is_ready = True
    """Whether it can take keys; until then the application keeps them."""

    class Ready(Message):
        """It can take keys once the application has done what was asked of it before, such as a focus."""

        def __init__(self, screen: "TaskScreen") -> None:
            super().__init__()
            self.screen = screen

    def __init__(self) -> None:
        super().__init__()
        self._router: tuple[Keymap, KeyRouter] | None = None
        self.header = LineBar(id="header")
        self.status = LineBar(id="status")
        self.key_bar = KeyBar()
        self.chord_panel = ChordPanel()
        self.trouble = BlockList(id="trouble", has_cursor=False)
        self.trouble.can_focus = False
        self._panel_timer: Timer | None = None
        self._is_notice_passing = False
        self._tour_panel: TourPanel | None = None

    def compose(self) -> ComposeResult:
        """Header, the task, status line and footer."""
        yield self.header
        yield LineBar(id="rule", filler="─")
        yield self.trouble
        yield from self.compose_task()
        yield self.status
        yield self.key_bar
        yield self.chord_panel

    def become_ready(self) -> None:
        """Take the keys that have waited, and all that follow."""
        if not self.is_ready:
            self.post_message(self.Ready(self))

    def compose_task(self) -> ComposeResult:
        """What lies between."""
        yield from ()

    @property
    def habits(self) -> "Habits":
        """What is remembered of the person who sits here."""
        return cast("TmsApp", self.app).habits

    # Keys.

    @property
    def router(self) -> KeyRouter:
        """The keys of this screen in the map of now."""
        keymap = current_keymap()
        if self._router is None or self._router[0] is not keymap:
            self._router = (keymap, KeyRouter(list_keys(self.WHERE, keymap)))
        return self._router[1]

    def key_of(self, name: str) -> str:
        """The key of one of this screen's actions, for a text that names it."""
        return key_of(self.WHERE, name)

    def list_conditions(self) -> frozenset[When]:
        """What is so now."""
        return frozenset({When.ALWAYS})

    def is_enabled(self, action: Action) -> bool:
        """Whether an action makes sense now."""
        if action.when is When.TOUR:
            return self.tour is not None and self.tour.step is not None
        return action.when in self.list_conditions()

    async def take_key(self, key: str, character: str | None) -> bool:
        """Do what a key stands for on this screen; False if it is nobody's."""
        self.forget_notice()
        routed = self.router.feed(key, character)
        self.show_chord()
        if routed is None or (routed.action is not None and not self.is_reached(routed.action)):
            return False
        if routed.action is not None:
            await self.perform(routed.action, routed.argument)
        return True

    def is_reached(self, action: Action) -> bool:
        """Whether the key of an action is for it, and not for what has the focus."""
        return action.where is not Where.TEXT

    def target_of(self, action: Action) -> object:
        """Who does it."""
        return self.app if action.where is Where.ANYWHERE else self

    async def perform(self, action: Action, argument: int | None = None) -> None:
        """Run an action, or say why not now."""
        if not self.is_enabled(action):
            self.say(
                _("not now: {key} is for when {what}").format(key=show_key(action.key), what=_(action.when.value)),
                Role.WARNING,
            )
            return
        method = getattr(self.target_of(action), f"action_{action.name}")
        result = method() if argument is None else method(argument)
        if isawaitable(result):
            result = await result
        # Who refuses says False; who asks first in a worker tells it when it is done.
        if result is None:
            self.did(action.name)

    def did(self, name: str) -> None:
        """Let the tour know what was done."""
        if self.tour is not None and self.tour.note(name, self.WHERE):
            cast("TmsApp", self.app).show_tour()

    @property
    def tour(self) -> "Tour | None":
        """The tour, where there is one."""
        return getattr(self.app, "tour", None)

    def show_tour(self) -> None:
        """Show the step of the tour that one is at, or nothing of it."""
        tour = self.tour
        if tour is not None:
            tour.arrive(self.WHERE)
        if tour is None or tour.step is None or not self.is_mounted or not self.status.is_attached:
            if self._tour_panel is not None:
                self._tour_panel.display = False
            return
        if self._tour_panel is None:
            from tms.tui.widgets.tour_panel import TourPanel

            self._tour_panel = TourPanel()
            self.mount(self._tour_panel, after=self.status)
        self._tour_panel.display = True
        self._tour_panel.tell(*tour.describe(self.WHERE))

    async def on_key(self, event: events.Key) -> None:
        """Keys that no widget took."""
        if await self.take_key(event.key, event.character):
            event.stop()
            event.prevent_default()

    @on(KeyBar.Pressed)
    async def _press(self, message: KeyBar.Pressed) -> None:
        if message.action.takes_digit:
            self.router.pending = tuple(message.action.key.split(" ")[:-1])
            self.show_chord()
        else:
            await self.perform(message.action)

    @property
    def pending_router(self) -> KeyRouter:
        """Who waits for the end of a sequence, if anyone does."""
        return self.router

    def show_chord(self) -> None:
        """Show what may follow the keys pressed so far, to who hesitates."""
        if self._panel_timer is not None:
            self._panel_timer.stop()
            self._panel_timer = None
        if self.pending_router.pending:
            self._panel_timer = self.set_timer(PANEL_DELAY_SECONDS, self._show_panel)
        else:
            self.chord_panel.display = False
        self.show_keys()

    def _show_panel(self) -> None:
        router = self.pending_router
        rows = [(keys, action) for keys, action in router.list_continuations() if self.is_enabled(action)]
        self.chord_panel.show_continuations(show_key(" ".join(router.pending)), rows, self.size.width)

    def show_keys(self) -> None:
        """Bring the footer up to date."""
        shown = (a for a in self.router.actions if a.short and a.keys and self.is_enabled(a))
        # Nobody needs the way to the screen that is in front of them: its action is named as the place is.
        self.key_bar.show_actions([action for action in shown if action.name != self.WHERE])

    # News.

    def say(self, text: str, role: Role = Role.PLAIN, *, stays: bool = False) -> None:
        """Say in the status line what happened; all but a result goes away with the next key."""
        self._is_notice_passing = role is not Role.GOOD and not stays
        self.status.show(self.status.left, [(f"{text} ", role)])

    def forget_notice(self) -> None:
        """With the next key, what was said goes away."""
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
            self.become_ready()
            self.tell(event.worker.error)
            if event.worker.group in LOADERS:
                self.header.show(
                    [(_("could not be read"), Role.ERROR), ("   " + _("F5 tries again, Esc goes back"), Role.QUIET)]
                )
                self.trouble.show([make_block(*describe_error(event.worker.error))])
                self.trouble.display = True

    def tell_title(self, text: str = "") -> None:
        """Give the terminal a title, if the application does."""
        tell = getattr(self.app, "tell_title", None)
        if tell is not None:
            tell(text)

    def on_screen_resume(self) -> None:
        """Come back with a footer and a title that are up to date."""
        self.tell_title()
        self.show_keys()
        self.show_tour()

    def on_resize(self) -> None:
        """Let styles know how much room there is."""
        self.set_class(self.size.width < WIDE_COLUMNS, "-narrow")
        self.set_class(self.size.height < TALL_LINES, "-short")

    async def finish(self) -> bool:
        """Bring everything to safety before the program ends; False if it should not end yet."""
        return True
