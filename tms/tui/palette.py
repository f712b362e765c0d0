"""The command palette: the actions of the screen one is on, by name, and what a person may choose."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tms.tui.actions import Action, Where, show_key
from tms.tui.choices import list_choices
from tms.tui.language import _
from tms.tui.screens.task_screen import TaskScreen

Command = tuple[str, Callable[[], object], str]


class ActionsProvider(Provider):
    """Commands out of the table of actions, those that make sense now; then keymaps, languages, themes."""

    def _list_actions(self) -> Iterator[Command]:
        screen = self.screen
        if isinstance(screen, TaskScreen):
            for action in screen.router.actions:
                if action.where is not Where.TEXT and not action.takes_digit and screen.is_enabled(action):
                    yield _(action.label), partial(self._run, action), show_key(action.key)

    def _list_choices(self) -> Iterator[Command]:
        for label, method, value in list_choices():
            yield label, partial(self._choose, method, value), ""

    def _run(self, action: Action) -> None:
        screen = self.screen
        if isinstance(screen, TaskScreen):
            screen.call_later(partial(screen.perform, action))

    def _choose(self, method: str, value: str) -> None:
        getattr(self.app, method)(value)

    async def discover(self) -> Hits:
        """All actions."""
        for label, run, key in self._list_actions():
            yield DiscoveryHit(label, run, help=key)

    async def search(self, query: str) -> Hits:
        """Those that fit what is typed."""
        matcher = self.matcher(query)
        for label, run, key in (*self._list_actions(), *self._list_choices()):
            score = matcher.match(label)
            if score > 0:
                yield Hit(score, matcher.highlight(label), run, help=key)
