"""Keys that are typed before a screen is ready for them: they wait, in their order."""

from textual import events, on
from textual.app import App

from tms.tui.screens.task_screen import TaskScreen

# Leaving, and leaving the program, need nothing that is still to come.
_AT_ONCE = frozenset(("escape", "ctrl+q", "ctrl+c"))


class EarlyKeys(App[None], inherit_bindings=False):
    """An application whose screens may say that they are not ready yet; nothing typed meanwhile is lost."""

    def __init__(self) -> None:
        super().__init__()
        self._early: list[events.Key | events.Paste] = []

    async def on_event(self, event: events.Event) -> None:
        """Let keys and pastes wait while the screen does; what waits already goes first."""
        if isinstance(event, events.Key | events.Paste):
            if self._must_wait(event):
                self._early.append(event)
                return
            await self._let_in()
        await super().on_event(event)

    def _must_wait(self, event: events.Key | events.Paste) -> bool:
        screen = self.screen_stack[-1] if self.screen_stack else None
        if not isinstance(screen, TaskScreen) or screen.is_ready:
            return False
        if not isinstance(event, events.Key) or event.key not in _AT_ONCE:
            return True
        # One that comes behind typed text waits with it; pressed again, it is meant.
        return bool(self._early) and not any(getattr(early, "key", "") == event.key for early in self._early)

    async def _let_in(self) -> None:
        """What was typed for a screen is never the answer to a question that came up meanwhile."""
        while self._early and isinstance(self.screen, TaskScreen) and self.screen.is_ready:
            await super().on_event(self._early.pop(0))

    @on(TaskScreen.Ready)
    async def _take_early(self, message: TaskScreen.Ready) -> None:
        message.stop()
        message.screen.is_ready = True
        await self._let_in()
