"""A line to filter by, that leaves the screen's own keys to the screen."""

from textual import events
from textual.widgets import Input

from tms.tui.widgets.editor import KeyTaker


class FilterLine(Input):
    """Letters go into the filter, unless a sequence of keys was begun."""

    DEFAULT_CSS = """
    FilterLine { border: none; padding: 0 1; height: 1; background: transparent; &:focus { border: none; } }
    """

    def __init__(self, keys: KeyTaker, prompt: str) -> None:
        super().__init__(placeholder=prompt, id="filter", compact=True, select_on_focus=False)
        self.keys = keys

    async def _on_key(self, event: events.Key) -> None:
        if await self.keys.take_key(event.key, event.character):
            event.stop()
            event.prevent_default()
