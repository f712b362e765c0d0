"""The command palette: the actions of the screen one is on, by name."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tms.tui.actions import Action, Where, show_key
from tms.tui.screens.task_screen import TaskScreen


class ActionsProvider(Provider):
    """Commands out of the table of actions, those that make sense now."""

    def _list_actions(self) -> Iterator[Action]:
        screen = self.screen
        if isinstance(screen, TaskScreen):
            for action in screen.router.actions:
                if action.where is not Where.TEXT and not action.takes_digit and screen.is_enabled(action):
                    yield action

    def _run(self, action: Action) -> None:
        screen = self.screen
        if isinstance(screen, TaskScreen):
            screen.call_later(partial(screen.perform, action))

    async def discover(self) -> Hits:
        """All of them."""
        for action in self._list_actions():
            yield DiscoveryHit(action.label, partial(self._run, action), help=show_key(action.key))

    async def search(self, query: str) -> Hits:
        """Those that fit what is typed."""
        matcher = self.matcher(query)
        for action in self._list_actions():
            score = matcher.match(action.label)
            if score > 0:
                yield Hit(score, matcher.highlight(action.label), partial(self._run, action), help=show_key(action.key))
