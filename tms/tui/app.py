"""The application: themes, the first screen, help, safe leaving."""

import asyncio
import os
import signal
from base64 import b64encode
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tms.config import Preferences, Settings
from tms.tui.actions import Where
from tms.tui.choices import Choices
from tms.tui.early_keys import EarlyKeys
from tms.tui.habits import Habits
from tms.tui.keymap import key_of
from tms.tui.language import _
from tms.tui.personal import Personal
from tms.tui.screens.error_dialog import tell_error
from tms.tui.screens.opening import OpeningScreen
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.terminal import MOST_COPIED_BYTES, NoColours, kept_title, make_title
from tms.tui.themes import PLAIN, THEMES, VARIABLE_DEFAULTS, list_themes
from tms.tui.tour import Tour
from tms.values import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.command import Provider

    from tms.values import Desk
    from tms.workflow.workspace import Workspace

MOST_MISTAKES = 3


def _find_palette() -> "type[Provider]":
    from tms.tui.palette import ActionsProvider

    return ActionsProvider


class TmsApp(EarlyKeys, inherit_bindings=False):
    """A translator's desk in the terminal.

    Without an open workspace it shows a first picture at once, and opens the one of the settings behind that. Screens
    are imported when they are first shown: what stands above in this file, everybody waits for.
    """

    TITLE = "tms"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set["type[Provider] | Callable[[], type[Provider]]"]] = {_find_palette}
    BINDINGS: ClassVar[list[BindingType]] = [
        # Not ahead of others: what was typed before ^Q has to reach the text first.
        Binding("ctrl+q", "quit", "Quit", show=False),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(
        self,
        settings: Settings,
        workspace: "Workspace | None" = None,
        *,
        open_ref: str | None = None,
        place: Place | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.preferences = preferences or Preferences()
        self.habits = Habits(self.preferences.habits)
        self.personal = Personal(self.habits, str(settings.workspace))
        self.tour = Tour(self.habits, str(settings.workspace), is_offered=settings.has_tour and workspace is not None)
        self.opened = workspace
        self.open_ref = open_ref
        self.place = place
        self.failure: BaseException | None = None
        self.mistakes = 0
        self.choices = Choices(self.preferences, self.habits)
        if preferences is not None:
            self.choices.take_up(os.environ)
        self._told_title = ""
        if self.no_color:
            self._filters = [one for one in self._filters if type(one).__name__ not in ("Monochrome", "NoColor")]
            self.no_color = bool(os.environ.get("NO_COLOR"))
            self._filters += [NoColours()] if self.no_color else []
        self._dress()

    def _dress(self) -> None:
        """Put the theme on before anything is drawn: exchanged later, every style would be worked out twice."""
        for theme in list_themes():
            self.register_theme(theme)
        self.set_reactive(TmsApp.theme, PLAIN.name if self.no_color else self.choices.theme)
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def workspace(self) -> "Workspace":
        """The open workspace; no screen but the first picture is there without one."""
        if self.opened is None:
            raise RuntimeError("the workspace is not open yet")
        return self.opened

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours that our styles name and other themes do not have."""
        return VARIABLE_DEFAULTS

    def on_mount(self) -> None:
        """Show what is next, or the first picture."""
        for problem in self.choices.problems:
            self.notify(problem, title=_("Your settings"), severity="warning", timeout=30, markup=False)
        self._listen_for_the_end()
        if self.opened is not None:
            self.show_home()

    def get_default_screen(self) -> Screen[Any]:
        """The first picture, where the workspace is not open yet; nothing is drawn below it."""
        return super().get_default_screen() if self.opened is not None else OpeningScreen(self.settings, self.place)

    def show_home(self) -> None:
        """Show what there is to do."""
        from tms.tui.screens.home import HomeScreen

        self.push_screen(HomeScreen(self.workspace, self.open_ref))

    @on(OpeningScreen.Opened)
    def _go_on(self, message: OpeningScreen.Opened) -> None:
        """Put what was asked for over the first picture."""
        self.opened = message.workspace
        self.tour.is_offered = self.settings.has_tour
        if message.desk is None or self.place is None:
            self.show_home()
        else:
            self._show_desk(message.desk, self.place)

    def _show_desk(self, desk: "Desk", place: Place) -> None:
        from tms.tui.screens.desk import DeskScreen

        screen = DeskScreen(self.workspace, desk.ref, place.language, key=place.key)
        screen.first = desk
        self.push_screen(screen, lambda _none: self.show_home())

    @on(OpeningScreen.Failed)
    def _give_up(self, message: OpeningScreen.Failed) -> None:
        self.failure = message.error
        self.exit()

    def _listen_for_the_end(self) -> None:
        """A lost connection or a shut-down ends the program as leaving does: what was typed is stored first."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            # Windows has neither; outside the main thread nobody may listen.
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self.exit)

    def action_help(self) -> None:
        """Show all keys."""
        from tms.tui.screens.help_dialog import HelpDialog

        where = self.screen.WHERE if isinstance(self.screen, TaskScreen) else Where.ANYWHERE
        self.push_screen(HelpDialog(where))

    def run(self, *args: Any, **options: Any) -> None:
        """Run in the terminal, with or without its mouse, and leave it the title that it had."""
        with kept_title(is_on=self.preferences.title):
            super().run(*args, mouse=self.preferences.mouse, **options)

    def tell_title(self, text: str) -> None:
        """Give the terminal a title; never one that is said to nobody who looks over a shoulder."""
        sequence = make_title(f"tms: {text}" if text else "tms")
        if self.preferences.title and sequence != self._told_title and self._driver is not None:
            self._told_title = sequence
            self._driver.write(sequence)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy, as OSC 52 so that it arrives over SSH too; what is too long for terminals stays within the program."""
        if len(b64encode(text.encode())) <= MOST_COPIED_BYTES * 4 // 3:
            super().copy_to_clipboard(text)
        else:
            self._clipboard = text
            self.notify(_("too long for the terminal's clipboard: it can be pasted here only"), markup=False)

    def action_toggle_notices(self) -> None:
        """Announce articles that are labelled, or not."""
        from tms.tui.screens.home import HomeScreen

        are_on = not self.personal.wants_notices
        self.personal.set_notices(are_on=are_on)
        on, off = _("notices are shown before labelled articles"), _("no notices are shown any more")
        self.notify(on if are_on else off, markup=False)
        if isinstance(self.screen, HomeScreen):
            self.screen.action_refresh()

    # The tour.

    def show_tour(self) -> None:
        """Show on every screen how far the tour is; at its end, where it is to be found again."""
        for screen in self.screen_stack:
            if isinstance(screen, TaskScreen):
                screen.show_tour()
                screen.show_keys()
        if self.tour.step is None:
            again = _("That was the tour. {key} shows it again.").format(key=key_of(Where.ANYWHERE, "tour"))
            self.notify(again, markup=False)

    def action_tour(self) -> None:
        """From its first step; it needs the texts of the demo."""
        if self.settings.has_tour:
            self.tour.begin()
            self.show_tour()
        else:
            self.notify(_("the tour is on the sample workspace: tms demo"), markup=False)

    def action_tour_next(self) -> None:
        """On to the next step."""
        self.tour.go_on()
        self.show_tour()

    def action_tour_leave(self) -> None:
        """No more of it."""
        self.tour.leave()
        self.show_tour()

    def action_toggle_theme(self) -> None:
        """The next theme, remembered."""
        names = list(THEMES)
        place = names.index(self.theme) if self.theme in names else -1
        self.choose_theme(names[(place + 1) % len(names)])

    def choose_theme(self, name: str) -> None:
        """Show a theme and remember it."""
        if self.no_color:
            self.notify(_("NO_COLOR is set: there are no colours"), markup=False)
            return
        self.theme = name
        self.habits.put("theme", name)
        self.notify(self.choices.say_chosen("theme", _(THEMES[name])), markup=False)

    def choose_keymap(self, name: str) -> None:
        """Use a map of keys from now on."""
        self.notify(self.choices.choose_keymap(name), markup=False)
        if isinstance(self.screen, TaskScreen):
            self.screen.show_keys()
            self.screen.show_tour()

    def choose_language(self, code: str) -> None:
        """Speak a language from now on."""
        self.notify(self.choices.choose_language(code), markup=False)
        if isinstance(self.screen, TaskScreen):
            self.screen.show_keys()
            self.screen.show_tour()

    def action_help_quit(self) -> None:
        """Ctrl+C is for copying."""
        self.notify(_("{key} quits; what you typed is kept").format(key=key_of(Where.ANYWHERE, "quit")), markup=False)

    def action_progress(self) -> None:
        """The coordinator's numbers."""
        from tms.tui.screens.progress import ProgressScreen

        if not isinstance(self.screen, ProgressScreen):
            self.push_screen(ProgressScreen(self.workspace))

    def action_findings(self) -> None:
        """What the checks found: from a desk in its article, else in all."""
        from tms.tui.screens.desk import DeskScreen
        from tms.tui.screens.findings import FindingsScreen

        screen = self.screen
        if isinstance(screen, DeskScreen):
            self.push_screen(FindingsScreen(self.workspace, screen.ref, screen.language))
        elif not isinstance(screen, FindingsScreen):
            self.push_screen(FindingsScreen(self.workspace))

    async def action_search(self) -> None:
        """Find in all texts; from a desk in its article first, what is typed there stored before."""
        from tms.tui.screens.desk import DeskScreen
        from tms.tui.screens.replace import ReplaceScreen
        from tms.tui.screens.search import SearchScreen

        screen = self.screen
        if isinstance(screen, DeskScreen):
            if await screen.finish():
                self.push_screen(SearchScreen(self.workspace, screen.ref, screen.language, screen.key or ""))
        elif not isinstance(screen, SearchScreen | ReplaceScreen):
            self.push_screen(SearchScreen(self.workspace))

    def action_glossary(self) -> None:
        """The terms; from a desk, the first one of the paragraph."""
        from tms.tui.screens.desk import DeskScreen
        from tms.tui.screens.glossary import GlossaryScreen

        screen = self.screen
        if not isinstance(screen, GlossaryScreen):
            concept = screen.cards[0].hit.concept if isinstance(screen, DeskScreen) and screen.cards else ""
            self.push_screen(GlossaryScreen(self.workspace, concept=concept))

    async def action_quit(self) -> None:
        """Leave when everything typed is stored."""
        for screen in self.screen_stack:
            if isinstance(screen, TaskScreen) and not await screen.finish():
                return
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """A mistake of ours is shown and the evening goes on; under test, or when they do not end, the program ends."""
        self.mistakes += 1
        if self.is_headless or self.mistakes > MOST_MISTAKES or not self.screen_stack:
            super()._handle_exception(error)
        else:
            tell_error(self, error)
